//! What servers send is built by tests and tools: of its types as they are, and it is what the schema lets a
//! server send, and what a client reads.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use serde::Serialize;
use serde_json::json;
use taskcluster_client::github::types::Repository;
use taskcluster_client::queue::types::*;
use taskcluster_client::{Client, Github, Queue};
use taskcluster_fake::FakeTaskcluster;
use time::macros::datetime;

const TASK: &str = "fN1SbArXTPSVFNUvaOlinQ";

fn status() -> TaskStatus {
    let run = Run::new(
        0,
        RunState::Completed,
        RunCreationReason::Scheduled,
        datetime!(2030-01-02 03:04:05 UTC),
    );
    let mut status = TaskStatus::new(TaskStatusRequired {
        task_id: TASK.into(),
        provisioner_id: "prov".into(),
        worker_type: "linux".into(),
        scheduler_id: "-".into(),
        task_group_id: TASK.into(),
        deadline: datetime!(2030-01-02 04:00 UTC),
        expires: datetime!(2031-01-02 04:00 UTC),
        retries_left: 5,
        state: TaskState::Completed,
        runs: vec![run],
    });
    status.runs[0].reason_resolved = Some(RunResolutionReason::Completed);
    status
}

/// A deployment of 2018, which checks what it is told to answer, and a client of it.
fn deployment() -> (FakeTaskcluster, Client) {
    let fake = FakeTaskcluster::builder().era(taskcluster_client::Era::Classic);
    let fake = fake.start().expect("a fake");
    let builder = Client::builder(fake.root_url()).credentials(fake.credentials());
    let client = builder.build().expect("a client");
    (fake, client)
}

fn json(value: impl Serialize) -> serde_json::Value {
    serde_json::to_value(value).expect("JSON")
}

#[test]
fn an_answer_is_what_a_server_sends() {
    let (fake, client) = deployment();
    let built = TaskStatusResponse::new(status());
    fake.on("queue", "status").returns(json(&built));
    let answer = Queue::new(&client).status(TASK).send();
    assert_eq!(answer.expect("an answer"), built);
    assert_eq!(
        json(&built),
        json!({"status": {
            "taskId": TASK,
            "provisionerId": "prov",
            "workerType": "linux",
            "schedulerId": "-",
            "taskGroupId": TASK,
            "deadline": "2030-01-02T04:00:00.000Z",
            "expires": "2031-01-02T04:00:00.000Z",
            "retriesLeft": 5,
            "state": "completed",
            "runs": [{
                "runId": 0,
                "state": "completed",
                "reasonCreated": "scheduled",
                "reasonResolved": "completed",
                "scheduled": "2030-01-02T03:04:05.000Z",
            }],
        }})
    );

    fake.on("github", "repository")
        .returns(json(Repository::new(true)));
    let answer = Github::new(&client).repository("owner", "app").send();
    assert!(answer.expect("an answer").installed);
}

#[test]
fn pages_lead_from_one_to_the_next() {
    let (fake, client) = deployment();
    let artifact = |name: &str| {
        let expires = datetime!(2031-01-02 04:00 UTC);
        Artifact::new(ArtifactStorageType::S3, name, expires, "text/plain")
    };
    let mut first = ListArtifactsResponse::new([artifact("public/a")]);
    first.continuation_token = Some("next".into());
    let last = ListArtifactsResponse::new([artifact("public/b")]);
    for page in [first, last] {
        fake.on("queue", "listArtifacts").once().returns(json(page));
    }
    let artifacts = Queue::new(&client).list_artifacts(TASK, 0).items();
    let names = artifacts.map(|it| it.expect("an artifact").name);
    assert_eq!(names.collect::<Vec<_>>(), ["public/a", "public/b"]);
}

#[test]
fn a_choice_says_which_of_its_forms_it_is() {
    let (fake, client) = deployment();
    let s3 = S3ArtifactResponse::new(
        "https://storage.example.com/a?signed",
        datetime!(2031-01-02 04:00 UTC),
        "text/plain",
    );
    let built = PostArtifactResponse::from(s3);
    assert_eq!(json(&built)["storageType"], "s3");
    fake.on("queue", "createArtifact").returns(json(&built));
    let asked = S3ArtifactRequest::new(datetime!(2031-01-02 04:00 UTC), "text/plain");
    let answer = Queue::new(&client).create_artifact(TASK, 0, "public/a", &asked.into());
    assert_eq!(answer.send().expect("an answer"), built);
}

#[test]
fn a_message_is_what_listeners_hear() {
    let mut built = TaskCompletedMessage::new(TaskCompletedMessageRequired {
        version: 1,
        status: status(),
        run_id: 0,
        worker_group: "eu".into(),
        worker_id: "w-1".into(),
    });
    built.task = Some(TaskPulseDefinition::new(BTreeMap::from([("kind", "test")])));
    let sent = json!({
        "version": 1,
        "status": json(status()),
        "runId": 0,
        "workerGroup": "eu",
        "workerId": "w-1",
        "task": {"tags": {"kind": "test"}},
    });
    assert_eq!(json(&built), sent);
    assert_eq!(
        serde_json::from_value::<TaskCompletedMessage>(sent).ok(),
        Some(built)
    );
}

/// The generated files of types, of all services.
fn files_of_types() -> Vec<String> {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates");
    let folders = fs::read_dir(crates).expect("a folder");
    let folders = folders.map(|it| it.expect("an entry").path().join("src/generated/types"));
    let files = folders
        .filter_map(|folder| fs::read_dir(folder).ok())
        .flatten();
    let read = |path| fs::read_to_string(path).expect("a file");
    files.map(|it| read(it.expect("an entry").path())).collect()
}

#[test]
fn every_type_of_objects_can_be_built() {
    let mut count = 0;
    for file in files_of_types() {
        for structure in file.split("\npub struct ").skip(1) {
            let name = structure.split([' ', ';']).next().unwrap_or_default();
            if name.ends_with("Required") {
                continue;
            }
            let (_, own) = file
                .split_once(&format!("\nimpl {name} {{\n"))
                .unwrap_or_default();
            let own = own.split("\n}\n").next().unwrap_or_default();
            assert!(own.contains("    pub fn new("), "{name}");
            count += 1;
        }
    }
    assert!(count > 250, "{count} types");
}
