//! Both kinds of client behind one trait, so that what is said of calls is said once.
//!
//! A test is a function with the kind of client as its parameter, and [`in_both_colours`] makes two
//! tests of it. [`Verbs`] brings the verbs that send; with an asynchronous client they wait.
//!
//! [`in_both_colours`]: crate::in_both_colours

use std::fmt::Debug;
use std::sync::{Arc, LazyLock, Mutex};
use std::time::Duration;

use serde::de::DeserializeOwned;
use serde_json::Value;
use taskcluster_client::exchange::Attempt;
use taskcluster_client::{
    ApiClient, AsyncClient, BoxFuture, Call, Client, ClientBuilder, Credentials, HttpSettings,
    HyperTransport, Items, Page, Pages, Request, Response, Result, Transfer, TransferSource,
    TransferStream, Transport, TransportFailure,
};
use tokio::runtime::Runtime;

/// Makes tests of functions that have the kind of client as their parameter, one for each kind.
#[macro_export]
macro_rules! in_both_colours {
    ($($test:ident),+ $(,)?) => {
        mod blocking {$(
            #[test]
            fn $test() {
                super::$test::<taskcluster_client::Client>();
            }
        )+}

        mod asynchronous {$(
            #[test]
            fn $test() {
                super::$test::<taskcluster_client::AsyncClient>();
            }
        )+}
    };
}

/// A kind of client: what both have, under names that do not depend on the kind.
pub trait Colour: ApiClient + Clone + Debug + Send + Sync + 'static {
    /// Finishes a builder.
    fn build(builder: ClientBuilder) -> Result<Self>;

    /// Has the client do this where it would wait.
    fn sleeping(builder: ClientBuilder, sleep: Sleep) -> ClientBuilder;

    /// Has the client note its waits between attempts, instead of waiting.
    fn noting(builder: ClientBuilder, waits: &Waits) -> ClientBuilder {
        let waits = waits.clone();
        Self::sleeping(builder, Arc::new(move |wait| waits.push(wait)))
    }

    /// See [`Client::with_credentials`].
    fn with_credentials(&self, credentials: Credentials) -> Result<Self>;

    /// See [`Client::with_trace_id`].
    fn with_trace_id(&self, trace_id: &str) -> Result<Self>;

    /// See [`Client::call`].
    fn call<T: DeserializeOwned>(&self, request: Request) -> Call<Self, T>;

    /// The next page, waited for.
    fn page<T: Page>(pages: &mut Pages<Self, T>) -> Option<Result<T>>;

    /// The next item, waited for.
    fn item<T: Page>(items: &mut Items<Self, T>) -> Option<Result<T::Item>>;

    /// See [`Verbs::send`].
    fn send<T>(call: Call<Self, T>) -> Result<T>;

    /// See [`Verbs::raw`].
    fn raw<T>(call: Call<Self, T>) -> Result<Value>;

    /// See [`Verbs::response`].
    fn response<T>(call: Call<Self, T>) -> Result<Response>;
}

/// The verbs of a call that send, whatever kind of client it is made from.
pub trait Verbs<T> {
    /// Sends the call and waits for the typed answer.
    ///
    /// # Errors
    /// Those of the client.
    fn send(self) -> Result<T>;

    /// Sends the call and waits for the answer as a JSON value.
    ///
    /// # Errors
    /// Those of the client.
    fn raw(self) -> Result<Value>;

    /// Sends the call and waits for the whole answer.
    ///
    /// # Errors
    /// Those of the client.
    fn response(self) -> Result<Response>;
}

impl<C: Colour, T> Verbs<T> for Call<C, T> {
    fn send(self) -> Result<T> {
        C::send(self)
    }

    fn raw(self) -> Result<Value> {
        C::raw(self)
    }

    fn response(self) -> Result<Response> {
        C::response(self)
    }
}

/// What a client does in place of waiting.
pub type Sleep = Arc<dyn Fn(Duration) + Send + Sync>;

/// The waits between attempts that a client would have made.
#[derive(Clone, Debug, Default)]
pub struct Waits(Arc<Mutex<Vec<Duration>>>);

impl Waits {
    fn push(&self, wait: Duration) {
        self.0.lock().expect("the waits").push(wait);
    }

    /// All of them, in their order.
    ///
    /// # Panics
    /// A thread that was about to wait has panicked.
    pub fn all(&self) -> Vec<Duration> {
        self.0.lock().expect("the waits").clone()
    }
}

/// What both kinds do, with what waits for an answer.
macro_rules! both_do {
    ($build:ident, $wait:expr) => {
        fn build(builder: ClientBuilder) -> Result<Self> {
            builder.$build()
        }

        fn with_credentials(&self, credentials: Credentials) -> Result<Self> {
            self.with_credentials(credentials)
        }

        fn with_trace_id(&self, trace_id: &str) -> Result<Self> {
            self.with_trace_id(trace_id)
        }

        fn call<T: DeserializeOwned>(&self, request: Request) -> Call<Self, T> {
            self.call(request)
        }

        fn page<T: Page>(pages: &mut Pages<Self, T>) -> Option<Result<T>> {
            $wait(pages.next())
        }

        fn item<T: Page>(items: &mut Items<Self, T>) -> Option<Result<T::Item>> {
            $wait(items.next())
        }

        fn send<T>(call: Call<Self, T>) -> Result<T> {
            $wait(call.send())
        }

        fn raw<T>(call: Call<Self, T>) -> Result<Value> {
            $wait(call.raw())
        }

        fn response<T>(call: Call<Self, T>) -> Result<Response> {
            $wait(call.response())
        }
    };
}

impl Colour for Client {
    both_do!(build, std::convert::identity);

    fn sleeping(builder: ClientBuilder, sleep: Sleep) -> ClientBuilder {
        builder.sleep(move |wait| sleep(wait))
    }
}

impl Colour for AsyncClient {
    both_do!(build_async, wait);

    fn sleeping(builder: ClientBuilder, sleep: Sleep) -> ClientBuilder {
        builder.transport(Sleeping(HyperTransport::default(), sleep))
    }
}

/// Waits for a future, on a runtime that all tests share.
pub fn wait<F: Future>(future: F) -> F::Output {
    static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().expect("a runtime"));
    RUNTIME.block_on(future)
}

/// The usual transport, which does something else where it would wait.
struct Sleeping(HyperTransport, Sleep);

impl Transport for Sleeping {
    fn configure(&mut self, settings: &HttpSettings) -> Result<()> {
        self.0.configure(settings)
    }

    fn send<'a>(
        &'a self,
        attempt: Attempt<'a>,
        limit: Duration,
        time_left: Option<Duration>,
    ) -> BoxFuture<'a, Result<Response, TransportFailure>> {
        self.0.send(attempt, limit, time_left)
    }

    fn transfer<'a>(
        &'a self,
        transfer: &'a Transfer,
        body: Option<TransferSource>,
        limit: Duration,
        time_left: Option<Duration>,
    ) -> BoxFuture<'a, Result<(Response, TransferStream), TransportFailure>> {
        self.0.transfer(transfer, body, limit, time_left)
    }

    fn sleep(&self, wait: Duration) -> BoxFuture<'_, ()> {
        (self.1)(wait);
        Box::pin(async {})
    }
}
