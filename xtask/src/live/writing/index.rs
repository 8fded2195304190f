//! Tasks in the index.

use serde_json::{Value, json};
use taskcluster_client::index::types::InsertTaskRequest;
use taskcluster_client::{Index, Method, Request, slugid};

use super::Run;
use super::undo::Undo;
use crate::checks::{Checks, ensure_same};

pub fn check(run: &Run<'_>, undo: &mut Undo, checks: &mut Checks<'_>) {
    let index = Index::new(run.client);
    let namespace = format!("live.{}", run.id);
    let (path, task) = (format!("{namespace}.latest"), slugid::nice());
    let request = InsertTaskRequest::new(&task, 3.0, json!({"by": "live"}), run.expires);
    let gone = path.clone();
    let inserted = run.services.check("index.insertTask", checks, || {
        undo.create(
            &format!("index entry {path}"),
            // A method that is younger than the references of this client.
            move |client| {
                let request = Request::new(Method::Delete, "index", "v1").path(["task", &gone]);
                client.call::<Value>(request).send().map(drop)
            },
            || ensure_same(&index.insert_task(&path, &request).send()?.task_id, &task),
        )
    });
    if inserted.is_none() {
        return;
    }
    checks.check("index.findTask", || {
        let found = index.find_task(&path).send()?;
        ensure_same(&found.task_id, &task)?;
        ensure_same(&found.data, &json!({"by": "live"}))
    });
    checks.check("index.listTasks: page by page", || {
        let found: Result<Vec<_>, _> = index.list_tasks(&namespace).limit(1).items().collect();
        let found: Vec<String> = found?.into_iter().map(|task| task.namespace).collect();
        ensure_same(&found, &[&*path])
    });
    checks.check(
        "index.findArtifactFromTask: of a task that is not there",
        || {
            match index.find_artifact_from_task(&path, "public/log").send() {
                // Some servers look, and others send to the queue without looking.
                Err(e) if e.is_not_found() => Ok(()),
                other => Ok(other.map(drop)?),
            }
        },
    );
}
