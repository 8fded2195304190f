//! JSON with its members in the order in which it was sent: answers tell what is wrong in that order.

use std::fmt;
use std::io::{self, Write};

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};
use serde_json::Value;
use serde_json::ser::Formatter;

/// What was sent: JSON, or a text that was sent as it is, or nothing.
#[derive(Clone, Debug, PartialEq)]
pub enum Payload {
    /// The members of an object.
    Object(Vec<(String, Payload)>),
    /// The items of a list.
    List(Vec<Payload>),
    /// What has no members.
    Single(Value),
}

impl Payload {
    /// The value of a member, if this is an object that has it.
    pub fn member(&self, name: &str) -> Option<&Self> {
        let Self::Object(members) = self else {
            return None;
        };
        let (_, value) = members.iter().find(|(known, _)| known == name)?;
        Some(value)
    }

    /// Whether a text stands somewhere in it.
    pub fn says(&self, text: &str) -> bool {
        match self {
            Self::Object(members) => members.iter().any(|(_, value)| value.says(text)),
            Self::List(items) => items.iter().any(|item| item.says(text)),
            Self::Single(value) => value == text,
        }
    }

    /// The same with other values in place of those without members.
    pub fn map(&self, change: &impl Fn(&Value) -> Value) -> Self {
        match self {
            Self::Object(members) => {
                let members = members.iter();
                let changed = members.map(|(name, value)| (name.clone(), value.map(change)));
                Self::Object(changed.collect())
            }
            Self::List(items) => Self::List(items.iter().map(|item| item.map(change)).collect()),
            Self::Single(value) => Self::Single(change(value)),
        }
    }

    /// JSON as the recording client writes it, with spaces between: errors about a payload's hash tell it.
    pub fn written(&self) -> String {
        let mut bytes = Vec::new();
        let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, Spaced);
        // Nothing can fail that is JSON, and in memory.
        let result = self.serialize(&mut serializer);
        result
            .map(|()| String::from_utf8_lossy(&bytes).into_owned())
            .unwrap_or_default()
    }
}

struct Spaced;

impl Formatter for Spaced {
    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        out.write_all(if first { b"" } else { b", " })
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        out.write_all(if first { b"" } else { b", " })
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        out.write_all(b": ")
    }
}

impl Serialize for Payload {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Object(members) => {
                serializer.collect_map(members.iter().map(|(name, value)| (name, value)))
            }
            Self::List(items) => serializer.collect_seq(items),
            Self::Single(value) => value.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Payload {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Payload;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Payload, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(Payload::Object(members))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Payload, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Payload::List(items))
    }

    fn visit_unit<E>(self) -> Result<Payload, E> {
        Ok(Payload::Single(Value::Null))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Payload, E> {
        Ok(Payload::Single(value.into()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Payload, E> {
        Ok(Payload::Single(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Payload, E> {
        Ok(Payload::Single(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Payload, E> {
        Ok(Payload::Single(value.into()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Payload, E> {
        Ok(Payload::Single(value.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_stay_in_their_order() {
        let text = r#"{"b": [1, -2, 0.5, true, null], "a": {"z": "x", "y": {}}}"#;
        let payload: Payload = serde_json::from_str(text).expect("JSON");
        assert_eq!(payload.written(), text);
        assert!(payload.says("x") && !payload.says("z"));
        let changed = payload.map(&|value| match value {
            Value::String(_) => "w".into(),
            other => other.clone(),
        });
        assert_eq!(changed.written(), text.replace("\"x\"", "\"w\""));
    }
}
