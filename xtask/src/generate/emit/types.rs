//! `types/`: one file per schema file, and a root that exports them all.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use taskcluster_core::Era;

use super::constructors::{constructors, debug};
use super::credentials;
use super::sent_back;
use super::text::{code, doc, era, literal};
use super::{Kinds, choices, header, limits};
use crate::generate::model::{Field, Item, Module, PageShape, Service, Struct, Type};

pub fn emit(service: &Service, files: &mut BTreeMap<String, String>) {
    let kinds = Kinds::of(service);
    let mut root = header(
        service,
        "The payloads, answers and messages of the service.",
    );
    root.push('\n');
    for module in &service.modules {
        let _ = writeln!(root, "mod {};", module.rust);
    }
    root.push('\n');
    for module in &service.modules {
        let _ = writeln!(root, "pub use {}::*;", module.rust);
    }
    files.insert("types/mod.rs".to_owned(), root);
    for module in &service.modules {
        let name = module.rust.trim_start_matches("r#");
        files.insert(format!("types/{name}.rs"), file(service, module, &kinds));
    }
}

/// One file: its items, behind the imports that they turned out to need.
fn file(service: &Service, module: &Module, kinds: &Kinds<'_>) -> String {
    let mut uses = Uses::default();
    let items: Vec<String> = module
        .items
        .iter()
        .map(|item| match item {
            Item::Struct(item) => structure(item, kinds, &mut uses),
            Item::StringEnum(item) => choices::string_enum(&service.name, item),
            Item::Union(item) => choices::union(item, &mut uses),
        })
        .collect();
    let room = format!("The types of the schema `{}`.", module.stem);
    format!(
        "{}\n{}\n{}",
        header(service, &room),
        uses.lines(module, kinds),
        items.join("\n")
    )
}

/// What a file refers to.
#[derive(Default)]
pub struct Uses {
    pub paths: BTreeSet<&'static str>,
    types: BTreeSet<String>,
}

impl Uses {
    fn ty(&mut self, ty: &Type) {
        match ty {
            Type::Any => drop(self.paths.insert("taskcluster_core::json::Value")),
            Type::Date => drop(self.paths.insert("time::OffsetDateTime")),
            Type::Named(name) | Type::Boxed(name) => drop(self.types.insert(name.clone())),
            Type::Map(of) => {
                self.paths.insert("std::collections::BTreeMap");
                self.nested(of);
            }
            Type::List(of) | Type::Nullable(of) => self.nested(of),
            Type::Text | Type::Bool | Type::Unsigned | Type::Signed | Type::Float => {}
            Type::Core(_) => {}
        }
    }

    /// A type by its name.
    pub fn name(&mut self, name: &str) {
        self.types.insert(name.to_owned());
    }

    pub fn nested(&mut self, ty: &Type) {
        match ty {
            Type::Date => drop(self.paths.insert("taskcluster_core::timestamp::Timestamp")),
            other => self.ty(other),
        }
    }

    fn lines(&self, module: &Module, kinds: &Kinds<'_>) -> String {
        let mut groups = [String::new(), String::new(), String::new()];
        for path in &self.paths {
            let group = usize::from(!path.starts_with("std::"));
            let _ = writeln!(groups[group], "use {path};");
        }
        let others = self
            .types
            .iter()
            .filter(|name| kinds.module(name) != module.rust);
        let others: Vec<&str> = others.map(String::as_str).collect();
        if !others.is_empty() {
            let _ = writeln!(groups[2], "use super::{{{}}};", others.join(", "));
        }
        let groups: Vec<String> = groups.into_iter().filter(|g| !g.is_empty()).collect();
        groups.join("\n")
    }
}

/// The type as it is written in a field or an answer.
pub fn type_name(ty: &Type, prefix: &str) -> String {
    match ty {
        Type::Text => "String".to_owned(),
        Type::Bool => "bool".to_owned(),
        Type::Unsigned => "u64".to_owned(),
        Type::Signed => "i64".to_owned(),
        Type::Float => "f64".to_owned(),
        Type::Date => "OffsetDateTime".to_owned(),
        Type::Any if prefix.is_empty() => "Value".to_owned(),
        Type::Any => "taskcluster_core::json::Value".to_owned(),
        Type::Core(name) => format!("taskcluster_core::{name}"),
        Type::Named(name) => format!("{prefix}{name}"),
        Type::Boxed(name) => format!("Box<{prefix}{name}>"),
        Type::List(of) => format!("Vec<{}>", nested_name(of, prefix)),
        Type::Map(of) if prefix.is_empty() => {
            format!("BTreeMap<String, {}>", nested_name(of, prefix))
        }
        Type::Map(of) => {
            format!(
                "std::collections::BTreeMap<String, {}>",
                nested_name(of, prefix)
            )
        }
        Type::Nullable(of) => format!("Option<{}>", nested_name(of, prefix)),
    }
}

/// The same inside another type, where serde's field attributes do not reach.
pub fn nested_name(ty: &Type, prefix: &str) -> String {
    match ty {
        Type::Date if prefix.is_empty() => "Timestamp".to_owned(),
        Type::Date => "taskcluster_core::timestamp::Timestamp".to_owned(),
        other => type_name(other, prefix),
    }
}

/// The named type in it, if there is one.
pub fn path(ty: &Type, prefix: &str) -> Option<String> {
    match ty {
        Type::Named(name) | Type::Boxed(name) => Some(format!("{prefix}types::{name}")),
        Type::List(of) | Type::Map(of) | Type::Nullable(of) => path(of, prefix),
        _ => None,
    }
}

fn structure(item: &Struct, kinds: &Kinds<'_>, uses: &mut Uses) -> String {
    let mut out = doc(0, &item_docs(&item.docs, &item.name, item.era));
    let debug_by_hand = item.extra_members().is_some_and(|ty| ty.is_open())
        || item.fields.iter().any(|it| it.secret || it.ty.is_open());
    let required = required_fields(item);
    let mut derives = vec!["Clone", "PartialEq"];
    if !debug_by_hand {
        derives.insert(1, "Debug");
    }
    if required.is_empty() {
        derives.push("Default");
    }
    let _ = writeln!(out, "#[derive({})]", derives.join(", "));
    let _ = writeln!(out, "#[non_exhaustive]\npub struct {} {{", item.name);
    for field in &item.fields {
        out += &struct_field(field, item.era, uses);
    }
    if let Some(open) = &item.open {
        uses.paths.insert("std::collections::BTreeMap");
        uses.nested(open);
        out += "    /// Members that the schema does not name.\n";
        let _ = writeln!(
            out,
            "    pub extra_members: BTreeMap<String, {}>,",
            nested_name(open, "")
        );
    }
    out += "}\n";
    out += &members(item);
    out += &constructors(item, &required, kinds, uses);
    if debug_by_hand {
        out += &debug(item, uses);
    }
    if let Some(page) = &item.page {
        out += &page_impl(item, page, uses);
    }
    out += &credentials::conversion(item, uses).unwrap_or_default();
    out += &sent_back::conversions(item, kinds, uses);
    out
}

/// In the order in which the schema lists them, which is that of their importance.
pub fn required_fields(item: &Struct) -> Vec<&Field> {
    let find = |name: &String| item.fields.iter().find(|field| field.name == *name);
    item.required.iter().filter_map(find).collect()
}

fn struct_field(field: &Field, whole: Era, uses: &mut Uses) -> String {
    uses.ty(&field.ty);
    let docs = doc(4, &field_docs(field, whole));
    format!("{docs}    pub {}: {},\n", field.rust, field_type(field))
}

/// How the members are read and written.
fn members(item: &Struct) -> String {
    let others = item.open.as_ref().map_or("", |_| " and extra_members");
    let mut out = format!(
        "\ntaskcluster_core::members! {{\n    {}{others} {{\n",
        item.name
    );
    for (i, field) in item.fields.iter().enumerate() {
        let kept = match (&field.ty, field.required) {
            (Type::Date, true) => "date",
            (Type::Date, false) => "optional_date",
            (Type::Nullable(_), true) => "nullable",
            (_, true) => "required",
            (_, false) => "optional",
        };
        let (rust, name) = (&field.rust, literal(&field.name));
        let _ = writeln!(out, "        {i} {rust} = {name}: {kept},");
    }
    out + "    }\n}\n"
}

pub fn item_docs(docs: &[String], name: &str, of: Era) -> Vec<String> {
    let mut docs = docs.to_vec();
    if docs.is_empty() {
        docs.push(format!("A value that the references call `{name}`."));
    }
    docs.extend(era(of, Era::Both).map(str::to_owned));
    docs
}

/// What is said of a member; its era where that is not the whole type's.
pub fn field_docs(field: &Field, whole: Era) -> Vec<String> {
    let mut docs = limits::told_once(&field.docs);
    if docs.is_empty() {
        docs.push(format!("The member {}.", code(&field.name)));
    }
    docs.extend(era(field.era, whole).map(str::to_owned));
    docs
}

fn field_type(field: &Field) -> String {
    match &field.ty {
        ty @ Type::Nullable(_) => type_name(ty, ""),
        ty if field.required => type_name(ty, ""),
        ty => format!("Option<{}>", type_name(ty, "")),
    }
}

fn page_impl(item: &Struct, page: &PageShape, uses: &mut Uses) -> String {
    uses.paths.insert("taskcluster_core::Page");
    uses.nested(&page.item);
    let token = if page.token_required {
        format!("Some(&self.{})", page.token)
    } else {
        format!("self.{}.as_deref()", page.token)
    };
    let items = if page.items_required {
        ""
    } else {
        ".unwrap_or_default()"
    };
    format!(
        "\nimpl Page for {} {{\n    type Item = {};\n\n    fn next_token(&self) -> Option<&str> {{\n        {token}\n    }}\n\n    fn into_items(self) -> Vec<Self::Item> {{\n        self.{}{items}\n    }}\n}}\n",
        item.name,
        nested_name(&page.item, ""),
        page.items
    )
}
