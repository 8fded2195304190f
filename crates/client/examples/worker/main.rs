//! A worker: `cargo run --example worker`.
//!
//! Without settings it starts the fake Taskcluster in this process, creates a few tasks there, and
//! does them. With `TASKCLUSTER_ROOT_URL` in the environment, and two arguments for a provisioner
//! and a worker type, it works for that deployment, until nothing is left to do.

mod work;

use std::io;
use std::time::Duration;

use serde_json::{Value, json};
use taskcluster_client::queue::types::{
    CreateTaskRequest, CreateTaskRequestRequired, TaskMetadata, TaskMetadataRequired,
};
use taskcluster_client::{Artifacts, Client, Queue, slugid};
use taskcluster_fake::FakeTaskcluster;
use time::OffsetDateTime;

use work::{LIVE_LOG, LogServer, Problem, Worker};

fn main() -> Result<(), Problem> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match &*arguments {
        [] => on_the_fake(),
        [provisioner_id, worker_type] => work(Client::from_env()?, (provisioner_id, worker_type)),
        _ => Err("give a provisioner and a worker type, or nothing".into()),
    }
}

/// Does what there is to do.
fn work(client: Client, place: (&str, &str)) -> Result<(), Problem> {
    let worker = Worker::new(client, LogServer::start()?, place, ("example", "worker-1"));
    worker.run(
        || true,
        |task_id, outcome| println!("Task {task_id}: {outcome:?}"),
    )?;
    Ok(())
}

fn on_the_fake() -> Result<(), Problem> {
    let fake = FakeTaskcluster::start()?;
    let client = Client::builder(fake.root_url())
        .credentials(fake.credentials())
        .build()?;
    let place = ("example", "worker");
    let file = json!({ "type": "file", "path": "result.txt", "contentType": "text/plain" });
    let payloads = [
        json!({ "command": ["sh", "-c", "echo Hello; echo 42 > result.txt"],
                "artifacts": { "public/result.txt": file } }),
        json!({ "command": ["sh", "-c", "echo This one fails; exit 1"] }),
        json!({ "command": "a text where a list is wanted" }),
    ];
    let mut tasks = Vec::new();
    for payload in payloads {
        tasks.push(create(&client, place, payload)?);
    }
    work(client.clone(), place)?;
    for id in tasks {
        show(&client, &id)?;
    }
    Ok(())
}

fn create(client: &Client, place: (&str, &str), payload: Value) -> Result<String, Problem> {
    let metadata = TaskMetadata::new(TaskMetadataRequired {
        name: "example".into(),
        description: "Shows the worker".into(),
        owner: "worker@example.com".into(),
        source: "https://example.com/".into(),
    });
    let now = OffsetDateTime::now_utc();
    let deadline = now + Duration::from_secs(3600);
    let task = CreateTaskRequest::new(CreateTaskRequestRequired {
        provisioner_id: place.0.into(),
        worker_type: place.1.into(),
        created: now,
        deadline,
        payload,
        metadata,
    });
    let id = slugid::nice();
    Queue::new(client).create_task(&id, &task).send()?;
    Ok(id)
}

fn show(client: &Client, id: &str) -> Result<(), Problem> {
    let queue = Queue::new(client);
    println!("{id} is {}", queue.status(id).send()?.status.state);
    for artifact in queue.list_latest_artifacts(id).items() {
        println!("  {}", artifact?.name);
    }
    println!("  {LIVE_LOG} in the end:");
    if let Err(e) = Artifacts::new(client)
        .of(id)
        .get(LIVE_LOG)
        .to_writer(io::stdout())
    {
        println!("  no log: {e}");
    }
    Ok(())
}
