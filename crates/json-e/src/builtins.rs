//! The functions that expressions can call.

use serde_json::Value;
use taskcluster_core::from_now::from_now_at;
use taskcluster_core::timestamp;

use crate::{Error, Scope, interpreter, number, shown};

pub(crate) type Function = fn(&[Value], &Scope<'_>) -> Result<Value, Error>;

/// The longest list that `range` makes.
const MAX_RANGE: f64 = 100_000.0;

pub(crate) fn find(name: &str) -> Option<Function> {
    Some(match name {
        "min" => |given, _| fold(given, "min", f64::min),
        "max" => |given, _| fold(given, "max", f64::max),
        "sqrt" => |given, _| calculate(given, "sqrt", f64::sqrt),
        "ceil" => |given, _| calculate(given, "ceil", f64::ceil),
        "floor" => |given, _| calculate(given, "floor", f64::floor),
        "abs" => |given, _| calculate(given, "abs", f64::abs),
        "lowercase" => |given, _| change(given, "lowercase", str::to_lowercase),
        "uppercase" => |given, _| change(given, "uppercase", str::to_uppercase),
        "strip" => |given, _| change(given, "strip", |text| text.trim().to_owned()),
        "lstrip" => |given, _| change(given, "lstrip", |text| text.trim_start().to_owned()),
        "rstrip" => |given, _| change(given, "rstrip", |text| text.trim_end().to_owned()),
        "str" => |given, _| as_text(given),
        "number" => |given, _| as_number(given),
        "len" => |given, _| length(given),
        "split" => |given, _| split(given),
        "join" => |given, _| join(given),
        "range" => |given, _| range(given),
        "typeof" => |given, _| type_of(given),
        "defined" => |_, _| Err(invalid("defined")),
        "fromNow" => from_now,
        _ => return None,
    })
}

fn invalid(name: &str) -> Error {
    interpreter(format!("invalid arguments to builtin: {name}"))
}

fn numbers(given: &[Value], name: &str) -> Result<Vec<f64>, Error> {
    let numbers = given.iter().map(Value::as_f64);
    numbers.collect::<Option<_>>().ok_or_else(|| invalid(name))
}

fn fold(given: &[Value], name: &str, by: fn(f64, f64) -> f64) -> Result<Value, Error> {
    let numbers = numbers(given, name)?.into_iter().reduce(by);
    numbers.map(number).ok_or_else(|| invalid(name))
}

fn calculate(given: &[Value], name: &str, by: fn(f64) -> f64) -> Result<Value, Error> {
    match numbers(given, name)?[..] {
        [value] => Ok(number(by(value))),
        _ => Err(invalid(name)),
    }
}

fn change(given: &[Value], name: &str, by: fn(&str) -> String) -> Result<Value, Error> {
    match given {
        [Value::String(text)] => Ok(by(text).into()),
        _ => Err(invalid(name)),
    }
}

fn as_text(given: &[Value]) -> Result<Value, Error> {
    match given {
        [Value::Null] => Ok("null".into()),
        [value] => shown(value).map(Value::from).ok_or_else(|| invalid("str")),
        _ => Err(invalid("str")),
    }
}

fn as_number(given: &[Value]) -> Result<Value, Error> {
    match given {
        [Value::String(text)] => {
            let parsed: Result<f64, _> = text.trim().parse();
            parsed.map(number).map_err(|_| invalid("number"))
        }
        _ => Err(invalid("number")),
    }
}

fn length(given: &[Value]) -> Result<Value, Error> {
    match given {
        [Value::String(text)] => Ok(text.chars().count().into()),
        [Value::Array(list)] => Ok(list.len().into()),
        _ => Err(invalid("len")),
    }
}

fn split(given: &[Value]) -> Result<Value, Error> {
    let [
        Value::String(text),
        by @ (Value::String(_) | Value::Number(_)),
    ] = given
    else {
        return Err(invalid("split"));
    };
    let by = shown(by).unwrap_or_default();
    if by.is_empty() {
        return Ok(text.chars().map(String::from).collect());
    }
    Ok(text.split(&by).collect())
}

fn join(given: &[Value]) -> Result<Value, Error> {
    let [
        Value::Array(list),
        by @ (Value::String(_) | Value::Number(_)),
    ] = given
    else {
        return Err(invalid("join"));
    };
    let is_simple = |value: &&Value| value.is_string() || value.is_number();
    let parts: Option<Vec<String>> = list
        .iter()
        .map(|value| Some(value).filter(is_simple).and_then(shown))
        .collect();
    let parts = parts.ok_or_else(|| invalid("join"))?;
    Ok(parts.join(&shown(by).unwrap_or_default()).into())
}

fn range(given: &[Value]) -> Result<Value, Error> {
    let whole = numbers(given, "range")?;
    let (start, end, step) = match whole[..] {
        [start, end] => (start, end, 1.0),
        [start, end, step] => (start, end, step),
        _ => return Err(invalid("range")),
    };
    let is_whole = whole.iter().all(|value| value.fract() == 0.0);
    let count = ((end - start) / step).ceil();
    if !is_whole || step == 0.0 || count > MAX_RANGE {
        return Err(invalid("range"));
    }
    // Counted, since a number that is large enough stays the same when a step is added.
    let values = (0..count.max(0.0) as u32).map(|at| start + f64::from(at) * step);
    Ok(values.map(number).collect())
}

fn type_of(given: &[Value]) -> Result<Value, Error> {
    let [value] = given else {
        return Err(invalid("typeof"));
    };
    Ok(match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
    .into())
}

fn from_now(given: &[Value], scope: &Scope<'_>) -> Result<Value, Error> {
    let (offset, from) = match given {
        [Value::String(offset)] => (offset, scope.get("now")),
        [Value::String(offset), from @ Value::String(_)] => (offset, Some(from)),
        _ => return Err(invalid("fromNow")),
    };
    date_from(offset, from).map_err(interpreter)
}

/// The date that a time is away from another one.
pub(crate) fn date_from(offset: &str, from: Option<&Value>) -> Result<Value, String> {
    let from = from.and_then(Value::as_str).unwrap_or_default();
    let from = timestamp::parse(from).map_err(|_| format!("{from:?} is no date"))?;
    let date = from_now_at(offset, from).map_err(|e| e.to_string())?;
    let date = timestamp::to_string(date);
    date.map(Value::from)
        .ok_or_else(|| format!("{offset} leads beyond all dates"))
}
