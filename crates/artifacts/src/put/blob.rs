//! Content for the queue's own store of 2018: its size and hash are known before it is sent, whole or in parts.

use taskcluster_queue::Queue;
use taskcluster_queue::types::{
    BlobArtifactRequest, BlobArtifactRequestRequired, BlobPart, PostArtifactResponse,
    PutArtifactRequest,
};

use super::Stored;
use super::flow::{Making, ended, surprise};
use super::send::Order;
use super::source::Measured;
use crate::colour::Colour;
use crate::content::digest::Digests;
use crate::content::place::StorageType;
use crate::error::Result;

/// The size of the parts of a blob, where nothing else is said.
pub(super) const PART: u64 = 256 * 1024 * 1024;

impl<C: Colour> Making<'_, C> {
    pub(super) async fn blob(&mut self) -> Result<Stored> {
        let size = self.put.part_size;
        let in_parts = !self.put.is_packed && self.source.length() > size;
        let plain = match self.put.is_packed {
            true => {
                let source = self.source.clone();
                let measured = C::aside(move || source.measure(false, None)).await;
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
}
