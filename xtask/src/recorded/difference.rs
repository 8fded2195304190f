//! Answers, and what can be different about them.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::Value;

/// An answer, whoever gave it.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The status.
    pub status: u16,
    /// The headers, by their names in small letters.
    pub headers: BTreeMap<String, String>,
    /// JSON where the answer says that it is some, a text otherwise.
    pub body: Value,
}

/// What is different.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The status.
    Status,
    /// A header.
    Header,
    /// The error's code.
    Code,
    /// Members, the kind of a value, the form of a date, the length of a list.
    Shape,
    /// What an error or a page says.
    Message,
    /// Another value.
    Value,
}

impl Kind {
    /// All kinds, in their order.
    pub const ALL: [Self; 6] = [
        Self::Status,
        Self::Header,
        Self::Code,
        Self::Shape,
        Self::Message,
        Self::Value,
    ];
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Status => "status",
            Self::Header => "header",
            Self::Code => "code",
            Self::Shape => "shape",
            Self::Message => "message",
            Self::Value => "value",
        })
    }
}

/// One thing that is different.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What kind of thing.
    pub kind: Kind,
    /// Where it is, and what is there.
    pub what: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.kind, self.what)
    }
}
