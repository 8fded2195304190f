//! What a call tells through the facade of the [`tracing`](https://docs.rs/tracing) crate, where the feature of that
//! name is on: a span, and an event in it for each attempt. Names are those of OpenTelemetry for clients of HTTP.
//!
//! It says what [`logging`](super::logging) says, under the same target: no header, token, query or payload.

use tracing::field::{Empty, display};
use tracing::{Level, Span};

use super::Verdict;
use super::logging::TARGET;
use crate::answer::error::{Error, Result, TransportFailure};
use crate::answer::response::Response;
use crate::request::Request;
use crate::request::root_url::RootUrl;

/// The span of a call, within the one that is current. What becomes of the call is filled in as attempts end.
pub(super) fn of_call(request: &Request, root: &RootUrl, host: &str, port: u16) -> Span {
    tracing::info_span!(
        target: TARGET,
        "taskcluster.call",
        "otel.name" = %request.label(),
        "otel.kind" = "client",
        "http.request.method" = request.method().as_str(),
        "server.address" = host,
        "server.port" = port,
        "url.full" = %request.shown_url(root),
        "http.response.status_code" = Empty,
        "http.request.resend_count" = Empty,
        "error.type" = Empty,
    )
}

/// What came of an attempt.
pub(super) struct Ended {
    status: Option<u16>,
    /// What kind of failure it was, where no answer came.
    failure: Option<&'static str>,
}

impl Ended {
    pub(super) fn of(outcome: &Result<Response, TransportFailure>) -> Self {
        match outcome {
            Ok(response) => Self {
                status: Some(response.status()),
                failure: None,
            },
            Err(failure) => Self {
                status: None,
                failure: Some(failure.name()),
            },
        }
    }

    /// An attempt has ended, and this follows from it.
    pub(super) fn tell(&self, span: &Span, attempts: u32, verdict: &Verdict) {
        let resent = Some(attempts.saturating_sub(1)).filter(|&count| count > 0);
        let refused = self.status.map(|status| status.to_string());
        let kind = match verdict {
            Verdict::Done(Ok(_)) => None,
            _ => self.failure.map(str::to_owned).or(refused),
        };
        let kind = kind.as_deref();
        macro_rules! event {
            ($level:expr, $message:literal) => {
                tracing::event!(
                    target: TARGET, parent: span, $level,
                    "http.response.status_code" = self.status,
                    "http.request.resend_count" = resent,
                    "error.type" = kind,
                    $message
                )
            };
        }
        match verdict {
            Verdict::Done(Ok(_)) => event!(Level::DEBUG, "attempt succeeded"),
            Verdict::Wait(_) => event!(Level::INFO, "attempt failed; another follows after a wait"),
            Verdict::Renew => event!(
                Level::INFO,
                "attempt failed; other credentials are asked for"
            ),
            Verdict::Done(Err(_)) => event!(Level::WARN, "attempt failed, and the call with it"),
        }
        let Verdict::Done(result) = verdict else {
            return;
        };
        span.record("http.response.status_code", self.status);
        span.record("http.request.resend_count", resent);
        // The server's own word says more than its status.
        let code = result.as_ref().err().and_then(Error::code);
        match (code, kind) {
            (Some(code), _) => span.record("error.type", display(crate::shown_name(code))),
            (None, kind) => span.record("error.type", kind),
        };
    }
}
