//! Packages of other languages: clients to compare with, and the reference implementation of Hawk.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// The Python client 6.0.0, and its dependencies as they were when it was new.
pub const PYTHON_6: [&str; 5] = [
    "taskcluster==6.0.0",
    "slugid<2",
    "taskcluster-urls<12",
    "mohawk<0.4",
    "requests<3",
];

/// The Python client of today. It is one version, so that what is asked of it does not change by itself.
pub const PYTHON_113: [&str; 1] = ["taskcluster==113.2.*"];

/// Installs a package of npm into a folder, from which programs can then use it.
///
/// # Errors
/// There is no npm, or it fails; the error has what it said.
pub fn npm(folder: &Path, package: &str) -> Result<(), Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut command = Command::new(npm);
    command.args([
        "install",
        "--no-audit",
        "--no-fund",
        "--no-save",
        "--prefix",
    ]);
    install(command.arg(folder).arg(package).current_dir(folder))
}

/// Installs packages of PyPI into a folder, in which Python then finds them.
///
/// # Errors
/// There is no Python with pip, or it fails; the error has what it said.
pub fn pip(folder: &Path, packages: &[&str]) -> Result<(), Box<dyn Error>> {
    let mut command = Command::new("python3");
    command.args([
        "-m",
        "pip",
        "install",
        "--disable-pip-version-check",
        "--target",
    ]);
    install(command.arg(folder).args(packages))
}

fn install(command: &mut Command) -> Result<(), Box<dyn Error>> {
    let program = Path::new(command.get_program()).display().to_string();
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|e| format!("{program} cannot be run ({e}); npm, Node and Python are needed"))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    Err(format!("{program} could not install what is needed:\n{said}").into())
}
