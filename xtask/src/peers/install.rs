//! Packages from npm and PyPI, in a folder that is removed at the end.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs, io};

/// The Python client, and its dependencies as they were when it was new.
const PYTHON: [&str; 5] = [
    "taskcluster==6.0.0",
    "slugid<2",
    "taskcluster-urls<12",
    "mohawk<0.4",
    "requests<3",
];

/// A temporary folder.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> io::Result<Self> {
        let path = env::temp_dir().join(format!("taskcluster-peers-{}", std::process::id()));
        fs::create_dir_all(&path)?;
        Ok(Self(path))
    }

    /// Installs a package of npm; the result is the folder from which programs can use it.
    pub fn npm(&self, package: &str) -> Result<PathBuf, Box<dyn Error>> {
        let folder = self.0.join("npm");
        fs::create_dir_all(&folder)?;
        let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
        let mut command = Command::new(npm);
        command.args([
            "install",
            "--no-audit",
            "--no-fund",
            "--no-save",
            "--prefix",
        ]);
        install(command.arg(&folder).arg(package).current_dir(&folder))?;
        Ok(folder)
    }

    /// Installs the Python client; the result is the folder in which Python finds it.
    pub fn pip(&self) -> Result<PathBuf, Box<dyn Error>> {
        let folder = self.0.join("python");
        let mut command = Command::new("python3");
        command.args([
            "-m",
            "pip",
            "install",
            "--disable-pip-version-check",
            "--target",
        ]);
        install(command.arg(&folder).args(PYTHON))?;
        Ok(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // The system's own cleaning of temporary files has what is left.
        let _ = fs::remove_dir_all(&self.0);
    }
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
