//! Faults: what goes wrong with requests that a test has picked.

use std::time::Duration;

use crate::http::errors::storage_error;
use crate::http::types::Reply;

/// Something that goes wrong with a request.
///
/// ```
/// use taskcluster_fake::Fault;
///
/// let busy = Fault::status(503).header("retry-after", "1").body("<h1>overloaded</h1>");
/// let elsewhere = Fault::redirect("https://example.com/");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fault {
    /// This is answered, and no service sees the request. A header that HTTP does not allow is
    /// left out.
    Answer {
        /// The HTTP status.
        status: u16,
        /// Names and values of headers.
        headers: Vec<(String, String)>,
        /// The body.
        body: String,
    },
    /// The request is handled, and the connection closes in the middle of the answer's body.
    Truncate,
    /// The request is handled, and the connection is reset in the middle of the answer's body.
    ResetInBody,
    /// The request is handled, and the answer's body goes on with this many spaces, which JSON
    /// allows and few clients want.
    Oversize(usize),
    /// The connection closes once so many bytes of the body have passed: those of the request,
    /// where it is an upload, otherwise those of the answer. Of an upload nothing is kept, unless
    /// it has no more bytes than these; then it is kept, and the answer is lost.
    CutAt(u64),
    /// As [`CutAt`](Self::CutAt), and the connection is reset rather than closed. What a client has
    /// not read by then may never reach it.
    ResetAt(u64),
    /// The request is handled, and the answer's `content-length` tells of so many bytes, whatever
    /// there are: the body ends there, or the connection closes before.
    Length(u64),
    /// The request is handled, and the answer's body lacks its last bytes, so many, without a sign of
    /// it: `content-length` tells of what is left. By this a compressed body is cut.
    Shorten(u64),
    /// All bits of the byte at this place of the body are turned over: of the request, where it is an
    /// upload, otherwise of the answer.
    Corrupt(u64),
    /// The body passes with so many bytes in a second: that of the request, where it is an upload,
    /// otherwise that of the answer. With 0 it never comes, and the connection stays open.
    Trickle(u64),
    /// A download is answered with everything, whatever range was asked for.
    IgnoreRange,
    /// A download is answered with a range that begins so many bytes later than asked for, or earlier
    /// where this is negative; `content-range` tells what it is.
    ShiftRange(i64),
    /// The request is handled, and the answer has this header, in place of what it would say there.
    Header {
        /// The header's name, such as `etag` or `content-range`.
        name: String,
        /// Its value. One that HTTP does not allow is left out.
        value: String,
    },
    /// The request is handled, and the answer has this content type.
    ContentType(String),
    /// The request is handled after this time.
    Delay(Duration),
    /// The connection is reset, and no service sees the request.
    Reset,
    /// The connection is reset, no service sees the request, and for this time nothing listens
    /// at the port: new connections are refused. Those that are open stay open.
    Refuse(Duration),
    /// The server's clock is off by so many seconds, behind where negative: by it the signature is
    /// judged and the header `date` written. What the services do is dated rightly. Half a century
    /// is the most.
    Skew(i64),
}

/// Half a century, give or take.
const MAX_SKEW: time::Duration = time::Duration::days(50 * 365);

/// How the bytes of a body differ from what was meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Damage {
    #[default]
    None,
    /// They break off at this place; in the middle, where it is not given.
    Cut { at: Option<u64>, is_reset: bool },
    /// There are said to be so many.
    Length(u64),
    /// There are so many less.
    Shorten(u64),
    /// The one at this place is another.
    Corrupt(u64),
    /// So many pass in a second.
    Trickle(u64),
}

/// How a range is misunderstood.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum RangeFault {
    #[default]
    None,
    /// It is not looked at.
    Ignored,
    /// The answer begins so many bytes later, or earlier where this is negative.
    Shifted(i64),
}

impl Fault {
    /// An answer with this status and nothing else.
    pub fn status(status: u16) -> Self {
        Self::Answer {
            status,
            headers: Vec::new(),
            body: String::new(),
        }
    }

    /// An answer with this status and a page of HTML, as proxies and login pages give it.
    pub fn html(status: u16) -> Self {
        Self::status(status)
            .header("content-type", "text/html; charset=utf-8")
            .body("<!DOCTYPE html>\n<title>Not what you asked for</title>\n")
    }

    /// A redirect to another place.
    pub fn redirect(url: &str) -> Self {
        Self::status(302).header("location", url)
    }

    /// A refusal for having asked too often, with the seconds to wait.
    pub fn too_many(retry_after: u64) -> Self {
        Self::status(429).header("retry-after", &retry_after.to_string())
    }

    /// A refusal as storage gives it where the time of a signed URL is over.
    pub fn expired_url() -> Self {
        Self::status(403)
            .header("content-type", "application/xml")
            .body(&storage_error("AccessDenied"))
    }

    /// Adds a header, if this is an answer.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        if let Self::Answer { headers, .. } = &mut self {
            headers.push((name.to_owned(), value.to_owned()));
        }
        self
    }

    /// Sets the body, if this is an answer.
    #[must_use]
    pub fn body(mut self, text: &str) -> Self {
        if let Self::Answer { body, .. } = &mut self {
            text.clone_into(body);
        }
        self
    }

    /// What is answered in place of the services.
    pub(crate) fn answer(&self) -> Option<Reply> {
        match self {
            Self::Answer {
                status,
                headers,
                body,
            } => Some(Reply {
                status: *status,
                headers: headers.clone(),
                body: body.clone().into_bytes(),
            }),
            _ => None,
        }
    }

    /// How long the request waits before it is handled.
    pub(crate) fn delay(&self) -> Option<Duration> {
        match self {
            Self::Delay(time) => Some(*time),
            _ => None,
        }
    }

    /// Whether there is no answer at all.
    pub(crate) fn is_silent(&self) -> bool {
        matches!(self, Self::Reset | Self::Refuse(_))
    }

    /// For how long no new connection is accepted.
    pub(crate) fn outage(&self) -> Option<Duration> {
        match self {
            Self::Refuse(time) => Some(*time),
            _ => None,
        }
    }

    /// How far the clock is off.
    pub(crate) fn skew(&self) -> time::Duration {
        match self {
            // Within dates that can be written.
            Self::Skew(seconds) => time::Duration::seconds(*seconds).clamp(-MAX_SKEW, MAX_SKEW),
            _ => time::Duration::ZERO,
        }
    }

    /// How a range is misunderstood.
    pub(crate) fn range(&self) -> RangeFault {
        match self {
            Self::IgnoreRange => RangeFault::Ignored,
            Self::ShiftRange(by) => RangeFault::Shifted(*by),
            _ => RangeFault::None,
        }
    }

    /// What becomes of the bytes of a body.
    pub(crate) fn damage(&self) -> Damage {
        let cut = |at, is_reset| Damage::Cut { at, is_reset };
        match self {
            Self::Truncate => cut(None, false),
            Self::ResetInBody => cut(None, true),
            Self::CutAt(at) => cut(Some(*at), false),
            Self::ResetAt(at) => cut(Some(*at), true),
            Self::Length(length) => Damage::Length(*length),
            Self::Shorten(bytes) => Damage::Shorten(*bytes),
            Self::Corrupt(at) => Damage::Corrupt(*at),
            Self::Trickle(rate) => Damage::Trickle(*rate),
            _ => Damage::None,
        }
    }

    /// What becomes of the services' answer, but for the bytes of its body.
    pub(crate) fn spoil(&self, reply: &mut Reply) {
        match self {
            Self::Oversize(spaces) => reply.body.resize(reply.body.len() + spaces, b' '),
            Self::ContentType(value) => replace_header(reply, "content-type", value),
            Self::Header { name, value } => replace_header(reply, name, value),
            _ => {}
        }
    }
}

fn replace_header(reply: &mut Reply, name: &str, value: &str) {
    reply
        .headers
        .retain(|(other, _)| !other.eq_ignore_ascii_case(name));
    reply.headers.push((name.to_owned(), value.to_owned()));
}
