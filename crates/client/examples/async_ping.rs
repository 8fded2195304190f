//! Several calls at once without a thread for each: `cargo run --features async --example
//! async_ping`.
//!
//! Pings the services of the deployment in `TASKCLUSTER_ROOT_URL`, or those of the fake
//! Taskcluster where that is not set.

use std::time::Instant;

use futures_util::future::join_all;
use taskcluster_client::{AsyncClient, Auth, Hooks, Index, Queue, Secrets};
use taskcluster_fake::FakeTaskcluster;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let fake = match std::env::var("TASKCLUSTER_ROOT_URL") {
        Ok(url) if !url.is_empty() => None,
        _ => Some(FakeTaskcluster::start()?),
    };
    let client = match &fake {
        Some(fake) => AsyncClient::builder(fake.root_url()).build_async()?,
        None => AsyncClient::from_env()?,
    };
    let (auth, queue) = (Auth::new(&client), Queue::new(&client));
    let (hooks, index) = (Hooks::new(&client), Index::new(&client));
    let secrets = Secrets::new(&client);
    let calls = [
        auth.ping(),
        hooks.ping(),
        index.ping(),
        queue.ping(),
        secrets.ping(),
    ];

    let start = Instant::now();
    let answers = join_all(calls.map(async |call| (call.request().label(), call.await))).await;
    for (label, answer) in answers {
        match answer {
            Ok(()) => println!("{label}: up"),
            Err(e) => println!("{e}"),
        }
    }
    println!("all of them in {:.1?}", start.elapsed());
    Ok(())
}
