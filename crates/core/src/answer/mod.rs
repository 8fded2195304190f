//! What comes back: answers, and all that can go wrong, each in a form that a program can act on.
//!
//! It knows nothing of requests, credentials or the ways in which calls are sent.

pub(crate) mod encoding;
pub(crate) mod error;
mod json;
pub(crate) mod operational;
pub(crate) mod response;
pub(crate) mod shown;
