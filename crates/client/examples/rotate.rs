//! A secret that gets a new value every hour, by temporary credentials that can do nothing else: `cargo run
//! --example rotate`.
//!
//! Goes to the deployment that the environment names, with its credentials; where `TASKCLUSTER_ROOT_URL` is not set,
//! to a fake Taskcluster, whose clock it moves in place of waiting. It ends after three times.

use std::thread::sleep;
use std::time::Duration;

use serde_json::json;
use taskcluster_client::secrets::types::Secret;
use taskcluster_client::{Client, Options, Secrets, TemporaryProvider, from_now, slugid};
use taskcluster_fake::FakeTaskcluster;

const NAME: &str = "project/example/rotated";
const HOUR: Duration = Duration::from_secs(3600);

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let options = Options::from_env();
    let fake = match &options.root_url {
        Some(_) => None,
        None => Some(FakeTaskcluster::start()?),
    };
    let (root_url, permanent) = match &fake {
        Some(fake) => (fake.root_url(), fake.credentials()),
        None => (
            options.root_url.clone().unwrap_or_default(),
            options.credentials()?.ok_or("there are no credentials")?,
        ),
    };

    // Each lasts for a quarter of an hour, and is made when a call finds that the last one ends.
    let provider = TemporaryProvider::new(permanent, HOUR / 4)
        .scopes(["get", "set"].map(|verb| format!("secrets:{verb}:{NAME}")));
    let secrets = Secrets::new(&Client::builder(root_url).provider(provider).build()?);

    for time in 1..=3 {
        let previous = match secrets.get(NAME).send() {
            Ok(secret) => secret.secret["token"].clone(),
            Err(e) if e.is_gone() => json!(null),
            Err(e) => return Err(e.into()),
        };
        // Programs that have read the last one before may go on with it for an hour.
        let value = json!({ "token": slugid::v4(), "previous": previous });
        let secret = Secret::new(value, from_now::from_now("2 hours")?);
        secrets.set(NAME, &secret).send()?;
        let caller = secrets.client().credentials()?;
        let until = caller.and_then(|it| Some(it.certificate()?.expiry()));
        println!("{time}: set, by credentials that end at {until:?}");
        match &fake {
            _ if time == 3 => {}
            Some(fake) => fake.advance(HOUR),
            None => sleep(HOUR),
        }
    }
    Ok(())
}
