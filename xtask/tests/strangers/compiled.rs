//! What is odd and legal all the same, compiled.

use std::fs;

use serde_json::{Value, json};
use xtask::cargo::cargo;

use super::recursion;
use super::toy::{API, EXCHANGES, Toy, files_under, project};

/// What generated code, its imports and Rust's prelude use as names of types.
const TITLES: [&str; 44] = [
    "Box",
    "Call",
    "Client",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Deserialize",
    "Drop",
    "Eq",
    "Err",
    "Fn",
    "From",
    "Hash",
    "Into",
    "IntoIterator",
    "Iterator",
    "None",
    "OffsetDateTime",
    "Ok",
    "Option",
    "Ord",
    "Page",
    "PartialEq",
    "Result",
    "Self",
    "Send",
    "Serialize",
    "Sized",
    "Some",
    "String",
    "Sync",
    "Timestamp",
    "ToOwned",
    "ToString",
    "TryFrom",
    "Unrecognized",
    "Value",
    "Vec",
    "BTreeMap",
    "C",
    "D",
    "S",
    "T",
];

fn odd_names() -> Value {
    let types: Vec<Value> = TITLES
        .iter()
        .map(|title| {
            let many: Vec<String> = (0..9).map(|n| format!("a{n}")).collect();
            let members: Value = many
                .iter()
                .map(|name| (name.clone(), json!({"type": "string"})))
                .collect();
            json!({"title": title, "type": "object", "properties": members, "required": many})
        })
        .collect();
    let words = [
        "",
        "+",
        "++",
        "self",
        "Self",
        "new",
        "New",
        "extra_members",
        "a-b",
        "a_b",
        "aB",
        "A B",
        "type",
        "日本",
        "naïve",
        "unrecognized",
        "clone",
        "into",
        "f",
        "value",
        "1",
        "-1",
        "1-",
        "\n",
        "`",
        "\u{202e}",
        "fn",
        "String",
    ];
    let members: Value = words
        .iter()
        .map(|word| {
            (
                (*word).to_owned(),
                json!({"type": "string", "title": "Word", "enum": words}),
            )
        })
        .collect();
    json!({"type": "object", "properties": {
        "types": {"type": "array", "items": {"oneOf": types}},
        "members": {"type": "object", "properties": members},
        "dates": {"type": "object", "additionalProperties": {"type": ["string", "null"], "format": "date-time"}},
    }})
}

fn api(json: &mut Value) {
    let entries = json["entries"].as_array_mut().expect("a list");
    let first = entries[0].clone();
    let names = [
        "new",
        "client",
        "clone",
        "into",
        "payload",
        "send",
        "get",
        "toy",
        "ToyEvents",
        "result",
        "Result",
        "re-sult",
        "a-1",
        "a1",
        "a_1",
        "fn",
        "async",
        "ENDPOINTS",
    ];
    for name in names {
        let mut entry = first.clone();
        let args = [
            "payload",
            "self",
            "type",
            "new",
            "a-b",
            "a_b",
            "runId",
            "endpoints",
            "types",
        ];
        let route: String = args.iter().map(|arg| format!("/<{arg}>")).collect();
        entry["name"] = json!(name);
        entry["route"] = json!(route);
        entry["args"] = json!(args);
        entry["input"] = json!("v1/odd-names.json#");
        entry["output"] = json!("v1/odd-names.json#");
        entry["query"] = json!([
            "send", "url", "retry", "type", "new", "a-b", "a_b", "limit", "items", "clone", "fmt",
            "into",
        ]);
        entries.push(entry);
    }
}

fn exchanges(json: &mut Value) {
    let entries = json["entries"].as_array_mut().expect("a list");
    let first = entries[0].clone();
    for name in [
        "Result", "result", "default", "new", "self", "TOPICS", "a-1", "a1",
    ] {
        let mut entry = first.clone();
        let fields = [
            "new", "binding", "pattern", "parse", "type", "self", "clone", "a-b", "a_b",
        ];
        let field =
            |name: &&str| json!({"name": name, "summary": "x", "required": true, "maxSize": 3});
        entry["name"] = json!(name);
        entry["exchange"] = json!(name);
        entry["routingKey"] = fields.iter().map(field).collect();
        entries.push(entry);
    }
}

#[test]
fn odd_names_and_recursion_make_code_that_compiles() {
    let toy = Toy::to_compile();
    for (name, json) in recursion::legal() {
        toy.answer(name, json);
    }
    toy.answer("odd-names", odd_names());
    toy.answer(
        "mod",
        json!({"type": "object", "properties": {"a": {"type": "string"}}}),
    );
    toy.answer(
        "a-b",
        json!({"type": "object", "properties": {"a": {"type": "string"}}}),
    );
    toy.answer(
        "a_b",
        json!({"type": "object", "properties": {"b": {"type": "string"}}}),
    );
    toy.answer(
        "type",
        json!({"type": "object", "properties": {"b": {"type": "string"}}}),
    );
    toy.change(API, api);
    toy.change(EXCHANGES, exchanges);
    toy.generate().expect("all of this is legal");
    let files = files_under(&toy.out().join("crates/toy/src/generated/types"));
    let of_ab = files.iter().filter(|file| {
        file.file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with("a_b"))
    });
    assert_eq!(of_ab.count(), 2, "{files:?}");
    fs::copy(project().join("Cargo.lock"), toy.out().join("Cargo.lock")).expect("a copy");
    let output = cargo()
        .args(["check", "--quiet", "--offline"])
        .current_dir(toy.out())
        .env("CARGO_TARGET_DIR", project().join("target"))
        .output()
        .expect("cargo");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
}
