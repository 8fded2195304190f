//! `cargo xtask peers`: judged by programs that this project did not write.
//!
//! `install` fetches them into a folder that is removed at the end. `hawk` lets the reference
//! implementation of Hawk judge our signatures; `python` lets our fake server judge the Python
//! client, whose signatures real servers accept; `tour` takes that client, and the one of today, through
//! all services of the fake as a program; `ours` tries our own programs on the fake, `examples` those of the
//! facade, and `published` Taskcluster's own Rust client. `programs` builds those that are started.

mod examples;
mod hawk;
mod install;
mod ours;
mod programs;
mod published;
mod python;
mod tour;

use std::error::Error;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::checks::{Checks, Tally};
use crate::packages::{PYTHON_6, PYTHON_113};
use install::Folder;
use programs::Programs;

/// Runs all of it.
///
/// # Errors
/// A peer cannot be installed or started: npm, Node 20 and Python 3 with pip are needed.
pub fn run(out: &mut dyn Write) -> Result<Tally, Box<dyn Error>> {
    let folder = Folder::new()?;
    let programs = Programs::build()?;
    let mut checks = Checks::new(out);
    hawk::check(&folder.npm("hawk@9")?, &mut checks)?;
    let classic = folder.pip("python-6", &PYTHON_6)?;
    python::check(&classic, &mut checks)?;
    tour::classic(&classic, &programs, &mut checks)?;
    let today = folder.pip("python-113", &PYTHON_113)?;
    tour::today(&today, &programs, &mut checks)?;
    ours::check(&programs, &mut checks, &folder.file("app.zip"))?;
    published::check(&mut checks);
    Ok(checks.finish())
}

/// The folder of this project.
fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The settings of whoever runs this, which are not for the peers.
const SETTINGS: [&str; 7] = [
    "TASK_ID",
    "RUN_ID",
    "TASKCLUSTER_ROOT_URL",
    "TASKCLUSTER_CLIENT_ID",
    "TASKCLUSTER_ACCESS_TOKEN",
    "TASKCLUSTER_CERTIFICATE",
    "TASKCLUSTER_PROXY_URL",
];
