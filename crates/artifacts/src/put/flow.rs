//! How an artifact is made: what Taskcluster is told, and what the storage is sent.

use std::time::Instant;

use taskcluster_queue::Queue;
use taskcluster_queue::types::{PostArtifactRequest, PostArtifactResponse, S3ArtifactRequest};
use time::OffsetDateTime;

use super::reclaim::keeping;
use super::send::Order;
use super::source::{Measured, Source};
use super::{Put, Storage, Stored, object};
use crate::colour::Colour;
use crate::content::digest::Digests;
use crate::content::place::StorageType;
use crate::content::sending::Sending;
use crate::error::{Error, Result};
use crate::subject::task_id;

/// One artifact that is being made.
pub(super) struct Making<'a, C> {
    pub(super) put: &'a Put<C>,
    pub(super) source: Source,
    pub(super) task_id: String,
    pub(super) run: u64,
    pub(super) expires: OffsetDateTime,
    /// What was found out by reading it, where that was necessary.
    pub(super) measured: Option<Measured>,
    pub(super) sending: Sending,
    pub(super) start: Instant,
}

pub(super) async fn put<C: Colour>(put: &Put<C>, source: Source) -> Result<Stored> {
    keeping(put, stored(put, source)).await
}

async fn stored<C: Colour>(put: &Put<C>, source: Source) -> Result<Stored> {
    let mut making = Making::new(put, source).await?;
    match put.storage {
        Storage::S3 => making.s3().await,
        Storage::Object => object::put(&mut making).await,
        Storage::Blob => making.blob().await,
        Storage::Automatic => match making.s3().await {
            // What the server refuses for other reasons, it refuses again.
            Err(first) if is_refusal(&first) => {
                object::put(&mut making)
                    .await
                    .map_err(|second| match is_refusal(&second) {
                        true => first,
                        false => second,
                    })
            }
            other => other,
        },
    }
}

/// Whether the server refuses the request as such.
fn is_refusal(error: &Error) -> bool {
    matches!(error, Error::Call(e) if e.status() == Some(400))
}

impl<'a, C: Colour> Making<'a, C> {
    async fn new(put: &'a Put<C>, source: Source) -> Result<Self> {
        let run = run_of(put)?;
        let client = put.caller.client();
        let task_id = task_id(&put.subject, &client).await?;
        let expires = expires(put, &task_id).await?;
        let mut making = Self {
            put,
            source,
            task_id,
            run,
            expires,
            measured: None,
            sending: Sending::new(client.session().retry_policy().clone()),
            start: Instant::now(),
        };
        if put.is_packed {
            making.measure(None).await?;
        }
        Ok(making)
    }

    /// Reads all of the content for what has to be known of it first.
    pub(super) async fn measure(&mut self, part_size: Option<u64>) -> Result<()> {
        let (source, packed) = (self.source.clone(), self.put.is_packed);
        let measured = C::aside(move || source.measure(packed, part_size)).await;
        self.measured = Some(measured.unwrap_or_else(|| Err(ended()))?);
        Ok(())
    }

    /// The length of what is stored.
    pub(super) fn length(&self) -> u64 {
        let measured = self.measured.as_ref();
        measured.map_or_else(|| self.source.length(), |measured| measured.length)
    }

    /// Tells the queue of the artifact.
    pub(super) async fn create(
        &self,
        request: impl Into<PostArtifactRequest>,
    ) -> Result<PostArtifactResponse> {
        let queue = Queue::new(&self.put.caller.client());
        let call = queue.create_artifact(&self.task_id, self.run, &self.put.name, &request.into());
        Ok(C::send(call).await?)
    }

    /// Tells the queue that all of an object is there.
    pub(super) async fn finish(&self, upload_id: &str) -> Result<()> {
        let queue = Queue::new(&self.put.caller.client());
        let payload = taskcluster_queue::types::FinishArtifactRequest::new(upload_id);
        let call = queue.finish_artifact(&self.task_id, self.run, &self.put.name, &payload);
        Ok(C::send(call).await?)
    }

    async fn s3(&mut self) -> Result<Stored> {
        let request = S3ArtifactRequest::new(self.expires, self.put.media_type());
        loop {
            let PostArtifactResponse::S3(answer) = self.create(request.clone()).await? else {
                return Err(surprise());
            };
            let order = Order {
                url: answer.put_url,
                headers: vec![("content-type".to_owned(), answer.content_type)],
                part: None,
            };
            if self.send(&order, &mut Digests::default()).await?.is_some() {
                return Ok(self.stored(StorageType::S3));
            }
        }
    }

    pub(super) fn stored(&self, storage_type: StorageType) -> Stored {
        Stored {
            stored_bytes: self.length(),
            storage_type,
            attempts: self.sending.attempts(),
        }
    }
}

pub(super) fn run_of<C>(put: &Put<C>) -> Result<u64> {
    put.run
        .ok_or_else(|| Error::refused("say by `run` to which run of the task the artifact belongs"))
}

/// When the artifact expires: with its task, where nothing else is said.
pub(super) async fn expires<C: Colour>(put: &Put<C>, task_id: &str) -> Result<OffsetDateTime> {
    if let Some(time) = put.expires {
        return Ok(time);
    }
    let task = C::send(Queue::new(&put.caller.client()).task(task_id)).await?;
    task.expires
        .ok_or_else(|| Error::refused("the task does not say when it expires; say it by `expires`"))
}

pub(super) fn surprise() -> Error {
    Error::refused("the queue answers with another storage type than it was asked for")
}

pub(super) fn ended() -> Error {
    Error::local(
        None,
        "reading",
        std::io::Error::other("the thread that reads has ended"),
    )
}
