//! `Authorization` headers: of plain requests, and of calls of the API.

use std::time::{Duration, SystemTime};

use serde_json::{Value, json};
use taskcluster_core::exchange::{Attempt, Exchange};
use taskcluster_core::hawk::{Signer, payload_hash};
use taskcluster_core::{ApiClient as _, Request, Session};

use super::Op;
use crate::vectors::callers;
use crate::vectors::case::{Case, Input};
use crate::vectors::compare;
use crate::vectors::signature::{Header, Wire, ext_json};
use crate::vectors::verdict::{Answer, Stop};

pub(super) const OPS: &[Op] = &[
    Op {
        name: "hawk_raw",
        answer: hawk_raw,
        same: same_signature,
    },
    Op {
        name: "client_call",
        answer: client_call,
        same: same_call,
    },
];

fn hawk_raw(case: &Case) -> Answer {
    let input = &case.input;
    let wire = Wire::of(input.text("url")?)
        .ok_or_else(|| Stop::Refused("the URL standard refuses the URL".to_owned()))?;
    let method = input.text("method")?.to_ascii_uppercase();
    let (id, key) = (input.text("id")?, input.text("key")?);
    let (ts, nonce) = (input.integer("ts")?, input.text("nonce")?);
    let signer = Signer::new(id, key, input.text_or("ext", "")?).map_err(Stop::refused)?;
    let payload = input.text_or("payload", "")?;
    let content_type = if payload.is_empty() {
        ""
    } else {
        input.text_or("contentType", "")?
    };
    let hash = payload_hash(content_type, payload.as_bytes());

    let target = wire.signed(&method);
    let mac = |hash| {
        let header = Header::parse(&signer.header(&target, hash, ts, nonce))?;
        header
            .is_signed(key, &target)
            .then(|| header.get("mac").to_owned())
    };
    Ok(json!({
        "target": wire.target,
        "host_header": wire.host_header,
        "host": wire.host,
        "port": wire.port,
        "mac": mac(Some(&hash)),
        "mac_without_hash": mac(None),
        "hash": hash,
    }))
}

/// `want` says more than we answer: the text that is signed is what the MAC is for. Other clients
/// give their header's attributes.
fn same_signature(wanted: &Value, ours: &Value) -> bool {
    let Some(ours) = ours.as_object() else {
        return false;
    };
    let wanted = match wanted.get("attrs") {
        Some(attrs) if attrs.get("hash").is_some() => {
            json!({ "mac": attrs["mac"], "hash": attrs["hash"] })
        }
        Some(attrs) => json!({ "mac_without_hash": attrs["mac"] }),
        None => wanted.clone(),
    };
    let members = |wanted: &serde_json::Map<String, Value>| {
        let mut wanted = wanted.clone();
        wanted.remove("normalized");
        compare::has_members(&wanted, ours)
    };
    wanted.as_object().is_some_and(members)
}

fn client_call(case: &Case) -> Answer {
    let input = &case.input;
    let request = callers::request(input)?;
    callers::answer_by_each(input, |client| sent(input, &request, client.session()))
}

/// What a client would send, put in the form of `want`.
fn sent(input: &Input, request: &Request, session: &Session) -> Answer {
    let mut exchange = Exchange::new(request, session).map_err(Stop::refused)?;
    let ts =
        u64::try_from(input.integer("ts")?).map_err(|e| Stop::Inexpressible(format!("ts: {e}")))?;
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(ts);
    let attempt = exchange
        .attempt(now, input.text("nonce")?)
        .map_err(Stop::refused)?;
    let body = attempt
        .payload
        .map(serde_json::from_slice::<Value>)
        .transpose();
    let mut answer = json!({
        "method": attempt.method.as_str(),
        "url": attempt.url,
        "body_json": body.map_err(|e| Stop::Inexpressible(e.to_string()))?,
    });
    let proof = authorization(&attempt, callers::access_token(input));
    for (name, value) in proof.as_object().into_iter().flatten() {
        answer[name] = value.clone();
    }
    Ok(answer)
}

fn authorization(attempt: &Attempt<'_>, key: &str) -> Value {
    let Some(text) = &attempt.authorization else {
        return json!({ "authorization": null });
    };
    let (Some(header), Some(wire)) = (Header::parse(text), Wire::of(attempt.url)) else {
        return json!({ "authorization": text });
    };
    let hash = attempt
        .payload
        .map(|payload| payload_hash("application/json", payload));
    let accepted = header.is_signed(key, &wire.signed(attempt.method.as_str()))
        && header.get("hash") == hash.unwrap_or_default();
    let mut facts = header_facts(|name| header.get(name));
    facts["accepted"] = accepted.into();
    facts
}

fn header_facts<'a>(attribute: impl Fn(&str) -> &'a str) -> Value {
    json!({
        "id": attribute("id"),
        "ts": attribute("ts"),
        "nonce": attribute("nonce"),
        "ext_json": ext_json(attribute("ext")),
    })
}

fn same_call(wanted: &Value, ours: &Value) -> bool {
    let wanted = if wanted.get("body_json").is_some() {
        wanted.clone()
    } else {
        of_peer(wanted)
    };
    let (Some(wanted), Some(ours)) = (wanted.as_object(), ours.as_object()) else {
        return false;
    };
    let mut rest = wanted.clone();
    let (Some(Value::String(wanted)), Some(Value::String(url))) =
        (rest.remove("url"), ours.get("url"))
    else {
        return false;
    };
    // Where a signed call is wanted, cases accept the route's trailing slash beside the Python
    // client's URL, which drops it; cases of unsigned calls have only the latter, although those of
    // other topics want the slash for the same method. The server's route has it.
    let same = compare::url(&wanted, url) || url.strip_suffix('/') == Some(wanted.as_str());
    same && compare::has_members(&rest, ours)
}

/// What another client sent, in the form of `want`.
fn of_peer(sent: &Value) -> Value {
    let text = |name: &str| sent.get(name).and_then(Value::as_str);
    let mut facts = match sent.get("attrs").and_then(Value::as_object) {
        Some(attrs) => {
            header_facts(|name| attrs.get(name).and_then(Value::as_str).unwrap_or_default())
        }
        None => json!({ "authorization": null }),
    };
    facts["method"] = text("method").into();
    facts["url"] = text("url").into();
    facts["body_json"] = text("body")
        .and_then(|b| serde_json::from_str(b).ok())
        .unwrap_or_default();
    facts
}
