//! Logs, while and after a task is done, and what they say of mistakes.

use std::io::{BufRead as _, BufReader, Read as _};
use std::time::Duration;

use serde_json::{Value, json};
use taskcluster_client::queue::types::{
    CreateTaskRequest, CreateTaskRequestRequired, TaskMetadata, TaskMetadataRequired,
};
use taskcluster_client::{Queue, slugid};
use taskcluster_fake::{Fault, Rule};
use time::OffsetDateTime;

use super::work::{LIVE_LOG, Outcome, WHOLE_LOG};
use super::{PLACE, artifact, client, fake, one_task, read, runs, status, worker};

#[test]
fn logs_are_read_while_they_are_written() {
    let fake = fake(Duration::from_secs(600));
    let go = std::env::temp_dir().join(slugid::v4());
    let command = format!(
        "echo first; until test -e {0}; do sleep 0.02; done; echo second >&2; exit 3",
        go.display()
    );
    let client = client(&fake);
    let status = one_task(&fake, &command, |id| {
        let live = || Queue::new(&client).get_latest_artifact(id, LIVE_LOG).send();
        let url = std::iter::repeat_with(live)
            .find_map(Result::ok)
            .expect("a live log");
        let answer = ureq::get(&url.location).call().expect("an answer");
        let mut log = BufReader::new(answer.into_body().into_reader());
        let mut line = String::new();
        log.read_line(&mut line).expect("a line");
        assert_eq!(line, "first\n");
        std::fs::write(&go, "").expect("written");
        log.read_to_string(&mut line).expect("the rest");
        assert!(
            line.starts_with("first\nsecond\n[worker] The command has failed"),
            "{line}"
        );
    });
    std::fs::remove_file(&go).expect("removed");
    assert_eq!(runs(&status), [("failed".into(), "failed".into())]);
    let log = read(&artifact(&client, &status.task_id, WHOLE_LOG));
    assert!(log.contains("second\n"));
    let missing = ureq::get(
        &Queue::new(&client)
            .get_latest_artifact(&status.task_id, "public/result")
            .url()
            .expect("a URL"),
    );
    let error = missing.call().expect_err("an error artifact");
    assert!(matches!(error, ureq::Error::StatusCode(424)), "{error}");
}

#[test]
fn a_payload_for_another_worker_is_told() {
    let fake = fake(Duration::from_secs(600));
    let client = client(&fake);
    let now = OffsetDateTime::now_utc();
    let metadata = TaskMetadata::new(TaskMetadataRequired {
        name: "n".into(),
        description: "d".into(),
        owner: "o@example.com".into(),
        source: "https://example.com/".into(),
    });
    let deadline = now + Duration::from_secs(3600);
    let payload: Value = json!({ "image": "x" });
    let task = CreateTaskRequest::new(CreateTaskRequestRequired {
        provisioner_id: PLACE.0.into(),
        worker_type: PLACE.1.into(),
        created: now,
        deadline,
        payload,
        metadata,
    });
    let id = slugid::nice();
    let created = Queue::new(&client).create_task(&id, &task).send();
    created.expect("a task");
    let mut outcomes = Vec::new();
    let seen = |_: &str, outcome| outcomes.push(outcome);
    worker(&fake, 0).run(|| true, seen).expect("work");
    assert_eq!(outcomes, [Outcome::Exception]);
    let runs = runs(&status(&client, &id));
    assert_eq!(runs, [("exception".into(), "malformed-payload".into())]);
    let log = read(&artifact(&client, &id, WHOLE_LOG));
    assert_eq!(
        log,
        "[worker] The payload is not one for this worker: there is no `command`\n"
    );
    // Where people look for it.
    assert!(artifact(&client, &id, LIVE_LOG).ends_with("live_backing.log"));
}

#[test]
fn a_name_that_the_queue_refuses_is_the_task_s_own_mistake() {
    let fake = fake(Duration::from_secs(600));
    // The first artifact is the live log; the second is refused, with S3 and as an object.
    let second = Rule::method("queue", "createArtifact").nth(2..=3);
    fake.fault(second, Fault::status(400));
    let status = one_task(&fake, "echo 1 > result", |_| {});
    let wanted = ("exception".into(), "malformed-payload".into());
    assert_eq!(runs(&status), [wanted], "it is not tried again");
    let client = client(&fake);
    let log = read(&artifact(&client, &status.task_id, WHOLE_LOG));
    assert!(
        log.contains("the queue refuses the artifact \"public/result\""),
        "{log}"
    );
    assert!(artifact(&client, &status.task_id, LIVE_LOG).ends_with("live_backing.log"));
}

#[test]
fn a_live_log_leads_to_the_queue_whatever_happens() {
    let fake = fake(Duration::from_secs(600));
    fake.fault(Rule::uploads(), Fault::status(403));
    let status = one_task(&fake, "echo 1", |_| {});
    let client = client(&fake);
    let found = Queue::new(&client).get_artifact(&status.task_id, 0, LIVE_LOG);
    let location = found.send().expect("a reference").location;
    assert!(
        location.starts_with(fake.root_url().as_ref() as &str),
        "{location}"
    );
    assert!(location.ends_with("live_backing.log"), "{location}");
}
