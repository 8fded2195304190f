//! Objects as generated types read and write them.
//!
//! What serde derives for a type would be compiled anew for each of several hundred. So a type says
//! here which members it has and how each is `kept`, and the rest stands once, below.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor,
};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// Reads and writes a struct as an object: each field with its number, its member and the module of
/// `kept` that says how it is kept; `and` names the field with all other members, if there is one.
///
/// ```
/// use std::collections::BTreeMap;
///
/// #[derive(Debug, PartialEq)]
/// pub struct Lamp {
///     pub is_on: bool,
///     pub colour: Option<String>,
///     pub others: BTreeMap<String, u64>,
/// }
///
/// taskcluster_core::members! {
///     Lamp and others {
///         0 is_on = "isOn": required,
///         1 colour = "colour": optional,
///     }
/// }
/// let json = r#"{"isOn":true,"watts":60}"#;
/// let lamp: Lamp = serde_json::from_str(json)?;
/// assert_eq!((lamp.is_on, &lamp.colour, lamp.others["watts"]), (true, &None, 60));
/// assert_eq!(serde_json::to_string(&lamp)?, json);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! members {
    ($name:ident $(and $others:ident)? {
        $($number:literal $field:ident = $member:literal: $kept:ident,)*
    }) => {
        impl $crate::json::members::Members for $name {
            const NAME: &'static str = stringify!($name);
            const NAMES: &'static [&'static str] = &[$($member),*];

            fn read<'de, A: ::serde::de::MapAccess<'de>>(mut from: A) -> Result<Self, A::Error> {
                $(let mut $field = None;)*
                let mut others = $crate::members!(@others $($others)?);
                while let Some(number) =
                    $crate::json::members::next(&mut from, Self::NAMES, &mut others)?
                {
                    match number {
                        $($number => {
                            $crate::json::members::take(&mut $field, &mut from, $member)?;
                        })*
                        _ => {}
                    }
                }
                Ok(Self {
                    $($field: $crate::json::kept::$kept::read($field, $member)?,)*
                    $($others: others,)?
                })
            }

            fn write<T: $crate::json::members::Target>(&self, to: &mut T) -> Result<(), T::Error> {
                $($crate::json::kept::$kept::write(&self.$field, to, $member)?;)*
                $($crate::json::members::others(&self.$others, to)?;)?
                Ok(())
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                $crate::json::members::write(self, to)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                $crate::json::members::read(from)
            }
        }
    };
    (@others) => {
        $crate::json::members::Ignored
    };
    (@others $others:ident) => {
        ::std::collections::BTreeMap::new()
    };
}

/// A type that is an object in JSON.
pub trait Members: Sized {
    /// What errors call it.
    const NAME: &'static str;
    /// The members that have fields.
    const NAMES: &'static [&'static str];

    /// Reads it member by member.
    fn read<'de, A: MapAccess<'de>>(from: A) -> Result<Self, A::Error>;

    /// Writes the members that are there.
    fn write<T: Target>(&self, to: &mut T) -> Result<(), T::Error>;
}

/// Where members are written to.
pub trait Target {
    type Error;

    fn member<V: Serialize + ?Sized>(&mut self, name: &str, value: &V) -> Result<(), Self::Error>;
}

impl<M: SerializeMap> Target for M {
    type Error = M::Error;

    fn member<V: Serialize + ?Sized>(&mut self, name: &str, value: &V) -> Result<(), M::Error> {
        self.serialize_entry(name, value)
    }
}

/// How many members there are, for formats that say so first.
struct Count(usize);

impl Target for Count {
    type Error = Infallible;

    fn member<V: Serialize + ?Sized>(&mut self, _: &str, _: &V) -> Result<(), Infallible> {
        self.0 += 1;
        Ok(())
    }
}

/// What becomes of members that have no field.
pub trait Others<'de> {
    /// Whether their names are asked for.
    const KEPT: bool;

    fn take<A: MapAccess<'de>>(&mut self, name: String, from: &mut A) -> Result<(), A::Error>;
}

/// They are passed over.
pub struct Ignored;

impl<'de> Others<'de> for Ignored {
    const KEPT: bool = false;

    fn take<A: MapAccess<'de>>(&mut self, _: String, from: &mut A) -> Result<(), A::Error> {
        from.next_value::<IgnoredAny>().map(drop)
    }
}

impl<'de, V: Deserialize<'de>> Others<'de> for BTreeMap<String, V> {
    const KEPT: bool = true;

    fn take<A: MapAccess<'de>>(&mut self, name: String, from: &mut A) -> Result<(), A::Error> {
        self.insert(name, from.next_value()?);
        Ok(())
    }
}

/// Reads an object.
pub fn read<'de, M: Members, D: Deserializer<'de>>(from: D) -> Result<M, D::Error> {
    from.deserialize_struct(M::NAME, M::NAMES, Whole(PhantomData))
}

struct Whole<M>(PhantomData<M>);

impl<'de, M: Members> Visitor<'de> for Whole<M> {
    type Value = M;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object, {}", M::NAME)
    }

    fn visit_map<A: MapAccess<'de>>(self, from: A) -> Result<M, A::Error> {
        M::read(from)
    }
}

/// The name of a member: the number of its field, or the name itself where it has none.
struct Name {
    known: &'static [&'static str],
    is_kept: bool,
}

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Result<usize, String>;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Self::Value, D::Error> {
        from.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Name {
    type Value = Result<usize, String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a member")
    }

    fn visit_str<E>(self, name: &str) -> Result<Self::Value, E> {
        let number = self.known.iter().position(|known| *known == name);
        Ok(number.ok_or_else(|| match self.is_kept {
            true => name.to_owned(),
            false => String::new(),
        }))
    }
}

/// The number of the next member that has a field; what comes before goes to the others.
pub fn next<'de, A: MapAccess<'de>, O: Others<'de>>(
    from: &mut A,
    known: &'static [&'static str],
    others: &mut O,
) -> Result<Option<usize>, A::Error> {
    let is_kept = O::KEPT;
    while let Some(name) = from.next_key_seed(Name { known, is_kept })? {
        match name {
            Ok(number) => return Ok(Some(number)),
            Err(name) => others.take(name, from)?,
        }
    }
    Ok(None)
}

/// Reads a value, which may come once.
pub fn take<'de, V: Deserialize<'de>, A: MapAccess<'de>>(
    slot: &mut Option<V>,
    from: &mut A,
    member: &'static str,
) -> Result<(), A::Error> {
    if slot.is_some() {
        return Err(A::Error::duplicate_field(member));
    }
    *slot = Some(from.next_value()?);
    Ok(())
}

/// Writes an object.
pub fn write<M: Members, S: Serializer>(value: &M, to: S) -> Result<S::Ok, S::Error> {
    let mut count = Count(0);
    let Ok(()) = value.write(&mut count);
    let mut map = to.serialize_map(Some(count.0))?;
    value.write(&mut map)?;
    map.end()
}

/// Writes an object of a choice with the member that tells it apart, which comes first.
pub fn write_tagged<M: Members, S: Serializer>(
    value: &M,
    tag: &'static str,
    text: &str,
    to: S,
) -> Result<S::Ok, S::Error> {
    let mut count = Untagged { tag, to: Count(1) };
    let Ok(()) = value.write(&mut count);
    let mut to = to.serialize_map(Some(count.to.0))?;
    to.serialize_entry(tag, text)?;
    let mut members = Untagged { tag, to };
    value.write(&mut members)?;
    members.to.end()
}

/// Leaves out what a caller may have put among the members without a field: the tag is the choice's to say.
struct Untagged<T> {
    tag: &'static str,
    to: T,
}

impl<T: Target> Target for Untagged<T> {
    type Error = T::Error;

    fn member<V: Serialize + ?Sized>(&mut self, name: &str, value: &V) -> Result<(), T::Error> {
        if name == self.tag {
            return Ok(());
        }
        self.to.member(name, value)
    }
}

/// Writes the members that have no field.
pub fn others<V: Serialize, T: Target>(
    others: &BTreeMap<String, V>,
    to: &mut T,
) -> Result<(), T::Error> {
    let mut others = others.iter();
    others.try_for_each(|(name, value)| to.member(name, value))
}

#[cfg(test)]
mod tests {
    use time::OffsetDateTime;

    #[derive(Debug, PartialEq)]
    struct Run {
        id: u64,
        ended: Option<OffsetDateTime>,
        began: OffsetDateTime,
        reason: Option<String>,
    }

    crate::members! {
        Run {
            0 id = "runId": required,
            1 ended = "ended": optional_date,
            2 began = "began": date,
            3 reason = "reason": nullable,
        }
    }

    #[derive(Clone, Debug, PartialEq)]
    pub struct Note {
        text: String,
        others: std::collections::BTreeMap<String, serde_json::Value>,
    }

    crate::members! {
        Note and others {
            0 text = "text": required,
        }
    }

    crate::tagged_union! {
        /// A choice.
        pub enum Message by "kind" {
            /// A note.
            Note(Note) = "note",
        }
    }

    #[test]
    fn the_tag_of_a_choice_is_written_once() {
        let note = Note {
            text: "a".to_owned(),
            others: [
                ("kind".to_owned(), "other".into()),
                ("z".to_owned(), 1.into()),
            ]
            .into(),
        };
        let json = serde_json::to_string(&Message::Note(note)).expect("JSON");
        assert_eq!(json, r#"{"kind":"note","text":"a","z":1}"#);
    }

    const BEGAN: &str = r#""began":"1970-01-01T00:00:00.000Z""#;

    fn read(members: &str) -> Result<Run, String> {
        serde_json::from_str(&format!("{{{members}}}")).map_err(|e| e.to_string())
    }

    #[test]
    fn what_may_be_missing_or_null_is_nothing() {
        let run = Run {
            id: 1,
            ended: None,
            began: OffsetDateTime::UNIX_EPOCH,
            reason: None,
        };
        for members in [
            r#""runId":1"#,
            r#""runId":1,"ended":null,"reason":null,"more":[{"runId":2}]"#,
        ] {
            assert_eq!(read(&format!("{members},{BEGAN}")).as_ref(), Ok(&run));
        }
        let json = serde_json::to_string(&run).expect("JSON");
        assert_eq!(json, format!("{{\"runId\":1,{BEGAN},\"reason\":null}}"));
    }

    #[test]
    fn what_is_missing_twice_or_no_object_is_named() {
        let refused = |members: &str| read(members).expect_err("a wrong object");
        assert!(refused(BEGAN).starts_with("missing field `runId`"));
        assert!(refused(r#""runId":1"#).starts_with("missing field `began`"));
        assert!(refused(r#""runId":1,"runId":1"#).starts_with("duplicate field `runId`"));
        let e = serde_json::from_str::<Run>("[1]").expect_err("a list");
        let wanted = "invalid type: sequence, expected an object, Run";
        assert!(e.to_string().starts_with(wanted), "{e}");
    }
}
