//! The Python client against our fake, which must accept what real servers accept.

use std::collections::BTreeSet;
use std::error::Error;
use std::ffi::OsStr;
use std::io;
use std::path::Path;
use std::process::Command;

use taskcluster_client::{Client, Secrets};
use taskcluster_fake::FakeTaskcluster;

use super::SETTINGS;
use crate::checks::{Checks, Outcome, Problem, ensure_same};
use crate::live::ODD_NAMES;

const SCRIPT: &str = include_str!("client.py");

/// Runs the script, in which the checks are, and records what it says of them.
pub fn check(packages: &Path, checks: &mut Checks<'_>) -> Result<(), Box<dyn Error>> {
    let fake = FakeTaskcluster::start()?;
    let credentials = fake.credentials();
    let mut command = command(&["-c", SCRIPT], packages);
    command
        .arg(serde_json::to_string(&ODD_NAMES)?)
        .env("TASKCLUSTER_ROOT_URL", fake.root_url())
        .env("TASKCLUSTER_CLIENT_ID", credentials.client_id())
        .env("TASKCLUSTER_ACCESS_TOKEN", credentials.access_token());
    run("Python client", &mut command, checks)?;
    let client = Client::builder(fake.root_url())
        .credentials(credentials)
        .build()?;
    checks.check(
        "Python client: our client reads the names that it has stored",
        || names(&client),
    );
    Ok(())
}

/// Python with a program that uses the client, and without the settings of whoever runs this.
pub fn command(program: &[impl AsRef<OsStr>], packages: &Path) -> Command {
    let mut command = Command::new("python3");
    for name in SETTINGS {
        command.env_remove(name);
    }
    command
        .args(["-W", "ignore"])
        .args(program)
        .arg(packages)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .env("PYTHONIOENCODING", "utf-8");
    command
}

/// Runs a script, and records each line as the check that it tells of.
pub fn run(who: &str, command: &mut Command, checks: &mut Checks<'_>) -> io::Result<()> {
    let output = command.output()?;
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        record(who, line, checks);
    }
    checks.check(&format!("{who}: it came to its end"), || {
        let said = String::from_utf8_lossy(&output.stderr);
        ensure_same(&(output.status.code(), &*said), &(Some(0), ""))
    });
    Ok(())
}

fn record(who: &str, line: &str, checks: &mut Checks<'_>) {
    let mut parts = line.splitn(3, '\t');
    let (word, name) = (parts.next(), parts.next().unwrap_or(line));
    let outcome = match word {
        Some("ok") => Ok(()),
        _ => Err(Problem::failed(parts.next().unwrap_or("no reason given"))),
    };
    checks.record(&format!("{who}: {name}"), outcome);
}

fn names(client: &Client) -> Outcome {
    let all: Result<Vec<String>, _> = Secrets::new(client).list().items().collect();
    let found = all?
        .into_iter()
        .filter_map(|name| name.strip_prefix("peers/python/").map(str::to_owned));
    let wanted: BTreeSet<String> = ODD_NAMES.map(str::to_owned).into();
    ensure_same(&found.collect::<BTreeSet<_>>(), &wanted)
}
