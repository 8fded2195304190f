//! Hooks, as today's service has them.

use serde_json::{Value, json};
use taskcluster_core::{Client, Method, Request};

use crate::support::{bad, good, root, to, todays};

fn definition(more: &Value) -> Value {
    let mut definition = json!({
        "metadata": { "name": "n", "description": "d", "owner": "o@example.com" },
        "task": { "$if": "false", "then": {} },
        "triggerSchema": {},
    });
    for (name, value) in more.as_object().expect("an object") {
        definition[name] = value.clone();
    }
    definition
}

fn at(verb: Method, path: &[&str]) -> Request {
    to(verb, "hooks", [&["hooks", "g"], path].concat())
}

fn put(root: &Client, id: &str, more: &Value) -> Value {
    good(root, at(Method::Put, &[id]).json(&definition(more)))
}

#[test]
fn a_hook_has_bindings_whether_they_were_given_or_not() {
    let fake = todays();
    let root = root(&fake);
    let made = put(&root, "h", &json!({}));
    assert_eq!(made.get("bindings"), None);
    let kept = good(&root, at(Method::Get, &["h"]));
    assert_eq!(kept["bindings"], json!([]));
    assert_eq!(good(&root, at(Method::Get, &[]))["hooks"], json!([kept]));
    // Only what is the same to the letter may be sent again.
    assert_eq!(
        bad(&root, at(Method::Put, &["h"]).json(&definition(&json!({})))).0,
        409
    );
    assert_eq!(
        put(&root, "h", &json!({ "bindings": [] }))["bindings"],
        json!([])
    );
    let binding = json!({ "bindings": [{ "exchange": "e", "routingKeyPattern": "#" }] });
    put(&root, "i", &binding);
    put(&root, "i", &binding);
}

#[test]
fn that_there_is_no_hook_is_told_before_what_is_wrong_with_it() {
    let fake = todays();
    let root = root(&fake);
    let broken = json!({ "triggerSchema": { "type": "nothing" }, "schedule": ["x"] });
    let update = |id: &str| at(Method::Post, &[id]).json(&definition(&broken));
    assert_eq!(bad(&root, update("h")).0, 404);
    put(&root, "h", &json!({}));
    let wrong = "triggerSchema is not a valid JSON schema:\n \
                 * Property undefined must be equal to one of the allowed values\n \
                 * Property undefined must be array\n \
                 * Property undefined must match a schema in anyOf";
    assert_eq!(bad(&root, update("h")).2, wrong);
    // Schedules are looked at first where a hook is new.
    let create = at(Method::Put, &["i"]).json(&definition(&broken));
    let wrong = "Invalid characters, got value: x in x";
    assert_eq!(bad(&root, create).2, wrong);
}

#[test]
fn what_is_wrong_with_what_a_hook_is_fired_with_is_told_in_the_validators_words() {
    let fake = todays();
    let root = root(&fake);
    let schema = json!({
        "type": "object", "required": ["a"], "additionalProperties": false,
        "properties": { "a": {}, "b": { "type": "array", "items": { "type": "string" } } },
    });
    put(&root, "h", &json!({ "triggerSchema": schema }));
    let fire = at(Method::Post, &["h", "trigger"]);
    let (status, code, message) = bad(&root, fire.json(&json!({ "b": [1], "c": 1 })));
    assert_eq!((status, code.as_str()), (400, "InputError"));
    let wanted = "data must have required property 'a'; data must NOT have additional properties; \
                  data/b/0 must be string";
    assert_eq!(message, wanted);
}

#[test]
fn a_hook_that_was_never_fired_has_no_last_fires() {
    let fake = todays();
    let root = root(&fake);
    let list = |id: &str| at(Method::Get, &[id, "last-fires"]);
    put(&root, "h", &json!({}));
    for id in ["h", "none"] {
        let (status, code, _) = bad(&root, list(id));
        assert_eq!((status, code.as_str()), (404, "ResourceNotFound"), "{id}");
    }
    assert_eq!(bad(&root, list("h").query("continuationToken", "!")).0, 400);
}

#[test]
fn what_is_done_to_hooks_is_in_their_history() {
    let fake = todays();
    let root = root(&fake);
    put(&root, "a/b", &json!({}));
    let same = definition(&json!({}));
    good(&root, at(Method::Post, &["a/b"]).json(&same));
    good(&root, at(Method::Delete, &["a/b"]));
    let history = |kind: &str| to(Method::Get, "auth", ["audit", kind, "g/a/b"]);
    let done = good(&root, history("hook"))["auditHistory"].clone();
    let done = done.as_array().expect("a list").iter();
    let done: Vec<&Value> = done.map(|entry| &entry["actionType"]).collect();
    assert_eq!(done, ["created", "updated", "deleted"]);
    let (status, code, _) = bad(&root, history("tree"));
    assert_eq!((status, code.as_str()), (400, "InvalidRequestArguments"));
}
