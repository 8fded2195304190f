//! What is told to those who watch calls through the facade `tracing`.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::json;
use taskcluster_client::hooks::types::TaskStatus;
use taskcluster_client::secrets::types::Secret;
use taskcluster_client::{
    AsyncClient, Call, Client, Credentials, Hooks, Queue, RetryPolicy, Secrets, logging,
};
use taskcluster_tests::{Colour, Scripted, Verbs as _, answer};
use time::OffsetDateTime;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

/// One test, since what is told is that of the whole process.
#[test]
fn calls_are_spans_and_attempts_events_without_secrets() {
    let everything = Everything::default();
    tracing::subscriber::set_global_default(everything.clone()).expect("the only one");
    examine::<Client>(&everything);
    examine::<AsyncClient>(&everything);
    trace_is_named_to_the_server::<Client>();
    trace_is_named_to_the_server::<AsyncClient>();
}

/// All that is told, in its order: of which span, the field, and its value.
type Told = Vec<(u64, String, String)>;

/// Keeps what has the library's target.
#[derive(Clone, Default)]
struct Everything {
    told: Arc<Mutex<Told>>,
    spans: Arc<AtomicU64>,
}

struct Fields<'a>(u64, &'a mut Told);

impl Visit for Fields<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.1
            .push((self.0, field.name().to_owned(), format!("{value:?}")));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.1
            .push((self.0, field.name().to_owned(), value.to_owned()));
    }
}

impl Subscriber for Everything {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == logging::TARGET
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let id = self.spans.fetch_add(1, Ordering::Relaxed) + 1;
        span.record(&mut Fields(id, &mut self.told.lock().expect("fields")));
        Id::from_u64(id)
    }

    fn record(&self, span: &Id, values: &Record<'_>) {
        let mut told = self.told.lock().expect("fields");
        values.record(&mut Fields(span.into_u64(), &mut told));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let parent = event.parent().map_or(0, Id::into_u64);
        let mut told = self.told.lock().expect("fields");
        told.push((
            parent,
            "level".to_owned(),
            event.metadata().level().to_string(),
        ));
        event.record(&mut Fields(parent, &mut told));
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

fn examine<C: Colour>(everything: &Everything) {
    everything.told.lock().expect("fields").clear();
    everything.spans.store(0, Ordering::Relaxed);
    let refused = r#"{"code": "InsufficientScopes", "message": "no"}"#;
    let json = "Content-Type: application/json\r\n";
    let server = Scripted::start([
        answer("503 Service Unavailable", "", "busy"),
        answer("200 OK", json, "{}"),
        answer("403 Forbidden", json, refused),
        answer(
            "303 See Other",
            "Location: https://store/x?sig=s1gned\r\n",
            "",
        ),
        answer("200 OK", json, "{}"),
    ]);
    let issuer = Credentials::new("issuer", "1ssuer-t0ken-0123456789");
    let now = OffsetDateTime::now_utc();
    let temporary = issuer.temporary(now, now + Duration::from_secs(600));
    let temporary = temporary.unnamed().expect("credentials");
    let builder = Client::builder(server.root_url())
        .credentials(temporary.clone())
        .retry(RetryPolicy::default().first_wait(Duration::ZERO));
    let client: C = C::build(builder).expect("a client");

    let secret = Secret::new(json!({ "key": "p4yload" }), now);
    let secrets = Secrets::new(&client);
    secrets
        .set("n", &secret)
        .send()
        .expect("the second attempt");
    secrets.get("n").send().expect_err("refused");
    let queue = Queue::new(&client);
    let artifact = queue.get_latest_artifact("t", "private/x");
    artifact.clone().send().expect("a redirect");
    let payload = json!({ "key": "p4yload" });
    let hook: Call<C, TaskStatus> =
        Hooks::new(&client).trigger_hook_with_token("g", "h", "h00k-t0ken", &payload);
    hook.send().expect("triggered");
    let url = artifact.signed_url(None).expect("a URL");
    let bewit = url.split("bewit=").nth(1).expect("signed").to_owned();

    let told = everything.told.lock().expect("fields").clone();
    let certificate = temporary
        .certificate()
        .expect("temporary")
        .as_json()
        .to_owned();
    let token = temporary.access_token();
    let secrets = [
        token,
        &certificate,
        &bewit,
        "1ssuer",
        "p4yload",
        "s1gned",
        "h00k-t0ken",
        "Hawk",
    ];
    for (_, name, value) in &told {
        for secret in secrets {
            assert!(!value.contains(secret), "{name} holds {secret}: {value}");
        }
        assert!(!value.contains('?'), "{name} has a query: {value}");
    }
    let of = |span: u64| {
        let of_span = told.iter().filter(|(of, _, _)| *of == span);
        let lines = of_span.map(|(_, name, value)| format!("{name}={value}"));
        lines.collect::<Vec<_>>()
    };
    let root = server.root_url();
    let port = root.rsplit(':').next().expect("a port");
    let wanted = [
        "otel.name=secrets.set",
        "otel.kind=client",
        "http.request.method=PUT",
        "server.address=127.0.0.1",
        &format!("server.port={port}"),
        &format!("url.full={root}/api/secrets/v1/secret/n"),
        "level=INFO",
        "message=attempt failed; another follows after a wait",
        "http.response.status_code=503",
        "error.type=503",
        "level=DEBUG",
        "message=attempt succeeded",
        "http.response.status_code=200",
        "http.request.resend_count=1",
        "http.response.status_code=200",
        "http.request.resend_count=1",
    ];
    assert_eq!(of(1), wanted);
    let refused = of(2).split_off(6);
    let wanted = [
        "level=WARN",
        "message=attempt failed, and the call with it",
        "http.response.status_code=403",
        "error.type=403",
        "http.response.status_code=403",
        "error.type=InsufficientScopes",
    ];
    assert_eq!(refused, wanted);
    assert_eq!(of(3).split_off(6)[2], "http.response.status_code=303");
    assert!(of(4)[5].ends_with("/hooks/g/h/trigger/…"), "{:?}", of(4));
    assert_eq!(of(5), [""; 0], "a signed URL is no call");
    assert_eq!(of(0), [""; 0], "no event is without its call");
}

fn trace_is_named_to_the_server<C: Colour>() {
    let pong = answer("200 OK", "Content-Type: application/json\r\n", "{}");
    let server = Scripted::start([pong.clone(), pong]);
    let client: C = C::build(Client::builder(server.root_url())).expect("a client");
    let traced = client.with_trace_id("7b1c-4f").expect("a trace ID");
    Queue::new(&traced).ping().send().expect("pong");
    Queue::new(&client).ping().send().expect("pong");
    let received = server.received();
    let told = received
        .iter()
        .map(|it| it.header("x-taskcluster-trace-id"));
    assert_eq!(told.collect::<Vec<_>>(), [Some("7b1c-4f"), None]);
    let long = "x".repeat(257);
    for odd in ["", "a b", "a\r\nb: c", "ä", &long] {
        let error = client.with_trace_id(odd).expect_err("odd").to_string();
        assert!(error.contains("a trace ID has 1 to 256 visible"), "{error}");
    }
}
