//! The web server: profiles of task groups and of logs, in the format of the Firefox Profiler.

mod log;
mod profile;

use serde_json::{Value, json};
use taskcluster_core::timestamp;
use time::OffsetDateTime;

use super::{Handler, queue, text};
use crate::clock;
use crate::http::errors::ApiError;
use crate::http::types::Reply;
use crate::services::context::{Call, Outcome};
use profile::{Marker, Profile};

/// Where workers put the log of a task.
const LOGS: [&str; 2] = ["public/logs/live.log", "public/logs/live_backing.log"];

pub(super) fn find(name: &str) -> Option<Handler> {
    Some(match name {
        "taskGroupProfile" => group_profile,
        "taskProfile" => task_profile,
        _ => return None,
    })
}

/// The answer: what is over may be kept for a day.
fn answer(profile: &Value, is_over: bool) -> Outcome {
    let keep = if is_over {
        "public, max-age=86400"
    } else {
        "no-cache"
    };
    Outcome::Reply(Reply::json(200, profile).with_header("cache-control", keep))
}

fn is_over(status: &Value) -> bool {
    let state = status["state"].as_str().unwrap_or_default();
    !matches!(state, "running" | "pending" | "unscheduled")
}

/// A day as Americans write it.
fn day(date: OffsetDateTime) -> String {
    format!("{}/{}/{}", u8::from(date.month()), date.day(), date.year())
}

/// A time of the day as Americans write it.
fn hour(date: OffsetDateTime) -> String {
    let (hour, minute, second) = date.time().as_hms();
    let half = if hour < 12 { "AM" } else { "PM" };
    let hour = (hour + 11) % 12 + 1;
    format!("{hour}:{minute:02}:{second:02} {half}")
}

/// A date of a run, in milliseconds since 1970.
fn millis(run: &Value, name: &str) -> Option<i64> {
    let date = run[name].as_str()?;
    timestamp::parse(date).ok().map(clock::millis)
}

fn group_profile(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let (id, root) = (call.param("taskGroupId"), call.root_url());
    let tasks = queue::members(call.state, &id);
    let tasks = tasks.ok_or_else(|| ApiError::not_found("Task group not found"))?;
    let runs = tasks
        .iter()
        .flat_map(|(_, status)| status["runs"].as_array());
    let runs: Vec<&Value> = runs.flatten().collect();
    let now = clock::millis(call.now);
    let start = runs.iter().filter_map(|run| millis(run, "started")).min();
    let start = start.unwrap_or(now);
    let end = runs.iter().filter_map(|run| millis(run, "resolved")).max();
    let end = end.unwrap_or(now).max(start) - start;
    let begin = OffsetDateTime::from_unix_timestamp(start / 1000).unwrap_or(call.now);
    let url = format!("{root}/tasks/groups/{id}");
    let group = json!({
        "type": "TaskGroup",
        "startTime": hour(begin),
        "name": id,
        "expires": tasks.first().map(|(task, _)| task["expires"].clone()),
        "tasks": tasks.len(),
        "url": url,
    });
    let mut markers: Vec<Marker> = ["TaskGroup", "TaskGroup (no actions)"]
        .into_iter()
        .map(|name| Marker::span(name, 5, (0, end), group.clone()))
        .collect();
    for (task, status) in &tasks {
        for run in status["runs"].as_array().into_iter().flatten() {
            let Some(started) = millis(run, "started") else {
                continue;
            };
            let resolved = millis(run, "resolved").unwrap_or(now).max(started);
            let data = run_data((task, status, run), &root, &hour(begin));
            let span = (started - start, resolved - start);
            markers.push(Marker::span("Task", 5, span, data));
        }
    }
    let profile = Profile {
        product: format!("Task Group {id} - {}", day(begin)),
        thread: id,
        start,
        end,
        schemas: profile::group_schemas(),
        markers,
    };
    let is_over = tasks.iter().all(|(_, status)| is_over(status));
    Ok(answer(&profile.json(), is_over))
}

/// What the profile says of one run of a task.
fn run_data((task, status, run): (&Value, &Value, &Value), root: &str, start: &str) -> Value {
    let id = text(status, "taskId");
    let page = format!("{root}/tasks/{id}");
    let at = format!("{page}/runs/{}", run["runId"]);
    let number = run["runId"].as_u64().unwrap_or_default() + 1;
    let mut data = json!({
        "type": "Task",
        "startTime": start,
        "taskId": id,
        "retries": format!("{number} / {}", task["retries"]),
        "state": run["state"],
        "reasonCreated": run["reasonCreated"],
        "taskURL": at,
        "taskGroup": format!("{root}/tasks/groups/{}", text(task, "taskGroupId")),
        "liveLog": format!("{at}/logs/live/{}", LOGS[0]),
        "taskProfile": format!("{page}/profiler"),
    });
    for name in ["name", "owner", "description", "source"] {
        data[name] = task["metadata"][name].clone();
    }
    if let Some(reason) = run.get("reasonResolved") {
        data["reasonResolved"] = reason.clone();
    }
    data
}

fn task_profile(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let (id, root) = (call.param("taskId"), call.root_url());
    let known = queue::known(call.state, &id);
    let (task, status) = known.ok_or_else(|| ApiError::not_found("Task not found"))?;
    let text = LOGS
        .iter()
        .find_map(|name| queue::latest_content(call.state, &id, name));
    let text = text.filter(|text| !text.is_empty()).ok_or_else(|| {
        let what = "Could not fetch task log. The task may not have logs or they may have expired.";
        ApiError::not_found(what)
    })?;
    let rows = log::read(&String::from_utf8_lossy(&text));
    let rows = rows.ok_or_else(|| ApiError::internal("Could not find a time in the log rows"))?;
    let times = || rows.iter().map(|row| row.at);
    let (start, end) = (
        times().min().unwrap_or_default(),
        times().max().unwrap_or_default(),
    );
    let name = text_of(&task["metadata"]["name"]);
    let group = text_of(&task["taskGroupId"]);
    let about = json!({
        "type": "Task",
        "name": "Task",
        "taskName": name,
        "taskId": id,
        "taskGroupId": group,
        "taskGroupURL": format!("{root}/tasks/groups/{group}"),
        "taskURL": format!("{root}/tasks/{id}"),
        "taskGroupProfile": format!("{root}/tasks/groups/{group}/profiler"),
    });
    let mut markers = vec![Marker::span(&name, 0, (0, end - start), about)];
    markers.extend(rows.iter().map(|row| row.marker(start)));
    let created = timestamp::parse(&text_of(&task["created"])).unwrap_or(call.now);
    let profile = Profile {
        product: format!("{name} {id} - {}", day(created)),
        thread: "Live Log".to_owned(),
        start,
        end: end - start,
        schemas: profile::log_schemas(),
        markers,
    };
    Ok(answer(&profile.json(), is_over(&status)))
}

fn text_of(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
