//! Artifacts without content of their own: they lead elsewhere, or say why there is none.

use taskcluster_queue::Queue;
use taskcluster_queue::types::{
    ArtifactErrorReason, ErrorArtifactRequest, LinkArtifactRequest, PostArtifactRequest,
    ReferenceArtifactRequest, ReferenceArtifactRequestRequired,
};
use time::OffsetDateTime;

use super::Put;
use super::flow::{expires, run_of};
use crate::colour::Colour;
use crate::error::Result;
use crate::subject::task_id;

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
