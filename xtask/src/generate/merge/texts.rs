//! Texts stand once: in the newest era that has the thing. An older era's references carry those of
//! what is gone, and get the others from here before they are read. So does a newer release when its
//! facts are taken over.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::generate::source::{Reference, Source, escape};
use crate::generate::{Error, Result, shape};

/// What may stand in one era alone, of what both have.
const TEXTS: [&str; 4] = ["title", "description", "summary", "category"];

/// What is done to a thing of the older era, given the newer one's.
type Act<'a> = &'a mut dyn FnMut(&Place, &mut Value, &Value) -> Result<()>;

/// Gives references and schemas of an older era the texts that the newer one has for them.
///
/// # Errors
/// A thing has a text in both, or a schema or a member of one has none in either.
pub fn complete(older: &mut Source, newer: &Source) -> Result<()> {
    carry(older, newer)?;
    let of_schemas = |source: &Source| of_schemas(source).into_iter().next();
    match of_schemas(older).or_else(|| of_schemas(newer)) {
        Some(place) => Err(place.error("a text is missing: `description`")),
        None => Ok(()),
    }
}

/// Gives things the texts that `from` has for them.
///
/// # Errors
/// A thing has a text in both.
pub fn carry(to: &mut Source, from: &Source) -> Result<()> {
    each(to, from, &mut take)
}

/// Takes away the texts of things that `other` has a text for.
pub fn leave(from: &mut Source, other: &Source) -> Result<()> {
    each(from, other, &mut |_, thing, other| {
        let says = |key: &str| other.get(key).is_some_and(Value::is_string);
        if let Some(members) = thing.as_object_mut() {
            members
                .retain(|key, value| !(TEXTS.contains(&&**key) && value.is_string() && says(key)));
        }
        Ok(())
    })
}

/// The places of which nothing is said, as file and JSON pointer, with the text that is missing.
pub fn missing(source: &Source) -> Vec<String> {
    let mut places = Vec::new();
    for reference in source.apis.iter().chain(&source.exchanges) {
        let top = Place::of(&reference.file);
        let mut want = |place: &Place, thing: &Value, keys: &[&str]| {
            let lacks = |key: &&&str| !thing.get(**key).is_some_and(Value::is_string);
            places.extend(keys.iter().filter(lacks).map(|key| place.wants(key)));
        };
        want(&top, &reference.json, &["title", "description"]);
        for (i, (_, entry)) in reference.entries().enumerate() {
            let place = top.below("entries").below(&i.to_string());
            want(&place, entry, &["title", "description"]);
            let fields = entry.get("routingKey").and_then(Value::as_array);
            for (i, field) in fields.into_iter().flatten().enumerate() {
                want(
                    &place.below("routingKey").below(&i.to_string()),
                    field,
                    &["summary"],
                );
            }
        }
    }
    places.extend(of_schemas(source).iter().map(|it| it.wants("description")));
    places
}

/// The schemas, and members of schemas, of which nothing is said.
fn of_schemas(source: &Source) -> Vec<Place> {
    let mut silent = Vec::new();
    for (key, schema) in &source.schemas.files {
        let place = Place::of(&source.schemas.file(key));
        if !says_something(schema) {
            silent.push(place.clone());
        }
        silent_members(&place, schema, false, &mut silent);
    }
    silent
}

/// What is done to each thing that both have: a reference, an entry, a field of a routing key, a
/// schema or a part of one.
fn each(older: &mut Source, newer: &Source, act: Act<'_>) -> Result<()> {
    for (references, of) in [
        (&mut older.apis, &newer.apis),
        (&mut older.exchanges, &newer.exchanges),
    ] {
        for reference in references {
            if let Some(newer) = of.iter().find(|it| it.service == reference.service) {
                each_of_reference(reference, newer, act)?;
            }
        }
    }
    let root = older.schemas.root.clone();
    for (key, schema) in &mut older.schemas.files {
        if let Some(newer) = newer.schemas.files.get(key) {
            each_of_schema(&Place::of(&root.join(key)), schema, newer, false, act)?;
        }
    }
    Ok(())
}

fn each_of_reference(older: &mut Reference, newer: &Reference, act: Act<'_>) -> Result<()> {
    let place = Place::of(&older.file);
    act(&place, &mut older.json, &newer.json)?;
    let entries = older.json.get_mut("entries").and_then(Value::as_array_mut);
    for (i, entry) in entries.into_iter().flatten().enumerate() {
        let named = |it: &&Value| it.get("name") == entry.get("name");
        let Some(newer) = newer.entries().map(|it| it.1).find(named) else {
            continue;
        };
        let place = place.below("entries").below(&i.to_string());
        act(&place, entry, newer)?;
        let fields = entry.get_mut("routingKey").and_then(Value::as_array_mut);
        for (i, field) in fields.into_iter().flatten().enumerate() {
            let place = place.below("routingKey").below(&i.to_string());
            let newer = newer.get("routingKey").and_then(Value::as_array);
            let named = |it: &&Value| it.get("name") == field.get("name");
            if let Some(newer) = newer.into_iter().flatten().find(named) {
                act(&place, field, newer)?;
            }
        }
    }
    Ok(())
}

/// Of a schema, what stands in the same place is the same thing. `names` says that the members of
/// this object are called by people.
fn each_of_schema(
    place: &Place,
    older: &mut Value,
    newer: &Value,
    names: bool,
    act: Act<'_>,
) -> Result<()> {
    if !names && older.is_object() && newer.is_object() {
        act(place, older, newer)?;
    }
    match (older, newer) {
        (Value::Object(older), Value::Object(newer)) => {
            for (key, older) in older {
                let named = !names && is_of_names(key);
                let place = place.below(key);
                match (&mut *older, newer.get(key)) {
                    (Value::Array(older), Some(Value::Array(newer))) if is_choice(key) => {
                        for (i, older) in older.iter_mut().enumerate() {
                            if let Some(newer) = same_form(older, newer, i) {
                                let place = place.below(&i.to_string());
                                each_of_schema(&place, older, newer, false, act)?;
                            }
                        }
                    }
                    (older, Some(newer)) => each_of_schema(&place, older, newer, named, act)?,
                    (_, None) => {}
                }
            }
        }
        (Value::Array(older), Value::Array(newer)) => {
            for (i, (older, newer)) in older.iter_mut().zip(newer).enumerate() {
                each_of_schema(&place.below(&i.to_string()), older, newer, false, act)?;
            }
        }
        _ => {}
    }
    Ok(())
}

fn is_choice(key: &str) -> bool {
    matches!(key, "oneOf" | "anyOf")
}

/// The form of the newer choice that an older one's form is: that of the same value where values
/// tell them apart, else that of the same place.
fn same_form<'a>(older: &Value, newer: &'a [Value], i: usize) -> Option<&'a Value> {
    let tags = |form: &Value| -> Vec<(String, String)> {
        let members = form.get("properties").and_then(Value::as_object);
        let tag = |(name, _): (&String, &Value)| {
            let text = shape::tag_value(form, name)?;
            Some((name.clone(), text.to_owned()))
        };
        members.into_iter().flatten().filter_map(tag).collect()
    };
    let of_older = tags(older);
    if of_older.is_empty() {
        return newer.get(i);
    }
    newer
        .iter()
        .find(|form| tags(form).iter().any(|tag| of_older.contains(tag)))
}

fn is_of_names(key: &str) -> bool {
    matches!(key, "properties" | "definitions")
}

/// Takes the texts of the newer thing.
fn take(place: &Place, older: &mut Value, newer: &Value) -> Result<()> {
    let Some(older) = older.as_object_mut() else {
        return Ok(());
    };
    for key in TEXTS {
        let Some(text) = newer.get(key).filter(|it| it.is_string()) else {
            continue;
        };
        if older.get(key).is_some_and(Value::is_string) {
            return Err(place.error(&format!(
                "`{key}` stands in the newer era, too; texts stand once, in the newest era that \
                 has the thing"
            )));
        }
        older.insert(key.to_owned(), text.clone());
    }
    Ok(())
}

/// The members of a schema of which nothing is said.
fn silent_members(place: &Place, schema: &Value, names: bool, silent: &mut Vec<Place>) {
    match schema {
        Value::Object(members) => {
            for (key, member) in members {
                let place = place.below(key);
                if names && !says_something(member) {
                    silent.push(place.clone());
                }
                silent_members(&place, member, !names && is_of_names(key), silent);
            }
        }
        Value::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                silent_members(&place.below(&i.to_string()), item, false, silent);
            }
        }
        _ => {}
    }
}

fn says_something(schema: &Value) -> bool {
    let says = |key: &str| schema.get(key).is_some_and(Value::is_string);
    ["title", "description", "$ref"].into_iter().any(says)
}

/// A place in a file.
#[derive(Clone)]
struct Place {
    file: PathBuf,
    pointer: String,
}

impl Place {
    fn of(file: &Path) -> Self {
        Self {
            file: file.to_owned(),
            pointer: String::new(),
        }
    }

    fn below(&self, step: &str) -> Self {
        Self {
            file: self.file.clone(),
            pointer: format!("{}/{}", self.pointer, escape(step)),
        }
    }

    fn error(&self, why: &str) -> Error {
        Error::at(&self.file, &self.pointer, why)
    }
    /// What a list of missing texts says of it.
    fn wants(&self, key: &str) -> String {
        format!("{}#{}: `{key}`", self.file.display(), self.pointer)
    }
}
