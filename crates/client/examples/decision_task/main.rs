//! A decision task: 200 tasks that depend on each other, with a display of how far it is. It runs in a task; the
//! test `examples` makes one of it on the fake.

mod decide;

use taskcluster_client::Queue;
use taskcluster_client::tools::Task;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let task = Task::from_env()?;
    let queue = Queue::new(&task.client()?.build()?);
    decide::decide(&task, &queue, &mut std::io::stdout())?;
    Ok(())
}
