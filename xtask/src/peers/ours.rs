//! Our own programs that are meant for real deployments, on the fake.

use std::error::Error;
use std::path::Path;
use std::time::Duration;

use taskcluster_client::{Client, RetryPolicy};
use taskcluster_fake::FakeTaskcluster;

use super::examples;
use super::programs::Programs;
use crate::checks::{Checks, Outcome, ensure_same};
use crate::live;

/// A download is put into that file.
pub fn check(
    programs: &Programs,
    checks: &mut Checks<'_>,
    file: &Path,
) -> Result<(), Box<dyn Error>> {
    // Of pages so small, every list has several.
    let fake = FakeTaskcluster::builder().page_size(2).start()?;
    let impatient = RetryPolicy::default().first_wait(Duration::from_millis(1));
    let client = Client::builder(fake.root_url())
        .credentials(fake.credentials())
        .retry(impatient)
        .build()?;
    live::run(&client, true, checks);
    let absent = checks.absent().to_vec();
    checks.check(
        "live: nothing is absent but what the fake cannot have",
        || {
            let others = absent.iter().filter(|(name, why)| {
                // Taking things out of the index is younger than the references of this project.
                !why.ends_with("does not implement it") && !name.starts_with("removed: index entry")
            });
            ensure_same(&others.count(), &0)
        },
    );
    checks.check("live: it has left nothing behind", || left_behind(&client));
    examples::check(programs, checks, &fake, &client, file);
    Ok(())
}

fn left_behind(client: &Client) -> Outcome {
    use taskcluster_client::{Auth, Secrets};
    let secrets: Result<Vec<String>, _> = Secrets::new(client).list().items().collect();
    ensure_same(&secrets?, &[""; 0])?;
    let clients: Result<Vec<_>, _> = Auth::new(client).list_clients().items().collect();
    let clients = clients?.into_iter().map(|client| client.client_id);
    let ours: Vec<String> = clients.filter(|id| id.contains("/live-")).collect();
    ensure_same(&ours, &[""; 0])
}
