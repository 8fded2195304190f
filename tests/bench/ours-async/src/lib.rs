//! Our client as an asynchronous program uses it, on tokio's runtime of one thread.

use std::sync::Arc;
use std::time::Duration;

use contender::calls::{
    ACCESS_TOKEN, ARTIFACT, CLIENT_ID, GROUP, LARGE, PROVISIONER, TASK_ID, WORKER_TYPE, paged,
};
use contender::{Error, Meter, Order, Report, Work, futures};
use taskcluster_core::{AsyncClient, Credentials};
use taskcluster_queue::Queue;
use taskcluster_queue::types::PostArtifactRequest;
use tokio::runtime::Builder;

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
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let credentials = Credentials::new(CLIENT_ID, ACCESS_TOKEN);
    let mut builder = AsyncClient::builder(&order.root_url).credentials(credentials);
    if order.work == Work::Faulty {
        builder = builder.retry(ours::impatient());
    }
    let queue = Queue::new(&builder.build_async()?);
    let (work, artifact) = (order.work, Arc::new(ours::artifact()?));
    let report = futures::run(&runtime, order, meter, move || {
        call(queue.clone(), work, Arc::clone(&artifact))
    })?;
    Ok(Some(report))
}

async fn call(
    queue: Queue<AsyncClient>,
    work: Work,
    artifact: Arc<PostArtifactRequest>,
) -> Result<(), Error> {
    let pending = || queue.pending_tasks(PROVISIONER, WORKER_TYPE);
    match work {
        Work::Post => {
            let call = queue.create_artifact(TASK_ID, 0, ARTIFACT, &artifact);
            call.send().await?;
        }
        Work::List => {
            queue.list_worker_types(LARGE).send().await?;
        }
        Work::Pages(pages) => {
            let mut items = queue.list_worker_types(&paged(pages)).items();
            while let Some(worker_type) = items.next().await {
                worker_type?;
            }
        }
        Work::Group(_) => {
            let mut items = queue.list_task_group(GROUP).items();
            while let Some(task) = items.next().await {
                task?;
            }
        }
        Work::Sign => {
            pending().signed_url(Duration::from_secs(900))?;
        }
        _ => {
            pending().send().await?;
        }
    }
    Ok(())
}
