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

use std::ops::Range;
use std::time::Duration;

use sha2::{Digest as _, Sha256};
use taskcluster_core::exchange::{Moment, retry_after, status_is_retryable};
use taskcluster_core::{Method, Response, RetryPolicy, Transfer, TransportFailure, shown_url};

use super::digest::Expected;
use super::floor::Floor;
use super::heads::{self, Encoding};
use super::location::{check, joined};
use super::place::{Place, StorageType};
use super::progress::Progress;
use crate::error::{Error, Mismatch, Result, TransferError};

/// An attempt that brought so many bytes was worth it: failures are counted from one again.
const WORTH_IT: u64 = 1024 * 1024;

/// The most redirects of one request.
const MAX_REDIRECTS: usize = 10;

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

    /// The time that is left for all of it.
    pub(crate) fn time_left(&self, elapsed: Duration) -> Result<Option<Duration>> {
        let Some(deadline) = self.terms.policy.deadline_limit() else {
            return Ok(None);
        };
        match deadline.checked_sub(elapsed) {
            Some(left) if !left.is_zero() => Ok(Some(left)),
            _ => Err(self.over(&TransportFailure::deadline(deadline))),
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

    /// Judges the head of an answer.
    pub(crate) fn opened(&mut self, head: &Response, moment: Moment) -> Result<Opened> {
        self.floor_begins();
        match head.status() {
            200 | 203 if self.terms.part.is_some() => {
                let why = "the content has changed, or the server has no ranges";
                Err(self.ended_by(Some(head.status()), why))
            }
            200 | 203 => self.whole(head),
            206 => self.rest(head, moment),
            301 | 302 | 303 | 307 | 308 => self.redirected(head),
            416 if self.range().is_some() && self.terms.part.is_none() => {
                self.ranges = false;
                self.fail(Some(416), "the server has no such range", None, moment)?;
                Ok(Opened::Drop)
            }
            // What worked or could have worked before does not any more.
            400 | 401 | 403 | 410 if self.tried && self.is_renewable() => {
                let status = Some(head.status());
                self.place = None;
                self.fail(status, "the URL is not valid any more", None, moment)?;
                Ok(Opened::Drop)
            }
            status if status_is_retryable(status) => {
                let asked = retry_after(head, moment.now);
                self.tried = true;
                self.fail(Some(status), "", asked, moment)?;
                Ok(Opened::Drop)
            }
            _ => Ok(Opened::Refusal),
        }
    }

    fn floor_begins(&mut self) {
        self.terms.floor.begin();
    }

    fn is_renewable(&self) -> bool {
        self.place.as_ref().is_some_and(Place::is_renewable)
    }

    fn whole(&mut self, head: &Response) -> Result<Opened> {
        let encoding = heads::encoding(head);
        if let (Encoding::Other(name), false) = (&encoding, self.terms.as_stored) {
            return Err(Error::refused(format!(
                "the content is packed by {name:?}, which is not unpacked here; take it `as_stored`"
            )));
        }
        let is_afresh = self.position > 0 || self.attempts > 1;
        if self.terms.rewinds {
            self.position = 0;
        } else if self.position > 0 && encoding != self.encoding {
            return Err(self.ended_by(None, "the content has changed on the way"));
        }
        self.skip = self.position;
        self.passed = Sha256::new();
        self.left = heads::length(head);
        self.total = self.left;
        self.validator = heads::validator(head);
        self.encoding = encoding;
        self.ranges &= !heads::refuses_ranges(head);
        self.reads();
        match is_afresh && self.position == 0 {
            true => Ok(Opened::Afresh),
            false => Ok(Opened::Content),
        }
    }

    fn rest(&mut self, head: &Response, moment: Moment) -> Result<Opened> {
        let range = heads::content_range(head).filter(|_| self.range().is_some());
        let is_ours = |range: &heads::ContentRange| {
            range.first == self.next_byte()
                && (range.total.is_none() || self.total.is_none() || range.total == self.total)
        };
        let tag = heads::validator(head);
        let is_same = tag.is_none() || self.validator.is_none() || tag == self.validator;
        let Some(range) = range.filter(is_ours).filter(|_| is_same) else {
            self.ranges = false;
            self.fail(
                Some(206),
                "the part that came is not the one that was asked for",
                None,
                moment,
            )?;
            return Ok(Opened::Drop);
        };
        if self.position == 0 {
            self.encoding = heads::encoding(head);
        }
        self.skip = 0;
        self.left = Some(range.last - range.first + 1);
        self.total = self.total.or(range.total);
        self.reads();
        Ok(Opened::Content)
    }

    fn reads(&mut self) {
        self.tried = true;
        self.step = Step::Read;
    }

    fn redirected(&mut self, head: &Response) -> Result<Opened> {
        let Some(location) = head.headers().get("location") else {
            return Ok(Opened::Refusal);
        };
        let url = joined(&self.url, location)?;
        if self.seen.contains(&url) || self.seen.len() > MAX_REDIRECTS {
            let url = shown_url(&url);
            return Err(Error::refused(format!(
                "the way to the content leads in a circle: again to {url}"
            )));
        }
        self.url = url;
        self.step = Step::Open;
        Ok(Opened::Drop)
    }

    /// Ends the transfer by what the body of a refusal says.
    pub(crate) fn refused(&self, head: &Response, body: &[u8]) -> Error {
        self.ended_by(Some(head.status()), &heads::words(body))
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

    /// Takes note of a failure on the way.
    pub(crate) fn broke(&mut self, failure: &TransportFailure, moment: Moment) -> Result<()> {
        self.tried = true;
        if failure.is_lasting() {
            return Err(self.over(failure));
        }
        self.fail(None, &failure.to_string(), None, moment)
    }

    pub(crate) fn waited(&mut self) {
        self.step = self.after_pause.clone();
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

    /// Asks once more for content of which nothing has been handed on.
    pub(crate) fn reopen(&mut self) {
        if let Some(place) = &self.place {
            self.url.clone_from(&place.url);
            self.seen.clear();
            self.step = Step::Open;
        }
    }

    /// Begins again, once, because what came is not what was promised.
    pub(crate) fn again(&mut self, problem: Error) -> Result<()> {
        if self.was_begun_again || !self.terms.rewinds || self.terms.part.is_some() {
            return Err(problem);
        }
        self.was_begun_again = true;
        // Something on the way may have packed it.
        self.plain = true;
        self.position = 0;
        (self.total, self.validator) = (None, None);
        self.step = Step::Ask;
        Ok(())
    }

    /// Waits and tries again, if the policy has another try.
    fn fail(
        &mut self,
        status: Option<u16>,
        why: &str,
        retry_after: Option<Duration>,
        moment: Moment,
    ) -> Result<()> {
        self.failures += 1;
        self.brought = 0;
        let Moment {
            elapsed, random, ..
        } = moment;
        let wait = self
            .terms
            .policy
            .wait(self.failures, elapsed, random, retry_after);
        let Some(wait) = wait else {
            let mut error = self.transfer_error(status, why);
            error.lasts = false;
            return Err(Error::Transfer(error));
        };
        self.after_pause = match &self.place {
            Some(place) => {
                self.url.clone_from(&place.url);
                Step::Open
            }
            None => Step::Ask,
        };
        self.seen.clear();
        self.step = Step::Pause(wait);
        Ok(())
    }

    fn ended_by(&self, status: Option<u16>, why: &str) -> Error {
        Error::Transfer(self.transfer_error(status, why))
    }

    fn over(&self, failure: &TransportFailure) -> Error {
        Error::Transfer(TransferError::of(&self.host(), self.attempts, failure))
    }

    fn transfer_error(&self, status: Option<u16>, why: &str) -> TransferError {
        TransferError {
            host: self.host(),
            status,
            attempts: self.attempts,
            why: why.to_owned(),
            lasts: true,
        }
    }

    fn host(&self) -> String {
        let rest = self.url.split_once("://").map_or("", |(_, rest)| rest);
        rest.split(['/', '?']).next().unwrap_or_default().to_owned()
    }
}

/// Refuses a place that the caller does not want, or that nothing protects.
pub(crate) fn admit(place: &Place, root: &str, only_stored: bool) -> Result<()> {
    if only_stored && place.storage == StorageType::Reference {
        let url = shown_url(&place.url);
        return Err(Error::refused(format!(
            "the artifact is a reference to {url}, and only what Taskcluster stores is wanted"
        )));
    }
    check(root, &place.url)
}
