// Written by `cargo xtask generate` from the references of the service `aws-provisioner`. Do not edit.

//! The service's exchanges.

use super::selections;

/// Announces on pulse when worker types are created, updated and removed.
///
/// All three exchanges carry the same small message and the same routing key. The message says only
/// which worker type is concerned; fetch the definition with the `workerType` method if you need
/// it. Delivery is at least once, so expect repeats, for instance when an idempotent request was
/// sent twice.
///
/// The exchanges tell about definitions, not about instances: no message is sent when an instance
/// starts or stops.
#[derive(Clone, Copy, Debug)]
pub struct AwsProvisionerEvents;

impl AwsProvisionerEvents {
    /// Sent when a worker type has been created with `createWorkerType`.
    ///
    /// The definition is stored by the time the message arrives. Repeating the same creation sends
    /// the message again.
    ///
    /// Until 2019.
    ///
    /// * Exchange: `exchange/taskcluster-aws-provisioner/v1/worker-type-created`
    /// * Message: [`super::types::WorkerTypeMessage`]
    #[doc(alias = "workerTypeCreated")]
    pub fn worker_type_created() -> selections::WorkerTypeCreated {
        selections::WorkerTypeCreated::new()
    }

    /// Sent when the definition of a worker type has been replaced with `updateWorkerType`.
    ///
    /// It is sent for each accepted update, also when the new definition equals the old one.
    /// Instances that already run are not affected by the update.
    ///
    /// Until 2019.
    ///
    /// * Exchange: `exchange/taskcluster-aws-provisioner/v1/worker-type-updated`
    /// * Message: [`super::types::WorkerTypeMessage`]
    #[doc(alias = "workerTypeUpdated")]
    pub fn worker_type_updated() -> selections::WorkerTypeUpdated {
        selections::WorkerTypeUpdated::new()
    }

    /// Sent when the definition of a worker type has been deleted with `removeWorkerType`.
    ///
    /// Its instances may still be running at this point; they are terminated shortly afterwards.
    ///
    /// Until 2019.
    ///
    /// * Exchange: `exchange/taskcluster-aws-provisioner/v1/worker-type-removed`
    /// * Message: [`super::types::WorkerTypeMessage`]
    #[doc(alias = "workerTypeRemoved")]
    pub fn worker_type_removed() -> selections::WorkerTypeRemoved {
        selections::WorkerTypeRemoved::new()
    }
}
