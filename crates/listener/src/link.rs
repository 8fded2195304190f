//! One connection to the broker, from the greeting to the consumer.

use lapin::options::{BasicConsumeOptions, BasicQosOptions, QueueBindOptions, QueueDeclareOptions};
use lapin::types::FieldTable;
use lapin::uri::AMQPUri;
use lapin::{Channel, Connection, ConnectionProperties, ConnectionStatus, Consumer};
use taskcluster_core::routing_key::Binding;
use taskcluster_core::slugid;

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
        let connection = Connection::connect_uri(uri, ConnectionProperties::default()).await?;
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

    #[test]
    fn a_durable_queue_is_found_again() {
        let durable = Kind::Durable("builds".into());
        let (name, options) = declaration("n", &durable).expect("a name");
        assert_eq!(name, "queue/n/builds");
        assert!(options.durable && !options.exclusive && !options.auto_delete);
    }
}
