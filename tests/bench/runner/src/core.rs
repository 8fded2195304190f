//! The core that servers and contenders share, where the system lets us pin them.

use std::io;
use std::process::{Child, Command};

use nix::sched::{CpuSet, sched_getaffinity, sched_setaffinity};
use nix::unistd::Pid;

/// A core to pin to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Core(usize);

/// This thread, to the system.
const SELF: Pid = Pid::from_raw(0);

impl Core {
    /// The last core that this thread may use, if it may choose: the first ones have more to do for
    /// others.
    pub fn find() -> Option<Self> {
        let allowed = sched_getaffinity(SELF).ok()?;
        let core = (0..CpuSet::count()).rfind(|core| allowed.is_set(*core).unwrap_or(false))?;
        pin(core).ok()?;
        sched_setaffinity(SELF, &allowed).ok()?;
        Some(Self(core))
    }
}

/// Starts a program, on a core where there is one for it.
pub fn spawn(command: &mut Command, core: Option<Core>) -> io::Result<Child> {
    let Some(Core(core)) = core else {
        return command.spawn();
    };
    // A program begins where the thread that starts it may run.
    let allowed = sched_getaffinity(SELF)?;
    pin(core)?;
    let child = command.spawn();
    sched_setaffinity(SELF, &allowed)?;
    child
}

fn pin(core: usize) -> nix::Result<()> {
    let mut only = CpuSet::new();
    only.set(core)?;
    sched_setaffinity(SELF, &only)
}

#[cfg(test)]
mod tests {
    use std::process::Stdio;

    use super::*;

    #[test]
    fn a_pinned_program_has_one_core_and_the_starter_keeps_all() -> io::Result<()> {
        let Some(core) = Core::find() else {
            return Ok(());
        };
        let before = sched_getaffinity(SELF)?;
        let mut command = Command::new("grep");
        command
            .args(["Cpus_allowed_list", "/proc/self/status"])
            .stdout(Stdio::piped());
        let output = spawn(&mut command, Some(core))?.wait_with_output()?;
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert_eq!(
            said.split_whitespace().nth(1),
            Some(&*core.0.to_string()),
            "{said}"
        );
        assert_eq!(sched_getaffinity(SELF)?, before);
        Ok(())
    }
}
