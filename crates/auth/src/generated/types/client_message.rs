// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The types of the schema `client-message`.

/// Says which client was created, changed or deleted.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ClientMessage {
    /// Name of the client concerned.
    pub client_id: String,
    /// Version of the message format. Always 1.
    pub version: u64,
}

taskcluster_core::members! {
    ClientMessage {
        0 client_id = "clientId": required,
        1 version = "version": required,
    }
}

impl ClientMessage {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(version: u64, client_id: impl Into<String>) -> Self {
        Self {
            client_id: client_id.into(),
            version,
        }
    }
}
