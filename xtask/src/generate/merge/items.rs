//! Named types of two eras as one: structs member by member, choices value by value and form by form.

use taskcluster_core::Era;

use super::clash;
use super::types::Merged;
use crate::generate::Result;
use crate::generate::fixups::merging;
use crate::generate::model::{
    EnumValue, Field, Item, PageShape, StringEnum, Struct, Type, Union, Variant,
};

/// Says of a type and its parts that they are of an era.
pub fn mark(item: &mut Item, era: Era) {
    match item {
        Item::Struct(item) => {
            item.era = era;
            item.fields.iter_mut().for_each(|field| field.era = era);
        }
        Item::StringEnum(item) => {
            item.era = era;
            item.values.iter_mut().for_each(|value| value.era = era);
        }
        Item::Union(item) => {
            item.era = era;
            item.variants.iter_mut().for_each(|form| form.era = era);
        }
    }
}

/// The places that both types have, with the types that stand there.
pub fn parts(older: &Item, newer: &Item) -> Vec<(String, Type, Type)> {
    let mut parts = Vec::new();
    match (older, newer) {
        (Item::Struct(older), Item::Struct(newer)) => {
            for a in &older.fields {
                let b = newer.fields.iter().find(|b| b.name == a.name);
                let place = format!("{}.{}", older.name, a.name);
                parts.extend(b.map(|b| (place, a.ty.clone(), b.ty.clone())));
            }
            if let (Some(a), Some(b)) = (&older.open, &newer.open) {
                parts.push((format!("{}.*", older.name), a.clone(), b.clone()));
            }
        }
        (Item::Union(older), Item::Union(newer)) => {
            for a in &older.variants {
                let b = newer.variants.iter().find(|b| same_form(a, b));
                let place = format!("{}::{}", older.name, a.name);
                parts.extend(b.map(|b| (place, a.ty.clone(), b.ty.clone())));
            }
        }
        _ => {}
    }
    parts
}

/// Forms of tagged choices are told by their texts, others by their names.
fn same_form(a: &Variant, b: &Variant) -> bool {
    match (&a.text, &b.text) {
        (Some(a), Some(b)) => a == b,
        (None, None) => a.name == b.name,
        _ => false,
    }
}

/// One type of what both eras have.
pub fn one(merged: &Merged, older: Item, newer: &Item) -> Result<Item> {
    Ok(match (older, newer) {
        (Item::Struct(older), Item::Struct(newer)) => {
            Item::Struct(one_struct(merged, older, newer)?)
        }
        (Item::StringEnum(older), Item::StringEnum(newer)) => {
            Item::StringEnum(one_enum(merged, older, newer))
        }
        (Item::Union(older), Item::Union(newer)) => Item::Union(one_union(merged, older, newer)?),
        (older, _) => {
            let place = format!("{}: {}", merged.service, older.name());
            return Err(clash(&place, "is a type of another kind"));
        }
    })
}

/// A member that one of them lacks or does not require is optional.
fn one_struct(merged: &Merged, older: Struct, newer: &Struct) -> Result<Struct> {
    let name = older.name.clone();
    let mut fields = Vec::new();
    for a in older.fields {
        let place = format!("{name}.{}", a.name);
        let Some(b) = newer.fields.iter().find(|b| b.name == a.name) else {
            fields.push(Field {
                required: false,
                ..a
            });
            continue;
        };
        let stays = merging::is_required(&merged.service, &place);
        fields.push(Field {
            era: Era::Both,
            docs: merged.docs(&a.docs, &b.docs),
            ty: merged.one(&place, &a.ty, &b.ty)?,
            required: a.required && (b.required || stays),
            secret: a.secret || b.secret,
            ..a
        });
    }
    for b in &newer.fields {
        if fields.iter().any(|a| a.name == b.name) {
            continue;
        }
        if fields.iter().any(|a| a.rust == b.rust) {
            let place = format!("{}: {name}.{}", merged.service, b.name);
            return Err(clash(&place, "is another member of one Rust name"));
        }
        let ty = merged.renamed(&b.ty);
        fields.push(Field {
            ty,
            required: false,
            ..b.clone()
        });
    }
    // As the schemas of one era are read: sorted.
    fields.sort_by(|a, b| a.name.cmp(&b.name));
    let mut required = older.required;
    required.retain(|name| {
        fields
            .iter()
            .any(|field| field.name == *name && field.required)
    });
    let open = match (older.open, &newer.open) {
        (Some(a), Some(b)) => Some(merged.one(&format!("{name}.*"), &a, b)?),
        (None, Some(b)) => Some(merged.renamed(b)),
        (open, None) => open,
    };
    let page = page(older.page, newer.page.as_ref(), &fields);
    Ok(Struct {
        era: Era::Both,
        docs: merged.docs(&older.docs, &newer.docs),
        required,
        open,
        input: older.input || newer.input,
        sent_back: Vec::new(),
        page,
        fields,
        name,
    })
}

/// Which members make it a page: those that did in either era, as they are now.
fn page(
    older: Option<PageShape>,
    newer: Option<&PageShape>,
    fields: &[Field],
) -> Option<PageShape> {
    let page = older.or_else(|| newer.cloned())?;
    let find = |rust: &str| fields.iter().find(|field| field.rust == rust);
    let (token, items) = (find(&page.token)?, find(&page.items)?);
    let Type::List(item) = &items.ty else {
        return None;
    };
    Some(PageShape {
        token_required: token.required,
        items_required: items.required,
        item: (**item).clone(),
        ..page
    })
}

fn one_enum(merged: &Merged, older: StringEnum, newer: &StringEnum) -> StringEnum {
    let mut values = older.values;
    for value in &newer.values {
        if let Some(known) = values.iter_mut().find(|it| it.text == value.text) {
            known.era = Era::Both;
            continue;
        }
        let mut name = value.name.clone();
        while values.iter().any(|it| it.name == name) {
            name.push('_');
        }
        values.push(EnumValue {
            name,
            ..value.clone()
        });
    }
    StringEnum {
        name: older.name,
        era: Era::Both,
        docs: merged.docs(&older.docs, &newer.docs),
        values,
    }
}

fn one_union(merged: &Merged, older: Union, newer: &Union) -> Result<Union> {
    let name = older.name;
    if older.tag != newer.tag {
        let place = format!("{}: {name}", merged.service);
        return Err(clash(&place, "is told apart by another member"));
    }
    let mut variants = Vec::new();
    for a in older.variants {
        let Some(b) = newer.variants.iter().find(|b| same_form(&a, b)) else {
            variants.push(a);
            continue;
        };
        variants.push(Variant {
            era: Era::Both,
            docs: merged.docs(&a.docs, &b.docs),
            ty: merged.one(&format!("{name}::{}", a.name), &a.ty, &b.ty)?,
            ..a
        });
    }
    for b in &newer.variants {
        if variants.iter().any(|a| same_form(a, b)) {
            continue;
        }
        let mut called = b.name.clone();
        while variants.iter().any(|it| it.name == called) {
            called.push('_');
        }
        let ty = merged.renamed(&b.ty);
        variants.push(Variant {
            name: called,
            ty,
            ..b.clone()
        });
    }
    Ok(Union {
        era: Era::Both,
        docs: merged.docs(&older.docs, &newer.docs),
        input: older.input || newer.input,
        tag: older.tag,
        variants,
        name,
    })
}

/// A type that the newer era alone has, under the names of the union.
pub fn renamed(merged: &Merged, item: &Item) -> Item {
    let mut item = item.clone();
    let rename = |ty: &mut Type| *ty = merged.renamed(ty);
    if let Type::Named(name) = merged.renamed(&Type::Named(item.name().to_owned())) {
        *item.name_mut() = name;
    }
    match &mut item {
        Item::Struct(item) => {
            item.fields
                .iter_mut()
                .for_each(|field| rename(&mut field.ty));
            item.open.iter_mut().for_each(rename);
            item.page.iter_mut().for_each(|page| rename(&mut page.item));
        }
        Item::Union(item) => item
            .variants
            .iter_mut()
            .for_each(|form| rename(&mut form.ty)),
        Item::StringEnum(_) => {}
    }
    item
}
