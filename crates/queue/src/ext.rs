//! What the references cannot express.

use std::fmt;

use taskcluster_core::json::{Value, shown};
use taskcluster_core::task_queue::two_words;
use taskcluster_core::{RequestError, Result};
use time::OffsetDateTime;

use crate::types::{CreateTaskRequest, CreateTaskRequestRequired, TaskMetadata};

/// What a [`CreateTaskRequest`] must have, with the task queue as one name.
#[derive(Clone, PartialEq)]
pub struct CreateTaskRequestIn {
    /// Name of the task queue, `provisionerId/workerType`.
    pub task_queue_id: String,
    /// See [`CreateTaskRequestRequired::created`].
    pub created: OffsetDateTime,
    /// See [`CreateTaskRequestRequired::deadline`].
    pub deadline: OffsetDateTime,
    /// See [`CreateTaskRequestRequired::payload`].
    pub payload: Value,
    /// See [`CreateTaskRequestRequired::metadata`].
    pub metadata: TaskMetadata,
}

impl fmt::Debug for CreateTaskRequestIn {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CreateTaskRequestIn")
            .field("task_queue_id", &self.task_queue_id)
            .field("created", &self.created)
            .field("deadline", &self.deadline)
            .field("payload", &shown(&self.payload))
            .field("metadata", &self.metadata)
            .finish()
    }
}

impl CreateTaskRequest {
    /// As [`new`](Self::new), with the task queue named by its `taskQueueId`. What is sent are its
    /// two words, which servers of 2018 and of today take.
    ///
    /// ```
    /// use std::time::Duration;
    /// use taskcluster_queue::types::*;
    ///
    /// let now = time::OffsetDateTime::now_utc();
    /// let task = CreateTaskRequest::new_in(CreateTaskRequestIn {
    ///     task_queue_id: "proj/linux".into(),
    ///     created: now,
    ///     deadline: now + Duration::from_secs(3600),
    ///     payload: serde_json::json!({ "command": ["make", "test"] }),
    ///     metadata: TaskMetadata::new(TaskMetadataRequired {
    ///         name: "test".into(),
    ///         description: "Runs the tests".into(),
    ///         owner: "me@example.com".into(),
    ///         source: "https://example.com".into(),
    ///     }),
    /// })?;
    /// assert_eq!((&*task.provisioner_id, &*task.worker_type), ("proj", "linux"));
    /// # Ok::<(), taskcluster_core::Error>(())
    /// ```
    ///
    /// # Errors
    /// The name has another form than `provisionerId/workerType`.
    pub fn new_in(required: CreateTaskRequestIn) -> Result<Self> {
        let [provisioner_id, worker_type] =
            two_words(&required.task_queue_id).map_err(RequestError::new)?;
        Ok(Self::new(CreateTaskRequestRequired {
            provisioner_id: provisioner_id.to_owned(),
            worker_type: worker_type.to_owned(),
            created: required.created,
            deadline: required.deadline,
            payload: required.payload,
            metadata: required.metadata,
        }))
    }
}
