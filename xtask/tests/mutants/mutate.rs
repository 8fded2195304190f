//! Changes to references and schemas that know what these are made of: names, types, keywords,
//! references to each other, texts.

use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};
use serde_json::{Map, Value, json};
use xtask::generate::Files;

/// A mutant by its number: one service's files, with one to four changes.
pub fn mutant(number: u64, originals: &[Files]) -> Files {
    let mut random = StdRng::seed_from_u64(number);
    let mut files = originals[random.random_range(0..originals.len())].clone();
    for _ in 0..random.random_range(1..5) {
        change(&mut random, &mut files);
    }
    files
}

const NAMES: [&str; 38] = [
    "",
    "a",
    "a-b",
    "a_b",
    "aB",
    "new",
    "self",
    "Self",
    "type",
    "fn",
    "payload",
    "send",
    "url",
    "limit",
    "clone",
    "into",
    "binding",
    "parse",
    "Result",
    "Option",
    "Box",
    "Vec",
    "String",
    "Value",
    "BTreeMap",
    "Default",
    "mod",
    "core",
    "client",
    "extra_members",
    "Unrecognized",
    "kind",
    "continuationToken",
    "token",
    "runId",
    "../../x",
    "/etc/x",
    "x\"\n[a]",
];

const TEXTS: [&str; 22] = [
    "plain",
    "two words",
    "\"",
    "\\",
    "\n",
    "`",
    "``` `",
    "```\nx\n```",
    "~~~rust\nfn x() {}\n~~~",
    "*/",
    "/*",
    "//",
    "\u{0}",
    "\u{202e}",
    "\u{200b}",
    "\u{2028}",
    "{}",
    "{{x}}",
    "<b>",
    "[x]",
    "https://x.example/",
    "r#\"",
];

const TYPES: [&str; 8] = [
    "string", "object", "array", "integer", "number", "boolean", "null", "text",
];

const KEYWORDS: [&str; 16] = [
    "$ref",
    "type",
    "properties",
    "required",
    "items",
    "oneOf",
    "anyOf",
    "allOf",
    "enum",
    "const",
    "additionalProperties",
    "format",
    "title",
    "description",
    "default",
    "minimum",
];

fn pick<'a, T>(random: &mut StdRng, from: &'a [T]) -> &'a T {
    &from[random.random_range(0..from.len())]
}

fn change(random: &mut StdRng, files: &mut Files) {
    let paths: Vec<String> = files.keys().cloned().collect();
    if paths.is_empty() {
        // Changes before this one have taken all away.
        return;
    }
    let path = pick(random, &paths).clone();
    if random.random_range(0..20) == 0 {
        return change_file(random, files, &path, &paths);
    }
    let is_schema = path.starts_with("schemas/");
    let other = pick(random, &paths).clone();
    let donor = files
        .get(&other)
        .map(|json| node(random, json))
        .unwrap_or_default();
    let Some(json) = files.get_mut(&path) else {
        return;
    };
    let mut pointers = Vec::new();
    pointers_in(json, String::new(), &mut pointers);
    let pointer = pick(random, &pointers).clone();
    let reference = reference(random, &pointers, &paths);
    if let Some(slot) = json.pointer_mut(&pointer) {
        match random.random_range(0..if is_schema { 10 } else { 6 }) {
            0 => *slot = value(random),
            1 => *slot = donor,
            2 => members(random, slot),
            3 => *slot = json!(pick(random, &NAMES)),
            4 => *slot = json!(text(random)),
            5 => items(random, slot),
            6 | 7 => *slot = reference,
            8 => *slot = schema(random, &reference),
            _ => keyword(random, slot, reference),
        }
    }
}

/// Another file of a name that is not like others, or one less.
fn change_file(random: &mut StdRng, files: &mut Files, path: &str, paths: &[String]) {
    let copy = files.get(path).cloned().unwrap_or_default();
    let folder = pick(random, paths)
        .rsplit_once('/')
        .map_or("", |(folder, _)| folder)
        .to_owned();
    match random.random_range(0..3) {
        0 => drop(files.remove(path)),
        _ if folder.starts_with("schemas") => {
            let name = *pick(random, &["mod", "a-b", "a_b", "type", "A", "lib", "self"]);
            files.insert(format!("{folder}/{name}.json"), copy);
        }
        _ => {}
    }
}

fn pointers_in(json: &Value, pointer: String, pointers: &mut Vec<String>) {
    match json {
        Value::Object(members) => {
            for (key, value) in members {
                let key = key.replace('~', "~0").replace('/', "~1");
                pointers_in(value, format!("{pointer}/{key}"), pointers);
            }
        }
        Value::Array(items) => {
            for (i, value) in items.iter().enumerate() {
                pointers_in(value, format!("{pointer}/{i}"), pointers);
            }
        }
        _ => {}
    }
    pointers.push(pointer);
}

fn node(random: &mut StdRng, json: &Value) -> Value {
    let mut pointers = Vec::new();
    pointers_in(json, String::new(), &mut pointers);
    json.pointer(pick(random, &pointers).as_str())
        .cloned()
        .unwrap_or_default()
}

/// A reference to a place in this file, or to another file.
fn reference(random: &mut StdRng, pointers: &[String], paths: &[String]) -> Value {
    let target = match random.random_range(0..4) {
        0 => "#".to_owned(),
        1 | 2 => format!("#{}", pick(random, pointers)),
        _ => format!("/{}#", pick(random, paths)),
    };
    json!({"$ref": target})
}

fn text(random: &mut StdRng) -> String {
    (0..random.random_range(1..4))
        .map(|_| *pick(random, &TEXTS))
        .collect()
}

fn value(random: &mut StdRng) -> Value {
    match random.random_range(0..9) {
        0 => Value::Null,
        1 => json!(random.random::<bool>()),
        2 => json!(random.random_range(-5..1_000_000_i64)),
        3 => json!(1.5),
        4 => json!([]),
        5 => json!({}),
        6 => json!(u64::MAX),
        7 => json!([pick(random, &NAMES), pick(random, &NAMES)]),
        _ => json!(pick(random, &TYPES)),
    }
}

fn schema(random: &mut StdRng, reference: &Value) -> Value {
    let of = |random: &mut StdRng| match random.random_range(0..5) {
        0 | 1 => reference.clone(),
        2 => json!({"type": ["string", "null"], "format": "date-time"}),
        3 => json!({"enum": [text(random), *pick(random, &NAMES)]}),
        _ => json!({"type": pick(random, &TYPES)}),
    };
    let name = *pick(random, &NAMES);
    match random.random_range(0..6) {
        0 => json!({"type": "array", "items": of(random)}),
        1 => json!({"type": "object", "additionalProperties": of(random)}),
        2 => json!({"oneOf": [of(random), of(random), {"type": "null"}]}),
        3 => json!({"anyOf": [of(random), {"type": "array", "items": of(random)}], "title": name}),
        4 => json!({"oneOf": [
            {"type": "object", "properties": {"kind": {"enum": [name]}, "more": of(random)}, "required": ["kind"]},
            {"type": "object", "properties": {"kind": {"const": text(random)}, "more": of(random)}, "required": ["kind", "more"]},
        ]}),
        _ => json!({"type": "object", "title": name, "required": [name], "properties": {
            name: of(random), pick(random, &NAMES).to_string(): of(random), text(random): of(random),
        }}),
    }
}

/// Changes the members of an object: one less, one of another name, one twice.
fn members(random: &mut StdRng, slot: &mut Value) {
    let Some(members) = slot.as_object_mut() else {
        return;
    };
    let keys: Vec<String> = members.keys().cloned().collect();
    if keys.is_empty() {
        return;
    }
    let key = pick(random, &keys).clone();
    let value = members.get(&key).cloned().unwrap_or_default();
    let new = match random.random_range(0..3) {
        0 => (*pick(random, &NAMES)).to_owned(),
        1 => text(random),
        _ => key.to_uppercase(),
    };
    if random.random() {
        members.remove(&key);
    }
    if random.random() {
        members.insert(new, value);
    }
}

/// Changes a list: one item less, or one twice.
fn items(random: &mut StdRng, slot: &mut Value) {
    let Some(items) = slot.as_array_mut() else {
        return;
    };
    if items.is_empty() {
        return;
    }
    let at = random.random_range(0..items.len());
    match random.random_range(0..3) {
        0 => drop(items.remove(at)),
        1 => items.push(items[at].clone()),
        _ => items[at] = json!(pick(random, &NAMES)),
    }
}

fn keyword(random: &mut StdRng, slot: &mut Value, reference: Value) {
    if !slot.is_object() {
        *slot = Value::Object(Map::new());
    }
    let key = *pick(random, &KEYWORDS);
    slot[key] = match (key, random.random_range(0..4)) {
        (_, 0) => value(random),
        ("$ref", _) => reference["$ref"].clone(),
        ("type", _) => json!([pick(random, &TYPES), "null"]),
        ("properties", _) => json!({*pick(random, &NAMES): reference, text(random): {}}),
        ("required" | "enum", _) => json!([pick(random, &NAMES), text(random)]),
        ("oneOf" | "anyOf" | "allOf", _) => {
            json!([reference, schema(random, &json!({})), {"type": pick(random, &TYPES)}])
        }
        ("items" | "additionalProperties", _) => reference,
        ("format", _) => json!("date-time"),
        ("title", _) => json!(pick(random, &NAMES)),
        _ => json!(text(random)),
    };
}
