//! Placeholders in double braces: the name of something known, or a text in quotes, and `$fromNow` behind a bar,
//! which makes a date of it.

use serde_json::{Map, Value};
use taskcluster_core::{from_now, timestamp};
use time::OffsetDateTime;

use crate::http::errors::ApiError;

/// What stands for placeholders.
pub(super) struct Placeholders {
    pub(super) known: Map<String, Value>,
    /// What dates are reckoned from.
    pub(super) now: OffsetDateTime,
}

impl Placeholders {
    /// A value with all placeholders in it filled in.
    pub(super) fn fill(&self, value: &Value) -> Result<Value, ApiError> {
        Ok(match value {
            Value::String(text) => self.text(text)?,
            Value::Array(list) => {
                let list = list.iter().map(|entry| self.fill(entry));
                list.collect::<Result<_, _>>()?
            }
            Value::Object(members) => {
                let mut filled = Map::new();
                for (name, value) in members {
                    let name = match self.text(name)? {
                        Value::String(name) => name,
                        _ => name.clone(),
                    };
                    filled.insert(name, self.fill(value)?);
                }
                filled.into()
            }
            other => other.clone(),
        })
    }

    /// A text with its placeholders filled in; one that is nothing else can become any value.
    fn text(&self, text: &str) -> Result<Value, ApiError> {
        let whole = text
            .strip_prefix("{{")
            .and_then(|rest| rest.strip_suffix("}}"));
        if let Some(expression) = whole.filter(|it| !it.is_empty() && !it.contains('}')) {
            return Ok(self.value(expression)?.unwrap_or_else(|| text.into()));
        }
        let (mut filled, mut rest) = (String::new(), text);
        while let Some((before, behind)) = rest.split_once("{{") {
            filled += before;
            // An expression has no brace in it.
            let Some((expression, after)) = behind
                .split_once('}')
                .and_then(|(it, after)| Some((it, after.strip_prefix('}')?)))
            else {
                filled += "{";
                rest = &rest[before.len() + 1..];
                continue;
            };
            match self.value(expression)? {
                Some(Value::String(value)) => filled += &value,
                Some(value) => filled += &value.to_string(),
                None => filled += &format!("{{{{{expression}}}}}"),
            }
            rest = after;
        }
        Ok((filled + rest).into())
    }

    /// What an expression stands for; nothing where it has a name that is not known, and stays as it is.
    fn value(&self, expression: &str) -> Result<Option<Value>, ApiError> {
        let mut parts = expression.split('|');
        let first = parts.next().unwrap_or_default();
        let mut value = match quoted(first) {
            Some(text) => text.into(),
            None if first.trim() == "$fromNow" => self.date("")?,
            None => match self.known.get(first.trim()) {
                Some(value) => value.clone(),
                None => return Ok(None),
            },
        };
        for filter in parts {
            if filter.trim() != "$fromNow" {
                return Ok(None);
            }
            let offset = value.as_str();
            value = self.date(offset.ok_or_else(|| ApiError::input("$fromNow takes a text"))?)?;
        }
        Ok(Some(value))
    }

    fn date(&self, offset: &str) -> Result<Value, ApiError> {
        let date = match offset {
            "" => self.now,
            offset => from_now::from_now_at(offset, self.now)
                .map_err(|problem| ApiError::input(problem.to_string()))?,
        };
        Ok(timestamp::to_string(date).into())
    }
}

/// The text between the first quotes and the next ones of their kind.
fn quoted(part: &str) -> Option<&str> {
    let begin = part.find(['"', '\''])?;
    let (quote, rest) = part[begin..].split_at(1);
    rest.split_once(quote).map(|(text, _)| text)
}
