//! Our client as a program with threads uses it.

use std::time::Duration;

use contender::calls::{
    ACCESS_TOKEN, ARTIFACT, CLIENT_ID, EXPIRES_SECONDS, GROUP, LARGE, PROVISIONER, TASK_ID,
    WORKER_TYPE, message, paged,
};
use contender::{Error, Meter, Order, Report, Work};
use taskcluster_core::{Client, Credentials, RetryPolicy};
use taskcluster_queue::Queue;
use taskcluster_queue::types::{ArtifactErrorReason, ErrorArtifactRequest, PostArtifactRequest};
use time::OffsetDateTime;

/// What it does with an order.
pub fn contender() -> impl FnMut(&Order, &Meter) -> Result<Option<Report>, Error> {
    run
}

fn run(order: &Order, meter: &Meter) -> Result<Option<Report>, Error> {
    if matches!(
        order.work,
        Work::Graph | Work::Status | Work::Scopes(_) | Work::Audit
    ) {
        return Ok(None);
    }
    let credentials = Credentials::new(CLIENT_ID, ACCESS_TOKEN);
    let mut builder = Client::builder(&order.root_url).credentials(credentials);
    if order.work == Work::Faulty {
        builder = builder.retry(impatient());
    }
    let queue = Queue::new(&builder.build()?);
    let artifact = artifact()?;
    let report = meter.run(order, || call(&queue, order.work, &artifact))?;
    Ok(Some(report))
}

fn call(queue: &Queue, work: Work, artifact: &PostArtifactRequest) -> Result<(), Error> {
    let pending = || queue.pending_tasks(PROVISIONER, WORKER_TYPE);
    match work {
        Work::Post => {
            queue
                .create_artifact(TASK_ID, 0, ARTIFACT, artifact)
                .send()?;
        }
        Work::List => {
            queue.list_worker_types(LARGE).send()?;
        }
        Work::Pages(pages) => {
            for worker_type in queue.list_worker_types(&paged(pages)).items() {
                worker_type?;
            }
        }
        Work::Group(_) => {
            for task in queue.list_task_group(GROUP).items() {
                task?;
            }
        }
        Work::Sign => {
            pending().signed_url(Duration::from_secs(900))?;
        }
        _ => {
            pending().send()?;
        }
    }
    Ok(())
}

/// Waits at most a millisecond before it tries again.
pub fn impatient() -> RetryPolicy {
    let wait = Duration::from_millis(1);
    RetryPolicy::default()
        .retries(20)
        .first_wait(wait)
        .max_wait(wait)
}

/// The payload of the POST.
///
/// # Errors
/// The date is none.
pub fn artifact() -> Result<PostArtifactRequest, Error> {
    let expires = OffsetDateTime::from_unix_timestamp(EXPIRES_SECONDS)?;
    let reason = ArtifactErrorReason::FileMissingOnWorker;
    let artifact = ErrorArtifactRequest::new(expires, reason, message());
    Ok(PostArtifactRequest::Error(artifact))
}
