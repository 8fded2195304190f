// Written by `cargo xtask generate` from the references of the service `notify`. Do not edit.

//! Which messages of an exchange to hear of, field by field.

use super::topics;

taskcluster_core::selection! {
    /// Selects messages of [`NotifyEvents::notify`](super::NotifyEvents::notify).
    pub struct Notify of topics::NOTIFY => super::types::NotificationMessage {
        /// Words that the service puts after the kind. Bind with `#`, or with `route.` and the
        /// sender's routing key in place of the whole pattern.
        topic = "topic",
    }
}
