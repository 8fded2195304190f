//! What follows from a failure: a wait and another try, from where it broke or from the beginning, or the end.

use std::time::Duration;

use taskcluster_core::TransportFailure;
use taskcluster_core::exchange::Moment;

use super::{Course, Step};
use crate::error::{Error, Result, TransferError};

impl Course {
    /// The time that is left for all of it.
    pub(crate) fn time_left(&self, elapsed: Duration) -> Result<Option<Duration>> {
        let Some(deadline) = self.terms.policy.deadline_limit() else {
            return Ok(None);
        };
        match deadline.checked_sub(elapsed) {
            Some(left) if !left.is_zero() => Ok(Some(left)),
            _ => Err(self.over(&TransportFailure::deadline(deadline))),
        }
    }

    /// Takes note of a failure on the way.
    pub(crate) fn broke(&mut self, failure: &TransportFailure, moment: Moment) -> Result<()> {
        self.tried = true;
        if failure.is_lasting() {
            return Err(self.over(failure));
        }
        self.fail(None, &failure.to_string(), None, moment)
    }

    pub(crate) fn waited(&mut self) {
        self.step = self.after_pause.clone();
    }

    /// Asks once more for content of which nothing has been handed on.
    pub(crate) fn reopen(&mut self) {
        if let Some(place) = &self.place {
            self.url.clone_from(&place.url);
            self.seen.clear();
            self.step = Step::Open;
        }
    }

    /// Begins again, once, because what came is not what was promised.
    pub(crate) fn again(&mut self, problem: Error) -> Result<()> {
        if self.was_begun_again || !self.terms.rewinds || self.terms.part.is_some() {
            return Err(problem);
        }
        self.was_begun_again = true;
        // Something on the way may have packed it.
        self.plain = true;
        self.position = 0;
        (self.total, self.validator) = (None, None);
        self.step = Step::Ask;
        Ok(())
    }

    /// Waits and tries again, if the policy has another try.
    pub(super) fn fail(
        &mut self,
        status: Option<u16>,
        why: &str,
        retry_after: Option<Duration>,
        moment: Moment,
    ) -> Result<()> {
        self.failures += 1;
        self.brought = 0;
        let Moment {
            elapsed, random, ..
        } = moment;
        let wait = self
            .terms
            .policy
            .wait(self.failures, elapsed, random, retry_after);
        let Some(wait) = wait else {
            let mut error = self.transfer_error(status, why);
            error.lasts = false;
            return Err(Error::Transfer(error));
        };
        self.after_pause = match &self.place {
            Some(place) => {
                self.url.clone_from(&place.url);
                Step::Open
            }
            None => Step::Ask,
        };
        self.seen.clear();
        self.step = Step::Pause(wait);
        Ok(())
    }

    pub(super) fn ended_by(&self, status: Option<u16>, why: &str) -> Error {
        Error::Transfer(self.transfer_error(status, why))
    }

    fn over(&self, failure: &TransportFailure) -> Error {
        Error::Transfer(TransferError::of(&self.host(), self.attempts, failure))
    }

    fn transfer_error(&self, status: Option<u16>, why: &str) -> TransferError {
        TransferError {
            host: self.host(),
            status,
            attempts: self.attempts,
            why: why.to_owned(),
            lasts: true,
        }
    }

    fn host(&self) -> String {
        let rest = self.url.split_once("://").map_or("", |(_, rest)| rest);
        rest.split(['/', '?']).next().unwrap_or_default().to_owned()
    }
}
