//! The listener's example: it waits for a group of the fake, whose messages come over the broker.

use std::process::Command;
use std::time::Duration;

use serde_json::json;
use taskcluster_client::queue::types::{
    ClaimWorkRequest, ClaimWorkRequestRequired, CreateTaskRequest, CreateTaskRequestRequired,
    TaskMetadata, TaskMetadataRequired,
};
use taskcluster_client::{Client, Queue, slugid};
use taskcluster_fake::{FakeTaskcluster, PulseMessage};
use taskcluster_tools::Hint;
use time::OffsetDateTime;

use super::example::Example;
use super::publisher::Publisher;
use super::sample::Sample;
use super::{Outcome, connect};

const TASKS: usize = 50;
const POOL: (&str, &str) = ("test-provisioner", "test-worker");

/// Runs the example while the tasks of a group are done.
pub async fn group(url: &str) -> Outcome {
    let fake = FakeTaskcluster::builder()
        .claim_wait(Duration::ZERO)
        .start()?;
    let group = slugid::nice();
    let connection = connect(url).await?;
    let exchanges = Hint::bindings_of_group(&group)?.into_iter();
    let exchanges: Vec<Sample> = exchanges
        .map(|binding| sample(&binding.exchange, "", json!(null)))
        .collect();
    let publisher = Publisher::start(&connection, &exchanges).await?;
    let outcome = follow(&fake, url, &group, &publisher).await;
    publisher.finish().await?;
    outcome
}

async fn follow(fake: &FakeTaskcluster, url: &str, group: &str, publisher: &Publisher) -> Outcome {
    let client = Client::builder(fake.root_url()).credentials(fake.credentials());
    let queue = Queue::new(&client.build()?);
    for _ in 0..TASKS {
        let task = definition().task_group_id(group).scheduler_id("test");
        queue.create_task(&slugid::nice(), &task).send()?;
    }
    let credentials = fake.credentials();
    let example = Example::run(
        Command::new(env!("CARGO_BIN_EXE_wait_for_group"))
            .arg(group)
            .env("AMQP_URL", url)
            .env("TASKCLUSTER_ROOT_URL", fake.root_url())
            .env("TASKCLUSTER_CLIENT_ID", credentials.client_id())
            .env("TASKCLUSTER_ACCESS_TOKEN", credentials.access_token()),
    )?;
    let line = example.line()?;
    if !line.starts_with("listening on queue/") {
        return Err(format!("it begins with {line:?}").into());
    }
    work(&queue)?;
    for message in fake.messages() {
        publisher.publish(&told(message)).await?;
    }
    let end = format!("{TASKS} of {TASKS} tasks have completed");
    let mut completed = 0;
    loop {
        let line = example.line()?;
        if line == end {
            break;
        }
        completed += usize::from(line.ends_with(" is completed"));
    }
    let requests = fake.requests();
    let looks = requests
        .iter()
        .filter(|it| it.name.as_deref() == Some("listTaskGroup"));
    match (completed, looks.count()) {
        (TASKS, 2) => Ok(()),
        (completed, looks) => Err(format!("{completed} are told, with {looks} looks").into()),
    }
}

/// Does all tasks.
fn work(queue: &Queue) -> Outcome {
    let claim = ClaimWorkRequest::new(ClaimWorkRequestRequired {
        worker_group: "g".into(),
        worker_id: "w".into(),
        tasks: 10,
    });
    loop {
        let claims = queue.claim_work(POOL.0, POOL.1, &claim).send()?.tasks;
        if claims.is_empty() {
            return Ok(());
        }
        for claim in claims {
            let id = &claim.status.task_id;
            queue.report_completed(id, claim.run_id).send()?;
        }
    }
}

fn definition() -> CreateTaskRequest {
    let now = OffsetDateTime::now_utc();
    CreateTaskRequest::new(CreateTaskRequestRequired {
        provisioner_id: POOL.0.into(),
        worker_type: POOL.1.into(),
        created: now,
        deadline: now + Duration::from_secs(3600),
        payload: json!({}),
        metadata: TaskMetadata::new(TaskMetadataRequired {
            name: "n".into(),
            description: "d".into(),
            owner: "o@example.com".into(),
            source: "https://example.com/".into(),
        }),
    })
}

/// What the fake tells, to be published.
fn told(message: PulseMessage) -> Sample {
    Sample {
        routes: message.cc,
        ..sample(&message.exchange, &message.routing_key, message.payload)
    }
}

fn sample(exchange: &str, key: &str, body: serde_json::Value) -> Sample {
    Sample {
        exchange: exchange.to_owned(),
        fields: vec![("key", key.to_owned())],
        routes: Vec::new(),
        body,
    }
}
