//! What a driver tells an exchange beside the answer, and what it is told.

use std::time::{Duration, SystemTime};

use crate::answer::error::Result;
use crate::answer::response::Response;

/// By what an answer is judged, beside itself.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    /// The time.
    pub now: SystemTime,
    /// The time since the first attempt began.
    pub elapsed: Duration,
    /// A random number in [0, 1).
    pub random: f64,
}

/// What is to happen after an attempt.
#[derive(Debug)]
pub enum Verdict {
    /// The call is over.
    Done(Result<Response>),
    /// Wait this long, then make another attempt.
    Wait(Duration),
    /// The server refused the credentials, and the client has a provider that may have others. Never so in
    /// an exchange that was made by [`Exchange::new`](super::Exchange::new).
    Renew,
}
