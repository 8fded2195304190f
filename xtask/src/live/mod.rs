//! `cargo xtask live`: the typed client against a real deployment.
//!
//! What only reads: `services` finds out which services there are, `callers` tries every way to
//! prove who calls, `reading` lists, pages and fails. `writing` creates what it needs under a
//! prefix of its own, and removes it at the end.

mod callers;
mod reading;
mod services;
mod writing;

use std::error::Error;
use std::io::Write;

use taskcluster_client::{ApiClient as _, Client};

use crate::checks::{Checks, Outcome, Problem, Tally};
use services::Services;

/// Names that arrive as they are only where every part of a client encodes alike.
pub const ODD_NAMES: [&str; 7] = ["a/b", "a b", "ü", "%2F", "quote'\"", "a/../b", "+"];

/// Checks the deployment that the environment names, with its credentials if there are any.
///
/// # Errors
/// The environment names no deployment, or what it says is wrong.
pub fn from_env(write: bool, out: &mut dyn Write) -> Result<Tally, Box<dyn Error>> {
    let client = Client::from_env()?;
    let mut checks = Checks::new(out);
    run(&client, write, &mut checks);
    Ok(checks.finish())
}

/// Checks a deployment. `write` also tries what changes something there.
pub fn run(client: &Client, write: bool, checks: &mut Checks<'_>) {
    let Some(services) = Services::find(client, checks) else {
        return;
    };
    callers::check(client, checks);
    reading::check(client, &services, checks);
    if write
        && is_known(client)
            .map_err(|why| checks.record::<()>("writing", Err(why)))
            .is_ok()
    {
        writing::check(client, &services, checks);
    }
}

/// Fails where requests go out unsigned.
fn is_known(client: &Client) -> Outcome {
    match client.session().credentials() {
        Some(_) => Ok(()),
        None => Err(Problem::Absent(
            "the environment has no credentials".to_owned(),
        )),
    }
}
