//! Tasks in the index.

use serde_json::json;
use taskcluster_client::index::types::{InsertTaskRequest, ListTasksAtIndex};
use taskcluster_client::{Index, slugid};

use super::Run;
use super::undo::Undo;
use crate::checks::{Checks, Problem, ensure_same};

pub fn check(run: &Run<'_>, undo: &mut Undo, checks: &mut Checks<'_>) {
    let index = Index::new(run.client);
    let namespace = format!("live.{}", run.id);
    let (path, task) = (format!("{namespace}.latest"), slugid::nice());
    let request = InsertTaskRequest::new(&task, 3.0, json!({"by": "live"}), run.expires);
    let gone = path.clone();
    let inserted = run.services.check("index.insertTask", checks, || {
        undo.create(
            &format!("index entry {path}"),
            move |client| Index::new(client).delete_task(&gone).send(),
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
    checks.check("index.findTasksAtIndex", || {
        let indexes = ListTasksAtIndex::new().indexes([&path, &format!("{namespace}.none")]);
        let found = index.find_tasks_at_index(&indexes).items();
        let found: Vec<_> = found.collect::<Result<_, _>>()?;
        let found: Vec<String> = found.into_iter().map(|task| task.namespace).collect();
        if found.is_empty() && !run.services.has("workerManager") {
            let why = "servers of 2018 take it for a list of the namespace `indexes`";
            return Err(Problem::Absent(why.to_owned()));
        }
        ensure_same(&found, &[&*path])
    });
    checks.check("index.deleteTask", || {
        index.delete_task(&path).send()?;
        match index.find_task(&path).send() {
            Err(e) if e.is_not_found() => Ok(()),
            Err(e) => Err(e.into()),
            Ok(_) => Err(Problem::failed("it is still there")),
        }
    });
}
