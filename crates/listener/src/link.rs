//! One connection to the broker, from the greeting to the consumer.

use std::io;
use std::time::Duration;

use lapin::options::{BasicConsumeOptions, BasicQosOptions, QueueBindOptions, QueueDeclareOptions};
use lapin::runtime::default_runtime;
use lapin::tcp::OwnedTLSConfig;
use lapin::types::FieldTable;
use lapin::uri::AMQPUri;
use lapin::{Channel, Connection, ConnectionProperties, ConnectionStatus, Consumer};
use taskcluster_core::routing_key::Binding;
use taskcluster_core::slugid;
use tokio::time::timeout;

use crate::builder::{Kind, Setup};
use crate::error::{Error, Result};
use crate::judgement::{self, Next};
use crate::names;

/// A queue that is bound, and what arrives there.
pub(crate) struct Link {
    connection: Connection,
    pub(crate) consumer: Consumer,
    pub(crate) queue: String,
    pub(crate) absent: Vec<String>,
}

impl Link {
    /// Connects, declares a queue, binds it, and begins to receive.
    pub(crate) async fn open(uri: AMQPUri, namespace: &str, setup: &Setup) -> Result<Self> {
        let (queue, options) = declaration(namespace, &setup.kind)?;
        let connection = connect(uri, setup.certificates.clone()).await?;
        let mut channel = connection.create_channel().await?;
        let (name, table) = (queue.as_str().into(), FieldTable::default());
        channel.queue_declare(name, options, table).await?;
        let mut absent = Vec::new();
        for binding in &setup.bindings {
            match bind(&channel, &queue, binding).await {
                Err(e) if judgement::next(judgement::code(&e)) == Next::WithoutIt => {
                    // The broker ends a channel on which something unknown was asked for. The queue
                    // is not the channel's.
                    channel = connection.create_channel().await?;
                    if !absent.contains(&binding.exchange) {
                        absent.push(binding.exchange.clone());
                    }
                }
                bound => bound?,
            }
        }
        if setup.bindings.iter().all(|b| absent.contains(&b.exchange)) {
            return Err(Error::NoExchange);
        }
        let per_consumer = BasicQosOptions::default();
        channel.basic_qos(setup.prefetch, per_consumer).await?;
        let options = BasicConsumeOptions::default();
        let (name, table) = (queue.as_str().into(), FieldTable::default());
        let consumer = channel
            .basic_consume(name, "".into(), options, table)
            .await?;
        Ok(Self {
            connection,
            consumer,
            queue,
            absent,
        })
    }

    /// Whether the connection stands, now and later.
    pub(crate) fn status(&self) -> ConnectionStatus {
        self.connection.status().clone()
    }

    /// Ends the connection in order.
    pub(crate) async fn close(self) -> Result<()> {
        Ok(self.connection.close(200, "done".into()).await?)
    }
}

/// How long a broker may take for its greeting. From then on both sides hear of each other by heartbeats.
const PATIENCE: Duration = Duration::from_secs(30);

async fn connect(uri: AMQPUri, certificates: Option<String>) -> Result<Connection> {
    let tls = OwnedTLSConfig {
        cert_chain: certificates,
        ..OwnedTLSConfig::default()
    };
    let properties = ConnectionProperties::default();
    let connecting = Connection::connect_uri_with_config(uri, properties, tls, default_runtime()?);
    match timeout(PATIENCE, connecting).await {
        Ok(connected) => Ok(connected?),
        Err(_) => {
            let why = format!("it has not answered within {} s", PATIENCE.as_secs());
            Err(io::Error::new(io::ErrorKind::TimedOut, why).into())
        }
    }
}

/// The name of a queue, and how it is declared.
fn declaration(namespace: &str, kind: &Kind) -> Result<(String, QueueDeclareOptions)> {
    let options = QueueDeclareOptions::default();
    Ok(match kind {
        // Each connection has its own: the one before may not be gone yet.
        Kind::Exclusive => (
            names::queue(namespace, &slugid::nice())?,
            QueueDeclareOptions {
                exclusive: true,
                auto_delete: true,
                ..options
            },
        ),
        Kind::Durable(name) => (
            names::queue(namespace, name)?,
            QueueDeclareOptions {
                durable: true,
                ..options
            },
        ),
    })
}

async fn bind(channel: &Channel, queue: &str, binding: &Binding) -> lapin::Result<()> {
    let Binding {
        exchange,
        routing_key_pattern: pattern,
    } = binding;
    let options = QueueBindOptions::default();
    let (exchange, pattern) = (exchange.as_str().into(), pattern.as_str().into());
    channel
        .queue_bind(
            queue.into(),
            exchange,
            pattern,
            options,
            FieldTable::default(),
        )
        .await
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;

    use super::*;

    #[test]
    fn a_queue_of_ones_own_has_a_new_name_each_time() {
        let names = [(); 2].map(|()| declaration("n", &Kind::Exclusive).expect("a name"));
        assert_ne!(names[0].0, names[1].0);
        for (name, options) in names {
            assert!(name.starts_with("queue/n/"), "{name}");
            assert!(options.exclusive && options.auto_delete && !options.durable);
        }
    }

    /// No time passes: the clock goes on when nobody has anything to do.
    #[tokio::test(start_paused = true)]
    async fn a_broker_that_says_nothing_is_given_up() {
        let silent = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("amqp://{}/", silent.local_addr().expect("an address"));
        let connecting = connect(url.parse().expect("a URL"), None);
        let error = timeout(Duration::from_secs(3600), connecting).await;
        let error = error.expect("an end").expect_err("no broker").to_string();
        assert!(error.contains("has not answered within 30 s"), "{error}");
    }

    #[test]
    fn a_durable_queue_is_found_again() {
        let durable = Kind::Durable("builds".into());
        let (name, options) = declaration("n", &durable).expect("a name");
        assert_eq!(name, "queue/n/builds");
        assert!(options.durable && !options.exclusive && !options.auto_delete);
    }
}
