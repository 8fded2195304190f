//! How a listener is set up.

use std::fmt;

use taskcluster_core::routing_key::{Binding, Exchange, RoutingKeyError};

use crate::backoff::Backoff;
use crate::error::{Error, Result};
use crate::listener::Listener;
use crate::login::Login;
use crate::notice::Notice;

/// Sets up a [`Listener`]; made by [`Listener::builder`].
#[must_use = "nothing is listened to until `start` is called"]
pub struct Builder {
    pub(crate) login: Login,
    pub(crate) setup: Setup,
    bindings: Bindings,
    tell: Tell,
}

/// What does not change while a listener lives.
pub(crate) struct Setup {
    pub(crate) kind: Kind,
    pub(crate) bindings: Vec<Binding>,
    pub(crate) prefetch: u16,
    pub(crate) backoff: Backoff,
}

/// Whom notices are told.
pub(crate) type Tell = Box<dyn FnMut(Notice<'_>) + Send>;

/// How long a queue lasts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// As long as the connection.
    Exclusive,
    /// As long as nobody deletes it; by this name.
    Durable(String),
}

/// What a queue shall be bound to, and the first thing that was wrong with it.
#[derive(Default)]
struct Bindings {
    list: Vec<Binding>,
    wrong: Option<String>,
}

/// How many messages are under way before the first of them is acknowledged.
const PREFETCH: u16 = 100;

impl Builder {
    pub(crate) fn new(login: Login) -> Self {
        Self {
            login,
            setup: Setup {
                kind: Kind::Exclusive,
                bindings: Vec::new(),
                prefetch: PREFETCH,
                backoff: Backoff::default(),
            },
            tell: Box::new(|_| {}),
            bindings: Bindings::default(),
        }
    }

    /// Listens to what is selected of an exchange, such as
    /// `QueueEvents::task_completed().task_group_id(id)`. A value that cannot be selected by is an error
    /// of [`start`](Self::start).
    pub fn bind<E: Exchange>(mut self, selection: &E) -> Self {
        match selection.to_binding() {
            Ok(binding) => self.bindings.add(binding),
            Err(e) => self.bindings.refuse(&e),
        }
        self
    }

    #[cfg(feature = "waiting")]
    pub(crate) fn try_bindings(mut self, bindings: Result<Vec<Binding>, RoutingKeyError>) -> Self {
        match bindings {
            Ok(bindings) => self.bindings(bindings),
            Err(e) => {
                self.bindings.refuse(&e);
                self
            }
        }
    }

    /// Listens to what these bindings select, such as those with patterns of one's own.
    pub fn bindings(mut self, bindings: impl IntoIterator<Item = Binding>) -> Self {
        for binding in bindings {
            self.bindings.add(binding);
        }
        self
    }

    /// Listens with a queue that is there while nobody listens, too: `queue/<namespace>/<name>`. What
    /// arrives is kept until it is acknowledged, by any listener of the name. Without this the queue is
    /// the listener's own, and gone with its connection.
    ///
    /// Bindings are added to those that the queue has: one that is no longer wanted is taken away on the
    /// broker, or by a new name.
    pub fn durable(mut self, name: impl Into<String>) -> Self {
        self.setup.kind = Kind::Durable(name.into());
        self
    }

    /// How many messages may be under way before the first of them is acknowledged: 100 if nothing is
    /// said, 0 for any number.
    pub fn prefetch(mut self, messages: u16) -> Self {
        self.setup.prefetch = messages;
        self
    }

    /// How long to wait before a broken connection is made anew.
    pub fn backoff(mut self, backoff: Backoff) -> Self {
        self.setup.backoff = backoff;
        self
    }

    /// Calls this with what happens beside messages: connections that break, exchanges that there are not.
    pub fn on_notice(mut self, tell: impl FnMut(Notice<'_>) + Send + 'static) -> Self {
        self.tell = Box::new(tell);
        self
    }

    /// Connects, declares the queue, binds it, and begins to receive.
    ///
    /// Exchanges that the broker does not have are passed over, and told by [`Listener::absent`]; they are
    /// tried again with each new connection.
    ///
    /// # Errors
    /// There is nothing to bind to; the broker refuses, cannot be reached, or has none of the exchanges.
    pub async fn start(mut self) -> Result<Listener> {
        if let Some(wrong) = self.bindings.wrong {
            return Err(Error::Refused(wrong));
        }
        if self.bindings.list.is_empty() {
            return Err(Error::refused(
                "a listener needs something to listen to: see `bind`",
            ));
        }
        self.setup.bindings = self.bindings.list;
        Listener::start(self.login, self.setup, self.tell).await
    }
}

impl Bindings {
    fn add(&mut self, binding: Binding) {
        if !self.list.contains(&binding) {
            self.list.push(binding);
        }
    }

    fn refuse(&mut self, error: &RoutingKeyError) {
        self.wrong.get_or_insert_with(|| error.to_string());
    }
}

impl fmt::Debug for Builder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Builder")
            .field("login", &self.login)
            .field("kind", &self.setup.kind)
            .field("bindings", &self.bindings.list)
            .field("prefetch", &self.setup.prefetch)
            .finish_non_exhaustive()
    }
}
