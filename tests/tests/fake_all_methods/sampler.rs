//! Payloads made from the schemas of the references.

use std::sync::LazyLock;

use serde_json::{Map, Value, json};
use taskcluster_client::{Endpoint, timestamp};
use time::{Duration, OffsetDateTime};

static APIS: LazyLock<Value> = LazyLock::new(|| {
    let text = include_str!("../../../crates/fake/src/generated/apis.json");
    serde_json::from_str(text).expect("JSON")
});

/// Some payload that the schema of the method's input allows; null where it takes none.
pub fn payload(endpoint: &Endpoint) -> Value {
    let references = APIS["references"].as_array().expect("references");
    let mut entries = references
        .iter()
        .filter(|reference| reference["serviceName"] == endpoint.service)
        .flat_map(|reference| reference["entries"].as_array().expect("entries"));
    let entry = entries.find(|entry| entry["name"] == endpoint.name && entry["route"].is_string());
    match entry.expect("the reference's entry")["input"].as_str() {
        None => Value::Null,
        Some(input) => match input.strip_prefix("http://schemas.taskcluster.net") {
            Some(path) => Sampler::of(&format!("/schemas{path}")).whole(),
            None => Sampler::of(&format!("/schemas/{}/{input}", endpoint.service)).whole(),
        },
    }
}

/// A schema file, within which references are looked up.
struct Sampler {
    id: String,
    root: &'static Value,
}

impl Sampler {
    fn of(id: &str) -> Self {
        let id = format!("{}#", id.trim_end_matches('#'));
        let root = &APIS["schemas"][&id];
        assert!(root.is_object(), "no schema {id}");
        Self { id, root }
    }

    fn whole(&self) -> Value {
        self.sample("", self.root)
    }

    /// What the schema requires, and nothing else.
    fn sample(&self, name: &str, schema: &'static Value) -> Value {
        if let Some(target) = schema["$ref"].as_str() {
            return self.follow(name, target);
        }
        for choice in ["oneOf", "anyOf"] {
            if let Some(first) = schema[choice].get(0) {
                return self.sample(name, first);
            }
        }
        if let Some(value) = schema["enum"].get(0) {
            return value.clone();
        }
        match schema["type"].as_str() {
            Some("string") => text(name, schema).into(),
            Some("integer") => schema.get("minimum").cloned().unwrap_or(json!(1)),
            Some("number") => schema["minimum"].as_f64().unwrap_or(1.0).into(),
            Some("boolean") => false.into(),
            Some("array") => {
                let count = schema["minItems"].as_u64().unwrap_or(0);
                let item = |_| self.sample(name, &schema["items"]);
                (0..count).map(item).collect()
            }
            _ => self.object(schema),
        }
    }

    fn object(&self, schema: &'static Value) -> Value {
        let required = schema["required"].as_array().into_iter().flatten();
        let members: Map<String, Value> = required
            .filter_map(Value::as_str)
            .map(|name| {
                let value = self.sample(name, &schema["properties"][name]);
                (name.to_owned(), value)
            })
            .collect();
        members.into()
    }

    fn follow(&self, name: &str, target: &str) -> Value {
        let (file, pointer) = target.split_once('#').unwrap_or((target, ""));
        let sampler = if file.is_empty() {
            Self::of(&self.id)
        } else {
            let folder = self.id.rsplit_once('/').map_or("", |(folder, _)| folder);
            Self::of(&format!("{folder}/{file}"))
        };
        let schema = sampler.root.pointer(pointer).expect("what is referred to");
        sampler.sample(name, schema)
    }
}

/// A date so far from now.
pub fn in_hours(hours: i64) -> String {
    let date = OffsetDateTime::now_utc() + Duration::hours(hours);
    timestamp::to_string(date).expect("a date")
}

/// A text; by the name of the member where only some texts will do.
fn text(name: &str, schema: &Value) -> String {
    let text = match (name, schema["format"].as_str()) {
        ("created", _) => return in_hours(0),
        (_, Some("date-time")) => return in_hours(1),
        (_, Some("email")) | ("owner", _) => "someone@example.com",
        (_, Some("uri")) => "https://example.com/",
        (_, Some("hostname")) => "example.com",
        ("provisionerId", _) => "test-provisioner",
        ("workerType", _) => "test-worker",
        ("workerGroup", _) => "test-group",
        ("workerId", _) => "test-id",
        ("channel", _) => "#test",
        ("taskId", _) => "fN1SbArXTPSVFNUvaOlinQ",
        ("contentSha256", _) => "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        _ => "text",
    };
    text.to_owned()
}
