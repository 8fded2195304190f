//! What decision tasks offer, and doing it.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use taskcluster_artifacts::Artifacts;
use taskcluster_client::{Client, Era, Method, Queue, Request, slugid};
use taskcluster_tests::in_both_colours;
use taskcluster_tools::{Actions, Error, QueueExt as _};

use crate::{PLACE, Scene, Tool, claim, definition};

in_both_colours!(
    an_action_triggers_its_hook,
    an_action_creates_its_task,
    what_does_not_fit_is_refused_before_anything_is_sent,
    actions_get_no_further_than_their_decision_task
);

/// What a decision task must have for its actions.
const SCOPES: [&str; 3] = [
    "in-tree:hook-action:g/in-tree/*",
    "queue:create-task:*",
    "queue:scheduler-id:*",
];

fn put(client: &Client, service: &'static str, path: &[&str], payload: &Value) {
    let request = Request::new(Method::Put, service, "v1").path(path.iter().copied());
    let done = client.call::<Value>(request.json(payload)).send();
    done.expect("made");
}

/// A task whose payload is what a hook was told, or a template says.
fn template(payload: &Value) -> Value {
    json!({
        "provisionerId": PLACE[0],
        "workerType": PLACE[1],
        "schedulerId": "test",
        "created": { "$fromNow": "0 seconds" },
        "deadline": { "$fromNow": "1 hour" },
        "payload": payload,
        "metadata": {
            "name": "n", "description": "d", "owner": "o@example.com", "source": "https://example.com/",
        },
    })
}

fn file() -> Value {
    let mut task = template(&json!({
        "own": "${ownTaskId}", "of": { "$eval": "task" }, "input": { "$eval": "input" },
        "taskId": { "$eval": "taskId" },
    }));
    task["taskGroupId"] = "${taskGroupId}".into();
    let schema = json!({
        "type": "object",
        "properties": { "times": { "type": "integer", "maximum": 9 } },
        "required": ["times"],
        "additionalProperties": false,
    });
    json!({
        "version": 1,
        "variables": { "revision": "123abc" },
        "actions": [
            {
                "kind": "hook", "name": "retrigger", "title": "Retrigger", "description": "Runs it once more",
                "context": [{ "kind": "test" }], "schema": schema,
                "hookGroupId": "g", "hookId": "in-tree/h",
                "hookPayload": {
                    "revision": "${revision}", "of": "${taskId} in ${taskGroupId}",
                    "input": { "$eval": "input" },
                },
            },
            {
                "kind": "task", "name": "retrigger", "title": "Retrigger", "description": "For all others",
                "context": [{}], "task": task,
            },
            {
                "kind": "task", "name": "again", "title": "All again", "description": "For the group",
                "context": [], "task": task,
            },
            { "kind": "fax", "name": "fax", "title": "Fax", "description": "Of a later version" },
        ],
    })
}

/// A group: the ID of its decision task, and of a task with the tag `kind`.
fn group(client: &Client, scopes: &[&str], kind: &str) -> (String, String) {
    let queue = Queue::new(client);
    let (decision, member) = (slugid::nice(), slugid::nice());
    let task = definition().scheduler_id("test").task_group_id(&decision);
    let of_decision = task.clone().scopes(scopes.iter().copied());
    let created = queue.create_task(&decision, &of_decision).send();
    created.expect("a decision task");
    claim(client, &decision);
    let run = Artifacts::new(client).of(&decision).run(0);
    let stored = run
        .put("public/actions.json")
        .from_bytes(file().to_string());
    stored.expect("stored");
    let tagged = task.tags([("kind", kind)]);
    queue.create_task(&member, &tagged).send().expect("a task");
    (decision, member)
}

fn an_action_triggers_its_hook<C: Tool>() {
    for era in [Era::Classic, Era::Today] {
        let scene = Scene::<C>::of(era, |_, _| {});
        let actor = scene.actor();
        let hook = json!({
            "metadata": { "name": "n", "description": "d", "owner": "o@example.com" },
            "task": template(&json!({ "$eval": "payload" })),
            "triggerSchema": { "type": "object" },
        });
        put(&actor, "hooks", &["hooks", "g", "in-tree/h"], &hook);
        let role = json!({ "description": "d", "scopes": ["queue:*"] });
        put(&actor, "auth", &["roles", "hook-id:g/in-tree/h"], &role);
        let (decision, member) = group(&actor, &SCOPES, "test");

        let queue = Queue::new(&scene.client);
        let actions = C::job(queue.actions(&decision)).expect("actions");
        let input = json!({ "times": 3 });
        let job = actions.trigger(&scene.client, "retrigger", &member, input);
        let id = C::job(job).expect("triggered").expect("a task");
        let task = Queue::new(&actor).task(&id).send().expect("a task");
        let told = json!({
            "revision": "123abc", "of": format!("{member} in {decision}"), "input": { "times": 3 },
        });
        assert_eq!(task.payload, told, "{era:?}");
    }
}

fn an_action_creates_its_task<C: Tool>() {
    let scene = Scene::<C>::new();
    let (decision, member) = group(&scene.actor(), &SCOPES, "build");
    let actions = C::job(Queue::new(&scene.client).actions(&decision)).expect("actions");
    let task = |id: Option<String>| {
        let id = id.expect("a task");
        let task = Queue::new(&scene.actor()).task(&id).send().expect("a task");
        assert_eq!(task.task_group_id, decision);
        assert_eq!(task.payload["own"], *id);
        assert_eq!(task.payload["input"], Value::Null);
        task.payload
    };
    let job = actions.trigger_on_group(&scene.client, "again", Value::Null);
    let of_group = task(C::job(job).expect("triggered"));
    assert_eq!(
        (&of_group["taskId"], &of_group["of"]),
        (&Value::Null, &Value::Null)
    );
    let job = actions.trigger(&scene.client, "retrigger", &member, Value::Null);
    let of_task = task(C::job(job).expect("triggered"));
    assert_eq!(of_task["taskId"], *member);
    assert_eq!(of_task["of"]["tags"], json!({ "kind": "build" }));
}

fn what_does_not_fit_is_refused_before_anything_is_sent<C: Tool>() {
    let scene = Scene::<C>::new();
    let actor = scene.actor();
    let (decision, member) = group(&actor, &SCOPES, "test");
    let (_, stranger) = group(&actor, &SCOPES, "test");
    let actions = C::job(Queue::new(&scene.client).actions(&decision)).expect("actions");
    let before = scene.asked("createTask");
    let refusal = |name: &str, task_id: &str, input: Value| match C::job(actions.trigger(
        &scene.client,
        name,
        task_id,
        input,
    )) {
        Err(Error::Refused(why)) => why,
        other => panic!("{other:?}"),
    };
    let wrong = refusal("retrigger", &member, json!({ "times": "hunter2" }));
    let begin = r#"the action "retrigger" does not take this: input.times: "#;
    assert!(
        wrong.starts_with(begin) && !wrong.contains("hunter2"),
        "{wrong}"
    );
    let missing = refusal("retrigger", &member, json!({}));
    assert!(
        missing.contains(r#"input: "times" is a required property"#),
        "{missing}"
    );
    assert_eq!(
        refusal("again", &member, Value::Null),
        format!(r#"the task {member} has no action "again"; it has retrigger"#)
    );
    assert_eq!(
        refusal("retrigger", &stranger, Value::Null)
            .split(" is of the group ")
            .next(),
        Some(format!("the task {stranger}").as_str())
    );
    match C::job(actions.trigger_on_group(&scene.client, "again", json!({}))) {
        Err(Error::Refused(why)) => assert!(why.contains("takes no input"), "{why}"),
        other => panic!("{other:?}"),
    }
    match C::job(actions.trigger_on_group(&scene.client, "fax", Value::Null)) {
        Err(Error::Refused(why)) => assert!(why.ends_with("it has again"), "{why}"),
        other => panic!("{other:?}"),
    }
    let sent = (
        scene.asked("createTask") - before,
        scene.asked("triggerHook"),
    );
    assert_eq!(sent, (0, 0));
    let none = C::job(Queue::new(&scene.client).actions(&member)).expect_err("no such artifact");
    assert!(
        none.as_client()
            .is_some_and(taskcluster_client::Error::is_gone),
        "{none}"
    );
}

fn actions_get_no_further_than_their_decision_task<C: Tool>() {
    let scene = Scene::<C>::new();
    let (decision, member) = group(&scene.actor(), &["queue:scheduler-id:*"], "test");
    let actions = C::job(Queue::new(&scene.client).actions(&decision)).expect("actions");
    let input = json!({ "times": 1 });
    let hook = C::job(actions.trigger(&scene.client, "retrigger", &member, input));
    let hook = hook.expect_err("not for this decision task").to_string();
    let scope = "its scopes do not satisfy in-tree:hook-action:g/in-tree/h";
    assert!(hook.ends_with(scope), "{hook}");
    assert_eq!(scene.asked("triggerHook"), 0);
    let task = C::job(actions.trigger_on_group(&scene.client, "again", Value::Null));
    let task = task.expect_err("not with the scopes of this decision task");
    assert_eq!(
        task.as_client().and_then(taskcluster_client::Error::status),
        Some(403),
        "{task}"
    );
}

/// The examples of the specification.
#[test]
fn actions_are_for_tasks_that_have_all_tags_of_a_set() {
    let contexts = [
        json!([{ "kind": "test" }]),
        json!([{ "kind": "test", "platform": "linux" }]),
        json!([{ "platform": "linux" }]),
        json!([{ "kind": "test" }, { "kind": "build" }]),
        json!([{}]),
        json!([]),
    ];
    let actions = contexts.iter().zip(1..).map(|(context, number)| {
        json!({
            "kind": "task", "name": format!("{number}"), "title": "t", "description": "d",
            "context": context, "task": {},
        })
    });
    let file = json!({ "version": 1, "variables": {}, "actions": Vec::from_iter(actions) });
    let actions = Actions::new("g", &file).expect("actions");
    let names = |tags: &[(&str, &str)]| {
        let tags = tags
            .iter()
            .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
        let of_task = actions.of_task(&BTreeMap::from_iter(tags));
        of_task
            .iter()
            .map(|action| action.name())
            .collect::<String>()
    };
    assert_eq!(names(&[("kind", "test"), ("platform", "linux")]), "12345");
    assert_eq!(names(&[("kind", "test"), ("platform", "windows")]), "145");
    assert_eq!(names(&[("kind", "build"), ("platform", "linux")]), "345");
    assert_eq!(names(&[]), "5");
    let of_group = actions.of_group();
    assert_eq!(
        of_group.iter().map(|it| it.name()).collect::<Vec<_>>(),
        ["6"]
    );
}

#[test]
fn files_of_another_form_are_refused_by_place() {
    let refusal = |file: Value| {
        Actions::new("g", &file)
            .expect_err("another form")
            .to_string()
    };
    let mut file = file();
    file["actions"][1]["title"] = json!(7);
    assert!(
        refusal(file.clone()).starts_with("public/actions.json: actions[1]: "),
        "{}",
        refusal(file.clone())
    );
    file["version"] = 2.into();
    assert!(refusal(file).contains("only version 1"));
    assert!(refusal(json!({ "version": 1 })).contains("a list \"actions\""));
}
