//! What two eras have as different things, and what it is as one: each rule with its reason.

use crate::generate::model::{Item, Service};

/// Servers of today take one argument, `taskQueueId` or `workerPoolId`, where those of 2018 took
/// two. Its route takes slashes, so that the older call serves both.
const TWO_WORDS: [(&str, &str); 4] = [
    ("purge-cache", "purgeCache"),
    ("purge-cache", "purgeRequests"),
    ("queue", "claimWork"),
    ("queue", "pendingTasks"),
];

/// Whether the older era's arguments and route serve both.
pub fn takes_two_words(service: &str, method: &str) -> bool {
    TWO_WORDS.contains(&(service, method))
}

/// Places of which the older era's type serves both: members (`Type.member`), forms of choices
/// (`Type::Form`), answers (`method`).
const CLASSIC: [(&str, &str); 4] = [
    // Today's schema has any text; the enum keeps texts that it does not know.
    ("github", "GithubPullRequestMessage.action"),
    // The schema of 2018 says nothing of what stands there.
    ("hooks", "HookDefinition.schedule"),
    // Today's answer has less of the same, all of which may be missing (`fixups::DROPPED`).
    ("hooks", "triggerHook"),
    ("hooks", "triggerHookWithToken"),
];

/// Whether the older era's type of a place serves both.
pub fn stays(service: &str, place: &str) -> bool {
    CLASSIC.contains(&(service, place))
}

/// Members that the older era requires, and that today's servers take and do not require.
const REQUIRED: [(&str, &str); 2] = [
    // Today's servers want `taskQueueId` or both of these, and those of 2018 these.
    ("queue", "CreateTaskRequest.provisionerId"),
    ("queue", "CreateTaskRequest.workerType"),
];

/// Whether a member is required although the newer era does not require it.
pub fn is_required(service: &str, member: &str) -> bool {
    REQUIRED.contains(&(service, member))
}

/// The rules of a service that name a method or member which it does not have.
pub fn stale(service: &Service) -> Vec<&'static str> {
    let has_method = |name: &str| service.methods.iter().any(|method| method.name == name);
    let has_member = |(name, member): (&str, &str)| {
        let mut items = service.modules.iter().flat_map(|module| &module.items);
        items.any(|item| match item {
            Item::Struct(item) => {
                item.name == name && item.fields.iter().any(|field| field.name == member)
            }
            _ => false,
        })
    };
    let has = |place: &str| {
        place
            .split_once('.')
            .map_or_else(|| has_method(place), has_member)
    };
    let rules = TWO_WORDS.iter().chain(&CLASSIC).chain(&REQUIRED);
    rules
        .filter(|rule| rule.0 == service.name && !has(rule.1))
        .map(|rule| rule.1)
        .collect()
}
