//! Values made from the schemas of the references.

use serde_json::{Map, Value, json};
use taskcluster_client::{Endpoint, timestamp};
use time::{Duration, OffsetDateTime};

use crate::apis::{Apis, OWN, SERVED};

/// Some payload that the schema of the method's input allows; null where it takes none.
pub fn payload(endpoint: &Endpoint) -> Value {
    let entry = OWN.method(endpoint).expect("the reference's entry");
    let input = entry["input"].as_str();
    let sample = |input| Sampler::of(&OWN, endpoint.service, input).whole(false);
    input.map_or(Value::Null, |input| sample(input).swap_remove(0))
}

/// Answers of the method as it is served, or nothing where it is not: with the members that the
/// schema requires, with all that it knows, and each with every choice in it taken once.
pub fn answers(endpoint: &Endpoint) -> Option<Vec<Value>> {
    let entry = SERVED.method(endpoint)?;
    let output = entry["output"].as_str().filter(|output| *output != "blob");
    Some(output.map_or(vec![Value::Null], |output| every(endpoint.service, output)))
}

/// Values of a schema of a service, as it is served; see [`answers`].
pub fn every(service: &str, schema: &str) -> Vec<Value> {
    let sampler = Sampler::of(&SERVED, service, schema);
    let mut all = sampler.whole(false);
    all.extend(sampler.whole(true));
    all.dedup();
    all
}

/// A schema file, within which references are looked up.
struct Sampler {
    apis: &'static Apis,
    id: String,
}

impl Sampler {
    /// The schema that a reference names.
    fn of(apis: &'static Apis, service: &str, path: &str) -> Self {
        let id = match path.strip_prefix("http://schemas.taskcluster.net") {
            Some(path) => format!("/schemas{path}"),
            None => format!("/schemas/{service}/{path}"),
        };
        Self { apis, id }
    }

    fn whole(&self, full: bool) -> Vec<Value> {
        self.samples("", self.apis.schema(&self.id), full)
    }

    /// Values of a schema: the first, and one for each other choice that there is in it. With all
    /// members, if they are to be full, or with those that are required.
    fn samples(&self, name: &str, schema: &Value, full: bool) -> Vec<Value> {
        if let Some(target) = schema["$ref"].as_str() {
            return self.follow(name, target, full);
        }
        for choice in ["oneOf", "anyOf"] {
            if let Some(branches) = schema[choice].as_array() {
                let branches = branches.iter().map(|branch| merged(schema, choice, branch));
                return branches
                    .flat_map(|it| self.samples(name, &it, full))
                    .collect();
            }
        }
        if let Some(values) = schema["enum"].as_array() {
            return values.clone();
        }
        match schema["type"].as_str() {
            Some("string") => vec![text(name, schema).into()],
            Some("integer") => vec![schema.get("minimum").cloned().unwrap_or(json!(1))],
            Some("number") => vec![schema["minimum"].as_f64().unwrap_or(1.0).into()],
            Some("boolean") => vec![false.into(), true.into()],
            Some("array") => vec![self.array(name, schema, full)],
            _ => self.objects(schema, full),
        }
    }

    fn array(&self, name: &str, schema: &Value, full: bool) -> Value {
        let size = |bound: &str| schema[bound].as_u64().and_then(|it| it.try_into().ok());
        let items = self.samples(name, &schema["items"], full);
        if full {
            let most = size("maxItems").unwrap_or(usize::MAX);
            // Different ones: lists may have each item once.
            let mut unique: Vec<Value> = Vec::new();
            for item in items {
                if !unique.contains(&item) {
                    unique.push(item);
                }
            }
            return unique.into_iter().take(most).collect();
        }
        items
            .into_iter()
            .cycle()
            .take(size("minItems").unwrap_or(0))
            .collect()
    }

    fn objects(&self, schema: &Value, full: bool) -> Vec<Value> {
        let known = schema["properties"].as_object().into_iter().flatten();
        let required = schema["required"].as_array();
        let is_wanted = |name: &str| {
            full || required.is_some_and(|names| names.iter().any(|other| other == name))
        };
        let members = known.filter(|(name, _)| is_wanted(name));
        let mut first = Map::new();
        let mut others = Vec::new();
        for (name, schema) in members {
            let mut values = self.samples(name, schema, full).into_iter();
            first.insert(name.clone(), values.next().expect("at least one sample"));
            others.extend(values.map(|value| (name.clone(), value)));
        }
        if let (true, Some(schema)) = (full, schema.get("additionalProperties"))
            && schema.is_object()
        {
            let mut values = self.samples("", schema, full);
            first.insert("another".to_owned(), values.swap_remove(0));
        }
        let other = |(name, value)| {
            let mut object = first.clone();
            object.insert(name, value);
            Value::from(object)
        };
        let others: Vec<Value> = others.into_iter().map(other).collect();
        [vec![first.into()], others].concat()
    }

    fn follow(&self, name: &str, target: &str, full: bool) -> Vec<Value> {
        let (file, pointer) = target.split_once('#').unwrap_or((target, ""));
        let folder = self.id.rsplit_once('/').map_or("", |(folder, _)| folder);
        let id = if file.is_empty() {
            self.id.clone()
        } else {
            format!("{folder}/{}", file.trim_start_matches("./"))
        };
        let sampler = Self { id, ..*self };
        let schema = sampler.apis.schema(&sampler.id).pointer(pointer);
        sampler.samples(name, schema.expect("what is referred to"), full)
    }
}

/// A schema with one of its branches in place of the choice.
fn merged(schema: &Value, choice: &str, branch: &Value) -> Value {
    let mut merged = schema.as_object().cloned().unwrap_or_default();
    merged.remove(choice);
    merged.extend(branch.as_object().cloned().unwrap_or_default());
    merged.into()
}

/// A date so far from now.
pub fn in_hours(hours: i64) -> String {
    let date = OffsetDateTime::now_utc() + Duration::hours(hours);
    timestamp::to_string(date).expect("a date")
}

const SLUGID: &str = "fN1SbArXTPSVFNUvaOlinQ";

/// A text; by the name of the member, or by the end of the pattern, where only some texts will do.
fn text(name: &str, schema: &Value) -> String {
    let pattern = schema["pattern"].as_str().unwrap_or_default();
    let text = match (name, schema["format"].as_str()) {
        ("created", _) => return in_hours(0),
        (_, Some("date-time")) => return in_hours(1),
        (_, Some("email")) | ("owner", _) => "someone@example.com",
        (_, Some("uri")) | ("source", _) => "https://example.com/",
        (_, Some("hostname")) => "example.com",
        ("provisionerId", _) => "test-provisioner",
        ("workerType", _) => "test-worker",
        ("workerGroup", _) => "test-group",
        ("workerId", _) => "test-id",
        ("taskQueueId" | "workerPoolId", _) => "test-provisioner/test-worker",
        ("channel", _) => "#test",
        ("taskId", _) => SLUGID,
        ("contentSha256", _) => "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        _ if pattern.ends_with("[AQgw]$") => SLUGID,
        _ if pattern.ends_with("{22,66}$") => "fN1SbArXTPSVFNUvaOlinQfN1SbArXTPSVFNUvaOlinQ",
        _ if pattern.ends_with("{12}$") => "01234567-89ab-cdef-0123-456789abcdef",
        _ => {
            let least = schema["minLength"]
                .as_u64()
                .and_then(|it| it.try_into().ok());
            return "a".repeat(least.unwrap_or(0).max(4));
        }
    };
    text.to_owned()
}
