//! The values of expressions.

use std::cmp::Ordering;

use serde_json::{Map, Value};

use crate::parse::{self, Expression};
use crate::{Error, Scope, builtins, interpreter, is_truthy, number};

/// The value of an expression that stands in a text by itself.
pub(crate) fn of_text(text: &str, scope: &Scope<'_>) -> Result<Value, Error> {
    evaluate(&parse::whole(text)?, scope)
}

pub(crate) fn evaluate(expression: &Expression, scope: &Scope<'_>) -> Result<Value, Error> {
    Ok(match expression {
        Expression::Number(value) => number(*value),
        Expression::Text(text) => text.as_str().into(),
        Expression::Null => Value::Null,
        Expression::Bool(value) => (*value).into(),
        Expression::Name(name) => match scope.get(name) {
            Some(value) => value.clone(),
            None if scope.function(name).is_some() || builtins::find(name).is_some() => {
                let what = format!("{name} is a function, and can only be called");
                return Err(interpreter(what));
            }
            None => return Err(interpreter(format!("unknown context value {name}"))),
        },
        Expression::List(list) => {
            let values = list.iter().map(|expression| evaluate(expression, scope));
            values.collect::<Result<_, _>>()?
        }
        Expression::Object(members) => {
            let value = |(key, member): &(String, _)| Ok((key.clone(), evaluate(member, scope)?));
            let members: Result<Map<_, _>, Error> = members.iter().map(value).collect();
            members?.into()
        }
        Expression::Unary(operator, operand) => unary(operator, &evaluate(operand, scope)?)?,
        Expression::Binary(operator, left, right) => binary(operator, left, right, scope)?,
        Expression::Member(base, name) => member(&evaluate(base, scope)?, name)?,
        Expression::Index(base, index) => {
            indexed(&evaluate(base, scope)?, &evaluate(index, scope)?)?
        }
        Expression::Slice(base, start, end) => {
            let bound = |bound: &Option<Box<Expression>>| {
                let bound = bound.as_deref().map(|bound| evaluate(bound, scope));
                bound.transpose()
            };
            sliced(&evaluate(base, scope)?, bound(start)?, bound(end)?)?
        }
        Expression::Call(called, arguments) => call(called, arguments, scope)?,
    })
}

fn call(called: &Expression, arguments: &[Expression], scope: &Scope<'_>) -> Result<Value, Error> {
    let Expression::Name(name) = called else {
        return Err(interpreter("only functions can be called"));
    };
    // The one function that looks at the name, and not at its value.
    if let ("defined", [Expression::Text(name)]) = (name.as_str(), arguments) {
        let is_defined = scope.get(name).is_some() || scope.function(name).is_some();
        return Ok(is_defined.into());
    }
    let arguments = || {
        let arguments = arguments.iter().map(|argument| evaluate(argument, scope));
        arguments.collect::<Result<Vec<Value>, Error>>()
    };
    if scope.get(name).is_none() {
        if let Some(function) = scope.function(name) {
            return function(&arguments()?).map_err(interpreter);
        }
        if let Some(function) = builtins::find(name) {
            return function(&arguments()?, scope);
        }
    }
    Err(interpreter(format!("{name} is not callable")))
}

fn unary(operator: &str, operand: &Value) -> Result<Value, Error> {
    if operator == "!" {
        return Ok((!is_truthy(operand)).into());
    }
    let Some(value) = operand.as_f64() else {
        return Err(interpreter(format!("unary {operator} expects number")));
    };
    Ok(number(if operator == "-" { -value } else { value }))
}

fn binary(
    operator: &str,
    left: &Expression,
    right: &Expression,
    scope: &Scope<'_>,
) -> Result<Value, Error> {
    let left = evaluate(left, scope)?;
    // These two look at the right side only where it matters.
    match operator {
        "||" if is_truthy(&left) => return Ok(true.into()),
        "&&" if !is_truthy(&left) => return Ok(false.into()),
        _ => {}
    }
    let right = evaluate(right, scope)?;
    Ok(match operator {
        "||" | "&&" => is_truthy(&right).into(),
        "in" => is_in(&left, &right)?.into(),
        "==" => is_same(&left, &right).into(),
        "!=" => (!is_same(&left, &right)).into(),
        "<" | ">" | "<=" | ">=" => {
            let order = compare(&left, &right);
            let order = order.ok_or_else(|| expected(operator, "numbers/strings"))?;
            match operator {
                "<" => order == Ordering::Less,
                ">" => order == Ordering::Greater,
                "<=" => order != Ordering::Greater,
                _ => order != Ordering::Less,
            }
            .into()
        }
        "+" => match (&left, &right) {
            (Value::String(left), Value::String(right)) => format!("{left}{right}").into(),
            _ => calculate(operator, &left, &right)
                .map_err(|_| expected(operator, "numbers/strings + numbers/strings"))?,
        },
        _ => calculate(operator, &left, &right)?,
    })
}

fn expected(operator: &str, what: &str) -> Error {
    interpreter(format!(
        "infix: {operator} expects {what} {operator} {what}"
    ))
}

fn calculate(operator: &str, left: &Value, right: &Value) -> Result<Value, Error> {
    let (Some(left), Some(right)) = (left.as_f64(), right.as_f64()) else {
        return Err(expected(operator, "number"));
    };
    Ok(number(match operator {
        "+" => left + right,
        "-" => left - right,
        "*" => left * right,
        "/" if right == 0.0 => return Err(interpreter("division by zero")),
        "/" => left / right,
        _ => left.powf(right),
    }))
}

/// Numbers are compared by their value, however they are written.
pub(crate) fn is_same(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => left.as_f64() == right.as_f64(),
        (Value::Array(left), Value::Array(right)) => {
            left.len() == right.len() && left.iter().zip(right).all(|(l, r)| is_same(l, r))
        }
        (Value::Object(left), Value::Object(right)) => {
            let has_same = |(key, value)| right.get(key).is_some_and(|it| is_same(value, it));
            left.len() == right.len() && left.iter().all(has_same)
        }
        (left, right) => left == right,
    }
}

/// The order of two numbers or of two texts.
pub(crate) fn compare(left: &Value, right: &Value) -> Option<Ordering> {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => left.as_f64()?.partial_cmp(&right.as_f64()?),
        (Value::String(left), Value::String(right)) => Some(left.cmp(right)),
        _ => None,
    }
}

fn is_in(left: &Value, right: &Value) -> Result<bool, Error> {
    match (left, right) {
        (Value::String(key), Value::Object(object)) => Ok(object.contains_key(key)),
        (Value::String(part), Value::String(text)) => Ok(text.contains(part.as_str())),
        (value, Value::Array(list)) => Ok(list.iter().any(|other| is_same(value, other))),
        (_, Value::Object(_)) => Err(expected("in", "string on left side")),
        (_, Value::String(_)) => Err(expected("in", "string on left side")),
        _ => Err(expected("in", "Array, string, or object on right side")),
    }
}

fn member(base: &Value, name: &str) -> Result<Value, Error> {
    let Some(object) = base.as_object() else {
        return Err(interpreter("infix: . expects objects"));
    };
    let member = object.get(name).cloned();
    member.ok_or_else(|| interpreter(format!("object has no property \"{name}\"")))
}

fn indexed(base: &Value, index: &Value) -> Result<Value, Error> {
    match base {
        Value::Object(object) => {
            let Some(key) = index.as_str() else {
                return Err(interpreter("object keys must be strings"));
            };
            // Unlike a member, an index may lead nowhere.
            Ok(object.get(key).cloned().unwrap_or_default())
        }
        Value::Array(list) => {
            let at = position(index, list.len())?;
            Ok(list[at].clone())
        }
        Value::String(text) => {
            let chars: Vec<char> = text.chars().collect();
            let at = position(index, chars.len())?;
            Ok(chars[at].to_string().into())
        }
        _ => Err(interpreter(
            "infix: \"[..]\" expects object, array, or string",
        )),
    }
}

fn whole(index: &Value) -> Result<i64, Error> {
    let what = "should only use integers to access arrays or strings";
    index.as_i64().ok_or_else(|| interpreter(what))
}

/// The place that an index means; those below zero count from the end.
fn position(index: &Value, length: usize) -> Result<usize, Error> {
    let index = whole(index)?;
    let length = i64::try_from(length).unwrap_or(i64::MAX);
    let at = if index < 0 {
        length.saturating_add(index)
    } else {
        index
    };
    if (0..length).contains(&at) {
        return Ok(usize::try_from(at).unwrap_or_default());
    }
    Err(interpreter("index out of bounds"))
}

fn sliced(base: &Value, start: Option<Value>, end: Option<Value>) -> Result<Value, Error> {
    let bounds = |length: usize| -> Result<std::ops::Range<usize>, Error> {
        let signed = i64::try_from(length).unwrap_or(i64::MAX);
        let bound = |bound: Option<Value>, without: i64| -> Result<usize, Error> {
            let bound = bound.map_or(Ok(without), |bound| whole(&bound))?;
            let bound = if bound < 0 {
                signed.saturating_add(bound)
            } else {
                bound
            };
            Ok(usize::try_from(bound.clamp(0, signed)).unwrap_or_default())
        };
        let (start, end) = (bound(start, 0)?, bound(end, signed)?);
        Ok(start.min(end)..end)
    };
    match base {
        Value::Array(list) => Ok(list[bounds(list.len())?].to_vec().into()),
        Value::String(text) => {
            let chars: Vec<char> = text.chars().collect();
            let part = &chars[bounds(chars.len())?];
            Ok(part.iter().collect::<String>().into())
        }
        _ => Err(interpreter("infix: \"[..]\" expects array or string")),
    }
}
