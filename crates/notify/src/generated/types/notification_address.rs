// Written by `cargo xtask generate` from the references of the service `notify`. Do not edit.

//! The types of the schema `notification-address`.

use serde::{Deserialize, Serialize};

/// A place that messages can go to.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
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
        }
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
