//! What goes over the wire, and what comes of answers that no good server gives; the same for both
//! kinds of client.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use taskcluster_client::{Client, Credentials, Error, Queue};
use taskcluster_tests::{Scripted, answer};

/// The waits between attempts that a client would have made.
#[derive(Clone, Debug, Default)]
struct Waits(Arc<Mutex<Vec<Duration>>>);

impl Waits {
    fn push(&self, wait: Duration) {
        self.0.lock().expect("the waits").push(wait);
    }

    fn all(&self) -> Vec<Duration> {
        self.0.lock().expect("the waits").clone()
    }
}

mod blocking {
    use super::*;
    use taskcluster_client::{ClientBuilder, Items, Page, Result};

    pub type Caller = Client;

    fn build(builder: ClientBuilder) -> Client {
        builder.build().expect("a client")
    }

    fn noting(builder: ClientBuilder, waits: &Waits) -> ClientBuilder {
        let waits = waits.clone();
        builder.sleep(move |wait| waits.push(wait))
    }

    fn collect<T: Page>(items: Items<'_, Client, T>) -> Result<Vec<T::Item>> {
        items.collect()
    }

    /// Here everything is ready.
    trait Wait: Sized {
        fn wait(self) -> Self {
            self
        }
    }

    impl<T> Wait for Result<T> {}
    impl<T> Wait for Option<Result<T>> {}

    include!("suite.rs");
}

mod asynchronous {
    use super::*;
    use std::sync::LazyLock;
    use taskcluster_client::exchange::Attempt;
    use taskcluster_client::{
        AsyncClient, BoxFuture, ClientBuilder, HyperTransport, Items, Page, Response, Result,
        Transport, TransportFailure,
    };
    use tokio::runtime::Runtime;

    pub type Caller = AsyncClient;

    static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().expect("a runtime"));

    fn build(builder: ClientBuilder) -> AsyncClient {
        builder.build_async().expect("a client")
    }

    fn noting(builder: ClientBuilder, waits: &Waits) -> ClientBuilder {
        builder.transport(Noting(HyperTransport::default(), waits.clone()))
    }

    /// The usual transport, which notes waits instead of waiting.
    struct Noting(HyperTransport, Waits);

    impl Transport for Noting {
        fn send<'a>(
            &'a self,
            attempt: Attempt<'a>,
            limit: std::time::Duration,
        ) -> BoxFuture<'a, Result<Response, TransportFailure>> {
            self.0.send(attempt, limit)
        }

        fn sleep(&self, wait: std::time::Duration) -> BoxFuture<'_, ()> {
            self.1.push(wait);
            Box::pin(async {})
        }
    }

    fn collect<T: Page>(mut items: Items<'_, AsyncClient, T>) -> Result<Vec<T::Item>> {
        RUNTIME.block_on(async {
            let mut all = Vec::new();
            while let Some(item) = items.next().await {
                all.push(item?);
            }
            Ok(all)
        })
    }

    trait Wait: Future + Sized {
        fn wait(self) -> Self::Output {
            RUNTIME.block_on(self)
        }
    }

    impl<F: Future> Wait for F {}

    include!("suite.rs");
}

#[test]
fn an_agent_of_ones_own_keeps_answers_and_follows_nothing() {
    let other = Scripted::start([answer("200 OK", "", "{}")]);
    let location = format!("Location: {}/x\r\n", other.root_url());
    let server = Scripted::start([
        answer("404 Not Found", "", r#"{"message": "gone"}"#),
        answer("302 Found", &location, ""),
    ]);
    let agent = ureq::Agent::config_builder()
        .user_agent("mine")
        .build()
        .new_agent();
    let client = Client::builder(server.root_url())
        .credentials(Credentials::new("tester", "x6RU_pVvQ1-ziBwQ5c5tEw"))
        .agent(agent)
        .build()
        .expect("a client");
    let error = Queue::new(&client).task("t").send().expect_err("not found");
    assert_eq!(error.to_string(), "queue.task: 404: gone");
    assert_eq!(
        Queue::new(&client)
            .task("t")
            .send()
            .expect_err("a redirect")
            .status(),
        Some(302)
    );
    assert_eq!(server.received()[0].header("user-agent"), Some("mine"));
    assert!(other.received().is_empty());
}
