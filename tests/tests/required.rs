//! The scopes of a call, known before it is sent.

use std::time::Duration;

use serde_json::json;
use taskcluster_client::queue::types::{
    CreateTaskRequest, CreateTaskRequestRequired, TaskMetadata, TaskMetadataRequired, TaskPriority,
};
use taskcluster_client::scopes::{Arguments, ScopeSet};
use taskcluster_client::{Client, Method, Notify, Queue, Request, Result, Secrets};
use taskcluster_tests::{Colour, in_both_colours};
use time::OffsetDateTime;

in_both_colours!(
    arguments_fill_the_scopes,
    a_task_needs_its_scopes_its_routes_and_a_priority,
    what_is_left_out_of_a_task_counts_as_its_default,
    an_artifact_needs_the_scope_of_its_name,
    a_choice_in_the_payload_chooses_the_scope,
    what_only_the_service_knows_is_asked_for_by_name
);

fn client<C: Colour>() -> C {
    C::build(Client::builder("https://tc.example.com")).expect("a client")
}

fn task() -> CreateTaskRequest {
    let now = OffsetDateTime::now_utc();
    let metadata = TaskMetadata::new(TaskMetadataRequired {
        name: "n".into(),
        description: "d".into(),
        owner: "o@example.com".into(),
        source: "https://example.com".into(),
    });
    CreateTaskRequest::new(CreateTaskRequestRequired {
        provisioner_id: "p".into(),
        worker_type: "w".into(),
        created: now,
        deadline: now + Duration::from_secs(60),
        payload: json!({}),
        metadata,
    })
}

fn text(required: Result<taskcluster_client::scopes::Requirement>) -> String {
    required.map_or_else(|e| e.to_string(), |required| required.to_string())
}

fn arguments_fill_the_scopes<C: Colour>() {
    let client = client::<C>();
    let secrets = Secrets::new(&client);
    assert_eq!(
        text(secrets.get("a/b").required_scopes()),
        "secrets:get:a/b"
    );
    assert!(
        secrets
            .ping()
            .required_scopes()
            .expect("none")
            .satisfied_by(&ScopeSet::default())
    );
}

fn a_task_needs_its_scopes_its_routes_and_a_priority<C: Colour>() {
    let client = client::<C>();
    let queue = Queue::new(&client);
    let task = task()
        .scopes(["secrets:get:x"])
        .routes(["index.a"])
        .priority(TaskPriority::VeryHigh);
    let required = queue
        .create_task("t", &task)
        .required_scopes()
        .expect("all is known");
    let has = |scopes: &[&str]| required.satisfied_by(&ScopeSet::from_iter(scopes));
    let rest = [
        "secrets:get:x",
        "queue:route:index.a",
        "queue:scheduler-id:-",
        "queue:create-task:project:none",
    ];
    assert!(has(
        &[&rest[..], &["queue:create-task:highest:p/w"]].concat()
    ));
    assert!(has(
        &[&rest[..], &["queue:create-task:very-high:p/w"]].concat()
    ));
    assert!(!has(&[&rest[..], &["queue:create-task:high:p/w"]].concat()));
    assert!(!has(&[&rest[1..], &["queue:create-task:*"]].concat()));
    assert!(!has(
        &[&rest[..3], &["queue:create-task:highest:*"]].concat()
    ));
    let given = ScopeSet::from_iter([&rest[1..], &["queue:create-task:*"]].concat());
    assert_eq!(
        required.missing(&given).expect("one").to_string(),
        "secrets:get:x"
    );
}

fn what_is_left_out_of_a_task_counts_as_its_default<C: Colour>() {
    let client = client::<C>();
    let queue = Queue::new(&client);
    let required = queue
        .create_task("t", &task())
        .required_scopes()
        .expect("all is known");
    let has = |scopes: &[&str]| required.satisfied_by(&ScopeSet::from_iter(scopes));
    assert!(has(&[
        "queue:scheduler-id:-",
        "queue:create-task:lowest:p/w",
        "queue:create-task:project:none",
    ]));
    assert!(!has(&[
        "queue:create-task:p/w",
        "queue:create-task:project:none"
    ]));
    // Of a method of 2018, in the words of those servers.
    let required = queue
        .define_task("t", &task())
        .required_scopes()
        .expect("all is known");
    let has = |scopes: &[&str]| required.satisfied_by(&ScopeSet::from_iter(scopes));
    assert!(
        has(&["queue:create-task:p/w"]),
        "the older form of the scope, for low priorities"
    );
    assert!(has(&["queue:define-task:p/w", "queue:task-group-id:-/t"]));
    assert!(!has(&["queue:task-group-id:-/t"]));
}

fn an_artifact_needs_the_scope_of_its_name<C: Colour>() {
    let client = client::<C>();
    let queue = Queue::new(&client);
    let public = queue.get_latest_artifact("t", "public/x").required_scopes();
    assert_eq!(text(public), "queue:get-artifact:public/x");
    let private = queue.get_artifact("t", 0, "private/x").required_scopes();
    assert_eq!(text(private), "queue:get-artifact:private/x");
}

fn a_choice_in_the_payload_chooses_the_scope<C: Colour>() {
    let client = client::<C>();
    let notify = Notify::new(&client);
    let request = serde_json::from_value(json!({"channel": "#c", "message": "m"})).expect("one");
    let required = notify.irc(&request).required_scopes();
    assert_eq!(text(required), "notify:irc-channel:#c");
    let request = serde_json::from_value(json!({"user": "u", "message": "m"})).expect("one");
    assert_eq!(
        text(notify.irc(&request).required_scopes()),
        "notify:irc-user:u"
    );
}

fn what_only_the_service_knows_is_asked_for_by_name<C: Colour>() {
    let client = client::<C>();
    let queue = Queue::new(&client);
    let call = queue.cancel_task("t");
    assert_eq!(
        text(call.required_scopes()),
        "queue.cancelTask: the scopes depend on schedulerId, taskGroupId, projectId, which \
         this call does not say; give it to `required_scopes_with`"
    );
    let known = Arguments::new()
        .with("schedulerId", "s")
        .with("taskGroupId", "g")
        .with("projectId", "none");
    let required = call.required_scopes_with(known).expect("known now");
    assert!(required.satisfied_by(&ScopeSet::from_iter(["queue:cancel-task:s/g/t"])));

    let unknown = client.call::<()>(Request::new(Method::Get, "x", "v1").path(["y"]));
    assert!(text(unknown.required_scopes()).ends_with("the scopes of this method are not known"));
}
