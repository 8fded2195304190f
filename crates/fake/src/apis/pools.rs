//! Pools of workers: named by two words in 2018, by one name with a slash between today. Handlers know
//! the words.

use serde_json::{Map, Value};
use taskcluster_core::scopes::{Argument, Arguments};

use crate::http::errors::ApiError;

/// What a pool of workers, once named by two words, is called since it has one name, with a slash.
pub(crate) const POOLS: [&str; 2] = ["taskQueueId", "workerPoolId"];
pub(crate) const WORDS: [&str; 2] = ["provisionerId", "workerType"];

/// Gives the two words of a pool, which the handlers know, where its one name is given.
pub(crate) fn split_pools(given: &mut Map<String, Value>) -> Result<(), ApiError> {
    for name in POOLS {
        let words = given.get(name).and_then(Value::as_str);
        let Some((provisioner_id, worker_type)) = words.and_then(|words| words.split_once('/'))
        else {
            continue;
        };
        for (word, value) in WORDS
            .into_iter()
            .zip([provisioner_id.into(), worker_type.into()])
        {
            if given.get(word).is_some_and(|other| *other != value) {
                let message = format!("{name} must match \"provisionerId/workerType\"");
                return Err(ApiError::input(message));
            }
            given.insert(word.to_owned(), value);
        }
    }
    Ok(())
}

/// Adds what newer scope expressions ask for: the one name of a pool, and a list of the names of
/// artifacts where there was one.
pub(crate) fn arguments(given: Arguments) -> Arguments {
    let text = |name: &str| match given.get(name) {
        Some(Argument::Text(text)) => Some(text.as_str()),
        _ => None,
    };
    let mut more = Arguments::new();
    if let [Some(provisioner_id), Some(worker_type)] = WORDS.map(text) {
        for name in POOLS {
            more = more.with(name, format!("{provisioner_id}/{worker_type}"));
        }
    }
    if let Some(name) = text("name") {
        more = more.with("names", [name]);
    }
    given.or(more)
}
