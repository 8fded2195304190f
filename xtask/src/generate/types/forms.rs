//! How the forms of a choice are called: by what tells them apart.
//!
//! A form's name is its title; else the value of the member by which all forms differ; else the
//! member that this form alone requires, or one that no form before it is called after. Of any other
//! form only the type is left: `Text`, `NumberList`. A number follows a name that is taken, which is
//! the last resort: then nothing tells the two apart.

use std::collections::BTreeSet;

use serde_json::Value;

use super::super::naming::camel;
use super::super::shape;

/// The names by the forms' order: none where only the type can tell, empty where there is one form.
/// `resolved` has what the forms' references lead to.
pub fn names(forms: &[&Value], resolved: &[&Value]) -> Vec<Option<String>> {
    let solid = |form: &&&Value| shape::types(form) != ["null"];
    if resolved.iter().filter(solid).count() < 2 {
        return vec![Some(String::new()); forms.len()];
    }
    let by = telling_member(resolved);
    let mut taken = BTreeSet::new();
    let mut names = Vec::new();
    for (i, form) in forms.iter().enumerate() {
        let is_reference = form.get("$ref").is_some();
        let by_value = || first_value(resolved[i], by?).map(camel);
        let name = shape::title(form)
            .map(camel)
            .or_else(by_value)
            .or_else(|| (!is_reference).then(|| by_required(resolved, i, &taken))?);
        taken.extend(name.clone());
        names.push(name);
    }
    names
}

/// The required member whose values differ from form to form, where all forms have one.
fn telling_member<'a>(forms: &[&'a Value]) -> Option<&'a str> {
    let members = shape::required(forms.first()?);
    members.into_iter().find(|member| {
        let mut seen = BTreeSet::new();
        forms.iter().all(|form| {
            let values = values(form, member);
            !values.is_empty() && values.into_iter().all(|value| seen.insert(value))
        })
    })
}

/// The texts to which a required member is restricted.
fn values<'a>(form: &'a Value, member: &str) -> Vec<&'a str> {
    let required = shape::required(form).contains(&member);
    let property = form
        .get("properties")
        .and_then(|properties| properties.get(member))
        .filter(|_| required);
    let values = property.and_then(shape::values).unwrap_or_default();
    shape::texts(&values).unwrap_or_default()
}

fn first_value<'a>(form: &'a Value, member: &str) -> Option<&'a str> {
    values(form, member).into_iter().next()
}

fn by_required(forms: &[&Value], i: usize, taken: &BTreeSet<String>) -> Option<String> {
    let members = shape::required(forms[i]);
    let elsewhere = |member: &str| {
        let mut others = forms.iter().enumerate().filter(|(other, _)| *other != i);
        others.any(|(_, form)| shape::required(form).contains(&member))
    };
    let own = members.iter().find(|member| !elsewhere(member));
    let free = || {
        members
            .iter()
            .find(|member| !taken.contains(&camel(member)))
    };
    own.or_else(free).map(|member| camel(member))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn of(forms: &[Value]) -> Vec<Option<String>> {
        let forms: Vec<&Value> = forms.iter().collect();
        names(&forms, &forms)
    }

    #[test]
    fn forms_are_called_after_what_tells_them_apart() {
        let values = [
            json!({"properties": {"type": {"enum": ["push"]}}, "required": ["type"]}),
            json!({"properties": {"type": {"enum": ["pull", "other"]}}, "required": ["type"]}),
        ];
        assert_eq!(of(&values), [Some("Push".into()), Some("Pull".into())]);
        let members = [
            json!({"type": "object", "required": ["token"]}),
            json!({"type": "object", "required": ["document", "signature"]}),
            json!({"type": "object", "required": ["document"]}),
        ];
        let called = ["Token", "Signature", "Document"].map(|name| Some(name.to_owned()));
        assert_eq!(of(&members), called);
        let types = [
            json!({"type": "string"}),
            json!({"title": "Many", "type": "array"}),
        ];
        assert_eq!(of(&types), [None, Some("Many".into())]);
        let only = [json!({"type": "null"}), json!({"type": "object"})];
        assert_eq!(of(&only)[1], Some(String::new()));
    }
}
