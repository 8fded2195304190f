//! What a reference says of one method of the API, as data.
//!
//! Generated code holds one [`Endpoint`] per method; everything that knows a method's route,
//! verb or options reads it from there.

use std::fmt;

use crate::scopes::StaticExpression;

/// An HTTP verb that the API uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Method {
    /// `GET`
    Get,
    /// `HEAD`
    Head,
    /// `POST`
    Post,
    /// `PUT`
    Put,
    /// `PATCH`
    Patch,
    /// `DELETE`
    Delete,
}

impl Method {
    /// The verb in capitals.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Head => "HEAD",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What a method answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Output {
    /// Nothing; a body, if there is one, means nothing.
    Empty,
    /// JSON.
    Json,
    /// A redirect to the thing that was asked for.
    Redirect,
    /// Bytes with a content type.
    Blob,
}

/// What comes of a call that is made once more although it was carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Repeat {
    /// Nothing more: the same state, the same answer, or an error that changes nothing.
    Harmless,
    /// Something is done a second time (a mail, an instance, a claim), or what the first answer gave
    /// is lost. Such a call is tried again only where the server certainly did not act.
    Harmful,
}

/// Which servers have a thing of the API: those of 2018, those of today, or both.
///
/// The references of this project are those of Taskcluster of December 2018 and of today. Much that
/// the former have went in 2019, with the services and clouds that it was about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Era {
    /// Servers until 2019.
    Classic,
    /// Servers of today.
    Today,
    /// All servers, or all that the references tell of.
    Both,
}

/// One method of the API of one service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// The service, such as `queue`.
    pub service: &'static str,
    /// The version of the service's API, such as `v1`.
    pub version: &'static str,
    /// The API's own name of the method, such as `listTaskGroup`.
    pub name: &'static str,
    /// The verb.
    pub method: Method,
    /// The path under the API of the service, with the arguments as `<name>`.
    pub route: &'static str,
    /// The path arguments, in the order in which the API lists them.
    pub args: &'static [&'static str],
    /// The query options that the method takes.
    pub query: &'static [&'static str],
    /// Whether the method takes a payload.
    pub input: bool,
    /// What the method answers.
    pub output: Output,
    /// What comes of a call that is made once more although it was carried out.
    pub repeat: Repeat,
    /// Which servers have the method.
    pub era: Era,
    /// The scopes that a caller needs; none, where anybody may call.
    pub scopes: Option<StaticExpression>,
    /// How parameters of the scopes that are neither arguments nor members of the payload follow
    /// from those.
    pub derived: &'static [(&'static str, Derived)],
}

/// How a parameter of a scope expression follows from what the caller gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Derived {
    /// A text: this one.
    Text(&'static str),
    /// A text: that of another parameter.
    Same(&'static str),
    /// A list: without items.
    NoItems,
    /// A list: the text of another parameter alone.
    Only(&'static str),
    /// A list: the names of the payload's members.
    Members,
    /// A list: all texts up to that of another parameter; all there are, if it is none of them.
    UpTo(&'static str, &'static [&'static str]),
    /// A condition: another parameter is one of these, or is not given.
    IsOneOf(&'static str, &'static [&'static str]),
    /// A condition: another parameter does not begin like this.
    BeginsOtherwise(&'static str, &'static str),
    /// A condition: the payload has this member.
    Has(&'static str),
}
