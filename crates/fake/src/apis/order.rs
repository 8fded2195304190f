//! The order in which the services' validator, ajv, tells what is wrong: by what kinds of values a keyword
//! is about, and in each of these groups by the keyword.

use jsonschema::ValidationError;
use jsonschema::error::{TypeKind, ValidationErrorKind as Kind};
use jsonschema::paths::LocationSegment as Segment;
use jsonschema::types::JsonType;

/// Keywords as ajv comes to them: about numbers, texts, anything, lists, objects.
const KEYWORDS: [&str; 34] = [
    "maximum",
    "minimum",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "multipleOf",
    "maxLength",
    "minLength",
    "pattern",
    "format",
    "$ref",
    "const",
    "enum",
    "not",
    "anyOf",
    "oneOf",
    "allOf",
    "if",
    "then",
    "else",
    "maxItems",
    "minItems",
    "uniqueItems",
    "additionalItems",
    "items",
    "contains",
    LISTS_END,
    "maxProperties",
    "minProperties",
    "required",
    "propertyNames",
    "additionalProperties",
    "dependencies",
    "properties",
    "patternProperties",
];

/// No keyword: behind those about lists, where a value is told to be none.
const LISTS_END: &str = "";

/// One step on the way to what is wrong.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    Keyword(usize),
    Place(usize),
    Name(String),
}

/// What errors are sorted by; those with the same stay in their order.
pub(super) fn key(error: &ValidationError<'_>) -> Vec<Step> {
    let mut instance = error.instance_path().segments();
    let mut schema = error.evaluation_path().segments().peekable();
    let mut way = Vec::new();
    while let Some(segment) = schema.next() {
        let keyword = match &segment {
            Segment::Property(keyword) => keyword.as_ref(),
            Segment::Index(place) => {
                way.push(Step::Place(*place));
                continue;
            }
        };
        let is_last = schema.peek().is_none();
        way.push(Step::Keyword(match (keyword, is_last) {
            ("type", true) => place_of_type(error.kind()),
            _ => place(keyword),
        }));
        match keyword {
            _ if is_last => {}
            "items" | "additionalItems" | "contains" => {
                way.extend(instance.next().map(step));
                schema.next_if(|next| matches!(next, Segment::Index(_)));
            }
            "additionalProperties" => way.extend(instance.next().map(step)),
            "properties" | "patternProperties" => {
                way.extend(instance.next().map(step));
                schema.next();
            }
            "dependencies" | "definitions" => way.extend(schema.next().map(step)),
            _ => {}
        }
    }
    way
}

fn step(segment: Segment<'_>) -> Step {
    match segment {
        Segment::Property(name) => Step::Name(name.into_owned()),
        Segment::Index(place) => Step::Place(place),
    }
}

/// What has no place in the list is first.
fn place(keyword: &str) -> usize {
    let place = KEYWORDS.iter().position(|known| *known == keyword);
    place.map_or(0, |place| place + 1)
}

/// That a value is no list or no object is told where it would have been looked into; of others it is the
/// first.
fn place_of_type(kind: &Kind) -> usize {
    match kind {
        Kind::Type {
            kind: TypeKind::Single(JsonType::Array),
        } => place(LISTS_END),
        Kind::Type {
            kind: TypeKind::Single(JsonType::Object),
        } => KEYWORDS.len() + 1,
        _ => 0,
    }
}
