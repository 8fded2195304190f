//! The profile of a task's log: when each of its lines was written.

use serde_json::{Value, json};
use taskcluster_core::timestamp;

use super::format::{self, Thread, When};
use super::{day, millis};
use crate::clock;
use crate::services::text;

/// What a line is of that does not say it.
const UNSTAMPED: &str = "no timestamp";

pub(super) fn profile(id: &str, task: &Value, root: &str, log: &str) -> Value {
    let lines = || log.split('\n').filter(|line| !line.trim().is_empty());
    let stamped = |line| read(line).map(|row| row.at);
    let start = lines().find_map(stamped);
    let end = lines().filter_map(stamped).next_back();
    let (name, group) = (text(&task["metadata"], "name"), text(task, "taskGroupId"));
    let mut thread = Thread::new("Live Log");
    let span = start.zip(end).map_or(0, |(start, end)| end - start);
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
    thread.mark(&name, category("Task"), When::Span(0, span), about);
    // A log in which no line has a time is not shown.
    if let Some(start) = start {
        mark(&mut thread, lines(), start);
    }
    let created = millis(&task["created"]).unwrap_or_default();
    let product = format!("{name} {id} - {}", day(created));
    let start = start.unwrap_or_default();
    format::profile(&product, start, &schemas(), &CATEGORIES, &thread)
}

/// A marker for each line, at its own time or at that of the last line before it that has one.
fn mark<'l>(thread: &mut Thread, lines: impl Iterator<Item = &'l str>, start: i64) {
    let mut at = start;
    for line in lines {
        let (component, message) = match read(line) {
            Some(row) => {
                at = row.at;
                (row.component, row.message)
            }
            None => (UNSTAMPED, line),
        };
        // The service numbers the component's name first.
        thread.number(component);
        let message = thread.number(message);
        let data = json!({ "type": "LiveLogRow", "message": message });
        thread.mark(component, category(component), When::At(at - start), data);
    }
}

/// The parts of a line such as `[taskcluster:error 2024-01-01T00:00:00.000Z] what happened`.
struct Row<'l> {
    component: &'l str,
    /// In milliseconds since 1970.
    at: i64,
    message: &'l str,
}

fn read(line: &str) -> Option<Row<'_>> {
    let (head, message) = line.trim_start().strip_prefix('[')?.split_once(']')?;
    let is_word = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let (component, rest) = head.split_at(head.find(|letter| !is_word(letter))?);
    let rest = match rest.strip_prefix(':') {
        Some(rest) => rest.trim_start_matches(is_word),
        None => rest,
    };
    let time = timestamp::parse(rest.trim_start()).ok()?;
    if component.is_empty() {
        return None;
    }
    let message = message.lines().next().unwrap_or_default();
    Some(Row {
        component,
        at: clock::millis(time),
        message: without_time(message.trim_start()),
    })
}

/// A message without the time that it may begin with itself.
fn without_time(message: &str) -> &str {
    let is_of_time = |letter: char| letter.is_ascii_digit() || "-T:.Z+ ".contains(letter);
    let stamp = message
        .strip_prefix('[')
        .and_then(|rest| rest.split_once(']'));
    match stamp {
        Some((time, rest)) if !time.is_empty() && time.chars().all(is_of_time) => rest.trim_start(),
        _ => message,
    }
}

const CATEGORIES: [(&str, &str); 7] = [
    ("none", "grey"),
    ("fetches", "purple"),
    ("vcs", "orange"),
    ("setup", "lightblue"),
    ("taskcluster", "green"),
    ("Task", "lightblue"),
    ("Log", "green"),
];

/// The category of a component's name; the last one is for all others.
fn category(component: &str) -> usize {
    let known = CATEGORIES.iter().position(|(name, _)| *name == component);
    known.unwrap_or(CATEGORIES.len() - 1)
}

fn schemas() -> [Value; 2] {
    let row = [
        ("startTime", "Start time", "string"),
        ("message", "Log Message", "string"),
        ("hour", "Hour", "string"),
        ("date", "Date", "string"),
        ("time", "Time", "time"),
    ];
    let task = [
        ("startTime", "Start time", "string"),
        ("taskName", "Task Name", "string"),
        ("time", "Time", "time"),
        ("taskURL", "Task", "url"),
        ("taskGroupURL", "Task Group", "url"),
        ("taskId", "Task ID", "string"),
        ("taskGroupId", "Task Group ID", "string"),
        ("taskGroupProfile", "Task Group Profile", "url"),
    ];
    [
        format::schema("LiveLogRow", "message", &row),
        format::schema("Task", "taskName", &task),
    ]
}
