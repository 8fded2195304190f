//! What a task leaves behind, brought to where the queue wants it.

use std::path::Path;

use taskcluster_client::artifacts::{Error, Put};
use taskcluster_client::queue::types::{ArtifactErrorReason, ClaimedTask};

use super::claim::Claim;
use super::order::Artifact;

/// What came of an artifact.
pub enum Handed {
    /// It is there, or an error artifact is in its place.
    In,
    /// The queue does not take an artifact of this name: the task must ask for another one.
    Refused,
}

/// Begins an artifact of the run, with the credentials that are good when each call is made.
pub fn put(claim: &Claim, claimed: &ClaimedTask, name: &str) -> Put {
    let run = claim.artifacts().of(&claimed.status.task_id);
    run.run(claimed.run_id)
        .put(name)
        .expires(claimed.status.expires)
}

/// Hands in a file of the task, or the news why there is none.
///
/// # Errors
/// Neither is possible now.
pub fn file(
    claim: &Claim,
    claimed: &ClaimedTask,
    artifact: &Artifact,
    folder: &Path,
    tell: impl Fn(&str),
) -> Result<Handed, Error> {
    let put = put(claim, claimed, &artifact.name).content_type(&artifact.content_type);
    let outcome = match put.from_file(folder.join(&artifact.path)) {
        Err(e @ (Error::Local(_) | Error::Refused(_) | Error::Changed(_))) => {
            let message = format!("{}: {e}", artifact.path);
            tell(&message);
            put.error(reason(&e), message)
        }
        other => other.map(drop),
    };
    match outcome {
        Ok(()) => Ok(Handed::In),
        Err(Error::Call(e)) if e.status() == Some(400) => {
            let name = &artifact.name;
            tell(&format!("the queue refuses the artifact {name:?}: {e}"));
            Ok(Handed::Refused)
        }
        Err(e) => Err(e),
    }
}

fn reason(error: &Error) -> ArtifactErrorReason {
    match error {
        Error::Local(e) if e.io().kind() == std::io::ErrorKind::NotFound => {
            ArtifactErrorReason::FileMissingOnWorker
        }
        _ => ArtifactErrorReason::InvalidResourceOnWorker,
    }
}
