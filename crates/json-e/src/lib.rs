// The published crate, `json-e`, would do the same. It takes the context's `now` for the time, so that the
// machine's clock is no obstacle; but every build of it compiles and runs a YAML parser that nobody keeps any
// more (`yaml-rust`, for which there is an advisory), which no feature leaves out, and its licence is none of
// those that this project's dependencies have. So the language is here.
#![doc = include_str!("../README.md")]

mod builtins;
mod evaluate;
mod operators;
mod parse;
mod tokens;

use std::fmt;

use serde_json::{Map, Value};

use parse::is_identifier;

/// Why a template cannot be rendered.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// The template is wrong.
    Template(String),
    /// An expression in it cannot be read.
    Syntax(String),
    /// An expression in it has no value.
    Interpreter(String),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Template(what) => write!(f, "TemplateError: {what}"),
            Self::Syntax(what) => write!(f, "SyntaxError: {what}"),
            Self::Interpreter(what) => write!(f, "InterpreterError: {what}"),
        }
    }
}

impl std::error::Error for Error {}

fn template(what: impl Into<String>) -> Error {
    Error::Template(what.into())
}

fn interpreter(what: impl Into<String>) -> Error {
    Error::Interpreter(what.into())
}

/// A function that a context has, such as `as_slugid` where tasks are made for events of GitHub. What it
/// says of its arguments where they are wrong is the text of an [`Error::Interpreter`].
pub type Function<'f> = dyn Fn(&[Value]) -> Result<Value, String> + 'f;

/// The names that expressions can use: those of its own, and those around it.
#[derive(Clone, Copy)]
struct Scope<'a> {
    own: &'a Map<String, Value>,
    around: Option<&'a Scope<'a>>,
    /// Those of the outermost context. A value of the same name hides one.
    functions: &'a [(&'a str, &'a Function<'a>)],
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
            functions: self.functions,
        }
    }

    fn function(&self, name: &str) -> Option<&'a Function<'a>> {
        let mut functions = self.functions.iter();
        functions.find_map(|(own, function)| (*own == name).then_some(*function))
    }
}

/// Renders a template; nothing where it has said that there is to be nothing. The context's `now` is
/// the time, as the API writes it, for `fromNow`.
///
/// # Errors
/// The template or an expression in it is wrong, or asks for what the context does not have. Parts of the
/// template stand in the text.
pub fn render(template: &Value, context: &Map<String, Value>) -> Result<Option<Value>, Error> {
    render_with(template, context, &[])
}

/// Renders a template, as [`render`], with functions besides the language's own.
///
/// # Errors
/// As those of [`render`].
pub fn render_with(
    template: &Value,
    context: &Map<String, Value>,
    functions: &[(&str, &Function<'_>)],
) -> Result<Option<Value>, Error> {
    for name in context.keys() {
        if !is_identifier(name) {
            let what = "top level keys of context must follow /[a-zA-Z_][a-zA-Z0-9_]*/";
            return Err(self::template(what));
        }
    }
    let scope = Scope {
        own: context,
        around: None,
        functions,
    };
    render_value(template, &scope)
}

fn render_value(value: &Value, scope: &Scope<'_>) -> Result<Option<Value>, Error> {
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
fn render_some(value: &Value, scope: &Scope<'_>) -> Result<Value, Error> {
    render_value(value, scope).map(Option::unwrap_or_default)
}

fn render_object(
    object: &Map<String, Value>,
    scope: &Scope<'_>,
) -> Result<Map<String, Value>, Error> {
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
fn interpolate(text: &str, scope: &Scope<'_>) -> Result<String, Error> {
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
