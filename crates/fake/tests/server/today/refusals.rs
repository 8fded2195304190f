//! What today's services say of requests that they refuse: the words, and their order.

use serde_json::json;
use taskcluster_core::Method;

use crate::support::{
    Answer, JSON, ask, bad, create, good, header, root, signer, task, to, todays,
};

/// A payload as a text, since the order of its members counts.
fn send(fake: &taskcluster_fake::FakeTaskcluster, verb: &str, path: &str, body: &str) -> Answer {
    let authorization = header(fake, &signer(&fake.credentials(), ""), verb, path);
    ask(
        fake,
        verb,
        path,
        &[JSON, ("authorization", &authorization)],
        body,
    )
}

/// The lines of an error about a payload.
fn problems(answer: &Answer) -> Vec<String> {
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (400, "InputValidationError")
    );
    let message = answer.message();
    let lines = message
        .lines()
        .skip_while(|line| *line != "Errors:")
        .skip(1);
    lines
        .map(|line| line.trim_start_matches("  * ").to_owned())
        .collect()
}

#[test]
fn what_is_wrong_with_a_payload_is_told_in_the_order_of_the_services() {
    let fake = todays();
    let answer = send(
        &fake,
        "PUT",
        "/api/auth/v1/clients/x",
        r#"{"zz": 1, "scopes": ["\u00e9", "a", "a"], "expires": "yesterday", "aa": 1}"#,
    );
    let wanted = [
        "data must have required property 'description'",
        r#"data must NOT have additional properties: "zz""#,
        r#"data must NOT have additional properties: "aa""#,
        r#"data/expires must match format "date-time""#,
        "data/scopes must NOT have duplicate items (items ## 2 and 1 are identical)",
        r#"data/scopes/0 must match pattern "^[ -~]*$""#,
    ];
    assert_eq!(problems(&answer), wanted);
}

#[test]
fn of_a_choice_it_is_told_what_is_wrong_with_each_form() {
    let fake = todays();
    let path = format!(
        "/api/queue/v1/task/{}/runs/0/artifacts/x",
        taskcluster_core::slugid::nice()
    );
    let body = r#"{"storageType": "error", "expires": "2222-02-02T00:00:00Z", "reason": "r", "message": "m"}"#;
    let found = problems(&send(&fake, "POST", &path, body));
    let form = [
        "data must have required property 'contentType'",
        r#"data must NOT have additional properties: "reason""#,
        r#"data must NOT have additional properties: "message""#,
        "data/storageType must be equal to one of the allowed values",
    ];
    assert_eq!(found[..8], [form, form].concat());
    assert_eq!(found[8], "data must have required property 'url'");
    assert_eq!(
        found[found.len() - 2..],
        [
            "data/reason must be equal to one of the allowed values",
            "data must match exactly one schema in oneOf",
        ]
    );
}

#[test]
fn the_members_of_a_worker_pools_config_are_told_in_their_order() {
    let fake = todays();
    let body = r#"{"providerId": "static", "description": "", "owner": "o@example.com",
        "emailOnError": false, "config": {"y": 1, "x": 1}}"#;
    let path = "/api/worker-manager/v1/worker-pool/p%2Fw";
    let found = problems(&send(&fake, "PUT", path, body));
    let line = |name| format!("data must NOT have additional properties: \"{name}\"");
    assert_eq!(found, ["y", "x"].map(line));
}

#[test]
fn json_that_is_none_is_told_in_the_words_of_the_services() {
    let fake = todays();
    let answer = send(&fake, "PUT", "/api/auth/v1/clients/x", "{bad");
    let message = "Failed to parse JSON: Expected property name or '}' in JSON at position 1 \
                   (line 1 column 2)";
    answer.assert_error(400, "MalformedPayload", message);
}

#[test]
fn a_page_of_no_entries_is_a_fault_where_there_are_some() {
    let fake = todays();
    let root = root(&fake);
    let clients = to(Method::Get, "auth", ["clients"]).query("limit", "0");
    let (status, code, message) = bad(&root, clients);
    assert_eq!((status, code.as_str()), (500, "InternalServerError"));
    let end = "Errors:\n  * data/continuationToken must be string\n```";
    assert!(message.ends_with(end), "{message}");
    let none = good(
        &root,
        to(Method::Get, "secrets", ["secrets"]).query("limit", "0"),
    );
    assert_eq!(none, json!({ "secrets": [] }));
}

#[test]
fn the_status_of_a_task_is_shown_in_the_order_of_the_queue() {
    let fake = todays();
    let root = root(&fake);
    let id = create(&root, &task());
    let worker = json!({ "workerGroup": "g", "workerId": "i" });
    good(
        &root,
        to(Method::Post, "queue", ["claim-work", "p/w"]).json(&worker),
    );
    good(
        &root,
        to(
            Method::Post,
            "queue",
            ["task", &id, "runs", "0", "completed"],
        ),
    );
    let path = ["task", &id, "runs", "0", "artifacts", "x"];
    let artifact = json!({
        "storageType": "s3", "contentType": "text/plain", "expires": crate::support::date(60),
    });
    let (status, _, message) = bad(&root, to(Method::Post, "queue", path).json(&artifact));
    assert_eq!(status, 409);
    let (_, shown) = message.split_once("Task status: ").expect("a status");
    let names = shown
        .lines()
        .filter_map(|line| line.trim().split_once("\": "));
    let names = names.map(|(name, _)| name.trim_start_matches('"'));
    let wanted = "taskId provisionerId workerType taskQueueId schedulerId projectId taskGroupId \
                  priority deadline expires retriesLeft state runs runId state reasonCreated \
                  reasonResolved workerGroup workerId takenUntil scheduled started resolved";
    assert_eq!(names.collect::<Vec<_>>().join(" "), wanted);
}

#[test]
fn an_error_repeats_the_payload_with_what_the_service_has_filled_in() {
    let fake = todays();
    let id = create(&root(&fake), &task());
    let mut other = task();
    other["payload"] = json!({ "other": true });
    let path = format!("/api/queue/v1/task/{id}");
    let answer = send(&fake, "PUT", &path, &other.to_string());
    assert_eq!(answer.status, 409);
    let shown = &answer.json()["requestInfo"]["payload"];
    for (name, value) in [
        ("payload", json!({ "other": true })),
        ("priority", json!("lowest")),
        ("requires", json!("all-completed")),
        ("retries", json!(5)),
        ("schedulerId", json!("-")),
        ("dependencies", json!([])),
        ("taskGroupId", json!(id)),
        ("taskQueueId", json!("p/w")),
    ] {
        assert_eq!(other.get(name).is_some(), name == "payload", "{name}");
        assert_eq!(shown[name], value, "{name}");
    }
    // So does one of another service: what a schema has a default for.
    let body = r#"{"description": "", "scopes": ["x"], "expires": "2222-02-02T00:00:00Z"}"#;
    let some = crate::support::new_client(&fake, "some", &["auth:create-client:*"]);
    let path = "/api/auth/v1/clients/other";
    let authorization = header(&fake, &signer(&some, ""), "PUT", path);
    let headers = [JSON, ("authorization", authorization.as_str())];
    let refused = ask(&fake, "PUT", path, &headers, body);
    assert_eq!(refused.status, 403);
    assert_eq!(
        refused.json()["requestInfo"]["payload"]["deleteOnExpiration"],
        false
    );
}
