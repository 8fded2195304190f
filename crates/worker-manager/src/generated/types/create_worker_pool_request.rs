// Written by `cargo xtask generate` from the references of the service `worker-manager`. Do not edit.

//! The types of the schema `create-worker-pool-request`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;

/// The definition of a new worker pool.
///
/// Today's servers only.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CreateWorkerPoolRequest {
    /// How the provider is to run the pool: what the machines look like, how many there may be and
    /// how workers are configured. Its form depends on the type of the provider, and the service
    /// checks it; `createWorkerPool` tells what each type needs.
    pub config: Value,
    /// What the pool is for, as text for people, perhaps in Markdown. At most 10240 characters.
    pub description: String,
    /// Whether each error of the pool is sent to `owner` by email.
    pub email_on_error: bool,
    /// Email address of whoever answers for the pool. It gets the errors of the pool if
    /// `emailOnError` is set.
    pub owner: String,
    /// Name of the provider that looks after the workers of the pool; `listProviders` lists them.
    /// It is `null-provider` for a pool that waits to be deleted.
    ///
    /// Length: 1 to 38.
    pub provider_id: String,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    CreateWorkerPoolRequest and extra_members {
        0 config = "config": required,
        1 description = "description": required,
        2 email_on_error = "emailOnError": required,
        3 owner = "owner": required,
        4 provider_id = "providerId": required,
    }
}

/// What a [`CreateWorkerPoolRequest`] must have.
#[derive(Clone, PartialEq)]
pub struct CreateWorkerPoolRequestRequired {
    /// Name of the provider that looks after the workers of the pool; `listProviders` lists them.
    /// It is `null-provider` for a pool that waits to be deleted.
    ///
    /// Length: 1 to 38.
    pub provider_id: String,
    /// What the pool is for, as text for people, perhaps in Markdown. At most 10240 characters.
    pub description: String,
    /// How the provider is to run the pool: what the machines look like, how many there may be and
    /// how workers are configured. Its form depends on the type of the provider, and the service
    /// checks it; `createWorkerPool` tells what each type needs.
    pub config: Value,
    /// Email address of whoever answers for the pool. It gets the errors of the pool if
    /// `emailOnError` is set.
    pub owner: String,
    /// Whether each error of the pool is sent to `owner` by email.
    pub email_on_error: bool,
}

impl fmt::Debug for CreateWorkerPoolRequestRequired {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateWorkerPoolRequestRequired")
            .field("provider_id", &self.provider_id)
            .field("description", &self.description)
            .field("config", &taskcluster_core::json::shown(&self.config))
            .field("owner", &self.owner)
            .field("email_on_error", &self.email_on_error)
            .finish()
    }
}

impl CreateWorkerPoolRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: CreateWorkerPoolRequestRequired) -> Self {
        Self {
            config: required.config,
            description: required.description,
            email_on_error: required.email_on_error,
            owner: required.owner,
            provider_id: required.provider_id,
            extra_members: BTreeMap::new(),
        }
    }
}

impl fmt::Debug for CreateWorkerPoolRequest {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateWorkerPoolRequest")
            .field("config", &taskcluster_core::json::shown(&self.config))
            .field("description", &self.description)
            .field("email_on_error", &self.email_on_error)
            .field("owner", &self.owner)
            .field("provider_id", &self.provider_id)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish()
    }
}
