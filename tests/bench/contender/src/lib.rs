//! What all contenders have in common.
//!
//! A contender is a process. It reads orders from its standard input, one a line, and answers each
//! with one line of JSON: what it measured of itself. `order` and `report` are that protocol, which
//! the scripts of other languages speak too; `calls` has what the calls say, and what they look like
//! where nobody builds them, and `artifacts` what is fetched and put; `meter` does the measuring, with `futures` where calls are such and `shared` where many are
//! under way; `process` asks the system.

pub mod artifacts;
pub mod calls;
#[cfg(feature = "async")]
pub mod futures;
mod meter;
mod order;
pub mod process;
mod report;
mod shared;

use std::io::{BufRead as _, Write as _, stdin, stdout};

pub use meter::{Laps, Meter};
pub use order::{Order, Work};
pub use report::{Allocations, Answer, Report};

/// How many threads share many calls, where a client has threads.
pub const THREADS: usize = 16;

/// How many of many calls are in flight, where a client has futures.
pub const IN_FLIGHT: usize = 64;

/// Whatever a contender fails with.
pub type Error = Box<dyn std::error::Error + Send + Sync>;

/// Answers orders until there are no more. `run` gives `None` where it cannot do a work.
pub fn serve(meter: Meter, mut run: impl FnMut(&Order, &Meter) -> Result<Option<Report>, Error>) {
    for line in stdin().lock().lines() {
        let Ok(line) = line else { return };
        let answer = match Order::read(&line).map(|order| run(&order, &meter)) {
            Ok(Ok(Some(report))) => Answer::Measured(report),
            Ok(Ok(None)) => Answer::Absent,
            Ok(Err(why)) => Answer::Failed(format!("{why:#}")),
            Err(why) => Answer::Failed(why),
        };
        let Ok(answer) = serde_json::to_string(&answer) else {
            return;
        };
        let mut out = stdout().lock();
        if writeln!(out, "{answer}")
            .and_then(|()| out.flush())
            .is_err()
        {
            return;
        }
    }
}
