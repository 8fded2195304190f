//! A `.taskcluster.yml` of version 0.

use serde_json::{Value, json};
use taskcluster_core::{Client, slugid};

use super::render;
use crate::support::{good, root, todays};

/// What version 0 makes of an event.
fn zero(root: &Client, tasks: &str, event: &Value) -> Value {
    let body = format!("version: 0\ntasks:\n{tasks}");
    let payload =
        json!({ "body": body, "organization": "acme", "repository": "tool", "fakeEvent": event });
    good(root, render(&payload))
}

#[test]
fn version_0_has_placeholders_and_an_environment() {
    let fake = todays();
    let root = root(&fake);
    let tasks = r#"
  - routes: [mine, statuses]
    taskGroupId: own
    workerType: "{{ taskcluster.docker.workerType }}"
    payload:
      command: ["git checkout {{event.head.sha}} # {{ none }} {{ 'x' | none }} {not} {{"]
      "{{ event.type }}-key": "{{ event.head.user.id }}"
      env: {MINE: 1, GITHUB_EVENT: old}
    extra: {github: {env: true, events: [push]}, date: "{{ '2 hours' | $fromNow }}"}
    metadata: {owner: "{{ event.head.user.email }}", source: "{{event.head.repo.url}}"}
  - extra: {github: {events: ["pu*"]}}
  - extra: {github: {events: [pull_request.*]}}
  - extra: {other: 1}
"#;
    let answer = zero(
        &root,
        tasks,
        &json!({ "type": "github-push", "overrides": { "after": "abc" } }),
    );
    let scopes = json!([
        "assume:repo:github.com/acme/tool:branch:main",
        "queue:route:statuses",
        "queue:scheduler-id:taskcluster-github",
    ]);
    assert_eq!(answer["scopes"], scopes);
    assert_eq!(
        answer["tasks"].as_array().map(Vec::len),
        Some(2),
        "{answer}"
    );
    let (id, task) = (&answer["tasks"][0]["taskId"], &answer["tasks"][0]["task"]);
    assert!(slugid::is_valid(id.as_str().expect("an id")));
    assert_eq!(task["routes"], json!(["mine", "statuses"]));
    assert_eq!(
        (&task["taskGroupId"], &task["workerType"]),
        (id, &json!("unknown"))
    );
    let wanted = "git checkout abc # {{ none }} {{ 'x' | none }} {not} {{";
    assert_eq!(task["payload"]["command"], json!([wanted]));
    // What is a placeholder alone keeps its type.
    assert_eq!(task["payload"]["push-key"], 18_102_552);
    assert_eq!(task["metadata"]["owner"], "{{ event.head.user.email }}");
    assert_eq!(
        task["metadata"]["source"],
        "https://github.com/acme/tool.git"
    );
    let env = &task["payload"]["env"];
    assert_eq!(
        (&env["MINE"], &env["GITHUB_EVENT"]),
        (&json!(1), &json!("push"))
    );
    assert_eq!(
        (&env["GITHUB_BRANCH"], &env["GITHUB_HEAD_SHA"]),
        (&json!("main"), &json!("abc"))
    );
    assert_eq!(env.get("GITHUB_PULL_REQUEST"), None);
    let [created, date, deadline] = [&task["created"], &task["extra"]["date"], &task["deadline"]];
    let parsed = [created, date, deadline].map(|date| {
        taskcluster_core::timestamp::parse(date.as_str().expect("a text")).expect("a date")
    });
    assert_eq!((parsed[1] - parsed[0]).whole_hours(), 2);
    assert_eq!((parsed[2] - parsed[0]).whole_hours(), 24);
    let other = &answer["tasks"][1];
    assert_ne!(other["taskId"], *id);
    assert_eq!(
        (&other["task"]["taskGroupId"], &other["task"]["created"]),
        (id, created)
    );
}

#[test]
fn version_0_has_tasks_for_events_and_branches() {
    let fake = todays();
    let root = root(&fake);
    let tasks = r"
  - {n: all, extra: {github: {events: ['*']}}}
  - {n: main, extra: {github: {events: [push, pull_request.opened], branches: [main]}}}
  - {n: not, extra: {github: {events: [push, release], excludeBranches: [main]}}}
  - {n: tag, extra: {github: {events: [tag]}}, name: '{{event.head.tag}}'}
  - {n: comment, extra: {github: {events: [issue_comment.created]}}, name: '{{ taskcluster_comment }}'}
";
    let push = |git_ref: &str| json!({ "type": "github-push", "overrides": { "ref": git_ref } });
    let other = |kind: &str, action: &str| json!({ "type": kind, "action": action });
    for (event, wanted, role) in [
        (
            push("refs/heads/main"),
            &["all", "main"][..],
            Some("branch:main"),
        ),
        (push("refs/heads/a/b"), &["all", "not"], Some("branch:a/b")),
        (push("refs/tags/v1"), &["all", "tag"], Some("tag:v1")),
        (
            other("github-pull-request", "opened"),
            &["all", "main"],
            Some("pull-request"),
        ),
        (
            other("github-pull-request-untrusted", "closed"),
            &["all"],
            Some("pull-request"),
        ),
        (
            other("github-release", "edited"),
            &["all", "not"],
            Some("release:published"),
        ),
        (
            other("github-issue-comment", "created"),
            &["all", "comment"],
            None,
        ),
    ] {
        let answer = zero(&root, tasks, &event);
        let made = answer["tasks"].as_array().expect("a list").iter();
        let made: Vec<&Value> = made.map(|task| &task["task"]["n"]).collect();
        assert_eq!(made, wanted, "{event}");
        let role = role.map(|role| json!(format!("assume:repo:github.com/acme/tool:{role}")));
        let wanted = role.unwrap_or_else(|| json!("queue:route:statuses"));
        assert_eq!(answer["scopes"][0], wanted, "{event}");
        for task in answer["tasks"].as_array().expect("a list") {
            let name = task["task"].get("name");
            assert!(
                name.is_none_or(|name| name == "v1" || name == "run"),
                "{task}"
            );
        }
    }
    let none = json!({ "body": "version: 0", "fakeEvent": { "type": "github-push" } });
    assert_eq!(good(&root, render(&none))["tasks"], json!([]));
}
