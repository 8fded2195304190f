//! What a worker does: claim a task, run its command, keep the claim, hand in logs and artifacts,
//! report.
//!
//! A task is lost to the worker when its claim has ended, whatever the reason. The worker then
//! drops everything about it and reports nothing, since the queue has given the task to another.
//! Whatever else goes wrong is either tried again or told to the queue, which tries the task again.

mod claim;
mod command;
mod live_log;
mod order;
mod upload;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use taskcluster_client::queue::types::{
    ArtifactErrorReason, ClaimWorkRequest, ClaimWorkRequestRequired, ClaimedTask, ExceptionReason,
    TaskExceptionRequest,
};
use taskcluster_client::{Client, Error, Queue, slugid};

use claim::Claim;
use command::Ended;
use live_log::Log;
pub use live_log::LogServer;
use order::Order;
use upload::Handed;

/// Why something failed that is not the task's own fault.
pub type Problem = Box<dyn std::error::Error + Send + Sync>;

/// The artifact to read while the task runs, and after.
pub const LIVE_LOG: &str = "public/live.log";
/// The artifact that the live log leads to in the end.
pub const WHOLE_LOG: &str = "public/live_backing.log";

/// The media type of logs.
const LOG_TYPE: &str = "text/plain; charset=utf-8";

/// How long to wait before work is asked for again, after the queue could not be asked.
const PAUSE: Duration = Duration::from_millis(200);

/// One worker, which does one task at a time.
pub struct Worker {
    client: Client,
    logs: LogServer,
    provisioner_id: String,
    worker_type: String,
    request: ClaimWorkRequest,
}

/// How the worker's part in a run of a task ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Reported, with success.
    Completed,
    /// Reported: the command failed.
    Failed,
    /// Reported: the task, or something the worker needed for it, was not as it should be.
    Exception,
    /// Not reported, as the run was not the worker's any more.
    Lost,
}

/// What is to be reported of a run.
enum Verdict {
    Completed,
    Failed,
    Exception(ExceptionReason),
}

impl Worker {
    /// A worker of a worker type; the credentials of the client let it claim work for that.
    pub fn new(
        client: Client,
        logs: LogServer,
        (provisioner_id, worker_type): (&str, &str),
        (worker_group, worker_id): (&str, &str),
    ) -> Self {
        Self {
            client,
            logs,
            provisioner_id: provisioner_id.to_owned(),
            worker_type: worker_type.to_owned(),
            request: ClaimWorkRequest::new(ClaimWorkRequestRequired {
                worker_group: worker_group.into(),
                worker_id: worker_id.into(),
                tasks: 1,
            }),
        }
    }

    /// Works until there is nothing to do and `is_over` says so; tells `seen` of each run.
    ///
    /// # Errors
    /// The queue refuses to give work, for a reason that will not pass.
    pub fn run(
        &self,
        is_over: impl Fn() -> bool,
        mut seen: impl FnMut(&str, Outcome),
    ) -> Result<(), Error> {
        let queue = Queue::new(&self.client);
        loop {
            let call = queue.claim_work(&self.provisioner_id, &self.worker_type, &self.request);
            match call.send() {
                Ok(work) if work.tasks.is_empty() && is_over() => return Ok(()),
                Ok(work) => {
                    for claimed in &work.tasks {
                        seen(&claimed.status.task_id, self.work_on(claimed));
                    }
                }
                // The queue may have given a task all the same, so the client has not asked again by
                // itself. Nobody knows which; the queue takes it back when the claim ends.
                Err(error) if error.may_have_acted() || may_pass(&error) => {
                    std::thread::sleep(PAUSE);
                }
                Err(error) => return Err(error),
            }
        }
    }

    fn work_on(&self, claimed: &ClaimedTask) -> Outcome {
        let Ok(claim) = Claim::keep(&self.client, claimed) else {
            // Without credentials for the task there is nothing to do but to let the claim end.
            return Outcome::Lost;
        };
        let verdict = match Order::read(&claimed.task.payload) {
            Ok(order) => self.perform(&claim, claimed, &order),
            Err(problem) => {
                let log = Log::default();
                log.line(&format!(
                    "The payload is not one for this worker: {problem}"
                ));
                conclude_log(&claim, claimed, &log)
                    .map(|()| Some(Verdict::Exception(ExceptionReason::MalformedPayload)))
            }
        };
        // The reason why the worker could not do its part may be gone in the next attempt.
        let again = |_| Some(Verdict::Exception(ExceptionReason::IntermittentTask));
        let Some(verdict) = verdict.unwrap_or_else(again) else {
            return Outcome::Lost;
        };
        claim.report(&verdict)
    }

    /// Does what the task asks for; no verdict where the claim is lost meanwhile.
    fn perform(
        &self,
        claim: &Claim,
        claimed: &ClaimedTask,
        order: &Order,
    ) -> Result<Option<Verdict>, Problem> {
        let folder = Folder::new()?;
        let live = self.logs.open();
        refer_log(claim, claimed, live.url())?;
        let log = Arc::clone(live.log());
        let ended = command::run(order, &folder.0, &log, || claim.is_lost());
        // Who reads it live has it to its end.
        drop(live);
        let verdict = match ended {
            Ok(Ended::Success) => hand_in(claim, claimed, order, &folder.0, &log)
                .map(|refused| refused.unwrap_or(Verdict::Completed)),
            Ok(Ended::Failure) => hand_in(claim, claimed, order, &folder.0, &log)
                .map(|refused| refused.unwrap_or(Verdict::Failed)),
            Ok(Ended::Abandoned) => {
                // The queue takes the log of a run that it has ended for a while. If it does not, or the run is
                // another worker's, that is not to be helped.
                let _ = conclude_log(claim, claimed, &log);
                return Ok(None);
            }
            Err(e) => Err(e.into()),
        };
        if let Err(problem) = &verdict {
            log.line(&format!("The worker could not do its part: {problem}"));
        }
        // Whatever has happened, nobody is sent to where the log was served.
        conclude_log(claim, claimed, &log)?;
        verdict.map(Some)
    }
}

/// Hands in what the task was to make; a verdict where it asks for what cannot be.
fn hand_in(
    claim: &Claim,
    claimed: &ClaimedTask,
    order: &Order,
    folder: &Path,
    log: &Log,
) -> Result<Option<Verdict>, Problem> {
    let mut refused = None;
    for artifact in &order.artifacts {
        let tell = |text: &str| log.line(text);
        if let Handed::Refused = upload::file(claim, claimed, artifact, folder, tell)? {
            refused = Some(Verdict::Exception(ExceptionReason::MalformedPayload));
        }
    }
    Ok(refused)
}

/// Hands in the log, and makes the live log lead to it; where it cannot be handed in, to the news of that.
fn conclude_log(claim: &Claim, claimed: &ClaimedTask, log: &Log) -> Result<(), Problem> {
    let uploaded = upload_log(claim, claimed, log);
    if let Err(problem) = &uploaded {
        let reason = ArtifactErrorReason::InvalidResourceOnWorker;
        let message = format!("The log could not be uploaded: {problem}");
        // Another artifact of this name may have been begun; then the queue says that there is none.
        let _ = upload::put(claim, claimed, WHOLE_LOG).error(reason, message);
    }
    let run = (&*claimed.status.task_id, claimed.run_id);
    let whole = claim.queue_url(run, WHOLE_LOG)?;
    refer_log(claim, claimed, &whole)?;
    uploaded
}

/// Whether it makes sense to go on after an error: the answer may be a better one next time.
fn may_pass(error: &Error) -> bool {
    error.is_retryable() || matches!(error, Error::Decode(_))
}

/// Makes the live log lead to a place.
fn refer_log(claim: &Claim, claimed: &ClaimedTask, url: &str) -> Result<(), Problem> {
    let put = upload::put(claim, claimed, LIVE_LOG).content_type(LOG_TYPE);
    Ok(claim::stubbornly(|| put.reference(url))?)
}

fn upload_log(claim: &Claim, claimed: &ClaimedTask, log: &Log) -> Result<(), Problem> {
    let put = upload::put(claim, claimed, WHOLE_LOG).content_type(LOG_TYPE);
    claim::stubbornly(|| put.from_bytes(log.text()))?;
    Ok(())
}

impl Claim {
    /// Ends the claim with a report.
    fn report(self, verdict: &Verdict) -> Outcome {
        let (task_id, run_id) = self.run();
        let Some(client) = self.release() else {
            return Outcome::Lost;
        };
        let queue = Queue::new(&client);
        let sent = || match verdict {
            Verdict::Completed => queue.report_completed(&task_id, run_id).send(),
            Verdict::Failed => queue.report_failed(&task_id, run_id).send(),
            Verdict::Exception(reason) => {
                let request = TaskExceptionRequest::new(reason.clone());
                queue.report_exception(&task_id, run_id, &request).send()
            }
        };
        // An answer that got lost may have been a good one: reporting the same again is fine.
        match claim::stubbornly(sent) {
            Ok(_) => match verdict {
                Verdict::Completed => Outcome::Completed,
                Verdict::Failed => Outcome::Failed,
                Verdict::Exception(_) => Outcome::Exception,
            },
            Err(_) => Outcome::Lost,
        }
    }
}

/// A folder for one run of a task, which is gone with this.
struct Folder(PathBuf);

impl Folder {
    fn new() -> std::io::Result<Self> {
        let folder = std::env::temp_dir().join(format!("worker-{}", slugid::v4()));
        std::fs::create_dir(&folder)?;
        Ok(Self(folder))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What a task leaves behind here is nobody's concern.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
