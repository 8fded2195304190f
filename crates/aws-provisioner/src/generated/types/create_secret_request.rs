// Written by `cargo xtask generate` from the references of the service `aws-provisioner`. Do not edit.

//! The types of the schema `create-secret-request`.

use std::fmt;

use taskcluster_core::json::Value;
use time::OffsetDateTime;

/// A secret to be stored for a worker.
///
/// Until 2019.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateSecretRequest {
    /// Time (UTC) until which the secret is kept. After it the secret may vanish at any moment.
    pub expiration: OffsetDateTime,
    /// Scopes for the temporary credentials that `getSecret` makes. Use printable ASCII only.
    /// Services from 2018 on keep the list but do not grant it: there a worker gets the scopes of
    /// the role `worker-type:<provisionerId>/<workerType>`.
    pub scopes: Vec<String>,
    /// Free-form object with the secret values. `getSecret` returns it unchanged as `data`.
    pub secrets: Value,
    /// Slugid under which the secret is stored. It must be the same as the one in the route, and
    /// should be random, since whoever knows it can read the secret.
    pub token: String,
    /// Name of the worker type that the secret is for. It also decides which credentials
    /// `getSecret` hands out.
    pub worker_type: String,
}

taskcluster_core::members! {
    CreateSecretRequest {
        0 expiration = "expiration": date,
        1 scopes = "scopes": required,
        2 secrets = "secrets": required,
        3 token = "token": required,
        4 worker_type = "workerType": required,
    }
}

impl CreateSecretRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(
        worker_type: impl Into<String>,
        secrets: impl Into<Value>,
        scopes: impl IntoIterator<Item = impl Into<String>>,
        token: impl Into<String>,
        expiration: OffsetDateTime,
    ) -> Self {
        Self {
            expiration,
            scopes: scopes.into_iter().map(Into::into).collect(),
            secrets: secrets.into(),
            token: token.into(),
            worker_type: worker_type.into(),
        }
    }
}

impl fmt::Debug for CreateSecretRequest {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateSecretRequest")
            .field("expiration", &self.expiration)
            .field("scopes", &self.scopes)
            .field("worker_type", &self.worker_type)
            .finish_non_exhaustive()
    }
}
