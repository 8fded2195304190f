//! Our own programs, as their users start them.

use std::error::Error;
use std::path::PathBuf;
use std::process::Command;

use super::project;
use crate::cargo::{cargo, target};

/// What was built.
pub struct Programs {
    folder: PathBuf,
}

impl Programs {
    /// Builds them in one go, as parts of the workspace: what its tests were built of serves for them too,
    /// while cargo would build all dependencies anew for a package alone.
    ///
    /// # Errors
    /// They do not build; the error has what the compiler said.
    pub fn build() -> Result<Self, Box<dyn Error>> {
        let output = cargo()
            .args([
                "build",
                "--quiet",
                "--workspace",
                "--bin",
                "taskcluster-fake",
            ])
            .arg("--examples")
            .current_dir(project())
            .output()?;
        if !output.status.success() {
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            return Err(format!("our own programs could not be built:\n{said}").into());
        }
        Ok(Self {
            folder: target(&project()).join("debug"),
        })
    }

    /// The fake, which runs until it is killed.
    pub fn fake(&self) -> Command {
        Command::new(self.folder.join("taskcluster-fake"))
    }

    /// An example of the facade.
    pub fn example(&self, name: &str) -> Command {
        Command::new(self.folder.join("examples").join(name))
    }
}
