//! The services' side of a broker: their exchanges, and how they publish.

use std::error::Error;
use std::io;

use lapin::options::{
    BasicPublishOptions, ConfirmSelectOptions, ExchangeDeclareOptions, ExchangeDeleteOptions,
};
use lapin::types::{AMQPValue, FieldArray, FieldTable, LongString};
use lapin::{BasicProperties, Channel, Connection, ExchangeKind};

use super::sample::Sample;

/// Publishes as the services do.
pub struct Publisher {
    channel: Channel,
    exchanges: Vec<String>,
}

impl Publisher {
    /// Declares the exchanges of all samples.
    ///
    /// Refuses a broker that has one of them already: others may listen there, and would take the
    /// samples for true.
    pub async fn start(
        connection: &Connection,
        samples: &[Sample],
    ) -> Result<Self, Box<dyn Error>> {
        let mut exchanges: Vec<String> = samples.iter().map(|s| s.exchange.clone()).collect();
        exchanges.sort();
        exchanges.dedup();
        for exchange in &exchanges {
            // The broker ends a channel on which an unknown exchange was asked for.
            let channel = connection.create_channel().await?;
            if declare(&channel, exchange, true).await.is_ok() {
                let why = "this check declares it and publishes made-up messages; use a broker \
                           without Taskcluster, or delete what an interrupted check has left";
                return Err(format!("the broker has {exchange:?} already: {why}").into());
            }
        }
        let publisher = Self::go_on(connection, exchanges).await?;
        for exchange in &publisher.exchanges {
            declare(&publisher.channel, exchange, false).await?;
        }
        Ok(publisher)
    }

    /// Publishes to exchanges that are there already.
    pub async fn go_on(connection: &Connection, exchanges: Vec<String>) -> lapin::Result<Self> {
        let channel = connection.create_channel().await?;
        channel
            .confirm_select(ConfirmSelectOptions::default())
            .await?;
        Ok(Self { channel, exchanges })
    }

    /// The names of the exchanges.
    pub fn exchanges(&self) -> &[String] {
        &self.exchanges
    }

    /// Publishes a message, durable and under its further routing keys too, and waits until the broker
    /// has it.
    pub async fn publish(&self, sample: &Sample) -> lapin::Result<()> {
        let routes: Vec<AMQPValue> = sample
            .routes
            .iter()
            .map(|route| AMQPValue::LongString(LongString::from(route.as_str())))
            .collect();
        let mut headers = FieldTable::default();
        headers.insert("CC".into(), AMQPValue::FieldArray(FieldArray::from(routes)));
        let properties = BasicProperties::default()
            .with_content_type("application/json".into())
            .with_content_encoding("utf-8".into())
            .with_delivery_mode(2)
            .with_headers(headers);
        let body = sample.body.to_string();
        self.send(&sample.exchange, &sample.key(), body.as_bytes(), properties)
            .await
    }

    /// Puts a message that is no service's at the end of a queue.
    pub async fn mark_end(&self, queue: &str) -> lapin::Result<()> {
        self.send("", queue, b"", BasicProperties::default()).await
    }

    async fn send(
        &self,
        exchange: &str,
        key: &str,
        body: &[u8],
        properties: BasicProperties,
    ) -> lapin::Result<()> {
        let options = BasicPublishOptions::default();
        let channel = &self.channel;
        let sent = channel.basic_publish(exchange.into(), key.into(), options, body, properties);
        match sent.await?.await?.is_ack() {
            true => Ok(()),
            false => Err(io::Error::other("the broker does not take a message").into()),
        }
    }

    /// Deletes the exchanges.
    pub async fn finish(self) -> lapin::Result<()> {
        for exchange in &self.exchanges {
            let options = ExchangeDeleteOptions::default();
            self.channel
                .exchange_delete(exchange.as_str().into(), options)
                .await?;
        }
        Ok(())
    }
}

async fn declare(channel: &Channel, exchange: &str, passive: bool) -> lapin::Result<()> {
    let options = ExchangeDeclareOptions {
        passive,
        durable: true,
        ..ExchangeDeclareOptions::default()
    };
    let name = exchange.into();
    channel
        .exchange_declare(name, ExchangeKind::Topic, options, FieldTable::default())
        .await
}
