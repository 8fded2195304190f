//! Keeps the credentials of a client that has a provider: asks it when they are to be renewed, and has others
//! wait meanwhile.
//!
//! What follows when is [`Renewal`]'s to say. Who waits is woken by a waker, so that all of this is written
//! once: a thread that waits has one that unparks it.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Poll, Waker};
use std::thread::{self, ThreadId};
use std::time::Duration;

use time::OffsetDateTime;

use super::logging;
use crate::answer::error::CredentialsError;
use crate::identity::credentials::Credentials;
#[cfg(feature = "async")]
use crate::identity::provider::AsyncCredentialsProvider;
use crate::identity::provider::{CredentialsProvider, Provided};
use crate::identity::renewal::{Renewal, Step};
use crate::identity::signed::Identity;

/// Whom a client asks for credentials.
#[derive(Clone)]
pub(crate) enum Provider {
    Plain(Arc<dyn CredentialsProvider>),
    #[cfg(feature = "async")]
    Async(Arc<dyn AsyncCredentialsProvider>),
}

impl Provider {
    /// Whether it answers at once, or blocks its thread until it does.
    pub(crate) fn is_plain(&self) -> bool {
        matches!(self, Self::Plain(_))
    }

    async fn ask(&self, now: OffsetDateTime) -> Result<Provided, CredentialsError> {
        let answer = match self {
            Self::Plain(provider) => provider.provide(now),
            #[cfg(feature = "async")]
            Self::Async(provider) => provider.provide(now).await,
        };
        answer.map_err(CredentialsError::provider)
    }
}

impl fmt::Debug for Provider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Provider(..)")
    }
}

/// See the module.
#[derive(Debug)]
pub(crate) struct Keeper {
    provider: Provider,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    renewal: Renewal,
    waiting: Vec<Waker>,
    /// Where a plain provider is at work.
    asker: Option<ThreadId>,
}

impl Keeper {
    pub(crate) fn new(provider: Provider, margin: Duration, scopes: Option<Vec<String>>) -> Self {
        let state = State {
            renewal: Renewal::new(margin, scopes),
            waiting: Vec::new(),
            asker: None,
        };
        Self {
            provider,
            state: Mutex::new(state),
        }
    }

    #[cfg(feature = "async")]
    pub(crate) fn provider(&self) -> &Provider {
        &self.provider
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What is held, valid or not.
    pub(crate) fn held(&self) -> Option<Arc<Identity>> {
        self.state().renewal.held().cloned()
    }

    /// Who calls now, given the credentials that the last attempt was refused with: these again, where the
    /// provider has no others.
    ///
    /// `now` is the server's time.
    pub(crate) async fn identity(
        &self,
        now: impl Fn() -> OffsetDateTime,
        refused: Option<&Arc<Credentials>>,
    ) -> Result<Arc<Identity>, CredentialsError> {
        loop {
            let (step, round) = {
                let mut state = self.state();
                let step = state.renewal.next(now(), refused);
                if matches!(step, Step::Wait(_)) && state.asker == Some(thread::current().id()) {
                    return Err(CredentialsError::new(
                        "the provider of credentials calls through the client that asks it; give it a \
                         client of its own",
                    ));
                }
                (step, state.renewal.rounds())
            };
            match step {
                Step::Use(identity) => return Ok(identity),
                Step::Renew => self.renew(round, &now).await,
                Step::Wait(round) => self.wait(round).await,
            }
            if let Some(answer) = self.state().renewal.after(round, now(), refused) {
                return answer;
            }
        }
    }

    async fn renew(&self, round: u64, now: &impl Fn() -> OffsetDateTime) {
        let _guard = UnderWay {
            keeper: self,
            round,
        };
        if self.provider.is_plain() {
            self.state().asker = Some(thread::current().id());
        }
        let answer = self.provider.ask(now()).await;
        let mut state = self.state();
        state.asker = None;
        state.renewal.done(now(), answer);
        if let Some(failure) = state.renewal.failure() {
            logging::renewal_failed(failure);
        }
    }

    /// Waits until a round is over, or was given up.
    async fn wait(&self, round: u64) {
        std::future::poll_fn(|context| {
            let mut state = self.state();
            if !state.renewal.is_under_way(round) {
                return Poll::Ready(());
            }
            let waker = context.waker();
            if !state.waiting.iter().any(|known| known.will_wake(waker)) {
                state.waiting.push(waker.clone());
            }
            Poll::Pending
        })
        .await;
    }
}

/// A renewal under way. It ends here also where the provider panics, or the call that asked is given up.
struct UnderWay<'a> {
    keeper: &'a Keeper,
    round: u64,
}

impl Drop for UnderWay<'_> {
    fn drop(&mut self) {
        let mut state = self.keeper.state();
        if state.renewal.is_under_way(self.round) {
            state.asker = None;
            state.renewal.given_up();
        }
        let waiting = std::mem::take(&mut state.waiting);
        drop(state);
        waiting.into_iter().for_each(Waker::wake);
    }
}
