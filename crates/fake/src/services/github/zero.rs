//! A `.taskcluster.yml` of version 0: tasks with placeholders in double braces, each with the events that it is for.

use serde_json::{Map, Value, json};
use taskcluster_core::slugid;
use time::OffsetDateTime;

use super::events::About;
use super::placeholders::Placeholders;
use super::render::{Rendered, SCHEDULER, STATUSES};
use crate::clock;
use crate::http::errors::ApiError;
use crate::services::queue::texts;

/// What is known of an event, by the name of a placeholder, and where it stands in the event.
type Places = &'static [(&'static str, &'static str)];

const PULL_REQUEST: Places = &[
    ("event.base.repo.branch", "/pull_request/base/ref"),
    ("event.base.repo.name", "/pull_request/base/repo/name"),
    ("event.base.repo.url", "/pull_request/base/repo/clone_url"),
    ("event.base.sha", "/pull_request/base/sha"),
    ("event.base.user.login", "/pull_request/base/user/login"),
    ("event.head.repo.branch", "/pull_request/head/ref"),
    ("event.head.repo.name", "/pull_request/head/repo/name"),
    ("event.head.repo.url", "/pull_request/head/repo/clone_url"),
    ("event.head.sha", "/pull_request/head/sha"),
    ("event.head.user.id", "/sender/id"),
    ("event.pullNumber", "/number"),
    ("event.title", "/pull_request/title"),
];
const PUSH: Places = &[
    ("event.base.ref", "/ref"),
    ("event.base.repo.name", "/repository/name"),
    ("event.base.repo.url", "/repository/clone_url"),
    ("event.base.sha", "/before"),
    ("event.base.user.login", "/sender/login"),
    ("event.head.ref", "/ref"),
    ("event.head.repo.name", "/repository/name"),
    ("event.head.repo.url", "/repository/clone_url"),
    ("event.head.sha", "/after"),
    ("event.head.user.id", "/sender/id"),
];
const RELEASE: Places = &[
    ("event.base.repo.branch", "/release/target_commitish"),
    ("event.head.user.id", "/sender/id"),
    ("event.version", "/release/tag_name"),
    ("event.name", "/release/name"),
    ("event.head.repo.name", "/repository/name"),
    ("event.head.repo.url", "/repository/clone_url"),
    ("event.release.url", "/release/url"),
    ("event.prerelease", "/release/prerelease"),
    ("event.draft", "/release/draft"),
    ("event.tar", "/release/tarball_url"),
    ("event.zip", "/release/zipball_url"),
];
const COMMENT: Places = &[("taskcluster_comment", "/taskcluster_comment")];

/// What a task is told by its environment, if it wants to be.
const ENVIRONMENT: Places = &[
    ("GITHUB_EVENT", "event.type"),
    ("GITHUB_BRANCH", "event.base.repo.branch"),
    ("GITHUB_PULL_REQUEST", "event.pullNumber"),
    ("GITHUB_PULL_TITLE", "event.title"),
    ("GITHUB_BASE_REPO_NAME", "event.base.repo.name"),
    ("GITHUB_BASE_REPO_URL", "event.base.repo.url"),
    ("GITHUB_BASE_USER", "event.base.user.login"),
    ("GITHUB_BASE_SHA", "event.base.sha"),
    ("GITHUB_BASE_BRANCH", "event.base.repo.branch"),
    ("GITHUB_BASE_REF", "event.base.ref"),
    ("GITHUB_HEAD_REPO_NAME", "event.head.repo.name"),
    ("GITHUB_HEAD_REPO_URL", "event.head.repo.url"),
    ("GITHUB_HEAD_USER", "event.head.user.login"),
    ("GITHUB_HEAD_SHA", "event.head.sha"),
    ("GITHUB_HEAD_BRANCH", "event.head.repo.branch"),
    ("GITHUB_HEAD_TAG", "event.head.tag"),
    ("GITHUB_HEAD_REF", "event.head.ref"),
];

/// The tasks of the file that are for the event, and with which scopes they are created.
pub(super) fn render(
    about: &About<'_>,
    config: &Value,
    event: &Map<String, Value>,
    now: OffsetDateTime,
) -> Result<Rendered, ApiError> {
    let details = details(about, &Value::Object(event.clone()))?;
    let mut known = details.clone();
    for (name, value) in [
        ("timestamp", clock::millis(now).into()),
        ("organization", about.organization.into()),
        ("repository", about.repository.into()),
        ("taskcluster.docker.provisionerId", "unknown".into()),
        ("taskcluster.docker.workerType", "unknown".into()),
    ] {
        known.insert(name.to_owned(), value);
    }
    let config = Placeholders { known, now }.fill(config)?;
    let mut tasks = Vec::new();
    for task in config["tasks"].as_array().into_iter().flatten() {
        if is_wanted(task, &details)? {
            tasks.push(task.clone());
        }
    }
    let group_id = slugid::nice();
    let tasks = tasks.into_iter().enumerate().map(|(at, task)| {
        // The first one is a decision task, by its ID.
        let id = if at == 0 {
            group_id.clone()
        } else {
            slugid::nice()
        };
        Ok(json!({ "taskId": id, "task": complete(task, &group_id, &details)? }))
    });
    Ok(Rendered {
        tasks: tasks.collect::<Result<_, ApiError>>()?,
        scopes: scopes(about, &details),
    })
}

/// What a pushed tag, or else a branch, is called.
const TAG: &[&str] = &["event.head.tag"];
const BRANCH: &[&str] = &["event.base.repo.branch", "event.head.repo.branch"];

/// What was pushed, and its name.
fn pushed(git_ref: &str) -> (&'static [&'static str], &str) {
    let mut parts = git_ref.splitn(3, '/').skip(1);
    let names = if parts.next() == Some("tags") {
        TAG
    } else {
        BRANCH
    };
    (names, parts.next().unwrap_or_default())
}

fn details(about: &About<'_>, event: &Value) -> Result<Map<String, Value>, ApiError> {
    let at = |place: &str| event.pointer(place).filter(|value| !value.is_null());
    let (mut kind, places) = match about.tasks_for {
        "github-push" => ("push".to_owned(), PUSH),
        "github-release" => ("release".to_owned(), RELEASE),
        "github-issue-comment" => ("issue_comment.".to_owned(), COMMENT),
        _ => ("pull_request.".to_owned(), PULL_REQUEST),
    };
    if kind.ends_with('.') {
        kind += event["action"].as_str().unwrap_or_default();
    }
    let named = places
        .iter()
        .filter_map(|(name, place)| Some((*name, at(place)?.clone())));
    let mut details: Vec<(&str, Value)> = named.collect();
    details.extend(at("/sender/login").map(|login| ("event.head.user.login", login.clone())));
    if places == PULL_REQUEST {
        for (name, place) in [
            ("event.base.ref", "/pull_request/base/ref"),
            ("event.head.ref", "/pull_request/head/ref"),
        ] {
            let branch = at(place).and_then(Value::as_str).unwrap_or_default();
            details.push((name, format!("refs/heads/{branch}").into()));
        }
    }
    if places == PUSH {
        let git_ref = event["ref"].as_str();
        let git_ref = git_ref.ok_or_else(|| ApiError::input("the event's ref is no text"))?;
        let (names, name) = pushed(git_ref);
        details.extend(names.iter().map(|own| (*own, name.into())));
        if names == TAG {
            kind = "tag".to_owned();
        }
    }
    details.push(("event.type", kind.into()));
    let details = details.into_iter();
    Ok(details
        .map(|(name, value)| (name.to_owned(), value))
        .collect())
}

/// Whether a task is for the event.
fn is_wanted(task: &Value, details: &Map<String, Value>) -> Result<bool, ApiError> {
    let github = &task["extra"]["github"];
    if !is_true(github) {
        return Ok(false);
    }
    let (only, never) = (github.get("branches"), github.get("excludeBranches"));
    if only.is_some_and(is_true) && never.is_some_and(is_true) {
        let why = "Cannot specify both `branches` and `excludeBranches` in the same task!";
        return Err(ApiError::input(why));
    }
    if !github["events"].is_array() {
        return Err(ApiError::input("extra.github.events must be array"));
    }
    let text = |name: &str| {
        details
            .get(name)
            .and_then(Value::as_str)
            .unwrap_or_default()
    };
    let (event, branch) = (text("event.type"), text("event.base.repo.branch"));
    let has = |name: &str| texts(github, name).iter().any(|other| other == branch);
    let is_of_branch = match (only, never) {
        _ if event != "push" => true,
        (Some(only), _) if is_true(only) => has("branches"),
        (_, Some(never)) if is_true(never) => !has("excludeBranches"),
        _ => true,
    };
    let events = texts(github, "events");
    let mut begins = events.iter().map(|name| name.trim_end_matches('*'));
    Ok(is_of_branch && begins.any(|begin| event.starts_with(begin)))
}

/// Whether JavaScript takes a value for true.
fn is_true(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(is_true) => *is_true,
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::String(text) => !text.is_empty(),
        Value::Array(_) | Value::Object(_) => true,
    }
}

fn complete(
    mut task: Value,
    group_id: &str,
    details: &Map<String, Value>,
) -> Result<Value, ApiError> {
    let mut routes: Vec<String> = Vec::new();
    for route in texts(&task, "routes")
        .into_iter()
        .chain([STATUSES.to_owned()])
    {
        if !routes.contains(&route) {
            routes.push(route);
        }
    }
    task["routes"] = routes.into();
    task["taskGroupId"] = group_id.into();
    task["schedulerId"] = SCHEDULER.into();
    if is_true(&task["extra"]["github"]["env"]) {
        let payload = task["payload"].as_object_mut();
        let payload =
            payload.ok_or_else(|| ApiError::input("a task has no payload for its env"))?;
        let env = payload.entry("env").or_insert_with(|| json!({}));
        let env = env.as_object_mut();
        let env = env.ok_or_else(|| ApiError::input("payload.env must be object"))?;
        for (name, detail) in ENVIRONMENT {
            let told = match details.get(*detail) {
                Some(number @ Value::Number(_)) => number.to_string().into(),
                Some(value) => value.clone(),
                None => continue,
            };
            env.insert((*name).to_owned(), told);
        }
    }
    Ok(task)
}

fn scopes(about: &About<'_>, details: &Map<String, Value>) -> Vec<String> {
    let text = |name: &str| {
        details
            .get(name)
            .and_then(Value::as_str)
            .unwrap_or_default()
    };
    let role = match text("event.type") {
        "push" => Some(format!("branch:{}", text("event.base.repo.branch"))),
        "tag" => Some(format!("tag:{}", text("event.head.tag"))),
        "release" => Some("release:published".to_owned()),
        event => event
            .starts_with("pull_request")
            .then(|| "pull-request".to_owned()),
    };
    let (organization, repository) = (about.organization, about.repository);
    let role =
        role.map(|role| format!("assume:repo:github.com/{organization}/{repository}:{role}"));
    role.into_iter()
        .chain([
            format!("queue:route:{STATUSES}"),
            format!("queue:scheduler-id:{SCHEDULER}"),
        ])
        .collect()
}
