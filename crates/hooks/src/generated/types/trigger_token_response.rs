// Written by `cargo xtask generate` from the references of the service `hooks`. Do not edit.

//! The types of the schema `trigger-token-response`.

use std::fmt;

/// The secret that allows firing a hook without credentials.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct TriggerTokenResponse {
    /// The token, to be used in calls of `triggerHookWithToken`. Treat it as a secret.
    pub token: String,
}

taskcluster_core::members! {
    TriggerTokenResponse {
        0 token = "token": required,
    }
}

impl TriggerTokenResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(token: impl Into<String>) -> Self {
        Self {
            token: token.into(),
        }
    }
}

impl fmt::Debug for TriggerTokenResponse {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TriggerTokenResponse")
            .finish_non_exhaustive()
    }
}
