//! `cargo xtask bench`: what our client costs, beside other clients and beside the floor.
//!
//! What is measured and how is in `tests/bench`, which is no member of the workspace: only this
//! command builds other clients, or installs those of other languages. All of it goes to
//! `target/bench`.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::cargo::{self, cargo, forget_this_program};
use crate::packages::{self, PYTHON_6};

/// Where the results of a full run go.
const GUIDE: &str = "crates/client/guide/performance";

/// Runs it; the arguments are those of the command. Returns whether it came to its end; what
/// prevented that, it has printed.
///
/// # Errors
/// The system is not Linux, or the bench cannot be started.
pub fn run(project_root: &Path, args: &[String]) -> Result<bool, Box<dyn Error>> {
    if !cfg!(target_os = "linux") {
        return Err("the bench asks Linux what programs cost; other systems tell otherwise".into());
    }
    let is_smoke = args.iter().any(|arg| arg == "--smoke");
    let target = target(project_root, is_smoke)?;
    if !build(project_root, &target, is_smoke)? {
        return Ok(false);
    }
    let folder = if is_smoke { "debug" } else { "release" };
    let mut runner = Command::new(target.join(folder).join("runner"));
    runner.arg("--target").arg(&target);
    if !is_smoke {
        runner
            .arg("--packages")
            .arg(install(&target.join("packages")));
    }
    if args.is_empty() {
        runner.arg("--write").arg(project_root.join(GUIDE));
    }
    forget_this_program(&mut runner);
    Ok(runner.args(args).status()?.success())
}

fn build(project_root: &Path, target: &Path, is_smoke: bool) -> Result<bool, Box<dyn Error>> {
    let mut command = cargo();
    command
        .args(["build", "--quiet", "--locked", "--package", "runner"])
        .arg("--manifest-path")
        .arg(project_root.join("tests/bench/Cargo.toml"))
        .arg("--target-dir")
        .arg(target);
    if !is_smoke {
        command.arg("--release");
    }
    let status = command.status();
    Ok(status
        .map_err(|e| format!("cargo cannot be started: {e}"))?
        .success())
}

/// A smoke run shares the project's own folder, so that it finds most crates compiled.
fn target(project_root: &Path, is_smoke: bool) -> std::io::Result<PathBuf> {
    let target = cargo::target(project_root);
    std::path::absolute(if is_smoke {
        target
    } else {
        target.join("bench")
    })
}

/// Installs what is not there yet, and says what cannot be.
fn install(folder: &Path) -> &Path {
    let python_6 = |folder: &Path| packages::pip(folder, &PYTHON_6);
    let python = |folder: &Path| packages::pip(folder, &["taskcluster"]);
    // Named, since npm would look for a release that its Node is said to be good for.
    let npm = |folder: &Path| packages::npm(folder, "taskcluster-client@latest");
    install_one(&folder.join("python-6"), python_6);
    install_one(&folder.join("python"), python);
    install_one(&folder.join("npm"), npm);
    let scopes = |folder: &Path| packages::npm(folder, "taskcluster-lib-scopes@latest");
    install_one(&folder.join("npm-scopes"), scopes);
    folder
}

fn install_one(folder: &Path, install: impl FnOnce(&Path) -> Result<(), Box<dyn Error>>) {
    if folder.is_dir() {
        return;
    }
    if let Err(why) = install(folder) {
        eprintln!("not installed: {}: {why}", folder.display());
        // Half of it would be taken for all of it.
        let _ = fs::remove_dir_all(folder);
    }
}
