//! `cargo xtask broker`: the bindings and messages of the service crates, checked against a real
//! AMQP broker.
//!
//! `server` finds RabbitMQ, or installs it; `node` runs it for as long as the check takes, and restarts it when
//! the check asks for that; `tls` has the certificates by which it can be reached by TLS, too. The check itself
//! is the package `tests/pulse`, which is no member of the workspace.

mod node;
mod server;
mod tls;

use std::io::{self, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command};
use std::thread;
use std::time::Duration;

use crate::cargo::{cargo, target};
use node::{End, Node};

/// Runs the check against the broker at a URL, or else against one that lives as long as it does, and that
/// the check can have restarted. Returns whether all was well; what was not, the check has printed.
///
/// # Errors
/// There is no broker, it does not start, or the check cannot be run.
pub fn run(project_root: &Path, url: Option<String>) -> Result<bool, String> {
    if let Some(url) = url {
        let mut check = start(&mut command(project_root, &url))?;
        let status = check.wait();
        return Ok(status.map_err(|e| format!("cargo: {e}"))?.success());
    }
    let mut node = Node::start(&server::find_or_install()?)?;
    println!(
        "a broker of this check's own is ready on port {}",
        node.port()
    );
    let control = TcpListener::bind((Ipv4Addr::LOCALHOST, 0));
    let control = control.map_err(|e| format!("there is no free port: {e}"))?;
    let port = control.local_addr().map_err(|e| e.to_string())?.port();
    let mut command = command(project_root, &node.url());
    command
        .env("BROKER_CONTROL", format!("127.0.0.1:{port}"))
        .env("AMQPS_URL", node.secure_url())
        .env("AMQPS_AUTHORITY", node.authority());
    let mut check = start(&mut command)?;
    let outcome = attend(&mut check, &control, &mut node);
    if outcome.is_err() {
        // It may have ended by itself.
        let _ = check.kill();
        let _ = check.wait();
    }
    outcome
}

/// Waits for the check. Who connects to `control` and says how, has the broker restarted, and is hung up on
/// when it is there again.
fn attend(check: &mut Child, control: &TcpListener, node: &mut Node) -> Result<bool, String> {
    let failed = |e: io::Error| format!("the check cannot be waited for: {e}");
    control.set_nonblocking(true).map_err(failed)?;
    loop {
        if let Some(status) = check.try_wait().map_err(failed)? {
            return Ok(status.success());
        }
        match control.accept() {
            Ok((mut caller, _)) => {
                node.restart(wanted(&mut caller).map_err(failed)?)?;
                // A caller that does not wait for it does not need it.
                let _ = caller.write_all(b"ready");
            }
            Err(e) if e.kind() == io::ErrorKind::WouldBlock => {
                thread::sleep(Duration::from_millis(50));
            }
            Err(e) => return Err(failed(e)),
        }
    }
}

/// What a caller wants: one word, after which it says no more.
fn wanted(caller: &mut TcpStream) -> io::Result<End> {
    let mut word = String::new();
    // Some systems have it as the listener is.
    caller.set_nonblocking(false)?;
    caller.read_to_string(&mut word)?;
    match word.as_str() {
        "stop" => Ok(End::InOrder),
        "kill" => Ok(End::AtOnce),
        _ => Err(io::Error::other(format!("it asks for {word:?}"))),
    }
}

fn command(project_root: &Path, url: &str) -> Command {
    let mut command = cargo();
    command
        .args(["test", "--quiet", "--test", "broker", "--manifest-path"])
        .arg(project_root.join("tests/pulse/Cargo.toml"))
        .env("CARGO_TARGET_DIR", target(project_root))
        .env("AMQP_URL", url);
    command
}

fn start(command: &mut Command) -> Result<Child, String> {
    command
        .spawn()
        .map_err(|e| format!("cargo cannot be started: {e}"))
}
