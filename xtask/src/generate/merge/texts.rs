//! Texts stand once: in the newest era that has the thing. An older era's references carry those of
//! what is gone, and get the others from here before they are read.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::generate::source::{Reference, Source, escape};
use crate::generate::{Error, Result, shape};

/// What may stand in one era alone, of what both have.
const TEXTS: [&str; 4] = ["title", "description", "summary", "category"];

/// Gives references and schemas of an older era the texts that the newer one has for them.
///
/// # Errors
/// A thing has a text in both, or a member of a schema has none in either.
pub fn complete(older: &mut Source, newer: &Source) -> Result<()> {
    for (references, of) in [
        (&mut older.apis, &newer.apis),
        (&mut older.exchanges, &newer.exchanges),
    ] {
        for reference in references {
            if let Some(newer) = of.iter().find(|it| it.service == reference.service) {
                complete_reference(reference, newer)?;
            }
        }
    }
    let root = older.schemas.root.clone();
    for (key, schema) in &mut older.schemas.files {
        let file = root.join(key);
        if let Some(newer) = newer.schemas.files.get(key) {
            complete_schema(&Place::of(&file), schema, newer, false)?;
        }
        require(&Place::of(&file), schema, false)?;
    }
    for (key, schema) in &newer.schemas.files {
        require(&Place::of(&newer.schemas.file(key)), schema, false)?;
    }
    Ok(())
}

fn complete_reference(older: &mut Reference, newer: &Reference) -> Result<()> {
    let place = Place::of(&older.file);
    take(&place, &mut older.json, &newer.json)?;
    let entries = older.json.get_mut("entries").and_then(Value::as_array_mut);
    for (i, entry) in entries.into_iter().flatten().enumerate() {
        let named = |it: &&Value| it.get("name") == entry.get("name");
        let Some(newer) = newer.entries().map(|it| it.1).find(named) else {
            continue;
        };
        let place = place.below("entries").below(&i.to_string());
        take(&place, entry, newer)?;
        let fields = entry.get_mut("routingKey").and_then(Value::as_array_mut);
        for (i, field) in fields.into_iter().flatten().enumerate() {
            let place = place.below("routingKey").below(&i.to_string());
            let newer = newer.get("routingKey").and_then(Value::as_array);
            let named = |it: &&Value| it.get("name") == field.get("name");
            if let Some(newer) = newer.into_iter().flatten().find(named) {
                take(&place, field, newer)?;
            }
        }
    }
    Ok(())
}

/// Of a schema, what stands in the same place is the same thing. `names` says that the members of
/// this object are called by people.
fn complete_schema(place: &Place, older: &mut Value, newer: &Value, names: bool) -> Result<()> {
    if !names && older.is_object() && newer.is_object() {
        take(place, older, newer)?;
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
                                complete_schema(&place.below(&i.to_string()), older, newer, false)?;
                            }
                        }
                    }
                    (older, Some(newer)) => complete_schema(&place, older, newer, named)?,
                    (_, None) => {}
                }
            }
        }
        (Value::Array(older), Value::Array(newer)) => {
            for (i, (older, newer)) in older.iter_mut().zip(newer).enumerate() {
                complete_schema(&place.below(&i.to_string()), older, newer, false)?;
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

/// Fails on a member of a schema of which nothing is said.
fn require(place: &Place, schema: &Value, names: bool) -> Result<()> {
    match schema {
        Value::Object(members) => {
            for (key, member) in members {
                let place = place.below(key);
                let says = |key: &str| member.get(key).is_some_and(Value::is_string);
                if names && !["title", "description", "$ref"].into_iter().any(says) {
                    return Err(place.error("a text is missing: `description`"));
                }
                require(&place, member, !names && is_of_names(key))?;
            }
        }
        Value::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                require(&place.below(&i.to_string()), item, false)?;
            }
        }
        _ => {}
    }
    Ok(())
}

/// A place in a file.
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
}
