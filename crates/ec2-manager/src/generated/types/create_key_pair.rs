// Written by `cargo xtask generate` from the references of the service `ec2-manager`. Do not edit.

//! The types of the schema `create-key-pair`.

/// Public half of an SSH key pair.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq, Default)]
#[non_exhaustive]
pub struct CreateKeyPair {
    /// Public key in OpenSSH format: the algorithm, which starts with `ssh-`, the key in base64,
    /// and optionally a comment. Always give it, since it is needed wherever the pair is missing.
    pub pubkey: Option<String>,
}

taskcluster_core::members! {
    CreateKeyPair {
        0 pubkey = "pubkey": optional,
    }
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
