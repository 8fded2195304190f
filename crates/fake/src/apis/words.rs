//! What is wrong with a payload, in the services' words. They never repeat values, which may be secrets.

use jsonschema::error::{TypeKind, ValidationErrorKind as Kind};
use jsonschema::{ValidationError, Validator};
use serde_json::Value;

/// One line for each thing that is wrong, as today's servers put it.
pub(super) fn problems(validator: &Validator, payload: &Value) -> Vec<String> {
    lines(&Vec::from_iter(validator.iter_errors(payload)))
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

/// What an object lacks and has too much is told first, and of choices what is wrong with each form.
fn lines(errors: &[ValidationError<'_>]) -> Vec<String> {
    let mut errors: Vec<&ValidationError<'_>> = errors.iter().collect();
    errors.sort_by_key(|error| match error.kind() {
        Kind::Required { .. } => 0,
        Kind::AdditionalProperties { .. } => 1,
        _ => 2,
    });
    errors.into_iter().flat_map(line).collect()
}

fn line(error: &ValidationError<'_>) -> Vec<String> {
    let place = format!("data{}", error.instance_path());
    let one = |words: String| vec![format!("{place} {words}")];
    match error.kind() {
        Kind::Required { property } => {
            let name = property.as_str().unwrap_or_default();
            one(format!("must have required property '{name}'"))
        }
        Kind::AdditionalProperties { unexpected } => {
            let unexpected = unexpected.iter();
            let words = |name| format!("{place} must NOT have additional properties: \"{name}\"");
            unexpected.map(words).collect()
        }
        Kind::AnyOf { context } => choice(context, format!("{place} must match a schema in anyOf")),
        Kind::OneOfNotValid { context } => choice(
            context,
            format!("{place} must match exactly one schema in oneOf"),
        ),
        Kind::OneOfMultipleValid { .. } => one("must match exactly one schema in oneOf".to_owned()),
        Kind::UniqueItems => one(duplicates(error.instance())),
        kind => one(words(kind).unwrap_or_else(|| error.masked().to_string())),
    }
}

fn choice(forms: &[Vec<ValidationError<'static>>], last: String) -> Vec<String> {
    let forms = forms.iter().flat_map(|form| lines(form));
    forms.chain([last]).collect()
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
