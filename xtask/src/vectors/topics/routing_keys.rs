//! Patterns that select the messages of an exchange.

use serde_json::{Value, json};

use super::Op;
use crate::vectors::case::Case;
use crate::vectors::services;
use crate::vectors::verdict::{Answer, Stop};

pub(super) const OPS: &[Op] = &[Op::plain("routing_key", answer)];

fn answer(case: &Case) -> Answer {
    let input = &case.input;
    let topic = services::topic(input.text("class")?, input.text("exchange")?)?;
    let value = input.value("value")?;
    let binding = match (input.text("form")?, value) {
        ("none", _) => topic.select().binding(),
        ("string", Value::String(pattern)) => topic.pattern(pattern),
        ("dict" | "kwargs", Value::Object(values)) => {
            let mut selection = topic.select();
            for (name, value) in values {
                selection = selection.field(name, word(value)?);
            }
            selection.binding()
        }
        ("string" | "dict" | "kwargs", other) => {
            return Err(Stop::Inexpressible(format!(
                "{other} does not select messages"
            )));
        }
        (form, _) => return Err(Stop::NotUnderstood(format!("there is no form {form:?}"))),
    };
    let binding = binding.map_err(Stop::refused)?;
    Ok(json!({
        "exchange": binding.exchange,
        "routingKeyPattern": binding.routing_key_pattern,
    }))
}

/// The value of a field: whatever has a text.
fn word(value: &Value) -> Result<String, Stop> {
    match value {
        Value::String(text) => Ok(text.clone()),
        Value::Number(_) | Value::Bool(_) => Ok(value.to_string()),
        _ => Err(Stop::Inexpressible(format!(
            "{value} cannot be part of a routing key"
        ))),
    }
}
