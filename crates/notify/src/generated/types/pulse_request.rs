// Written by `cargo xtask generate` from the references of the service `notify`. Do not edit.

//! The types of the schema `pulse-request`.

use std::fmt;

use taskcluster_core::json::Value;

/// A message to publish on Pulse.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PulseRequest {
    /// The message itself, any JSON object. Consumers of the exchange need no scopes, so put no
    /// secrets here.
    pub message: Value,
    /// The routing key that consumers bind to, without the `route.` that is put before it when
    /// publishing. Words separated by dots, at most 255 characters. The caller needs a scope for
    /// it.
    pub routing_key: String,
}

taskcluster_core::members! {
    PulseRequest {
        0 message = "message": required,
        1 routing_key = "routingKey": required,
    }
}

impl PulseRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(routing_key: impl Into<String>, message: impl Into<Value>) -> Self {
        Self {
            message: message.into(),
            routing_key: routing_key.into(),
        }
    }
}

impl fmt::Debug for PulseRequest {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PulseRequest")
            .field("message", &taskcluster_core::json::shown(&self.message))
            .field("routing_key", &self.routing_key)
            .finish()
    }
}
