//! What a transfer is told beforehand, and what it says is to be done.

use std::ops::Range;
use std::time::Duration;

use taskcluster_core::RetryPolicy;

use crate::content::digest::Expected;
use crate::content::floor::Floor;

/// What is to be done next.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Step {
    /// Ask where the content is: [`Course::located`].
    Ask,
    /// Send the request: [`Course::opened`] or [`Course::broke`].
    Open,
    /// Read the body: [`Course::piece`], [`Course::ended`] or [`Course::broke`].
    Read,
    /// Wait, then tell [`Course::waited`].
    Pause(Duration),
    /// All has come.
    Done,
}

/// What is to be done with the body of an answer.
#[derive(Debug, PartialEq)]
pub(crate) enum Opened {
    /// It is the content, or the rest of it.
    Content,
    /// It is the content from its beginning, and what came before is to be forgotten.
    Afresh,
    /// It is nothing.
    Drop,
    /// It says why there is nothing more to hope for: [`Course::refused`].
    Refusal,
}

/// What a transfer is told beforehand.
#[derive(Clone)]
pub(crate) struct Terms {
    pub(crate) policy: RetryPolicy,
    pub(crate) floor: Floor,
    /// Whether bytes that were handed on can be forgotten.
    pub(crate) rewinds: bool,
    pub(crate) as_stored: bool,
    /// What the caller knows of the content.
    pub(crate) expected: Vec<Expected>,
    /// Which part is wanted; all of it where there is none.
    pub(crate) part: Option<Part>,
}

/// A part of content that was begun elsewhere.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    pub(crate) range: Range<u64>,
    pub(crate) total: u64,
    pub(crate) validator: Option<String>,
}
