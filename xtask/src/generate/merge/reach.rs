//! What types lead to.

use std::collections::{BTreeMap, BTreeSet};

use crate::generate::model::{Item, Module, Output, Service, Type};

/// Callers build what is part of what they build, whichever era it comes from.
pub fn spread_input(modules: &mut [Module]) {
    let items = modules.iter().flat_map(|module| &module.items);
    let inputs = items.filter(|item| item.is_input());
    let wanted = reached(modules, inputs.map(Item::name).collect());
    for item in modules.iter_mut().flat_map(|module| &mut module.items) {
        if wanted.contains(item.name()) {
            item.set_input();
        }
    }
}

/// Drops types that nothing leads to: those of an answer of which the other era's side was taken.
pub fn drop_unused(service: &mut Service) {
    let mut roots = Vec::new();
    for method in &service.methods {
        roots.extend(method.input.as_ref().and_then(Type::name));
        if let Output::Json(ty) = &method.output {
            roots.extend(ty.name());
        }
    }
    for topic in service.events.iter().flat_map(|events| &events.topics) {
        roots.extend(topic.message.name());
    }
    let used = reached(&service.modules, roots);
    for module in &mut service.modules {
        module.items.retain(|item| used.contains(item.name()));
    }
    service.modules.retain(|module| !module.items.is_empty());
}

/// These types, and all that they are made of.
fn reached<'a>(modules: &'a [Module], mut left: Vec<&'a str>) -> BTreeSet<String> {
    let items = modules.iter().flat_map(|module| &module.items);
    let items: BTreeMap<&str, &Item> = items.map(|item| (item.name(), item)).collect();
    let mut reached = BTreeSet::new();
    while let Some(name) = left.pop() {
        let Some(item) = items.get(name).filter(|_| reached.insert(name.to_owned())) else {
            continue;
        };
        match item {
            Item::Struct(item) => {
                let types = item.fields.iter().map(|field| &field.ty).chain(&item.open);
                left.extend(types.filter_map(Type::name));
            }
            Item::Union(item) => {
                left.extend(item.variants.iter().filter_map(|form| form.ty.name()));
            }
            Item::StringEnum(_) => {}
        }
    }
    reached
}
