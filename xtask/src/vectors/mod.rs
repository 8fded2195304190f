//! `cargo xtask vectors`: cases that other Taskcluster clients were put to, answered by this one.
//!
//! A folder holds one JSON file per topic, and a file its cases: what was asked (`in`), the right
//! answer (`want`), and what some other client answered where that is right as well (`accept`).
//! `case` reads the files, `topics` answers the cases by the public functions of the crates,
//! `verdict` judges the answers by means of `compare`, and `report` counts and prints.
//! `callers`, `signature` and `services` are what several topics need.

mod callers;
mod case;
mod compare;
mod report;
mod services;
mod signature;
mod topics;
mod verdict;

use std::fmt;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

pub use report::{Failure, Summary, Tally};

use case::{Case, CaseFile};
use topics::Topic;

/// Runs the cases of a folder and prints the outcome.
///
/// # Errors
/// The folder has no case files, a file, a topic, an operation or a case is not understood, or
/// the outcome cannot be written.
pub fn run(dir: &Path, out: &mut dyn Write) -> Result<Summary, Error> {
    let mut summary = Summary::default();
    for path in case_files(dir)? {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let file = CaseFile::read(&path).map_err(|why| Error::at(&name, why))?;
        run_file(&file, &mut summary).map_err(|why| Error::at(&name, why))?;
    }
    summary.print(out)?;
    Ok(summary)
}

/// The project's own cases.
pub fn own_folder(project_root: &Path) -> PathBuf {
    project_root.join("tests/vectors")
}

fn case_files(dir: &Path) -> Result<Vec<PathBuf>, Error> {
    let refuse = |why: &dyn fmt::Display| Error::at(&dir.display().to_string(), why);
    let mut files = Vec::new();
    for entry in std::fs::read_dir(dir).map_err(|e| refuse(&e))? {
        let path = entry.map_err(|e| refuse(&e))?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "json")
        {
            files.push(path);
        }
    }
    if files.is_empty() {
        return Err(refuse(&"there are no case files (*.json) in this folder"));
    }
    files.sort();
    Ok(files)
}

fn run_file(file: &CaseFile, summary: &mut Summary) -> Result<(), String> {
    let topic = Topic::named(&file.topic)?;
    let cases: Vec<Case> = file
        .cases
        .iter()
        .map(|text| Case::read(text))
        .collect::<Result<_, _>>()?;
    for case in &cases {
        let outcome = topic
            .run(case)
            .map_err(|why| format!("{}: {why}", case.id))?;
        summary.count(&file.topic, case, outcome);
    }
    Ok(())
}

/// Why cases could not be run: where, and what is not understood.
#[derive(Debug)]
pub struct Error(String);

impl Error {
    fn at(place: &str, why: impl fmt::Display) -> Self {
        Self(format!("{place}: {why}"))
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self(format!("the outcome cannot be written: {error}"))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}
