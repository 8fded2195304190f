//! Packages from npm and PyPI, in a folder that is removed at the end.

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs, io};

use crate::packages;

/// A temporary folder.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> io::Result<Self> {
        let path = env::temp_dir().join(format!("taskcluster-peers-{}", std::process::id()));
        fs::create_dir_all(&path)?;
        Ok(Self(path))
    }

    /// The path of a file in it.
    pub fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Installs a package of npm; the result is the folder from which programs can use it.
    pub fn npm(&self, package: &str) -> Result<PathBuf, Box<dyn Error>> {
        let folder = self.0.join("npm");
        packages::npm(&folder, package)?;
        Ok(folder)
    }

    /// Installs a Python client into a folder of this name; the result is where Python finds it.
    pub fn pip(&self, name: &str, client: &[&str]) -> Result<PathBuf, Box<dyn Error>> {
        let folder = self.0.join(name);
        packages::pip(&folder, client)?;
        Ok(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // The system's own cleaning of temporary files has what is left.
        let _ = fs::remove_dir_all(&self.0);
    }
}
