// Written by `cargo xtask generate` from the references of the service `secrets`. Do not edit.

//! The types of the schema `secret-list`.

use std::fmt;

use taskcluster_core::Page;

/// A page of the list of names of secrets.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct SecretList {
    /// Token for getting the next page. Absent on the last page.
    pub continuation_token: Option<String>,
    /// Names of the secrets on this page. May be empty even if more pages follow.
    pub secrets: Vec<String>,
}

taskcluster_core::members! {
    SecretList {
        0 continuation_token = "continuationToken": optional,
        1 secrets = "secrets": required,
    }
}

impl SecretList {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(secrets: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self {
            continuation_token: None,
            secrets: secrets.into_iter().map(Into::into).collect(),
        }
    }
}

impl fmt::Debug for SecretList {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SecretList")
            .field("continuation_token", &self.continuation_token)
            .finish_non_exhaustive()
    }
}

impl Page for SecretList {
    type Item = String;

    fn next_token(&self) -> Option<&str> {
        self.continuation_token.as_deref()
    }

    fn into_items(self) -> Vec<Self::Item> {
        self.secrets
    }
}
