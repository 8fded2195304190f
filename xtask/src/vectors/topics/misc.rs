//! Small things: dates as text, expiry, options from the environment, backoff, JSON, base64.

use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE};
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value, json};
use taskcluster_core::{Method, Options, Request, RetryPolicy, timestamp};
use time::{Date, Month, OffsetDateTime, PrimitiveDateTime, Time, UtcOffset};

use super::Op;
use crate::vectors::callers;
use crate::vectors::case::{Case, Input};
use crate::vectors::compare;
use crate::vectors::verdict::{Answer, Stop};

pub(super) const OPS: &[Op] = &[
    Op {
        name: "string_date",
        answer: string_date,
        same: same_date,
    },
    Op::plain("is_expired", is_expired),
    Op {
        name: "env_options",
        answer: env_options,
        same: same_options,
    },
    Op {
        name: "backoff",
        answer: backoff,
        same: same_seconds,
    },
    Op::plain("dump_json", dump_json),
    Op::plain("b64", b64),
];

fn string_date(case: &Case) -> Answer {
    let date = date_of_parts(&case.input)
        .ok_or_else(|| Stop::Inexpressible("`parts` and `offset_min` are not a date".to_owned()))?;
    let text = timestamp::to_string(date);
    text.map(Value::from)
        .ok_or_else(|| Stop::Refused("the year has not four digits".to_owned()))
}

fn date_of_parts(input: &Input) -> Option<OffsetDateTime> {
    let parts: Vec<i64> = input
        .list("parts")
        .ok()?
        .iter()
        .map(Value::as_i64)
        .collect::<Option<_>>()?;
    let part = |index: usize| parts.get(index).copied().unwrap_or_default();
    let small = |index: usize| u8::try_from(part(index)).ok();
    let month = Month::try_from(small(1)?).ok()?;
    let date = Date::from_calendar_date(part(0).try_into().ok()?, month, small(2)?).ok()?;
    let micros = part(6).try_into().ok()?;
    let time = Time::from_hms_micro(small(3)?, small(4)?, small(5)?, micros).ok()?;
    let minutes = input.get("offset_min").map_or(Some(0), Value::as_i64)?;
    let offset = UtcOffset::from_whole_seconds((minutes * 60).try_into().ok()?).ok()?;
    Some(PrimitiveDateTime::new(date, time).assume_offset(offset))
}

/// A text is right that means the same instant: the API's precision is a millisecond, and every
/// offset is as good.
fn same_date(wanted: &Value, ours: &Value) -> bool {
    let millis = |date: &Value| {
        let date = timestamp::parse(date.as_str()?).ok()?;
        Some(date.unix_timestamp_nanos().div_euclid(1_000_000))
    };
    millis(wanted).is_some_and(|wanted| millis(ours) == Some(wanted))
}

/// What Python calls expired is what expires within 20 minutes.
fn is_expired(case: &Case) -> Answer {
    let said = case.input.value("certificate")?.as_object();
    let said = said.ok_or_else(|| Stop::Inexpressible("a certificate is an object".to_owned()))?;
    let certificate = callers::certificate(said)?;
    let now = time::Duration::checked_seconds_f64(case.input.number("now")?)
        .and_then(|since| OffsetDateTime::UNIX_EPOCH.checked_add(since))
        .ok_or_else(|| Stop::Inexpressible("`now` is not a time".to_owned()))?;
    Ok(certificate
        .expires_within_from(now, Duration::from_secs(20 * 60))
        .into())
}

const CREDENTIALS: [&str; 3] = ["clientId", "accessToken", "certificate"];

fn env_options(case: &Case) -> Answer {
    let env = case.input.value("env")?;
    let nothing = json!({});
    let defaults = case.input.get("defaults").unwrap_or(&nothing);
    if !defaults.is_object() {
        return Err(Stop::Inexpressible(
            "`defaults` is not an object".to_owned(),
        ));
    }
    let given = Options::from_lookup(|name| env.get(name)?.as_str().map(str::to_owned));
    let options = given.or(default_options(defaults)?);

    // What no type of ours holds goes its own way.
    let mut answer = defaults.clone();
    answer["rootUrl"] = options.root_url.into();
    let values = [options.client_id, options.access_token, options.certificate];
    answer["credentials"] = CREDENTIALS
        .iter()
        .zip(values)
        .map(|(n, v)| (*n, v))
        .collect();
    Ok(without_nothing(answer))
}

fn default_options(defaults: &Value) -> Result<Options, Stop> {
    let text = |value: Option<&Value>| match value {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(other) => Err(Stop::Inexpressible(format!(
            "{other} is not the text of an option"
        ))),
    };
    let credential = |name| text(defaults.get("credentials").and_then(|c| c.get(name)));
    let [id, token, certificate] = CREDENTIALS;
    Ok(Options {
        root_url: text(defaults.get("rootUrl"))?,
        client_id: credential(id)?,
        access_token: credential(token)?,
        certificate: credential(certificate)?,
        ..Options::default()
    })
}

/// Options without those that are not set; to have no credentials and to have empty ones is one.
fn without_nothing(options: Value) -> Value {
    let Value::Object(members) = options else {
        return options;
    };
    let kept = members
        .into_iter()
        .map(|(name, value)| (name, without_nothing(value)));
    kept.filter(|(_, value)| !value.is_null() && *value != json!({}))
        .collect::<Map<_, _>>()
        .into()
}

fn same_options(wanted: &Value, ours: &Value) -> bool {
    compare::json(&without_nothing(wanted.clone()), ours)
}

fn backoff(case: &Case) -> Answer {
    let attempt = case.input.integer("attempt")?.max(0);
    let attempt = u32::try_from(attempt).unwrap_or(u32::MAX);
    let wait = RetryPolicy::default().backoff(attempt, case.input.number("random")?);
    Ok(wait.as_secs_f64().into())
}

fn same_seconds(wanted: &Value, ours: &Value) -> bool {
    wanted
        .as_f64()
        .zip(ours.as_f64())
        .is_some_and(|(wanted, ours)| compare::seconds(wanted, ours))
}

/// How a payload is written. The members of an object are handed over in the order in which the
/// case has them.
fn dump_json(case: &Case) -> Answer {
    #[derive(Deserialize)]
    struct Text<'a> {
        #[serde(borrow, rename = "in")]
        input: InputText<'a>,
    }
    #[derive(Deserialize)]
    struct InputText<'a> {
        #[serde(borrow)]
        value: &'a RawValue,
    }
    let odd = |e| Stop::Inexpressible(format!("`in` has no value: {e}"));
    let text: Text<'_> = serde_json::from_str(case.text.get()).map_err(odd)?;
    let mut reader = serde_json::Deserializer::from_str(text.input.value.get());
    let value = serde_transcode::Transcoder::new(&mut reader);
    let request = Request::new(Method::Post, "auth", "v1").json(&value);
    let written = request.payload().map(String::from_utf8_lossy);
    written
        .map(Value::from)
        .ok_or_else(|| Stop::Refused("nothing was written".to_owned()))
}

fn b64(case: &Case) -> Answer {
    let hex = case.input.text("hex")?;
    let byte = |at: usize| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok();
    let bytes: Option<Vec<u8>> = (0..hex.len()).step_by(2).map(byte).collect();
    let bytes = bytes.ok_or_else(|| Stop::Inexpressible("`hex` is not hexadecimal".to_owned()))?;
    let url_safe = URL_SAFE.encode(&bytes);
    let back = URL_SAFE.decode(&url_safe).map_err(Stop::refused)?;
    Ok(json!({
        "std": STANDARD.encode(&bytes),
        "urlsafe": url_safe,
        "back": STANDARD.encode(back),
    }))
}
