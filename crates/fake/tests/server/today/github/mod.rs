//! What a `.taskcluster.yml` makes of events that did not happen.

mod zero;

use serde_json::{Value, json};
use taskcluster_core::{Client, Method, Request, slugid};
use taskcluster_fake::FakeTaskcluster;

use crate::support::{bad, good, root, to, todays};

const FILE: &str = "version: 1\nreporting: checks-v1";

fn render(payload: &Value) -> Request {
    to(Method::Post, "github", ["taskcluster-yml"]).json(payload)
}

fn pushed(root: &Client, file: &str) -> Value {
    let event = json!({ "type": "github-push" });
    good(root, render(&json!({ "body": file, "fakeEvent": event })))
}

#[test]
fn tasks_are_rendered_for_a_push() {
    let fake = todays();
    let root = root(&fake);
    let file = r"
version: 1
tasks:
  - $if: tasks_for == 'github-push'
    then:
      taskId: {$eval: as_slugid('test')}
      dependencies: [{$eval: as_slugid('build')}]
      routes: [mine, statuses]
      deadline: {$fromNow: 1 hour}
      metadata: &metadata
        source: ${event.repository.clone_url}/${event.head_commit.id}
        owner: ${event.pusher.name}@${taskcluster_root_url}
  - taskId: {$eval: as_slugid('build')}
    metadata:
      <<: *metadata
      owner: nobody
  - $if: tasks_for == 'github-release'
    then: {}
";
    let payload = json!({
        "body": file, "organization": "acme", "repository": "tool",
        "fakeEvent": { "type": "github-push", "overrides": { "after": "abc", "ref": "refs/heads/a/b" } },
    });
    let answer = good(&root, render(&payload));
    let (build, test) = (&answer["tasks"][0], &answer["tasks"][1]);
    assert_eq!(
        answer["tasks"].as_array().map(Vec::len),
        Some(2),
        "{answer}"
    );
    // What others wait for comes first, whatever the file's order.
    assert_eq!(test["task"]["dependencies"], json!([build["taskId"]]));
    assert!(slugid::is_valid(build["taskId"].as_str().expect("an id")));
    assert_eq!(build["task"]["routes"], json!(["statuses"]));
    assert_eq!(test["task"]["routes"], json!(["mine", "statuses"]));
    let (build, test) = (&build["task"], &test["task"]);
    assert_eq!(build["metadata"]["owner"], "nobody");
    assert_eq!(build["metadata"]["source"], test["metadata"]["source"]);
    let source = test["metadata"]["source"].as_str().expect("a text");
    assert!(
        source.starts_with("https://github.com/acme/tool.git/"),
        "{source}"
    );
    assert_eq!(
        test["metadata"]["owner"],
        format!("awesome-dev@{}", fake.root_url())
    );
    assert_eq!(test["schedulerId"], "taskcluster-github");
    assert_eq!(test["taskGroupId"], build["taskGroupId"]);
    assert_eq!(test["created"], build["created"]);
    assert!(test["created"].as_str() < test["deadline"].as_str());
    let scopes = json!([
        "assume:repo:github.com/acme/tool:branch:a/b",
        "queue:route:statuses",
        "queue:scheduler-id:taskcluster-github",
    ]);
    assert_eq!(answer["scopes"], scopes);
}

#[test]
fn a_single_task_begins_a_group_of_its_own() {
    let fake = todays();
    let root = root(&fake);
    let sole = |rest: &str| {
        let answer = pushed(&root, &format!("version: 1\ntasks:\n  - {{{rest}}}\n"));
        let task = &answer["tasks"][0];
        [&task["taskId"], &task["task"]["taskGroupId"]]
            .map(|id| id.as_str().expect("an id").to_owned())
    };
    let [task, group] = sole("");
    assert_eq!(task, group);
    let (own, other) = (slugid::nice(), slugid::nice());
    assert_eq!(sole(&format!("taskId: {own}")), [own.clone(), own.clone()]);
    assert_eq!(
        sole(&format!("taskGroupId: {own}")),
        [own.clone(), own.clone()]
    );
    assert_eq!(
        sole(&format!("taskId: {own}, taskGroupId: {other}")),
        [own, other]
    );
    let two = pushed(&root, "version: 1\ntasks: [{}, {}]\n");
    let ids = [
        &two["tasks"][0]["taskId"],
        &two["tasks"][1]["taskId"],
        &two["tasks"][0]["task"]["taskGroupId"],
    ];
    assert!(
        ids[0] != ids[1] && ids[0] != ids[2] && ids[1] != ids[2],
        "{two}"
    );
    assert_eq!(two["tasks"][1]["task"]["taskGroupId"], *ids[2]);
    // A file without tasks, or with none for this event, makes none.
    for file in [
        "version: 1",
        "version: 1\ntasks: {$if: 'false', then: [{}]}",
    ] {
        assert_eq!(pushed(&root, file)["tasks"], json!([]));
    }
}

fn scope(fake: &FakeTaskcluster, event: &Value) -> String {
    let payload = json!({ "body": FILE, "fakeEvent": event });
    let answer = good(&root(fake), render(&payload));
    assert_eq!(answer["scopes"][1], "queue:route:checks");
    answer["scopes"][0].as_str().expect("a scope").to_owned()
}

#[test]
fn each_event_has_its_scopes() {
    let fake = todays();
    for (event, role) in [
        (json!({ "type": "github-push" }), "branch:main"),
        (
            json!({ "type": "github-push", "overrides": { "branch": "a b" } }),
            "branch:a%20b",
        ),
        (
            json!({ "type": "github-push", "overrides": { "ref": "refs/tags/v1" } }),
            "tag:v1",
        ),
        (
            json!({ "type": "github-pull-request", "action": "opened" }),
            "pull-request",
        ),
        (
            json!({ "type": "github-pull-request-untrusted", "action": "closed" }),
            "pull-request-untrusted",
        ),
        (
            json!({ "type": "github-release", "action": "edited" }),
            "release:edited",
        ),
        (
            json!({ "type": "github-issue-comment", "action": "created" }),
            "pull-request",
        ),
    ] {
        let scope = scope(&fake, &event);
        assert_eq!(
            scope,
            format!("assume:repo:github.com/taskcluster/testing:{role}")
        );
    }
}

#[test]
fn events_have_what_those_of_github_have() {
    let fake = todays();
    let root = root(&fake);
    for (kind, action, expression, value) in [
        (
            "pull-request",
            "opened",
            "event.pull_request.head.repo.full_name",
            "taskcluster/testing",
        ),
        (
            "pull-request",
            "closed",
            "event.action + event.pull_request.base.ref",
            "closedmaster",
        ),
        (
            "release",
            "published",
            "event.release.tag_name + event.sender.type",
            "testing-789User",
        ),
        (
            "issue-comment",
            "created",
            "event.taskcluster_comment",
            "run",
        ),
    ] {
        let body = format!("version: 1\ntasks: [{{extra: {{$eval: '{expression}'}}}}]");
        let event = json!({ "type": format!("github-{kind}"), "action": action });
        let answer = good(&root, render(&json!({ "body": body, "fakeEvent": event })));
        assert_eq!(answer["tasks"][0]["task"]["extra"], value, "{expression}");
    }
}

#[test]
fn what_is_no_taskcluster_yml_is_refused() {
    let fake = todays();
    let root = root(&fake);
    let two = |on: &str| {
        let ids =
            ["A", "B"].map(|label| format!("{{$eval: as_slugid(`{label}`)}}").replace('`', "\""));
        format!(
            "version: 1\ntasks:\n- {{taskId: {}, dependencies: [{}]}}\n- {{taskId: {}, dependencies: [{}]}}",
            ids[0],
            ids[1],
            ids[1],
            if on == "A" { &ids[0] } else { "other" },
        )
    };
    for (file, why) in [
        ("version: [1", "line"),
        ("", "nothing in it"),
        ("- 1", "is a map"),
        ("tasks: []", "data.version"),
        ("version: 2\ntasks: []", "data.version"),
        ("version: 0\nbogus: 1", "bogus"),
        (
            "version: 0\ntasks: [{extra: {github: {}}}]",
            "github.events",
        ),
        (
            "version: 0\ntasks: [{extra: {github: {events: [push], branches: [a], excludeBranches: [b]}}}]",
            "Cannot specify both",
        ),
        (
            "version: 0\ntasks: [{extra: {github: {events: [push], env: true}}}]",
            "no payload",
        ),
        (
            "version: 0\ntasks: [{created: \"{{'soon' | $fromNow}}\"}]",
            "soon",
        ),
        (
            "version: 0\ntasks: [{created: '{{ timestamp | $fromNow }}'}]",
            "takes a text",
        ),
        ("version: 1\nbogus: 1", "bogus"),
        (
            "version: 1\ntasks: [{a: '${none}'}]",
            "unknown context value none",
        ),
        ("version: 1\ntasks: {a: 1}", "data.tasks must be array"),
        ("version: 1\ntasks: {$eval: '[1]'}", "must be objects"),
        (&two("A"), "circle"),
    ] {
        let event = json!({ "type": "github-push" });
        let (status, code, message) =
            bad(&root, render(&json!({ "body": file, "fakeEvent": event })));
        assert_eq!(
            (status, code.as_str()),
            (400, "InputError"),
            "{file}: {message}"
        );
        assert!(message.contains(why), "{file}: {message}");
    }
    pushed(&root, &two("none"));
    // What does not have the form of the request is seen by its schema, as everywhere.
    let event = json!({ "type": "github-release" });
    let (status, code, _) = bad(&root, render(&json!({ "body": FILE, "fakeEvent": event })));
    assert_eq!((status, code.as_str()), (400, "InputValidationError"));
    for overrides in [json!({ "branch": "é" }), json!({ "ref": 1 })] {
        let event = json!({ "type": "github-push", "overrides": overrides });
        assert_eq!(
            bad(&root, render(&json!({ "body": FILE, "fakeEvent": event }))).0,
            400
        );
    }
}
