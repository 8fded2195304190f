// Written by `cargo xtask generate` from the references of the service `worker-manager`. Do not edit.

//! The types of the schema `update-worker-pool-request`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;
use time::OffsetDateTime;

/// The new definition of a worker pool, complete: it takes the place of the one before.
///
/// The members which the service sets itself are accepted so that what `workerPool` returned can be
/// changed and sent back, once the figures on workers are taken out.
///
/// Today's servers only.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct UpdateWorkerPoolRequest {
    /// How the provider is to run the pool: what the machines look like, how many there may be and
    /// how workers are configured. Its form depends on the type of the provider, and the service
    /// checks it; `createWorkerPool` tells what each type needs.
    pub config: Value,
    /// Accepted and not used: the pool keeps its date of creation.
    pub created: Option<OffsetDateTime>,
    /// What the pool is for, as text for people, perhaps in Markdown. At most 10240 characters.
    pub description: String,
    /// Whether each error of the pool is sent to `owner` by email.
    pub email_on_error: bool,
    /// Accepted and not used: the service sets it.
    pub last_modified: Option<OffsetDateTime>,
    /// Email address of whoever answers for the pool. It gets the errors of the pool if
    /// `emailOnError` is set.
    pub owner: String,
    /// Name of the provider that looks after the workers of the pool; `listProviders` lists them.
    /// It is `null-provider` for a pool that waits to be deleted.
    ///
    /// Length: 1 to 38.
    pub provider_id: String,
    /// Name of the worker pool. If given, it has to be the one in the path.
    pub worker_pool_id: Option<String>,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    UpdateWorkerPoolRequest and extra_members {
        0 config = "config": required,
        1 created = "created": optional_date,
        2 description = "description": required,
        3 email_on_error = "emailOnError": required,
        4 last_modified = "lastModified": optional_date,
        5 owner = "owner": required,
        6 provider_id = "providerId": required,
        7 worker_pool_id = "workerPoolId": optional,
    }
}

/// What a [`UpdateWorkerPoolRequest`] must have.
#[derive(Clone, PartialEq)]
pub struct UpdateWorkerPoolRequestRequired {
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

impl fmt::Debug for UpdateWorkerPoolRequestRequired {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UpdateWorkerPoolRequestRequired")
            .field("provider_id", &self.provider_id)
            .field("description", &self.description)
            .field("config", &taskcluster_core::json::shown(&self.config))
            .field("owner", &self.owner)
            .field("email_on_error", &self.email_on_error)
            .finish()
    }
}

impl UpdateWorkerPoolRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: UpdateWorkerPoolRequestRequired) -> Self {
        Self {
            config: required.config,
            created: None,
            description: required.description,
            email_on_error: required.email_on_error,
            last_modified: None,
            owner: required.owner,
            provider_id: required.provider_id,
            worker_pool_id: None,
            extra_members: BTreeMap::new(),
        }
    }

    /// Sets [`created`](Self::created).
    #[must_use]
    pub fn created(mut self, created: OffsetDateTime) -> Self {
        self.created = Some(created);
        self
    }

    /// Sets [`last_modified`](Self::last_modified).
    #[must_use]
    pub fn last_modified(mut self, last_modified: OffsetDateTime) -> Self {
        self.last_modified = Some(last_modified);
        self
    }

    /// Sets [`worker_pool_id`](Self::worker_pool_id).
    #[must_use]
    pub fn worker_pool_id(mut self, worker_pool_id: impl Into<String>) -> Self {
        self.worker_pool_id = Some(worker_pool_id.into());
        self
    }
}

impl fmt::Debug for UpdateWorkerPoolRequest {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UpdateWorkerPoolRequest")
            .field("config", &taskcluster_core::json::shown(&self.config))
            .field("created", &self.created)
            .field("description", &self.description)
            .field("email_on_error", &self.email_on_error)
            .field("last_modified", &self.last_modified)
            .field("owner", &self.owner)
            .field("provider_id", &self.provider_id)
            .field("worker_pool_id", &self.worker_pool_id)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish()
    }
}
