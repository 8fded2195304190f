//! Values of generated types, without a word about what is in them.

use std::fmt;

use serde::de::value::{MapDeserializer, StrDeserializer, UnitDeserializer};
use serde::de::{self, Deserialize, Deserializer, IntoDeserializer, Visitor};

/// Some value of a type: it asks the type itself what members it has, and gives each a text that is
/// also a date, a zero, or nothing.
///
/// # Panics
/// The type takes none of these, which no generated type does.
pub fn sample<'de, T: Deserialize<'de>>() -> T {
    // A type that keeps members which it does not name asks for a map of any, and tells what it lacks
    // one by one.
    let mut members = Vec::new();
    loop {
        match T::deserialize(Sample(&members)) {
            Ok(value) => return value,
            Err(Unsupported::Lacks(member)) => {
                assert!(!members.contains(&member), "{member} was given");
                members.push(member);
            }
            Err(e) => panic!("a generated type takes sample values: {e}"),
        }
    }
}

const TEXT: &str = "2030-01-02T03:04:05.678Z";

#[derive(Debug)]
enum Unsupported {
    /// The map has not this member.
    Lacks(&'static str),
    Other(String),
}

impl fmt::Display for Unsupported {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Lacks(member) => write!(f, "there is no {member}"),
            Self::Other(why) => f.write_str(why),
        }
    }
}

impl std::error::Error for Unsupported {}

impl de::Error for Unsupported {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::Other(message.to_string())
    }

    fn missing_field(field: &'static str) -> Self {
        Self::Lacks(field)
    }
}

/// The members that a map of any members has.
#[derive(Clone, Copy)]
struct Sample<'m>(&'m [&'static str]);

impl IntoDeserializer<'_, Unsupported> for Sample<'_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

macro_rules! numbers {
    ($($method:ident => $visit:ident),+) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unsupported> {
            visitor.$visit(0)
        }
    )+};
}

impl<'de> Deserializer<'de> for Sample<'_> {
    type Error = Unsupported;

    numbers! {
        deserialize_u8 => visit_u8, deserialize_u16 => visit_u16, deserialize_u32 => visit_u32,
        deserialize_u64 => visit_u64, deserialize_i8 => visit_i8, deserialize_i16 => visit_i16,
        deserialize_i32 => visit_i32, deserialize_i64 => visit_i64
    }

    /// Where a type takes anything, such as a JSON value, an object.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unsupported> {
        visitor.visit_map(MapDeserializer::new(
            std::iter::empty::<(&str, Sample<'_>)>(),
        ))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unsupported> {
        let members = self.0.iter().map(|member| (*member, self));
        visitor.visit_map(MapDeserializer::new(members))
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unsupported> {
        visitor.visit_bool(false)
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unsupported> {
        visitor.visit_f64(0.0)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unsupported> {
        visitor.visit_f64(0.0)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unsupported> {
        StrDeserializer::new(TEXT).deserialize_any(visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unsupported> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unsupported> {
        UnitDeserializer::new().deserialize_option(visitor)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unsupported> {
        visitor.visit_seq(de::value::SeqDeserializer::new(std::iter::empty::<
            Sample<'_>,
        >()))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unsupported> {
        visitor.visit_map(MapDeserializer::new(
            fields.iter().map(|field| (*field, self)),
        ))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Unsupported> {
        visitor.visit_newtype_struct(self)
    }

    serde::forward_to_deserialize_any! {
        i128 u128 char bytes byte_buf unit unit_struct tuple tuple_struct enum identifier
        ignored_any
    }
}
