//! The life of one transfer from a storage to here, without I/O: what is next, and what follows from an answer,
//! a piece, an end or a failure.
//!
//! ```text
//! Ask ──located──▶ Open ──opened──▶ Read ──ended──▶ Done
//!  ▲                ▲ ▲               │
//!  │                │ └──redirect     │ broke, too slow, cut short
//!  └──── Pause ◀────┴─────────────────┘
//! ```
//!
//! What has come counts as come: after a failure the rest is asked for (`Range`), if it is certain that it is
//! the rest of the same content (`If-Range` with a strong tag, or a hash that will tell). Where it is not, or
//! the server knows no ranges, the transfer begins again: from nothing where whoever takes the bytes
//! can forget them, otherwise by passing over as many bytes as were handed on, which must hash to the same.

mod answer;
mod failure;
mod terms;

use std::ops::Range;
use std::time::Duration;

use sha2::{Digest as _, Sha256};
use taskcluster_core::exchange::Moment;
use taskcluster_core::{Method, Transfer};

use super::digest::Expected;
use super::heads::Encoding;
use super::place::{Place, StorageType};
use super::progress::Progress;
use crate::error::{Error, Mismatch, Result};

pub(crate) use terms::{Opened, Part, Step, Terms};

/// An attempt that brought so many bytes was worth it: failures are counted from one again.
const WORTH_IT: u64 = 1024 * 1024;

pub(crate) struct Course {
    terms: Terms,
    step: Step,
    after_pause: Step,
    place: Option<Place>,
    /// Whether a request was sent to the place that was asked for last, so that it may have expired.
    tried: bool,
    /// The URL of the next request, and those that led to it.
    url: String,
    seen: Vec<String>,
    /// So many bytes were handed on, from the beginning of what is wanted.
    position: u64,
    /// So many bytes of this answer were handed on already.
    skip: u64,
    /// What is still to come of this answer.
    left: Option<u64>,
    total: Option<u64>,
    validator: Option<String>,
    encoding: Encoding,
    ranges: bool,
    /// Whether the server is told that the content is wanted unpacked, if it packs it itself.
    plain: bool,
    failures: u32,
    attempts: u32,
    brought: u64,
    was_begun_again: bool,
    /// Of what was handed on, where that cannot be forgotten, and of what is passed over.
    handed: Sha256,
    passed: Sha256,
}

impl Course {
    pub(crate) fn new(terms: Terms) -> Self {
        let part = terms.part.as_ref();
        let (total, validator) = part.map_or((None, None), |part| {
            (Some(part.total), part.validator.clone())
        });
        Self {
            step: Step::Ask,
            after_pause: Step::Open,
            place: None,
            tried: false,
            url: String::new(),
            seen: Vec::new(),
            position: 0,
            skip: 0,
            left: None,
            total,
            validator,
            encoding: Encoding::Identity,
            ranges: true,
            plain: false,
            failures: 0,
            attempts: 0,
            brought: 0,
            was_begun_again: false,
            handed: Sha256::new(),
            passed: Sha256::new(),
            terms,
        }
    }

    pub(crate) fn step(&self) -> Step {
        self.step.clone()
    }

    /// What the bytes, as they are stored, must hash to.
    pub(crate) fn expected(&self) -> Vec<Expected> {
        let of_place = self.place.iter().flat_map(|place| &place.hashes);
        of_place.chain(&self.terms.expected).cloned().collect()
    }

    pub(crate) fn encoding(&self) -> &Encoding {
        &self.encoding
    }

    pub(crate) fn place(&self) -> Option<&Place> {
        self.place.as_ref()
    }

    pub(crate) fn validator(&self) -> Option<&str> {
        self.validator.as_deref()
    }

    /// Whether the server does not say that it has no ranges.
    pub(crate) fn has_ranges(&self) -> bool {
        self.ranges
    }

    pub(crate) fn total(&self) -> Option<u64> {
        self.total
    }

    pub(crate) fn position(&self) -> u64 {
        self.position
    }

    pub(crate) fn storage(&self) -> StorageType {
        self.place
            .as_ref()
            .map_or(StorageType::Unknown, |place| place.storage)
    }

    pub(crate) fn progress(&self) -> Progress {
        Progress {
            bytes: self.position,
            total: self.total,
            attempt: self.attempts,
        }
    }

    /// Takes note of where the content is.
    pub(crate) fn located(&mut self, place: Place) {
        self.url.clone_from(&place.url);
        self.seen.clear();
        self.tried = false;
        self.place = Some(place);
        self.step = Step::Open;
    }

    /// The request for what is still to come.
    pub(crate) fn request(&mut self) -> Result<Transfer> {
        self.attempts += 1;
        self.seen.push(self.url.clone());
        let mut request = Transfer::new(Method::Get, &self.url)?;
        let accepted = if self.plain { "identity" } else { "gzip" };
        request = request.header("accept-encoding", accepted)?;
        if let Some(range) = self.range() {
            request = request.header("range", &range)?;
            if let Some(validator) = &self.validator {
                request = request.header("if-range", validator)?;
            }
        }
        Ok(request)
    }

    fn range(&self) -> Option<String> {
        match &self.terms.part {
            Some(part) => {
                let first = part.range.start + self.position;
                Some(format!("bytes={first}-{}", part.range.end - 1))
            }
            None if self.position > 0 && self.resumes() => {
                Some(format!("bytes={}-", self.position))
            }
            None => None,
        }
    }

    /// Whether the rest can be asked for.
    fn resumes(&self) -> bool {
        self.ranges && (self.validator.is_some() || !self.expected().is_empty())
    }

    /// The place of the next byte that is wanted.
    fn next_byte(&self) -> u64 {
        let begin = self.terms.part.as_ref().map_or(0, |part| part.range.start);
        begin + self.position
    }

    /// Takes note of a piece that came after such a wait; returns what of it is to be handed on.
    pub(crate) fn piece(
        &mut self,
        bytes: &[u8],
        waited: Duration,
        moment: Moment,
    ) -> Result<Range<usize>> {
        let mut length = bytes.len() as u64;
        if let Some(left) = &mut self.left {
            // No more counts than was announced.
            length = length.min(*left);
            *left -= length;
        }
        let passed = self.skip.min(length);
        self.skip -= passed;
        let (begin, end) = (passed as usize, length as usize);
        if !self.terms.rewinds {
            self.passed.update(&bytes[..begin]);
            if passed > 0
                && self.skip == 0
                && self.passed.clone().finalize() != self.handed.clone().finalize()
            {
                return Err(self.ended_by(None, "the content has changed on the way"));
            }
            self.handed.update(&bytes[begin..end]);
        }
        self.position += length - passed;
        self.brought += length - passed;
        if self.brought >= WORTH_IT {
            self.failures = 0;
        }
        if self.left != Some(0) && !self.terms.floor.holds(length, waited) {
            self.fail(None, "it comes too slowly", None, moment)?;
        }
        Ok(begin..end)
    }

    /// Takes note of the end of a body.
    pub(crate) fn ended(&mut self, moment: Moment) -> Result<()> {
        let wanted = match &self.terms.part {
            Some(part) => Some(part.range.end - part.range.start),
            None => self.total,
        };
        if self.left.is_some_and(|left| left > 0) {
            return self.fail(None, "the connection was closed too early", None, moment);
        }
        if self.skip > 0 {
            return Err(self.ended_by(None, "the content has changed on the way"));
        }
        if wanted.is_some_and(|wanted| self.position < wanted) {
            // A part that is shorter than what was asked for is no fault, unless it brings nothing.
            return self.fail(None, "less came than was asked for", None, moment);
        }
        self.total = self.total.or(Some(self.position));
        self.step = Step::Done;
        Ok(())
    }

    /// Whether what came is as long as the server of the API says.
    pub(crate) fn check_length(&self) -> Result<()> {
        match self.place.as_ref().and_then(|place| place.length) {
            Some(length) if length != self.position => Err(Error::Mismatch(Mismatch {
                what: "length",
                expected: length.to_string(),
                found: self.position.to_string(),
            })),
            _ => Ok(()),
        }
    }
}
