// Written by `cargo xtask generate` from the references of the service `notify`. Do not edit.

//! The types of the schema `notification-message`.

use std::fmt;

use taskcluster_core::json::Value;

/// What is published on the exchange: a message in an envelope.
///
/// Today's servers only.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct NotificationMessage {
    /// The message that was sent, any JSON object.
    pub message: Value,
    /// The version of the message format, always 1. It may be missing.
    pub version: Option<u64>,
}

taskcluster_core::members! {
    NotificationMessage {
        0 message = "message": required,
        1 version = "version": optional,
    }
}

impl NotificationMessage {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(message: impl Into<Value>) -> Self {
        Self {
            message: message.into(),
            version: None,
        }
    }
}

impl fmt::Debug for NotificationMessage {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NotificationMessage")
            .field("message", &taskcluster_core::json::shown(&self.message))
            .field("version", &self.version)
            .finish()
    }
}
