//! One request and its answer: the fault that a test wants, or else the services; and the record.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use hyper::body::Incoming;
use hyper::header::{HeaderName, HeaderValue};
use hyper::{Request, Response};
use serde_json::json;
use taskcluster_core::slugid;
use time::OffsetDateTime;
use tokio::sync::{Notify, mpsc, oneshot, watch};
use tokio::time::{Instant, timeout_at};

use super::bell::Bell;
use super::body::{Payload, Source};
use super::incoming::{Body, Failure};
use super::router::{self, Found};
use super::socket::Flushes;
use super::{beside, dispatch, framework, transfer};
use crate::apis::Apis;
use crate::control::faults::{Damage, Fault};
use crate::control::record::{LOG_TARGET, RecordedRequest};
use crate::control::rules::Target;
use crate::http::types::{HttpRequest, MAX_PAYLOAD, Reply};
use crate::services::state::{Settings, State};
use crate::services::storage;

/// What the server's thread and the test's have in common.
pub(crate) struct Shared {
    pub(crate) apis: Arc<Apis>,
    pub(crate) settings: Settings,
    state: Mutex<State>,
    /// Wakes calls that wait for something to change.
    changed: Notify,
    /// How often something may have changed.
    changes: AtomicU64,
    /// Rung when something may have changed.
    pub(crate) bell: Bell,
    saved: watch::Sender<Saved>,
    outages: mpsc::UnboundedSender<Outage>,
}

/// What has become of the changes up to one of them.
#[derive(Clone, Copy)]
struct Saved {
    changes: u64,
    is_saved: bool,
}

/// An order to accept no connection for a time.
pub(crate) struct Outage {
    pub(crate) time: Duration,
    /// Told once the order is obeyed.
    pub(crate) begun: oneshot::Sender<()>,
}

impl Shared {
    pub(crate) fn new(
        apis: Arc<Apis>,
        settings: Settings,
        state: State,
        outages: mpsc::UnboundedSender<Outage>,
    ) -> Self {
        Self {
            apis,
            settings,
            state: Mutex::new(state),
            changed: Notify::new(),
            changes: AtomicU64::new(0),
            bell: Bell::default(),
            saved: watch::Sender::new(Saved {
                changes: 0,
                is_saved: true,
            }),
            outages,
        }
    }

    /// A call that failed midway leaves nothing worse than its own half-done change.
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Tells that something may have changed; returns the number of this change.
    pub(crate) fn wake(&self) -> u64 {
        let change = self.changes.fetch_add(1, Ordering::Relaxed) + 1;
        self.changed.notify_waiters();
        self.bell.ring();
        change
    }

    /// The number of the last change.
    pub(crate) fn changes(&self) -> u64 {
        self.changes.load(Ordering::Relaxed)
    }

    /// Tells what has become of the changes up to this one.
    pub(crate) fn tell_saved(&self, changes: u64, is_saved: bool) {
        self.saved.send_replace(Saved { changes, is_saved });
    }

    /// Whether a change is in the file with the state, once it has been tried.
    async fn is_saved(&self, change: u64) -> bool {
        let mut saved = self.saved.subscribe();
        let tried = saved.wait_for(|saved| saved.changes >= change).await;
        tried.is_ok_and(|saved| saved.is_saved)
    }

    async fn shut_for(&self, time: Duration) {
        let (begun, shut) = oneshot::channel();
        if self.outages.send(Outage { time, begun }).is_ok() {
            // Fails where the server stops at this moment, which is an outage too.
            let _ = shut.await;
        }
    }
}

/// Answers one request.
pub(crate) async fn serve(
    shared: Arc<Shared>,
    flushes: Flushes,
    request: Request<Incoming>,
) -> Result<Response<Payload>, Failure> {
    let (parts, body) = request.into_parts();
    let mut body = Body::new(body, shared.settings.read_timeout);
    let mut request = HttpRequest {
        method: parts.method.as_str().to_owned(),
        target: parts
            .uri
            .path_and_query()
            .map_or("/", |target| target.as_str())
            .to_owned(),
        headers: parts.headers,
        body: None,
        skew: time::Duration::ZERO,
    };
    if !is_upload(&request) {
        request.body = body.read(MAX_PAYLOAD).await?;
    }
    // Where both eras have a method on this path, the payload tells which one is meant: it is checked by
    // the schemas of both, which is not done twice.
    let found = router::find(&shared.apis, &request);
    let target = target(&found, &request);
    let fault = shared.state().faults.next(target);
    if let Some(time) = fault.as_ref().and_then(Fault::delay) {
        tokio::time::sleep(time).await;
    }
    request.skew = fault.as_ref().map(Fault::skew).unwrap_or_default();
    let answered = if fault.as_ref().is_some_and(Fault::is_silent) {
        if let Some(time) = fault.as_ref().and_then(Fault::outage) {
            shared.shut_for(time).await;
        }
        Err(Failure::Reset)
    } else {
        reply(&shared, &request, &found, body, target, fault.as_ref()).await
    };
    let change = shared.wake();
    let (mut reply, content) = answered.inspect_err(|_| record(&shared, &request, target, None))?;
    let must_last = shared.settings.in_step && !matches!(&*request.method, "GET" | "HEAD");
    if must_last && !shared.is_saved(change).await {
        reply = not_saved();
    }
    let mut damage = fault.as_ref().map(Fault::damage).unwrap_or_default();
    if matches!(target, Target::Upload) {
        damage = transfer::left_for_answer(damage);
    }
    let date = shared.state().clock.now().saturating_add(request.skew);
    let is_stored = matches!(target, Target::Upload | Target::Download);
    let is_streamed = !is_stored && framework::is_compressed(&reply);
    let content = content.unwrap_or_else(|| Source::Bytes(reply.body.into()));
    let mut body = Payload::new(content, damage, flushes);
    if is_streamed && damage == Damage::None {
        body = body.of_untold_length();
    }
    let own = beside::headers(&shared.apis, request.path(), is_stored);
    let response = response(&request, (reply.status, reply.headers), &own, body, date);
    let status = response.status().as_u16();
    record(&shared, &request, target, Some(status));
    Ok(response)
}

/// The answer where it is not sure that a change would outlive a crash.
fn not_saved() -> Reply {
    let message =
        "The state cannot be saved now; what was asked for may have been done all the same.";
    Reply::json(
        500,
        &json!({ "code": "InternalServerError", "message": message }),
    )
}

/// What is answered, and the body if that is stored content.
async fn reply(
    shared: &Arc<Shared>,
    request: &HttpRequest,
    found: &Found<'_>,
    mut body: Body,
    target: Target<'_>,
    fault: Option<&Fault>,
) -> Result<(Reply, Option<Source>), Failure> {
    let damage = fault.map(Fault::damage).unwrap_or_default();
    let (mut reply, content) = match (fault.and_then(Fault::answer), target) {
        (Some(reply), _) => {
            body.skip().await?;
            (reply, None)
        }
        (None, Target::Upload) => {
            let reply = transfer::upload(shared, request, body, damage).await?;
            (reply, None)
        }
        (None, Target::Download) if request.method == "OPTIONS" => (beside::preflight(), None),
        (None, Target::Download) => {
            let range = fault.map(Fault::range).unwrap_or_default();
            transfer::download(shared, request, range)
        }
        (None, Target::Method(_) | Target::Nothing) => {
            let reply = answer(shared, request, found).await;
            (framework::finish(&shared.apis, request, reply), None)
        }
    };
    if let Some(fault) = fault {
        fault.spoil(&mut reply);
    }
    Ok((reply, content))
}

/// The answer of the services, for which a call may have to wait.
async fn answer(shared: &Shared, request: &HttpRequest, found: &Found<'_>) -> Reply {
    // A wait that no clock can end has no end.
    let deadline = Instant::now().checked_add(shared.settings.claim_wait);
    let mut is_last = false;
    loop {
        // Listening begins before looking, so that no change is missed in between.
        let mut changed = std::pin::pin!(shared.changed.notified());
        changed.as_mut().enable();
        let answer = dispatch::answer(
            &shared.apis,
            &mut shared.state(),
            &shared.settings,
            request,
            found,
            is_last,
        );
        if let Some(reply) = answer {
            return reply;
        }
        is_last = match deadline {
            Some(deadline) => timeout_at(deadline, changed).await.is_err(),
            None => {
                changed.await;
                false
            }
        };
    }
}

fn response(
    request: &HttpRequest,
    (status, given): (u16, Vec<(String, String)>),
    of_path: &[(&'static str, &'static str)],
    body: Payload,
    date: OffsetDateTime,
) -> Response<Payload> {
    let mut response = Response::new(body);
    *response.status_mut() = hyper::StatusCode::from_u16(status).unwrap_or_default();
    let trace = request
        .header("x-taskcluster-trace-id")
        .unwrap_or_else(slugid::v4);
    let own = [
        ("date", httpdate::fmt_http_date(date.into())),
        ("x-for-request-id", slugid::v4()),
        ("x-for-trace-id", trace),
    ];
    let headers = response.headers_mut();
    for (name, value) in given {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(value)) {
            headers.append(name, value);
        }
    }
    for (name, value) in of_path {
        if !headers.contains_key(*name) {
            headers.insert(*name, HeaderValue::from_static(value));
        }
    }
    for (name, value) in own {
        if let (false, Ok(value)) = (headers.contains_key(name), HeaderValue::try_from(value)) {
            headers.insert(name, value);
        }
    }
    response
}

fn is_upload(request: &HttpRequest) -> bool {
    storage::object_name(request.path()).is_some() && request.method == "PUT"
}

/// What a request is for.
fn target<'a>(found: &Found<'a>, request: &HttpRequest) -> Target<'a> {
    match found {
        Found::Method(found) => Target::Method(found.method),
        Found::BadEscape(method, _) => Target::Method(method),
        Found::Nothing if is_upload(request) => Target::Upload,
        Found::Nothing if storage::object_name(request.path()).is_some() => Target::Download,
        Found::Nothing => Target::Nothing,
    }
}

fn record(shared: &Shared, request: &HttpRequest, target: Target<'_>, status: Option<u16>) {
    let method = match target {
        Target::Method(method) => Some(method),
        _ => None,
    };
    let record = RecordedRequest::new(request, method, status);
    log::info!(target: LOG_TARGET, "{record}");
    let state = &mut *shared.state();
    if shared.settings.recording {
        state.requests.push(record);
    } else {
        state.messages.clear();
        state.notifications.clear();
    }
}
