use serde_json::json;

use super::*;

const BASE: &str = "2026-11-26T10:00:00.000Z";

fn case(status: u16, headers: &Value, answer: &Value) -> Case {
    let case = json!({
        "id": "a", "method": "GET", "path": "/api/queue/v1/x", "payload": null, "signed": true,
        "status": status, "headers": headers, "answer": answer,
    });
    serde_json::from_value(case).expect("a case")
}

/// The lines for an answer, an hour after the recorded one.
fn lines_of(
    case: &Case,
    status: u16,
    headers: &[(&str, &str)],
    body: &Value,
    shape_only: bool,
) -> Vec<String> {
    let texts = HashMap::from([("theirs".to_owned(), "ours".to_owned())]);
    let measure = Measure {
        shift: Duration::HOUR,
        texts: &texts,
        root_url: "http://127.0.0.1:1",
        root_client: "static/ours",
        shape_only,
    };
    let headers = headers
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    let answer = Answer {
        status,
        headers: headers.collect(),
        body: body.clone(),
    };
    compare(case, &answer, &measure)
        .iter()
        .map(ToString::to_string)
        .collect()
}

fn lines(recorded: &Value, here: &Value) -> Vec<String> {
    lines_of(&case(200, &json!({}), recorded), 200, &[], here, false)
}

#[test]
fn another_status_is_all_that_is_said() {
    let found = lines_of(
        &case(200, &json!({}), &json!({ "a": 1 })),
        404,
        &[("content-type", "text/html")],
        &json!({ "message": "gone\n\n---\n\n* method: x" }),
        false,
    );
    assert_eq!(found, ["status: 404 where 200 is recorded: \"gone\""]);
}

#[test]
fn members_are_named_however_deep_they_are() {
    let recorded = json!({ "a": [{ "b": { "c": 1, "d": "x" } }], "e": null });
    assert_eq!(lines(&recorded, &recorded), Vec::<String>::new());
    let here = json!({ "a": [{ "b": { "c": "1", "f": 1 } }], "e": null });
    assert_eq!(
        lines(&recorded, &here),
        [
            "shape: answer.a[0].b.d is missing",
            "shape: answer.a[0].b.f is not in the recording",
            "shape: answer.a[0].b.c is a text where a number is recorded",
        ]
    );
}

#[test]
fn lists_are_as_long_as_recorded() {
    let found = lines(&json!({ "a": [1, 2] }), &json!({ "a": [1] }));
    assert_eq!(found, ["shape: answer.a has 1 items where 2 are recorded"]);
}

#[test]
fn values_count_and_what_is_made_up_does_not() {
    let recorded =
        json!({ "state": "running", "retriesLeft": 5, "accessToken": "(token)", "id": "theirs" });
    let same = json!({ "state": "running", "retriesLeft": 5, "accessToken": "x", "id": "ours" });
    assert_eq!(lines(&recorded, &same), Vec::<String>::new());
    let other = json!({ "state": "pending", "retriesLeft": 4, "accessToken": "x", "id": "else" });
    assert_eq!(
        lines(&recorded, &other),
        [
            "value: answer.id is \"else\" where \"theirs\" is recorded",
            "value: answer.retriesLeft is 4 where 5 is recorded",
            "value: answer.state is \"pending\" where \"running\" is recorded",
        ]
    );
}

#[test]
fn an_id_is_made_up_where_the_request_does_not_say_it() {
    let recorded = json!({ "uploadId": "aaaa", "startTime": "9:21:36 PM" });
    let here = json!({ "uploadId": "bbbb", "startTime": "1:02:03 AM" });
    assert_eq!(lines(&recorded, &here), Vec::<String>::new());
    assert_eq!(
        lines(&recorded, &json!({ "uploadId": "b", "startTime": "x" })).len(),
        2
    );
    let mut said = case(200, &json!({}), &recorded);
    said.payload = serde_json::from_value(json!({ "more": ["aaaa"] })).expect("JSON");
    let found = lines_of(&said, 200, &[], &here, false);
    assert_eq!(
        found,
        ["value: answer.uploadId is \"bbbb\" where \"aaaa\" is recorded"]
    );
}

#[test]
fn codes_and_messages_are_told_apart() {
    let error = |code: &str, message: &str| json!({ "code": code, "message": format!("{message}\n\n---\n\nx") });
    let recorded = error("InputError", "static/verify: at 2026-11-26T10:00:00.000Z");
    let same = error("InputError", "static/ours: at 2026-11-26T11:00:00.000Z");
    assert_eq!(lines(&recorded, &same), Vec::<String>::new());
    let found = lines(&recorded, &error("InputError", "no"));
    assert_eq!(found.len(), 1);
    assert!(
        found[0].starts_with("message: answer.message is \"no\" where"),
        "{found:?}"
    );
    let found = lines(&recorded, &error("RequestConflict", "no"));
    assert_eq!(
        found,
        ["code: answer.code is \"RequestConflict\" where \"InputError\" is recorded"]
    );
}

#[test]
fn dates_are_of_the_form_and_the_time_that_is_recorded() {
    let dated = |date: &str| json!({ "expires": date });
    let recorded = dated(BASE);
    assert_eq!(
        lines(&recorded, &dated("2026-11-26T11:00:59.123Z")),
        Vec::<String>::new()
    );
    assert_eq!(
        lines(&recorded, &dated("2026-11-26T11:00:00Z")),
        [format!(
            "shape: answer.expires is written 2026-11-26T11:00:00Z where {BASE} is recorded"
        )]
    );
    assert_eq!(
        lines(&recorded, &dated("2026-11-26T11:20:00.000Z")),
        ["value: answer.expires is 2026-11-26T11:20:00.000Z, which is 20m off"]
    );
    assert_eq!(
        lines(&recorded, &dated("soon")),
        ["shape: answer.expires is \"soon\" where a date is recorded"]
    );
}

#[test]
fn numbers_that_are_dates_go_with_the_time() {
    let recorded = json!({ "start": 1_795_688_589_228_i64 });
    let later = json!({ "start": 1_795_688_589_228_i64 + 3_600_000 });
    assert_eq!(lines(&recorded, &later), Vec::<String>::new());
    assert_eq!(lines(&recorded, &recorded).len(), 1);
}

#[test]
fn certificates_are_read() {
    let certified = |text: &str| json!({ "certificate": text });
    let recorded = certified(r#"{"version":1,"scopes":["a"],"seed":"s"}"#);
    let same = certified(r#"{"scopes":["a"],"version":1,"seed":"t"}"#);
    assert_eq!(lines(&recorded, &same), Vec::<String>::new());
    let found = lines(
        &recorded,
        &certified(r#"{"version":1,"scopes":["b"],"seed":"t"}"#),
    );
    assert_eq!(
        found,
        ["value: answer.certificate.scopes[0] is \"b\" where \"a\" is recorded"]
    );
}

#[test]
fn dates_as_names_of_members_are_those_of_the_day() {
    let recorded =
        json!({ "hourly": { "2026-11-25T11:00:00.000Z": 0, "2026-11-25T12:00:00.000Z": 2 } });
    let here = |count: i32| json!({ "hourly": { "2030-11-25T11:00:00.000Z": 0, "2030-11-25T12:00:00.000Z": count } });
    assert_eq!(lines(&recorded, &here(2)), Vec::<String>::new());
    assert_eq!(
        lines(&recorded, &here(1)),
        ["value: answer.hourly[1] is 1 where 2 is recorded"]
    );
}

#[test]
fn headers_of_interest_are_there_or_not() {
    let recorded = case(200, &json!({ "content-type": "a/b" }), &json!(""));
    let found = |headers: &[(&str, &str)]| lines_of(&recorded, 200, headers, &json!(""), false);
    assert_eq!(
        found(&[("content-type", "a/b"), ("server", "x")]),
        Vec::<String>::new()
    );
    assert_eq!(found(&[]).len(), 1);
    assert_eq!(
        found(&[("content-type", "a/b"), ("location", "/")]).len(),
        1
    );
}

#[test]
fn content_has_a_place_of_the_deployments_own() {
    let recorded = json!({ "url": "http://127.0.0.1:28080/public-bucket/a?X=1" });
    assert_eq!(
        lines(&recorded, &json!({ "url": "http://127.0.0.1:1/x" })),
        Vec::<String>::new()
    );
    assert_eq!(
        lines(&recorded, &json!({ "url": "http://elsewhere/x" })).len(),
        1
    );
}

#[test]
fn of_older_things_the_shape_alone_counts() {
    let recorded = case(
        200,
        &json!({}),
        &json!({ "l": [{ "n": 1 }, { "n": 2 }], "continuationToken": "x" }),
    );
    let found = |body: &Value| lines_of(&recorded, 200, &[], body, true);
    assert_eq!(found(&json!({ "l": [{ "n": 5 }] })), Vec::<String>::new());
    assert_eq!(found(&json!({ "l": [] })), Vec::<String>::new());
    assert_eq!(found(&json!({ "l": [{ "n": "5" }] })).len(), 1);
    assert_eq!(
        found(&json!({ "l": [{}] })),
        ["shape: answer.l[0].n is missing"]
    );
    let recorded = case(
        200,
        &json!({}),
        &json!({ "config": { "x": 1 }, "totals": { "workerPool": { "a/b": 1 } } }),
    );
    let here = json!({ "config": {}, "totals": { "workerPool": {} } });
    assert_eq!(
        lines_of(&recorded, 200, &[], &here, true),
        Vec::<String>::new()
    );
    assert_eq!(lines_of(&recorded, 200, &[], &here, false).len(), 2);
}
