//! What changes something: everything under a prefix of its own, and removed at the end.

mod auth;
mod denylist;
mod groups;
mod hooks;
mod index;
mod objects;
mod pools;
mod secrets;
mod tasks;
mod undo;

use std::time::Duration;

use taskcluster_client::{ApiClient as _, Client, slugid};
use time::OffsetDateTime;

use super::services::Services;
use crate::checks::{Checks, Problem};
use undo::Undo;

/// What the checks of one run have in common.
pub struct Run<'r> {
    pub client: &'r Client,
    pub services: &'r Services,
    /// What all IDs of this run have in them.
    pub id: String,
    /// What names with slashes begin with: the caller's own name, under which it may usually do
    /// most.
    pub prefix: String,
    /// When everything of this run ends by itself.
    pub expires: OffsetDateTime,
}

pub fn check(client: &Client, services: &Services, checks: &mut Checks<'_>) {
    // Short enough for the name of a provisioner, which may have 22 characters.
    let id: String = slugid::nice().chars().take(16).collect();
    let credentials = client.session().credentials();
    let caller = credentials.as_ref().map_or("live", |c| c.client_id());
    let caller = caller.strip_prefix("static/").unwrap_or(caller);
    let run = Run {
        client,
        services,
        prefix: format!("{caller}/live-{id}"),
        id,
        expires: OffsetDateTime::now_utc() + Duration::from_secs(1800),
    };
    let mut undo = Undo::default();
    auth::check(&run, &mut undo, checks);
    secrets::check(&run, &mut undo, checks);
    index::check(&run, &mut undo, checks);
    hooks::check(&run, &mut undo, checks);
    tasks::check(&run, &mut undo, checks);
    groups::check(&run, &mut undo, checks);
    pools::check(&run, &mut undo, checks);
    objects::check(&run, checks);
    denylist::check(&run, &mut undo, checks);
    undo.all(client, checks);
}

/// Tells of the checks that begin with another one, where that was absent.
fn absent_with(first: &str, others: &[&str], checks: &mut Checks<'_>) {
    if !checks.absent().iter().any(|(name, _)| name == first) {
        return;
    }
    for name in others {
        let why = format!("it needs {first}, which is absent");
        checks.record::<()>(name, Err(Problem::Absent(why)));
    }
}
