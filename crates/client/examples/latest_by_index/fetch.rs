//! Where the artifact is, and how it is got.

use std::error::Error;
use std::path::Path;

use taskcluster_client::tools::IndexExt as _;
use taskcluster_client::{Artifacts, Client, Index};

/// Gets the artifact, whole and verified. Tells which task it is of, or nothing where there is none at any path.
pub fn fetch(
    client: &Client,
    paths: &[String],
    name: &str,
    to: &Path,
) -> Result<Option<String>, Box<dyn Error>> {
    let Some(found) = Index::new(client).find_first(paths).send()? else {
        return Ok(None);
    };
    let fetched = Artifacts::new(client)
        .of(&found.task_id)
        .get(name)
        .to_file(to)?;
    Ok(Some(format!(
        "{} of the task {}, {} bytes, from {}",
        name, found.task_id, fetched.bytes, found.namespace
    )))
}
