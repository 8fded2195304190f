//! What the system says of this process.

use std::fs;
use std::time::Duration;

use nix::time::{ClockId, clock_gettime};

use crate::Error;

/// CPU time since the process began, all threads together.
///
/// # Errors
/// The system has no such clock.
pub fn cpu_time() -> Result<Duration, Error> {
    Ok(clock_gettime(ClockId::CLOCK_PROCESS_CPUTIME_ID)?.into())
}

/// Lets [`peak_rss_kb`] begin anew.
///
/// # Errors
/// The system is not Linux, or forbids it.
pub fn reset_peak_rss() -> Result<(), Error> {
    Ok(fs::write("/proc/self/clear_refs", "5")?)
}

/// The most memory that the process has had, in KB.
///
/// # Errors
/// The system is not Linux.
pub fn peak_rss_kb() -> Result<f64, Error> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let number = line.and_then(|rest| rest.trim().strip_suffix(" kB"));
    Ok(number.ok_or("no VmHWM in /proc/self/status")?.parse()?)
}
