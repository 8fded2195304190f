//! Case files and cases, read and checked.

use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::verdict::Stop;

/// One file: the cases of one topic.
#[derive(Debug, Deserialize)]
pub(super) struct CaseFile {
    pub(super) topic: String,
    /// Kept as text, in which the members of objects still have their order.
    pub(super) cases: Vec<Box<RawValue>>,
}

impl CaseFile {
    pub(super) fn read(path: &Path) -> Result<Self, String> {
        let text = fs::read_to_string(path).map_err(|e| e.to_string())?;
        serde_json::from_str(&text).map_err(|e| format!("this is not a file of cases: {e}"))
    }
}

/// What somebody answered, or is to answer.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Reply {
    /// This value.
    Value(Value),
    /// A refusal, with whatever error.
    Refusal,
}

/// One case.
#[derive(Debug)]
pub(super) struct Case {
    pub(super) id: String,
    pub(super) op: String,
    pub(super) input: Input,
    /// The right answer; `None` where it is undecided.
    pub(super) want: Option<Reply>,
    /// Answers of other clients that are right too.
    pub(super) accepted: Vec<Reply>,
    pub(super) flags: Vec<String>,
    /// The case as it was written.
    pub(super) text: Box<RawValue>,
}

#[derive(Deserialize)]
struct Parts {
    id: String,
    op: String,
    #[serde(rename = "in")]
    input: Input,
    #[serde(default)]
    accept: Vec<String>,
    #[serde(default)]
    flags: Vec<String>,
    /// The right answer, and one member for each client that was asked.
    #[serde(flatten)]
    answers: Map<String, Value>,
}

impl Case {
    pub(super) fn read(text: &RawValue) -> Result<Self, String> {
        let shown: String = text.get().chars().take(60).collect();
        let parts: Parts = serde_json::from_str(text.get())
            .map_err(|e| format!("a case is not understood: {e} (it begins: {shown})"))?;
        let Parts {
            id,
            op,
            input,
            accept,
            flags,
            answers,
        } = parts;
        let at = |why: String| format!("{id}: {why}");
        let answer_of = |name: &str| {
            let answer = answers
                .get(name)
                .ok_or(format!("there is no answer of {name:?}"))?;
            Reply::read(answer).map_err(|why| format!("the answer of {name:?} {why}"))
        };
        let want = match answers.get("want") {
            Some(Value::Null) => None,
            _ => answer_of("want").map_err(at)?,
        };
        let accepted = accept.iter().filter_map(|name| answer_of(name).transpose());
        let accepted = accepted.collect::<Result<_, _>>().map_err(at)?;
        Ok(Self {
            id,
            op,
            input,
            want,
            accepted,
            flags,
            text: text.to_owned(),
        })
    }

    pub(super) fn has_flag(&self, flag: &str) -> bool {
        self.flags.iter().any(|has| has == flag)
    }
}

impl Reply {
    /// Reads an answer; `None` is that of a client that lacks the call.
    fn read(answer: &Value) -> Result<Option<Self>, &'static str> {
        match (answer.get("ok"), answer.get("err"), answer.get("absent")) {
            (Some(value), None, None) => Ok(Some(Self::Value(value.clone()))),
            (None, Some(_), None) => Ok(Some(Self::Refusal)),
            (None, None, Some(_)) => Ok(None),
            _ => Err("is not one of ok, err and absent"),
        }
    }
}

/// What was asked.
#[derive(Debug, Deserialize)]
pub(super) struct Input(Map<String, Value>);

impl Input {
    /// A member that may be missing; `null` counts as missing.
    pub(super) fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name).filter(|value| !value.is_null())
    }

    /// A member that must be there, if only as `null`.
    pub(super) fn value(&self, name: &str) -> Result<&Value, Stop> {
        self.0
            .get(name)
            .ok_or_else(|| Stop::NotUnderstood(format!("`in` has no {name:?}")))
    }

    pub(super) fn text(&self, name: &str) -> Result<&str, Stop> {
        self.value(name)?
            .as_str()
            .ok_or_else(|| odd(name, "a text"))
    }

    pub(super) fn text_or<'a>(&'a self, name: &str, missing: &'a str) -> Result<&'a str, Stop> {
        match self.get(name) {
            Some(value) => value.as_str().ok_or_else(|| odd(name, "a text")),
            None => Ok(missing),
        }
    }

    pub(super) fn integer(&self, name: &str) -> Result<i64, Stop> {
        self.value(name)?
            .as_i64()
            .ok_or_else(|| odd(name, "a whole number"))
    }

    pub(super) fn number(&self, name: &str) -> Result<f64, Stop> {
        self.value(name)?
            .as_f64()
            .ok_or_else(|| odd(name, "a number"))
    }

    pub(super) fn list(&self, name: &str) -> Result<&[Value], Stop> {
        self.value(name)?
            .as_array()
            .map(Vec::as_slice)
            .ok_or_else(|| odd(name, "a list"))
    }
}

/// A value of another type than the library takes in this place.
fn odd(name: &str, wanted: &str) -> Stop {
    Stop::Inexpressible(format!("{name:?} is not {wanted}"))
}

/// A list of texts, as every typed function takes it.
pub(super) fn texts(value: &Value) -> Result<Vec<String>, Stop> {
    let text = |item: &Value| item.as_str().map(str::to_owned);
    let list = value
        .as_array()
        .and_then(|items| items.iter().map(text).collect());
    list.ok_or_else(|| Stop::Inexpressible(format!("{value} is not a list of texts")))
}
