// Written by `cargo xtask generate` from the references of the service `notify`. Do not edit.

//! The service's exchanges.

use super::selections;

/// Carries the messages that programs and tasks publish through the Notify service.
///
/// There is one exchange for all of them. Consumers select messages by the routing key that the
/// sender has chosen.
#[derive(Clone, Copy, Debug)]
pub struct NotifyEvents;

impl NotifyEvents {
    /// Carries a message sent with `pulse`, or one that a task has asked for with a `notify.pulse`
    /// route.
    ///
    /// Most consumers bind with `route.` followed by the routing key the sender gave, which is put
    /// on the message beside its own routing key. What the message holds is up to the sender. A
    /// message that no queue was bound for is lost.
    ///
    /// Today's servers only.
    ///
    /// * Exchange: `exchange/taskcluster-notify/v1/notification`
    /// * Message: [`super::types::NotificationMessage`]
    pub fn notify() -> selections::Notify {
        selections::Notify::new()
    }
}
