//! Which task is meant.

use taskcluster_index::Index;

use crate::colour::Colour;
use crate::error::Result;

/// A task, by its id or by where the index has it.
#[derive(Clone, Debug)]
pub(crate) enum Subject {
    Task(String),
    Index(String),
}

/// The task that is meant.
pub(crate) async fn task_id<C: Colour>(subject: &Subject, client: &C) -> Result<String> {
    match subject {
        Subject::Task(id) => Ok(id.clone()),
        Subject::Index(path) => Ok(C::send(Index::new(client).find_task(path)).await?.task_id),
    }
}
