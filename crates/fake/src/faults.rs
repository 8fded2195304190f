//! Faults: what goes wrong with requests that a test has picked.

use std::collections::VecDeque;
use std::time::Duration;

use crate::http_types::Reply;

/// Something that goes wrong with a request.
///
/// ```
/// use taskcluster_fake::Fault;
///
/// let busy = Fault::status(503).header("retry-after", "1").body("<h1>overloaded</h1>");
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
    /// The request is handled after this time.
    Delay(Duration),
    /// The connection is reset, and no service sees the request.
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

    pub(crate) fn into_reply(self) -> Option<Reply> {
        match self {
            Self::Answer {
                status,
                headers,
                body,
            } => Some(Reply {
                status,
                headers,
                body: body.into_bytes(),
            }),
            _ => None,
        }
    }
}

/// The faults that are still to come.
#[derive(Debug, Default)]
pub(crate) struct Faults(VecDeque<Rule>);

/// How often a fault is still to happen. Which requests it is for would stand here too.
#[derive(Debug)]
struct Rule {
    left: usize,
    fault: Fault,
}

impl Faults {
    pub(crate) fn add(&mut self, times: usize, fault: Fault) {
        if times > 0 {
            self.0.push_back(Rule { left: times, fault });
        }
    }

    /// What goes wrong with the request that has just come.
    pub(crate) fn next(&mut self) -> Option<Fault> {
        let rule = self.0.front_mut()?;
        rule.left -= 1;
        let fault = rule.fault.clone();
        if rule.left == 0 {
            self.0.pop_front();
        }
        Some(fault)
    }
}
