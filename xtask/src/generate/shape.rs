//! Reading single JSON schema nodes: which keywords they have, and what these say.

use std::path::Path;

use serde_json::Value;

use super::emit::code;
use super::model::Type;
use super::source::check_keys;
use super::{Error, Result};

/// All keywords that are understood. Those of the last three lines restrict values, which the
/// server checks: they do not change a type.
const KEYWORDS: &[&str] = &[
    "$id",
    "$ref",
    "$schema",
    "additionalProperties",
    "allOf",
    "anyOf",
    "const",
    "default",
    "definitions",
    "description",
    "enum",
    "format",
    "items",
    "oneOf",
    "properties",
    "required",
    "title",
    "type",
    "maxLength",
    "minLength",
    "maximum",
    "minimum",
    "maxItems",
    "minItems",
    "dependencies",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "examples",
    "maxProperties",
    "metadata",
    "minProperties",
    "multipleOf",
    "not",
    "pattern",
    "propertyNames",
    "uniqueItems",
];

const TYPES: [&str; 7] = [
    "array", "boolean", "integer", "null", "number", "object", "string",
];

/// Fails on a keyword that is not understood, or has a value that is not of its kind.
pub fn check(file: &Path, pointer: &str, node: &Value) -> Result<()> {
    if node.is_boolean() {
        return Ok(());
    }
    check_keys(file, pointer, node, KEYWORDS)?;
    for (key, value) in node.as_object().into_iter().flatten() {
        if let Some(wanted) = wrong_kind(key, value) {
            let why = format!("must be {wanted}");
            return Err(Error::at(file, &format!("{pointer}/{key}"), why));
        }
    }
    Ok(())
}

/// What a keyword's value must be, where it is not.
fn wrong_kind(key: &str, value: &Value) -> Option<&'static str> {
    let list = value.as_array();
    let is_type = |value: &Value| value.as_str().is_some_and(|name| TYPES.contains(&name));
    let all = |is: fn(&Value) -> bool| list.is_some_and(|list| list.iter().all(is));
    let full = list.is_some_and(|list| !list.is_empty());
    let (right, wanted) = match key {
        "$ref" | "title" | "description" | "format" => (value.is_string(), "a text"),
        "type" => {
            let several = list.is_some_and(|list| list.iter().all(is_type));
            let wanted = "a type's name, or a list of such";
            (is_type(value) || full && several, wanted)
        }
        "properties" | "definitions" => (value.is_object(), "an object"),
        "required" => (all(Value::is_string), "a list of texts"),
        "enum" => (full, "a list with something in it"),
        "oneOf" | "anyOf" | "allOf" => {
            let schemas = all(|value| value.is_object() || value.is_boolean());
            (full && schemas, "a list of schemas")
        }
        "items" | "additionalProperties" => (value.is_object() || value.is_boolean(), "a schema"),
        _ => return None,
    };
    (!right).then_some(wanted)
}

/// The values to which a node is restricted.
pub fn values(node: &Value) -> Option<Vec<&Value>> {
    match (
        node.get("enum").and_then(Value::as_array),
        node.get("const"),
    ) {
        (Some(values), _) => Some(values.iter().collect()),
        (None, Some(value)) => Some(vec![value]),
        (None, None) => None,
    }
}

pub fn texts<'a>(values: &[&'a Value]) -> Option<Vec<&'a str>> {
    values.iter().map(|value| value.as_str()).collect()
}

/// The type of values that are not all texts.
pub fn scalar_of(values: &[&Value]) -> Type {
    if values.iter().all(|value| value.is_u64()) {
        Type::Unsigned
    } else if values.iter().all(|value| value.is_i64()) {
        Type::Signed
    } else if values.iter().all(|value| value.is_number()) {
        Type::Float
    } else if values.iter().all(|value| value.is_boolean()) {
        Type::Bool
    } else {
        Type::Any
    }
}

/// The branches of a choice, if the node is one. Branches that name no type of their own restrict
/// the type that stands beside them, and are no choice.
pub fn branches(node: &Value) -> Option<(&'static str, Vec<&Value>)> {
    let (keyword, list) = ["oneOf", "anyOf", "allOf"]
        .into_iter()
        .find_map(|keyword| Some((keyword, node.get(keyword)?.as_array()?)))?;
    let says_type = |branch: &&Value| {
        [
            "$ref",
            "type",
            "enum",
            "const",
            "properties",
            "items",
            "oneOf",
            "anyOf",
            "allOf",
        ]
        .iter()
        .any(|key| branch.get(key).is_some())
    };
    let typed = node.get("type").is_some();
    let a_choice = list.iter().any(|branch| says_type(&branch)) || !typed;
    (a_choice && !list.is_empty()).then(|| (keyword, list.iter().collect()))
}

/// The type names of a node; of one without, what its other keywords imply.
pub fn types(node: &Value) -> Vec<&str> {
    match node.get("type") {
        Some(Value::String(name)) => vec![name],
        Some(Value::Array(names)) => names.iter().filter_map(Value::as_str).collect(),
        _ if node.get("properties").is_some() => vec!["object"],
        _ if node.get("items").is_some() => vec!["array"],
        _ if node.get("format").is_some() || node.get("pattern").is_some() => vec!["string"],
        _ => Vec::new(),
    }
}

pub fn scalar(name: &str, node: &Value) -> Type {
    let from_zero = node
        .get("minimum")
        .and_then(Value::as_f64)
        .is_some_and(|min| min >= 0.0);
    match name {
        "string" if node.get("format").and_then(Value::as_str) == Some("date-time") => Type::Date,
        "string" => Type::Text,
        "boolean" => Type::Bool,
        "integer" if from_zero => Type::Unsigned,
        "integer" => Type::Signed,
        "number" => Type::Float,
        _ => Type::Any,
    }
}

/// Whether every value of the node is a text.
pub fn is_text(node: &Value) -> bool {
    match values(node) {
        Some(values) => texts(&values).is_some(),
        None => types(node) == ["string"],
    }
}

/// The members that an object must have, each once, also where a schema repeats itself.
pub fn required(node: &Value) -> Vec<&str> {
    let list = node.get("required").and_then(Value::as_array);
    let mut names: Vec<&str> = Vec::new();
    for name in list.into_iter().flatten().filter_map(Value::as_str) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// The member by which all branches can be told apart: one text of its own for each.
pub fn tag<'a>(branches: &[&'a Value]) -> Option<&'a str> {
    let other = ["$ref", "enum", "const", "oneOf", "anyOf", "allOf"];
    let is_object =
        |node: &Value| types(node) == ["object"] && other.iter().all(|key| node.get(key).is_none());
    if !branches.iter().all(|branch| is_object(branch)) {
        return None;
    }
    let first = branches.first()?.get("properties")?.as_object()?;
    let mut members: Vec<&str> = first.keys().map(String::as_str).collect();
    members.sort_unstable();
    members.into_iter().find(|tag| {
        let mut texts: Vec<_> = branches
            .iter()
            .map(|branch| tag_value(branch, tag))
            .collect();
        texts.sort_unstable();
        texts.dedup();
        texts.len() == branches.len() && texts.iter().all(Option::is_some)
    })
}

/// The one text that a required member of an object has.
pub fn tag_value<'a>(branch: &'a Value, tag: &str) -> Option<&'a str> {
    let property = branch.get("properties")?.get(tag)?;
    let texts = texts(&values(property)?)?;
    match texts.as_slice() {
        [only] if required(branch).contains(&tag) => Some(only),
        _ => None,
    }
}

/// A title that is short enough to be a name.
pub fn title(node: &Value) -> Option<&str> {
    let title = node.get("title")?.as_str()?;
    let letters = title
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || " -_".contains(c));
    (letters && !title.trim().is_empty() && title.split_whitespace().count() <= 4).then_some(title)
}

/// What an untagged variant is called that has no title.
pub fn variant_name(ty: &Type) -> String {
    match ty {
        Type::Text => "Text".to_owned(),
        Type::Bool => "Flag".to_owned(),
        Type::Unsigned | Type::Signed | Type::Float => "Number".to_owned(),
        Type::Date => "Date".to_owned(),
        Type::Any => "Other".to_owned(),
        Type::Core(name) => (*name).to_owned(),
        Type::Named(name) | Type::Boxed(name) => name.clone(),
        Type::List(of) => format!("{}List", variant_name(of)),
        Type::Map(of) => format!("{}Map", variant_name(of)),
        Type::Nullable(of) => variant_name(of),
    }
}

/// What is to be said of a node: its description, or its target's or its title, and the limits of
/// its values.
pub fn docs(node: &Value, target: Option<&Value>) -> Vec<String> {
    let text = |key: &str| {
        let find = |node: &Value| node.get(key)?.as_str().map(str::to_owned);
        find(node)
            .or_else(|| target.and_then(find))
            .filter(|text| !text.trim().is_empty())
    };
    let description = text("description").or_else(|| text("title"));
    let limits = limits(target.unwrap_or(node));
    let default = default(node).or_else(|| target.and_then(default));
    description
        .into_iter()
        .chain(limits)
        .chain(default)
        .collect()
}

fn limits(node: &Value) -> Option<String> {
    let of = |key: &str| node.get(key).and_then(Value::as_f64);
    let range = |what: &str, min: Option<f64>, max: Option<f64>| match (min, max) {
        (Some(min), Some(max)) if min == max => Some(format!("{what}: exactly {min}.")),
        (Some(min), Some(max)) => Some(format!("{what}: {min} to {max}.")),
        (Some(min), None) if min > 1.0 => Some(format!("{what}: at least {min}.")),
        (None, Some(max)) => Some(format!("{what}: at most {max}.")),
        _ => None,
    };
    let types = types(node);
    match types.as_slice() {
        ["string"] => range("Length", of("minLength"), of("maxLength")),
        ["integer" | "number"] => range("Range", of("minimum"), of("maximum")),
        ["array"] => range("Items", of("minItems"), of("maxItems")),
        _ => None,
    }
}

fn default(node: &Value) -> Option<String> {
    match node.get("default")? {
        Value::String(text) if text.is_empty() => None,
        value @ (Value::String(_) | Value::Number(_) | Value::Bool(_)) => {
            Some(format!("Default: {}.", code(&value.to_string())))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_required_twice_is_required_once() {
        let node = serde_json::json!({ "required": ["b", "a", "b", "a"] });
        assert_eq!(required(&node), ["b", "a"]);
    }
}
