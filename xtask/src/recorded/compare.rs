//! What differs between an answer and the recorded one.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Map, Value};
use taskcluster_core::timestamp;
use time::Duration;

use super::case::Case;
use super::difference::{Answer, Difference, Kind};
use super::words::{apart, form, is_hour, plain, short};

/// How far dates may be apart once the recording's time is taken off. Recording and replay take seconds.
const TOLERANCE: Duration = Duration::minutes(2);

/// Headers that an answer has where the recorded one has them, and nowhere else.
const HEADERS: [&str; 3] = ["content-type", "location", "www-authenticate"];

/// Members whose values are random, or depend on how long something took. Only that there is one counts.
const MADE_UP: [&str; 10] = [
    "accessToken",
    "continuationToken",
    "endTime",
    "errorId",
    "secret",
    "seed",
    "signature",
    "token",
    "unregisterTime",
    "uptime",
];

/// Members that the deployment makes up where the request does not say what they are.
const CHOSEN: [&str; 1] = ["uploadId"];

/// Members that show whatever users have put in.
const USERS: [&str; 2] = ["config", "workerPool"];

/// Where the recorded deployment keeps content, below its root URL. Each has a place of its own for it.
const BUCKETS: [&str; 2] = ["/public-bucket/", "/private-bucket/"];

/// By what answers are measured.
#[derive(Clone, Copy, Debug)]
pub struct Measure<'a> {
    /// How much later than in the recording it is here.
    pub shift: Duration,
    /// What stands for texts of the recording.
    pub texts: &'a HashMap<String, String>,
    /// Where the deployment is.
    pub root_url: &'a str,
    /// Who may do everything here.
    pub root_client: &'a str,
    /// Whether lists show things that are older than the recording, so that values say nothing.
    pub shape_only: bool,
}

/// What differs between an answer and the recorded one.
pub fn compare(case: &Case, answer: &Answer, measure: &Measure<'_>) -> Vec<Difference> {
    let mut found = Found {
        case,
        measure,
        differences: Vec::new(),
    };
    if case.status != answer.status {
        let said = answer.body["message"]
            .as_str()
            .map(|text| format!(": {}", short(head(text))));
        let what = format!(
            "{} where {} is recorded{}",
            answer.status,
            case.status,
            said.unwrap_or_default()
        );
        found.add(Kind::Status, what);
        return found.differences;
    }
    found.headers(&case.headers, &answer.headers);
    if !case.has_cut_answer() {
        found.values("", "answer", &case.answer, &answer.body);
    } else if answer.body == "" {
        found.add(
            Kind::Shape,
            "nothing where something is recorded".to_owned(),
        );
    }
    found.differences
}

/// An error's message without what the framework appends.
fn head(message: &str) -> &str {
    message.split("\n\n---\n").next().unwrap_or_default()
}

struct Found<'m> {
    case: &'m Case,
    measure: &'m Measure<'m>,
    differences: Vec<Difference>,
}

impl Found<'_> {
    fn add(&mut self, kind: Kind, what: String) {
        self.differences.push(Difference { kind, what });
    }

    fn headers(&mut self, recorded: &BTreeMap<String, String>, here: &BTreeMap<String, String>) {
        for name in HEADERS {
            match (recorded.get(name), here.get(name)) {
                (Some(recorded), Some(here)) if self.is_same_text(recorded, here) => {}
                (None, None) => {}
                (recorded, here) => {
                    let what = format!("{name} is {here:?} where {recorded:?} is recorded");
                    self.add(Kind::Header, what);
                }
            }
        }
    }

    fn values(&mut self, name: &str, place: &str, recorded: &Value, here: &Value) {
        match (recorded, here) {
            (Value::Object(recorded), Value::Object(here)) if is_by_date(recorded) => {
                let values =
                    |members: &Map<String, Value>| Vec::from_iter(members.values().cloned());
                self.lists(name, place, &values(recorded), &values(here));
            }
            // Of what is older than the recording, others have said what it is.
            (Value::Object(_), Value::Object(_))
                if self.measure.shape_only && USERS.contains(&name) => {}
            (Value::Object(recorded), Value::Object(here)) => self.members(place, recorded, here),
            (Value::Array(recorded), Value::Array(here)) => self.lists(name, place, recorded, here),
            (Value::String(recorded), Value::String(here)) => {
                self.texts(name, place, recorded, here);
            }
            (Value::Number(_), Value::Number(_)) | (Value::Bool(_), Value::Bool(_)) => {
                if !self.measure.shape_only && !self.is_same_number(name, recorded, here) {
                    self.add(
                        Kind::Value,
                        format!("{place} is {here} where {recorded} is recorded"),
                    );
                }
            }
            (Value::Null, Value::Null) => {}
            _ => {
                let what = format!(
                    "{place} is {} where {} is recorded",
                    kind(here),
                    kind(recorded)
                );
                self.add(Kind::Shape, what);
            }
        }
    }

    fn members(&mut self, place: &str, recorded: &Map<String, Value>, here: &Map<String, Value>) {
        // Whether there are more pages depends on what there is.
        let counts = |name: &&String| !(self.measure.shape_only && *name == "continuationToken");
        let missing = recorded
            .keys()
            .filter(counts)
            .filter(|name| !here.contains_key(*name));
        let missing = Vec::from_iter(missing.map(|name| format!("{place}.{name} is missing")));
        let added = here
            .keys()
            .filter(counts)
            .filter(|name| !recorded.contains_key(*name));
        let added =
            Vec::from_iter(added.map(|name| format!("{place}.{name} is not in the recording")));
        for what in missing.into_iter().chain(added) {
            self.add(Kind::Shape, what);
        }
        let is_other_error = recorded.get("code") != here.get("code");
        for (name, recorded) in recorded {
            match here.get(name) {
                // Another error has another message.
                Some(_) if name == "message" && is_other_error => {}
                Some(here) => self.values(name, &format!("{place}.{name}"), recorded, here),
                None => {}
            }
        }
    }

    fn lists(&mut self, name: &str, place: &str, recorded: &[Value], here: &[Value]) {
        if self.measure.shape_only {
            if let (Some(recorded), Some(here)) = (recorded.first(), here.first()) {
                self.values(name, &format!("{place}[0]"), recorded, here);
            }
            return;
        }
        if recorded.len() != here.len() {
            let what = format!(
                "{place} has {} items where {} are recorded",
                here.len(),
                recorded.len()
            );
            self.add(Kind::Shape, what);
        }
        for (at, (recorded, here)) in recorded.iter().zip(here).enumerate() {
            self.values(name, &format!("{place}[{at}]"), recorded, here);
        }
    }

    fn texts(&mut self, name: &str, place: &str, recorded: &str, here: &str) {
        let is_chosen = CHOSEN.contains(&name) && !self.case.says(recorded);
        let is_made_up = MADE_UP.contains(&name) || (is_chosen && recorded.len() == here.len());
        if is_made_up || (is_hour(recorded) && is_hour(here)) {
            return;
        }
        if name == "certificate" {
            let parsed = [recorded, here]
                .map(|text| serde_json::from_str::<Value>(text).unwrap_or_default());
            return self.values(name, place, &parsed[0], &parsed[1]);
        }
        if let Ok(date) = timestamp::parse(recorded) {
            return self.dates(place, date, recorded, here);
        }
        if self.measure.shape_only || self.is_same_text(recorded, here) {
            return;
        }
        let kind = match (name, place) {
            ("code", _) => Kind::Code,
            ("message", _) | (_, "answer") => Kind::Message,
            _ => Kind::Value,
        };
        let [ours, theirs] = apart(head(here), head(recorded));
        self.add(
            kind,
            format!("{place} is {ours} where {theirs} is recorded"),
        );
    }

    fn dates(&mut self, place: &str, date: time::OffsetDateTime, recorded: &str, here: &str) {
        let Ok(found) = timestamp::parse(here) else {
            let what = format!("{place} is {} where a date is recorded", short(here));
            return self.add(Kind::Shape, what);
        };
        if form(recorded) != form(here) {
            let what = format!("{place} is written {here} where {recorded} is recorded");
            self.add(Kind::Shape, what);
        }
        let apart = found - (date + self.measure.shift);
        if !self.measure.shape_only && apart.abs() > TOLERANCE {
            let what = format!("{place} is {here}, which is {apart:.0} off");
            self.add(Kind::Value, what);
        }
    }

    fn is_same_text(&self, recorded: &str, here: &str) -> bool {
        if self
            .measure
            .texts
            .get(recorded)
            .is_some_and(|ours| ours == here)
        {
            return true;
        }
        let in_a_bucket = |text: &str| {
            let path = text
                .split_once("127.0.0.1:")
                .and_then(|(_, rest)| rest.find('/').map(|at| &rest[at..]));
            path.is_some_and(|path| BUCKETS.iter().any(|bucket| path.starts_with(bucket)))
        };
        if in_a_bucket(recorded) {
            return here.contains(&format!("{}/", self.measure.root_url));
        }
        let [recorded, here] = [recorded, here].map(|text| plain(text, self.measure.root_client));
        recorded == here
    }

    fn is_same_number(&self, name: &str, recorded: &Value, here: &Value) -> bool {
        let is_date = |value: &i64| *value > 1_000_000_000_000;
        match (recorded.as_i64().filter(is_date), here.as_i64()) {
            _ if MADE_UP.contains(&name) => true,
            // Milliseconds since 1970.
            (Some(recorded), Some(here)) => {
                let apart = i128::from(here)
                    - i128::from(recorded)
                    - self.measure.shift.whole_milliseconds();
                apart.unsigned_abs() <= TOLERANCE.whole_milliseconds().unsigned_abs()
            }
            _ => recorded == here,
        }
    }
}

/// Whether the names of all members are dates.
fn is_by_date(members: &Map<String, Value>) -> bool {
    let mut names = members.keys();
    !members.is_empty() && names.all(|name| timestamp::parse(name).is_ok())
}

/// What a value is, in a word.
fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests;
