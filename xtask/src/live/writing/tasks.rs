//! The life of tasks, from their creation over a worker's claim to their end, with artifacts.

use std::time::Duration;

use serde_json::json;
use taskcluster_client::queue::types::{
    ArtifactErrorReason, ClaimWorkRequest, ClaimedTask, CreateTaskRequest,
    CreateTaskRequestRequired, ErrorArtifactRequest, PostArtifactRequest, ReferenceArtifactRequest,
    ReferenceArtifactRequestRequired, TaskMetadata, TaskMetadataRequired,
};
use taskcluster_client::{Client, Credentials, Error, Queue, slugid};
use time::OffsetDateTime;

use super::undo::Undo;
use super::{Run, objects};
use crate::checks::{Checks, Outcome, Problem, ensure, ensure_same};

/// A text that JSON, UTF-8 and terminals may each spoil.
const NAME: &str = "live: ü “quotes” \\ \u{1F980}";
const WORKER_TYPE: &str = "live";
const ELSEWHERE: &str = "https://example.com/live?a=b%2Fc";

/// The tasks of one run: one that is completed, one that waits for it, and one that fails.
pub struct Tasks {
    provisioner: String,
    worker_type: &'static str,
    pub group: String,
    pub good: String,
    waiting: String,
    pub bad: String,
}

impl Tasks {
    /// Names for tasks of a group and a queue of their own.
    pub fn new(run: &Run<'_>, worker_type: &'static str) -> Self {
        Self {
            provisioner: format!("live-{}", run.id),
            worker_type,
            group: slugid::nice(),
            good: slugid::nice(),
            waiting: slugid::nice(),
            bad: slugid::nice(),
        }
    }

    /// The name of the queue.
    pub fn queue(&self) -> String {
        format!("{}/{}", self.provisioner, self.worker_type)
    }

    /// A task of the group.
    pub fn request(&self, run: &Run<'_>, dependencies: &[&str]) -> CreateTaskRequest {
        let now = OffsetDateTime::now_utc();
        let metadata = TaskMetadata::new(TaskMetadataRequired {
            name: NAME.into(),
            description: "Made by `cargo xtask live`.".into(),
            owner: "live@example.com".into(),
            source: ELSEWHERE.into(),
        });
        CreateTaskRequest::new(CreateTaskRequestRequired {
            provisioner_id: self.provisioner.clone(),
            worker_type: self.worker_type.into(),
            created: now,
            deadline: now + Duration::from_secs(900),
            payload: json!({}),
            metadata,
        })
        .task_group_id(&self.group)
        .expires(run.expires)
        .dependencies(dependencies.iter().copied())
    }
}

pub fn check(run: &Run<'_>, undo: &mut Undo, checks: &mut Checks<'_>) {
    let tasks = Tasks::new(run, WORKER_TYPE);
    let queue = Queue::new(run.client);
    let created = run.services.check("queue.createTask", checks, || {
        create(run, undo, &tasks, &tasks.good, &[])?;
        create(run, undo, &tasks, &tasks.bad, &[])?;
        create(run, undo, &tasks, &tasks.waiting, &[&tasks.good])
    });
    if created.is_none() {
        return;
    }
    look(&queue, &tasks, checks);
    let claimed = checks.check("queue.claimWork", || claim(&queue, &tasks));
    for task in claimed.into_iter().flatten() {
        if task.status.task_id == tasks.good {
            work(run, &task, checks);
        } else {
            fail(run, &task, checks);
        }
    }
    checks.check("queue.cancelTask", || {
        let status = queue.cancel_task(&tasks.waiting).send()?.status;
        ensure_same(status.state.as_str(), "exception")
    });
}

/// Creates one, which is cancelled at the end.
pub fn create(
    run: &Run<'_>,
    undo: &mut Undo,
    tasks: &Tasks,
    id: &str,
    dependencies: &[&str],
) -> Outcome {
    let task = tasks.request(run, dependencies);
    let gone = id.to_owned();
    undo.create(
        &format!("task {id}"),
        move |client| Queue::new(client).cancel_task(&gone).send().map(drop),
        || {
            let created = Queue::new(run.client).create_task(id, &task).send()?;
            ensure_same(created.status.task_id.as_str(), id)
        },
    )
}

fn look(queue: &Queue, tasks: &Tasks, checks: &mut Checks<'_>) {
    checks.check("queue.task: the texts are as they were given", || {
        let task = queue.task(&tasks.good).send()?;
        ensure_same(&*task.metadata.name, NAME)?;
        ensure_same(&*task.metadata.source, ELSEWHERE)
    });
    checks.check("queue.status", || {
        let status = queue.status(&tasks.waiting).send()?.status;
        ensure_same(status.state.as_str(), "unscheduled")
    });
    checks.check("queue.listTaskGroup: page by page", || {
        let found: Result<Vec<_>, _> = queue
            .list_task_group(&tasks.group)
            .limit(1)
            .items()
            .collect();
        let mut found: Vec<String> = found?.into_iter().map(|task| task.status.task_id).collect();
        let mut wanted = [&*tasks.good, &*tasks.waiting, &*tasks.bad];
        found.sort();
        wanted.sort();
        ensure_same(&found, &wanted)
    });
    checks.check("queue.listDependentTasks", || {
        let found: Result<Vec<_>, _> = queue.list_dependent_tasks(&tasks.good).items().collect();
        let found: Vec<String> = found?.into_iter().map(|task| task.status.task_id).collect();
        ensure_same(&found, &[&*tasks.waiting])
    });
}

/// Claims both tasks that do not wait for another.
fn claim(queue: &Queue, tasks: &Tasks) -> Outcome<Vec<ClaimedTask>> {
    let request = json!({"workerGroup": "live", "workerId": "live", "tasks": 2});
    let request: ClaimWorkRequest = serde_json::from_value(request).map_err(Problem::failed)?;
    let mut claimed = Vec::new();
    // A server may hand out tasks one by one, and only some time after they were created.
    for _ in 0..4 {
        let found = queue
            .claim_work(&tasks.provisioner, WORKER_TYPE, &request)
            .send()?
            .tasks;
        claimed.extend(found);
        if claimed.len() == 2 {
            return Ok(claimed);
        }
    }
    Err(Problem::failed(format!(
        "{} of 2 tasks were handed out",
        claimed.len()
    )))
}

/// A client that acts as the task, with credentials that are as fresh as can be.
fn as_task(run: &Run<'_>, task: &ClaimedTask) -> Outcome<Client> {
    let credentials = Credentials::try_from(&task.credentials).map_err(Problem::failed)?;
    let first = run.client.with_credentials(credentials)?;
    let renewed = Queue::new(&first)
        .reclaim_task(&task.status.task_id, task.run_id)
        .send()?;
    let credentials = Credentials::try_from(&renewed.credentials).map_err(Problem::failed)?;
    Ok(run.client.with_credentials(credentials)?)
}

fn work(run: &Run<'_>, task: &ClaimedTask, checks: &mut Checks<'_>) {
    let (id, run_id) = (task.status.task_id.as_str(), task.run_id);
    let Some(client) = checks.check("queue.reclaimTask: as the task", || as_task(run, task)) else {
        return;
    };
    let as_task = Queue::new(&client);
    let expires = run.expires;
    for name in ["public/live.log", "private/a b+c%2F.log"] {
        checks.check(&format!("queue.createArtifact: `{name}`"), || {
            let artifact = ReferenceArtifactRequest::new(ReferenceArtifactRequestRequired {
                expires,
                url: ELSEWHERE.into(),
                content_type: "text/plain".into(),
            });
            let artifact = PostArtifactRequest::from(artifact);
            Ok(as_task
                .create_artifact(id, run_id, name, &artifact)
                .send()
                .map(drop)?)
        });
    }
    checks.check("queue.createArtifact: an error", || {
        let reason = ArtifactErrorReason::FileMissingOnWorker;
        let artifact = ErrorArtifactRequest::new(expires, reason, "No file.");
        let artifact = PostArtifactRequest::from(artifact);
        Ok(as_task
            .create_artifact(id, run_id, "public/none", &artifact)
            .send()
            .map(drop)?)
    });
    artifacts(run, id, run_id, checks);
    objects::artifact(run, &client, (id, run_id), checks);
    checks.check("queue.reportCompleted", || {
        let status = as_task.report_completed(id, run_id).send()?.status;
        ensure_same(status.state.as_str(), "completed")
    });
}

fn artifacts(run: &Run<'_>, id: &str, run_id: u64, checks: &mut Checks<'_>) {
    let queue = Queue::new(run.client);
    checks.check("queue.listArtifacts: page by page", || {
        let found: Result<Vec<_>, _> = queue.list_artifacts(id, run_id).limit(1).items().collect();
        let mut found: Vec<String> = found?.into_iter().map(|artifact| artifact.name).collect();
        found.sort();
        ensure_same(
            &found,
            &["private/a b+c%2F.log", "public/live.log", "public/none"],
        )
    });
    checks.check("queue.getArtifact: where it is", || {
        let found = queue
            .get_artifact(id, run_id, "private/a b+c%2F.log")
            .send()?;
        ensure_same(&*found.location, ELSEWHERE)
    });
    checks.check("queue.getLatestArtifact: by a signed URL", || {
        let call = queue.get_latest_artifact(id, "private/a b+c%2F.log");
        let url = call.signed_url(Duration::from_secs(60))?;
        let config = ureq::Agent::config_builder().max_redirects(0).build();
        let answer = config
            .new_agent()
            .get(&url)
            .call()
            .map_err(Problem::failed)?;
        let location = answer
            .headers()
            .get("location")
            .and_then(|value| value.to_str().ok());
        ensure_same(&location, &Some(ELSEWHERE))
    });
    checks.check("queue.getArtifact: one of type error", || {
        match queue.get_artifact(id, run_id, "public/none").send() {
            Err(Error::Api(e)) => ensure_same(&e.reason(), &Some("file-missing-on-worker")),
            Err(e) => Err(e.into()),
            Ok(_) => Err(Problem::failed("it is somewhere")),
        }
    });
}

fn fail(run: &Run<'_>, task: &ClaimedTask, checks: &mut Checks<'_>) {
    checks.check("queue.reportFailed", || {
        let client = as_task(run, task)?;
        let status = Queue::new(&client)
            .report_failed(&task.status.task_id, task.run_id)
            .send()?;
        ensure(status.status.state.as_str() == "failed", || {
            status.status.state.to_string()
        })
    });
    checks.check("queue.rerunTask", || {
        let status = Queue::new(run.client)
            .rerun_task(&task.status.task_id)
            .send()?
            .status;
        ensure_same(&status.runs.len(), &2)
    });
}
