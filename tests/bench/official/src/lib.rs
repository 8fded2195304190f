//! The published Rust client, on the runtime that the first argument names: `current-thread` or
//! `multi-thread`.

use std::sync::Arc;
use std::time::Duration;

use contender::calls::{
    ACCESS_TOKEN, ARTIFACT, CLIENT_ID, LARGE, PROVISIONER, TASK_ID, WORKER_TYPE, paged, payload,
};
use contender::{Error, Meter, Order, Report, Work, futures};
use serde_json::Value;
use taskcluster::{ClientBuilder, Credentials, Queue, Retry};
use tokio::runtime::{Builder, Runtime};

/// What it does with an order.
pub fn contender() -> impl FnMut(&Order, &Meter) -> Result<Option<Report>, Error> {
    run
}

fn runtime() -> Result<Runtime, Error> {
    let mut builder = match std::env::args().nth(1).as_deref() {
        Some("current-thread") => Builder::new_current_thread(),
        Some("multi-thread") => Builder::new_multi_thread(),
        _ => return Err("name a runtime: current-thread or multi-thread".into()),
    };
    Ok(builder.enable_all().build()?)
}

fn run(order: &Order, meter: &Meter) -> Result<Option<Report>, Error> {
    if matches!(order.work, Work::Scopes(_)) {
        return Ok(None);
    }
    let runtime = runtime()?;
    let credentials = Credentials::new(CLIENT_ID, ACCESS_TOKEN);
    let mut builder = ClientBuilder::new(&order.root_url).credentials(credentials);
    if order.work == Work::Faulty {
        builder = builder.retry(impatient());
    }
    let queue = Arc::new(Queue::new(builder)?);
    let (work, artifact) = (order.work, Arc::new(serde_json::from_str(&payload())?));
    let report = futures::run(&runtime, order, meter, move || {
        call(Arc::clone(&queue), work, Arc::clone(&artifact))
    })?;
    Ok(Some(report))
}

async fn call(queue: Arc<Queue>, work: Work, artifact: Arc<Value>) -> Result<(), Error> {
    // Methods of today name the pair as one.
    let pool = || format!("{PROVISIONER}/{WORKER_TYPE}");
    match work {
        Work::Post => {
            queue
                .createArtifact(TASK_ID, "0", ARTIFACT, &artifact)
                .await?;
        }
        Work::List => {
            queue.listWorkerTypes(LARGE, None, None).await?;
        }
        Work::Pages(pages) => list_all(&queue, &paged(pages)).await?,
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
        let page = queue
            .listWorkerTypes(provisioner, token.as_deref(), None)
            .await?;
        let items = page["workerTypes"]
            .as_array()
            .ok_or("a page without items")?;
        for item in items {
            std::hint::black_box(item);
        }
        match page["continuationToken"].as_str() {
            Some(next) => token = Some(next.to_owned()),
            None => return Ok(()),
        }
    }
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
