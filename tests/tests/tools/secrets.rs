//! Secrets by type.

use std::time::Duration;

use serde::Deserialize;
use serde_json::{Value, json};
use taskcluster_client::secrets::types::Secret;
use taskcluster_client::{Client, Secrets};
use taskcluster_tests::in_both_colours;
use taskcluster_tools::{Error, SecretProblem, SecretStore};
use time::OffsetDateTime;

use crate::{Scene, Tool};

in_both_colours!(
    a_secret_is_read_once_until_it_is_forgotten,
    a_secret_that_has_expired_is_read_again,
    what_is_the_matter_with_a_secret_is_told_without_it
);

const NAME: &str = "project/app/config";

#[derive(Debug, Deserialize, PartialEq)]
struct Config {
    token: String,
}

fn set(client: &Client, value: Value) {
    let expires = OffsetDateTime::now_utc() + Duration::from_secs(3600);
    let set = Secrets::new(client)
        .set(NAME, &Secret::new(value, expires))
        .send();
    set.expect("a secret");
}

fn a_secret_is_read_once_until_it_is_forgotten<C: Tool>() {
    let scene = Scene::<C>::new();
    set(&scene.actor(), json!({ "token": "first" }));
    let store = SecretStore::new(&scene.client);
    let load = || {
        C::job(store.clone().load::<Config>(NAME))
            .expect("a secret")
            .token
    };
    assert_eq!((load(), load()), ("first".to_owned(), "first".to_owned()));
    set(&scene.actor(), json!({ "token": "second" }));
    assert_eq!((load(), scene.asked("get")), ("first".to_owned(), 1));
    store.forget(NAME);
    assert_eq!((load(), scene.asked("get")), ("second".to_owned(), 2));
}

fn a_secret_that_has_expired_is_read_again<C: Tool>() {
    let scene = Scene::<C>::new();
    let answer = |token: &str, expires: &str| {
        let secret = json!({ "secret": { "token": token }, "expires": expires });
        scene.fake.on("secrets", "get").once().returns(secret);
    };
    answer("first", "2001-01-01T00:00:00.000Z");
    answer("second", "9000-01-01T00:00:00.000Z");
    let store = SecretStore::new(&scene.client);
    let load = || C::job(store.load::<Config>(NAME)).expect("a secret").token;
    assert_eq!([load(), load(), load()], ["first", "second", "second"]);
    assert_eq!(scene.asked("get"), 2);
}

fn what_is_the_matter_with_a_secret_is_told_without_it<C: Tool>() {
    let scene = Scene::<C>::new();
    let load = |client: &C| match C::job(SecretStore::new(client).load::<Config>(NAME)) {
        Err(Error::Secret(e)) => e,
        other => panic!("{other:?}"),
    };
    let absent = load(&scene.client);
    assert!(matches!(absent.problem, SecretProblem::Absent));
    set(&scene.actor(), json!({ "token": ["hunter2"] }));
    let unreadable = load(&scene.client);
    assert!(matches!(unreadable.problem, SecretProblem::Unreadable(_)));
    let limited = Client::builder(scene.fake.root_url())
        .credentials(scene.fake.credentials())
        .authorized_scopes(["secrets:get:other"]);
    let forbidden = load(&C::build(limited).expect("a client"));
    assert!(matches!(forbidden.problem, SecretProblem::Forbidden));

    let texts = [absent, unreadable, forbidden].map(|e| (e.to_string(), format!("{e:?}")));
    assert!(
        texts[1]
            .0
            .ends_with("cannot be read as tools::secrets::Config"),
        "{}",
        texts[1].0
    );
    assert!(
        texts[2].0.contains("secrets:get:project/app/config"),
        "{}",
        texts[2].0
    );
    for (shown, debug) in texts {
        assert!(
            !shown.contains("hunter2") && !debug.contains("hunter2"),
            "{shown} {debug}"
        );
    }
}
