//! Enums of texts.

use crate::answer::error::RequestError;
use crate::answer::shown::shown_name;

/// Defines an enum of texts: each variant stands for one, and `Unrecognized` keeps any other.
///
/// A text becomes a value on purpose only: a misspelled one is an error of `parse`, where it is not
/// made by `unrecognized`.
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
/// assert_eq!("on".parse(), Ok(Light::On));
/// assert_eq!(Light::On, "on");
/// assert_eq!(serde_json::to_string(&Light::Off)?, r#""off""#);
/// assert_eq!(serde_json::from_str::<Light>(r#""dimmed""#)?, Light::unrecognized("dimmed"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! string_enum {
    ($(#[$meta:meta])* pub enum $name:ident {
        $($(#[$variant_meta:meta])* $variant:ident = $text:literal,)+
    }) => {
        $(#[$meta])*
        ///
        /// Values are ordered as they are listed here.
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

            /// A value that a server may know although this version of the crate does not. It is
            /// not checked. A text that is known gives its own variant.
            pub fn unrecognized(text: impl Into<String>) -> Self {
                let text = text.into();
                Self::known(&text).unwrap_or(Self::Unrecognized(text))
            }

            fn known(text: &str) -> Option<Self> {
                match text {
                    $($text => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = $crate::RequestError;

            /// Reads a value as the API writes it. One that this version of the crate does not know
            /// is an error that lists the known ones.
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::known(text)
                    .ok_or_else(|| $crate::json::unknown(stringify!($name), text, &[$($text),+]))
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, text: &str) -> bool {
                self.as_str() == text
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, text: &&str) -> bool {
                self.as_str() == *text
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
                let text = <String as ::serde::Deserialize>::deserialize(from)?;
                Ok(Self::unrecognized(text))
            }
        }
    };
}

/// A text that is no known value of an enum.
pub fn unknown(name: &str, text: &str, known: &[&str]) -> RequestError {
    let text = shown_name(text);
    let known = known.join("`, `");
    RequestError::new(format!(
        "{text:?} is no known {name}: give one of `{known}`, \
         or use `{name}::unrecognized` if the server knows it"
    ))
}

#[cfg(test)]
mod tests {
    crate::string_enum! {
        /// The state of a light.
        pub enum Light {
            /// It shines.
            On = "on",
            /// It does not.
            Off = "off",
        }
    }

    #[test]
    fn an_unknown_text_is_a_value_on_purpose_only() {
        let error = "dimed\n".parse::<Light>().expect_err("an unknown text");
        assert_eq!(
            error.to_string(),
            r#""dimed\n" is no known Light: give one of `on`, `off`, "#.to_owned()
                + "or use `Light::unrecognized` if the server knows it"
        );
        let dimmed = Light::unrecognized("dimmed");
        assert_eq!(dimmed, Light::Unrecognized("dimmed".to_owned()));
        assert!(dimmed == "dimmed" && dimmed != *"on");
    }

    #[test]
    fn a_known_text_is_its_variant_however_it_is_made() {
        assert_eq!("off".parse(), Ok(Light::Off));
        assert_eq!(Light::unrecognized("off"), Light::Off);
        assert_eq!(
            serde_json::from_str::<Light>(r#""off""#).ok(),
            Some(Light::Off)
        );
    }

    #[test]
    fn values_are_ordered_as_they_are_listed() {
        let mut lights = [Light::unrecognized("a"), Light::Off, Light::On];
        lights.sort();
        assert_eq!(lights, ["on", "off", "a"]);
    }
}
