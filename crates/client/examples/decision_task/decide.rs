//! What the decision task decides.

use std::error::Error;
use std::io::Write;
use std::time::Duration;

use serde_json::json;
use taskcluster_client::Queue;
use taskcluster_client::queue::types::{CreateTaskRequest, Task as Definition};
use taskcluster_client::tools::{Graph, Task};

/// Twenty builds, with nine tests behind each.
pub fn decide(
    task: &Task,
    queue: &Queue,
    show: &mut (impl Write + Send),
) -> Result<Graph, Box<dyn Error>> {
    let own = queue.task(task.task_id()).send()?;
    let mut graph = task.graph(&own).deadline_in(Duration::from_secs(3 * 3600));
    for build in 0..20 {
        let label = format!("build-{build}");
        graph.add(&label, like(&own, "build"));
        for test in 0..9 {
            let added = graph.add(format!("test-{build}-{test}"), like(&own, "test"));
            added.after(&label);
        }
    }
    let all = graph.len();
    let creation = graph.create(queue).on_created(|label, created| {
        let bar = "#".repeat(created * 40 / all);
        // A display that nobody can see is no reason to stop.
        let _ = write!(show, "\r[{bar:40}] {created} of {all}: {label:12}");
    });
    creation.send()?;
    writeln!(show)?;
    Ok(graph)
}

/// A task for the workers of the decision task.
fn like(own: &Definition, target: &str) -> CreateTaskRequest {
    let mut like = CreateTaskRequest::from(own.clone());
    like.payload = json!({ "command": ["make", target] });
    (like.routes, like.dependencies) = (None, None);
    like
}
