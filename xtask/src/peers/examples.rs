//! The facade's examples as programs, as a user starts them.

use std::path::Path;
use std::time::Duration;

use serde_json::json;
use taskcluster_client::index::types::InsertTaskRequest;
use taskcluster_client::queue::types::{
    CreateTaskRequest, TaskClaimRequest, TaskClaimRequestRequired,
};
use taskcluster_client::{Artifacts, Client, Index, Queue, slugid};
use taskcluster_fake::FakeTaskcluster;
use time::OffsetDateTime;

use super::programs::Programs;
use super::{SETTINGS, project};
use crate::checks::{Checks, Outcome, Problem, ensure, ensure_same};

/// Where the fake is, and who calls.
type Settings<'a> = Vec<(&'a str, String)>;

/// A download is put into that file.
pub fn check(
    programs: &Programs,
    checks: &mut Checks<'_>,
    fake: &FakeTaskcluster,
    client: &Client,
    file: &Path,
) {
    let credentials = fake.credentials();
    let deployment: Settings<'_> = vec![
        ("TASKCLUSTER_ROOT_URL", fake.root_url()),
        ("TASKCLUSTER_CLIENT_ID", credentials.client_id().to_owned()),
        (
            "TASKCLUSTER_ACCESS_TOKEN",
            credentials.access_token().to_owned(),
        ),
    ];
    for name in ["tour", "worker", "cancel_group"] {
        checks.check(&format!("{name}: on a fake of its own"), || {
            run(programs, name, &[], &[])
        });
    }
    checks.check("tour: on the deployment that the environment names", || {
        run(programs, "tour", &[], &deployment)
    });
    checks.check("async_ping: each service is up", || {
        let shown = run(programs, "async_ping", &[], &deployment)?;
        ensure_same(&shown.matches(".ping: up").count(), &5)
    });
    checks.check("decision_task: 200 tasks, and how far it is", || {
        decision_task(programs, client, deployment.clone())
    });
    checks.check("latest_by_index: the second path has a task", || {
        latest_by_index(programs, client, &deployment, file)
    });
}

fn decision_task(programs: &Programs, client: &Client, mut settings: Settings<'_>) -> Outcome {
    let id = running(client)?;
    settings.extend([("TASK_ID", id.clone()), ("RUN_ID", "0".to_owned())]);
    let shown = run(programs, "decision_task", &[], &settings)?;
    ensure(shown.contains("] 200 of 200: "), || shown.clone())?;
    let group = Queue::new(client).status(&id).send()?.status.task_group_id;
    let members = Queue::new(client).list_task_group(&group).items();
    let members: Result<Vec<_>, _> = members.collect();
    // With itself.
    ensure_same(&members?.len(), &201)
}

fn latest_by_index(
    programs: &Programs,
    client: &Client,
    settings: &Settings<'_>,
    to: &Path,
) -> Outcome {
    let (id, queue) = (running(client)?, Queue::new(client));
    let run_0 = Artifacts::new(client).of(&id).run(0);
    let put = run_0.put("public/app.zip").from_bytes("content");
    put.map_err(Problem::failed)?;
    queue.report_completed(&id, 0).send()?;
    let expires = OffsetDateTime::now_utc() + Duration::from_secs(3600);
    let entry = InsertTaskRequest::new(&id, 1.0, json!({}), expires);
    let path = "app.branch.main.latest";
    Index::new(client).insert_task(path, &entry).send()?;

    let get = |path: &str| {
        let to = to.to_string_lossy();
        let arguments = ["public/app.zip", &to, "app.branch.mine.latest", path];
        run(programs, "latest_by_index", &arguments, settings)
    };
    ensure(get("app.none").is_err() && !to.exists(), || "found".into())?;
    let shown = get(path)?;
    ensure(shown.contains(&id), || shown.clone())?;
    ensure_same(&std::fs::read(to)?, b"content")
}

/// A task that a worker has claimed, by ID.
fn running(client: &Client) -> Outcome<String> {
    let file = project().join("crates/client/examples/task.json");
    let definition = serde_json::from_slice(&std::fs::read(file)?);
    let mut definition: CreateTaskRequest = definition.map_err(Problem::failed)?;
    definition.created = OffsetDateTime::now_utc();
    definition.deadline = definition.created + Duration::from_secs(3600);
    let (queue, id) = (Queue::new(client), slugid::nice());
    queue.create_task(&id, &definition).send()?;
    let worker = TaskClaimRequest::new(TaskClaimRequestRequired {
        worker_group: "g".into(),
        worker_id: "w".into(),
    });
    queue.claim_task(&id, 0, &worker).send()?;
    Ok(id)
}

/// What an example prints.
fn run(
    programs: &Programs,
    name: &str,
    arguments: &[&str],
    settings: &[(&str, String)],
) -> Outcome<String> {
    let mut command = programs.example(name);
    for name in SETTINGS {
        command.env_remove(name);
    }
    let output = command
        .args(arguments)
        .envs(settings.iter().map(|(name, value)| (name, value)))
        .output()?;
    ensure(output.status.success(), || {
        String::from_utf8_lossy(&output.stderr).into_owned()
    })?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}
