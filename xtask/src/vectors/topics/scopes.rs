//! Scopes: what satisfies what, and the algebra of scopes and scope expressions.

use serde_json::{Value, json};
use taskcluster_core::scopes::{self, Requirement, ScopeSet};

use super::Op;
use crate::vectors::case::{Case, texts};
use crate::vectors::verdict::{Answer, Stop};

pub(super) const OPS: &[Op] = &[
    Op::plain("scope_match", scope_match),
    Op::plain("lib_scopes", lib_scopes),
    Op::plain("scope_sort", scope_sort),
];

fn scope_match(case: &Case) -> Answer {
    let assumed = texts(case.input.value("assumed")?)?;
    let required = case
        .input
        .value("required")?
        .as_array()
        .into_iter()
        .flatten();
    let required: Vec<Vec<String>> = required.map(texts).collect::<Result<_, _>>()?;
    let answer = scopes::satisfies(&assumed, &required);
    let prepared = ScopeSet::from_iter(&assumed).satisfies(&required);
    if prepared != answer {
        return Ok(json!({ "satisfies": answer, "by a prepared set": prepared }));
    }
    Ok(answer.into())
}

fn scope_sort(case: &Case) -> Answer {
    let mut list = texts(case.input.value("scopes")?)?;
    list.sort_by(|a, b| scopes::compare(a, b));
    Ok(list.into())
}

/// The functions of the services' own library of scopes.
fn lib_scopes(case: &Case) -> Answer {
    let function = case.input.text("function")?;
    let args = case.input.list("args")?;
    let arg = |at: usize| {
        let missing = || Stop::Inexpressible(format!("{function} of {} arguments", args.len()));
        args.get(at).ok_or_else(missing)
    };
    let answer = match function {
        "satisfiesExpression" => requirement(arg(1)?)?.satisfied_by(&set(arg(0)?)?).into(),
        "scopesSatisfying" => match requirement(arg(1)?)?.used(&set(arg(0)?)?) {
            Some(used) => used.into(),
            None => json!({ "undefined": true }),
        },
        "removeGivenScopes" => json!(requirement(arg(1)?)?.missing(&set(arg(0)?)?)),
        "scopeUnion" => scopes::union(texts(arg(0)?)?, texts(arg(1)?)?).into(),
        "scopeIntersection" => scopes::intersection(&texts(arg(0)?)?, &texts(arg(1)?)?).into(),
        "patternMatch" => scopes::covers(text(arg(0)?)?, text(arg(1)?)?).into(),
        "scopeCompare" => (scopes::compare(text(arg(0)?)?, text(arg(1)?)?) as i8).into(),
        "validScope" => scopes::is_valid(text(arg(0)?)?).into(),
        "validExpression" => {
            requirement(arg(0)?)?.validate().map_err(Stop::refused)?;
            true.into()
        }
        "simplifyScopeExpression" => {
            json!(requirement(arg(0)?)?.simplify().map_err(Stop::refused)?)
        }
        _ => {
            return Err(Stop::NotUnderstood(format!(
                "there is no function {function:?}"
            )));
        }
    };
    Ok(answer)
}

fn requirement(value: &Value) -> Result<Requirement, Stop> {
    Requirement::try_from(value).map_err(Stop::refused)
}

fn set(value: &Value) -> Result<ScopeSet, Stop> {
    Ok(ScopeSet::from_iter(texts(value)?))
}

fn text(value: &Value) -> Result<&str, Stop> {
    value
        .as_str()
        .ok_or_else(|| Stop::Inexpressible(format!("{value} is not a scope")))
}
