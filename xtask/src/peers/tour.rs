//! Python clients through all services of our fake, which runs as a program as it does for clients in
//! other languages.

use std::error::Error;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Stdio};

use super::programs::Programs;
use super::{project, python};
use crate::checks::Checks;

const SCRIPT: &str = include_str!("tour.py");
const PROGRAM: &str = "xtask/src/peers/today";

/// Takes the client 6.0.0 through the services of its time. The script has the steps, and says what came
/// of them.
pub fn classic(
    packages: &Path,
    programs: &Programs,
    checks: &mut Checks<'_>,
) -> Result<(), Box<dyn Error>> {
    let mut command = python::command(&["-c", SCRIPT], packages);
    let fake = Fake::start(programs, "classic")?;
    Ok(python::run(
        "Python tour",
        command.envs(fake.exports()),
        checks,
    )?)
}

/// Takes the client 113.2 through those of today.
pub fn today(
    packages: &Path,
    programs: &Programs,
    checks: &mut Checks<'_>,
) -> Result<(), Box<dyn Error>> {
    let mut command = python::command(&[project().join(PROGRAM)], packages);
    let fake = Fake::start(programs, "today")?;
    Ok(python::run(
        "Python tour of today",
        command.envs(fake.exports()),
        checks,
    )?)
}

/// The fake as a program; stopped when dropped.
struct Fake {
    child: Child,
    exports: Vec<(String, String)>,
}

impl Fake {
    fn start(programs: &Programs, era: &str) -> Result<Self, Box<dyn Error>> {
        let mut child = programs
            .fake()
            .args(["--port", "0", "--era", era])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let output = child.stdout.take();
        let mut fake = Self {
            child,
            exports: Vec::new(),
        };
        for line in output
            .map(BufReader::new)
            .into_iter()
            .flat_map(|it| it.lines().take(3))
        {
            let line = line?;
            let export = line
                .strip_prefix("export ")
                .and_then(|it| it.split_once('='));
            let (name, value) = export.ok_or_else(|| format!("{line:?} is not an export"))?;
            fake.exports.push((name.to_owned(), value.to_owned()));
        }
        match fake.exports.len() {
            3 => Ok(fake),
            found => Err(format!("the fake has printed {found} exports, not 3").into()),
        }
    }

    fn exports(&self) -> impl Iterator<Item = (&str, &str)> {
        let exports = self.exports.iter();
        exports.map(|(name, value)| (name.as_str(), value.as_str()))
    }
}

impl Drop for Fake {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
