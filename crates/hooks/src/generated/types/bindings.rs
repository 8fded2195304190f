// Written by `cargo xtask generate` from the references of the service `hooks`. Do not edit.

//! The types of the schema `bindings`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;

/// An exchange and the messages on it that fire the hook.
///
/// Today's servers only.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct HookBinding {
    /// The full name of the exchange to listen on, such as
    /// `exchange/taskcluster-queue/v1/task-completed`.
    pub exchange: String,
    /// The pattern that the routing key of a message must fit: words separated by dots, where `*`
    /// stands for one word and `#` for any number of words.
    pub routing_key_pattern: String,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    HookBinding and extra_members {
        0 exchange = "exchange": required,
        1 routing_key_pattern = "routingKeyPattern": required,
    }
}

/// What a [`HookBinding`] must have.
#[derive(Clone, Debug, PartialEq)]
pub struct HookBindingRequired {
    /// The full name of the exchange to listen on, such as
    /// `exchange/taskcluster-queue/v1/task-completed`.
    pub exchange: String,
    /// The pattern that the routing key of a message must fit: words separated by dots, where `*`
    /// stands for one word and `#` for any number of words.
    pub routing_key_pattern: String,
}

impl HookBinding {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: HookBindingRequired) -> Self {
        Self {
            exchange: required.exchange,
            routing_key_pattern: required.routing_key_pattern,
            extra_members: BTreeMap::new(),
        }
    }
}

impl fmt::Debug for HookBinding {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HookBinding")
            .field("exchange", &self.exchange)
            .field("routing_key_pattern", &self.routing_key_pattern)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish()
    }
}
