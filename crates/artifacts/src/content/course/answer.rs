//! What follows from the head of an answer.

use sha2::{Digest as _, Sha256};
use taskcluster_core::exchange::{Moment, retry_after, status_is_retryable};
use taskcluster_core::{Response, shown_url};

use super::{Course, Opened, Step};
use crate::content::heads::{self, Encoding};
use crate::content::location::joined;
use crate::content::place::Place;
use crate::error::{Error, Result};

/// The most redirects of one request.
const MAX_REDIRECTS: usize = 10;

impl Course {
    /// Judges the head of an answer.
    pub(crate) fn opened(&mut self, head: &Response, moment: Moment) -> Result<Opened> {
        self.terms.floor.begin();
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
}
