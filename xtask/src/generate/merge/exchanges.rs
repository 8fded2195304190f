//! Exchanges of two eras as one.

use taskcluster_core::Era;

use super::types::Merged;
use super::{clash, is_free};
use crate::generate::Result;
use crate::generate::model::{RoutingField, Topic};

/// The exchanges of either: those of the older era first.
pub fn all(service: &str, older: &[Topic], newer: &[Topic], types: &Merged) -> Result<Vec<Topic>> {
    let mut topics = Vec::new();
    for old in older {
        topics.push(match newer.iter().find(|it| it.name == old.name) {
            Some(new) => topic(&format!("{service}.{}", old.name), old, new, types)?,
            None => old.clone(),
        });
    }
    for new in newer {
        if older.iter().any(|it| it.name == new.name) {
            continue;
        }
        let called = topics.iter().map(|it: &Topic| &it.called);
        is_free(service, "exchange", &new.name, &new.called, called)?;
        topics.push(Topic {
            message: types.renamed(&new.message),
            ..new.clone()
        });
    }
    Ok(topics)
}

/// One exchange that both eras have. A routing key is read by the order of its fields.
fn topic(place: &str, older: &Topic, newer: &Topic, types: &Merged) -> Result<Topic> {
    let what = |field: &RoutingField| {
        let RoutingField {
            name,
            constant,
            multiple_words,
            required,
            ..
        } = field.clone();
        (name, constant, multiple_words, required)
    };
    if older.exchange != newer.exchange {
        return Err(clash(place, "is another exchange"));
    }
    if !older
        .fields
        .iter()
        .map(what)
        .eq(newer.fields.iter().map(what))
    {
        return Err(clash(place, "has other routing keys"));
    }
    let fields = older.fields.iter().zip(&newer.fields);
    let fields = fields.map(|(old, new)| RoutingField {
        max_size: old
            .max_size
            .zip(new.max_size)
            .map(|(old, new)| old.max(new)),
        rust: old.rust.clone(),
        ..new.clone()
    });
    Ok(Topic {
        called: older.called.clone(),
        era: Era::Both,
        fields: fields.collect(),
        message: types.one(&older.name, &older.message, &newer.message)?,
        ..newer.clone()
    })
}
