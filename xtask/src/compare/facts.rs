//! References and schemas taken apart into facts, each with a place. Texts for people are none.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::generate::{Reference, Schemas, Source, escape};

/// What is said at each place: steps from the file on, of which the first is the file itself.
pub type Facts = BTreeMap<Vec<String>, String>;

/// What is for people, or says which file it is.
const NO_FACTS: [&str; 6] = [
    "$id",
    "$schema",
    "title",
    "description",
    "summary",
    "category",
];
/// Keywords under which names are chosen freely, each with a schema.
const BY_NAME: [&str; 4] = [
    "definitions",
    "dependencies",
    "patternProperties",
    "properties",
];

/// All facts of a deployment.
pub fn of(source: &Source) -> Facts {
    let mut facts = Facts::new();
    for (reference, kind) in source
        .apis
        .iter()
        .map(|it| (it, "method"))
        .chain(source.exchanges.iter().map(|it| (it, "exchange")))
    {
        of_reference(reference, kind, &source.schemas, &mut facts);
    }
    for (key, schema) in &source.schemas.files {
        let mut walk = Walk {
            key,
            schemas: &source.schemas,
            facts: &mut facts,
        };
        walk.schema(&[format!("schemas/{key}")], schema);
    }
    facts
}

/// The path of a reference's file under the folder.
fn path(reference: &Reference, kind: &str) -> String {
    let file = if kind == "method" { "api" } else { "exchanges" };
    format!(
        "references/{}/{}/{file}.json",
        reference.service, reference.version
    )
}

fn of_reference(reference: &Reference, kind: &str, schemas: &Schemas, facts: &mut Facts) {
    let file = vec![path(reference, kind)];
    if let Some(prefix) = reference.json.get("exchangePrefix") {
        facts.insert(below(&file, "prefix of exchanges"), shown(prefix));
    }
    facts.insert(file.clone(), String::new());
    let folder = format!("{}/{}/", reference.service, reference.version);
    for (_, entry) in reference.entries() {
        let name = entry
            .get("name")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let place = below(&file, &format!("{kind} {name}"));
        facts.insert(place.clone(), String::new());
        for (key, value) in entry.as_object().into_iter().flatten() {
            of_entry(
                &place,
                key,
                value,
                |name| resolved(schemas, &folder, name),
                facts,
            );
        }
    }
}

/// The facts of one field of a method or exchange.
fn of_entry(
    place: &[String],
    key: &str,
    value: &Value,
    schema: impl Fn(&str) -> String,
    facts: &mut Facts,
) {
    let mut note = |what: &str, value: String| drop(facts.insert(below(place, what), value));
    match (key, value) {
        (_, Value::Null) => {}
        (key, _) if NO_FACTS.contains(&key) || key == "name" => {}
        ("args", args) => note("arguments", listed(args)),
        ("query", Value::Array(options)) => {
            for option in options.iter().filter_map(Value::as_str) {
                note(&format!("option {option}"), String::new());
            }
        }
        ("method", verb) => note("verb", shown(verb)),
        ("input" | "output" | "schema", Value::String(name)) => note(key, schema(name)),
        ("routingKey", Value::Array(fields)) => {
            let names = fields
                .iter()
                .map(|field| field.get("name").map_or(String::new(), shown));
            note("routing key", names.collect::<Vec<_>>().join("."));
            for field in fields.iter().filter_map(Value::as_object) {
                let name = field.get("name").map_or(String::new(), shown);
                for (key, value) in field {
                    // What is left out is not so.
                    let says = !NO_FACTS.contains(&&**key) && key != "name" && *value != false;
                    if says {
                        note(&format!("routing key: {name}: {key}"), shown(value));
                    }
                }
            }
        }
        (key, value) => note(key, shown(value)),
    }
}

/// One schema file on the way.
struct Walk<'s> {
    key: &'s str,
    schemas: &'s Schemas,
    facts: &'s mut Facts,
}

impl Walk<'_> {
    fn schema(&mut self, place: &[String], schema: &Value) {
        let Some(members) = schema.as_object() else {
            self.facts.insert(place.to_vec(), shown(schema));
            return;
        };
        self.facts.insert(place.to_vec(), String::new());
        for (keyword, value) in members {
            self.keyword(place, keyword, value);
        }
    }

    fn keyword(&mut self, place: &[String], keyword: &str, value: &Value) {
        let at = below(place, &format!("/{}", escape(keyword)));
        match (keyword, value) {
            (_, Value::String(_)) if NO_FACTS.contains(&keyword) => {}
            ("$ref", Value::String(name)) => {
                let target = resolved(self.schemas, self.key, name);
                self.facts.insert(at, target);
            }
            ("examples", _) => {}
            ("const" | "default", value) => drop(self.facts.insert(at, value.to_string())),
            ("enum" | "required" | "type", Value::Array(values)) => {
                for value in values {
                    let place = below(place, &format!("{keyword}: {}", shown(value)));
                    self.facts.insert(place, String::new());
                }
            }
            (_, Value::Object(schemas)) if BY_NAME.contains(&keyword) => {
                self.by_name(place, keyword, schemas);
            }
            (_, Value::Object(_)) => self.schema(&at, value),
            (_, Value::Array(schemas)) => {
                for (i, schema) in schemas.iter().enumerate() {
                    self.schema(&below(place, &format!("/{keyword}/{i}")), schema);
                }
            }
            (_, value) => drop(self.facts.insert(at, value.to_string())),
        }
    }

    fn by_name(&mut self, place: &[String], keyword: &str, schemas: &Map<String, Value>) {
        for (name, schema) in schemas {
            self.schema(
                &below(place, &format!("/{keyword}/{}", escape(name))),
                schema,
            );
        }
    }
}

fn below(place: &[String], step: &str) -> Vec<String> {
    place.iter().cloned().chain([step.to_owned()]).collect()
}

/// The file to which a reference to a schema leads, however it is written.
fn resolved(schemas: &Schemas, from: &str, name: &str) -> String {
    match schemas.resolve(from, name) {
        Some((key, pointer)) if pointer.is_empty() => key,
        Some((key, pointer)) => format!("{key}#{pointer}"),
        None => name.to_owned(),
    }
}

fn shown(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

fn listed(values: &Value) -> String {
    let values = values.as_array().into_iter().flatten();
    values.map(shown).collect::<Vec<_>>().join(", ")
}
