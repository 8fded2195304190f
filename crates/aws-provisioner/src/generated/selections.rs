// Written by `cargo xtask generate` from the references of the service `aws-provisioner`. Do not edit.

//! Which messages of an exchange to hear of, field by field.

use super::topics;

taskcluster_core::selection! {
    /// Selects messages of
    /// [`AwsProvisionerEvents::worker_type_created`](super::AwsProvisionerEvents::worker_type_created).
    pub struct WorkerTypeCreated of topics::WORKER_TYPE_CREATED => super::types::WorkerTypeMessage {
        /// Name of the worker type that was created.
        worker_type = "workerType",
        /// Unused, kept for future fields. Match it with `#`, which is the default.
        reserved = "reserved",
    }
}

taskcluster_core::selection! {
    /// Selects messages of
    /// [`AwsProvisionerEvents::worker_type_updated`](super::AwsProvisionerEvents::worker_type_updated).
    pub struct WorkerTypeUpdated of topics::WORKER_TYPE_UPDATED => super::types::WorkerTypeMessage {
        /// Name of the worker type that was updated.
        worker_type = "workerType",
        /// Unused, kept for future fields. Match it with `#`, which is the default.
        reserved = "reserved",
    }
}

taskcluster_core::selection! {
    /// Selects messages of
    /// [`AwsProvisionerEvents::worker_type_removed`](super::AwsProvisionerEvents::worker_type_removed).
    pub struct WorkerTypeRemoved of topics::WORKER_TYPE_REMOVED => super::types::WorkerTypeMessage {
        /// Name of the worker type that was removed.
        worker_type = "workerType",
        /// Unused, kept for future fields. Match it with `#`, which is the default.
        reserved = "reserved",
    }
}
