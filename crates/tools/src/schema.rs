//! Values held against JSON schemas.

use jsonschema::{Draft, Registry, ValidationError, Validator};
use serde_json::Value;

/// The draft of schemas that do not say theirs: that of those who write actions and of the API.
const DRAFT: Draft = Draft::Draft7;

/// Prepares a schema. It may refer to itself, and to nothing else: nothing is fetched.
#[cfg(feature = "actions")]
pub(crate) fn own(schema: &Value) -> Result<Validator, String> {
    let options = jsonschema::options().should_validate_formats(true);
    let says = schema.get("$schema").is_some();
    let options = if says {
        options
    } else {
        options.with_draft(DRAFT)
    };
    options.build(schema).map_err(|e| e.masked().to_string())
}

/// Prepares a schema that refers to others, by their URIs.
pub(crate) fn among(uri: &str, schemas: &[(String, Value)]) -> Result<Validator, String> {
    let mut registry = Registry::new().draft(DRAFT);
    for (uri, schema) in schemas {
        registry = registry
            .add(uri, schema.clone())
            .map_err(|e| e.to_string())?;
    }
    let registry = registry.prepare().map_err(|e| e.to_string())?;
    jsonschema::options()
        .with_draft(DRAFT)
        .with_registry(&registry)
        .should_validate_formats(true)
        .build(&serde_json::json!({ "$ref": uri }))
        .map_err(|e| e.to_string())
}

/// What is wrong with a value, which is called so: one text for each problem, with the path of the member.
/// What the value holds stands in none.
pub(crate) fn problems(schema: &Validator, name: &str, value: &Value) -> Vec<String> {
    let problem = |error: ValidationError<'_>| {
        let path = error.instance_path().to_string().replace('/', ".");
        let place = format!("{name}{path}");
        format!("{}: {}", place.trim_start_matches('.'), error.masked())
    };
    schema.iter_errors(value).map(problem).collect()
}
