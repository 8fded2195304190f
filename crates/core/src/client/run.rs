//! What both drivers do around an attempt: they ask clock and chance for the exchange, which asks
//! neither.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use crate::answer::error::{CredentialsError, Result, TransportFailure};
use crate::answer::response::Response;
use crate::call::Call;
use crate::chance;
use crate::exchange::session::ApiClient;
use crate::exchange::{Attempt, Exchange, Moment, Nonce, Verdict};
use crate::identity::credentials::Credentials;
use crate::identity::signed::Identity;

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

    /// What is left of the call's deadline.
    pub(super) fn time_left(&self) -> Result<Option<Duration>> {
        self.exchange.time_left(|| self.start.elapsed())
    }

    /// See [`Exchange::refused`].
    pub(super) fn refused(&self) -> Option<Arc<Credentials>> {
        self.exchange.refused().cloned()
    }

    /// Signs the next attempt of a call by what its keeper has, in time.
    pub(super) fn present<C: ApiClient, T>(
        &mut self,
        call: &Call<C, T>,
        kept: Option<Result<Arc<Identity>, CredentialsError>>,
    ) -> Result<()> {
        let identity = kept.ok_or_else(|| self.exchange.overdue())?;
        let identity = identity.map_err(|e| e.of(&call.request().label()))?;
        self.exchange.present(call.limited(identity)?)
    }

    /// The next attempt, signed for this moment, and the time that is left for it.
    pub(super) fn attempt(&mut self) -> Result<(Attempt<'_>, Option<Duration>)> {
        let time_left = self.time_left()?;
        let nonce = Nonce::new(chance::nonce());
        let attempt = self.exchange.attempt(SystemTime::now(), nonce.as_str())?;
        Ok((attempt, time_left))
    }

    /// How long to wait before the next attempt, if at all; or what came of the call, with the number of attempts.
    pub(super) fn judge(
        &mut self,
        outcome: Result<Response, TransportFailure>,
    ) -> ControlFlow<Result<(Response, u32)>, Option<Duration>> {
        let moment = || Moment {
            now: SystemTime::now(),
            elapsed: self.start.elapsed(),
            random: rand::random(),
        };
        match self.exchange.judge(outcome, moment) {
            Verdict::Wait(wait) => ControlFlow::Continue(Some(wait)),
            Verdict::Renew => ControlFlow::Continue(None),
            Verdict::Done(answer) => {
                ControlFlow::Break(answer.map(|answer| (answer, self.exchange.attempts())))
            }
        }
    }
}
