//! What is to happen after an attempt: to be done, or to wait and make another.

use std::time::{Duration, SystemTime};

use serde_json::Value;

use super::retry::{retry_after, server_time};
#[cfg(feature = "tracing")]
use super::spans;
use super::{Exchange, Moment, Proof, Verdict, logging, seconds};
use crate::answer::error::{
    ApiError, Asked, Error, Result, TransportError, TransportFailure, status_is_retryable,
};
use crate::answer::response::Response;
use crate::request::endpoint::Era;

impl Exchange<'_> {
    /// Says what is to happen, given what came of the last attempt. A success is one at any moment,
    /// so that the moment is not asked for then, unless it is to be logged.
    pub fn judge(
        &mut self,
        outcome: Result<Response, TransportFailure>,
        moment: impl FnOnce() -> Moment,
    ) -> Verdict {
        let outcome = match outcome {
            Ok(response) if self.is_success(response.status()) && !self.tells_successes() => {
                return Verdict::Done(Ok(response));
            }
            other => other,
        };
        self.may_have_acted |= may_have_acted(&outcome);
        let moment = moment();
        let outcome = match self.policy.deadline_limit() {
            Some(deadline) if moment.elapsed >= deadline => outcome.map_err(|e| e.past(deadline)),
            _ => outcome,
        };
        let answer = logging::answer(&outcome);
        #[cfg(feature = "tracing")]
        let ended = spans::Ended::of(&outcome);
        let verdict = self.decide(outcome, moment);
        #[cfg(feature = "tracing")]
        ended.tell(&self.span, self.attempts, &verdict);
        if let Some(answer) = answer {
            // The clock may have been set back since.
            let took = moment.now.duration_since(self.attempt_began);
            logging::outcome(
                &self.request.label(),
                self.attempts,
                &answer,
                took.unwrap_or_default(),
                &verdict,
            );
        }
        verdict
    }

    /// Whether anybody wants to hear of attempts that succeeded.
    fn tells_successes(&self) -> bool {
        #[cfg(feature = "tracing")]
        if !self.span.is_disabled() {
            return true;
        }
        logging::tells_successes()
    }

    fn decide(&mut self, outcome: Result<Response, TransportFailure>, moment: Moment) -> Verdict {
        let Moment {
            now,
            elapsed,
            random,
        } = moment;
        if self.correct_clock(&outcome, now) {
            return Verdict::Wait(Duration::ZERO);
        }
        let outcome = match outcome {
            Ok(response) if self.may_renew && is_refused(&response) => {
                self.take_time(&response, now);
                // Once: what the provider gave is either good, or refused for another reason.
                self.may_renew = false;
                self.refusal = Some(response);
                return Verdict::Renew;
            }
            other => other,
        };
        let repeats = !self.request.is_harmful() || self.policy.repeats_all();
        let retry_after = match &outcome {
            _ if self.may_have_acted && !repeats => return Verdict::Done(self.conclude(outcome)),
            Ok(response) if !status_is_retryable(response.status()) => {
                return Verdict::Done(self.conclude(outcome));
            }
            Err(failure) if failure.is_lasting() => return Verdict::Done(self.conclude(outcome)),
            Ok(response) => retry_after(response, now),
            Err(_) => None,
        };
        match self
            .policy
            .wait(self.attempts, elapsed, random, retry_after)
        {
            Some(wait) => Verdict::Wait(wait),
            None => Verdict::Done(self.conclude(outcome)),
        }
    }

    /// Takes the server's time, once, where it refused the signature for ours. Whether it did.
    fn correct_clock(
        &mut self,
        outcome: &Result<Response, TransportFailure>,
        now: SystemTime,
    ) -> bool {
        let Ok(response) = outcome else {
            return false;
        };
        let theirs = server_time(response).filter(|_| is_stale(response));
        let Some(theirs) = theirs.filter(|_| !self.clock_corrected) else {
            return false;
        };
        self.clock_corrected = true;
        self.clock.correct(seconds(theirs) - seconds(now));
        true
    }

    /// Takes the server's time where it is far from ours: it judges a certificate by it before it looks at the
    /// time of the signature, and so does who makes another certificate.
    fn take_time(&self, response: &Response, now: SystemTime) {
        /// What is as near may be the time that an answer takes.
        const NEAR: u64 = 30;
        if let Some(theirs) = server_time(response) {
            let offset = seconds(theirs) - seconds(now);
            if offset.abs_diff(self.clock.offset()) > NEAR {
                self.clock.correct(offset);
            }
        }
    }

    /// What the client knows of a refusal beyond the server's words.
    fn note(&self, response: &Response) -> Option<String> {
        if is_stale(response) {
            let ahead = seconds(self.attempt_began) - seconds(server_time(response)?);
            let (seconds, how) = (
                ahead.unsigned_abs(),
                if ahead < 0 { "behind" } else { "ahead of" },
            );
            return Some(format!(
                "the clock of this machine is {seconds} s {how} the server's"
            ));
        }
        if is_unknown_route(response) {
            return match self.request.era() {
                Era::Classic => Some("servers have not had this method since 2019".to_owned()),
                Era::Today => Some("only servers of today have this method".to_owned()),
                Era::Both => None,
            };
        }
        if matches!(self.proof, Proof::None) && matches!(response.status(), 401 | 403) {
            return Some("the request was not signed: the client has no credentials".to_owned());
        }
        let is_own_doing = response.status() == 409 && self.may_have_acted;
        is_own_doing.then(|| {
            "an earlier attempt of this call may have been carried out, and be what it conflicts with".to_owned()
        })
    }

    fn asked(&self) -> Asked {
        self.request
            .asked(self.root, self.attempts, self.may_have_acted)
    }

    fn is_success(&self, status: u16) -> bool {
        // A redirect is a success only where the API answers by one; 304 is never asked for.
        (200..300).contains(&status)
            || (self.request.expects_redirect() && matches!(status, 301 | 302 | 303 | 307 | 308))
    }

    pub(super) fn conclude(&self, outcome: Result<Response, TransportFailure>) -> Result<Response> {
        match outcome {
            Ok(response) if self.is_success(response.status()) => Ok(response),
            Ok(response) => {
                let note = self.note(&response);
                Err(ApiError::new(self.asked(), response, note).into())
            }
            Err(failure) => Err(self.transport_error(failure)),
        }
    }

    pub(super) fn transport_error(&self, failure: TransportFailure) -> Error {
        TransportError::new(self.asked(), failure).into()
    }
}

/// Whether a server may have carried out what was asked, as far as one outcome tells. A refusal says
/// that it did not, and so do 503 and the answers by which it wants to be asked later.
fn may_have_acted(outcome: &Result<Response, TransportFailure>) -> bool {
    match outcome {
        Ok(response) => matches!(response.status(), 200..=299 | 500..=502 | 504..=599),
        Err(failure) => failure.was_sent(),
    }
}

/// Whether a server knows no such method: of what is not there, it says so with a code.
fn is_unknown_route(response: &Response) -> bool {
    let has_code = |body: Value| body.get("code").is_some_and(Value::is_string);
    response.status() == 404 && !response.json().is_ok_and(has_code)
}

/// Whether a server knows the caller no more: the credentials have ended, or were changed, or it has not
/// heard of them.
fn is_refused(response: &Response) -> bool {
    let code = |body: Value| body.get("code").cloned();
    response.status() == 401
        && !is_stale(response)
        && response.json().ok().and_then(code) == Some("AuthenticationFailed".into())
}

/// Whether a signature was refused for the time in it.
fn is_stale(response: &Response) -> bool {
    const WORDS: &[u8] = b"Stale timestamp";
    response.status() == 401
        && response
            .body()
            .windows(WORDS.len())
            .any(|part| part == WORDS)
}
