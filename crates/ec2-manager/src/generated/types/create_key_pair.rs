// Written by `cargo xtask generate` from the references of the service `ec2-manager`. Do not edit.

//! The types of the schema `create-key-pair`.

use serde::{Deserialize, Serialize};

/// Public half of an SSH key pair.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Default)]
#[non_exhaustive]
pub struct CreateKeyPair {
    /// Public key in OpenSSH format: the algorithm, which starts with `ssh-`, the key in base64,
    /// and optionally a comment. Always give it, since it is needed wherever the pair is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pubkey: Option<String>,
}

impl CreateKeyPair {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`pubkey`](Self::pubkey).
    #[must_use]
    pub fn pubkey(mut self, pubkey: impl Into<String>) -> Self {
        self.pubkey = Some(pubkey.into());
        self
    }
}
