use std::collections::BTreeMap;

use serde_json::json;

use super::*;

fn case(value: &Value) -> Case {
    let mut whole = json!({
        "id": "a", "method": "GET", "path": "/api/auth/v1/x", "payload": null, "signed": true,
        "status": 200, "headers": {}, "answer": "",
    });
    for (name, value) in value.as_object().expect("members") {
        whole[name] = value.clone();
    }
    serde_json::from_value(whole).expect("a case")
}

fn known() -> Known {
    Known::new("http://127.0.0.1:1", Credentials::new("root", "token"))
}

fn moment(text: &str) -> OffsetDateTime {
    timestamp::parse(text).expect("a date")
}

#[test]
fn dates_of_payloads_go_with_the_time_and_other_texts_stay() {
    let mut known = known();
    known.begin(
        moment("2026-11-26T10:00:00.000Z"),
        moment("2030-01-01T00:00:00.000Z"),
    );
    let case = case(&json!({ "payload": { "a": ["2026-11-26T10:00:01.500Z", "2026"] } }));
    let wire = known.request(&case);
    assert_eq!(wire.body, br#"{"a": ["2030-01-01T00:00:01.500Z", "2026"]}"#);
    assert_eq!(wire.content_type.as_deref(), Some("application/json"));
}

#[test]
fn what_a_deployment_made_up_is_repeated_in_its_own_words() {
    let mut known = known();
    let answer = Answer {
        status: 200,
        headers: BTreeMap::new(),
        body: json!({ "continuationToken": "ours&", "secret": "s", "name": "n" }),
    };
    let first =
        case(&json!({ "answer": { "continuationToken": "theirs=", "secret": "t", "name": "m" } }));
    known.learn(&first, &answer);
    let next = case(&json!({
        "path": "/api/auth/v1/x?limit=2&continuationToken=theirs%3D", "payload": ["t", "m"],
    }));
    let wire = known.request(&next);
    assert_eq!(
        wire.target,
        "/api/auth/v1/x?limit=2&continuationToken=ours%26"
    );
    assert_eq!(wire.body, br#"["s", "m"]"#);
}

#[test]
fn credentials_and_places_for_content_are_those_of_the_answer_here() {
    let mut known = known();
    let body = json!({
        "tasks": [{ "credentials": { "clientId": "c", "accessToken": "ours" } }],
        "uploadMethod": { "putUrl": { "url": "http://127.0.0.1:1/u", "headers": { "Content-Type": "a/b" } } },
    });
    let answer = Answer {
        status: 200,
        headers: BTreeMap::new(),
        body,
    };
    known.learn(&case(&json!({})), &answer);
    let credentials = known.credentials("a").expect("credentials");
    assert_eq!(
        (credentials.client_id(), credentials.access_token()),
        ("c", "ours")
    );
    let wire = known.request(&case(
        &json!({ "method": null, "path": "(the URL)", "payload": "(bytes)" }),
    ));
    assert_eq!(
        (wire.verb.as_str(), wire.target.as_str()),
        ("PUT", "http://127.0.0.1:1/u")
    );
    assert_eq!(wire.content_type.as_deref(), Some("a/b"));
}

#[test]
fn the_clock_follows_the_recording_and_never_goes_back() {
    let mut known = known();
    let (recorded, here) = (
        moment("2026-11-26T10:00:00.000Z"),
        moment("2030-01-01T00:00:00.000Z"),
    );
    known.begin(recorded, here);
    let step = known.catch_up(recorded + Duration::MINUTE, here + Duration::SECOND);
    assert_eq!(step, Some(std::time::Duration::from_secs(59)));
    assert_eq!(known.now(here + Duration::SECOND), here + Duration::MINUTE);
    assert_eq!(known.catch_up(recorded, here + Duration::SECOND), None);
}

#[test]
fn a_payload_that_was_left_out_has_its_length() {
    let wire = known().request(&case(&json!({ "payload": { "(cut)": 100 } })));
    assert_eq!(wire.body.len(), 100);
}
