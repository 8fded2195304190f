//! What both drivers do around an attempt: they ask clock and chance for the exchange, which asks
//! neither.

use std::ops::ControlFlow;
use std::time::{Duration, Instant, SystemTime};

use crate::answer::error::{Result, TransportFailure};
use crate::answer::response::Response;
use crate::chance;
use crate::exchange::{Attempt, Exchange, Moment, Nonce, Verdict};

/// One call under way, in the time that passes.
pub(super) struct Run<'a> {
    exchange: Exchange<'a>,
    start: Instant,
}

impl<'a> Run<'a> {
    pub(super) fn of(exchange: Exchange<'a>) -> Self {
        Self {
            exchange,
            start: Instant::now(),
        }
    }

    /// The next attempt, signed for this moment, and the time that is left for it.
    pub(super) fn attempt(&mut self) -> Result<(Attempt<'_>, Option<Duration>)> {
        let time_left = self.exchange.time_left(|| self.start.elapsed())?;
        let nonce = Nonce::new(chance::nonce());
        let attempt = self.exchange.attempt(SystemTime::now(), nonce.as_str())?;
        Ok((attempt, time_left))
    }

    /// How long to wait before the next attempt; or what came of the call, with the number of attempts.
    pub(super) fn judge(
        &mut self,
        outcome: Result<Response, TransportFailure>,
    ) -> ControlFlow<Result<(Response, u32)>, Duration> {
        let moment = || Moment {
            now: SystemTime::now(),
            elapsed: self.start.elapsed(),
            random: rand::random(),
        };
        match self.exchange.judge(outcome, moment) {
            Verdict::Wait(wait) => ControlFlow::Continue(wait),
            Verdict::Done(answer) => {
                ControlFlow::Break(answer.map(|answer| (answer, self.exchange.attempts())))
            }
        }
    }
}
