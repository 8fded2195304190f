//! Where RabbitMQ's server is; how it gets there.

use std::path::PathBuf;
use std::process::{Command, Stdio};

/// Debian's own script. The one of the same name in the search path becomes another user before it
/// calls this one, which then could not write to the folders of our node.
const DEBIAN: &str = "/usr/lib/rabbitmq/bin/rabbitmq-server";

const PACKAGE: &str = "rabbitmq-server";

/// The program that starts a server. Where there is none, root on Debian gets it installed.
pub fn find_or_install() -> Result<PathBuf, String> {
    if let Some(server) = find() {
        return Ok(server);
    }
    if !(is_root() && in_search_path("apt-get").is_some()) {
        return Err(format!(
            "there is no {PACKAGE}: install it (on Debian: apt-get install {PACKAGE}), or name a \
             broker by its URL"
        ));
    }
    println!("installing {PACKAGE}");
    if apt_get(&["install", "-y", "--no-install-recommends", PACKAGE]).is_err() {
        // The lists of packages may be missing, or old.
        apt_get(&["update"])?;
        apt_get(&["install", "-y", "--no-install-recommends", PACKAGE])?;
    }
    find().ok_or_else(|| format!("{PACKAGE} was installed, but there is no such program"))
}

fn find() -> Option<PathBuf> {
    Some(PathBuf::from(DEBIAN))
        .filter(|path| path.is_file())
        .or_else(|| in_search_path("rabbitmq-server"))
}

fn in_search_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let mut candidates = std::env::split_paths(&path).map(|folder| folder.join(program));
    candidates.find(|candidate| candidate.is_file())
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

fn apt_get(args: &[&str]) -> Result<(), String> {
    let output = Command::new("apt-get")
        .args(args)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .stdin(Stdio::null())
        .output()
        .map_err(|e| format!("apt-get cannot be started: {e}"))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(format!("apt-get {} failed:\n{said}", args.join(" ")))
}
