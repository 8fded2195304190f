//! The command of a task, run and watched.

use std::io::Read;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::time::{Duration, Instant};

#[cfg(unix)]
use rustix::process::{Pid, Signal, kill_process_group};

use super::live_log::Log;
use super::order::Order;

/// How often to look whether the command has ended, when it takes its time.
const LOOK: Duration = Duration::from_millis(50);
/// How long output is waited for when the command has ended and something of it still runs.
const GRACE: Duration = Duration::from_secs(1);

/// How a command ended.
pub enum Ended {
    Success,
    /// By itself, or for having taken too long; the log says which.
    Failure,
    /// Because the claim was lost.
    Abandoned,
}

/// Runs a command in a folder until it ends; what it prints goes to the log as it comes.
///
/// # Errors
/// The command cannot be watched.
pub fn run(
    order: &Order,
    folder: &Path,
    log: &Arc<Log>,
    is_lost: impl Fn() -> bool,
) -> std::io::Result<Ended> {
    let mut command = Command::new(&order.command[0]);
    command.args(&order.command[1..]).envs(&order.env);
    command.current_dir(folder).stdin(Stdio::null());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    // What the command starts is one group with it, so that all of it can be stopped.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = match command.spawn() {
        Ok(child) => child,
        Err(e) => {
            log.line(&format!("{} cannot be run: {e}", order.command[0]));
            return Ok(Ended::Failure);
        }
    };
    let (reading, all_read) = mpsc::channel();
    copy(child.stdout.take(), log, reading.clone());
    copy(child.stderr.take(), log, reading);
    let ended = watch(&mut child, order.max_run_time, &is_lost)?;
    // It ends when both readers have: nothing is ever sent.
    let _ = all_read.recv_timeout(GRACE);
    Ok(match ended {
        Some(status) if status.success() => Ended::Success,
        Some(status) => {
            log.line(&format!("The command has failed: {status}"));
            Ended::Failure
        }
        None if is_lost() => Ended::Abandoned,
        None => {
            log.line("The command has been stopped: it has taken longer than maxRunTime");
            Ended::Failure
        }
    })
}

/// Waits for the end of the command; none where it had to be stopped.
fn watch(
    child: &mut Child,
    max_run_time: Option<Duration>,
    is_lost: impl Fn() -> bool,
) -> std::io::Result<Option<ExitStatus>> {
    let start = Instant::now();
    let mut pause = Duration::from_millis(1);
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if max_run_time.is_some_and(|most| start.elapsed() > most) || is_lost() {
            stop(child)?;
            return Ok(None);
        }
        std::thread::sleep(pause);
        pause = (pause * 2).min(LOOK);
    }
}

/// Stops the command, and with it all that it has started and that has not left its group.
fn stop(child: &mut Child) -> std::io::Result<()> {
    #[cfg(unix)]
    if let Some(group) = i32::try_from(child.id()).ok().and_then(Pid::from_raw) {
        // Nothing is left of a group whose processes have all ended.
        let _ = kill_process_group(group, Signal::KILL);
    }
    child.kill()?;
    child.wait().map(drop)
}

/// Copies to the log in a thread of its own.
fn copy<R: Read + Send + 'static>(from: Option<R>, log: &Arc<Log>, reading: Sender<()>) {
    let log = Arc::clone(log);
    std::thread::spawn(move || {
        let mut bytes = [0; 4096];
        if let Some(mut from) = from {
            while let Ok(count @ 1..) = from.read(&mut bytes) {
                log.append(&bytes[..count]);
            }
        }
        drop(reading);
    });
}
