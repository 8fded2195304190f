//! URLs that are signed to be given away.

use std::time::{Duration, SystemTime};

use serde_json::{Value, json};
use taskcluster_core::{Call, DEFAULT_URL_TTL};

use super::Op;
use crate::vectors::callers;
use crate::vectors::case::{Case, Input};
use crate::vectors::compare;
use crate::vectors::signature::{SignedUrl, ext_json};
use crate::vectors::verdict::{Answer, Stop};

pub(super) const OPS: &[Op] = &[Op {
    name: "signed_url",
    answer,
    same,
}];

fn answer(case: &Case) -> Answer {
    let input = &case.input;
    let request = callers::request(input)?;
    callers::answer_by_each(input, |client| {
        let call = Call::<_, Value>::of_request(client, request.clone());
        let url = call
            .signed_url_at(now(input)?, ttl(input)?)
            .map_err(Stop::refused)?;
        let signed = SignedUrl::parse(&url);
        Ok(match signed {
            Some(signed) => {
                let accepted = signed.is_signed(callers::access_token(input));
                with_accepted(facts(&signed), accepted)
            }
            None => json!({ "not a signed URL": url }),
        })
    })
}

fn facts(signed: &SignedUrl) -> Value {
    json!({
        "url_before_signing": signed.unsigned,
        "id": signed.id,
        "exp": signed.expiry,
        "ext_json": ext_json(&signed.ext),
    })
}

fn with_accepted(mut facts: Value, accepted: bool) -> Value {
    facts["accepted"] = accepted.into();
    facts
}

fn now(input: &Input) -> Result<SystemTime, Stop> {
    let since = Duration::try_from_secs_f64(input.number("now")?)
        .map_err(|e| Stop::Inexpressible(format!("now: {e}")))?;
    Ok(SystemTime::UNIX_EPOCH + since)
}

fn ttl(input: &Input) -> Result<Duration, Stop> {
    match input.get("expiration") {
        Some(_) => Duration::try_from_secs_f64(input.number("expiration")?)
            .map_err(|e| Stop::Inexpressible(e.to_string())),
        None => Ok(DEFAULT_URL_TTL),
    }
}

/// Other clients' answers are signed URLs as they are.
fn same(wanted: &Value, ours: &Value) -> bool {
    let theirs = wanted
        .get("url")
        .and_then(Value::as_str)
        .and_then(SignedUrl::parse);
    let wanted = theirs.as_ref().map_or_else(|| wanted.clone(), facts);
    let (Some(wanted), Some(ours)) = (wanted.as_object(), ours.as_object()) else {
        return false;
    };
    let url = |answer: &serde_json::Map<String, Value>| {
        answer
            .get("url_before_signing")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    };
    let mut rest = wanted.clone();
    rest.remove("url_before_signing");
    compare::url(&url(wanted), &url(ours)) && compare::has_members(&rest, ours)
}
