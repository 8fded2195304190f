//! Cancels a large task group, with many calls in flight at once: `cargo run --features async
//! --example cancel_group`.
//!
//! The group is on the fake Taskcluster, which runs in this process. The same work is then done by
//! the blocking client with as many threads as there were calls in flight.

use std::io::Write as _;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use futures_util::{StreamExt as _, TryStreamExt as _};
use serde_json::json;
use taskcluster_client::queue::types::{
    CreateTaskRequest, CreateTaskRequestRequired, TaskMetadata, TaskMetadataRequired,
};
use taskcluster_client::{AsyncClient, Client, Queue, Result, slugid};
use taskcluster_fake::FakeTaskcluster;
use time::OffsetDateTime;

const TASKS: usize = 2_000;
const AT_ONCE: usize = 32;

#[tokio::main]
async fn main() -> std::result::Result<(), Box<dyn std::error::Error>> {
    let fake = FakeTaskcluster::start()?;
    let builder = || Client::builder(fake.root_url()).credentials(fake.credentials());
    let client = builder().build_async()?;
    let threads = builder().build()?;

    let group = create_group(&client).await?;
    let start = Instant::now();
    cancel_async(&client, &group).await?;
    let asynchronous = start.elapsed();

    let group = create_group(&client).await?;
    let start = Instant::now();
    tokio::task::spawn_blocking(move || cancel_blocking(&threads, &group)).await??;
    let blocking = start.elapsed();

    let rate = |time: Duration| TASKS as f64 / time.as_secs_f64();
    println!(
        "async, {AT_ONCE} calls in flight: {:>6.0} calls/s",
        rate(asynchronous)
    );
    println!(
        "blocking, {AT_ONCE} threads:      {:>6.0} calls/s",
        rate(blocking)
    );
    Ok(())
}

/// Creates a group of pending tasks, many at once.
async fn create_group(client: &AsyncClient) -> Result<String> {
    let queue = Queue::new(client);
    let group = slugid::nice();
    let now = OffsetDateTime::now_utc();
    let metadata = TaskMetadata::new(TaskMetadataRequired {
        name: "n".into(),
        description: "d".into(),
        owner: "owner@example.com".into(),
        source: "https://example.com".into(),
    });
    let deadline = now + Duration::from_secs(3600);
    let task = CreateTaskRequest::new(CreateTaskRequestRequired {
        provisioner_id: "prov".into(),
        worker_type: "linux".into(),
        created: now,
        deadline,
        payload: json!({}),
        metadata,
    })
    .task_group_id(&group);
    futures_util::stream::iter(0..TASKS)
        .map(|_| async {
            queue
                .create_task(&slugid::nice(), &task)
                .send()
                .await
                .map(drop)
        })
        .buffer_unordered(AT_ONCE)
        .try_collect::<()>()
        .await?;
    Ok(group)
}

/// Lists the group page by page, and cancels its tasks while the next page is on its way.
async fn cancel_async(client: &AsyncClient, group: &str) -> Result<()> {
    let queue = Queue::new(client);
    let progress = Progress::default();
    queue
        .list_task_group(group)
        .items()
        .into_stream()
        .map_ok(|member| {
            let (queue, progress) = (&queue, &progress);
            async move {
                queue.cancel_task(&member.status.task_id).send().await?;
                progress.step();
                Ok(())
            }
        })
        .try_buffer_unordered(AT_ONCE)
        .try_collect::<()>()
        .await
}

/// The same with threads, which take the members from one list.
fn cancel_blocking(client: &Client, group: &str) -> Result<()> {
    let queue = Queue::new(client);
    let members = Mutex::new(queue.list_task_group(group).items());
    let progress = Progress::default();
    let cancel = || -> Result<()> {
        let next = || {
            members
                .lock()
                .map(|mut members| members.next())
                .unwrap_or_default()
        };
        while let Some(member) = next() {
            queue.cancel_task(&member?.status.task_id).send()?;
            progress.step();
        }
        Ok(())
    };
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..AT_ONCE).map(|_| scope.spawn(cancel)).collect();
        threads
            .into_iter()
            .try_for_each(|thread| thread.join().unwrap_or(Ok(())))
    })
}

/// A bar on standard error.
#[derive(Default)]
struct Progress(Mutex<usize>);

impl Progress {
    fn step(&self) {
        let Ok(mut done) = self.0.lock() else { return };
        *done += 1;
        if done.is_multiple_of(50) || *done == TASKS {
            let filled = *done * 40 / TASKS;
            let bar = "#".repeat(filled) + &".".repeat(40 - filled);
            let end = if *done == TASKS { "\n" } else { "" };
            let _ = write!(std::io::stderr(), "\r[{bar}] {done}/{TASKS}{end}");
        }
    }
}
