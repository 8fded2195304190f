//! The topics, a file each, and their operations: how a case is answered by this client, and when
//! an answer is the same as another one.

mod bewits;
mod from_now;
mod hawk_headers;
mod misc;
mod routes;
mod routing_keys;
mod scopes;
mod slugid;
mod temp_creds;
mod urls;

use serde_json::Value;

use super::case::Case;
use super::compare;
use super::verdict::{Answer, Outcome, judge};

/// What a file of cases is about.
pub(super) struct Topic {
    name: &'static str,
    ops: &'static [Op],
}

/// An operation that cases ask for.
struct Op {
    name: &'static str,
    answer: fn(&Case) -> Answer,
    /// Whether the first answer, in the form of `want` or of another client, is the second, ours.
    same: fn(&Value, &Value) -> bool,
}

impl Op {
    /// An operation with plain JSON values as answers.
    const fn plain(name: &'static str, answer: fn(&Case) -> Answer) -> Self {
        Self {
            name,
            answer,
            same: compare::json,
        }
    }
}

const TOPICS: &[Topic] = &[
    Topic {
        name: "bewits",
        ops: bewits::OPS,
    },
    Topic {
        name: "from_now",
        ops: from_now::OPS,
    },
    Topic {
        name: "hawk_headers",
        ops: hawk_headers::OPS,
    },
    Topic {
        name: "misc",
        ops: misc::OPS,
    },
    Topic {
        name: "routes",
        ops: routes::OPS,
    },
    Topic {
        name: "routing_keys",
        ops: routing_keys::OPS,
    },
    Topic {
        name: "scopes",
        ops: scopes::OPS,
    },
    Topic {
        name: "slugid",
        ops: slugid::OPS,
    },
    Topic {
        name: "temp_creds",
        ops: temp_creds::OPS,
    },
    Topic {
        name: "urls",
        ops: urls::OPS,
    },
];

impl Topic {
    pub(super) fn named(name: &str) -> Result<&'static Self, String> {
        let found = TOPICS.iter().find(|topic| topic.name == name);
        found.ok_or_else(|| {
            format!(
                "there is no topic {name:?}; known are {}",
                names(TOPICS, |t| t.name)
            )
        })
    }

    /// Answers a case and judges the answer.
    pub(super) fn run(&self, case: &Case) -> Result<Outcome, String> {
        let op = self
            .ops
            .iter()
            .find(|op| op.name == case.op)
            .ok_or_else(|| {
                let known = names(self.ops, |op| op.name);
                format!(
                    "{} has no operation {:?}; known are {known}",
                    self.name, case.op
                )
            })?;
        judge(case, (op.answer)(case), op.same)
    }
}

fn names<T>(items: &[T], name: fn(&T) -> &'static str) -> String {
    items.iter().map(name).collect::<Vec<_>>().join(", ")
}
