//! The messages that the services publish, for assertions.

use std::fmt;
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde_json::Value;
use taskcluster_core::Era;

use crate::FakeTaskcluster;
use crate::apis::fit;
use crate::apis::{Apis, Exchange};

/// A message as it would be on Pulse.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PulseMessage {
    /// The exchange, such as `exchange/taskcluster-queue/v1/task-defined`.
    pub exchange: String,
    /// The routing key by which the exchange's reference describes the message.
    pub routing_key: String,
    /// Further routing keys that the message can be had by, such as `route.index.project.latest`.
    pub cc: Vec<String>,
    /// The content.
    pub payload: Value,
}

impl PulseMessage {
    /// Reads the content as a type, such as those that the client crates have for messages.
    ///
    /// # Errors
    /// The content is not of this type.
    pub fn decode<T: DeserializeOwned>(&self) -> Result<T, PayloadError> {
        serde_json::from_value(self.payload.clone()).map_err(|source| PayloadError {
            exchange: self.exchange.clone(),
            source: Box::new(source),
        })
    }
}

/// The content of a message is not of the type that was asked for.
#[derive(Debug)]
pub struct PayloadError {
    exchange: String,
    source: Box<dyn std::error::Error + Send + Sync>,
}

impl fmt::Display for PayloadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a message of {} is of another type", self.exchange)
    }
}

impl std::error::Error for PayloadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&*self.source)
    }
}

impl FakeTaskcluster {
    /// All messages that the real services would have published, in that order.
    ///
    /// What happens at a deadline, or at the end of a claim, is published by the next request or
    /// call of [`advance`](Self::advance) after it.
    pub fn messages(&self) -> Vec<PulseMessage> {
        self.shared().state().messages.list.clone()
    }
}

/// What has been published.
#[derive(Default)]
pub(crate) struct Messages {
    /// By these messages are checked; there are none before the deployment has started.
    apis: Option<Arc<Apis>>,
    list: Vec<PulseMessage>,
    /// How many of them hooks have been fired by.
    heard: usize,
    /// What was wrong with a message that a service of the fake made.
    problem: Option<String>,
}

/// Where a message goes.
pub(crate) struct Address<'a> {
    pub(crate) service: &'a str,
    /// The API's name of the exchange, such as `taskDefined`.
    pub(crate) exchange: &'a str,
    /// What the fields of the routing key are; those that are left out have no value.
    pub(crate) key: &'a [(&'a str, &'a str)],
    pub(crate) cc: Vec<String>,
}

impl Messages {
    pub(crate) fn by(apis: Arc<Apis>) -> Self {
        Self {
            apis: Some(apis),
            ..Self::default()
        }
    }

    /// Whether messages are those of today's services, and not those of 2018.
    pub(crate) fn are_of_today(&self) -> bool {
        self.apis.as_ref().is_some_and(|apis| apis.is_today)
    }

    /// Forgets what has been published.
    pub(crate) fn clear(&mut self) {
        self.list.clear();
        self.heard = 0;
    }

    /// Publishes a message on one of the exchanges that the references describe.
    pub(crate) fn publish(&mut self, address: Address<'_>, mut payload: Value) {
        let (service, name) = (address.service, address.exchange);
        let Some(apis) = self.apis.as_deref() else {
            return;
        };
        let exchanges = apis.exchanges(service, name);
        let Some(first) = exchanges.first() else {
            // What only other references have, servers of these do not publish.
            if Apis::own(Era::Both).is_ok_and(|own| own.exchanges(service, name).is_empty()) {
                self.problem = Some(format!("there is no exchange {service}.{name}"));
            }
            return;
        };
        let exchange = match fit::message(&exchanges, apis, &mut payload) {
            Ok(exchange) => exchange,
            Err(problems) => {
                let problems = problems.join("\n");
                self.problem = Some(format!("message of {service}.{name}: {problems}"));
                first
            }
        };
        let message = PulseMessage {
            exchange: exchange.path.clone(),
            routing_key: routing_key(exchange, address.key),
            cc: address.cc,
            payload,
        };
        self.record(message);
    }

    pub(crate) fn record(&mut self, message: PulseMessage) {
        self.list.push(message);
    }

    /// The messages since this was last called.
    pub(crate) fn take_unheard(&mut self) -> Vec<PulseMessage> {
        let unheard = self.list[self.heard..].to_vec();
        self.heard = self.list.len();
        unheard
    }

    /// What was wrong with a message since this was last asked.
    pub(crate) fn take_problem(&mut self) -> Option<String> {
        self.problem.take()
    }
}

impl fmt::Debug for Messages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(&self.list).finish()
    }
}

fn routing_key(exchange: &Exchange, values: &[(&str, &str)]) -> String {
    let word = |(name, constant): &(String, Option<String>)| {
        let given = values.iter().find(|(other, _)| other == name);
        match (constant, given) {
            (Some(constant), _) => constant.clone(),
            (None, Some((_, value))) if !value.is_empty() => (*value).to_owned(),
            _ => "_".to_owned(),
        }
    };
    let words: Vec<String> = exchange.key.iter().map(word).collect();
    words.join(".")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn publish(exchange: &str, payload: Value) -> Messages {
        let mut messages = Messages::by(Apis::own(Era::Both).expect("readable references"));
        let address = Address {
            service: "purge-cache",
            exchange,
            key: &[("workerType", "w"), ("provisionerId", "p")],
            cc: vec![],
        };
        messages.publish(address, payload);
        messages
    }

    #[test]
    fn a_message_has_the_key_and_the_form_of_its_reference() {
        let payload = json!({
            "version": 1, "provisionerId": "p", "workerType": "w", "cacheName": "c",
        });
        let mut messages = publish("purgeCache", payload);
        assert_eq!(messages.take_problem(), None);
        assert_eq!(messages.list[0].routing_key, "primary.p.w");
    }

    #[test]
    fn a_message_of_another_form_is_a_problem() {
        let mut messages = publish("purgeCache", json!({ "version": 1 }));
        let problem = messages.take_problem().expect("a problem");
        assert!(problem.contains("purge-cache.purgeCache"), "{problem}");
        assert_eq!(messages.take_problem(), None);
        let mut messages = publish("another", json!({}));
        assert!(messages.take_problem().is_some());
    }
}
