//! A queue of one's own, bound to exchanges, and the messages that arrive there.

use std::error::Error as StdError;
use std::fmt;

use futures_lite::StreamExt as _;
use lapin::options::{
    BasicAckOptions, BasicConsumeOptions, BasicNackOptions, BasicQosOptions, QueueBindOptions,
    QueueDeclareOptions,
};
use lapin::protocol::{AMQPErrorKind, AMQPSoftError};
use lapin::types::FieldTable;
use lapin::uri::AMQPUri;
use lapin::{Channel, Connection, ConnectionProperties, Consumer, ErrorKind};
use taskcluster_client::routing_key::Binding;
use taskcluster_client::slugid;

use crate::event::{Event, Fields};

/// How many messages the broker hands out before the first of them is acknowledged.
const PREFETCH: u16 = 100;

/// A message: where it is from, what its routing key says, and its body.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// The whole name of the exchange.
    pub exchange: String,
    /// The fields of the routing key.
    pub fields: Fields,
    /// The body.
    pub event: Event,
}

/// Listens with a queue that lasts as long as the connection. A program that must not miss
/// messages while it is away declares a durable queue instead.
pub struct Listener {
    queue: String,
    absent: Vec<String>,
    consumer: Consumer,
}

impl Listener {
    /// Declares a queue, binds it, and begins to receive.
    ///
    /// Exchanges belong to the services that publish there, and a listener may not declare them.
    /// Servers of 2018 and of today have not the same ones, so those that the broker does not have
    /// are passed over, and told by [`absent`](Self::absent).
    ///
    /// # Errors
    /// The broker refuses, or cannot be reached, or has none of the exchanges.
    pub async fn start(
        connection: &Connection,
        user: &str,
        bindings: &[Binding],
    ) -> Result<Self, Error> {
        let mut channel = connection.create_channel().await?;
        // On Pulse a user may declare queues under this name alone.
        let queue = format!("queue/{user}/{}", slugid::nice());
        let exclusive = QueueDeclareOptions {
            exclusive: true,
            auto_delete: true,
            ..QueueDeclareOptions::default()
        };
        channel
            .queue_declare(queue.as_str().into(), exclusive, FieldTable::default())
            .await?;
        let mut absent = Vec::new();
        for binding in bindings {
            match bind(&channel, &queue, binding).await {
                Err(error) if is_not_found(&error) => {
                    // The broker ends a channel on which something unknown was asked for. The queue
                    // is the connection's.
                    channel = connection.create_channel().await?;
                    absent.push(binding.exchange.clone());
                }
                bound => bound?,
            }
        }
        if absent.len() == bindings.len() {
            return Err(Error::Nothing);
        }
        let prefetch = BasicQosOptions::default();
        channel.basic_qos(PREFETCH, prefetch).await?;
        let options = BasicConsumeOptions::default();
        let (name, tag) = (queue.as_str().into(), "".into());
        let consumer = channel
            .basic_consume(name, tag, options, FieldTable::default())
            .await?;
        Ok(Self {
            queue,
            absent,
            consumer,
        })
    }

    /// The name of the queue.
    pub fn queue(&self) -> &str {
        &self.queue
    }

    /// The exchanges that were asked for and that the broker does not have.
    pub fn absent(&self) -> &[String] {
        &self.absent
    }

    /// Waits for the next message; `None` when the broker has ended the queue.
    ///
    /// # Errors
    /// [`Error::Message`] for a message that cannot be read: it is dropped, and others can follow.
    /// [`Error::Broker`] where nothing more will come.
    pub async fn next(&mut self) -> Result<Option<Message>, Error> {
        let Some(delivery) = self.consumer.next().await.transpose()? else {
            return Ok(None);
        };
        let (exchange, key) = (delivery.exchange.as_str(), delivery.routing_key.as_str());
        let why = match Event::read(exchange, key, &delivery.data) {
            Ok(Some((fields, event))) => {
                let exchange = exchange.to_owned();
                delivery.ack(BasicAckOptions::default()).await?;
                return Ok(Some(Message {
                    exchange,
                    fields,
                    event,
                }));
            }
            Ok(None) => "no crate knows the exchange".into(),
            Err(why) => why,
        };
        let exchange = exchange.to_owned();
        let drop = BasicNackOptions {
            requeue: false,
            ..BasicNackOptions::default()
        };
        delivery.nack(drop).await?;
        Err(Error::Message { exchange, why })
    }
}

async fn bind(channel: &Channel, queue: &str, binding: &Binding) -> lapin::Result<()> {
    channel
        .queue_bind(
            queue.into(),
            binding.exchange.as_str().into(),
            binding.routing_key_pattern.as_str().into(),
            QueueBindOptions::default(),
            FieldTable::default(),
        )
        .await
}

/// Whether there is no such exchange.
fn is_not_found(error: &lapin::Error) -> bool {
    let ErrorKind::ProtocolError(error) = error.kind() else {
        return false;
    };
    *error.kind() == AMQPErrorKind::Soft(AMQPSoftError::NOTFOUND)
}

/// Connects to a broker: `amqp://user:password@host:port/vhost`. Returns the user's name too.
///
/// # Errors
/// The URL is wrong, or the broker refuses or cannot be reached.
pub async fn connect(url: &str) -> Result<(Connection, String), Error> {
    // The URL holds a password, so no error may repeat it.
    let url: AMQPUri = url
        .parse()
        .map_err(|_| Error::Url("it should be like amqp://user:password@host:5672/%2f"))?;
    if url.scheme == lapin::uri::AMQPScheme::AMQPS {
        return Err(Error::Url(
            "amqps:// needs the feature `rustls` of lapin, which this example leaves out",
        ));
    }
    let user = url.authority.userinfo.username.clone();
    let connection = Connection::connect_uri(url, ConnectionProperties::default()).await?;
    Ok((connection, user))
}

/// Why there is no message.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// The URL of the broker cannot be used.
    Url(&'static str),
    /// The broker has none of the exchanges.
    Nothing,
    /// The broker refused something, or is gone.
    Broker(lapin::Error),
    /// A message cannot be read.
    Message {
        /// Where it is from.
        exchange: String,
        /// What is wrong with it.
        why: Box<dyn StdError + Send + Sync>,
    },
}

impl From<lapin::Error> for Error {
    fn from(error: lapin::Error) -> Self {
        Self::Broker(error)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Url(why) => write!(f, "the URL of the broker cannot be used: {why}"),
            Self::Nothing => f.write_str(
                "the broker has none of the exchanges: no Taskcluster publishes here, or the URL \
                 names another virtual host",
            ),
            Self::Broker(error) => write!(f, "the broker: {error}"),
            Self::Message { exchange, why } => {
                write!(f, "a message from {exchange:?} cannot be read: {why}")
            }
        }
    }
}

impl StdError for Error {}
