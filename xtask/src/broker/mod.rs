//! `cargo xtask broker`: the bindings and messages of the service crates, checked against a real
//! AMQP broker.
//!
//! `server` finds RabbitMQ, or installs it; `node` runs it for as long as the check takes. The
//! check itself is the package `tests/pulse`, which is no member of the workspace: only this
//! command builds an AMQP client.

mod node;
mod server;

use std::path::Path;
use std::process::Command;

use node::Node;

/// Runs the check against the broker at a URL, or else against one that lives as long as it does.
/// Returns whether all was well; what was not, the check has printed.
///
/// # Errors
/// There is no broker, it does not start, or the check cannot be run.
pub fn run(project_root: &Path, url: Option<String>) -> Result<bool, String> {
    if let Some(url) = url {
        return check(project_root, &url);
    }
    let node = Node::start(&server::find_or_install()?)?;
    println!(
        "a broker of this check's own is ready on port {}",
        node.port()
    );
    check(project_root, &node.url())
}

fn check(project_root: &Path, url: &str) -> Result<bool, String> {
    let target = std::env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| project_root.join("target"), Into::into);
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(["test", "--quiet", "--test", "broker", "--manifest-path"])
        .arg(project_root.join("tests/pulse/Cargo.toml"))
        .env("CARGO_TARGET_DIR", target)
        .env("AMQP_URL", url)
        .status();
    let status = status.map_err(|e| format!("cargo cannot be started: {e}"))?;
    Ok(status.success())
}
