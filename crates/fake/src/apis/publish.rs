//! References and schemas as deployments publish them, for those who import them.

use serde_json::{Value, json};

use super::{Apis, text};

/// Where the list of all references is.
const MANIFEST: &str = "/references/manifest.json";

/// Where a reference is published.
pub(super) fn path(reference: &Value) -> Result<String, String> {
    let kind = if reference.get("exchangePrefix").is_some() {
        "exchanges"
    } else {
        "api"
    };
    let (service, version) = (
        text(reference, "serviceName")?,
        text(reference, "apiVersion")?,
    );
    Ok(format!("/references/{service}/{version}/{kind}.json"))
}

/// What is published at a path.
pub(crate) fn at(apis: &Apis, path: &str) -> Option<Value> {
    if path == MANIFEST {
        let paths: Vec<&String> = apis.published.keys().collect();
        return Some(json!({
            "$schema": "/schemas/common/manifest-v3.json#",
            "references": paths,
        }));
    }
    match apis.published.get(path) {
        Some(reference) => Some(with_texts(reference)),
        None => apis.schemas.published(&format!("{path}#")),
    }
}

/// A reference with a title and a description wherever readers ask for one: the texts stand in the
/// documentation of the crates, and are not served.
fn with_texts(reference: &Value) -> Value {
    let mut reference = reference.clone();
    let titled = |value: &mut Value, title: &str| {
        value["title"] = title.into();
        value["description"] = "".into();
    };
    let service = reference["serviceName"]
        .as_str()
        .unwrap_or_default()
        .to_owned();
    titled(&mut reference, &service);
    for entry in reference["entries"].as_array_mut().into_iter().flatten() {
        let name = entry["name"].as_str().unwrap_or_default().to_owned();
        titled(entry, &name);
        let fields = entry.get_mut("routingKey").and_then(Value::as_array_mut);
        for field in fields.into_iter().flatten() {
            field["summary"] = "".into();
        }
    }
    reference
}
