//! What follows from the answer to content that was sent, without I/O.

use std::time::Duration;

use taskcluster_core::exchange::{Moment, retry_after, status_is_retryable};
use taskcluster_core::{Response, RetryPolicy, TransportFailure};

use super::heads;
use crate::error::{Error, Result, TransferError};

/// The attempts to send one body.
pub(crate) struct Sending {
    policy: RetryPolicy,
    attempts: u32,
    /// Whether the URL was asked for just before.
    is_fresh: bool,
}

/// What is to be done after an attempt.
pub(crate) enum Sent {
    /// The storage has all of it.
    Done,
    /// Wait, ask for the URL anew, and send all of it again.
    Again(Duration),
}

impl Sending {
    pub(crate) fn new(policy: RetryPolicy) -> Self {
        Self {
            policy,
            attempts: 0,
            is_fresh: true,
        }
    }

    pub(crate) fn attempts(&self) -> u32 {
        self.attempts
    }

    /// The time that is left for all of it.
    pub(crate) fn time_left(&self, elapsed: Duration) -> Result<Option<Duration>> {
        let Some(deadline) = self.policy.deadline_limit() else {
            return Ok(None);
        };
        match deadline.checked_sub(elapsed) {
            Some(left) if !left.is_zero() => Ok(Some(left)),
            _ => {
                let late = TransportFailure::deadline(deadline);
                Err(Error::Transfer(TransferError::of(
                    "the storage",
                    self.attempts,
                    &late,
                )))
            }
        }
    }

    /// Judges what came of an attempt. A URL that waited while others were used may have expired: so long as it
    /// is not fresh, a refusal is a reason to ask for another.
    pub(crate) fn judge(
        &mut self,
        host: &str,
        outcome: Result<(Response, Vec<u8>), TransportFailure>,
        moment: Moment,
    ) -> Result<Sent> {
        self.attempts += 1;
        let was_fresh = std::mem::replace(&mut self.is_fresh, true);
        let (head, body) = match outcome {
            Ok((head, _)) if (200..300).contains(&head.status()) => return Ok(Sent::Done),
            Ok(answer) => answer,
            Err(failure) => {
                let wait = self.wait(None, moment).filter(|_| !failure.is_lasting());
                let error = || Error::Transfer(TransferError::of(host, self.attempts, &failure));
                return wait.map(Sent::Again).ok_or_else(error);
            }
        };
        let status = head.status();
        let may_have_expired = !was_fresh && matches!(status, 400 | 401 | 403 | 410);
        let asked = retry_after(&head, moment.now);
        let is_worth_it = status_is_retryable(status) || may_have_expired;
        let wait = self.wait(asked, moment).filter(|_| is_worth_it);
        wait.map(Sent::Again).ok_or_else(|| {
            Error::Transfer(TransferError {
                host: host.to_owned(),
                status: Some(status),
                attempts: self.attempts,
                why: heads::words(&body),
                lasts: !is_worth_it,
            })
        })
    }

    /// Says that the next URL was asked for a while ago.
    pub(crate) fn aged(&mut self) {
        self.is_fresh = false;
    }

    fn wait(&self, asked: Option<Duration>, moment: Moment) -> Option<Duration> {
        self.policy
            .wait(self.attempts, moment.elapsed, moment.random, asked)
    }
}
