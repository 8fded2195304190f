//! What lets callers build values of a type and print them: `new`, setters, a careful `Debug`. What servers
//! send has no setters, which programs do not need: members are public.

use std::fmt::Write as _;

use super::Kinds;
use super::text::{doc, literal};
use super::types::{Uses, field_docs, nested_name, type_name};
use crate::generate::model::{Field, Struct, Type};

/// Clippy's limit on arguments, beyond which `new` takes a struct of what is required.
const MAX_ARGUMENTS: usize = 7;

/// `new`, and for requests the setters of what is optional.
pub fn constructors(
    item: &Struct,
    required: &[&Field],
    kinds: &Kinds<'_>,
    uses: &mut Uses,
) -> String {
    let mut out = String::new();
    let by_name = by_name(required, kinds);
    if by_name {
        out += &required_struct(item, required);
    }
    let _ = write!(out, "\nimpl {} {{\n", item.name);
    out += if required.is_empty() {
        "    /// An empty value; nothing in it is required.\n"
    } else {
        "    /// A value with what is required; the rest is left out until it is set.\n"
    };
    let args: Vec<String> = if by_name {
        vec![format!("required: {}Required", item.name)]
    } else {
        let named = required.iter();
        named
            .map(|f| format!("{}: {}", f.rust, argument(&f.ty, kinds)))
            .collect()
    };
    let _ = writeln!(out, "    pub fn new({}) -> Self {{", args.join(", "));
    out += &if required.is_empty() {
        "Self::default()".to_owned()
    } else {
        value(item, by_name, kinds)
    };
    out += "\n    }\n";
    for field in item.fields.iter().filter(|it| item.input && !it.required) {
        out += &setter(field, kinds);
    }
    uses.paths
        .extend(item.open.as_ref().map(|_| "std::collections::BTreeMap"));
    out + "}\n"
}

/// Whether `new` takes what is required as a struct.
pub fn by_name(required: &[&Field], kinds: &Kinds<'_>) -> bool {
    let arguments: Vec<String> = required.iter().map(|f| argument(&f.ty, kinds)).collect();
    // Neighbours of one type are mixed up in silence.
    let alike = arguments.windows(2).any(|pair| pair[0] == pair[1]);
    alike || required.len() > MAX_ARGUMENTS
}

/// The struct expression of `new`.
fn value(item: &Struct, by_name: bool, kinds: &Kinds<'_>) -> String {
    let mut out = String::from("Self {");
    for field in &item.fields {
        let value = match (field.required, by_name) {
            (false, _) => "None".to_owned(),
            (true, true) => format!("required.{}", field.rust),
            (true, false) => conversion(&field.ty, &field.rust, kinds),
        };
        let shorthand = value == field.rust;
        let _ = if shorthand {
            write!(out, " {value},")
        } else {
            write!(out, " {}: {value},", field.rust)
        };
    }
    if item.open.is_some() {
        out += " extra_members: BTreeMap::new(),";
    }
    out + " }"
}

fn setter(field: &Field, kinds: &Kinds<'_>) -> String {
    let inner = match &field.ty {
        Type::Nullable(of) => of,
        other => other,
    };
    format!(
        "\n    /// Sets [`{plain}`](Self::{plain}).\n    #[must_use]\n    pub fn {rust}(mut self, \
         {rust}: {argument}) -> Self {{\n        self.{rust} = Some({value});\n        self\n    }}\n",
        plain = field.rust.trim_start_matches("r#"),
        rust = field.rust,
        argument = match inner == &field.ty {
            true => argument(inner, kinds),
            false => inside(inner, kinds),
        },
        value = conversion(inner, &field.rust, kinds),
    )
}

/// What is required of a type, by name. For an answer it is names for arguments and no more: what would
/// be derived is most of what it costs to compile, and a program makes few of them.
fn required_struct(item: &Struct, required: &[&Field]) -> String {
    let debug_by_hand = required.iter().any(|it| it.secret || it.ty.is_open());
    let derives = match (item.input, debug_by_hand) {
        (false, _) => "",
        (true, true) => "#[derive(Clone, PartialEq)]\n",
        (true, false) => "#[derive(Clone, Debug, PartialEq)]\n",
    };
    let mut out = format!(
        "\n/// What a [`{}`] must have.\n{derives}pub struct {0}Required {{\n",
        item.name
    );
    for field in required {
        out += &if item.input {
            doc(4, &field_docs(field, item.era))
        } else {
            let plain = field.rust.trim_start_matches("r#");
            format!("    /// See [`{}::{plain}`].\n", item.name)
        };
        let _ = writeln!(out, "    pub {}: {},", field.rust, type_name(&field.ty, ""));
    }
    out += "}\n";
    if item.input && debug_by_hand {
        let name = format!("{}Required", item.name);
        out += &debug_of(&name, required, None);
    }
    out
}

/// How a value of the type is taken as an argument.
fn argument(ty: &Type, kinds: &Kinds<'_>) -> String {
    match ty {
        Type::Text => "impl Into<String>".to_owned(),
        Type::Any => "impl Into<Value>".to_owned(),
        Type::Named(name) if kinds.is_choice(name) => format!("impl Into<{name}>"),
        Type::List(of) => format!("impl IntoIterator<Item = {}>", element(of, kinds)),
        Type::Map(of) => {
            format!(
                "impl IntoIterator<Item = (impl Into<String>, {})>",
                element(of, kinds)
            )
        }
        other => type_name(other, ""),
    }
}

/// The same where the value stands inside another type.
fn inside(ty: &Type, kinds: &Kinds<'_>) -> String {
    match ty {
        Type::Date => nested_name(ty, ""),
        other => argument(other, kinds),
    }
}

fn element(ty: &Type, kinds: &Kinds<'_>) -> String {
    match ty {
        Type::List(_) | Type::Map(_) => nested_name(ty, ""),
        Type::Date => "Timestamp".to_owned(),
        other => argument(other, kinds),
    }
}

fn converts(ty: &Type, kinds: &Kinds<'_>) -> bool {
    match ty {
        Type::Text | Type::Any => true,
        Type::Named(name) => kinds.is_choice(name),
        _ => false,
    }
}

fn conversion(ty: &Type, name: &str, kinds: &Kinds<'_>) -> String {
    match ty {
        Type::List(of) if converts(of, kinds) => {
            format!("{name}.into_iter().map(Into::into).collect()")
        }
        Type::List(_) => format!("{name}.into_iter().collect()"),
        Type::Map(of) => {
            let value = if converts(of, kinds) {
                "value.into()"
            } else {
                "value"
            };
            format!("{name}.into_iter().map(|(key, value)| (key.into(), {value})).collect()")
        }
        ty if converts(ty, kinds) => format!("{name}.into()"),
        _ => name.to_owned(),
    }
}

/// `Debug` without what is secret.
pub fn debug(item: &Struct, uses: &mut Uses) -> String {
    uses.paths.insert("std::fmt");
    let fields: Vec<_> = item.fields.iter().collect();
    debug_of(&item.name, &fields, item.extra_members().as_ref())
}

fn debug_of(name: &str, fields: &[&Field], extra_members: Option<&Type>) -> String {
    let mut out = format!(
        "\nimpl fmt::Debug for {name} {{\n    /// Leaves out what is secret.\n    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {{\n        f.debug_struct({})",
        literal(name)
    );
    let shown = fields.iter().filter(|field| !field.secret);
    let shown = shown.map(|field| (field.rust.as_str(), &field.ty));
    for (rust, ty) in shown.chain(extra_members.map(|ty| ("extra_members", ty))) {
        let plain = literal(rust.trim_start_matches("r#"));
        // Members that no schema names may be secret, too.
        let value = if ty.is_open() {
            format!("taskcluster_core::json::shown(&self.{rust})")
        } else {
            format!("self.{rust}")
        };
        let _ = write!(out, ".field({plain}, &{value})");
    }
    let end = if fields.iter().any(|field| field.secret) {
        "finish_non_exhaustive"
    } else {
        "finish"
    };
    out + &format!(".{end}()\n    }}\n}}\n")
}
