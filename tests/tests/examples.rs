//! The examples that a test can see at work, on the fake.

#[path = "../../crates/client/examples/decision_task/decide.rs"]
mod decide;
#[path = "../../crates/client/examples/latest_by_index/fetch.rs"]
mod fetch;

use std::collections::BTreeSet;
use std::time::Duration;

use serde_json::json;
use taskcluster_client::index::types::InsertTaskRequest;
use taskcluster_client::queue::types::{
    CreateTaskRequest, TaskClaimRequest, TaskClaimRequestRequired,
};
use taskcluster_client::tools::{Task, rank_of};
use taskcluster_client::{Artifacts, Client, Index, Queue, slugid};
use taskcluster_fake::FakeTaskcluster;
use time::OffsetDateTime;

fn client(fake: &FakeTaskcluster) -> Client {
    let builder = Client::builder(fake.root_url()).credentials(fake.credentials());
    builder.build().expect("a client")
}

/// A task that runs.
fn task(client: &Client) -> String {
    let definition = include_str!("../../crates/client/examples/task.json");
    let mut definition: CreateTaskRequest = serde_json::from_str(definition).expect("a task");
    definition.created = OffsetDateTime::now_utc();
    definition.deadline = definition.created + Duration::from_secs(3600);
    let (queue, id) = (Queue::new(client), slugid::nice());
    queue.create_task(&id, &definition).send().expect("created");
    let worker = TaskClaimRequest::new(TaskClaimRequestRequired {
        worker_group: "g".into(),
        worker_id: "w".into(),
    });
    queue.claim_task(&id, 0, &worker).send().expect("claimed");
    id
}

#[test]
fn a_decision_task_makes_two_hundred_tasks_and_shows_how_far_it_is() {
    let fake = FakeTaskcluster::start().expect("a server");
    let client = client(&fake);
    let id = task(&client);
    let told = |name: &str| match name {
        "TASK_ID" => Some(id.clone()),
        "RUN_ID" => Some("0".to_owned()),
        _ => None,
    };
    let own = Task::from_lookup(told).expect("a task");
    let mut shown = Vec::new();
    let graph = decide::decide(&own, &Queue::new(&client), &mut shown).expect("decided");

    let shown = String::from_utf8(shown).expect("a text");
    let steps: Vec<&str> = shown.trim_end().split('\r').skip(1).collect();
    assert_eq!(steps.len(), 200);
    for (step, number) in steps.iter().zip(1..) {
        assert!(step.contains(&format!("] {number} of 200: ")), "{step}");
    }
    assert!(
        steps[199].starts_with(&format!("[{}]", "#".repeat(40))),
        "{}",
        steps[199]
    );

    let group = Queue::new(&client).list_task_group(graph.group()).items();
    let members: BTreeSet<String> = group
        .map(|it| it.expect("a member").status.task_id)
        .collect();
    let wanted = graph.tasks().map(|(_, id)| id.to_owned());
    assert_eq!(members, wanted.chain([id.clone()]).collect());
    let test = graph.task_id("test-7-3").expect("an ID");
    let test = Queue::new(&client).task(test).send().expect("a task");
    assert_eq!(
        test.dependencies,
        [graph.task_id("build-7").expect("an ID")]
    );
}

#[test]
fn the_latest_artifact_by_index_is_fetched() {
    let fake = FakeTaskcluster::start().expect("a server");
    let client = client(&fake);
    let id = task(&client);
    let run = Artifacts::new(&client).of(&id).run(0);
    run.put("public/app.zip")
        .from_bytes("content")
        .expect("stored");
    Queue::new(&client)
        .report_completed(&id, 0)
        .send()
        .expect("completed");
    let now = OffsetDateTime::now_utc();
    let later = now + Duration::from_secs(3600);
    let entry = InsertTaskRequest::new(&id, rank_of(now), json!({}), later);
    let path = "app.branch.main.latest";
    Index::new(&client)
        .insert_task(path, &entry)
        .send()
        .expect("an entry");

    let folder = tempfile::tempdir().expect("a folder");
    let to = folder.path().join("app.zip");
    let get = |paths: &[&str]| {
        let paths: Vec<String> = paths.iter().map(|&path| path.to_owned()).collect();
        fetch::fetch(&client, &paths, "public/app.zip", &to).expect("answers")
    };
    assert_eq!(get(&["app.branch.mine.latest"]), None);
    assert!(!to.exists());
    let wanted = format!("public/app.zip of the task {id}, 7 bytes, from {path}");
    assert_eq!(get(&["app.branch.mine.latest", path]), Some(wanted));
    assert_eq!(std::fs::read(&to).expect("a file"), b"content");
}
