//! Other HTTP stacks in place of the usual one, or around it.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use futures_util::FutureExt as _;
use taskcluster_client::exchange::Attempt;
use taskcluster_client::{
    AsyncClient, BoxFuture, Credentials, Error, Headers, HttpSettings, HyperTransport, Queue,
    RequestError, Response, Result, RetryPolicy, Secrets, Transport, TransportFailure,
};
use taskcluster_tests::{Scripted, answer};

use super::ok;

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

/// Hands all on to the usual transport, or forgets to, and counts how often it waits.
#[derive(Default)]
pub struct Wrapped {
    inner: HyperTransport,
    forgets: bool,
    pub waits: Arc<AtomicUsize>,
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
