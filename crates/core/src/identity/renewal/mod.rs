//! What follows for credentials that are renewed: to use what is held, to renew it, or to wait.
//!
//! Time comes as an argument, and nothing waits here: `exchange::keeper` does.

use std::sync::Arc;

use time::{Duration, OffsetDateTime};

use crate::answer::error::CredentialsError;
use crate::identity::credentials::Credentials;
use crate::identity::provider::Provided;
use crate::identity::signed::Identity;
use crate::timestamp;

/// The longest pause between early renewals that bring nothing.
const LONGEST_PAUSE: Duration = Duration::seconds(60);

/// What a call is to do for its credentials.
#[derive(Debug)]
pub(crate) enum Step {
    /// These are good.
    Use(Arc<Identity>),
    /// Ask the provider, and tell [`Renewal::done`] what came of it.
    Renew,
    /// Another call asks the provider: wait until it is done with that, which is this round's.
    Wait(u64),
}

/// What is held, and what is known of its renewal.
#[derive(Debug)]
pub(crate) struct Renewal {
    margin: Duration,
    /// What all calls of the client are limited to.
    scopes: Option<Vec<String>>,
    held: Option<Held>,
    is_under_way: bool,
    /// How many renewals were done, well or not.
    rounds: u64,
    /// What the last one failed of.
    failure: Option<CredentialsError>,
    /// How many in a row brought nothing, and until when the next early one is put off.
    in_vain: u32,
    put_off: Option<OffsetDateTime>,
}

#[derive(Debug)]
struct Held {
    identity: Arc<Identity>,
    since: OffsetDateTime,
    ask_again: Option<OffsetDateTime>,
}

impl Held {
    fn is_valid(&self, now: OffsetDateTime) -> bool {
        self.identity.expiry().is_none_or(|expiry| now < expiry)
    }

    /// Whether the end is near. Of credentials that last less than twice the margin, half the time is used.
    fn is_ending(&self, now: OffsetDateTime, margin: Duration) -> bool {
        self.identity.expiry().is_some_and(|expiry| {
            let margin = margin.min((expiry - self.since) / 2);
            expiry.saturating_sub(margin) <= now
        })
    }

    fn is_asked_for(&self, now: OffsetDateTime) -> bool {
        self.ask_again.is_some_and(|from| from <= now)
    }
}

impl Renewal {
    pub(crate) fn new(margin: std::time::Duration, scopes: Option<Vec<String>>) -> Self {
        Self {
            margin: Duration::try_from(margin).unwrap_or(Duration::MAX),
            scopes,
            held: None,
            is_under_way: false,
            rounds: 0,
            failure: None,
            in_vain: 0,
            put_off: None,
        }
    }

    /// What is held, valid or not.
    pub(crate) fn held(&self) -> Option<&Arc<Identity>> {
        Some(&self.held.as_ref()?.identity)
    }

    /// What is held and can be used: it has not ended, and is not what a server has refused.
    fn usable(&self, now: OffsetDateTime, refused: Option<&Arc<Credentials>>) -> Option<&Held> {
        let held = self.held.as_ref().filter(|held| held.is_valid(now))?;
        let is_refused = refused.is_some_and(|it| Arc::ptr_eq(it, held.identity.credentials()));
        (!is_refused).then_some(held)
    }

    /// What a call is to do, given the credentials that its last attempt was refused with.
    pub(crate) fn next(&mut self, now: OffsetDateTime, refused: Option<&Arc<Credentials>>) -> Step {
        if let Some(held) = self.usable(now, refused) {
            let is_put_off = self.put_off.is_some_and(|until| now < until);
            let is_due = match is_put_off {
                // What has nothing better for an end that is near may have it for other reasons.
                true => self.failure.is_none() && held.is_asked_for(now),
                false => held.is_ending(now, self.margin) || held.is_asked_for(now),
            };
            if !is_due || self.is_under_way {
                return Step::Use(Arc::clone(&held.identity));
            }
        }
        if self.is_under_way {
            return Step::Wait(self.rounds);
        }
        self.is_under_way = true;
        Step::Renew
    }

    /// Takes what came of a renewal.
    pub(crate) fn done(&mut self, now: OffsetDateTime, answer: Result<Provided, CredentialsError>) {
        self.is_under_way = false;
        self.rounds += 1;
        self.failure = answer.and_then(|provided| self.take(now, provided)).err();
        // What is as near its end as before is as good as a failure, as long as it lasts.
        let held = self.held.as_ref();
        let is_ending = held.is_some_and(|held| held.is_ending(now, self.margin));
        if self.failure.is_some() || is_ending {
            self.in_vain = self.in_vain.saturating_add(1);
            let pause = Duration::seconds(1 << self.in_vain.min(6)).min(LONGEST_PAUSE);
            self.put_off = now.checked_add(pause);
        } else {
            self.in_vain = 0;
            self.put_off = None;
        }
    }

    fn take(&mut self, now: OffsetDateTime, provided: Provided) -> Result<(), CredentialsError> {
        let Provided {
            credentials,
            ask_again,
        } = provided;
        if let Some(certificate) = credentials.certificate()
            && certificate.expiry() <= now
        {
            let ended = timestamp::to_string(certificate.expiry()).unwrap_or_default();
            return Err(CredentialsError::new(format!(
                "the provider gave credentials that have ended at {ended}"
            )));
        }
        let held = self.held.as_mut();
        if let Some(held) = held.filter(|held| **held.identity.credentials() == credentials) {
            held.ask_again = ask_again;
            return Ok(());
        }
        let identity = Identity::new(Arc::new(credentials), self.scopes.as_deref())?;
        self.held = Some(Held {
            identity: Arc::new(identity),
            since: now,
            ask_again,
        });
        Ok(())
    }

    /// Whether the renewal of this round is not over.
    pub(crate) fn is_under_way(&self, round: u64) -> bool {
        self.is_under_way && self.rounds == round
    }

    /// A renewal was given up before anything came of it.
    pub(crate) fn given_up(&mut self) {
        self.is_under_way = false;
    }

    /// What a call has that asked, or waited for this round; `None` where it was given up.
    ///
    /// What is held may be what the server has refused, where the provider has no other.
    pub(crate) fn after(
        &self,
        round: u64,
        now: OffsetDateTime,
        refused: Option<&Arc<Credentials>>,
    ) -> Option<Result<Arc<Identity>, CredentialsError>> {
        if self.rounds <= round {
            return None;
        }
        Some(
            match (&self.failure, self.usable(now, refused), &self.held) {
                // An early renewal that fails keeps nobody from a call.
                (_, Some(held), _) | (None, None, Some(held)) => Ok(Arc::clone(&held.identity)),
                (Some(failure), None, _) => Err(failure.clone()),
                (None, None, None) => return None,
            },
        )
    }

    /// What the last renewal failed of.
    pub(crate) fn failure(&self) -> Option<&CredentialsError> {
        self.failure.as_ref()
    }

    pub(crate) fn rounds(&self) -> u64 {
        self.rounds
    }
}

#[cfg(test)]
mod tests;
