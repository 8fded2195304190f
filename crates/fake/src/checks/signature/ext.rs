//! What a signature carries in `ext`: the certificate of temporary credentials, and the scopes
//! that a call is limited to.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Map, Value};
use sha2::Sha256;
use taskcluster_core::scopes::{self, ScopeSet};
use time::OffsetDateTime;

use super::{Directory, Secret, is_same, loose_base64};
use crate::clock;

/// How long before its start and after its end a certificate is taken, in milliseconds.
const TOLERANCE: f64 = 5.0 * 60.0 * 1000.0;
/// The longest that a certificate may last, in milliseconds.
const MAX_LIFE: f64 = 31.0 * 24.0 * 3600.0 * 1000.0;

type Problem<T> = Result<T, String>;

/// The token that the caller must have signed with, and the scopes of the call.
pub(super) fn restrict(
    name: &str,
    ext: &str,
    now: OffsetDateTime,
    directory: &Directory<'_>,
) -> Problem<Secret> {
    let ext = parse(ext)?;
    let certificate = ext
        .get("certificate")
        .filter(|certificate| is_truthy(certificate));
    let issuer = match certificate.map(|certificate| &certificate["issuer"]) {
        Some(issuer) if is_truthy(issuer) => {
            let issuer = issuer
                .as_str()
                .ok_or("ext.certificate.issuer must be a string")?;
            if issuer == name {
                return Err("ext.certificate.issuer must differ from the supplied clientId".into());
            }
            Some(issuer)
        }
        _ => None,
    };
    let mut secret = (directory.client)(issuer.unwrap_or(name))?;
    if let Some(certificate) = certificate {
        secret = check_certificate(name, issuer, certificate, &secret, now)?;
    }
    if let Some(limit) = ext.get("authorizedScopes").filter(|limit| is_truthy(limit)) {
        secret.scopes = limited(&secret.scopes, limit, directory)?;
    }
    secret.scopes = directory.with_anonymous(&secret.scopes)?;
    Ok(secret)
}

fn parse(ext: &str) -> Problem<Map<String, Value>> {
    if ext.is_empty() {
        return Ok(Map::new());
    }
    let failed = || "Failed to parse ext".to_owned();
    let json = loose_base64::decode(ext);
    match serde_json::from_str(&String::from_utf8_lossy(&json)) {
        Ok(Value::Object(object)) => Ok(object),
        Ok(Value::Null) | Err(_) => Err(failed()),
        // Anything else has none of the members that are looked for.
        Ok(_) => Ok(Map::new()),
    }
}

/// Checks a certificate; what it grants takes the place of what the issuer has.
fn check_certificate(
    name: &str,
    issuer: Option<&str>,
    certificate: &Value,
    issuing: &Secret,
    now: OffsetDateTime,
) -> Problem<Secret> {
    let granted = check_form(certificate)?;
    check_dates(certificate, now)?;
    check_name(name, issuer, certificate, issuing)?;
    let issuing_id = issuer.unwrap_or(name);
    if !granted.iter().all(|scope| issuing.scopes.covers(scope)) {
        return Err(format!(
            "ext.certificate issuer `{issuing_id}` doesn't satisfy all certificate scopes {}.  The \
             temporary credentials were not generated correctly.",
            granted.join(", ")
        ));
    }
    let signed = signed_text(name, issuer, certificate, &granted);
    let signature = STANDARD.encode(digest(&issuing.access_token, &signed));
    if !certificate["signature"]
        .as_str()
        .is_some_and(|given| is_same(given, &signature))
    {
        let hint = if issuer.is_some() {
            ", or wrong clientId provided"
        } else {
            ""
        };
        return Err(format!("ext.certificate.signature is not valid{hint}"));
    }
    let seed = certificate["seed"].as_str().unwrap_or_default();
    Ok(Secret {
        access_token: URL_SAFE_NO_PAD.encode(digest(&issuing.access_token, seed)),
        scopes: ScopeSet::from_iter(granted),
        expires: issuing.expires.min(expires(certificate)),
    })
}

/// Checks that the credentials may go by their name.
fn check_name(
    name: &str,
    issuer: Option<&str>,
    certificate: &Value,
    issuing: &Secret,
) -> Problem<()> {
    let create = format!("auth:create-client:{name}");
    match issuer {
        Some(issuer) if !issuing.scopes.covers(&create) => Err(format!(
            "ext.certificate issuer `{issuer}` doesn't have `{create}` for supplied clientId."
        )),
        None if certificate.get("clientId").is_some() => {
            Err("ext.certificate.clientId must only be used with ext.certificate.issuer".into())
        }
        _ => Ok(()),
    }
}

/// Checks the members of a certificate; returns its scopes, in their order.
fn check_form(certificate: &Value) -> Problem<Vec<&str>> {
    let must = |what: &str| Err(format!("ext.certificate{what}"));
    if !certificate.is_object() && !certificate.is_array() {
        return must(" must be a JSON object");
    }
    if certificate["version"].as_f64() != Some(1.0) {
        return must(".version must be 1");
    }
    match certificate["seed"]
        .as_str()
        .map(|seed| seed.encode_utf16().count())
    {
        Some(44) => {}
        Some(_) => return must(".seed must be 44 characters"),
        None => return must(".seed must be a string"),
    }
    if !certificate["start"].is_number() {
        return must(".start must be a number");
    }
    if !certificate["expiry"].is_number() {
        return must(".expiry must be a number");
    }
    let Some(list) = certificate["scopes"].as_array() else {
        return must(".scopes must be an array");
    };
    valid_scopes(list).ok_or("ext.certificate.scopes must be an array of valid scopes".into())
}

fn check_dates(certificate: &Value, now: OffsetDateTime) -> Problem<()> {
    let date = |name: &str| certificate[name].as_f64().unwrap_or_default();
    // Milliseconds of our time are whole in the numbers of JSON.
    let now = clock::millis(now) as f64;
    let (start, expiry) = (date("start"), date("expiry"));
    if start > now + TOLERANCE {
        return Err("ext.certificate.start > now".into());
    }
    if expiry < now - TOLERANCE {
        return Err("ext.certificate.expiry < now".into());
    }
    if expiry - start > MAX_LIFE {
        return Err("ext.certificate cannot last longer than 31 days!".into());
    }
    Ok(())
}

/// When a certificate ends. One that would end beyond all dates ends when its issuer does.
fn expires(certificate: &Value) -> OffsetDateTime {
    let millis = certificate["expiry"].as_f64().unwrap_or_default();
    let date = OffsetDateTime::from_unix_timestamp((millis / 1000.0) as i64);
    date.unwrap_or(clock::LAST)
}

fn signed_text(name: &str, issuer: Option<&str>, certificate: &Value, scopes: &[&str]) -> String {
    let seed = certificate["seed"].as_str().unwrap_or_default();
    let mut lines = vec!["version:1".to_owned()];
    if let Some(issuer) = issuer {
        lines.extend([format!("clientId:{name}"), format!("issuer:{issuer}")]);
    }
    lines.extend([
        format!("seed:{seed}"),
        format!("start:{}", certificate["start"]),
        format!("expiry:{}", certificate["expiry"]),
        "scopes:".to_owned(),
    ]);
    lines.extend(scopes.iter().map(|scope| (*scope).to_owned()));
    lines.join("\n")
}

fn digest(access_token: &str, text: &str) -> impl AsRef<[u8]> {
    // HMAC takes keys of every length; the error type is that of keyed algorithms at large.
    let state = Hmac::<Sha256>::new_from_slice(access_token.as_bytes());
    let state = state.unwrap_or_else(|_| unreachable!("HMAC takes keys of every length"));
    state.chain_update(text).finalize().into_bytes()
}

/// The scopes that a call is limited to, where the caller has them.
fn limited(scopes: &ScopeSet, limit: &Value, directory: &Directory<'_>) -> Problem<ScopeSet> {
    let list = limit
        .as_array()
        .ok_or("ext.authorizedScopes must be an array")?;
    let wanted =
        valid_scopes(list).ok_or("ext.authorizedScopes must be an array of valid scopes")?;
    let has = directory.with_anonymous(scopes)?;
    if !wanted.iter().all(|scope| has.covers(scope)) {
        let has: Vec<&str> = has.iter().collect();
        return Err(format!(
            "Supplied credentials do not satisfy authorizedScopes; credentials have scopes:\n\n\
             ```\n{}\n```\n\nauthorizedScopes are:\n\n```\n{}\n```",
            has.join("\n"),
            wanted.join("\n")
        ));
    }
    Ok(ScopeSet::from_iter(wanted))
}

fn valid_scopes(list: &[Value]) -> Option<Vec<&str>> {
    list.iter()
        .map(|scope| scope.as_str().filter(|scope| scopes::is_valid(scope)))
        .collect()
}

/// Whether JavaScript takes a value for true.
fn is_truthy(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(flag) => *flag,
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::String(text) => !text.is_empty(),
        Value::Array(_) | Value::Object(_) => true,
    }
}
