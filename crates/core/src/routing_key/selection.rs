//! Selecting the messages of a topic.

use std::fmt;

use super::{Binding, Field, MAX_LENGTH, RoutingKeyError, Topic, too_long};
use crate::task_queue::{WORDS, two_words};

impl Topic {
    /// Selects messages by the values of fields; without any value, all messages.
    pub fn select(&self) -> Selection {
        Selection {
            topic: *self,
            values: vec![None; self.fields.len()],
            refused: None,
        }
    }
}

/// Values for fields of a topic, which select messages. Made by [`Topic::select`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct Selection {
    topic: Topic,
    values: Vec<Option<String>>,
    /// What is wrong with a value, to be told when the binding is asked for.
    refused: Option<RoutingKeyError>,
}

impl Selection {
    /// Selects messages by the value of a field; an earlier value for it is replaced.
    ///
    /// `*` stands for any word; in a field of several words, so does `#` for any number of them.
    ///
    /// So that the same values can select messages of several topics, a field that this topic
    /// does not have is passed over, and one that is constant keeps its constant.
    pub fn field(mut self, name: &str, value: impl fmt::Display) -> Self {
        let mut fields = self.topic.fields.iter();
        if let Some(at) = fields.position(|field| field.name == name) {
            self.values[at] = Some(value.to_string());
        }
        self
    }

    /// Selects messages by the value of a field of this topic, which has to be one that a message
    /// can have: not empty, and no longer than the field is said to be. The setters of generated
    /// selections do this.
    pub fn value(self, name: &str, value: impl fmt::Display) -> Self {
        let value = value.to_string();
        let topic = self.topic;
        let field = topic.fields.iter().find(|field| field.name == name);
        let problem = match field.and_then(|field| field.max_size) {
            _ if value.is_empty() => {
                Some("the value is empty; leave the field out to hear of every value".to_owned())
            }
            Some(max) if value.len() > max => Some(format!(
                "{value:?} has {} bytes, and the field {max} at most",
                value.len()
            )),
            _ => None,
        };
        match problem {
            Some(problem) => self.refuse(field, problem),
            None => self,
        }
        .field(name, value)
    }

    /// Selects messages about a task queue or worker pool by both words of its name at once,
    /// `provisionerId/workerType`; each of them may be `*`.
    pub fn task_queue(self, id: impl fmt::Display) -> Self {
        match two_words(&id.to_string()) {
            Ok(words) => WORDS
                .iter()
                .zip(words)
                .fold(self, |all, (name, word)| all.value(name, word)),
            Err(problem) => self.refuse(None, problem),
        }
    }

    fn refuse(mut self, field: Option<&Field>, problem: String) -> Self {
        let error = self.topic.wrong(field, problem);
        self.refused.get_or_insert(error);
        self
    }

    /// The binding for what was selected.
    ///
    /// # Errors
    /// A value has a dot where the field has one word only, or a value or the whole pattern is
    /// longer than AMQP takes; or what [`value`](Self::value) refuses.
    pub fn binding(&self) -> Result<Binding, RoutingKeyError> {
        if let Some(error) = &self.refused {
            return Err(error.clone());
        }
        let words: Result<Vec<&str>, _> = self
            .topic
            .fields
            .iter()
            .zip(&self.values)
            .map(|(field, v)| self.word(field, v))
            .collect();
        self.topic.pattern(words?.join("."))
    }

    fn word<'s>(
        &self,
        field: &'s Field,
        value: &'s Option<String>,
    ) -> Result<&'s str, RoutingKeyError> {
        let problem = match (field.constant, value) {
            (Some(constant), _) => return Ok(constant),
            (None, None) => return Ok(if field.multiple_words { "#" } else { "*" }),
            (None, Some(value)) if value.len() > MAX_LENGTH => too_long(value),
            (None, Some(value)) if value.contains('.') && !field.multiple_words => {
                format!("{value:?} has a dot, but the field has one word only")
            }
            (None, Some(value)) => return Ok(value),
        };
        Err(self.topic.wrong(Some(field), problem))
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::TOPIC;
    use super::*;

    fn pattern(values: &[(&str, &str)]) -> Result<String, RoutingKeyError> {
        let selection = TOPIC.select();
        let selection = values
            .iter()
            .fold(selection, |all, (name, value)| all.field(name, value));
        selection
            .binding()
            .map(|binding| binding.routing_key_pattern)
    }

    #[test]
    fn fields_without_a_value_match_anything() {
        assert_eq!(pattern(&[]).as_deref(), Ok("primary.*.#.*"));
        assert_eq!(
            pattern(&[("runId", "0"), ("runId", "1")]).as_deref(),
            Ok("primary.*.#.1")
        );
        assert_eq!(
            pattern(&[("middle", "a.*.#")]).as_deref(),
            Ok("primary.*.a.*.#.*")
        );
        assert_eq!(pattern(&[("taskId", "")]).as_deref(), Ok("primary..#.*"));
    }

    #[test]
    fn values_have_to_be_ones_that_messages_have() {
        let fits = |value: &str| TOPIC.select().value("taskId", value).binding();
        assert!(fits("*").is_ok() && fits(&"x".repeat(22)).is_ok());
        let empty = fits("").expect_err("empty");
        assert_eq!(empty.field(), Some("taskId"));
        assert!(empty.to_string().contains("leave the field out"), "{empty}");
        let long = fits(&"x".repeat(23)).expect_err("too long");
        assert!(
            long.to_string()
                .ends_with("has 23 bytes, and the field 22 at most"),
            "{long}"
        );
    }

    #[test]
    fn constants_and_unknown_fields_change_nothing() {
        let values = [
            ("routingKeyKind", "other"),
            ("workerType", "x"),
            ("taskId", "t"),
        ];
        assert_eq!(pattern(&values).as_deref(), Ok("primary.t.#.*"));
        assert_eq!(
            pattern(&[("routingKeyKind", "a.b")]).as_deref(),
            Ok("primary.*.#.*")
        );
    }

    #[test]
    fn what_is_refused_names_the_field() {
        for value in [".", "a.b", ".a", "a."] {
            let error = pattern(&[("runId", value)]).expect_err("has a dot");
            assert_eq!(error.field(), Some("runId"));
            assert!(
                error.to_string().starts_with("taskPending: runId: "),
                "{error}"
            );
        }
        let error = pattern(&[("middle", &"x".repeat(256))]).expect_err("is too long");
        assert_eq!(error.field(), Some("middle"));
        let error = pattern(&[("middle", &"x".repeat(250))]).expect_err("is too long in all");
        assert_eq!(error.field(), None);
        assert!(pattern(&[("middle", &"x".repeat(243))]).is_ok());
        assert!(pattern(&[("middle", &"x".repeat(244))]).is_err());
    }
}
