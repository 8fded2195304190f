//! Routing keys: which messages of an exchange to hear of, and what the key of a message says.
//!
//! The services announce what happens on exchanges of Pulse. The routing key of a message is a
//! list of words between dots, whose meaning the reference of the exchange tells: a [`Topic`].
//! A [`Binding`] selects messages by a pattern, in which `*` stands for any word and `#` for any
//! number of words.
//!
//! ```
//! use taskcluster_core::routing_key::{Field, Topic};
//!
//! const TASK_COMPLETED: Topic = Topic {
//!     exchange: "exchange/taskcluster-queue/v1/task-completed",
//!     name: "taskCompleted",
//!     fields: &[
//!         Field::constant("routingKeyKind", "primary"),
//!         Field::word("taskId", true, 22),
//!         Field::word("runId", false, 3),
//!         Field::words("reserved", false, 1),
//!     ],
//! };
//!
//! let binding = TASK_COMPLETED.select().field("runId", 0).binding()?;
//! assert_eq!(binding.exchange, "exchange/taskcluster-queue/v1/task-completed");
//! assert_eq!(binding.routing_key_pattern, "primary.*.0.#");
//!
//! let key = TASK_COMPLETED.parse("primary.fN1SbArXTPSVFNUvaOlinQ.0._")?;
//! assert_eq!(key.get("taskId"), Some("fN1SbArXTPSVFNUvaOlinQ"));
//! # Ok::<(), taskcluster_core::routing_key::RoutingKeyError>(())
//! ```

mod received;
mod selection;

use std::fmt;

use serde::de::DeserializeOwned;

pub use received::RoutingKey;
pub use selection::Selection;

/// The greatest length of a routing key in bytes, set by AMQP.
pub const MAX_LENGTH: usize = 255;

/// One field of the routing keys of a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// The name, such as `taskId`.
    pub name: &'static str,
    /// The one value that the field ever has, where that is so.
    pub constant: Option<&'static str>,
    /// Whether a value can be several words with dots between them.
    pub multiple_words: bool,
    /// Whether every message has a value. The services write `_` in place of a missing one.
    pub required: bool,
    /// How long values are said to be at most, in bytes. [`Selection::value`] keeps to it;
    /// [`Selection::field`] does not, since newer services send longer IDs than they once did.
    pub max_size: Option<usize>,
}

impl Field {
    /// A field of one word.
    pub const fn word(name: &'static str, required: bool, max_size: usize) -> Self {
        let max_size = Some(max_size);
        Self {
            name,
            constant: None,
            multiple_words: false,
            required,
            max_size,
        }
    }

    /// A field of any number of words.
    pub const fn words(name: &'static str, required: bool, max_size: usize) -> Self {
        Self {
            multiple_words: true,
            ..Self::word(name, required, max_size)
        }
    }

    /// A field that always has the same value.
    pub const fn constant(name: &'static str, value: &'static str) -> Self {
        let constant = Some(value);
        Self {
            name,
            constant,
            multiple_words: false,
            required: true,
            max_size: None,
        }
    }
}

/// An exchange and the fields of its routing keys, of which one at most has several words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Topic {
    /// The whole name of the exchange, such as `exchange/taskcluster-queue/v1/task-completed`.
    pub exchange: &'static str,
    /// The name of the topic in its reference, such as `taskCompleted`.
    pub name: &'static str,
    /// The fields in the order in which they stand in a routing key.
    pub fields: &'static [Field],
}

/// What a queue is bound to: an exchange, and a pattern that selects its messages.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Binding {
    /// The whole name of the exchange.
    pub exchange: String,
    /// The pattern that routing keys have to match.
    pub routing_key_pattern: String,
}

/// An exchange whose messages are of one type: what selections of the service crates have in common.
pub trait Exchange {
    /// The body of its messages.
    type Message: DeserializeOwned;

    /// The exchange and the fields of its routing keys, as data.
    const TOPIC: Topic;

    /// What to bind a queue to, for the messages that are selected.
    ///
    /// # Errors
    /// A value cannot be part of a routing key; the error names the field.
    fn to_binding(&self) -> Result<Binding, RoutingKeyError>;
}

impl Topic {
    /// Selects messages by a pattern, which is taken as it is.
    ///
    /// # Errors
    /// The pattern is longer than AMQP takes.
    pub fn pattern(&self, pattern: impl Into<String>) -> Result<Binding, RoutingKeyError> {
        let routing_key_pattern = pattern.into();
        if routing_key_pattern.len() > MAX_LENGTH {
            return Err(self.wrong(None, too_long(&routing_key_pattern)));
        }
        Ok(Binding {
            exchange: self.exchange.to_owned(),
            routing_key_pattern,
        })
    }

    fn wrong(&self, field: Option<&Field>, problem: impl Into<String>) -> RoutingKeyError {
        let (topic, field) = (self.name, field.map(|field| field.name));
        RoutingKeyError {
            topic,
            field,
            problem: problem.into(),
        }
    }
}

fn too_long(text: &str) -> String {
    format!(
        "{} bytes are too long: a routing key has {MAX_LENGTH} at most",
        text.len()
    )
}

/// A pattern that cannot be bound to, or a routing key that is not one of the topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoutingKeyError {
    topic: &'static str,
    field: Option<&'static str>,
    problem: String,
}

impl RoutingKeyError {
    /// The field at fault; `None` where it is the key as a whole.
    pub fn field(&self) -> Option<&'static str> {
        self.field
    }
}

impl fmt::Display for RoutingKeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.topic)?;
        if let Some(field) = self.field {
            write!(f, "{field}: ")?;
        }
        f.write_str(&self.problem)
    }
}

impl std::error::Error for RoutingKeyError {}

/// Defines a [`Selection`] with a setter for each field of one topic.
///
/// ```
/// use taskcluster_core::routing_key::{Field, Topic};
///
/// const DOOR: Topic = Topic {
///     exchange: "exchange/house/v1/door",
///     name: "door",
///     fields: &[Field::word("room", true, 22), Field::words("reserved", false, 1)],
/// };
/// taskcluster_core::selection! {
///     /// Selects messages of doors.
///     pub struct Door of DOOR => serde_json::Value {
///         /// The room that the door belongs to.
///         room = "room",
///     }
/// }
/// assert_eq!(Door::new().room("hall").binding()?.routing_key_pattern, "hall.#");
/// assert_eq!(Door::new().parse("hall._")?.get("room"), Some("hall"));
/// # Ok::<(), taskcluster_core::routing_key::RoutingKeyError>(())
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! selection {
    ($(#[$meta:meta])* pub struct $name:ident of $topic:path => $message:ty $([$both:ident])? {
        $($(#[$field_meta:meta])* $field:ident = $key:literal,)*
    }) => {
        $(#[$meta])*
        ///
        /// Fields without a value match every message.
        #[derive(Clone, Debug)]
        #[must_use]
        pub struct $name($crate::routing_key::Selection);

        impl $name {
            /// The exchange and the fields of its routing keys, as data.
            pub const TOPIC: $crate::routing_key::Topic = $topic;

            /// Selects all messages, until fields are set.
            pub fn new() -> Self {
                Self($topic.select())
            }

            $($(#[$field_meta])*
            pub fn $field(self, value: impl ::std::fmt::Display) -> Self {
                Self(self.0.value($key, value))
            })*

            $(/// The name of the task queue or worker pool with both words as one,
            /// `provisionerId/workerType`; each may be `*`. A text of another form is an error of
            /// [`binding`](Self::binding).
            pub fn $both(self, id: impl ::std::fmt::Display) -> Self {
                Self(self.0.task_queue(id))
            })?

            /// What to bind a queue to.
            ///
            /// # Errors
            /// A value cannot be part of a routing key; the error names the field.
            pub fn binding(
                &self,
            ) -> Result<$crate::routing_key::Binding, $crate::routing_key::RoutingKeyError> {
                self.0.binding()
            }

            /// What to bind a queue to, by a pattern of your own.
            ///
            /// # Errors
            /// The pattern is longer than a routing key can be.
            pub fn pattern(
                &self,
                pattern: &str,
            ) -> Result<$crate::routing_key::Binding, $crate::routing_key::RoutingKeyError> {
                $topic.pattern(pattern)
            }

            /// The fields of the routing key of a received message.
            ///
            /// # Errors
            /// The key is not one of this exchange.
            pub fn parse<'k>(
                &self,
                key: &'k str,
            ) -> Result<$crate::routing_key::RoutingKey<'k>, $crate::routing_key::RoutingKeyError>
            {
                $topic.parse(key)
            }
        }

        impl Default for $name {
            fn default() -> Self {
                Self::new()
            }
        }

        impl $crate::routing_key::Exchange for $name {
            type Message = $message;

            const TOPIC: $crate::routing_key::Topic = $topic;

            fn to_binding(
                &self,
            ) -> Result<$crate::routing_key::Binding, $crate::routing_key::RoutingKeyError> {
                self.0.binding()
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) const TOPIC: Topic = Topic {
        exchange: "exchange/taskcluster-queue/v1/task-pending",
        name: "taskPending",
        fields: &[
            Field::constant("routingKeyKind", "primary"),
            Field::word("taskId", true, 22),
            Field::words("middle", false, 1),
            Field::word("runId", false, 3),
        ],
    };

    #[test]
    fn a_pattern_is_taken_as_it_is() {
        let binding = TOPIC.pattern("primary.#").expect("short");
        assert_eq!(binding.exchange, TOPIC.exchange);
        assert_eq!(binding.routing_key_pattern, "primary.#");
        assert!(TOPIC.pattern("x".repeat(255)).is_ok());
        assert!(TOPIC.pattern("x".repeat(256)).is_err());
    }
}
