//! How a listener is set up.

use std::fmt;

#[cfg(feature = "waiting")]
use taskcluster_core::routing_key::RoutingKeyError;
use taskcluster_core::routing_key::{Binding, Exchange};

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
    /// As PEM.
    pub(crate) certificates: Option<String>,
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
                certificates: None,
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
            Err(e) => self.bindings.refuse(e),
        }
        self
    }

    #[cfg(feature = "waiting")]
    pub(crate) fn try_bindings(mut self, bindings: Result<Vec<Binding>, RoutingKeyError>) -> Self {
        match bindings {
            Ok(bindings) => self.bindings(bindings),
            Err(e) => {
                self.bindings.refuse(e);
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

    /// Trusts these authorities, too, where the broker's URL begins with `amqps://`: certificates as PEM. Without
    /// it they are those that Mozilla trusts or, with the feature `native-roots`, those of the system. To be
    /// called again for each further text; one without a certificate is an error of [`start`](Self::start).
    ///
    /// ```no_run
    /// # use taskcluster_listener::{Listener, Login};
    /// let login = Login::url("amqps://me:password@pulse.example.com:5671/%2F")?;
    /// let builder = Listener::builder(login).root_certificates(std::fs::read("authority.pem")?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[cfg(feature = "tls")]
    #[cfg_attr(docsrs, doc(cfg(feature = "tls")))]
    pub fn root_certificates(mut self, pem: impl Into<Vec<u8>>) -> Self {
        match String::from_utf8(pem.into()) {
            Ok(pem) if pem.contains("-----BEGIN CERTIFICATE-----") => {
                let all = self.setup.certificates.get_or_insert_default();
                all.push_str(&pem);
                all.push('\n');
            }
            _ => self.bindings.refuse(
                "root_certificates: there is no certificate in this text; as PEM, one begins with \
                 -----BEGIN CERTIFICATE-----",
            ),
        }
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

    fn refuse(&mut self, why: impl fmt::Display) {
        self.wrong.get_or_insert_with(|| why.to_string());
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

#[cfg(all(test, feature = "tls"))]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_text_without_a_certificate_is_refused() {
        for text in ["", "/etc/ssl/authority.pem", "\u{30}\u{82}\u{1}"] {
            let login = Login::url("amqps://me:p@127.0.0.1:1/").expect("a login");
            let builder = Listener::builder(login).root_certificates(text);
            let error = builder.start().await.expect_err("refused");
            assert!(matches!(error, Error::Refused(_)), "{error}");
            assert!(error.to_string().contains("BEGIN CERTIFICATE"), "{error}");
        }
    }
}
