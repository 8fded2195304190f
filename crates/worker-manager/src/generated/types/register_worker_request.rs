// Written by `cargo xtask generate` from the references of the service `worker-manager`. Do not edit.

//! The types of the schema `register-worker-request`.

use std::fmt;

use time::OffsetDateTime;

/// Who the worker is, and the proof of it.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RegisterWorkerRequest {
    /// Name of the provider that looks after the worker. It is that of the pool unless the pool was
    /// moved to another provider since.
    ///
    /// Length: 1 to 38.
    pub provider_id: String,
    /// Date-time (UTC) when the machine of the worker was booted, as the worker knows it. May be
    /// left out.
    pub system_boot_time: Option<OffsetDateTime>,
    /// Group of the worker within its pool, often the region or zone it is in. 1 to 38 letters,
    /// digits, `-` or `_`.
    pub worker_group: String,
    /// Name of the worker, unique within its group. 1 to 38 letters, digits, `-` or `_`.
    pub worker_id: String,
    /// Proof that the caller is the worker that it claims to be. Its form depends on the type of
    /// the provider. All of them are secret.
    pub worker_identity_proof: WorkerIdentityProof,
    /// Name of the worker pool: `provisionerId/workerType`, the same as the name of its task queue.
    /// The first part has 1 to 38 letters, digits, `-` or `_`; the second 1 to 38 lower-case
    /// letters, digits or `-`, beginning with a letter and not ending in `-`.
    pub worker_pool_id: String,
}

taskcluster_core::members! {
    RegisterWorkerRequest {
        0 provider_id = "providerId": required,
        1 system_boot_time = "systemBootTime": optional_date,
        2 worker_group = "workerGroup": required,
        3 worker_id = "workerId": required,
        4 worker_identity_proof = "workerIdentityProof": required,
        5 worker_pool_id = "workerPoolId": required,
    }
}

/// What a [`RegisterWorkerRequest`] must have.
#[derive(Clone, Debug, PartialEq)]
pub struct RegisterWorkerRequestRequired {
    /// Name of the worker pool: `provisionerId/workerType`, the same as the name of its task queue.
    /// The first part has 1 to 38 letters, digits, `-` or `_`; the second 1 to 38 lower-case
    /// letters, digits or `-`, beginning with a letter and not ending in `-`.
    pub worker_pool_id: String,
    /// Name of the provider that looks after the worker. It is that of the pool unless the pool was
    /// moved to another provider since.
    ///
    /// Length: 1 to 38.
    pub provider_id: String,
    /// Group of the worker within its pool, often the region or zone it is in. 1 to 38 letters,
    /// digits, `-` or `_`.
    pub worker_group: String,
    /// Name of the worker, unique within its group. 1 to 38 letters, digits, `-` or `_`.
    pub worker_id: String,
    /// Proof that the caller is the worker that it claims to be. Its form depends on the type of
    /// the provider. All of them are secret.
    pub worker_identity_proof: WorkerIdentityProof,
}

impl RegisterWorkerRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: RegisterWorkerRequestRequired) -> Self {
        Self {
            provider_id: required.provider_id,
            system_boot_time: None,
            worker_group: required.worker_group,
            worker_id: required.worker_id,
            worker_identity_proof: required.worker_identity_proof,
            worker_pool_id: required.worker_pool_id,
        }
    }

    /// Sets [`system_boot_time`](Self::system_boot_time).
    #[must_use]
    pub fn system_boot_time(mut self, system_boot_time: OffsetDateTime) -> Self {
        self.system_boot_time = Some(system_boot_time);
        self
    }
}

taskcluster_core::untagged_union! {
    /// Proof that the caller is the worker that it claims to be. Its form depends on the type of
    /// the provider. All of them are secret.
    ///
    /// Today's servers only.
    pub enum WorkerIdentityProof {
        /// Proof of a worker on Google Cloud.
        GoogleProof(GoogleProof),
        /// Proof of a worker that was recorded with `createWorker`.
        StaticProof(StaticProof),
        /// Proof of a worker on Amazon EC2.
        AwsProof(AwsProof),
        /// Proof of a worker on Microsoft Azure.
        AzureProof(AzureProof),
    }
}

taskcluster_core::from_variant!(WorkerIdentityProof::GoogleProof(GoogleProof));

taskcluster_core::from_variant!(WorkerIdentityProof::StaticProof(StaticProof));

taskcluster_core::from_variant!(WorkerIdentityProof::AwsProof(AwsProof));

taskcluster_core::from_variant!(WorkerIdentityProof::AzureProof(AzureProof));

/// Proof of a worker on Google Cloud.
///
/// Today's servers only.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct GoogleProof {
    /// The instance identity token that Google Cloud gives out on the machine.
    pub token: String,
}

taskcluster_core::members! {
    GoogleProof {
        0 token = "token": required,
    }
}

impl GoogleProof {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(token: impl Into<String>) -> Self {
        Self {
            token: token.into(),
        }
    }
}

impl fmt::Debug for GoogleProof {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GoogleProof").finish_non_exhaustive()
    }
}

/// Proof of a worker that was recorded with `createWorker`.
///
/// Today's servers only.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct StaticProof {
    /// The secret that was given to `createWorker` or `updateWorker` for this worker.
    pub static_secret: String,
}

taskcluster_core::members! {
    StaticProof {
        0 static_secret = "staticSecret": required,
    }
}

impl StaticProof {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(static_secret: impl Into<String>) -> Self {
        Self {
            static_secret: static_secret.into(),
        }
    }
}

impl fmt::Debug for StaticProof {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("StaticProof").finish_non_exhaustive()
    }
}

/// Proof of a worker on Amazon EC2.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AwsProof {
    /// The instance identity document that Amazon EC2 gives out on the machine, as it is.
    pub document: String,
    /// The signature of that document, which is given out beside it.
    pub signature: String,
}

taskcluster_core::members! {
    AwsProof {
        0 document = "document": required,
        1 signature = "signature": required,
    }
}

/// What a [`AwsProof`] must have.
#[derive(Clone, Debug, PartialEq)]
pub struct AwsProofRequired {
    /// The instance identity document that Amazon EC2 gives out on the machine, as it is.
    pub document: String,
    /// The signature of that document, which is given out beside it.
    pub signature: String,
}

impl AwsProof {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: AwsProofRequired) -> Self {
        Self {
            document: required.document,
            signature: required.signature,
        }
    }
}

/// Proof of a worker on Microsoft Azure.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AzureProof {
    /// The attested document that Azure gives out on the machine, which carries its own signature.
    pub document: String,
}

taskcluster_core::members! {
    AzureProof {
        0 document = "document": required,
    }
}

impl AzureProof {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(document: impl Into<String>) -> Self {
        Self {
            document: document.into(),
        }
    }
}
