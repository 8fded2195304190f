//! The operators of templates: objects with a member such as `$eval`.

use serde_json::{Map, Value};

use crate::evaluate::{compare, evaluate, of_text};
use crate::parse;
use crate::{Error, Scope, is_identifier, is_truthy, render_some, render_value, template};

type Object = Map<String, Value>;
type Rendered = Result<Option<Value>, Error>;

/// What renders an object that has an operator.
pub(crate) type Operator = fn(&Object, &Scope<'_>) -> Rendered;

/// The operators, and the members that they may have beside them.
const OPERATORS: [(&str, &[&str], Operator); 16] = [
    ("$eval", &[], eval),
    ("$flatten", &[], |object, scope| {
        flatten(object, scope, "$flatten", 1)
    }),
    ("$flattenDeep", &[], |object, scope| {
        flatten(object, scope, "$flattenDeep", usize::MAX)
    }),
    ("$fromNow", &["from"], from_now),
    ("$if", &["then", "else"], choose),
    ("$json", &[], json),
    ("$let", &["in"], bind),
    ("$map", &["each"], map),
    ("$reduce", &["each", "initial"], reduce),
    ("$find", &["each"], find_first),
    ("$match", &[], matching),
    ("$switch", &[], switch),
    ("$merge", &[], |object, scope| {
        merge(object, scope, "$merge", false)
    }),
    ("$mergeDeep", &[], |object, scope| {
        merge(object, scope, "$mergeDeep", true)
    }),
    ("$reverse", &[], reverse),
    ("$sort", &["by"], sort),
];

/// The operator of an object, if it has one.
pub(crate) fn find(object: &Object) -> Result<Option<Operator>, Error> {
    let mut found = OPERATORS
        .iter()
        .filter(|(name, _, _)| object.contains_key(*name));
    let Some((name, beside, operator)) = found.next() else {
        return Ok(None);
    };
    if found.next().is_some() {
        return Err(template("only one operator allowed"));
    }
    let is_known = |key: &str| {
        let base = key.split('(').next().unwrap_or_default();
        key == *name || beside.contains(&key) || (base != key && beside.contains(&base))
    };
    let unknown: Vec<&str> = object
        .keys()
        .map(String::as_str)
        .filter(|key| !is_known(key))
        .collect();
    if unknown.is_empty() {
        return Ok(Some(*operator));
    }
    let unknown = unknown.join(" ");
    Err(template(format!(
        "{name} has undefined properties: {unknown}"
    )))
}

fn eval(object: &Object, scope: &Scope<'_>) -> Rendered {
    let Some(text) = object["$eval"].as_str() else {
        return Err(template("$eval must be given a string expression"));
    };
    of_text(text, scope).map(Some)
}

/// The value of an operator's own member, which must be a list.
fn list(object: &Object, scope: &Scope<'_>, name: &str) -> Result<Vec<Value>, Error> {
    match render_some(&object[name], scope)? {
        Value::Array(list) => Ok(list),
        _ => Err(template(format!("{name} value must evaluate to an array"))),
    }
}

fn flatten(object: &Object, scope: &Scope<'_>, name: &str, depth: usize) -> Rendered {
    fn add(flat: &mut Vec<Value>, list: Vec<Value>, depth: usize) {
        for value in list {
            match value {
                Value::Array(inner) if depth > 0 => add(flat, inner, depth - 1),
                value => flat.push(value),
            }
        }
    }
    let mut flat = Vec::new();
    add(&mut flat, list(object, scope, name)?, depth);
    Ok(Some(flat.into()))
}

fn from_now(object: &Object, scope: &Scope<'_>) -> Rendered {
    let offset = render_some(&object["$fromNow"], scope)?;
    let Some(offset) = offset.as_str() else {
        return Err(template("$fromNow expects a string"));
    };
    let from = match object.get("from") {
        Some(from) => Some(render_some(from, scope)?),
        None => scope.get("now").cloned(),
    };
    let date = crate::builtins::date_from(offset, from.as_ref());
    date.map(Some).map_err(template)
}

fn choose(object: &Object, scope: &Scope<'_>) -> Rendered {
    let Some(condition) = object["$if"].as_str() else {
        return Err(template("$if can evaluate string expressions only"));
    };
    let branch = if is_truthy(&of_text(condition, scope)?) {
        "then"
    } else {
        "else"
    };
    let branch = object.get(branch).map(|branch| render_value(branch, scope));
    branch.transpose().map(Option::flatten)
}

fn json(object: &Object, scope: &Scope<'_>) -> Rendered {
    let value = render_some(&object["$json"], scope)?;
    Ok(Some(value.to_string().into()))
}

fn bind(object: &Object, scope: &Scope<'_>) -> Rendered {
    if !object["$let"].is_object() {
        return Err(template("$let value must be an object"));
    }
    let Some(Value::Object(own)) = render_value(&object["$let"], scope)? else {
        return Err(template("$let value must be an object"));
    };
    if own.keys().any(|name| !is_identifier(name)) {
        let what = "top level keys of $let must follow /[a-zA-Z_][a-zA-Z0-9_]*/";
        return Err(template(what));
    }
    let Some(inner) = object.get("in") else {
        return Err(template("$let operator requires an `in` clause"));
    };
    render_value(inner, &scope.with(&own))
}

/// A member such as `each(x, i)`: its names and its value.
fn parameters<'o>(
    object: &'o Object,
    member: &str,
    operator: &str,
) -> Result<(Vec<&'o str>, &'o Value), Error> {
    let wrong = || {
        let what = format!("{operator} requires exactly one property, {member}(..)");
        template(what)
    };
    let is_member = |key: &&String| key.split('(').next() == Some(member) && key.contains('(');
    let key = object.keys().find(is_member).ok_or_else(wrong)?;
    let names = key[member.len()..].strip_prefix('(');
    let names = names.and_then(|names| names.strip_suffix(')'));
    let names = names.ok_or_else(wrong)?;
    let names: Vec<&str> = names.split(',').map(str::trim).collect();
    if names.iter().all(|name| is_identifier(name)) {
        return Ok((names, &object[key]));
    }
    Err(wrong())
}

/// Names with their values, as a scope has them.
fn named(names: &[&str], values: impl IntoIterator<Item = Value>) -> Object {
    let names = names.iter().map(|name| (*name).to_owned());
    names.zip(values).collect()
}

fn map(object: &Object, scope: &Scope<'_>) -> Rendered {
    let (names, each) = parameters(object, "each", "$map")?;
    if names.len() > 2 {
        return Err(template("$map requires each(x) or each(x,i)"));
    }
    match render_some(&object["$map"], scope)? {
        Value::Array(list) => {
            let values = list.into_iter().enumerate();
            let values = values.map(|(index, value)| {
                let own = named(&names, [value, index.into()]);
                render_value(each, &scope.with(&own))
            });
            let values = values.filter_map(Result::transpose);
            values
                .collect::<Result<Vec<_>, _>>()
                .map(|it| Some(it.into()))
        }
        Value::Object(members) => {
            let mut all = Map::new();
            for (key, value) in members {
                let own = match names.len() {
                    1 => named(&names, [serde_json::json!({ "key": key, "val": value })]),
                    _ => named(&names, [value, key.into()]),
                };
                match render_value(each, &scope.with(&own))? {
                    Some(Value::Object(more)) => all.extend(more),
                    None => {}
                    Some(other) => {
                        let what = format!(
                            "$map on objects expects each(..) to evaluate to an object, not {other}"
                        );
                        return Err(template(what));
                    }
                }
            }
            Ok(Some(all.into()))
        }
        _ => Err(template("$map value must evaluate to an array or object")),
    }
}

fn reduce(object: &Object, scope: &Scope<'_>) -> Rendered {
    let (names, each) = parameters(object, "each", "$reduce")?;
    if !(2..=3).contains(&names.len()) {
        return Err(template("$reduce requires each(acc,x) or each(acc,x,i)"));
    }
    let Some(initial) = object.get("initial") else {
        return Err(template(
            "$reduce must have exactly three properties: $reduce, each(..), initial",
        ));
    };
    let mut value = render_some(initial, scope)?;
    for (index, entry) in list(object, scope, "$reduce")?.into_iter().enumerate() {
        let own = named(&names, [value.clone(), entry, index.into()]);
        // What renders to nothing leaves the value as it is.
        if let Some(next) = render_value(each, &scope.with(&own))? {
            value = next;
        }
    }
    Ok(Some(value))
}

fn find_first(object: &Object, scope: &Scope<'_>) -> Rendered {
    let (names, each) = parameters(object, "each", "$find")?;
    let Some(condition) = each.as_str().filter(|_| names.len() <= 2) else {
        return Err(template("$find can evaluate string expressions only"));
    };
    for (index, value) in list(object, scope, "$find")?.into_iter().enumerate() {
        let own = named(&names, [value.clone(), index.into()]);
        if is_truthy(&of_text(condition, &scope.with(&own))?) {
            return Ok(Some(value));
        }
    }
    Ok(None)
}

/// The members of an operator's object whose conditions are true, in their order.
fn cases<'o>(object: &'o Object, scope: &Scope<'_>, name: &str) -> Result<Vec<&'o Value>, Error> {
    let Some(cases) = object[name].as_object() else {
        return Err(template(format!("{name} can evaluate objects only")));
    };
    let mut true_ones = Vec::new();
    for (condition, value) in cases {
        if condition != "$default" && is_truthy(&of_text(condition, scope)?) {
            true_ones.push(value);
        }
    }
    Ok(true_ones)
}

fn matching(object: &Object, scope: &Scope<'_>) -> Rendered {
    let cases = cases(object, scope, "$match")?.into_iter();
    let rendered = cases.map(|case| render_value(case, scope));
    let rendered = rendered.filter_map(Result::transpose);
    rendered
        .collect::<Result<Vec<_>, _>>()
        .map(|it| Some(it.into()))
}

fn switch(object: &Object, scope: &Scope<'_>) -> Rendered {
    let cases = cases(object, scope, "$switch")?;
    match cases[..] {
        [] => match object["$switch"].get("$default") {
            Some(default) => render_value(default, scope),
            None => Ok(None),
        },
        [case] => render_value(case, scope),
        _ => Err(template("$switch can only have one truthy condition")),
    }
}

fn merge(object: &Object, scope: &Scope<'_>, name: &str, deep: bool) -> Rendered {
    fn add(value: &mut Value, more: Value, deep: bool) {
        match (value, more) {
            (Value::Object(object), Value::Object(more)) if deep => {
                for (key, more) in more {
                    match object.get_mut(&key) {
                        Some(value) => add(value, more, deep),
                        None => drop(object.insert(key, more)),
                    }
                }
            }
            (Value::Array(list), Value::Array(more)) if deep => list.extend(more),
            (value, more) => *value = more,
        }
    }
    let wrong = || template(format!("{name} value must evaluate to an array of objects"));
    let Value::Array(list) = render_some(&object[name], scope)? else {
        return Err(wrong());
    };
    let mut merged = Value::Object(Map::new());
    for more in list {
        let Value::Object(more) = more else {
            return Err(wrong());
        };
        if deep {
            add(&mut merged, more.into(), true);
        } else if let Some(merged) = merged.as_object_mut() {
            merged.extend(more);
        }
    }
    Ok(Some(merged))
}

fn reverse(object: &Object, scope: &Scope<'_>) -> Rendered {
    let mut list = list(object, scope, "$reverse")?;
    list.reverse();
    Ok(Some(list.into()))
}

fn sort(object: &Object, scope: &Scope<'_>) -> Rendered {
    let values = match render_some(&object["$sort"], scope)? {
        Value::Array(list) => list,
        _ => {
            return Err(template(
                "$sorted values to be sorted must have the same type",
            ));
        }
    };
    let by = match object.len() {
        1 => None,
        _ => Some(parameters(object, "by", "$sort")?),
    };
    let mut keyed: Vec<(Value, Value)> = Vec::new();
    for value in values {
        let key = match &by {
            None => value.clone(),
            Some((names, by)) => {
                let Some(by) = by.as_str().filter(|_| names.len() == 1) else {
                    return Err(template("$sort requires by(x)"));
                };
                let own = named(names, [value.clone()]);
                evaluate(&parse::whole(by)?, &scope.with(&own))?
            }
        };
        keyed.push((key, value));
    }
    let is_sortable = |(key, _): &(Value, Value)| compare(&keyed[0].0, key).is_some();
    if !keyed.iter().all(is_sortable) {
        return Err(template(
            "$sorted values to be sorted must have the same type",
        ));
    }
    keyed.sort_by(|(a, _), (b, _)| compare(a, b).unwrap_or(std::cmp::Ordering::Equal));
    Ok(Some(keyed.into_iter().map(|(_, value)| value).collect()))
}
