//! The profile of a task group: when its tasks ran.

use serde_json::{Value, json};

use super::format::{self, Thread, When};
use super::{LOGS, date, day, millis};
use crate::services::text;

/// Where all markers are: `Network`.
const CATEGORY: usize = 5;

/// A task: its definition and its status.
type Task = (Value, Value);

pub(super) fn profile(id: &str, tasks: &[Task], root: &str, now: i64) -> Value {
    let range = range(tasks.iter());
    let start = range.0.unwrap_or_default();
    let mut thread = Thread::new(id);
    if range.0.is_some() {
        thread.registered = (0, range.1.map(|end| end - start));
        mark(&mut thread, tasks, root, now, start);
    } else {
        thread.registered = (-1, Some(-1));
    }
    let product = format!("Task Group {id} - {}", day(start));
    format::profile(&product, start, &schemas(), &CATEGORIES, &thread)
}

fn runs(status: &Value) -> impl Iterator<Item = &Value> {
    status["runs"].as_array().into_iter().flatten()
}

/// When the first run began, and when the last one ended that has.
fn range<'t>(tasks: impl Iterator<Item = &'t Task>) -> (Option<i64>, Option<i64>) {
    let runs: Vec<&Value> = tasks.flat_map(|(_, status)| runs(status)).collect();
    let begun = |run: &&Value| millis(&run["started"]).or_else(|| millis(&run["resolved"]));
    let start = runs.iter().filter_map(begun).min();
    let end = runs.iter().filter_map(|run| millis(&run["resolved"])).max();
    (start, end)
}

fn mark(thread: &mut Thread, tasks: &[Task], root: &str, now: i64, start: i64) {
    // The service counts the start twice in this time of the day.
    let hour = hour(2 * start);
    let is_action = |(task, _): &&Task| text(&task["metadata"], "name").starts_with("Action:");
    let others = tasks.iter().filter(|task| !is_action(task));
    for (name, range) in [
        ("TaskGroup", range(tasks.iter())),
        ("TaskGroup (no actions)", range(others)),
    ] {
        let (Some(begin), end) = range else { continue };
        let data = json!({
            "type": "TaskGroup",
            "startTime": hour,
            "name": thread.name,
            "expires": tasks.first().map(|(task, _)| task["expires"].clone()),
            "tasks": tasks.len(),
            "url": format!("{root}/tasks/groups/{}", thread.name),
        });
        let when = When::from(begin - start, end.map(|end| end - start));
        thread.mark(name, CATEGORY, when, data);
    }
    for (task, status) in in_order(tasks) {
        for run in runs(status) {
            let Some(begin) = millis(&run["started"]) else {
                continue;
            };
            let resolved = millis(&run["resolved"]);
            let end = resolved.or_else(|| (run["state"] == "running").then_some(now));
            let when = When::from(begin - start, end.map(|end| end - start));
            let data = run_data((task, status, run), root, &hour);
            thread.mark(&kind(run), CATEGORY, when, data);
        }
    }
}

/// Tasks by the start of their first runs; before them those whose first runs never started, in the order that
/// the service's way of sorting leaves them in.
fn in_order(tasks: &[Task]) -> impl Iterator<Item = &Task> {
    let start = |(_, status): &Task| millis(&status["runs"][0]["started"]);
    let never = tasks.iter().rev().filter(move |task| start(task).is_none());
    let mut begun: Vec<&Task> = tasks.iter().filter(|task| start(task).is_some()).collect();
    begun.sort_by_key(|task| start(task));
    never.chain(begun)
}

/// What a run's marker is called: what became of the run, unless that is good.
fn kind(run: &Value) -> String {
    let state = run["state"].as_str().unwrap_or_default();
    if state == "completed" {
        return "Task".to_owned();
    }
    format!("Task ({})", run["reasonResolved"].as_str().unwrap_or(state))
}

/// What the profile says of one run of a task.
fn run_data((task, status, run): (&Value, &Value, &Value), root: &str, hour: &str) -> Value {
    let id = text(status, "taskId");
    let page = format!("{root}/tasks/{id}");
    let at = format!("{page}/runs/{}", run["runId"]);
    let number = run["runId"].as_u64().unwrap_or_default() + 1;
    let (retries, mut name) = (&task["retries"], text(&task["metadata"], "name"));
    let is_simple = run["state"] == "completed" && number == 1 && retries.as_u64() > Some(1);
    if !is_simple {
        name = format!("{name} (run {number}/{retries})");
    }
    let mut data = json!({
        "type": "Task",
        "startTime": hour,
        "name": name,
        "taskId": id,
        "retries": format!("{number} / {retries}"),
        "state": run["state"],
        "reasonCreated": run["reasonCreated"],
        "taskURL": at,
        "taskGroup": format!("{root}/tasks/groups/{}", text(task, "taskGroupId")),
        "liveLog": format!("{at}/logs/live/{}", LOGS[0]),
        "taskProfile": format!("{page}/profiler"),
    });
    for name in ["owner", "description", "source"] {
        data[name] = task["metadata"][name].clone();
    }
    if let Some(reason) = run.get("reasonResolved") {
        data["reasonResolved"] = reason.clone();
    }
    data
}

/// A time of the day as Americans write it.
fn hour(millis: i64) -> String {
    let (hour, minute, second) = date(millis).time().as_hms();
    let half = if hour < 12 { "AM" } else { "PM" };
    let hour = (hour + 11) % 12 + 1;
    format!("{hour}:{minute:02}:{second:02} {half}")
}

const CATEGORIES: [(&str, &str); 8] = [
    ("Other", "grey"),
    ("Idle", "transparent"),
    ("Layout", "purple"),
    ("JavaScript", "yellow"),
    ("GC / CC", "orange"),
    ("Network", "lightblue"),
    ("Graphics", "green"),
    ("DOM", "blue"),
];

fn schemas() -> [Value; 2] {
    let task = [
        ("startTime", "Start time", "string"),
        ("name", "Task Name", "string"),
        ("taskId", "Task ID", "string"),
        ("owner", "Owner", "string"),
        ("retries", "Retries", "string"),
        ("state", "State", "string"),
        ("reasonCreated", "Reason Created", "string"),
        ("reasonResolved", "Reason Resolved", "string"),
        ("description", "Description", "string"),
        ("taskURL", "Task URL", "url"),
        ("source", "Source URL", "url"),
        ("taskGroup", "Task Group URL", "url"),
        ("liveLog", "Live Log", "url"),
        ("taskProfile", "Task Profile", "url"),
    ];
    let group = [
        ("startTime", "Start time", "string"),
        ("name", "Task Group ID", "string"),
        ("expires", "Expires", "string"),
        ("tasks", "Tasks", "integer"),
        ("url", "URL", "url"),
    ];
    [
        format::schema("Task", "name", &task),
        format::schema("TaskGroup", "name", &group),
    ]
}
