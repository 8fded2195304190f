//! A request to a real deployment, and its answer.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;
use taskcluster_core::timestamp;
use time::OffsetDateTime;

use super::payload::Payload;

/// What stands for the content where a recording leaves it out; its value is the length in bytes.
const CUT: &str = "(cut)";

/// One request of a recording.
#[derive(Clone, Debug, Deserialize)]
pub struct Case {
    /// A name of its own within the recording.
    pub id: String,
    method: Option<String>,
    /// Path and query as they were sent.
    pub path: String,
    /// What was sent: JSON, or a text that was sent as it is, or nothing.
    pub payload: Payload,
    /// Whether somebody signed it.
    pub signed: bool,
    /// The answer's status.
    pub status: u16,
    /// The answer's headers, as far as they are of interest.
    pub headers: BTreeMap<String, String>,
    /// The answer's body: JSON, or a text.
    pub answer: Value,
}

#[derive(Deserialize)]
struct Recording {
    cases: Vec<Case>,
}

impl Case {
    /// Whether this is a request. Some facts of a recording are not.
    pub fn is_request(&self) -> bool {
        self.status != 0
    }

    /// The verb of the request. What has none is an upload to a URL that an earlier answer gave.
    pub fn verb(&self) -> &str {
        self.method.as_deref().unwrap_or("PUT")
    }

    /// The service that is asked.
    pub fn service(&self) -> Option<&str> {
        self.path.strip_prefix("/api/")?.split('/').next()
    }

    /// The latest moment that the answer tells of as past: the deployment has answered then, or later.
    pub fn time(&self) -> Option<OffsetDateTime> {
        match self.answer["requestInfo"]["time"].as_str() {
            // The payload of an error has dates as somebody else gave them.
            Some(time) => timestamp::parse(time).ok(),
            None => latest("", &self.answer),
        }
    }

    /// Whether a text stands in the request.
    pub fn says(&self, text: &str) -> bool {
        self.path.contains(text) || self.payload.says(text)
    }

    /// How many bytes a payload has that is left out.
    pub fn cut_payload(&self) -> Option<usize> {
        let Payload::Single(length) = self.payload.member(CUT)? else {
            return None;
        };
        usize::try_from(length.as_u64()?).ok()
    }

    /// Whether the recording leaves out what the body was.
    pub fn has_cut_answer(&self) -> bool {
        self.answer.get(CUT).is_some()
    }
}

/// Members of answers with dates at which something has happened, by the deployment's own clock.
const PAST: [&str; 10] = [
    "claimed",
    "firstClaim",
    "inserted",
    "lastDateActive",
    "lastModified",
    "lastUsed",
    "reported",
    "resolved",
    "scheduled",
    "started",
];

fn latest(name: &str, value: &Value) -> Option<OffsetDateTime> {
    match value {
        Value::Object(members) => members
            .iter()
            .filter_map(|(name, value)| latest(name, value))
            .max(),
        Value::Array(items) => items.iter().filter_map(|item| latest(name, item)).max(),
        Value::String(text) if PAST.contains(&name) => timestamp::parse(text).ok(),
        _ => None,
    }
}

/// All recordings in a folder, one after the other by the files' names.
pub fn read_all(dir: &Path) -> Result<Vec<Case>, Box<dyn Error>> {
    let about = |path: &Path, e: &dyn std::fmt::Display| format!("{}: {e}", path.display());
    let entries = fs::read_dir(dir).map_err(|e| about(dir, &e))?;
    let mut files = entries
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<_>, std::io::Error>>()?;
    files.retain(|file| file.extension().is_some_and(|name| name == "json"));
    files.sort();
    let mut cases = Vec::new();
    for file in &files {
        let bytes = fs::read(file).map_err(|e| about(file, &e))?;
        let recording: Recording = serde_json::from_slice(&bytes).map_err(|e| about(file, &e))?;
        cases.extend(recording.cases);
    }
    if cases.is_empty() {
        return Err(about(
            dir,
            &"there is no recording, a file whose name ends in .json",
        )
        .into());
    }
    Ok(cases)
}

/// What a role had that some answer shows; the fake gets it before the first request.
pub fn scopes_of_role(cases: &[Case], role_id: &str) -> Option<Vec<String>> {
    fn find(value: &Value, role_id: &str) -> Option<Vec<String>> {
        if value["roleId"] == role_id {
            let scopes = value["scopes"].as_array()?.iter();
            return scopes
                .map(|scope| scope.as_str().map(str::to_owned))
                .collect();
        }
        match value {
            Value::Object(members) => members.values().find_map(|value| find(value, role_id)),
            Value::Array(items) => items.iter().find_map(|value| find(value, role_id)),
            _ => None,
        }
    }
    cases.iter().find_map(|case| find(&case.answer, role_id))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn time(answer: &Value) -> Option<String> {
        let case = json!({
            "id": "x", "path": "/", "payload": null, "signed": true, "status": 200, "headers": {},
            "answer": answer,
        });
        let case: Case = serde_json::from_value(case).expect("a case");
        timestamp::to_string(case.time()?)
    }

    #[test]
    fn what_has_happened_tells_the_time_and_what_will_happen_does_not() {
        let (early, late) = ("2026-11-26T10:23:07.000Z", "2026-11-26T10:40:47.153Z");
        let expires = "2027-11-26T10:40:47.153Z";
        for (answer, expected) in [
            (
                json!({ "requestInfo": { "time": early, "payload": { "started": late } } }),
                Some(early),
            ),
            (
                json!({ "scheduled": early, "lastModified": late, "expires": expires }),
                Some(late),
            ),
            (
                json!({ "runs": [{ "resolved": late }, { "scheduled": early }] }),
                Some(late),
            ),
            (json!({ "created": late, "resolved": "yesterday" }), None),
        ] {
            assert_eq!(time(&answer).as_deref(), expected);
        }
    }
}
