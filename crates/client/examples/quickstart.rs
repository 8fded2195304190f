//! The shortest first run: `cargo quickstart`.
//!
//! One service and the fake Taskcluster in this process: a secret is written, read, listed and
//! removed, and the error after that says that it is gone.

use std::error::Error;

use serde_json::json;
use taskcluster_client::from_now::from_now;
use taskcluster_client::secrets::types::Secret;
use taskcluster_client::{Client, Secrets};
use taskcluster_fake::FakeTaskcluster;

fn main() -> Result<(), Box<dyn Error>> {
    let fake = FakeTaskcluster::start()?;
    println!("A fake Taskcluster listens at {}", fake.root_url());

    let client = Client::builder(fake.root_url())
        .credentials(fake.credentials())
        .build()?;
    let secrets = Secrets::new(&client);

    let secret = Secret::new(json!({ "token": "a-secret" }), from_now("1 hour")?);
    secrets.set("project/app/token", &secret).send()?;
    println!("Written: project/app/token");

    let read = secrets.get("project/app/token").send()?;
    println!("Read, and printed without what it holds: {read:?}");

    for name in secrets.list().items() {
        println!("Listed: {}", name?);
    }

    secrets.remove("project/app/token").send()?;
    match secrets.get("project/app/token").send() {
        Err(e) if e.is_gone() => println!("Removed; asked for once more: {e}"),
        other => println!("Removed, and still there: {other:?}"),
    }
    Ok(())
}
