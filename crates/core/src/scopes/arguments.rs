//! The values that the parameters of a scope expression take in one call.

use std::collections::HashMap;
use std::fmt;

/// A value for a parameter of an [`Expression`](super::Expression).
///
/// Texts, numbers, lists of texts and booleans convert into it.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Argument {
    /// A text, for `<parameter>` within a scope.
    Text(String),
    /// Several texts, for `for … in … each`.
    List(Vec<String>),
    /// A condition, for `if … then … else`.
    Flag(bool),
}

impl Argument {
    pub(crate) fn kind(&self) -> ParameterKind {
        match self {
            Self::Text(_) => ParameterKind::Text,
            Self::List(_) => ParameterKind::List,
            Self::Flag(_) => ParameterKind::Flag,
        }
    }
}

/// What kind of value a parameter of an [`Expression`](super::Expression) takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ParameterKind {
    /// A text or a number.
    Text,
    /// A list of texts.
    List,
    /// A boolean.
    Flag,
}

impl fmt::Display for ParameterKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text => "a text",
            Self::List => "a list of texts",
            Self::Flag => "a boolean",
        })
    }
}

/// Values for the parameters of an [`Expression`](super::Expression), by name.
///
/// ```
/// use taskcluster_core::scopes::{Argument, Arguments};
///
/// let arguments = Arguments::new().with("runId", 0).with("routes", ["a", "b"]).with("private", true);
/// assert_eq!(arguments.get("runId"), Some(&Argument::Text("0".to_owned())));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arguments(HashMap<String, Argument>);

impl Arguments {
    /// No values yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a value; an earlier one of the same name is replaced.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl Into<Argument>) -> Self {
        self.0.insert(name.into(), value.into());
        self
    }

    /// Fills what has no value from other arguments.
    #[must_use]
    pub fn or(mut self, others: Self) -> Self {
        for (name, value) in others.0 {
            self.0.entry(name).or_insert(value);
        }
        self
    }

    /// The value of a parameter.
    pub fn get(&self, name: &str) -> Option<&Argument> {
        self.0.get(name)
    }
}

impl<K: Into<String>, V: Into<Argument>> FromIterator<(K, V)> for Arguments {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(values: I) -> Self {
        values
            .into_iter()
            .fold(Self::new(), |arguments, (name, value)| {
                arguments.with(name, value)
            })
    }
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Argument {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Argument {
    fn from(number: i64) -> Self {
        Self::Text(number.to_string())
    }
}

impl From<bool> for Argument {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl<S: Into<String>> From<Vec<S>> for Argument {
    fn from(list: Vec<S>) -> Self {
        list.into_iter().collect()
    }
}

impl<S: Into<String>, const N: usize> From<[S; N]> for Argument {
    fn from(list: [S; N]) -> Self {
        list.into_iter().collect()
    }
}

impl<S: Into<String>> FromIterator<S> for Argument {
    fn from_iter<I: IntoIterator<Item = S>>(list: I) -> Self {
        Self::List(list.into_iter().map(Into::into).collect())
    }
}
