//! Answers that are sent back become requests.

use super::Kinds;
use super::text::literal;
use super::types::Uses;
use crate::generate::model::{Field, Item, Struct, Type};

/// The conversions of an answer into requests.
pub fn conversions(item: &Struct, kinds: &Kinds<'_>, uses: &mut Uses) -> String {
    let mut out = String::new();
    for name in &item.sent_back {
        if let Some(Item::Struct(request)) = kinds.item(name) {
            uses.name(name);
            out += &conversion(item, request);
        }
    }
    out
}

fn conversion(from: &Struct, to: &Struct) -> String {
    let given = |field: &Field| from.fields.iter().find(|it| it.name == field.name);
    let member = |field: &Field| {
        let value = match given(field) {
            None => "None".to_owned(),
            Some(it) if inner(it) == inner(field) => match (is_option(it), is_option(field)) {
                (false, true) => format!("Some(from.{})", it.rust),
                _ => format!("from.{}", it.rust),
            },
            Some(it) => format!(
                "taskcluster_core::json::fitting(from.{}, {}, &mut extra_members)",
                it.rust,
                literal(&field.name)
            ),
        };
        format!("{}: {value}", field.rust)
    };
    let members: Vec<String> = to.fields.iter().map(member).collect();
    let members = members.join(", ");
    let (before, extra) = if members.contains("&mut extra_members") {
        let before = "        let mut extra_members = from.extra_members;\n";
        (before, "extra_members")
    } else {
        ("", "extra_members: from.extra_members")
    };
    format!(
        "\nimpl From<{0}> for {1} {{\n    /// What can be sent back of an answer. Members that the \
         request does not have are left out;\n    /// those that no schema names are kept.\n    \
         fn from(from: {0}) -> Self {{\n{before}        Self {{ {members}, {extra} }}\n    }}\n}}\n",
        from.name, to.name
    )
}

/// Whether it is an `Option` in Rust.
fn is_option(field: &Field) -> bool {
    !field.required || matches!(field.ty, Type::Nullable(_))
}

/// What is inside the `Option`, or stands there without one. Dates inside of others have a type of
/// their own.
fn inner(field: &Field) -> &Type {
    match &field.ty {
        Type::Nullable(of) if **of != Type::Date => of,
        other => other,
    }
}
