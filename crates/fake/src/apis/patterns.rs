//! The forms that arguments and options must have.

use serde_json::{Map, Value};
use taskcluster_core::slugid;

use crate::apis::ApiMethod;
use crate::http::errors::{ApiError, Code};
use crate::http::query::{BEWIT, Query};

/// A form, with the regular expression by which the services and their errors describe it.
struct Pattern {
    source: &'static str,
    holds: fn(&str) -> bool,
}

/// How long the name of a provisioner, worker type, worker group or worker can be.
pub(crate) const MAX_NAME: usize = 38;
/// How long the name of a hook or of a group of hooks can be.
pub(crate) const MAX_HOOK: usize = 1000;

const SLUGID: Pattern = Pattern {
    source: "/^[A-Za-z0-9_-]{8}[Q-T][A-Za-z0-9_-][CGKOSWaeimquy26-][A-Za-z0-9_-]{10}[AQgw]$/",
    holds: slugid::is_valid,
};
const NAME: Pattern = Pattern {
    source: "/^[a-zA-Z0-9-_]{1,38}$/",
    holds: |text| text.len() <= MAX_NAME && all(text, is_word),
};
const GROUPED_NAME: Pattern = Pattern {
    source: "/^([a-zA-Z0-9-_]{1,38})$/",
    ..NAME
};
const WORKER_STATE: Pattern = Pattern {
    source: "/^(requested|running|stopping|stopped|standalone)$/",
    holds: |text| {
        let states = ["requested", "running", "stopping", "stopped", "standalone"];
        states.contains(&text)
    },
};
const AMAZON_WORKER_TYPE: Pattern = Pattern {
    source: r"/^[A-Za-z0-9+\/=_-]{1,22}$/",
    holds: |text| text.len() <= 22 && all(text, |b| is_word(b) || b"+/=".contains(&b)),
};
const TASK_QUEUE: Pattern = Pattern {
    source: r"/^[a-zA-Z0-9-_]{1,38}\/[a-z]([-a-z0-9]{0,36}[a-z0-9])?$/",
    holds: |text| {
        let is_type = |text: &str| {
            text.len() <= MAX_NAME
                && text.starts_with(|c: char| c.is_ascii_lowercase())
                && text.bytes().last().is_some_and(is_lower)
                && text.bytes().all(|b| is_lower(b) || b == b'-')
        };
        text.split_once('/')
            .is_some_and(|(provisioner, name)| (NAME.holds)(provisioner) && is_type(name))
    },
};
const WORKER_POOL: Pattern = Pattern {
    source: r"/^[A-Za-z0-9_-]{1,38}\/[A-Za-z0-9_-]{1,38}$/",
    holds: |text| {
        text.split_once('/')
            .is_some_and(|(provisioner, name)| (NAME.holds)(provisioner) && (NAME.holds)(name))
    },
};
// What the expression lets through is every text of digits.
const RUN_ID: Pattern = Pattern {
    source: "/^[1-9]*[0-9]+$/",
    holds: |text| all(text, |b| b.is_ascii_digit()),
};
const PRINTABLE: Pattern = Pattern {
    source: r"/^[\x20-\x7e]+$/",
    holds: |text| all(text, |b| (b' '..=b'~').contains(&b)),
};
const CLIENT_ID: Pattern = Pattern {
    source: "/^[A-Za-z0-9!@/:.+|_-]+$/",
    holds: |text| all(text, |b| is_word(b) || b"!@/:.+|".contains(&b)),
};
const LEVEL: Pattern = Pattern {
    source: "/^(read-write|read-only)$/",
    holds: |text| matches!(text, "read-write" | "read-only"),
};
const PROJECT: Pattern = Pattern {
    source: "/^[a-zA-Z0-9_-]{1,64}$/",
    holds: |text| text.len() <= 64 && all(text, is_word),
};
const ENTITY_TYPE: Pattern = Pattern {
    source: "/^(client|role|secret|hook|worker-pool)$/",
    holds: |text| ["client", "role", "secret", "hook", "worker-pool"].contains(&text),
};
const BUCKET: Pattern = Pattern {
    source: "/^[a-z0-9][a-z0-9-]{1,62}[a-z0-9]$/",
    holds: |text| {
        let is_end = |b: Option<&u8>| b.is_some_and(|b| *b != b'-');
        (3..=64).contains(&text.len())
            && all(text, |b| is_lower(b) || b == b'-')
            && is_end(text.as_bytes().first())
            && is_end(text.as_bytes().last())
    },
};
const AUDIENCE: Pattern = Pattern {
    source: "/^[a-zA-Z0-9_-]{1,38}$/",
    ..NAME
};
const TUNNEL_CLIENT: Pattern = Pattern {
    source: "/^[a-zA-Z0-9_~.%-]+$/",
    holds: |text| all(text, |b| is_word(b) || b"~.%".contains(&b)),
};
const ROLE_FORMAT: Pattern = Pattern {
    source: "/iam-role-compat/",
    holds: |text| text.contains("iam-role-compat"),
};
const REPOSITORY: Pattern = Pattern {
    source: "/^([a-zA-Z0-9-_%]*)$/",
    holds: |text| text.bytes().all(|b| is_word(b) || b == b'%'),
};
const HOOK_GROUP: Pattern = Pattern {
    source: "/^[a-zA-Z0-9-_]{1,1000}$/",
    holds: |text| text.len() <= MAX_HOOK && all(text, is_word),
};
const HOOK: Pattern = Pattern {
    source: r"/^[a-zA-Z0-9-_\/]{1,1000}$/",
    holds: |text| text.len() <= MAX_HOOK && all(text, |b| is_word(b) || b == b'/'),
};
const DIGITS: Pattern = Pattern {
    source: "/^[0-9]+$/",
    holds: |text| all(text, |b| b.is_ascii_digit()),
};
const INDEX_PATH: Pattern = Pattern {
    source: r"/^([a-zA-Z0-9_!~*'()%-]+\.)*[a-zA-Z0-9_!~*'()%-]+$/",
    holds: |text| {
        let is_key = |key: &str| all(key, |b| is_word(b) || b"!~*'()%".contains(&b));
        text.split('.').all(is_key)
    },
};
const FLAG: Pattern = Pattern {
    source: "/^(true|false)$/",
    holds: |text| matches!(text, "true" | "false"),
};
const ANYTHING: Pattern = Pattern {
    source: "/./",
    holds: |text| text.chars().any(is_on_a_line),
};

fn all(text: &str, allowed: impl Fn(u8) -> bool) -> bool {
    !text.is_empty() && text.bytes().all(allowed)
}

fn is_lower(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit()
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'
}

fn is_on_a_line(c: char) -> bool {
    !matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

/// Whether a task can be indexed by this.
pub(crate) fn is_index_path(text: &str) -> bool {
    (INDEX_PATH.holds)(text)
}

/// The form of a path argument, where the service demands one.
fn of_argument(service: &str, name: &str) -> Option<Pattern> {
    Some(match (service, name) {
        ("queue" | "index" | "web-server", "taskId") | ("queue" | "web-server", "taskGroupId") => {
            SLUGID
        }
        ("queue" | "purge-cache", "provisionerId" | "workerType") => NAME,
        ("queue", "workerGroup" | "workerId") => NAME,
        ("queue", "taskQueueId") | ("worker-manager", "workerPoolId") => TASK_QUEUE,
        ("worker-manager", "workerGroup" | "workerId") => GROUPED_NAME,
        ("purge-cache", "workerPoolId") => WORKER_POOL,
        ("aws-provisioner", "workerType") => AMAZON_WORKER_TYPE,
        ("queue", "runId") => RUN_ID,
        ("queue" | "object", "name") | ("auth", "roleId") => PRINTABLE,
        ("auth", "clientId") => CLIENT_ID,
        ("auth", "level") => LEVEL,
        ("auth", "project") => PROJECT,
        ("auth", "entityType") => ENTITY_TYPE,
        ("auth", "bucket") => BUCKET,
        ("auth", "wstAudience") => AUDIENCE,
        ("auth", "wstClient") => TUNNEL_CLIENT,
        ("hooks", "hookGroupId") => HOOK_GROUP,
        ("hooks", "hookId") => HOOK,
        ("index", "indexPath" | "namespace") => INDEX_PATH,
        _ => return None,
    })
}

/// The form of an option.
fn of_option(method: &ApiMethod, name: &str) -> Pattern {
    match (method.service.as_str(), name) {
        ("worker-manager", "continuationToken") if method.name == "listProviders" => DIGITS,
        (_, "limit") => DIGITS,
        ("auth", "prefix") => CLIENT_ID,
        ("auth", "format") => ROLE_FORMAT,
        ("github", "organization" | "repository") => REPOSITORY,
        ("queue" | "worker-manager", "quarantined") | (_, "includeArchived") => FLAG,
        ("worker-manager", "state" | "workerState") => WORKER_STATE,
        _ => ANYTHING,
    }
}

/// Checks the arguments in the path.
pub(crate) fn check_arguments(
    method: &ApiMethod,
    arguments: &Map<String, Value>,
) -> Result<(), ApiError> {
    let mut problems = Vec::new();
    for (name, value) in arguments {
        let value = value.as_str().unwrap_or_default();
        if value.is_empty() && method.route.may_lack(name) {
            continue;
        }
        let pattern = of_argument(&method.service, name);
        if let Some(pattern) = pattern.filter(|pattern| !(pattern.holds)(value)) {
            problems.push(format!(
                "URL parameter '{name}' given as '{value}' must match regular expression: '{}'",
                pattern.source
            ));
        }
    }
    refuse(&problems, "Invalid URL patterns:\n")
}

/// Checks the options in the query.
pub(crate) fn check_query(method: &ApiMethod, query: &Query) -> Result<(), ApiError> {
    let mut problems = Vec::new();
    for (key, values) in query.iter() {
        if !method.query.iter().any(|known| known == key) {
            if key != BEWIT {
                problems.push(format!("Query-string parameter: {key} is not supported!"));
            }
            continue;
        }
        let pattern = of_option(method, key);
        match values {
            [value] if (pattern.holds)(value) => {}
            [value] => problems.push(format!(
                "Query-string parameter: {key}=\"{value}\" does not match expression: {}",
                pattern.source
            )),
            _ => problems.push(format!("Query-string parameter: {key} must be a string!")),
        }
    }
    refuse(&problems, "")
}

fn refuse(problems: &[String], intro: &str) -> Result<(), ApiError> {
    if problems.is_empty() {
        return Ok(());
    }
    let message = format!("{intro}{}", problems.join("\n"));
    Err(ApiError::new(Code::InvalidRequestArguments, message))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_hold_what_they_describe() {
        for (pattern, good, bad) in [
            (
                NAME,
                vec!["a", "A-_9"],
                vec!["", "a/b", "a.b", "123456789012345678901234567890123456789"],
            ),
            (
                TASK_QUEUE,
                vec!["P_1/w", "p/w-2", "p/a1"],
                vec!["p", "p/", "p/W", "p/w/x", "p/-w", "p/w-", "p/1", "p%2Fw"],
            ),
            (WORKER_POOL, vec!["P/W", "p/1-"], vec!["p", "p/w/", "/w"]),
            (RUN_ID, vec!["0", "10", "007"], vec!["", "-1", "1a", "1.0"]),
            (PRINTABLE, vec![" ", "public/a b"], vec!["", "\u{e9}", "\n"]),
            (
                CLIENT_ID,
                vec!["a/b|c@d!e+f.g:h"],
                vec!["", "a b", "a*", "a,b"],
            ),
            (HOOK, vec!["a/b"], vec!["", "a:b"]),
            (BUCKET, vec!["a-b", "a1b"], vec!["ab", "a-", "-ab", "aBc"]),
            (REPOSITORY, vec!["", "a-_%"], vec!["a.b", "a/b"]),
            (DIGITS, vec!["0"], vec!["", "-1", "1e3"]),
            (
                INDEX_PATH,
                vec!["a", "a.b%2F-_!"],
                vec!["", "a.", ".a", "a..b", "a/b"],
            ),
            (FLAG, vec!["true", "false"], vec!["", "True", "1"]),
            (ANYTHING, vec![" ", "\na"], vec!["", "\n"]),
        ] {
            assert!(
                good.iter().all(|text| (pattern.holds)(text)),
                "{}",
                pattern.source
            );
            assert!(
                !bad.iter().any(|text| (pattern.holds)(text)),
                "{}",
                pattern.source
            );
        }
    }
}
