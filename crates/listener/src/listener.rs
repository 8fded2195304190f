//! A queue, bound to exchanges, and the messages that arrive there, over as many connections as it takes.

use std::fmt;
use std::io;
use std::ops::{AsyncFnMut, ControlFlow};
use std::time::Duration;

use futures_util::StreamExt as _;
use lapin::message::Delivery;
use tokio::time::{Instant, sleep, sleep_until};

use crate::access::Access;
use crate::builder::{Builder, Setup, Tell};
use crate::error::{Error, Result};
use crate::judgement::{self, Next};
use crate::link::Link;
use crate::login::Login;
use crate::message::Message;
use crate::notice::Notice;

/// What a listener has waited for.
pub(crate) enum Step {
    Message(Message),
    /// The connection was made anew. With a queue of its own, the listener has missed messages.
    Connected,
}

/// Listens to messages. A connection that breaks is made anew, and the queue and its bindings with it, while
/// [`next`](Self::next) waits.
pub struct Listener {
    access: Access,
    setup: Setup,
    tell: Tell,
    link: Option<Link>,
    queue: String,
    absent: Vec<String>,
    /// Attempts to connect since the last message.
    failed: u32,
    /// When the next one may be made.
    retry_at: Instant,
}

impl Listener {
    /// Sets up a listener.
    pub fn builder(login: Login) -> Builder {
        Builder::new(login)
    }

    pub(crate) async fn start(login: Login, setup: Setup, tell: Tell) -> Result<Self> {
        let mut listener = Self {
            access: Access::new(login),
            setup,
            tell,
            link: None,
            queue: String::new(),
            absent: Vec::new(),
            failed: 0,
            retry_at: Instant::now(),
        };
        listener.open().await?;
        Ok(listener)
    }

    /// The whole name of the queue. That of a queue which is not durable is another one after the
    /// connection was made anew.
    pub fn queue(&self) -> &str {
        &self.queue
    }

    /// The exchanges that were asked for and that the broker does not have, as of the latest connection.
    pub fn absent(&self) -> &[String] {
        &self.absent
    }

    /// Waits for the next message, however often the connection has to be made anew.
    ///
    /// Dropping the future loses nothing. Claims of a namespace are prolonged in here, so that a program
    /// that does not come back for long may find its namespace expired.
    ///
    /// # Errors
    /// The broker refuses what can only be refused again: the access, or a durable queue that is there
    /// with other settings. Or the [`Backoff`](crate::Backoff) allows no further attempt.
    pub async fn next(&mut self) -> Result<Message> {
        loop {
            if let Step::Message(message) = self.step().await? {
                return Ok(message);
            }
        }
    }

    /// Waits for a message or a new connection.
    pub(crate) async fn step(&mut self) -> Result<Step> {
        loop {
            let Some(link) = &mut self.link else {
                sleep_until(self.retry_at).await;
                match self.open().await {
                    Ok(()) => return Ok(Step::Connected),
                    Err(e) => self.broken(e)?,
                }
                continue;
            };
            let connection = link.status();
            let delivery = tokio::select! {
                delivery = delivery(link) => delivery,
                () = sleep(self.access.due()) => {
                    if let Err(e) = self.access.renew().await {
                        (self.tell)(Notice::NotClaimed(&e));
                    }
                    continue;
                }
            };
            match delivery {
                Ok(delivery) => {
                    self.failed = 0;
                    return Ok(Step::Message(Message::new(delivery, connection)));
                }
                Err(e) => self.broken(e)?,
            }
        }
    }

    /// Hands each message to a handler, and acknowledges it when that is done, until it breaks. A message
    /// that it fails to handle goes back to the queue, and the next one is waited for a while longer after
    /// each failure in a row. (Whoever handles several messages at once calls [`next`](Self::next).)
    ///
    /// ```no_run
    /// # async fn listen(mut listener: taskcluster_listener::Listener) -> taskcluster_listener::Result<()> {
    /// use std::ops::ControlFlow;
    ///
    /// let mut left = 10;
    /// listener
    ///     .each(async |message| {
    ///         println!("{}", message.exchange());
    ///         left -= 1;
    ///         Ok::<_, std::io::Error>(match left {
    ///             0 => ControlFlow::Break(()),
    ///             _ => ControlFlow::Continue(()),
    ///         })
    ///     })
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// As those of [`next`](Self::next).
    pub async fn each<T, E: fmt::Display>(
        &mut self,
        mut handle: impl AsyncFnMut(&Message) -> Result<ControlFlow<T>, E>,
    ) -> Result<T> {
        let mut failures: u32 = 0;
        loop {
            let message = self.next().await?;
            match handle(&message).await {
                Ok(flow) => {
                    failures = 0;
                    // Where the connection is gone, it comes again, as it may in any case.
                    let _ = message.ack().await;
                    if let ControlFlow::Break(value) = flow {
                        return Ok(value);
                    }
                }
                Err(e) => {
                    (self.tell)(Notice::NotHandled {
                        exchange: message.exchange(),
                        why: e.to_string(),
                    });
                    let _ = message.requeue().await;
                    let wait = self.setup.backoff.pause(failures, rand::random());
                    failures = failures.saturating_add(1);
                    sleep(wait.min(FAR)).await;
                }
            }
        }
    }

    /// Ends the connection in order. Messages that are not acknowledged go back to the queue.
    ///
    /// # Errors
    /// The connection breaks while it is ended.
    pub async fn close(mut self) -> Result<()> {
        match self.link.take() {
            Some(link) => link.close().await,
            None => Ok(()),
        }
    }

    async fn open(&mut self) -> Result<()> {
        let (uri, namespace) = self.access.get().await?;
        let link = Link::open(uri, &namespace, &self.setup).await?;
        self.queue.clone_from(&link.queue);
        self.absent.clone_from(&link.absent);
        (self.tell)(Notice::Listening {
            queue: &self.queue,
            absent: &self.absent,
        });
        self.link = Some(link);
        self.access.worked();
        Ok(())
    }

    #[cfg(feature = "waiting")]
    pub(crate) fn tell(&mut self, notice: Notice<'_>) {
        (self.tell)(notice);
    }

    /// Says when to connect once more.
    fn broken(&mut self, error: Error) -> Result<()> {
        self.link = None;
        if let Error::Broker(e) = &error
            && judgement::next(e.code()) == Next::GiveUp
            && !self.access.outdated()
        {
            return Err(error);
        }
        let Some(wait) = self.setup.backoff.wait(self.failed, rand::random()) else {
            return Err(error);
        };
        (self.tell)(Notice::Broken(&error));
        self.failed = self.failed.saturating_add(1);
        self.retry_at = Instant::now() + wait.min(FAR);
        Ok(())
    }
}

/// Longer than anybody waits, and short enough to be added to any time.
const FAR: Duration = Duration::from_secs(365 * 24 * 3600);

/// The next message of a connection.
async fn delivery(link: &mut Link) -> Result<Delivery> {
    match link.consumer.next().await {
        Some(delivery) => Ok(delivery?),
        // The broker has ended it, as when the queue is deleted.
        None => Err(io::Error::other("the broker has ended the queue").into()),
    }
}

impl fmt::Debug for Listener {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Listener")
            .field("queue", &self.queue)
            .field("absent", &self.absent)
            .field("is_connected", &self.link.is_some())
            .finish_non_exhaustive()
    }
}
