//! Writes of which a second one does harm.

use serde_json::json;
use taskcluster_client::queue::types::ClaimWorkRequest;
use taskcluster_client::{Auth, Call, Client, Error, Notify, Queue, RetryPolicy, Secrets};
use taskcluster_tests::{Act, Colour, Scripted, Verbs as _, answer, in_both_colours, sample};

use crate::{build, builder, client, ok};

in_both_colours!(
    what_may_have_been_done_is_not_done_again,
    what_was_certainly_not_done_is_tried_again,
    the_caller_may_ask_for_all_to_be_repeated,
    all_else_is_repeated,
    a_conflict_may_be_of_ones_own_making,
);

const CLAIMED: &str = r#"{"tasks": []}"#;

fn claim<C: Colour>(client: &C) -> Call<C, taskcluster_client::queue::types::ClaimWorkResponse> {
    let payload: ClaimWorkRequest = sample();
    Queue::new(client).claim_work("p", "w", &payload)
}

/// What leaves open whether the server acted.
fn unclear() -> [Act; 5] {
    let json = "Content-Type: application/json\r\n";
    [
        Act::SendAndClose("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{".into()),
        Act::SendAndClose(String::new()),
        answer("500 Internal Server Error", json, "{}"),
        answer("502 Bad Gateway", "", "<html></html>"),
        answer("504 Gateway Timeout", "", ""),
    ]
}

fn what_may_have_been_done_is_not_done_again<C: Colour>() {
    for act in unclear() {
        let server = Scripted::start([act, ok(CLAIMED)]);
        let (client, waits) = client::<C>(&server);
        let error = claim(&client).send().expect_err("no answer");
        assert_eq!(
            (server.received().len(), waits.all().len()),
            (1, 0),
            "{error}"
        );
        assert!(error.may_have_acted(), "{error}");
        let text = error.to_string();
        assert!(
            text.contains("; the call may have been carried out all the same ("),
            "{text}"
        );
    }
    let server = Scripted::start([ok("not JSON")]);
    let (client, _) = client::<C>(&server);
    let error = claim(&client).send().expect_err("no JSON");
    assert!(matches!(error, Error::Decode(_)) && error.may_have_acted());
    // The kind, by other services.
    let server = Scripted::start([Act::SendAndClose(String::new())]);
    let (client, _) = crate::client::<C>(&server);
    assert!(Auth::new(&client).reset_access_token("c").send().is_err());
    assert!(Notify::new(&client).email(&sample()).send().is_err());
    assert_eq!(server.received().len(), 2);
}

fn what_was_certainly_not_done_is_tried_again<C: Colour>() {
    for status in [
        "408 Request Timeout",
        "425 Too Early",
        "429 Too Many Requests",
        "503 Service Unavailable",
    ] {
        let server = Scripted::start([answer(status, "", "{}"), ok(CLAIMED)]);
        let (client, _) = client::<C>(&server);
        claim(&client).send().expect(status);
    }
    let refused = Scripted::start([answer("400 Bad Request", "", r#"{"code": "X"}"#)]);
    let (client, _) = client::<C>(&refused);
    assert!(!claim(&client).send().expect_err("refused").may_have_acted());

    let waits = taskcluster_tests::Waits::default();
    let nobody = Client::builder("http://127.0.0.1:1");
    let client: C = build(C::noting(nobody, &waits));
    let error = claim(&client).send().expect_err("nobody listens");
    assert_eq!((error.attempts(), waits.all().len()), (6, 5), "{error}");
    assert!(!error.may_have_acted(), "{error}");
}

fn the_caller_may_ask_for_all_to_be_repeated<C: Colour>() {
    for act in unclear() {
        let server = Scripted::start([act, ok(CLAIMED)]);
        let (client, _) = client::<C>(&server);
        let policy = RetryPolicy::default().repeat_all();
        claim(&client)
            .retry(policy)
            .send()
            .expect("the second attempt");
        assert_eq!(server.received().len(), 2);
    }
}

fn all_else_is_repeated<C: Colour>() {
    for act in unclear() {
        let server = Scripted::start([act.clone(), ok("{}")]);
        let (client, _) = client::<C>(&server);
        let secrets = Secrets::new(&client);
        secrets
            .set("n", &sample())
            .send()
            .expect("the second attempt");
        assert_eq!(server.received().len(), 2);
    }
    // What only reads has done nothing.
    let server = Scripted::start([Act::SendAndClose(String::new())]);
    let client: C = build(builder(&server).retry(RetryPolicy::none()));
    let secrets = Secrets::new(&client);
    assert!(
        !secrets
            .get("n")
            .send()
            .expect_err("no answer")
            .may_have_acted()
    );
    let error = secrets.remove("n").send().expect_err("no answer");
    assert!(error.may_have_acted(), "{error}");
}

fn a_conflict_may_be_of_ones_own_making<C: Colour>() {
    let body = json!({"code": "RequestConflict", "message": "already there"}).to_string();
    let conflict = answer("409 Conflict", "", body);
    let server = Scripted::start([Act::SendAndClose(String::new()), conflict.clone(), conflict]);
    let (client, _) = client::<C>(&server);
    let secrets = Secrets::new(&client);
    let error = secrets.set("n", &sample()).send().expect_err("a conflict");
    assert!(error.may_have_acted());
    let text = format!(
        "secrets.set: 409 RequestConflict: already there; an earlier attempt of this call may have been \
         carried out, and be what it conflicts with ({}/api/secrets/v1/secret/n, after 2 attempts)",
        server.root_url()
    );
    assert_eq!(error.to_string(), text);
    let error = secrets.set("n", &sample()).send().expect_err("a conflict");
    assert!(!error.may_have_acted());
    assert!(!error.to_string().contains("earlier attempt"), "{error}");
}
