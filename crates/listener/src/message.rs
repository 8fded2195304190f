//! A message, and what becomes of it.

use std::fmt;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Waker};
use std::time::Duration;

use lapin::message::Delivery;
use lapin::options::{BasicAckOptions, BasicNackOptions};
use lapin::{Acker, ConnectionStatus};
use taskcluster_core::routing_key::{Exchange, RoutingKey};
use tokio::time::timeout;

use crate::error::{Error, Result};

/// A message that the broker keeps until it is told what became of it: [`ack`](Self::ack) when it is
/// handled. One that is dropped goes back to the queue.
#[must_use = "a message that is dropped goes back to the queue"]
pub struct Message {
    exchange: String,
    routing_key: String,
    redelivered: bool,
    body: Vec<u8>,
    /// `None` when the broker has been told.
    acker: Option<Acker>,
    connection: ConnectionStatus,
}

/// How often it is asked whether the connection still stands, while the broker is told something.
const LOOK: Duration = Duration::from_secs(1);

/// What becomes of a message that is not acknowledged.
const BACK_TO_THE_QUEUE: BasicNackOptions = BasicNackOptions {
    multiple: false,
    requeue: true,
};

impl Message {
    pub(crate) fn new(delivery: Delivery, connection: ConnectionStatus) -> Self {
        Self {
            exchange: delivery.exchange.to_string(),
            routing_key: delivery.routing_key.to_string(),
            redelivered: delivery.redelivered,
            body: delivery.data,
            acker: Some(delivery.acker),
            connection,
        }
    }

    /// The whole name of the exchange.
    pub fn exchange(&self) -> &str {
        &self.exchange
    }

    /// The routing key.
    pub fn routing_key(&self) -> &str {
        &self.routing_key
    }

    /// Whether the broker has handed it out before: it may have been handled already.
    pub fn is_redelivered(&self) -> bool {
        self.redelivered
    }

    /// The body as it came.
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// The body as the type that messages of this exchange have; `None` where it is from another exchange.
    ///
    /// # Errors
    /// [`Error::Unreadable`] where the body is not of this type.
    pub fn read<E: Exchange>(&self, _: &E) -> Result<Option<E::Message>> {
        if self.exchange != E::TOPIC.exchange {
            return Ok(None);
        }
        let body = serde_json::from_slice(&self.body);
        body.map(Some).map_err(|e| self.unreadable(e))
    }

    /// The fields of the routing key; `None` where the message is from another exchange.
    ///
    /// # Errors
    /// [`Error::Unreadable`] where the key is not one of this exchange.
    pub fn key<E: Exchange>(&self, _: &E) -> Result<Option<RoutingKey<'_>>> {
        if self.exchange != E::TOPIC.exchange {
            return Ok(None);
        }
        let key = E::TOPIC.parse(&self.routing_key);
        key.map(Some).map_err(|e| self.unreadable(e))
    }

    fn unreadable(&self, why: impl fmt::Display) -> Error {
        Error::Unreadable {
            exchange: self.exchange.clone(),
            why: why.to_string(),
        }
    }

    /// Tells the broker that the message is handled. It does not answer: a connection that breaks at
    /// this moment can bring the message once more.
    ///
    /// # Errors
    /// [`Error::Lost`] where the connection is gone and the message will come again.
    pub async fn ack(mut self) -> Result<()> {
        match self.acker.take() {
            Some(acker) => told(acker.ack(BasicAckOptions::default()), &self.connection).await,
            None => Ok(()),
        }
    }

    /// Puts the message back, for whoever takes it next, which may be this listener.
    ///
    /// # Errors
    /// [`Error::Lost`] where the connection is gone and the message will come again.
    pub async fn requeue(mut self) -> Result<()> {
        match self.acker.take() {
            Some(acker) => told(acker.nack(BACK_TO_THE_QUEUE), &self.connection).await,
            None => Ok(()),
        }
    }

    /// Has the broker forget the message, or do with it what the queue's owner has set for such.
    ///
    /// # Errors
    /// [`Error::Lost`] where the connection is gone and the message will come again.
    pub async fn discard(mut self) -> Result<()> {
        let forget = BasicNackOptions::default();
        match self.acker.take() {
            Some(acker) => told(acker.nack(forget), &self.connection).await,
            None => Ok(()),
        }
    }
}

async fn told(
    telling: impl Future<Output = lapin::Result<bool>>,
    connection: &ConnectionStatus,
) -> Result<()> {
    let mut telling = pin!(telling);
    loop {
        match timeout(LOOK, &mut telling).await {
            Ok(Ok(true)) => return Ok(()),
            // Whatever broke, it broke the connection.
            Ok(Ok(false) | Err(_)) => return Err(Error::Lost),
            // Of what is told while a connection breaks, lapin does not say for all that it was lost.
            Err(_) if !connection.connected() => return Err(Error::Lost),
            Err(_) => {}
        }
    }
}

impl Drop for Message {
    fn drop(&mut self) {
        if let Some(acker) = self.acker.take() {
            // The first poll hands it to the connection; that it was written need not be waited for.
            let telling = pin!(acker.nack(BACK_TO_THE_QUEUE));
            let _ = telling.poll(&mut Context::from_waker(Waker::noop()));
        }
    }
}

impl fmt::Debug for Message {
    /// Without the body, of which nobody knows what it holds.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Message")
            .field("exchange", &self.exchange)
            .field("routing_key", &self.routing_key)
            .field("redelivered", &self.redelivered)
            .finish_non_exhaustive()
    }
}
