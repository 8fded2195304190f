// Written by `cargo xtask generate` from the references of the service `worker-manager`. Do not edit.

//! The types of the schema `worker-pool-error-stats`.

use std::fmt;

use taskcluster_core::json::Value;

/// How many errors there are, for one worker pool or for all.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct WorkerPoolErrorStats {
    /// The number of errors, in all and divided up in several ways. A division that has nothing to
    /// show is an empty object.
    pub totals: ErrorTotals,
    /// Name of the worker pool that the figures are about: `provisionerId/workerType`. An empty
    /// string if they are about all pools.
    pub worker_pool_id: String,
}

taskcluster_core::members! {
    WorkerPoolErrorStats {
        0 totals = "totals": required,
        1 worker_pool_id = "workerPoolId": required,
    }
}

impl WorkerPoolErrorStats {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(worker_pool_id: impl Into<String>, totals: ErrorTotals) -> Self {
        Self {
            totals,
            worker_pool_id: worker_pool_id.into(),
        }
    }
}

/// The number of errors, in all and divided up in several ways. A division that has nothing to show
/// is an empty object.
///
/// Today's servers only.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct ErrorTotals {
    /// Number of errors by the code that came with them; those without one are counted as `other`.
    pub code: Value,
    /// Number of errors by day, for the last seven days including today. The keys are the
    /// date-times (UTC) at which the days begin; days without errors are listed with 0.
    pub daily: Value,
    /// Number of errors by hour, for the last 24 hours including the current one. The keys are the
    /// date-times (UTC) at which the hours begin; hours without errors are listed with 0.
    pub hourly: Value,
    /// Number of errors by launch config; those that are about none are counted as `unknown`. May
    /// be empty in the figures for all pools.
    pub launch_config: Value,
    /// Number of errors by their `title`.
    pub title: Value,
    /// How many errors there are in all.
    pub total: f64,
    /// Number of errors by worker pool.
    pub worker_pool: Value,
}

taskcluster_core::members! {
    ErrorTotals {
        0 code = "code": required,
        1 daily = "daily": required,
        2 hourly = "hourly": required,
        3 launch_config = "launchConfig": required,
        4 title = "title": required,
        5 total = "total": required,
        6 worker_pool = "workerPool": required,
    }
}

/// What a [`ErrorTotals`] must have.
pub struct ErrorTotalsRequired {
    /// See [`ErrorTotals::total`].
    pub total: f64,
    /// See [`ErrorTotals::daily`].
    pub daily: Value,
    /// See [`ErrorTotals::hourly`].
    pub hourly: Value,
    /// See [`ErrorTotals::title`].
    pub title: Value,
    /// See [`ErrorTotals::code`].
    pub code: Value,
    /// See [`ErrorTotals::launch_config`].
    pub launch_config: Value,
    /// See [`ErrorTotals::worker_pool`].
    pub worker_pool: Value,
}

impl ErrorTotals {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: ErrorTotalsRequired) -> Self {
        Self {
            code: required.code,
            daily: required.daily,
            hourly: required.hourly,
            launch_config: required.launch_config,
            title: required.title,
            total: required.total,
            worker_pool: required.worker_pool,
        }
    }
}

impl fmt::Debug for ErrorTotals {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ErrorTotals")
            .field("code", &taskcluster_core::json::shown(&self.code))
            .field("daily", &taskcluster_core::json::shown(&self.daily))
            .field("hourly", &taskcluster_core::json::shown(&self.hourly))
            .field(
                "launch_config",
                &taskcluster_core::json::shown(&self.launch_config),
            )
            .field("title", &taskcluster_core::json::shown(&self.title))
            .field("total", &self.total)
            .field(
                "worker_pool",
                &taskcluster_core::json::shown(&self.worker_pool),
            )
            .finish()
    }
}
