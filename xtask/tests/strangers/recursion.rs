//! Schemas that lead back to themselves.

use serde_json::{Value, json};

use super::toy::Toy;

/// Each way for a type to be inside itself: all legal, and told by the name of the schema.
pub fn legal() -> Vec<(&'static str, Value)> {
    let itself = || json!({"$ref": "#"});
    vec![
        (
            "list-of-itself",
            json!({"type": "array", "items": itself()}),
        ),
        (
            "map-of-itself",
            json!({"type": "object", "additionalProperties": itself()}),
        ),
        (
            "struct-of-itself",
            json!({"type": "object", "properties": {"a": itself(), "b": {"type": "array", "items": itself()}},
                "required": ["a"], "additionalProperties": itself()}),
        ),
        (
            "union-of-itself",
            json!({"oneOf": [{"type": "string"}, {"type": "array", "items": itself()}, itself()]}),
        ),
        (
            "tagged-union-of-itself",
            json!({"oneOf": [
                {"type": "object", "properties": {"kind": {"enum": ["a"]}, "more": itself()}, "required": ["kind", "more"]},
                {"type": "object", "properties": {"kind": {"enum": ["b"]}}, "required": ["kind"]},
            ]}),
        ),
        (
            "null-or-list-of-itself",
            json!({"oneOf": [{"type": "null"}, {"type": "array", "items": itself()}]}),
        ),
        (
            "null-or-struct-of-itself",
            json!({"oneOf": [{"type": "null"}, {"type": "object", "properties": {"a": itself()}}]}),
        ),
        (
            "null-or-several",
            json!({"oneOf": [{"type": "null"}, {"type": "string"}, {"type": "array", "items": itself()}, itself()]}),
        ),
        (
            "one-leads-to-the-other",
            json!({"type": "object", "properties": {"a": {"$ref": "other-leads-to-the-one.json#"}}}),
        ),
        (
            "other-leads-to-the-one",
            json!({"type": "array", "items": {"$ref": "one-leads-to-the-other.json#"}}),
        ),
        (
            "list-by-another-file",
            json!({"$ref": "list-in-another-file.json#"}),
        ),
        (
            "list-in-another-file",
            json!({"type": "array", "items": {"$ref": "list-by-another-file.json#"}}),
        ),
    ]
}

#[test]
fn a_type_may_be_inside_itself() {
    for schema in legal() {
        let toy = Toy::new();
        // Both files of a pair.
        for (name, json) in legal() {
            toy.change(&format!("schemas/toy/v1/{name}.json"), |slot| *slot = json);
        }
        toy.answer(schema.0, schema.1);
        toy.generate().expect(schema.0);
    }
}

#[test]
fn what_is_nothing_but_itself_is_an_error() {
    for schema in [
        json!({"$ref": "#"}),
        json!({"$ref": "strange.json#"}),
        json!({"$ref": "#/definitions/a", "definitions": {"a": {"$ref": "#/definitions/b"}, "b": {"$ref": "#"}}}),
        json!({"oneOf": [{"$ref": "#"}]}),
        json!({"oneOf": [{"type": "null"}, {"$ref": "#"}]}),
    ] {
        let toy = Toy::new();
        toy.answer("strange", schema);
        toy.refused(&["schemas/toy/v1/strange.json#", "leads to itself"]);
    }
    let toy = Toy::new();
    toy.answer("strange", json!({"$ref": "other.json#"}));
    toy.answer("other", json!({"$ref": "strange.json#"}));
    toy.refused(&["schemas/toy/v1/", "leads to itself"]);
}

#[test]
fn schemas_stand_in_each_other_so_far_and_no_further() {
    let toy = Toy::new();
    for i in 0..100 {
        let next = json!({"type": "array", "items": {"$ref": format!("deep{}.json#", i + 1)}});
        toy.change(&format!("schemas/toy/v1/deep{i}.json"), |slot| *slot = next);
    }
    toy.change("schemas/toy/v1/deep100.json", |slot| {
        *slot = json!({"type": "string"});
    });
    toy.answer("strange", json!({"$ref": "deep0.json#"}));
    toy.refused(&["schemas/toy/v1/deep", "stand in each other"]);
}
