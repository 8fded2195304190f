//! What only an asynchronous client can do: many calls at once, calls that are dropped, streams.

mod dropped;
mod runtimes;
mod transports;

use std::io::Write as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use flate2::Compression;
use flate2::write::GzEncoder;
use futures_util::future::join_all;
use futures_util::{StreamExt as _, TryStreamExt as _};
use taskcluster_client::{AsyncClient, Queue, RetryPolicy, Secrets};
use taskcluster_tests::{Act, Scripted, answer};
use tokio::runtime::Builder;

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

fn ok() -> Act {
    answer("200 OK", "", "{}")
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
