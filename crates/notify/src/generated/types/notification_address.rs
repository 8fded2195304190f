// Written by `cargo xtask generate` from the references of the service `notify`. Do not edit.

//! The types of the schema `notification-address`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;

/// A place that messages can go to.
///
/// Today's servers only.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct NotificationAddress {
    /// The address itself, in the form that the kind has: an email address, a Pulse routing key,
    /// the ID of a Matrix room or of a Slack channel.
    pub notification_address: String,
    /// The kind of address:
    ///
    /// * `email`: an email address,
    /// * `pulse`: a routing key on Pulse,
    /// * `matrix-room`: a room on Matrix,
    /// * `slack-channel`: a channel on Slack.
    pub notification_type: NotificationType,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    NotificationAddress and extra_members {
        0 notification_address = "notificationAddress": required,
        1 notification_type = "notificationType": required,
    }
}

impl NotificationAddress {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(
        notification_type: NotificationType,
        notification_address: impl Into<String>,
    ) -> Self {
        Self {
            notification_address: notification_address.into(),
            notification_type,
            extra_members: BTreeMap::new(),
        }
    }
}

impl fmt::Debug for NotificationAddress {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NotificationAddress")
            .field("notification_address", &self.notification_address)
            .field("notification_type", &self.notification_type)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish()
    }
}

taskcluster_core::string_enum! {
    /// The kind of address:
    ///
    /// * `email`: an email address,
    /// * `pulse`: a routing key on Pulse,
    /// * `matrix-room`: a room on Matrix,
    /// * `slack-channel`: a channel on Slack.
    ///
    /// Today's servers only.
    pub enum NotificationType {
        /// `email`
        Email = "email",
        /// `pulse`
        Pulse = "pulse",
        /// `matrix-room`
        MatrixRoom = "matrix-room",
        /// `slack-channel`
        SlackChannel = "slack-channel",
    }
}
