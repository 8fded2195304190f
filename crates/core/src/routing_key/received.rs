//! Reading the routing keys of messages.

use super::{RoutingKeyError, Topic};

impl Topic {
    /// Reads the routing key of a message.
    ///
    /// A field of several words takes what the others leave, which may be nothing.
    ///
    /// # Errors
    /// The key does not have as many words as there are fields, or it has another value where the
    /// topic has a constant.
    pub fn parse<'k>(&self, key: &'k str) -> Result<RoutingKey<'k>, RoutingKeyError> {
        let words: Vec<&str> = key.split('.').collect();
        // The fields take all words and no more, so that neither `words` nor the key ends before.
        let start = |at: usize| words[..at].iter().map(|word| word.len() + 1).sum::<usize>();
        let single = self
            .fields
            .iter()
            .filter(|field| !field.multiple_words)
            .count();
        let spread = single < self.fields.len();
        let mut spare = match words.len().checked_sub(single) {
            Some(spare) if spare == 0 || spread => spare,
            _ => return Err(self.wrong(None, miscounted(words.len(), single, spread))),
        };
        let (mut values, mut at) = (Vec::with_capacity(self.fields.len()), 0);
        for field in self.fields {
            let count = if field.multiple_words {
                std::mem::take(&mut spare)
            } else {
                1
            };
            let value = if count == 0 {
                ""
            } else {
                &key[start(at)..start(at + count) - 1]
            };
            if let Some(constant) = field.constant.filter(|constant| *constant != value) {
                let problem = format!("{value:?} where the topic always has {constant:?}");
                return Err(self.wrong(Some(field), problem));
            }
            values.push((field.name, value));
            at += count;
        }
        Ok(RoutingKey { values })
    }
}

fn miscounted(words: usize, wanted: usize, or_more: bool) -> String {
    let or_more = if or_more { " or more" } else { "" };
    format!("the routing key has {words} words, where {wanted}{or_more} are expected")
}

/// The values of the fields in the routing key of a message. Made by [`Topic::parse`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoutingKey<'k> {
    values: Vec<(&'static str, &'k str)>,
}

impl<'k> RoutingKey<'k> {
    /// The value of a field.
    pub fn get(&self, name: &str) -> Option<&'k str> {
        self.values
            .iter()
            .find(|(field, _)| *field == name)
            .map(|(_, value)| *value)
    }

    /// All fields with their values, in the order in which they stand in the key.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (&'static str, &'k str)> {
        self.values.iter().copied()
    }
}

#[cfg(test)]
mod tests {
    use rand::RngExt as _;

    use super::super::Field;
    use super::super::tests::TOPIC;
    use super::*;

    #[test]
    fn whatever_is_built_is_read_back() {
        let mut rng = rand::rng();
        let mut word = |longest: usize| -> String {
            let letters = ['a', 'Z', '0', '-', '_', '*', '#', 'é'];
            let length = rng.random_range(1..=longest);
            let letter = |_| letters[rng.random_range(0..letters.len())];
            (0..length).map(letter).collect()
        };
        for round in 0..2_000 {
            let (task, run) = (word(20), word(3));
            let middle: Vec<String> = (0..round % 5).map(|_| word(8)).collect();
            let middle = middle.join(".");
            let selection = TOPIC.select().field("taskId", &task).field("runId", &run);
            let key = selection
                .field("middle", &middle)
                .binding()
                .expect("short values");
            let key = key.routing_key_pattern;
            let read = TOPIC.parse(&key).expect("a key of the topic");
            let wanted = [
                ("routingKeyKind", "primary"),
                ("taskId", task.as_str()),
                ("middle", middle.as_str()),
                ("runId", run.as_str()),
            ];
            assert!(read.iter().eq(wanted), "{key}: {read:?}");
        }
    }

    #[test]
    fn keys_come_back_as_their_fields() {
        for middle in ["m", "a.b", "a..b", ".", ""] {
            let selection = TOPIC
                .select()
                .field("taskId", "t")
                .field("middle", middle)
                .field("runId", 0);
            let key = selection.binding().expect("a key").routing_key_pattern;
            let read = TOPIC.parse(&key).expect("of the topic");
            let wanted = [
                ("routingKeyKind", "primary"),
                ("taskId", "t"),
                ("middle", middle),
                ("runId", "0"),
            ];
            assert!(read.iter().eq(wanted), "{key}: {read:?}");
        }
        let read = TOPIC
            .parse("primary.t.0")
            .expect("without a word in the middle");
        assert_eq!(
            (read.get("middle"), read.get("runId")),
            (Some(""), Some("0"))
        );
        assert_eq!(read.get("workerType"), None);
    }

    #[test]
    fn keys_of_other_topics_are_refused() {
        assert_eq!(
            TOPIC.parse("route.t.0").expect_err("other").field(),
            Some("routingKeyKind")
        );
        assert_eq!(TOPIC.parse("primary.t").expect_err("short").field(), None);
        const SINGLE: Topic = Topic {
            fields: &[Field::word("a", true, 1)],
            ..TOPIC
        };
        assert_eq!(SINGLE.parse("a.b").expect_err("long").field(), None);
        assert_eq!(
            SINGLE.parse("a").map(|key| key.get("a").is_some()),
            Ok(true)
        );
    }
}
