//! The rows of a task's log.

use serde_json::json;
use taskcluster_core::timestamp;

use super::profile::Marker;
use crate::clock;

/// A line, with the time that it has or the last one before it.
pub(super) struct Row {
    component: String,
    /// In milliseconds since 1970.
    pub(super) at: i64,
    message: String,
}

/// Reads a log; nothing where no line has a time.
pub(super) fn read(text: &str) -> Option<Vec<Row>> {
    let mut at = text.lines().find_map(stamped)?.1;
    let mut rows = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let (component, message) = match stamped(line) {
            Some((component, time, message)) => {
                at = time;
                (component, message)
            }
            None => ("no timestamp", line),
        };
        rows.push(Row {
            component: component.to_owned(),
            at,
            message: message.to_owned(),
        });
    }
    Some(rows)
}

/// The parts of a line such as `[taskcluster:error 2024-01-01T00:00:00.000Z] what happened`.
fn stamped(line: &str) -> Option<(&str, i64, &str)> {
    let (head, message) = line.trim_start().strip_prefix('[')?.split_once(']')?;
    let (component, time) = head.rsplit_once(' ')?;
    let component = component.trim().split(':').next().unwrap_or_default();
    let time = timestamp::parse(time).ok()?;
    Some((component, clock::millis(time), message.trim_start()))
}

impl Row {
    pub(super) fn marker(&self, start: i64) -> Marker {
        let date = time::OffsetDateTime::from_unix_timestamp(self.at / 1000);
        let date = date.ok().and_then(timestamp::to_string).unwrap_or_default();
        let (day, hour) = date.split_once('T').unwrap_or_default();
        let data = json!({
            "type": "LiveLogRow",
            "name": "LiveLogRow",
            "message": self.message,
            "hour": hour.get(..8),
            "date": day,
        });
        Marker::moment(&self.component, 0, self.at - start, data)
    }
}
