//! Builds contenders, each package on its own.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The workspace `tests/bench` and where it is built.
pub struct Cargo {
    program: OsString,
    workspace: PathBuf,
    target: PathBuf,
    optimized: bool,
}

impl Cargo {
    /// The one that runs this, or else the first in the search path.
    pub fn new(target: PathBuf, optimized: bool) -> Self {
        Self {
            program: std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()),
            workspace: Path::new(env!("CARGO_MANIFEST_DIR")).join(".."),
            target,
            optimized,
        }
    }

    /// The folder of the workspace.
    pub fn workspace(&self) -> &Path {
        &self.workspace
    }

    /// The folder into which all is built.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// A command of cargo about one package, as the lock file has it.
    pub fn command(&self, command: &str, package: &str) -> Command {
        let mut cargo = Command::new(&self.program);
        cargo
            .args([command, "--locked", "--package", package])
            .current_dir(&self.workspace)
            .stdin(Stdio::null());
        cargo
    }

    /// Builds a package, and returns one of its programs.
    pub fn build(&self, package: &str, program: &str) -> Result<PathBuf, String> {
        let mut build = self.command("build", package);
        build.args(["--quiet", "--target-dir"]).arg(&self.target);
        let folder = if self.optimized {
            build.arg("--release");
            "release"
        } else {
            "debug"
        };
        let status = build
            .status()
            .map_err(|why| format!("cargo cannot be started: {why}"))?;
        if !status.success() {
            return Err(format!(
                "it does not build: cargo build --package {package}"
            ));
        }
        Ok(self.target.join(folder).join(program))
    }

    /// The version of a package of the lock file.
    pub fn locked(&self, package: &str) -> Option<String> {
        let lock = fs::read_to_string(self.workspace.join("Cargo.lock")).ok()?;
        let (_, rest) = lock.split_once(&format!("name = \"{package}\"\nversion = \""))?;
        Some(rest.split_once('"')?.0.to_owned())
    }
}
