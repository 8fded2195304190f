//! One request and its answer: the fault that a test wants, or else the services; and the record.

use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use hyper::body::Incoming;
use hyper::{Request, Response};
use taskcluster_core::slugid;
use tokio::sync::Notify;
use tokio::time::{Instant, timeout_at};

use crate::apis::Apis;
use crate::body::{self, Payload};
use crate::call;
use crate::faults::Fault;
use crate::http_types::{HttpRequest, Reply};
use crate::record::RecordedRequest;
use crate::router::{self, Found};
use crate::state::{Settings, State};

/// Why there is no answer.
#[derive(Debug)]
pub(crate) enum Failure {
    /// A test wants the connection to be reset.
    Reset,
    /// The request did not come whole.
    Request(hyper::Error),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Reset => f.write_str("the connection is reset, as the test wants it"),
            Self::Request(e) => e.fmt(f),
        }
    }
}

impl std::error::Error for Failure {}

/// What the server's thread and the test's have in common.
pub(crate) struct Shared {
    pub(crate) apis: &'static Apis,
    pub(crate) settings: Settings,
    state: Mutex<State>,
    /// Wakes calls that wait for something to change.
    changed: Notify,
}

impl Shared {
    pub(crate) fn new(apis: &'static Apis, settings: Settings, state: State) -> Self {
        Self {
            apis,
            settings,
            state: Mutex::new(state),
            changed: Notify::new(),
        }
    }

    /// A call that failed midway leaves nothing worse than its own half-done change.
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn wake(&self) {
        self.changed.notify_waiters();
    }
}

/// Answers one request.
pub(crate) async fn serve(
    shared: Arc<Shared>,
    request: Request<Incoming>,
) -> Result<Response<Payload>, Failure> {
    let (parts, body) = request.into_parts();
    let request = HttpRequest {
        method: parts.method.as_str().to_owned(),
        target: parts
            .uri
            .path_and_query()
            .map_or("/", |target| target.as_str())
            .to_owned(),
        headers: parts.headers,
        body: body::read(body).await.map_err(Failure::Request)?,
    };
    let fault = shared.state().faults.next();
    if let Some(Fault::Delay(time)) = &fault {
        tokio::time::sleep(*time).await;
    }
    if fault == Some(Fault::Reset) {
        record(&shared, &request, None);
        return Err(Failure::Reset);
    }
    let truncated = fault == Some(Fault::Truncate);
    let reply = match fault.and_then(Fault::into_reply) {
        Some(reply) => reply,
        None => answer(&shared, &request).await,
    };
    let response = response(&request, reply, truncated);
    record(&shared, &request, Some(response.status().as_u16()));
    shared.wake();
    Ok(response)
}

/// The answer of the services, for which a call may have to wait.
async fn answer(shared: &Shared, request: &HttpRequest) -> Reply {
    let deadline = Instant::now() + shared.settings.claim_wait;
    let mut is_last = false;
    loop {
        // Listening begins before looking, so that no change is missed in between.
        let mut changed = std::pin::pin!(shared.changed.notified());
        changed.as_mut().enable();
        let answer = call::answer(
            shared.apis,
            &mut shared.state(),
            &shared.settings,
            request,
            is_last,
        );
        if let Some(reply) = answer {
            return reply;
        }
        is_last = timeout_at(deadline, changed).await.is_err();
    }
}

fn response(request: &HttpRequest, reply: Reply, truncated: bool) -> Response<Payload> {
    let mut response = if truncated {
        Response::new(Payload::truncated(reply.body))
    } else {
        Response::new(Payload::whole(reply.body))
    };
    *response.status_mut() = hyper::StatusCode::from_u16(reply.status).unwrap_or_default();
    let trace = request
        .header("x-taskcluster-trace-id")
        .unwrap_or_else(slugid::v4);
    let own = [
        ("x-for-request-id", slugid::v4()),
        ("x-for-trace-id", trace),
    ];
    let own = own.map(|(name, value)| (name.to_owned(), value));
    for (name, value) in reply.headers.into_iter().chain(own) {
        let name = hyper::header::HeaderName::try_from(name);
        let value = hyper::header::HeaderValue::try_from(value);
        if let (Ok(name), Ok(value)) = (name, value) {
            response.headers_mut().append(name, value);
        }
    }
    response
}

fn record(shared: &Shared, request: &HttpRequest, status: Option<u16>) {
    let method = match router::find(shared.apis, &request.method, request.path()) {
        Found::Method(method, _) | Found::BadEscape(method, _) => Some(method),
        Found::Nothing => None,
    };
    let method = method.map(|method| (method.service.as_str(), method.name.as_str()));
    shared
        .state()
        .requests
        .push(RecordedRequest::new(request, method, status));
}
