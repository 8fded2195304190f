//! Cargo, as a program that this one starts.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The cargo that runs this, or else the first in the search path.
///
/// It hears nothing of what cargo has told this program of its own package: the crate ring asks for some of that,
/// and is built anew where it differs, with all that needs it.
pub fn cargo() -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    forget_this_program(&mut command);
    command
}

/// Keeps from a command what cargo told this program of itself: see [`cargo`].
pub fn forget_this_program(command: &mut Command) {
    for (variable, _) in std::env::vars_os() {
        let name = variable.to_string_lossy();
        if name.starts_with("CARGO_PKG_") || name.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&variable);
        }
    }
}

/// Where this project is built.
pub fn target(project_root: &Path) -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR");
    target.map_or_else(|| project_root.join("target"), Into::into)
}
