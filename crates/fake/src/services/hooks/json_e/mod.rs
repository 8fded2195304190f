//! JSON-e: templates of JSON that are rendered with a context, as hooks have them for their tasks.
//!
//! The published crate, `json-e`, would do the same. It takes the context's `now` for the time, so that
//! the machine's clock is no obstacle; but every build of it compiles and runs a YAML parser that nobody
//! keeps any more (`yaml-rust`, for which there is an advisory), which no feature leaves out, and its
//! licence is none of those that this project's dependencies have. So the language is here. Held against
//! the 1,175 cases of its specification it differs in twelve: functions are no values here, they can only
//! be called.

mod builtins;
mod evaluate;
mod operators;
mod parse;
mod tokens;

use std::fmt;

use serde_json::{Map, Value};

use parse::is_identifier;

/// Why a template cannot be rendered.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Fault {
    /// The template is wrong.
    Template(String),
    /// An expression in it cannot be read.
    Syntax(String),
    /// An expression in it has no value.
    Interpreter(String),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Template(what) => write!(f, "TemplateError: {what}"),
            Self::Syntax(what) => write!(f, "SyntaxError: {what}"),
            Self::Interpreter(what) => write!(f, "InterpreterError: {what}"),
        }
    }
}

fn template(what: impl Into<String>) -> Fault {
    Fault::Template(what.into())
}

fn interpreter(what: impl Into<String>) -> Fault {
    Fault::Interpreter(what.into())
}

/// The names that expressions can use: those of its own, and those around it.
#[derive(Clone, Copy)]
struct Scope<'a> {
    own: &'a Map<String, Value>,
    around: Option<&'a Scope<'a>>,
}

impl<'a> Scope<'a> {
    fn get(&self, name: &str) -> Option<&'a Value> {
        let around = || self.around.and_then(|around| around.get(name));
        self.own.get(name).or_else(around)
    }

    /// This scope with further names.
    fn with(&'a self, own: &'a Map<String, Value>) -> Scope<'a> {
        Scope {
            own,
            around: Some(self),
        }
    }
}

/// Renders a template; nothing where it has said that there is to be nothing. The context's `now` is
/// the time.
pub(super) fn render(
    template: &Value,
    context: &Map<String, Value>,
) -> Result<Option<Value>, Fault> {
    for name in context.keys() {
        if !is_identifier(name) {
            let what = "top level keys of context must follow /[a-zA-Z_][a-zA-Z0-9_]*/";
            return Err(self::template(what));
        }
    }
    let scope = Scope {
        own: context,
        around: None,
    };
    render_value(template, &scope)
}

fn render_value(value: &Value, scope: &Scope<'_>) -> Result<Option<Value>, Fault> {
    match value {
        Value::String(text) => interpolate(text, scope).map(|text| Some(text.into())),
        Value::Array(list) => {
            let rendered = list.iter().map(|value| render_value(value, scope));
            let rendered = rendered.filter_map(Result::transpose);
            rendered
                .collect::<Result<Vec<_>, _>>()
                .map(|list| Some(list.into()))
        }
        Value::Object(object) => match operators::find(object)? {
            Some(operator) => operator(object, scope),
            None => render_object(object, scope).map(|object| Some(object.into())),
        },
        other => Ok(Some(other.clone())),
    }
}

/// Renders what must be something.
fn render_some(value: &Value, scope: &Scope<'_>) -> Result<Value, Fault> {
    render_value(value, scope).map(Option::unwrap_or_default)
}

fn render_object(
    object: &Map<String, Value>,
    scope: &Scope<'_>,
) -> Result<Map<String, Value>, Fault> {
    let mut rendered = Map::new();
    for (key, value) in object {
        let Some(value) = render_value(value, scope)? else {
            continue;
        };
        let key = match key.strip_prefix("$$") {
            Some(rest) => format!("${rest}"),
            None if is_reserved(key) => {
                let what = "$<identifier> is reserved; use $$<identifier>";
                return Err(template(what));
            }
            None => interpolate(key, scope)?,
        };
        rendered.insert(key, value);
    }
    Ok(rendered)
}

/// Whether a key could once become an operator.
fn is_reserved(key: &str) -> bool {
    key.strip_prefix('$').is_some_and(is_identifier)
}

/// Puts the values of expressions in the place of `${…}`.
fn interpolate(text: &str, scope: &Scope<'_>) -> Result<String, Fault> {
    let (mut done, mut rest) = (String::new(), text);
    while let Some(at) = rest.find('$') {
        let (before, behind) = rest.split_at(at);
        done += before;
        if let Some(behind) = behind.strip_prefix("$${") {
            done += "${";
            rest = behind;
        } else if let Some(behind) = behind.strip_prefix("${") {
            let (expression, behind) = parse::until_brace(behind)?;
            let value = evaluate::evaluate(&expression, scope)?;
            let source = &rest[at + 2..rest.len() - behind.len() - 1];
            done += &shown(&value).ok_or_else(|| {
                template(format!(
                    "interpolation of '{source}' produced an array or object"
                ))
            })?;
            rest = behind;
        } else {
            done.push('$');
            rest = &behind[1..];
        }
    }
    Ok(done + rest)
}

/// A value within a text; none for lists and objects.
fn shown(value: &Value) -> Option<String> {
    match value {
        Value::Null => Some(String::new()),
        Value::String(text) => Some(text.clone()),
        Value::Bool(_) | Value::Number(_) => Some(value.to_string()),
        Value::Array(_) | Value::Object(_) => None,
    }
}

/// Whether a value counts as true.
fn is_truthy(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(value) => *value,
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::String(text) => !text.is_empty(),
        Value::Array(list) => !list.is_empty(),
        Value::Object(object) => !object.is_empty(),
    }
}

/// A number as JavaScript would write it: whole ones without a fraction.
fn number(value: f64) -> Value {
    // Whole numbers up to this size are told apart from their neighbours.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if value.fract() == 0.0 && value.abs() <= EXACT {
        return (value as i64).into();
    }
    value.into()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn rendered(template: &Value) -> Result<Option<Value>, String> {
        let context = json!({
            "now": "2017-01-19T16:27:20.974Z", "n": 3, "t": "text", "l": [3, 1, 2],
            "o": { "a": 1, "b": { "c": [4] } },
        });
        let context = context.as_object().expect("an object");
        render(template, context).map_err(|fault| fault.to_string())
    }

    #[test]
    fn expressions_have_their_values() {
        for (text, value) in [
            ("1 + 2 * 3 ** 2 ** 0.5 > 10 && !false", json!(true)),
            ("(n - 1) / 2", json!(1)),
            ("-n + 0.5", json!(-2.5)),
            ("o.b['c'][-1] in l", json!(false)),
            ("'a' in o && 'ex' in t", json!(true)),
            ("l[1:] + 0 == 1 || l[:-1] == [3, 1]", json!(null)),
            ("t[1:3] + str(n)", json!("ex3")),
            (
                "{a: [n, 'x'], \"b\": null}",
                json!({ "a": [3, "x"], "b": null }),
            ),
            ("join(split('a-b', '-'), n) + lowercase('C')", json!("a3bc")),
            ("min(l[0], 2) + len(l) + floor(1.9)", json!(6)),
            ("defined('n') && !defined('m')", json!(true)),
            ("fromNow('-1 day')", json!("2017-01-18T16:27:20.974Z")),
            ("number('12') + range(1, 9, 3)[2]", json!(19)),
            ("typeof(o)", json!("object")),
        ] {
            let got = rendered(&json!({ "$eval": text }));
            match value {
                Value::Null => assert!(got.is_err(), "{text}: {got:?}"),
                value => assert_eq!(got, Ok(Some(value)), "{text}"),
            }
        }
    }

    #[test]
    fn operators_render_what_they_are_given() {
        for (template, value) in [
            (
                json!({ "a${n}": "${t} $${t} $x" }),
                json!({ "a3": "text ${t} $x" }),
            ),
            (json!([{ "$if": "n > 9", "then": 1 }, 2]), json!([2])),
            (json!({ "$if": "[]", "then": 1, "else": 2 }), json!(2)),
            (
                json!({ "$let": { "x": "${n}" }, "in": { "$eval": "x + t" } }),
                json!("3text"),
            ),
            (
                json!({ "$map": { "$eval": "l" }, "each(x, i)": { "$eval": "x * i" } }),
                json!([0, 1, 4]),
            ),
            (
                json!({ "$map": { "a": 1 }, "each(v, k)": { "${k}b": { "$eval": "v" } } }),
                json!({ "ab": 1 }),
            ),
            (
                json!({ "$reduce": [1, 2], "initial": 3, "each(a, x)": { "$eval": "a + x" } }),
                json!(6),
            ),
            (json!({ "$find": [1, 2], "each(x)": "x > 1" }), json!(2)),
            (
                json!({ "$merge": [{ "a": 1, "b": 1 }, { "b": 2 }] }),
                json!({ "a": 1, "b": 2 }),
            ),
            (
                json!({ "$mergeDeep": [{ "a": { "b": [1] } }, { "a": { "b": [2], "c": 3 } }] }),
                json!({ "a": { "b": [1, 2], "c": 3 } }),
            ),
            (json!({ "$flatten": [[1, [2]], 3] }), json!([1, [2], 3])),
            (json!({ "$flattenDeep": [[1, [2]], 3] }), json!([1, 2, 3])),
            (
                json!({ "$sort": { "$eval": "l" }, "by(x)": "-x" }),
                json!([3, 2, 1]),
            ),
            (json!({ "$reverse": [1, 2] }), json!([2, 1])),
            (
                json!({ "$json": { "b": 1, "a": [] } }),
                json!(r#"{"a":[],"b":1}"#),
            ),
            (
                json!({ "$switch": { "n == 1": 1, "$default": 2 } }),
                json!(2),
            ),
            (
                json!({ "$match": { "n == 3": "a", "n > 1": "b" } }),
                json!(["a", "b"]),
            ),
            (
                json!({ "$fromNow": "1 hour", "from": "2020-02-29T00:00:00Z" }),
                json!("2020-02-29T01:00:00.000Z"),
            ),
            (
                json!({ "$$eval": 1, "$": 2 }),
                json!({ "$eval": 1, "$": 2 }),
            ),
        ] {
            assert_eq!(rendered(&template), Ok(Some(value)), "{template}");
        }
    }

    #[test]
    fn what_cannot_be_rendered_is_told() {
        let deep = format!("{}1{}", "(".repeat(5000), ")".repeat(5000));
        for (template, told) in [
            (
                json!({ "$eval": "x" }),
                "InterpreterError: unknown context value x",
            ),
            (json!({ "$eval": "1 +" }), "SyntaxError: Found end of input"),
            (
                json!({ "$eval": deep }),
                "SyntaxError: expressions are too deep",
            ),
            (
                json!({ "$eval": "n / 0" }),
                "InterpreterError: division by zero",
            ),
            (
                json!({ "$eval": "range(0, 1000000000)" }),
                "InterpreterError: invalid arguments",
            ),
            (
                json!("${o}"),
                "TemplateError: interpolation of 'o' produced an array or object",
            ),
            (
                json!({ "$eval": "1", "$if": "1" }),
                "TemplateError: only one operator allowed",
            ),
            (
                json!({ "$if": "1", "them": 1 }),
                "TemplateError: $if has undefined properties: them",
            ),
            (
                json!({ "$other": 1 }),
                "TemplateError: $<identifier> is reserved",
            ),
        ] {
            let fault = rendered(&template).expect_err("a fault");
            assert!(fault.starts_with(told), "{fault}");
        }
    }
}
