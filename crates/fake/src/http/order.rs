//! The members of objects in the order in which a text has them: JSON as a value has forgotten it, and
//! services tell it.

use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// A JSON text, of which only the names are kept.
#[derive(Debug, Default)]
pub(crate) enum Names {
    Object(Vec<(String, Names)>),
    List(Vec<Names>),
    #[default]
    Other,
}

impl Names {
    /// Of a text that is no JSON nothing is known.
    pub(crate) fn read(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }

    /// Where a member stands in the object at a JSON pointer, the first of all being 0.
    pub(crate) fn place(&self, pointer: &str, name: &str) -> Option<usize> {
        let Self::Object(members) = self.at(pointer)? else {
            return None;
        };
        members.iter().position(|(known, _)| known == name)
    }

    fn at(&self, pointer: &str) -> Option<&Self> {
        let mut here = self;
        for step in pointer.split('/').skip(1) {
            let step = step.replace("~1", "/").replace("~0", "~");
            here = match here {
                Self::Object(members) => &members.iter().rev().find(|(name, _)| *name == step)?.1,
                Self::List(items) => items.get(step.parse::<usize>().ok()?)?,
                Self::Other => return None,
            };
        }
        Some(here)
    }
}

impl<'de> Deserialize<'de> for Names {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Names;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Names, A::Error> {
        let mut members = Vec::new();
        while let Some(member) = map.next_entry()? {
            members.push(member);
        }
        Ok(Names::Object(members))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Names, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = list.next_element()? {
            items.push(item);
        }
        Ok(Names::List(items))
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Names, D::Error> {
        IgnoredAny::deserialize(deserializer).map(|_| Names::Other)
    }

    fn visit_unit<E>(self) -> Result<Names, E> {
        Ok(Names::Other)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Names, E> {
        Ok(Names::Other)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Names, E> {
        Ok(Names::Other)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Names, E> {
        Ok(Names::Other)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Names, E> {
        Ok(Names::Other)
    }

    fn visit_str<E>(self, _: &str) -> Result<Names, E> {
        Ok(Names::Other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_stand_where_the_text_has_them() {
        let text = r#"{ "b": [{ "z": 1.5, "y": null, "x": "s" }], "a/~": { "d": true, "c": -1 } }"#;
        let names = Names::read(text);
        for (pointer, name, place) in [
            ("", "b", Some(0)),
            ("", "a/~", Some(1)),
            ("/b/0", "x", Some(2)),
            ("/b/0", "y", Some(1)),
            ("/a~1~0", "c", Some(1)),
            ("/a~1~0", "e", None),
            ("/b/1", "x", None),
            ("/b/0/z", "x", None),
        ] {
            assert_eq!(names.place(pointer, name), place, "{pointer} {name}");
        }
        assert_eq!(Names::read("{").place("", "a"), None);
    }
}
