//! The services of two eras as one: what either has is there, and all of it knows which has it.
//!
//! Names and signatures are those of the older era, so that what is written against it goes on to
//! compile; a member is required only where both require it. `types` merges the types, `texts` sees
//! to it that each text stands once. What cannot be one thing is an error that names both places,
//! until a rule in `fixups` decides.

mod docs;
mod exchanges;
mod items;
mod reach;
pub mod texts;
mod types;

use std::collections::BTreeMap;

use serde_json::Value;
use taskcluster_core::Era;
use taskcluster_core::task_queue::WORDS;

use super::fixups::merging;
use super::model::{Called, Events, Method, Output, QueryOption, Service, Topic};
use super::{Error, Result};

use types::Pairs;

/// All services of both eras, sorted by name.
pub fn services(classic: Vec<Service>, today: Vec<Service>) -> Result<Vec<Service>> {
    all(classic, today, true)
}

/// All services of two deployments of one era, sorted by name.
pub fn releases(ours: Vec<Service>, others: Vec<Service>) -> Result<Vec<Service>> {
    all(ours, others, false)
}

/// `tells` says that limits which differ are told as those of two eras.
fn all(classic: Vec<Service>, today: Vec<Service>, tells: bool) -> Result<Vec<Service>> {
    let mut merged = BTreeMap::new();
    let mut newer: BTreeMap<String, Service> = today
        .into_iter()
        .map(|mut service| {
            mark(&mut service, Era::Today);
            (service.name.clone(), service)
        })
        .collect();
    for mut older in classic {
        mark(&mut older, Era::Classic);
        let name = older.name.clone();
        let service = match newer.remove(&name) {
            Some(newer) => service(&older, newer, tells)?,
            None => older,
        };
        merged.insert(name, service);
    }
    merged.extend(newer);
    Ok(merged.into_values().collect())
}

/// Says of a service and all that it has that they are of an era.
fn mark(service: &mut Service, era: Era) {
    service.era = era;
    for method in &mut service.methods {
        method.era = era;
        method.query.iter_mut().for_each(|option| option.era = era);
    }
    for topic in service.events.iter_mut().flat_map(|it| &mut it.topics) {
        topic.era = era;
    }
    let modules = service.modules.iter_mut();
    modules
        .flat_map(|module| &mut module.items)
        .for_each(|item| items::mark(item, era));
}

/// One service that both eras have.
fn service(older: &Service, newer: Service, tells: bool) -> Result<Service> {
    let types = pairs(older, &newer).merge(tells)?;
    let methods = methods(older, &newer, &types)?;
    let events = match (&older.events, &newer.events) {
        (None, None) => None,
        (older_events, newer_events) => Some(Events {
            description: newer_events
                .as_ref()
                .or(older_events.as_ref())
                .map(|events| events.description.clone())
                .unwrap_or_default(),
            topics: exchanges::all(&older.name, topics(older), topics(&newer), &types)?,
        }),
    };
    let mut service = Service {
        era: Era::Both,
        methods,
        events,
        modules: types.modules,
        ..newer
    };
    reach::drop_unused(&mut service);
    Ok(service)
}

/// The types that stand in the same places of both.
fn pairs<'s>(older: &'s Service, newer: &'s Service) -> Pairs<'s> {
    let mut pairs = Pairs::new(older, newer);
    for method in &older.methods {
        let Some(newer) = newer.methods.iter().find(|it| it.name == method.name) else {
            continue;
        };
        for (a, b) in method.input.iter().zip(&newer.input) {
            pairs.pair(a, b);
        }
        if merging::stays(&older.name, &method.name) {
            continue;
        }
        if let (Output::Json(a), Output::Json(b)) = (&method.output, &newer.output) {
            pairs.pair(a, b);
        }
    }
    for topic in topics(older) {
        if let Some(newer) = topics(newer).iter().find(|it| it.name == topic.name) {
            pairs.pair(&topic.message, &newer.message);
        }
    }
    pairs
}

fn topics(service: &Service) -> &[Topic] {
    let events = service.events.as_ref();
    events.map_or(&[], |events| &events.topics)
}

/// The methods of either: those of the older era first.
fn methods(older: &Service, newer: &Service, types: &types::Merged) -> Result<Vec<Method>> {
    let mut methods = Vec::new();
    for old in &older.methods {
        methods.push(match newer.methods.iter().find(|it| it.name == old.name) {
            Some(new) => method(&older.name, old, new, types)?,
            None => old.clone(),
        });
    }
    for new in &newer.methods {
        if older.methods.iter().any(|it| it.name == new.name) {
            continue;
        }
        let called = methods.iter().map(|it| &it.called);
        is_free(&older.name, "method", &new.name, &new.called, called)?;
        methods.push(types.renamed_method(new));
    }
    Ok(methods)
}

/// Fails where something else has a Rust name already.
fn is_free<'c>(
    service: &str,
    kind: &str,
    name: &str,
    called: &Called,
    mut others: impl Iterator<Item = &'c Called>,
) -> Result<()> {
    if others.any(|it| it.function == called.function || it.ty == called.ty) {
        let what = format!("is another {kind} of one Rust name");
        return Err(clash(&format!("{service}.{name}"), &what));
    }
    Ok(())
}

/// One method that both eras have: the older one's call, and what the newer one says of it.
fn method(service: &str, older: &Method, newer: &Method, types: &types::Merged) -> Result<Method> {
    let place = format!("{service}.{}", older.name);
    let differ = |what: &str| Err(clash(&place, what));
    let same_call = older.route == newer.route
        && older
            .args
            .iter()
            .map(|arg| &arg.name)
            .eq(newer.args.iter().map(|arg| &arg.name));
    if !same_call && !merging::takes_two_words(service, &older.name) {
        return differ("has other arguments or another route");
    }
    if older.verb != newer.verb {
        return differ("has another verb");
    }
    let input = match (&older.input, &newer.input) {
        (None, None) => None,
        (Some(a), Some(b)) => Some(types.one(&older.name, a, b)?),
        _ => return differ("takes a payload in one era alone"),
    };
    let output = match (&older.output, &newer.output) {
        (Output::Json(a), Output::Json(b)) => Output::Json(types.one(&older.name, a, b)?),
        (a, b) if a == b => a.clone(),
        _ => return differ("answers something of another kind"),
    };
    let query = options(&older.query, &newer.query);
    // Scopes are spelled in the arguments of the call.
    let scopes = newer.scopes.as_ref().map(|scopes| match same_call {
        true => scopes.clone(),
        false => in_two_words(scopes),
    });
    Ok(Method {
        era: Era::Both,
        in_queue: older.in_queue.clone(),
        route: older.route.clone(),
        args: older.args.clone(),
        query,
        input,
        output,
        scopes,
        paged: older.paged || newer.paged,
        ..newer.clone()
    })
}

/// A scope expression with both words of a task queue in place of its name.
fn in_two_words(scopes: &Value) -> Value {
    match scopes {
        Value::String(scope) => {
            let words = WORDS.map(|word| format!("<{word}>")).join("/");
            let scope = scope.replace("<taskQueueId>", &words);
            scope.replace("<workerPoolId>", &words).into()
        }
        Value::Array(parts) => parts.iter().map(in_two_words).collect(),
        Value::Object(members) => {
            let member = |(key, part): (&String, &Value)| (key.clone(), in_two_words(part));
            members.iter().map(member).collect()
        }
        other => other.clone(),
    }
}

/// The query options of either era.
fn options(older: &[QueryOption], newer: &[QueryOption]) -> Vec<QueryOption> {
    let in_both = |option: &QueryOption| newer.iter().any(|it| it.name == option.name);
    let mut options: Vec<QueryOption> = older.to_vec();
    for option in &mut options {
        if in_both(option) {
            option.era = Era::Both;
        }
    }
    let added = newer
        .iter()
        .filter(|option| !older.iter().any(|it| it.name == option.name));
    options.extend(added.cloned());
    options
}

/// What an era has as something that the other has not.
fn clash(place: &str, what: &str) -> Error {
    Error::new(format!(
        "apis/today: {place} {what} than in apis/classic; xtask/src/generate/fixups/merging.rs \
         must say what they are as one"
    ))
}
