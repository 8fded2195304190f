//! Faults: what goes wrong with requests that a test has picked.

use std::time::Duration;

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

/// How the bytes of an answer differ from what was meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Damage {
    #[default]
    None,
    /// An orderly end of the connection, too early.
    Closed,
    /// A reset of the connection.
    Reset,
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

    /// What becomes of the services' answer.
    pub(crate) fn spoil(&self, reply: &mut Reply) -> Damage {
        match self {
            Self::Truncate => return Damage::Closed,
            Self::ResetInBody => return Damage::Reset,
            Self::Oversize(spaces) => reply.body.resize(reply.body.len() + spaces, b' '),
            Self::ContentType(value) => {
                reply
                    .headers
                    .retain(|(name, _)| !name.eq_ignore_ascii_case("content-type"));
                reply
                    .headers
                    .push(("content-type".to_owned(), value.clone()));
            }
            _ => {}
        }
        Damage::None
    }
}
