//! Building blocks of the generated types.
//!
//! A deployment may be newer than these crates. So an enum keeps a value that it does not know,
//! and a choice between several shapes keeps a value that fits none of them.

mod shown;

use serde::de::{DeserializeOwned, Error};
use serde::{Deserialize, Deserializer};
pub use serde_json::Value;
#[doc(hidden)]
pub use shown::{is_secret, shown};

/// A JSON object with members that no schema names.
pub type Object = serde_json::Map<String, Value>;

/// Defines an enum of texts: each variant stands for one, and `Unrecognized` keeps any other.
///
/// ```
/// taskcluster_core::string_enum! {
///     /// The state of a light.
///     pub enum Light {
///         /// It shines.
///         On = "on",
///         /// It does not.
///         Off = "off",
///     }
/// }
/// assert_eq!(Light::from("on"), Light::On);
/// assert_eq!(serde_json::to_string(&Light::Off)?, r#""off""#);
/// assert_eq!(serde_json::from_str::<Light>(r#""dimmed""#)?.as_str(), "dimmed");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! string_enum {
    ($(#[$meta:meta])* pub enum $name:ident {
        $($(#[$variant_meta:meta])* $variant:ident = $text:literal,)+
    }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$variant_meta])* $variant,)+
            /// A value that this version of the crate does not know, as it was received.
            Unrecognized(String),
        }

        impl $name {
            /// The value as the API writes it.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)+
                    Self::Unrecognized(text) => text,
                }
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                match text {
                    $($text => Self::$variant,)+
                    _ => Self::Unrecognized(text.to_owned()),
                }
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self::from(text.as_str())
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                $crate::json::text(from)
            }
        }
    };
}

/// Defines a choice between objects that one member tells apart.
///
/// The member that tells them apart is not a field of the variants' types: the enum writes and
/// reads it. `Unrecognized` keeps an object with another value of it.
///
/// ```
/// use serde::{Deserialize, Serialize};
///
/// #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
/// pub struct Circle { pub radius: f64 }
///
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
        #[derive(Clone, PartialEq, ::serde::Serialize)]
        #[serde(tag = $tag)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$variant_meta])* #[serde(rename = $text)] $variant($type),)+
            /// An object of a kind that this version of the crate does not know.
            #[serde(untagged)]
            Unrecognized($crate::json::Value),
        }

        $($crate::from_variant!($name::$variant($type));)+
        $crate::debug_of_variants!($name { $($variant,)+ });

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
        #[derive(Clone, PartialEq, ::serde::Serialize)]
        #[serde(untagged)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$variant_meta])* $variant($type),)+
            /// A value that fits no shape that this version of the crate knows.
            Unrecognized($crate::json::Value),
        }

        $crate::debug_of_variants!($name { $($variant,)+ });

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

#[doc(hidden)]
pub fn text<'de, D: Deserializer<'de>, T: From<String>>(from: D) -> Result<T, D::Error> {
    String::deserialize(from).map(T::from)
}

#[doc(hidden)]
pub fn read<T: DeserializeOwned, E: Error>(value: Value) -> Result<T, E> {
    serde_json::from_value(value).map_err(E::custom)
}
