//! What a task leaves behind, brought to where the queue wants it.

use std::time::Duration;

use taskcluster_client::queue::types::{
    ArtifactErrorReason, ClaimedTask, ErrorArtifactRequest, PostArtifactRequest,
    PostArtifactResponse, S3ArtifactRequest,
};
use taskcluster_client::{Queue, RetryPolicy};

use super::Problem;
use super::claim::Claim;

/// How often the storage is tried before the queue is asked for another place.
const ATTEMPTS: u32 = 5;
/// How long one upload may take.
const TIMEOUT: Duration = Duration::from_secs(600);

/// Hands in an artifact with this content.
pub fn bytes(
    claim: &Claim,
    claimed: &ClaimedTask,
    name: &str,
    content_type: &str,
    bytes: &[u8],
) -> Result<(), Problem> {
    let request = S3ArtifactRequest::new(claimed.status.expires, content_type);
    match create(claim, claimed, name, &request.into())? {
        PostArtifactResponse::S3(place) => put(&place.put_url, content_type, bytes),
        _ => Err("the queue has answered with another kind of artifact".into()),
    }
}

/// Hands in the news that there is no such artifact.
pub fn error(
    claim: &Claim,
    claimed: &ClaimedTask,
    name: &str,
    message: &str,
) -> Result<(), Problem> {
    let reason = ArtifactErrorReason::FileMissingOnWorker;
    let request = ErrorArtifactRequest::new(claimed.status.expires, reason, message);
    create(claim, claimed, name, &request.into()).map(drop)
}

fn create(
    claim: &Claim,
    claimed: &ClaimedTask,
    name: &str,
    request: &PostArtifactRequest,
) -> Result<PostArtifactResponse, Problem> {
    let (task_id, run_id) = (&claimed.status.task_id, claimed.run_id);
    let created = claim.calling(|client| {
        Queue::new(client)
            .create_artifact(task_id, run_id, name, request)
            .send()
    });
    Ok(created?)
}

/// Writes to the storage, which has no part in the API and so no client but this.
fn put(url: &str, content_type: &str, bytes: &[u8]) -> Result<(), Problem> {
    let config = ureq::Agent::config_builder().timeout_global(Some(TIMEOUT));
    let agent = config.build().new_agent();
    let waits = RetryPolicy::default();
    let mut attempt = 1;
    loop {
        let sent = agent
            .put(url)
            .header("content-type", content_type)
            .send(bytes);
        match sent {
            Ok(_) => return Ok(()),
            Err(ureq::Error::StatusCode(status @ 400..500)) if status != 429 => {
                return Err(format!("the storage has refused the content: {status}").into());
            }
            // The address is a secret of a kind, and these errors do not show it.
            Err(e) if attempt == ATTEMPTS => return Err(e.into()),
            Err(_) => std::thread::sleep(waits.backoff(attempt, 0.5)),
        }
        attempt += 1;
    }
}
