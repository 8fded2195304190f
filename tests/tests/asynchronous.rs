//! What only an asynchronous client can do: many calls at once, calls that are dropped, streams.

use std::io::Write as _;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use flate2::Compression;
use flate2::write::GzEncoder;
use futures_util::future::{Either, join_all, select};
use futures_util::{FutureExt as _, StreamExt as _, TryStreamExt as _};
use taskcluster_client::exchange::Attempt;
use taskcluster_client::{
    AsyncClient, BoxFuture, Credentials, Error, Headers, HttpSettings, HyperTransport, Queue,
    RequestError, Response, Result, RetryPolicy, Secrets, Transport, TransportFailure,
};
use taskcluster_tests::{Act, Scripted, answer};
use tokio::runtime::{Builder, Runtime};
use tokio::time::sleep;

fn client(server: &Scripted) -> AsyncClient {
    let builder = AsyncClient::builder(server.root_url()).retry(RetryPolicy::none());
    builder.build_async().expect("a client")
}

fn page(names: &str, token: &str) -> Act {
    answer(
        "200 OK",
        "",
        format!(r#"{{"secrets": [{names}], "continuationToken": "{token}"}}"#),
    )
}

#[test]
fn futures_can_move_between_threads() {
    fn movable<T: Send>(value: T) -> T {
        value
    }
    let client = AsyncClient::builder("https://tc.example.com")
        .build_async()
        .expect("a client");
    let queue = Queue::new(&client);
    let call = queue.list_task_group("t");
    drop(movable(call.clone().send()));
    drop(movable(call.clone().into_future()));
    drop(movable(call.clone().raw()));
    drop(movable(call.clone().response()));
    let (mut pages, mut items) = (call.clone().pages(), call.clone().items());
    drop(movable(pages.next()));
    drop(movable(items.next()));
    drop(movable(call.clone().pages().into_stream()));
    drop(movable(call.items().into_stream()));
}

#[tokio::test]
async fn fifty_calls_are_in_flight_at_once() {
    // No call is answered before all have arrived.
    let text = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".to_owned();
    let server = Scripted::start([Act::SendTogether(text, 50)]);
    let queue = Queue::new(&client(&server));
    let answers = join_all((0..50).map(|_| queue.ping().send())).await;
    assert!(answers.iter().all(Result::is_ok), "{answers:?}");
}

/// The lines of all requests so far.
fn lines(server: &Scripted) -> Vec<String> {
    server.received().into_iter().map(|r| r.line).collect()
}

/// Has a future polled until something has come, and drops it before it is ready.
async fn given_up(future: impl Future, until: impl Future) {
    match select(pin!(future), pin!(until)).await {
        Either::Left(_) => panic!("it is ready"),
        Either::Right(_) => {}
    }
}

/// Waits until so many requests have come in.
async fn asked(server: &Scripted, times: usize) {
    while server.received().len() < times {
        sleep(Duration::from_millis(1)).await;
    }
}

#[tokio::test]
async fn a_dropped_future_loses_no_page_and_leaves_the_client_usable() {
    let server = Scripted::start([
        page(r#""a", "b""#, "t1"),
        Act::Silence(Duration::from_secs(20)),
        page(r#""c""#, ""),
        answer("200 OK", "", "{}"),
    ]);
    let client = client(&server);
    let secrets = Secrets::new(&client);
    let mut items = secrets.list().items();
    assert_eq!(items.next().await.expect("an item").expect("good"), "a");
    drop(items.next());
    assert_eq!(items.next().await.expect("an item").expect("good"), "b");
    given_up(items.next(), asked(&server, 2)).await;
    assert_eq!(items.next().await.expect("an item").expect("good"), "c");
    assert!(items.next().await.is_none());
    Queue::new(&client).ping().send().await.expect("a ping");
    let lines = lines(&server);
    assert_eq!(lines[1], lines[2], "the same page is asked for again");
}

#[tokio::test]
async fn a_stream_goes_on_where_nobody_waited_any_longer() {
    let slow = "HTTP/1.1 200 OK\r\nContent-Length: 18\r\n\r\n{\"secrets\": [\"b\"]}";
    let server = Scripted::start([
        page(r#""a""#, "t1"),
        Act::Trickle(slow.to_owned(), Duration::from_millis(40)),
    ]);
    let secrets = Secrets::new(&client(&server));
    let mut items = pin!(secrets.list().items().into_stream());
    assert_eq!(items.next().await.expect("an item").expect("good"), "a");
    given_up(items.next(), asked(&server, 2)).await;
    assert_eq!(items.next().await.expect("an item").expect("good"), "b");
    assert!(items.next().await.is_none());
    assert_eq!(server.received().len(), 2, "the call was still under way");
}

#[tokio::test]
async fn a_dropped_wait_between_attempts_ends_the_call() {
    let busy = "Retry-After: 20\r\n";
    let server = Scripted::start([
        page(r#""a""#, "t1"),
        answer("503 Service Unavailable", busy, ""),
        page(r#""b""#, ""),
        answer("200 OK", "", "{}"),
    ]);
    let wrapped = Wrapped::default();
    let waits = Arc::clone(&wrapped.waits);
    let builder = AsyncClient::builder(server.root_url()).transport(wrapped);
    let client = builder.build_async().expect("a client");
    let secrets = Secrets::new(&client);
    let mut items = secrets.list().items();
    assert_eq!(items.next().await.expect("an item").expect("good"), "a");
    let waiting = async {
        while waits.load(Ordering::Relaxed) == 0 {
            sleep(Duration::from_millis(1)).await;
        }
        // This runtime does all else that can be done before it looks at the time.
        sleep(Duration::from_millis(1)).await;
    };
    given_up(items.next(), waiting).await;
    assert_eq!(items.next().await.expect("an item").expect("good"), "b");
    assert!(items.next().await.is_none());
    Queue::new(&client).ping().send().await.expect("a ping");
    let lines = lines(&server);
    assert_eq!((lines.len(), &lines[1]), (4, &lines[2]));
    assert_eq!(server.connections(), 1, "the connection is kept");
}

#[tokio::test]
async fn pages_and_items_are_streams() {
    let script = || [page(r#""a", "b""#, "t1"), page(r#""c""#, "")];
    let server = Scripted::start(script());
    let secrets = Secrets::new(&client(&server));
    let items: Vec<String> = secrets
        .list()
        .items()
        .into_stream()
        .try_collect()
        .await
        .expect("all");
    assert_eq!(items, ["a", "b", "c"]);

    let server = Scripted::start(script());
    let secrets = Secrets::new(&client(&server));
    let pages: Vec<_> = secrets.list().pages().into_stream().collect().await;
    assert_eq!(pages.len(), 2);
}

/// An HTTP stack that needs no runtime: its answers are ready, and so is what it waits for.
struct Ready {
    sent: Arc<AtomicUsize>,
}

impl Transport for Ready {
    fn configure(&mut self, settings: &HttpSettings) -> Result<()> {
        assert_eq!(settings.timeout(), Duration::from_secs(7));
        assert_eq!(settings.connect_timeout(), Duration::from_secs(10));
        assert_eq!(settings.user_agent(), "mine");
        assert_eq!(settings.max_answer(), 1_000);
        assert!(settings.https_only());
        Ok(())
    }

    fn send<'a>(
        &'a self,
        attempt: Attempt<'a>,
        limit: Duration,
        time_left: Option<Duration>,
    ) -> BoxFuture<'a, Result<Response, TransportFailure>> {
        assert_eq!(attempt.url, "https://tc.example.com/api/secrets/v1/secrets");
        assert!(
            attempt
                .authorization
                .is_some_and(|it| it.starts_with("Hawk id=\"me\""))
        );
        assert_eq!(limit, Duration::from_secs(7));
        assert!(time_left.is_some_and(|left| left <= Duration::from_secs(600)));
        let status = match self.sent.fetch_add(1, Ordering::Relaxed) {
            0 => return Box::pin(async { Err(TransportFailure::new("cut")) }),
            1 => 503,
            _ => 200,
        };
        let body = br#"{"secrets": ["a"]}"#.to_vec();
        Box::pin(async move { Ok(Response::new(status, Headers::default(), body)) })
    }

    fn sleep(&self, _: Duration) -> BoxFuture<'_, ()> {
        Box::pin(async {})
    }
}

#[test]
fn another_http_stack_serves_without_tokio() {
    let sent = Arc::new(AtomicUsize::new(0));
    let builder = AsyncClient::builder("https://tc.example.com")
        .credentials(Credentials::new("me", "x6RU_pVvQ1-ziBwQ5c5tEw"))
        .retry(RetryPolicy::default().deadline(Duration::from_secs(600)))
        .timeout(Duration::from_secs(7))
        .user_agent("mine")
        .max_answer(1_000)
        .transport(Ready {
            sent: Arc::clone(&sent),
        });
    let client = builder.build_async().expect("a client");
    let answer = Secrets::new(&client).list().send().now_or_never();
    let list = answer.expect("ready").expect("the third attempt");
    assert_eq!(
        (list.secrets, sent.load(Ordering::Relaxed)),
        (vec!["a".to_owned()], 3)
    );
}

fn ok() -> Act {
    answer("200 OK", "", "{}")
}

/// A runtime that does something only while a future is waited for.
fn runtime() -> Runtime {
    let runtime = Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime")
}

#[test]
fn a_client_serves_several_runtimes_one_after_the_other() {
    let server = Scripted::start([ok()]);
    let builder = AsyncClient::builder(server.root_url())
        .timeout(Duration::from_secs(10))
        .retry(RetryPolicy::none());
    let queue = Queue::new(&builder.build_async().expect("a client"));
    let (one, other) = (runtime(), runtime());
    // Each has its connection, which is still there when the other one was at work.
    for _ in 0..2 {
        one.block_on(queue.ping().send()).expect("a ping");
        other.block_on(queue.ping().send()).expect("a ping");
    }
    assert_eq!(server.connections(), 2);
    drop(one);
    let third = runtime();
    third.block_on(queue.ping().send()).expect("a ping");
    other.block_on(queue.ping().send()).expect("a ping");
    assert_eq!(server.connections(), 3);
}

/// A runtime that stands still between calls does not see that a connection is closed meanwhile.
#[test]
fn a_connection_that_was_closed_while_its_runtime_stood_still_is_made_anew() {
    let text = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}".to_owned();
    let server = Scripted::start([Act::SendAndClose(text)]);
    let queue = Queue::new(&client(&server));
    let runtime = runtime();
    for number in 1..=100 {
        runtime.block_on(queue.ping().send()).expect("a ping");
        while server.closed() < number {
            thread::yield_now();
        }
    }
    assert_eq!((server.received().len(), server.connections()), (100, 100));
}

#[test]
fn a_client_serves_runtimes_that_come_and_go_beside_each_other() {
    let server = Scripted::start([ok()]);
    let queue = Queue::new(&client(&server));
    thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for _ in 0..20 {
                    let runtime = runtime();
                    for _ in 0..5 {
                        runtime.block_on(queue.ping().send()).expect("a ping");
                    }
                }
            });
        }
    });
    assert_eq!(server.received().len(), 800);
}

#[test]
fn a_client_that_is_gone_leaves_no_task_behind() {
    let server = Scripted::start([ok()]);
    let client = client(&server);
    let runtime = runtime();
    let ping = Queue::new(&client).ping().send();
    runtime.block_on(ping).expect("a ping");
    assert!(runtime.metrics().num_alive_tasks() > 0);
    drop(client);
    runtime.block_on(async {
        while runtime.metrics().num_alive_tasks() > 0 {
            tokio::task::yield_now().await;
        }
    });
}

#[test]
fn a_call_outside_of_a_runtime_is_an_error() {
    let builder = AsyncClient::builder("http://127.0.0.1:1");
    let queue = Queue::new(&builder.build_async().expect("a client"));
    let deadline = RetryPolicy::default().deadline(Duration::from_secs(60));
    for call in [queue.ping(), queue.ping().retry(deadline)] {
        let error = call.send().now_or_never().expect("ready");
        let error = error.expect_err("no runtime");
        assert_eq!((error.attempts(), error.is_retryable()), (1, false));
        assert!(!error.may_have_acted());
        let text = error.to_string();
        assert!(text.contains("there is no tokio runtime here"), "{text}");
    }
}

/// Hands all on to the usual transport, or forgets to, and counts how often it waits.
#[derive(Default)]
struct Wrapped {
    inner: HyperTransport,
    forgets: bool,
    waits: Arc<AtomicUsize>,
}

impl Transport for Wrapped {
    fn configure(&mut self, settings: &HttpSettings) -> Result<()> {
        match self.forgets {
            true => Ok(()),
            false => self.inner.configure(settings),
        }
    }

    fn send<'a>(
        &'a self,
        attempt: Attempt<'a>,
        limit: Duration,
        time_left: Option<Duration>,
    ) -> BoxFuture<'a, Result<Response, TransportFailure>> {
        self.inner.send(attempt, limit, time_left)
    }

    fn sleep(&self, wait: Duration) -> BoxFuture<'_, ()> {
        self.waits.fetch_add(1, Ordering::Relaxed);
        self.inner.sleep(wait)
    }
}

#[tokio::test]
async fn a_wrapped_transport_has_the_settings_of_the_builder() {
    let server = Scripted::start([ok(), answer("200 OK", "", "x".repeat(30))]);
    let build = |forgets| {
        let builder = AsyncClient::builder(server.root_url())
            .user_agent("mine")
            .max_answer(20)
            .transport(Wrapped {
                forgets,
                ..Wrapped::default()
            });
        builder.build_async().expect("a client")
    };
    let queue = Queue::new(&build(false));
    queue.ping().send().await.expect("a ping");
    assert_eq!(server.received()[0].header("user-agent"), Some("mine"));
    let error = queue.ping().send().await.expect_err("too large");
    assert!(error.to_string().contains("more than 20 bytes"), "{error}");

    let queue = Queue::new(&build(true));
    let error = queue.ping().send().await.expect_err("not configured");
    assert!(
        error.to_string().contains("Transport::configure"),
        "{error}"
    );
    assert_eq!((error.attempts(), server.received().len()), (1, 2));
}

/// A stack that goes its own way.
struct Stubborn;

impl Transport for Stubborn {
    fn configure(&mut self, settings: &HttpSettings) -> Result<()> {
        let agent = settings.user_agent();
        let why = format!("the user agent {agent} cannot be kept");
        Err(RequestError::new(why).into())
    }

    fn send<'a>(
        &'a self,
        _: Attempt<'a>,
        _: Duration,
        _: Option<Duration>,
    ) -> BoxFuture<'a, Result<Response, TransportFailure>> {
        Box::pin(async { Err(TransportFailure::new("never")) })
    }

    fn sleep(&self, _: Duration) -> BoxFuture<'_, ()> {
        Box::pin(async {})
    }
}

#[test]
fn a_transport_can_refuse_settings() {
    let builder = AsyncClient::builder("https://tc.example.com").user_agent("mine");
    let error = builder.transport(Stubborn).build_async();
    let error = error.expect_err("refused");
    assert!(matches!(error, Error::Request(_)), "{error:?}");
    assert!(error.to_string().contains("mine cannot be kept"), "{error}");
}

#[test]
fn large_answers_are_decompressed_on_threads_for_such_work() {
    let zipped = |length: usize| {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::none());
        let text = format!("{{\"x\": \"{}\"}}", "x".repeat(length));
        gzip.write_all(text.as_bytes()).expect("compressed");
        let body = gzip.finish().expect("compressed");
        answer("200 OK", "Content-Encoding: gzip\r\n", body)
    };
    let threads = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&threads);
    let runtime = Builder::new_current_thread()
        .enable_all()
        .on_thread_start(move || {
            count.fetch_add(1, Ordering::Relaxed);
        })
        .build()
        .expect("a runtime");
    let server = Scripted::start([zipped(1_000), zipped(100_000)]);
    let client = client(&server);
    for (length, started) in [(1_000, 0), (100_000, 1)] {
        let answer = runtime.block_on(Queue::new(&client).ping().raw());
        let text = answer.expect("an answer")["x"].as_str().map(str::len);
        assert_eq!(text, Some(length));
        assert_eq!(threads.load(Ordering::Relaxed), started);
    }
}
