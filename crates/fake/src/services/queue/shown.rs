//! The status of a task as messages show it: JSON with the members in the real queue's order.

use serde::ser::{Serialize, Serializer};
use serde_json::Value;

/// Members of a task's status and of its runs, in the order in which the queue makes them.
const ORDER: [&str; 21] = [
    "taskId",
    "provisionerId",
    "workerType",
    "taskQueueId",
    "schedulerId",
    "projectId",
    "taskGroupId",
    "priority",
    "deadline",
    "expires",
    "retriesLeft",
    "runId",
    "state",
    "runs",
    "reasonCreated",
    "reasonResolved",
    "workerGroup",
    "workerId",
    "takenUntil",
    "scheduled",
    "started",
];

/// The text of a status.
pub(super) fn text(status: &Value) -> String {
    serde_json::to_string_pretty(&Ordered(status)).unwrap_or_default()
}

struct Ordered<'v>(&'v Value);

impl Serialize for Ordered<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Value::Object(members) => {
                let mut members = Vec::from_iter(members);
                // What is not listed is last.
                members.sort_by_key(|(name, _)| {
                    let place = ORDER.iter().position(|known| known == name);
                    place.unwrap_or(ORDER.len())
                });
                serializer.collect_map(
                    members
                        .into_iter()
                        .map(|(name, value)| (name, Ordered(value))),
                )
            }
            Value::Array(items) => serializer.collect_seq(items.iter().map(Ordered)),
            other => other.serialize(serializer),
        }
    }
}
