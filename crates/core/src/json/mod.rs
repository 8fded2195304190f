//! Building blocks of the generated types.
//!
//! A deployment may be newer than these crates. So an enum keeps a value that it does not know,
//! and a choice between several shapes keeps a value that fits none of them.

#[doc(hidden)]
pub mod kept;
#[doc(hidden)]
pub mod members;
mod shown;
mod texts;

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde::{Serialize, de};
pub use serde_json::Value;
#[doc(hidden)]
pub use shown::{is_secret, shown};
#[doc(hidden)]
pub use texts::unknown;

/// A JSON object with members that no schema names.
pub type Object = serde_json::Map<String, Value>;

/// Defines a choice between objects that one member tells apart.
///
/// The member that tells them apart is not a field of the variants' types: the enum writes and
/// reads it. `Unrecognized` keeps an object with another value of it.
///
/// ```
/// #[derive(Clone, Debug, PartialEq)]
/// pub struct Circle { pub radius: f64 }
///
/// taskcluster_core::members! {
///     Circle { 0 radius = "radius": required, }
/// }
/// taskcluster_core::tagged_union! {
///     /// A shape.
///     pub enum Shape by "kind" {
///         /// A round one.
///         Circle(Circle) = "circle",
///     }
/// }
/// let circle = Shape::Circle(Circle { radius: 2.0 });
/// let json = r#"{"kind":"circle","radius":2.0}"#;
/// assert_eq!(serde_json::to_string(&circle)?, json);
/// assert_eq!(serde_json::from_str::<Shape>(json)?, circle);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! tagged_union {
    ($(#[$meta:meta])* pub enum $name:ident by $tag:literal {
        $($(#[$variant_meta:meta])* $variant:ident($type:ty) = $text:literal,)+
    }) => {
        $(#[$meta])*
        #[derive(Clone, PartialEq)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$variant_meta])* $variant($type),)+
            /// An object of a kind that this version of the crate does not know.
            Unrecognized($crate::json::Value),
        }

        $($crate::from_variant!($name::$variant($type));)+
        $crate::debug_of_variants!($name { $($variant,)+ });

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(value) => $crate::json::members::write_tagged(value, $tag, $text, to),)+
                    Self::Unrecognized(value) => ::serde::Serialize::serialize(value, to),
                }
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let value = <$crate::json::Value as ::serde::Deserialize>::deserialize(from)?;
                match value.get($tag).and_then($crate::json::Value::as_str) {
                    $(Some($text) => $crate::json::read(value).map(Self::$variant),)+
                    _ => Ok(Self::Unrecognized(value)),
                }
            }
        }
    };
}

/// Defines a choice between shapes that only their form tells apart; the first that fits is taken.
///
/// ```
/// taskcluster_core::untagged_union! {
///     /// One name or several.
///     pub enum Names {
///         /// One.
///         One(String),
///         /// Several.
///         Several(Vec<String>),
///     }
/// }
/// let names: Names = serde_json::from_str(r#"["a", "b"]"#)?;
/// assert_eq!(names, Names::Several(vec!["a".into(), "b".into()]));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! untagged_union {
    ($(#[$meta:meta])* pub enum $name:ident {
        $($(#[$variant_meta:meta])* $variant:ident($type:ty),)+
    }) => {
        $(#[$meta])*
        #[derive(Clone, PartialEq)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$variant_meta])* $variant($type),)+
            /// A value that fits no shape that this version of the crate knows.
            Unrecognized($crate::json::Value),
        }

        $crate::debug_of_variants!($name { $($variant,)+ });

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(value) => ::serde::Serialize::serialize(value, to),)+
                    Self::Unrecognized(value) => ::serde::Serialize::serialize(value, to),
                }
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let value = <$crate::json::Value as ::serde::Deserialize>::deserialize(from)?;
                $(if let Ok(known) = <$type as ::serde::Deserialize>::deserialize(&value) {
                    return Ok(Self::$variant(known));
                })+
                Ok(Self::Unrecognized(value))
            }
        }
    };
}

/// Lets a variant's content stand where the union is wanted.
#[doc(hidden)]
#[macro_export]
macro_rules! from_variant {
    ($name:ident::$variant:ident($type:ty)) => {
        impl From<$type> for $name {
            fn from(value: $type) -> Self {
                Self::$variant(value)
            }
        }
    };
}

/// `Debug` of a choice; what is kept of an unknown one is shown without secrets.
#[doc(hidden)]
#[macro_export]
macro_rules! debug_of_variants {
    ($name:ident { $($variant:ident,)+ }) => {
        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                match self {
                    $(Self::$variant(value) => {
                        f.debug_tuple(stringify!($variant)).field(value).finish()
                    })+
                    Self::Unrecognized(value) => f
                        .debug_tuple("Unrecognized")
                        .field(&$crate::json::shown(value))
                        .finish(),
                }
            }
        }
    };
}

/// A member of an answer as a request takes it. What does not fit there goes to the members that
/// no schema names, so that it is sent as it came.
#[doc(hidden)]
pub fn fitting<T: DeserializeOwned>(
    member: impl Serialize,
    name: &str,
    others: &mut BTreeMap<String, Value>,
) -> Option<T> {
    let value = serde_json::to_value(member).ok()?;
    let fitting = serde_json::from_value(value.clone()).ok();
    if fitting.is_none() && !value.is_null() {
        others.insert(name.to_owned(), value);
    }
    fitting
}

/// Reads a form of a choice.
#[doc(hidden)]
pub fn read<T: DeserializeOwned, E: de::Error>(value: Value) -> Result<T, E> {
    serde_json::from_value(value).map_err(E::custom)
}
