//! What a client tells of its work, through the facade of the [`log`](https://docs.rs/log) crate.
//!
//! All lines have the target [`TARGET`]. They name the method that is called, never its arguments,
//! and show no header, token, certificate, query or payload.
//!
//! **At the level trace, ureq, by which the blocking client sends, prints the wire: heads of
//! requests with `Authorization`, and answers. It does so through the same facade, under the target
//! `ureq_proto::util`. A program that lets all targets through at that level must leave this one out,
//! such as by `RUST_LOG=trace,ureq_proto=off`.** The asynchronous client prints none of it, and the
//! logger that [`init_from_env`] installs passes on no target but [`TARGET`].
//!
//! | level | what |
//! |---|---|
//! | debug | an attempt begins; an attempt succeeded |
//! | info | an attempt failed, and another follows after a wait or with other credentials |
//! | warn | a call failed for good; a provider of credentials failed |

use std::io::Write as _;
use std::time::Duration;

use log::{Level, LevelFilter, Log, Metadata, Record};

use crate::answer::error::{CredentialsError, TransportFailure};
use crate::answer::response::Response;
use crate::answer::shown::shown_name;
use crate::exchange::verdict::Verdict;

/// The target of every line.
pub const TARGET: &str = "taskcluster";

/// Prints all lines of this library to standard error, if `DEBUG_TASKCLUSTER_CLIENT` is set to
/// anything but the empty text and the program has not installed a logger of its own. Returns
/// whether it does.
///
/// Programs that have a logger need no such call: they see the lines of [`TARGET`] there.
pub fn init_from_env() -> bool {
    let asked = std::env::var_os("DEBUG_TASKCLUSTER_CLIENT").is_some_and(|value| !value.is_empty());
    let installed = asked && log::set_logger(&StandardError).is_ok();
    if installed {
        log::set_max_level(LevelFilter::Debug);
    }
    installed
}

struct StandardError;

impl Log for StandardError {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == TARGET
    }

    fn log(&self, record: &Record<'_>) {
        if self.enabled(record.metadata()) {
            // Where standard error is closed there is nobody to tell.
            let _ = writeln!(std::io::stderr(), "{} {}", record.level(), record.args());
        }
    }

    fn flush(&self) {}
}

/// An attempt begins.
pub(crate) fn attempt(label: impl FnOnce() -> String, number: u32) {
    if tells_successes() {
        log::debug!(target: TARGET, "{}: attempt {number}", label());
    }
}

/// Whether anybody wants to hear of attempts that succeeded.
pub(crate) fn tells_successes() -> bool {
    log::log_enabled!(target: TARGET, Level::Debug)
}

/// What an attempt brought, in words; `None` where nobody listens.
pub(crate) fn answer(outcome: &Result<Response, TransportFailure>) -> Option<String> {
    log::log_enabled!(target: TARGET, Level::Warn).then(|| match outcome {
        Ok(response) => format!("status {}", response.status()),
        Err(failure) => failure.to_string(),
    })
}

/// An attempt has ended, and this follows from it.
pub(crate) fn outcome(label: &str, number: u32, answer: &str, took: Duration, verdict: &Verdict) {
    let (level, next) = match verdict {
        Verdict::Done(Ok(_)) => (Level::Debug, String::new()),
        Verdict::Wait(wait) => (Level::Info, format!("; next attempt in {wait:.1?}")),
        Verdict::Renew => (Level::Info, "; asking for other credentials".to_owned()),
        Verdict::Done(Err(e)) => (
            Level::Warn,
            match e.code() {
                Some(code) => format!(" {}; the call failed", shown_name(code)),
                None => "; the call failed".to_owned(),
            },
        ),
    };
    log::log!(target: TARGET, level, "{label}: attempt {number}: {answer}{next} ({took:.1?})");
}

/// A provider has no credentials to give.
pub(crate) fn renewal_failed(failure: &CredentialsError) {
    log::warn!(target: TARGET, "{failure}");
}
