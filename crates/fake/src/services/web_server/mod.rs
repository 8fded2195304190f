//! The web server: profiles of task groups and of logs, in the format of the Firefox Profiler.

mod format;
mod group;
mod log;

use serde_json::Value;
use taskcluster_core::timestamp;
use time::OffsetDateTime;

use super::{Handler, queue};
use crate::clock;
use crate::http::errors::{ApiError, Code};
use crate::http::types::Reply;
use crate::services::context::{Call, Outcome};

/// Where workers put the log of a task.
const LOGS: [&str; 2] = ["public/logs/live.log", "public/logs/live_backing.log"];
/// Of more tasks there is no profile.
const MAX_TASKS: usize = 20_000;
/// Nor of a longer log, in bytes.
const MAX_LOG: usize = 200 * 1024 * 1024;

pub(super) fn find(name: &str) -> Option<Handler> {
    Some(match name {
        "taskGroupProfile" => group_profile,
        "taskProfile" => task_profile,
        _ => return None,
    })
}

fn group_profile(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let id = call.param("taskGroupId");
    let tasks = queue::members(call.state, &id);
    let tasks = tasks.ok_or_else(|| ApiError::not_found("Task group not found"))?;
    if tasks.len() > MAX_TASKS {
        let message = format!("Task group has more than {MAX_TASKS} tasks");
        return Err(ApiError::new(Code::InputTooLarge, message));
    }
    let profile = group::profile(&id, &tasks, &call.root_url(), clock::millis(call.now));
    let is_over = tasks.iter().all(|(_, status)| is_over(status));
    Ok(answer(Reply::json(200, &profile), is_over))
}

fn task_profile(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let id = call.param("taskId");
    let known = queue::known(call.state, &id);
    let (task, status) = known.ok_or_else(|| ApiError::not_found("Task not found"))?;
    let mut logs = LOGS.iter();
    let text = logs.find_map(|name| queue::latest_content(call, &id, name));
    let text = text.ok_or_else(|| {
        let what = "Could not fetch task log. The task may not have logs or they may have expired.";
        ApiError::not_found(what)
    })?;
    if text.len() > MAX_LOG {
        let message = "Log exceeds 200MB size limit";
        return Err(ApiError::new(Code::InputTooLarge, message));
    }
    let text = String::from_utf8_lossy(&text);
    let profile = log::profile(&id, &task, &call.root_url(), &text);
    // It is compressed, whoever asks.
    let reply = Reply {
        status: 200,
        headers: vec![("content-type".to_owned(), "application/json".to_owned())],
        body: profile.to_string().into_bytes(),
    };
    Ok(answer(reply.zipped(), is_over(&status)))
}

/// The answer: what is over may be kept for a day.
fn answer(profile: Reply, is_over: bool) -> Outcome {
    let keep = if is_over {
        "public, max-age=86400"
    } else {
        "no-cache"
    };
    Outcome::Reply(profile.with_header("cache-control", keep))
}

fn is_over(status: &Value) -> bool {
    let state = status["state"].as_str().unwrap_or_default();
    !matches!(state, "running" | "pending" | "unscheduled")
}

/// A date from milliseconds since 1970.
fn date(millis: i64) -> OffsetDateTime {
    OffsetDateTime::from_unix_timestamp(millis.div_euclid(1000))
        .unwrap_or(OffsetDateTime::UNIX_EPOCH)
}

/// A day as Americans write it.
fn day(millis: i64) -> String {
    let date = date(millis);
    format!("{}/{}/{}", u8::from(date.month()), date.day(), date.year())
}

/// A date that the queue has written, in milliseconds since 1970.
fn millis(value: &Value) -> Option<i64> {
    timestamp::parse(value.as_str()?).ok().map(clock::millis)
}
