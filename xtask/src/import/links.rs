//! What a reference or a schema leads to, as it is written there.

use serde_json::{Map, Value};

/// Keywords under which stand values and no schemas.
const VALUES: [&str; 4] = ["const", "default", "enum", "examples"];
/// Keywords under which names are chosen freely, each with a schema.
const BY_NAME: [&str; 4] = [
    "definitions",
    "dependencies",
    "patternProperties",
    "properties",
];

/// What stands for an answer that is not JSON, where others name a schema.
const NO_SCHEMA: &str = "blob";

/// A text that names a file, and its place in the file where it stands.
pub struct Link<'a> {
    pub pointer: String,
    pub text: &'a mut String,
}

/// The schemas that the entries of a reference name.
pub fn of_reference(json: &mut Value) -> Vec<Link<'_>> {
    let entries = json.get_mut("entries").and_then(Value::as_array_mut);
    let mut links = Vec::new();
    for (i, entry) in entries.into_iter().flatten().enumerate() {
        for (key, value) in entry.as_object_mut().into_iter().flatten() {
            let names_schema = matches!(key.as_str(), "input" | "output" | "schema");
            if let (true, Value::String(text)) = (names_schema, value)
                && text != NO_SCHEMA
            {
                links.push(Link {
                    pointer: format!("/entries/{i}/{key}"),
                    text,
                });
            }
        }
    }
    links
}

/// The schemas that a schema refers to; places in itself are left out.
pub fn of_schema(json: &mut Value) -> Vec<Link<'_>> {
    let mut links = Vec::new();
    walk(json, "", &mut links);
    links
}

fn walk<'a>(node: &'a mut Value, pointer: &str, links: &mut Vec<Link<'a>>) {
    match node {
        Value::Array(items) => {
            for (i, item) in items.iter_mut().enumerate() {
                walk(item, &format!("{pointer}/{i}"), links);
            }
        }
        Value::Object(members) => walk_members(members, pointer, links),
        _ => {}
    }
}

fn walk_members<'a>(members: &'a mut Map<String, Value>, pointer: &str, links: &mut Vec<Link<'a>>) {
    for (key, value) in members {
        let pointer = format!("{pointer}/{}", escaped(key));
        match value {
            _ if VALUES.contains(&key.as_str()) => {}
            Value::String(text) => {
                if key == "$ref" && !text.starts_with('#') {
                    links.push(Link { pointer, text });
                }
            }
            Value::Object(members) => {
                if BY_NAME.contains(&key.as_str()) {
                    for (name, schema) in members {
                        walk(schema, &format!("{pointer}/{}", escaped(name)), links);
                    }
                } else {
                    walk_members(members, &pointer, links);
                }
            }
            other => walk(other, &pointer, links),
        }
    }
}

/// A member's name as JSON pointers write it.
fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn only_references_are_links() {
        let mut schema = json!({
            "$ref": "a.json#",
            "properties": {
                "$ref": {"$ref": "b.json#"},
                "default": {"items": [{"$ref": "c.json#/x"}]},
                "self": {"$ref": "#/definitions/x"},
            },
            "default": {"$ref": "no.json#"},
            "enum": [{"$ref": "no.json#"}],
            "definitions": {"a/b": {"allOf": [{"not": {"$ref": "d.json#"}}]}},
        });
        let mut links: Vec<(String, String)> = of_schema(&mut schema)
            .into_iter()
            .map(|link| (link.pointer, link.text.clone()))
            .collect();
        links.sort();
        let found: Vec<(&str, &str)> = links
            .iter()
            .map(|(p, t)| (p.as_str(), t.as_str()))
            .collect();
        assert_eq!(
            found,
            [
                ("/$ref", "a.json#"),
                ("/definitions/a~1b/allOf/0/not/$ref", "d.json#"),
                ("/properties/$ref/$ref", "b.json#"),
                ("/properties/default/items/0/$ref", "c.json#/x"),
            ]
        );
    }
}
