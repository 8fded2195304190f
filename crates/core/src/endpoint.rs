//! What a reference says of one method of the API, as data.
//!
//! Generated code holds one [`Endpoint`] per method; everything that knows a method's route,
//! verb or options reads it from there.

use std::fmt;

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
}
