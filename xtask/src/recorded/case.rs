//! A request to a real deployment, and its answer.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;
use taskcluster_core::timestamp;
use time::OffsetDateTime;

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
    pub payload: Value,
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

    /// When the deployment has answered, where it says so.
    pub fn time(&self) -> Option<OffsetDateTime> {
        let time = self.answer["requestInfo"]["time"].as_str()?;
        timestamp::parse(time).ok()
    }

    /// How many bytes a payload has that is left out.
    pub fn cut_payload(&self) -> Option<usize> {
        usize::try_from(self.payload[CUT].as_u64()?).ok()
    }

    /// Whether the recording leaves out what the body was.
    pub fn has_cut_answer(&self) -> bool {
        self.answer.get(CUT).is_some()
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
