//! Python clients through all services of our fake, which runs as a program as it does for clients in
//! other languages.

use std::error::Error;
use std::ffi::OsString;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use super::{project, python};
use crate::checks::Checks;

const SCRIPT: &str = include_str!("tour.py");
const PROGRAM: &str = "xtask/src/peers/today";

/// Takes the client 6.0.0 through the services of its time. The script has the steps, and says what came
/// of them.
pub fn classic(packages: &Path, checks: &mut Checks<'_>) -> Result<(), Box<dyn Error>> {
    let command = python::command(&["-c", SCRIPT], packages);
    on_the_fake("classic", "Python tour", command, checks)
}

/// Takes the client 113.2 through those of today.
pub fn today(packages: &Path, checks: &mut Checks<'_>) -> Result<(), Box<dyn Error>> {
    let command = python::command(&[project().join(PROGRAM)], packages);
    on_the_fake("today", "Python tour of today", command, checks)
}

fn on_the_fake(
    era: &str,
    who: &str,
    mut command: Command,
    checks: &mut Checks<'_>,
) -> Result<(), Box<dyn Error>> {
    let fake = Program::start(era)?;
    command.envs(fake.exports.iter().map(|(name, value)| (name, value)));
    python::run(who, &mut command, checks)?;
    Ok(())
}

/// The fake as a program; stopped when dropped.
struct Program {
    child: Child,
    exports: Vec<(String, String)>,
}

impl Program {
    fn start(era: &str) -> Result<Self, Box<dyn Error>> {
        // On its own, since what the program itself writes to standard error is not for here.
        let built = cargo("build").output()?;
        if !built.status.success() {
            let said = String::from_utf8_lossy(&built.stderr).into_owned();
            return Err(format!("the fake could not be built:\n{said}").into());
        }
        let mut child = cargo("run")
            .args(["--", "--port", "0", "--era", era])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let output = child.stdout.take();
        let mut program = Self {
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
            program.exports.push((name.to_owned(), value.to_owned()));
        }
        match program.exports.len() {
            3 => Ok(program),
            found => Err(format!("the fake has printed {found} exports, not 3").into()),
        }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // Where there is `exec` cargo has become the program; elsewhere it ends what it started.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn cargo(verb: &str) -> Command {
    let mut command =
        Command::new(std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo")));
    command
        .args([verb, "--quiet", "--package", "taskcluster-fake"])
        .current_dir(project());
    command
}
