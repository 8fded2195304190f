//! What a task's payload asks this kind of worker to do.

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::Value;

/// A command with its surroundings, such as
/// `{"command": ["sh", "-c", "make"], "env": {"CI": "1"}, "maxRunTime": 600,
/// "artifacts": {"public/a.out": {"type": "file", "path": "a.out"}}}`.
pub struct Order {
    pub command: Vec<String>,
    pub env: BTreeMap<String, String>,
    pub max_run_time: Option<Duration>,
    pub artifacts: Vec<Artifact>,
}

/// A file to hand in.
pub struct Artifact {
    pub name: String,
    pub path: String,
    pub content_type: String,
}

impl Order {
    /// Reads a payload; members that it does not know are other workers' business.
    pub fn read(payload: &Value) -> Result<Self, String> {
        let command: Vec<String> = member(payload, "command")?.ok_or("there is no `command`")?;
        if command.is_empty() {
            return Err("`command` is empty".to_owned());
        }
        let files: BTreeMap<String, Value> = member(payload, "artifacts")?.unwrap_or_default();
        let artifacts = files.into_iter().map(|(name, file)| {
            Ok(Artifact {
                path: member(&file, "path")?.ok_or_else(|| format!("`{name}` has no `path`"))?,
                content_type: member(&file, "contentType")?
                    .unwrap_or_else(|| "application/octet-stream".to_owned()),
                name,
            })
        });
        Ok(Self {
            command,
            env: member(payload, "env")?.unwrap_or_default(),
            max_run_time: member(payload, "maxRunTime")?.map(Duration::from_secs),
            artifacts: artifacts.collect::<Result<_, String>>()?,
        })
    }
}

fn member<T: serde::de::DeserializeOwned>(value: &Value, name: &str) -> Result<Option<T>, String> {
    match value.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(value) => serde_json::from_value(value.clone())
            .map(Some)
            .map_err(|e| format!("`{name}`: {e}")),
    }
}
