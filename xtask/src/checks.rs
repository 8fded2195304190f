//! Checks against a server: one line each, and a count at the end.

use std::fmt;
use std::io::{self, Write};
use std::thread;
use std::time::Duration;

use taskcluster_client::Error;
use taskcluster_core::shown;

/// How a check came out, where it did not pass.
#[derive(Debug)]
pub enum Problem {
    /// The server does not have what was to be checked, or the caller may not use it.
    Absent(String),
    /// Something is wrong.
    Failed(String),
}

/// How a check came out; a text tells more of one that passed.
pub type Outcome<T = ()> = Result<T, Problem>;

impl Problem {
    /// Something is wrong.
    pub fn failed(why: impl fmt::Display) -> Self {
        Self::Failed(why.to_string())
    }

    /// A page for people is where the answer of a service should be.
    pub fn web_page() -> Self {
        Self::Absent("a web page answers in its place".to_owned())
    }
}

impl From<Error> for Problem {
    /// Tells a server that lacks a method from one that answers wrongly.
    fn from(error: Error) -> Self {
        match &error {
            // An unknown route has no code, and an unknown service may be answered by any proxy.
            Error::Api(e) if e.status() == 404 && e.code().is_empty() => {
                Self::Absent("the server has no such method".to_owned())
            }
            Error::Api(e) if e.status() == 501 => {
                Self::Absent("the server does not implement it".to_owned())
            }
            Error::Api(e) if e.code() == "InsufficientScopes" => {
                Self::Absent("the credentials lack the scopes for it".to_owned())
            }
            // The web interface, which takes all paths that nothing else does.
            Error::Decode(e) if is_page(e.response()) => Self::web_page(),
            _ => Self::Failed(error.to_string()),
        }
    }
}

/// Whether an answer is a page for people.
pub fn is_page(response: &taskcluster_client::Response) -> bool {
    let content_type = response.headers().get("content-type").unwrap_or_default();
    content_type.starts_with("text/html")
}

impl From<io::Error> for Problem {
    fn from(error: io::Error) -> Self {
        Self::failed(error)
    }
}

/// Fails a check unless something holds.
///
/// # Errors
/// It does not hold; the error says what was found.
pub fn ensure(holds: bool, found: impl FnOnce() -> String) -> Outcome {
    if holds {
        Ok(())
    } else {
        Err(Problem::Failed(found()))
    }
}

/// Fails a check unless two values are the same.
///
/// # Errors
/// They are not; the error shows both.
pub fn ensure_same<T, U>(found: &T, wanted: &U) -> Outcome
where
    T: PartialEq<U> + fmt::Debug + ?Sized,
    U: fmt::Debug + ?Sized,
{
    ensure(found == wanted, || {
        format!("found {found:?}, wanted {wanted:?}")
    })
}

/// Makes a check again for some seconds while it fails: what one process of a server has changed,
/// others may learn later.
///
/// # Errors
/// It has failed to the end; the error is the last one.
pub fn eventually(mut check: impl FnMut() -> Outcome) -> Outcome {
    for _ in 0..5 {
        match check() {
            Err(Problem::Failed(_)) => thread::sleep(Duration::from_secs(1)),
            outcome => return outcome,
        }
    }
    check()
}

/// How many checks came out how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// All was well.
    pub passed: usize,
    /// There was nothing to check.
    pub absent: usize,
    /// Something is wrong.
    pub failed: usize,
}

/// Prints checks as they come out, and counts them.
pub struct Checks<'w> {
    out: &'w mut dyn Write,
    tally: Tally,
    absent: Vec<(String, String)>,
}

impl<'w> Checks<'w> {
    /// No checks yet.
    pub fn new(out: &'w mut dyn Write) -> Self {
        Self {
            out,
            tally: Tally::default(),
            absent: Vec::new(),
        }
    }

    /// Makes a check. The value is what further checks build on.
    pub fn check<T>(&mut self, name: &str, check: impl FnOnce() -> Outcome<T>) -> Option<T> {
        self.record(name, check())
    }

    /// Counts and prints a check that was made elsewhere.
    pub fn record<T>(&mut self, name: &str, outcome: Outcome<T>) -> Option<T> {
        let (word, why) = match &outcome {
            Ok(_) => ("ok", None),
            Err(Problem::Absent(why)) => ("absent", Some(why)),
            Err(Problem::Failed(why)) => ("FAILED", Some(why)),
        };
        let one_line = |why: &str| why.split_whitespace().collect::<Vec<_>>().join(" ");
        let why = why.map_or(String::new(), |why| format!(": {}", shown(&one_line(why))));
        // An output that is closed is no reason to leave things behind on a server.
        let _ = writeln!(self.out, "{word:<7} {name}{why}");
        match &outcome {
            Ok(_) => self.tally.passed += 1,
            Err(Problem::Absent(why)) => {
                self.tally.absent += 1;
                self.absent.push((name.to_owned(), why.clone()));
            }
            Err(Problem::Failed(_)) => self.tally.failed += 1,
        }
        outcome.ok()
    }

    /// The checks for which there was nothing to check, each with the reason.
    pub fn absent(&self) -> &[(String, String)] {
        &self.absent
    }

    /// Prints and returns the count.
    pub fn finish(self) -> Tally {
        let Tally {
            passed,
            absent,
            failed,
        } = self.tally;
        let count = match passed + absent + failed {
            1 => "1 check".to_owned(),
            count => format!("{count} checks"),
        };
        let _ = writeln!(
            self.out,
            "{count}: {passed} passed, {absent} absent, {failed} failed"
        );
        self.tally
    }
}
