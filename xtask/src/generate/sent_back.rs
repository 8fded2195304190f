//! Answers that are read, changed and sent back: what no schema names is kept on the way.

use std::collections::BTreeSet;

use super::fixups::sent_back::PAIRS;
use super::model::{Field, Item, Service, Struct, Type};

/// Opens both types of each pair, and what they have in common, and notes the conversion. Pairs of
/// which a deployment lacks a type, or says what other members one has, are passed over.
///
/// # Errors
/// An answer lacks what the request requires; the text names it.
pub fn apply(service: &mut Service) -> Result<(), String> {
    for (of, answer, request) in PAIRS {
        if of != service.name {
            continue;
        }
        let (Some(from), Some(to)) = (find(service, answer), find(service, request)) else {
            continue;
        };
        if says_of_others(from) || says_of_others(to) {
            continue;
        }
        if let Some(lacking) = to.fields.iter().find(|field| !is_given(from, field)) {
            let (service, lacking) = (&service.name, &lacking.name);
            return Err(format!(
                "{service}: {answer} gives no {lacking} for {request}"
            ));
        }
        let mut kept = BTreeSet::from([answer.to_owned(), request.to_owned()]);
        for field in &to.fields {
            let both = from.fields.iter().find(|it| it.name == field.name);
            for ty in both.map(|it| &it.ty).into_iter().chain([&field.ty]) {
                reach(service, ty, &mut kept);
            }
        }
        for item in service.modules.iter_mut().flat_map(|it| &mut it.items) {
            let Item::Struct(item) = item else { continue };
            if kept.contains(&item.name) {
                item.open.get_or_insert(Type::Any);
            }
            if item.name == answer && answer != request {
                item.sent_back.push(request.to_owned());
            }
        }
    }
    Ok(())
}

/// The pairs of a service of which a type is gone.
pub fn stale(service: &Service) -> Option<&'static str> {
    let of = PAIRS.iter().filter(|pair| pair.0 == service.name);
    let mut names = of.flat_map(|pair| [pair.1, pair.2]);
    names.find(|name| find(service, name).is_none())
}

fn find<'s>(service: &'s Service, name: &str) -> Option<&'s Struct> {
    let items = service.modules.iter().flat_map(|module| &module.items);
    items.into_iter().find_map(|item| match item {
        Item::Struct(item) if item.name == name => Some(item),
        _ => None,
    })
}

/// Whether the members that a schema does not name have a type of their own.
fn says_of_others(item: &Struct) -> bool {
    item.open.as_ref().is_some_and(|of| *of != Type::Any)
}

/// Whether an answer has what a request wants.
fn is_given(from: &Struct, wanted: &Field) -> bool {
    let given = from.fields.iter().find(|field| field.name == wanted.name);
    !wanted.required || given.is_some_and(|given| given.required && given.ty == wanted.ty)
}

/// A type and all that it is made of, by name.
fn reach(service: &Service, ty: &Type, found: &mut BTreeSet<String>) {
    let Some(name) = ty.name().filter(|name| !found.contains(*name)) else {
        return;
    };
    found.insert(name.to_owned());
    let items = service.modules.iter().flat_map(|module| &module.items);
    let Some(item) = items.into_iter().find(|item| item.name() == name) else {
        return;
    };
    let types: Vec<&Type> = match item {
        Item::Struct(item) => item.fields.iter().map(|field| &field.ty).collect(),
        Item::Union(item) => item.variants.iter().map(|form| &form.ty).collect(),
        Item::StringEnum(_) => Vec::new(),
    };
    for ty in types {
        reach(service, ty, found);
    }
}
