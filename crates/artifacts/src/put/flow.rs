//! How an artifact is made: what Taskcluster is told, and what the storage is sent.

use std::time::Instant;

use taskcluster_core::{Method, Response, Transfer};
use taskcluster_queue::Queue;
use taskcluster_queue::types::{
    ArtifactErrorReason, BlobArtifactRequest, BlobArtifactRequestRequired, BlobPart,
    ErrorArtifactRequest, LinkArtifactRequest, ObjectArtifactRequest, PostArtifactRequest,
    PostArtifactResponse, PutArtifactRequest, ReferenceArtifactRequest,
    ReferenceArtifactRequestRequired, S3ArtifactRequest,
};
use time::OffsetDateTime;

use super::source::{Measured, Source};
use super::{Put, Storage, Stored, object};
use crate::colour::{Colour, aside, moment};
use crate::content::digest::Digests;
use crate::content::outgoing::{Failure, Outgoing};
use crate::content::place::StorageType;
use crate::content::progress::Progress;
use crate::content::sending::{Sending, Sent};
use crate::error::{Error, Result};
use crate::subject::task_id;

/// The size of the parts of a blob, where nothing else is said.
pub(super) const PART: u64 = 256 * 1024 * 1024;

/// One artifact that is being made.
pub(super) struct Making<'a, C> {
    pub(super) put: &'a Put<C>,
    pub(super) source: Source,
    task_id: String,
    run: u64,
    pub(super) expires: OffsetDateTime,
    /// What was found out by reading it, where that was necessary.
    pub(super) measured: Option<Measured>,
    pub(super) sending: Sending,
    pub(super) start: Instant,
}

/// A request with which content is sent.
pub(super) struct Order {
    pub(super) url: String,
    pub(super) headers: Vec<(String, String)>,
    /// Begin and length, where it is not all of the content.
    pub(super) part: Option<(u64, u64)>,
}

pub(super) async fn put<C: Colour>(put: &Put<C>, source: Source) -> Result<Stored> {
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
    async fn measure(&mut self, part_size: Option<u64>) -> Result<()> {
        let (source, packed) = (self.source.clone(), self.put.is_packed);
        let measured = aside::<C, _>(move || source.measure(packed, part_size)).await;
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

    async fn blob(&mut self) -> Result<Stored> {
        let size = self.put.part_size;
        let in_parts = !self.put.is_packed && self.source.length() > size;
        let plain = match self.put.is_packed {
            true => {
                let source = self.source.clone();
                let measured = aside::<C, _>(move || source.measure(false, None)).await;
                measured.unwrap_or_else(|| Err(ended()))?
            }
            false => {
                self.measure(in_parts.then_some(size)).await?;
                self.measured.clone().unwrap_or_default()
            }
        };
        let request = self.blob_request(&plain, in_parts);
        let mut etags: Vec<String> = Vec::new();
        'fresh: loop {
            let PostArtifactResponse::Blob(answer) = self.create(request.clone()).await? else {
                return Err(surprise());
            };
            let lengths = self.measured.as_ref().map(|it| it.parts.clone());
            let lengths = lengths.unwrap_or_default();
            for (at, request) in answer.requests.iter().enumerate().skip(etags.len()) {
                let begin: u64 = lengths.iter().take(at).map(|(length, _)| length).sum();
                let order = Order {
                    url: request.url.clone(),
                    headers: request.headers.clone().into_iter().collect(),
                    part: lengths.get(at).map(|(length, _)| (begin, *length)),
                };
                let Some(head) = self.send(&order, &mut Digests::default()).await? else {
                    continue 'fresh;
                };
                etags.push(head.headers().get("etag").unwrap_or_default().to_owned());
                self.sending.aged();
            }
            break;
        }
        let queue = Queue::new(&self.put.caller.client());
        let payload = PutArtifactRequest::new(etags);
        C::send(queue.complete_artifact(&self.task_id, self.run, &self.put.name, &payload)).await?;
        Ok(self.stored(StorageType::Blob))
    }

    fn blob_request(&self, plain: &Measured, in_parts: bool) -> BlobArtifactRequest {
        let required = BlobArtifactRequestRequired {
            expires: self.expires,
            content_type: self.put.media_type().to_owned(),
            content_sha256: plain.sha256.clone(),
            content_length: plain.length,
        };
        let mut request = BlobArtifactRequest::new(required);
        if let (true, Some(packed)) = (self.put.is_packed, &self.measured) {
            request = request
                .content_encoding("gzip")
                .transfer_length(packed.length)
                .transfer_sha256(&*packed.sha256);
        }
        if in_parts {
            let part = |(size, hash): &(u64, String)| BlobPart::new().sha256(hash).size(*size);
            request = request.parts(plain.parts.iter().map(part));
        }
        request
    }

    pub(super) fn stored(&self, storage_type: StorageType) -> Stored {
        Stored {
            stored_bytes: self.length(),
            storage_type,
            attempts: self.sending.attempts(),
        }
    }

    /// Sends content once; the answer, or nothing where it has to be asked for a URL again, after a wait.
    /// `digests` are those of what was sent then.
    pub(super) async fn send(
        &mut self,
        order: &Order,
        digests: &mut Digests,
    ) -> Result<Option<Response>> {
        let length = order
            .part
            .map_or_else(|| self.length(), |(_, length)| length);
        let transfer = self.transfer(order)?.length(length);
        let root = self.put.caller.client();
        crate::content::location::check(root.session().root_url().as_str(), &order.url)?;
        let body = self.body(order, length, digests.clone())?;
        let time_left = self.sending.time_left(self.start.elapsed())?;
        let (outcome, mut body) = root.push(&transfer, body, time_left).await;
        match body.failure() {
            Some(Failure::Changed) => return Err(self.changed()),
            Some(Failure::Io(e)) if outcome.is_ok() || !body.is_whole() => {
                return Err(Error::local(self.source.path(), "reading", e));
            }
            _ => self.source.check()?,
        }
        let head = outcome.as_ref().ok().map(|(head, _)| head.clone());
        let host = host(&order.url);
        match self.sending.judge(host, outcome, moment(self.start))? {
            Sent::Done if !body.is_whole() => {
                Err(Error::refused("the storage answered before all was sent"))
            }
            Sent::Done => {
                *digests = body.digests;
                Ok(head)
            }
            Sent::Again(wait) => {
                root.pause(wait).await;
                Ok(None)
            }
        }
    }

    fn transfer(&self, order: &Order) -> Result<Transfer> {
        let mut transfer = Transfer::new(Method::Put, &order.url)?;
        // A service that has no word for it, as that of objects, says `identity`.
        let is_encoding = |name: &str| name.eq_ignore_ascii_case("content-encoding");
        for (name, value) in &order.headers {
            if !(self.put.is_packed && is_encoding(name)) {
                transfer = transfer.header(name, value)?;
            }
        }
        if self.put.is_packed {
            transfer = transfer.header("content-encoding", "gzip")?;
        }
        Ok(transfer)
    }

    fn body(&self, order: &Order, length: u64, digests: Digests) -> Result<Outgoing> {
        let input = self.source.open(self.put.is_packed, order.part);
        let input = input.map_err(|e| Error::local(self.source.path(), "reading", e))?;
        let progress = Progress {
            bytes: order.part.map_or(0, |(begin, _)| begin),
            total: Some(self.length()),
            attempt: self.sending.attempts() + 1,
        };
        let body = Outgoing::new(input, length, digests, progress);
        Ok(body.listener(self.put.listener.clone()))
    }

    fn changed(&self) -> Error {
        match self.source.path() {
            Some(path) => Error::Changed(path.to_owned()),
            None => Error::refused("what is sent has changed"),
        }
    }
}

fn run_of<C>(put: &Put<C>) -> Result<u64> {
    put.run
        .ok_or_else(|| Error::refused("say by `run` to which run of the task the artifact belongs"))
}

/// When the artifact expires: with its task, where nothing else is said.
async fn expires<C: Colour>(put: &Put<C>, task_id: &str) -> Result<OffsetDateTime> {
    if let Some(time) = put.expires {
        return Ok(time);
    }
    let task = C::send(Queue::new(&put.caller.client()).task(task_id)).await?;
    task.expires
        .ok_or_else(|| Error::refused("the task does not say when it expires; say it by `expires`"))
}

async fn create<C: Colour>(
    put: &Put<C>,
    request: impl FnOnce(OffsetDateTime) -> PostArtifactRequest,
) -> Result<()> {
    let run = run_of(put)?;
    let task_id = task_id(&put.subject, &put.caller.client()).await?;
    let request = request(expires(put, &task_id).await?);
    let queue = Queue::new(&put.caller.client());
    C::send(queue.create_artifact(&task_id, run, &put.name, &request)).await?;
    Ok(())
}

pub(super) async fn reference<C: Colour>(put: &Put<C>, url: String) -> Result<()> {
    let content_type = put.media_type().to_owned();
    create(put, |expires| {
        let required = ReferenceArtifactRequestRequired {
            expires,
            url,
            content_type,
        };
        ReferenceArtifactRequest::new(required).into()
    })
    .await
}

pub(super) async fn link<C: Colour>(put: &Put<C>, artifact: String) -> Result<()> {
    let content_type = put.content_type.clone();
    create(put, |expires| {
        let request = LinkArtifactRequest::new(expires, artifact);
        match content_type {
            Some(content_type) => request.content_type(content_type).into(),
            None => request.into(),
        }
    })
    .await
}

pub(super) async fn error<C: Colour>(
    put: &Put<C>,
    reason: ArtifactErrorReason,
    message: String,
) -> Result<()> {
    create(put, |expires| {
        ErrorArtifactRequest::new(expires, reason, message).into()
    })
    .await
}

/// The request for an object.
pub(super) fn object_request<C>(
    making: &Making<'_, C>,
    length: u64,
    media_type: &str,
) -> ObjectArtifactRequest {
    ObjectArtifactRequest::new(making.expires, media_type).content_length(length)
}

fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or("", |(_, rest)| rest);
    rest.split(['/', '?']).next().unwrap_or_default()
}

pub(super) fn surprise() -> Error {
    Error::refused("the queue answers with another storage type than it was asked for")
}

fn ended() -> Error {
    Error::local(
        None,
        "reading",
        std::io::Error::other("the thread that reads has ended"),
    )
}
