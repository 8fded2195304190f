//! The published Rust client, on the runtime that the first argument names: `current-thread` or
//! `multi-thread`. With `few` it has one thread, and no more of many calls in flight than others have
//! threads.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use contender::calls::{
    ACCESS_TOKEN, ARTIFACT, CLIENT_ID, DEFINITION, GROUP, LARGE, PROVISIONER, TASK_ID, WORKER_TYPE,
    paged, payload, task_id,
};
use contender::{Error, IN_FLIGHT, Meter, Order, Report, THREADS, Work, futures};
use serde_json::Value;
use taskcluster::{ClientBuilder, Credentials, Queue, Retry};
use tokio::runtime::{Builder, Runtime};

/// What it does with an order.
pub fn contender() -> impl FnMut(&Order, &Meter) -> Result<Option<Report>, Error> {
    run
}

/// The runtime, and how many of many calls are in flight.
fn runtime() -> Result<(Runtime, usize), Error> {
    let (mut builder, in_flight) = match std::env::args().nth(1).as_deref() {
        Some("current-thread") => (Builder::new_current_thread(), IN_FLIGHT),
        Some("few") => (Builder::new_current_thread(), THREADS),
        Some("multi-thread") => (Builder::new_multi_thread(), IN_FLIGHT),
        _ => return Err("name a runtime: current-thread, few or multi-thread".into()),
    };
    Ok((builder.enable_all().build()?, in_flight))
}

fn run(order: &Order, meter: &Meter) -> Result<Option<Report>, Error> {
    if matches!(order.work, Work::Scopes(_) | Work::Audit) {
        return Ok(None);
    }
    let (runtime, in_flight) = runtime()?;
    let credentials = Credentials::new(CLIENT_ID, ACCESS_TOKEN);
    let mut builder = ClientBuilder::new(&order.root_url).credentials(credentials);
    if order.work == Work::Faulty {
        builder = builder.retry(impatient());
    }
    let queue = Arc::new(Queue::new(builder)?);
    let work = order.work;
    let payload = match work {
        Work::Graph => DEFINITION.to_owned(),
        _ => payload(),
    };
    let payload = Arc::new(serde_json::from_str(&payload)?);
    let tasks = Arc::new(AtomicUsize::new(0));
    let report = futures::run_with(&runtime, order, meter, in_flight, move || {
        let tasks = Arc::clone(&tasks);
        call(Arc::clone(&queue), work, Arc::clone(&payload), tasks)
    })?;
    Ok(Some(report))
}

async fn call(
    queue: Arc<Queue>,
    work: Work,
    payload: Arc<Value>,
    tasks: Arc<AtomicUsize>,
) -> Result<(), Error> {
    // Methods of today name the pair as one.
    let pool = || format!("{PROVISIONER}/{WORKER_TYPE}");
    match work {
        Work::Post => {
            queue
                .createArtifact(TASK_ID, "0", ARTIFACT, &payload)
                .await?;
        }
        Work::List => {
            queue.listWorkerTypes(LARGE, None, None).await?;
        }
        Work::Pages(pages) => list_all(&queue, &paged(pages)).await?,
        Work::Graph => {
            let task_id = task_id(tasks.fetch_add(1, Ordering::Relaxed));
            queue.createTask(&task_id, &payload).await?;
        }
        Work::Status => {
            queue.status(TASK_ID).await?;
        }
        Work::Group(_) => list_group(&queue).await?,
        Work::Sign => {
            queue.pendingTasks_signed_url(&pool(), Duration::from_secs(900))?;
        }
        _ => {
            queue.pendingTasks(&pool()).await?;
        }
    }
    Ok(())
}

async fn list_all(queue: &Queue, provisioner: &str) -> Result<(), Error> {
    let mut token = None;
    loop {
        let page = queue.listWorkerTypes(provisioner, token.as_deref(), None);
        token = walk(&page.await?, "workerTypes")?;
        if token.is_none() {
            return Ok(());
        }
    }
}

async fn list_group(queue: &Queue) -> Result<(), Error> {
    let mut token = None;
    loop {
        let page = queue.listTaskGroup(GROUP, token.as_deref(), None);
        token = walk(&page.await?, "tasks")?;
        if token.is_none() {
            return Ok(());
        }
    }
}

/// Goes through a page; returns where the next one is.
fn walk(page: &Value, items: &str) -> Result<Option<String>, Error> {
    let items = page[items].as_array().ok_or("a page without items")?;
    for item in items {
        std::hint::black_box(item);
    }
    Ok(page["continuationToken"].as_str().map(str::to_owned))
}

fn impatient() -> Retry {
    let wait = Duration::from_millis(1);
    Retry {
        retries: 20,
        max_delay: wait,
        delay_factor: wait,
        randomization_factor: 0.0,
    }
}
