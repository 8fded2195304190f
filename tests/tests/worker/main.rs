//! The example worker against a deployment where much goes wrong.

mod claims;
mod crowd;
mod logs;
#[path = "../../../crates/client/examples/worker/work/mod.rs"]
mod work;

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use taskcluster_client::queue::types::{
    CreateTaskRequest, CreateTaskRequestRequired, TaskMetadata, TaskMetadataRequired, TaskStatus,
};
use taskcluster_client::{Client, Queue, RetryPolicy, slugid};
use taskcluster_fake::FakeTaskcluster;
use time::OffsetDateTime;

use work::{LogServer, Worker};

const PLACE: (&str, &str) = ("test-provisioner", "test-worker");
/// When to give up, so that a task that is lost is a failure and not a wait without end.
const PATIENCE: Duration = Duration::from_secs(600);

fn fake(claim: Duration) -> FakeTaskcluster {
    let builder = FakeTaskcluster::builder().claim_timeout(claim);
    let builder = builder.claim_wait(Duration::from_millis(20));
    builder.start().expect("a server")
}

fn client(fake: &FakeTaskcluster) -> Client {
    let retry = RetryPolicy::default().first_wait(Duration::from_millis(5));
    let client = Client::builder(fake.root_url()).credentials(fake.credentials());
    client.retry(retry).build().expect("a client")
}

fn worker(fake: &FakeTaskcluster, number: usize) -> Worker {
    let logs = LogServer::start().expect("a log server");
    let id = format!("worker-{number}");
    Worker::new(client(fake), logs, PLACE, ("test", &id))
}

fn create(client: &Client, group: &str, command: &str) -> String {
    let payload = json!({
        "command": ["sh", "-c", command],
        "artifacts": { "public/result": { "type": "file", "path": "result" } },
    });
    create_with(client, group, payload)
}

fn create_with(client: &Client, group: &str, payload: Value) -> String {
    let now = OffsetDateTime::now_utc();
    let metadata = TaskMetadata::new(TaskMetadataRequired {
        name: "n".into(),
        description: "d".into(),
        owner: "o@example.com".into(),
        source: "https://example.com/".into(),
    });
    let deadline = now + Duration::from_secs(3600);
    let task = CreateTaskRequest::new(CreateTaskRequestRequired {
        provisioner_id: PLACE.0.into(),
        worker_type: PLACE.1.into(),
        created: now,
        deadline,
        payload,
        metadata,
    });
    let task = task.task_group_id(group).scheduler_id("test");
    let id = slugid::nice();
    let created = Queue::new(client).create_task(&id, &task).send();
    created.expect("a task");
    id
}

fn status(client: &Client, id: &str) -> TaskStatus {
    let status = Queue::new(client).status(id).send();
    status.expect("a status").status
}

fn runs(status: &TaskStatus) -> Vec<(String, String)> {
    let reason = |run: &taskcluster_client::queue::types::Run| {
        let reason = run.reason_resolved.as_ref().map(ToString::to_string);
        (run.state.to_string(), reason.unwrap_or_default())
    };
    status.runs.iter().map(reason).collect()
}

fn read(url: &str) -> String {
    let mut answer = ureq::get(url).call().expect("an answer");
    answer.body_mut().read_to_string().expect("text")
}

fn artifact(client: &Client, id: &str, name: &str) -> String {
    let found = Queue::new(client).get_latest_artifact(id, name).send();
    found.expect("an artifact").location
}

fn is_resolved(status: &TaskStatus) -> bool {
    let state = status.state.to_string();
    !["unscheduled", "pending", "running"].contains(&state.as_str())
}

/// Lets one worker do one task, while something else happens to it.
fn one_task(fake: &FakeTaskcluster, command: &str, meanwhile: impl FnOnce(&str)) -> TaskStatus {
    let client = client(fake);
    let id = create(&client, &slugid::nice(), command);
    done(fake, &id, meanwhile)
}

/// Lets one worker do this task.
fn done(fake: &FakeTaskcluster, id: &str, meanwhile: impl FnOnce(&str)) -> TaskStatus {
    let client = client(fake);
    let is_over = || is_resolved(&status(&client, id));
    std::thread::scope(|scope| {
        scope.spawn(|| worker(fake, 0).run(is_over, |_, _| {}).expect("work"));
        meanwhile(id);
    });
    status(&client, id)
}

/// Waits for what comes sooner or later.
#[track_caller]
fn wait_for(is_there: impl Fn() -> bool) {
    let start = Instant::now();
    while !is_there() {
        assert!(start.elapsed() < PATIENCE, "it has not come");
        std::thread::sleep(Duration::from_millis(20));
    }
}
