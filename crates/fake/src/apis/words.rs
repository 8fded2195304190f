//! What is wrong with a payload, in the services' words. They never repeat values, which may be secrets.

use jsonschema::error::{TypeKind, ValidationErrorKind as Kind};
use jsonschema::{ValidationError, Validator};
use serde_json::Value;

use super::{Given, order};
use crate::http::order::Names;

/// One thing that is wrong.
pub(crate) struct Problem {
    /// Where, as a JSON pointer.
    pub(crate) pointer: String,
    pub(crate) words: String,
    /// The member that should not be there.
    member: Option<String>,
}

impl Problem {
    fn new(pointer: &str, words: String) -> Self {
        Self {
            pointer: pointer.to_owned(),
            words,
            member: None,
        }
    }

    fn line(&self) -> String {
        let member = self.member.as_ref();
        let member = member.map(|name| format!(": \"{name}\""));
        format!(
            "data{} {}{}",
            self.pointer,
            self.words,
            member.unwrap_or_default()
        )
    }
}

/// One line for each thing that is wrong, as today's servers put it.
pub(super) fn problems(validator: &Validator, payload: &Value, given: &Given<'_>) -> Vec<String> {
    let errors = Vec::from_iter(validator.iter_errors(payload));
    if errors.is_empty() {
        return Vec::new();
    }
    let names = Names::read(given.text);
    let place = |pointer: &str, name: &str| names.place(&format!("{}{pointer}", given.place), name);
    all(&errors, &place).iter().map(Problem::line).collect()
}

/// What is wrong with a value, in the words of the services' validator alone.
pub(crate) fn plain(validator: &Validator, value: &Value) -> Vec<Problem> {
    let errors = Vec::from_iter(validator.iter_errors(value));
    all(&errors, &|_, _| None)
}

/// The whole message. Servers of 2018 lay it out otherwise.
pub(super) fn refusal(
    is_classic: bool,
    schema: &str,
    root_url: &str,
    problems: &[String],
) -> String {
    let schema = schema.trim_start_matches(super::CLASSIC_SPACE);
    let indent = if is_classic { "  " } else { "" };
    let problems = problems.join(&format!("\n{indent}  * "));
    format!(
        "\nSchema Validation Failed!\n{indent}Rejecting Schema: {root_url}{schema}\n{indent}Errors:\n\
         {indent}  * {problems}"
    )
}

/// Where a member of the object at a JSON pointer stands in the payload's text.
type Place<'p> = dyn Fn(&str, &str) -> Option<usize> + 'p;

/// Of choices it is told what is wrong with each form.
fn all(errors: &[ValidationError<'_>], place: &Place<'_>) -> Vec<Problem> {
    let mut errors: Vec<&ValidationError<'_>> = errors.iter().collect();
    errors.sort_by_cached_key(|error| order::key(error));
    let problems = errors.into_iter().flat_map(|error| told(error, place));
    problems.collect()
}

fn told(error: &ValidationError<'_>, place: &Place<'_>) -> Vec<Problem> {
    let pointer = error.instance_path().as_str();
    let one = |words: String| vec![Problem::new(pointer, words)];
    match error.kind() {
        Kind::Required { property } => {
            let name = property.as_str().unwrap_or_default();
            one(format!("must have required property '{name}'"))
        }
        Kind::AdditionalProperties { unexpected } => {
            let mut unexpected = Vec::from_iter(unexpected);
            unexpected.sort_by_key(|name| place(pointer, name));
            let refused = |name: &String| Problem {
                member: Some(name.clone()),
                ..Problem::new(pointer, "must NOT have additional properties".to_owned())
            };
            unexpected.into_iter().map(refused).collect()
        }
        Kind::AnyOf { context } => {
            let mut problems = forms(context, place);
            problems.extend(one("must match a schema in anyOf".to_owned()));
            problems
        }
        Kind::OneOfNotValid { context } => {
            let mut problems = forms(context, place);
            problems.extend(one("must match exactly one schema in oneOf".to_owned()));
            problems
        }
        Kind::OneOfMultipleValid { .. } => one("must match exactly one schema in oneOf".to_owned()),
        Kind::UniqueItems => one(duplicates(error.instance())),
        kind => one(words(kind).unwrap_or_else(|| error.masked().to_string())),
    }
}

fn forms(forms: &[Vec<ValidationError<'static>>], place: &Place<'_>) -> Vec<Problem> {
    forms.iter().flat_map(|form| all(form, place)).collect()
}

/// What is wrong with a single value.
fn words(kind: &Kind) -> Option<String> {
    Some(match kind {
        Kind::Constant { .. } => "must be equal to constant".to_owned(),
        Kind::Enum { .. } => "must be equal to one of the allowed values".to_owned(),
        Kind::Format { format } => format!("must match format \"{format}\""),
        Kind::Pattern { pattern } => format!("must match pattern \"{pattern}\""),
        Kind::Type { kind } => match kind {
            TypeKind::Single(one) => format!("must be {one}"),
            TypeKind::Multiple(_) => return None,
        },
        Kind::MaxLength { limit } => format!("must NOT have more than {limit} characters"),
        Kind::MinLength { limit } => format!("must NOT have fewer than {limit} characters"),
        Kind::MaxItems { limit } => format!("must NOT have more than {limit} items"),
        Kind::MinItems { limit } => format!("must NOT have fewer than {limit} items"),
        Kind::MaxProperties { limit } => format!("must NOT have more than {limit} properties"),
        Kind::MinProperties { limit } => format!("must NOT have fewer than {limit} properties"),
        Kind::Maximum { limit } => format!("must be <= {limit}"),
        Kind::Minimum { limit } => format!("must be >= {limit}"),
        Kind::ExclusiveMaximum { limit } => format!("must be < {limit}"),
        Kind::ExclusiveMinimum { limit } => format!("must be > {limit}"),
        Kind::MultipleOf { multiple_of } => format!("must be multiple of {multiple_of}"),
        Kind::Not { .. } => "must NOT be valid".to_owned(),
        Kind::FalseSchema => "boolean schema is false".to_owned(),
        _ => return None,
    })
}

/// The last item of a list that is there before as well, and where.
fn duplicates(list: &Value) -> String {
    let items = list.as_array().map(Vec::as_slice).unwrap_or_default();
    let before = |at: usize| (0..at).rev().find(|before| items[*before] == items[at]);
    let found = (0..items.len())
        .rev()
        .find_map(|at| Some((at, before(at)?)));
    let (at, before) = found.unwrap_or_default();
    format!("must NOT have duplicate items (items ## {at} and {before} are identical)")
}
