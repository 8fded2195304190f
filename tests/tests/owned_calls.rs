//! A call owns what it needs: it can be stored, returned, and sent from elsewhere.

use std::thread;

use futures_util::{Stream, TryStreamExt as _};
use serde_json::json;
use taskcluster_client::secrets::types::Secret;
use taskcluster_client::{
    ApiClient, AsyncClient, Auth, Call, Client, Page, Queue, Result, Secrets, purge_cache,
};
use taskcluster_fake::FakeTaskcluster;
use time::OffsetDateTime;
use time::macros::datetime;
use tokio::task::JoinSet;

const NAMES: [&str; 3] = ["a", "b", "c"];

fn secret() -> Secret {
    let expires = OffsetDateTime::now_utc() + time::Duration::hours(1);
    Secret::new(json!({}), expires)
}

/// A fake, and a client that may do all.
fn deployment() -> (FakeTaskcluster, Client) {
    let fake = FakeTaskcluster::start().expect("a fake");
    let builder = Client::builder(fake.root_url()).credentials(fake.credentials());
    (fake, builder.build().expect("a client"))
}

fn asynchronous(fake: &FakeTaskcluster) -> AsyncClient {
    let builder = AsyncClient::builder(fake.root_url()).credentials(fake.credentials());
    builder.build_async().expect("a client")
}

/// All names, by a service that ends with this function.
fn names(client: &Client) -> impl Iterator<Item = Result<String>> + use<> {
    Secrets::new(client).list().limit(1).items()
}

fn names_in_time(client: &AsyncClient) -> impl Stream<Item = Result<String>> + use<> {
    Secrets::new(client).list().limit(1).items().into_stream()
}

/// What is written for any call.
fn named<C: ApiClient, T: Page>(call: impl Into<Call<C, T>>) -> (String, Call<C, T>) {
    let call = call.into();
    (call.request().label(), call.limit(1))
}

#[test]
fn calls_are_sent_from_other_threads() {
    let (_fake, client) = deployment();
    let secrets = Secrets::new(&client);
    let threads = NAMES.map(|name| {
        let call = secrets.set(name, &secret());
        thread::spawn(move || call.send())
    });
    for thread in threads {
        thread.join().expect("no panic").expect("an answer");
    }
    let found: Vec<String> = names(&client).collect::<Result<_>>().expect("names");
    assert_eq!(found, NAMES);
}

#[tokio::test]
async fn calls_are_spawned() {
    let (fake, _) = deployment();
    let client = asynchronous(&fake);
    let secrets = Secrets::new(&client);
    tokio::spawn(secrets.set("a", &secret()).send())
        .await
        .expect("no panic")
        .expect("an answer");
    let mut set = JoinSet::new();
    for name in ["b", "c"] {
        set.spawn(secrets.set(name, &secret()).into_future());
    }
    for answer in set.join_all().await {
        answer.expect("an answer");
    }
    let found: Vec<String> = names_in_time(&client).try_collect().await.expect("names");
    assert_eq!(found, NAMES);
    let first = secrets.list().limit(1).await.expect("a page");
    assert_eq!(first.secrets, ["a"]);
}

#[test]
fn calls_wait_in_a_list_and_are_sent_twice() {
    let (_fake, client) = deployment();
    let (auth, queue) = (Auth::new(&client), Queue::new(&client));
    let mut waiting: Vec<Call<Client, ()>> = vec![auth.ping(), queue.ping()];
    drop((auth, queue));
    let again = waiting[0].clone();
    waiting.push(again);
    for call in waiting {
        call.send().expect("an answer");
    }
}

#[tokio::test]
async fn calls_with_options_of_their_own_are_calls() {
    let (fake, client) = deployment();
    let (label, call) = named(Auth::new(&client).list_clients().prefix("no/"));
    assert_eq!(label, "auth.listClients");
    let found = thread::spawn(move || call.send().expect("a page").clients);
    assert!(found.join().expect("no panic").is_empty());

    let client = asynchronous(&fake);
    let calls = Auth::new(&client).list_clients().prefix("no/");
    assert_eq!(calls.clone().await.expect("a page").clients.len(), 0);
    let mut items = calls.clone().items();
    assert!(items.next().await.is_none());
    assert!(calls.raw().await.expect("a page")["clients"].is_array());
    let requests = purge_cache::PurgeCache::new(&client).purge_requests("p", "w");
    let spawned = tokio::spawn(requests.since(datetime!(2018-12-05 16:00 UTC)).send());
    let found = spawned.await.expect("no panic").expect("an answer");
    assert!(found.requests.is_empty());
}
