//! Choices: enums of texts, and unions of several forms.

use std::fmt::Write as _;

use super::text::{code, doc, era, literal};
use super::types::{Uses, item_docs, nested_name};
use crate::generate::fixups::extras::resolved;
use crate::generate::model::{StringEnum, Union, Variant};

/// An enum of texts.
pub fn string_enum(service: &str, item: &StringEnum) -> String {
    let mut out = String::from("taskcluster_core::string_enum! {\n");
    out += &doc(4, &item_docs(&item.docs, &item.name, item.era));
    let _ = writeln!(out, "    pub enum {} {{", item.name);
    for value in &item.values {
        let mut docs = code(&value.text);
        if let Some(era) = era(value.era, item.era) {
            docs = format!("{docs}. {era}");
        }
        out += &doc(8, &[docs]);
        let _ = writeln!(out, "        {} = {},", value.name, literal(&value.text));
    }
    out += "    }\n}\n";
    let resolved = resolved(service, item);
    if !resolved.is_empty() {
        out += &is_resolved(item, &resolved);
    }
    out
}

/// What tells the last states of tasks and runs from all others.
fn is_resolved(item: &StringEnum, resolved: &[&str]) -> String {
    let forms: Vec<String> = resolved.iter().map(|it| format!("Self::{it}")).collect();
    format!(
        "\nimpl {} {{\n    /// Whether this is the end: `completed`, `failed` or `exception`. A state \
         that this version does not\n    /// know is none.\n    pub fn is_resolved(&self) -> bool {{\n        \
         matches!(self, {})\n    }}\n}}\n",
        item.name,
        forms.join(" | ")
    )
}

/// A choice between several forms.
pub fn union(item: &Union, uses: &mut Uses) -> String {
    let (kind, by) = match &item.tag {
        Some(tag) => ("tagged_union", format!(" by {}", literal(tag))),
        None => ("untagged_union", String::new()),
    };
    let mut out = format!("taskcluster_core::{kind}! {{\n");
    out += &doc(4, &item_docs(&item.docs, &item.name, item.era));
    let _ = writeln!(out, "    pub enum {}{by} {{", item.name);
    for variant in &item.variants {
        uses.nested(&variant.ty);
        let mut docs = variant.docs.clone();
        if docs.is_empty() {
            docs.push(variant.name.clone());
        }
        docs.extend(era(variant.era, item.era).map(str::to_owned));
        out += &doc(8, &docs);
        let text = variant
            .text
            .as_ref()
            .map(|text| format!(" = {}", literal(text)))
            .unwrap_or_default();
        let _ = writeln!(
            out,
            "        {}({}){text},",
            variant.name,
            nested_name(&variant.ty, "")
        );
    }
    out += "    }\n}\n";
    if item.tag.is_none() {
        out += &from_forms(item);
    }
    out
}

/// What fits one form only may stand where the union is wanted. (Of a tagged union, the macro sees
/// to it: its forms have types of their own.)
fn from_forms(item: &Union) -> String {
    let name = |variant: &Variant| nested_name(&variant.ty, "");
    let distinct = |variant: &&Variant| {
        let same = item
            .variants
            .iter()
            .filter(|other| name(other) == name(variant));
        same.count() == 1
    };
    let mut out = String::new();
    for variant in item.variants.iter().filter(distinct) {
        let _ = write!(
            out,
            "\ntaskcluster_core::from_variant!({}::{}({}));\n",
            item.name,
            variant.name,
            name(variant)
        );
    }
    out
}
