//! Fires that nobody asks for: by schedules, as the clock goes on, and by messages.

use serde_json::{Map, Value, json};
use time::OffsetDateTime;

use super::cron::Schedule;
use super::fire::fire;
use super::{Hook, Hooks, Key};
use crate::apis::Apis;
use crate::http::errors::ApiError;
use crate::pulse::PulseMessage;
use crate::services::state::State;
use crate::services::{notify, queue, text};

/// The most fires of all schedules that one step of the clock makes up for. What is beyond them is
/// passed over, as it is by a service that was down.
const MAX_LATE: usize = 1000;
/// How many times in a row messages are looked at that hooks themselves have caused. What comes after
/// that waits for the next request: hooks can fire each other for ever.
const MAX_ROUNDS: usize = 10;

/// When a hook is to be fired next, by its schedules.
pub(super) fn next(definition: &Value, after: OffsetDateTime) -> Option<OffsetDateTime> {
    let schedules = definition["schedule"].as_array().into_iter().flatten();
    let schedules = schedules.filter_map(|text| Schedule::read(text.as_str()?).ok());
    schedules.filter_map(|schedule| schedule.next(after)).min()
}

impl Hooks {
    /// The hook whose schedule is due first, if one is due by now.
    fn first_due(&self, now: OffsetDateTime) -> Option<(OffsetDateTime, Key)> {
        let due = self.all().filter_map(|(group, id, hook)| {
            let at = hook.next.filter(|at| *at <= now)?;
            Some((at, (group.to_owned(), id.to_owned())))
        });
        due.min()
    }

    /// The hooks that a message fires.
    fn bound_to(&self, message: &PulseMessage) -> Vec<Key> {
        let keys = std::iter::once(&message.routing_key).chain(&message.cc);
        let keys: Vec<&String> = keys.collect();
        let is_bound = |hook: &Hook| {
            let mut bindings = hook.definition["bindings"].as_array().into_iter().flatten();
            bindings.any(|binding| {
                let pattern = binding["routingKeyPattern"].as_str().unwrap_or_default();
                binding["exchange"] == *message.exchange
                    && keys.iter().any(|key| matches(pattern, key))
            })
        };
        let bound = self.all().filter(|(_, _, hook)| is_bound(hook));
        bound
            .map(|(group, id, _)| (group.to_owned(), id.to_owned()))
            .collect()
    }
}

/// Does what has become due by now in the queue and by schedules, in the order in which it would have
/// happened, and fires hooks by the messages that there are.
pub(crate) fn catch_up(apis: &Apis, state: &mut State, now: OffsetDateTime) {
    for _ in 0..MAX_LATE {
        let Some((at, key)) = state.hooks.first_due(now) else {
            break;
        };
        queue::catch_up(state, at);
        schedule(state, &key, at);
        if let Err(error) = fire_unasked(apis, state, &key, "schedule", None, at) {
            mail(state, &key, &error);
        }
    }
    while let Some((_, key)) = state.hooks.first_due(now) {
        schedule(state, &key, now);
    }
    queue::catch_up(state, now);
    listen(apis, state, now);
}

/// Sets when a hook is fired next.
fn schedule(state: &mut State, key: &Key, after: OffsetDateTime) {
    if let Some(hook) = state.hooks.get_mut(key) {
        hook.next = next(&hook.definition, after);
    }
}

fn fire_unasked(
    apis: &Apis,
    state: &mut State,
    key: &Key,
    by: &str,
    payload: Option<&Value>,
    at: OffsetDateTime,
) -> Result<Option<Value>, ApiError> {
    let mut context = Map::from_iter([("firedBy".to_owned(), json!(by))]);
    if let Some(payload) = payload {
        context.insert("payload".to_owned(), payload.clone());
    }
    fire(apis, state, key, context, at)
}

/// Tells the owner of a hook that a schedule could not fire it, unless the owner wants to hear of nothing.
fn mail(state: &mut State, key: &Key, error: &ApiError) {
    let Some(hook) = state.hooks.get(key) else {
        return;
    };
    let metadata = &hook.definition["metadata"];
    if metadata["emailOnError"] == false {
        return;
    }
    let (group, id) = key;
    let address = text(metadata, "owner");
    let subject = format!("[Taskcluster Hooks] Scheduled Hook failure: {group}/{id}");
    let content = format!(
        "The hook `{group}/{id}` has created no task when its schedule said so.\n\n{}",
        error.message()
    );
    notify::mail(state, address, subject, content);
}

/// Fires hooks by the messages that have been published since this was last called.
pub(crate) fn listen(apis: &Apis, state: &mut State, now: OffsetDateTime) {
    for _ in 0..MAX_ROUNDS {
        let messages = state.messages.take_unheard();
        if messages.is_empty() {
            return;
        }
        for message in messages {
            for key in state.hooks.bound_to(&message) {
                let payload = Some(&message.payload);
                // What goes wrong is among the hook's last fires, and nobody waits for it.
                let _ = fire_unasked(apis, state, &key, "pulseMessage", payload, now);
            }
        }
    }
}

/// Whether a routing key is one that a pattern is for: `*` is a word, `#` any number of them.
fn matches(pattern: &str, key: &str) -> bool {
    fn rest(pattern: &[&str], key: &[&str]) -> bool {
        match (pattern, key) {
            ([], key) => key.is_empty(),
            (["#", pattern @ ..], _) => (0..=key.len()).any(|from| rest(pattern, &key[from..])),
            ([word, pattern @ ..], [first, key @ ..]) => {
                (word == first || *word == "*") && rest(pattern, key)
            }
            (_, []) => false,
        }
    }
    let words = |text| str::split(text, '.').collect::<Vec<_>>();
    let (pattern, key) = (words(pattern), words(key));
    rest(&pattern, &key)
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn patterns_are_those_of_topics() {
        for (pattern, key, wanted) in [
            ("#", "a.b", true),
            ("a.#", "a", true),
            ("a.*", "a", false),
            ("a.*.c", "a.b.c", true),
            ("#.c", "a.b.c", true),
            ("a.#.c", "a.c", true),
            ("*.b", "a.b.c", false),
        ] {
            assert_eq!(matches(pattern, key), wanted, "{pattern} {key}");
        }
    }
}
