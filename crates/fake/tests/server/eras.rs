//! The two eras: each as strict as its own references, and both at once.

use std::path::Path;

use serde_json::{Value, json};
use taskcluster_core::{Error, Method, slugid};
use taskcluster_fake::{Era, FakeTaskcluster};

use crate::folder::Folder;
use crate::support::{JSON, ask, bad, create, date, good, root, task, to};

fn of(era: Era) -> FakeTaskcluster {
    FakeTaskcluster::builder()
        .era(era)
        .start()
        .expect("a server")
}

/// What is answered where there is no such method.
fn is_unknown(answer: &crate::support::Answer) -> bool {
    answer.status == 404 && answer.json() == json!({ "error": "Not found" })
}

#[test]
fn methods_of_the_other_era_are_not_there() {
    let (classic, today, both) = (of(Era::Classic), of(Era::Today), of(Era::Both));
    for (verb, path, is_classic) in [
        ("GET", "/api/auth/v1/scopes/expand", true),
        ("PUT", "/api/queue/v1/provisioners/p", true),
        ("GET", "/api/queue/v1/task-queues", false),
        ("GET", "/api/auth/v1/roleids/", false),
        ("GET", "/api/queue/v1/__version__", false),
    ] {
        let unknown =
            [&classic, &today, &both].map(|fake| is_unknown(&ask(fake, verb, path, &[], "")));
        assert_eq!(unknown, [!is_classic, is_classic, false], "{verb} {path}");
    }
    // Of a service that is gone, whatever is in front of the others answers.
    let path = "/api/aws-provisioner/v1/ping";
    let statuses = [&classic, &today, &both].map(|fake| ask(fake, "GET", path, &[], "").status);
    assert_eq!(statuses, [200, 404, 200]);
}

#[test]
fn members_of_the_other_era_are_refused_unless_both_are_served() {
    let mut newer = task();
    newer["projectId"] = "p".into();
    let mut older = task();
    older["priority"] = "normal".into();
    let put = |era, definition: &Value| {
        let fake = of(era);
        let path = ["task".to_owned(), slugid::nice()];
        let call = to(Method::Put, "queue", path.iter().map(String::as_str)).json(definition);
        match root(&fake).call::<Value>(call).send() {
            Ok(_) => 200,
            Err(Error::Api(e)) => e.status(),
            Err(e) => panic!("{e}"),
        }
    };
    assert_eq!(put(Era::Classic, &task()), 200);
    assert_eq!(
        [
            put(Era::Classic, &newer),
            put(Era::Today, &newer),
            put(Era::Both, &newer)
        ],
        [400, 200, 200]
    );
    assert_eq!(
        [
            put(Era::Classic, &older),
            put(Era::Today, &older),
            put(Era::Both, &older)
        ],
        [200, 400, 200]
    );
}

#[test]
fn answers_and_messages_have_the_members_of_their_era() {
    for era in [Era::Classic, Era::Today, Era::Both] {
        let fake = of(era);
        let root = root(&fake);
        let id = create(&root, &task());
        let status = good(&root, to(Method::Get, "queue", ["task", &id, "status"]));
        let has = |value: &Value| !value["status"]["taskQueueId"].is_null();
        let is_newer = era != Era::Classic;
        assert_eq!(has(&status), is_newer, "{era:?}");
        let messages = fake.messages();
        assert!(!messages.is_empty());
        assert!(
            messages
                .iter()
                .all(|message| has(&message.payload) == is_newer),
            "{era:?}"
        );
    }
}

#[test]
fn who_calls_needs_what_the_era_asks_for_or_either_of_both() {
    let path = |id: &str| format!("/api/queue/v1/task/{id}/status");
    let status = |era| {
        let fake = of(era);
        let id = create(&root(&fake), &task());
        ask(&fake, "GET", &path(&id), &[], "").status
    };
    assert_eq!(
        [Era::Classic, Era::Today, Era::Both].map(status),
        [200, 403, 200]
    );
}

#[test]
fn one_path_is_of_two_methods_and_the_payload_tells_which() {
    let fake = of(Era::Both);
    let path = format!("/api/queue/v1/task/{}/runs/0/artifacts/a", slugid::nice());
    for payload in [
        json!({ "uploadId": slugid::nice() }),
        json!({ "etags": ["e"] }),
    ] {
        ask(&fake, "PUT", &path, &[JSON], &payload.to_string());
    }
    let requests = fake.requests();
    let names = requests.iter().map(|request| request.name.as_deref());
    assert!(
        names.eq([Some("finishArtifact"), Some("completeArtifact")]),
        "{requests:?}"
    );
}

#[test]
fn both_ways_to_name_a_pool_are_taken_where_both_eras_are() {
    let fake = of(Era::Both);
    let root = root(&fake);
    create(&root, &task());
    for path in [&["pending", "p", "w"][..], &["pending", "p/w"]] {
        let pending = good(&root, to(Method::Get, "queue", path.iter().copied()));
        assert_eq!(pending["pendingTasks"], 1);
    }
    // Upper case was no worker type's of today, and one of 2018's.
    let pending = good(&root, to(Method::Get, "queue", ["pending", "p", "W"]));
    assert_eq!(pending["pendingTasks"], 0);
    let today = of(Era::Today);
    assert_eq!(
        bad(
            &crate::support::root(&today),
            to(Method::Get, "queue", ["pending", "p/W"])
        )
        .0,
        400
    );
}

#[test]
fn a_payload_that_neither_era_takes_is_told_in_the_words_of_today() {
    let payload = json!({ "expires": date(60), "scopes": ["a"], "bogus": 1 });
    for (era, wanted) in [
        (
            Era::Both,
            "\nErrors:\n  * data must have required property 'description'\n  * data must NOT",
        ),
        (
            Era::Today,
            "\nErrors:\n  * data must have required property 'description'\n  * data must NOT",
        ),
        (
            Era::Classic,
            "\n  Errors:\n    * data must have required property 'description'\n",
        ),
    ] {
        let fake = of(era);
        let call = to(Method::Put, "auth", ["clients", "c"]).json(&payload);
        let (status, _, message) = bad(&root(&fake), call);
        assert_eq!(status, 400);
        assert!(message.contains(wanted), "{message}");
    }
}

#[test]
fn a_folder_is_of_the_era_of_its_methods() {
    let secret = json!({ "secret": {}, "expires": date(-60) });
    let put = || to(Method::Put, "secrets", ["secret", "s"]).json(&secret);
    let get = || to(Method::Get, "secrets", ["secret", "s"]);
    let of_2018 = Folder::new("era-classic").start();
    let root_of_2018 = root(&of_2018);
    good(&root_of_2018, put());
    assert_eq!(bad(&root_of_2018, get()).0, 410);
    let (_, _, message) = bad(&root_of_2018, put().json(&json!({})));
    assert!(message.contains("\n  Rejecting Schema: "), "{message}");

    // The rest of the references says nothing of the queue.
    let apis = concat!(env!("CARGO_MANIFEST_DIR"), "/../../apis/today");
    let today = Folder::of(Path::new(apis), "era-today");
    today.change("manifest.json", |manifest| {
        manifest["references"] = json!(["/references/secrets/v1/api.json"]);
    });
    let today = today.start();
    let root_of_today = root(&today);
    good(&root_of_today, put());
    assert_eq!(bad(&root_of_today, get()).0, 404);
    let (_, _, message) = bad(&root_of_today, put().json(&json!({})));
    assert!(message.contains("\nRejecting Schema: "), "{message}");
}
