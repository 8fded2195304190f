//! The `Authorization` header.

use std::collections::HashMap;

use taskcluster_core::hawk::{Artifacts, Form, Key, Target};

use super::{MAX_LENGTH, Signed, Verified, ext, is_same};

/// How far a caller's clock may be off, in seconds.
const MAX_SKEW: i64 = 15 * 60;

const ATTRIBUTES: [&str; 8] = ["id", "ts", "nonce", "hash", "ext", "mac", "app", "dlg"];

pub(super) fn verify(signed: &Signed<'_>, header: &str) -> Result<Verified, String> {
    let attributes = parse(header)?;
    let get = |name| attributes.get(name).copied().unwrap_or_default();
    let (id, ts, nonce, mac) = (get("id"), get("ts"), get("nonce"), get("mac"));
    if [id, ts, nonce, mac].contains(&"") {
        return Err("Bad Request: Missing attributes".to_owned());
    }
    let secret = ext::restrict(id, get("ext"), signed.now, signed.directory)?;
    let target = Target {
        method: &signed.request.method,
        resource: &signed.request.target,
        host: &signed.host,
        port: signed.port,
    };
    // Whatever is signed as a time is read as a number; any other spelling gives another MAC.
    let timestamp = ts.parse().map_err(|_| "Unauthorized: Bad mac")?;
    let artifacts = Artifacts {
        timestamp,
        nonce,
        hash: get("hash"),
        ext: get("ext"),
    };
    let computed = Key::new(&secret.access_token).mac(Form::Header, &target, &artifacts);
    if !is_same(&computed, mac) {
        return Err("Unauthorized: Bad mac".to_owned());
    }
    let skew = i128::from(timestamp) * 1000 - signed.now.unix_timestamp_nanos() / 1_000_000;
    if skew.abs() > i128::from(MAX_SKEW) * 1000 {
        return Err("Unauthorized: Stale timestamp".to_owned());
    }
    Ok(Verified {
        client_id: id.to_owned(),
        scopes: secret.scopes,
        expires: secret.expires,
        hash: attributes.get("hash").map(|hash| (*hash).to_owned()),
    })
}

/// Reads `Hawk id="…", ts="…", …`.
fn parse(header: &str) -> Result<HashMap<&str, &str>, String> {
    let bad = |problem: &str| format!("Bad Request: {problem}");
    if header.len() > MAX_LENGTH {
        return Err(bad("Header length too long"));
    }
    let word = header.find(|c: char| !is_word(c)).unwrap_or(header.len());
    let (scheme, rest) = header.split_at(word);
    if scheme.is_empty() || !(rest.is_empty() || rest.starts_with(char::is_whitespace)) {
        return Err(bad("Invalid header syntax"));
    }
    if !scheme.eq_ignore_ascii_case("hawk") {
        return Err("Unauthorized: Unauthorized".to_owned());
    }
    let mut rest = rest.trim_start();
    if rest.is_empty() {
        return Err(bad("Invalid header syntax"));
    }
    let mut attributes = HashMap::new();
    while !rest.is_empty() {
        let (name, value, behind) = take(rest).ok_or_else(|| bad("Bad header format"))?;
        if !ATTRIBUTES.contains(&name) {
            return Err(bad(&format!("Unknown attribute: {name}")));
        }
        if value.is_empty() || !value.chars().all(|c| (' '..='~').contains(&c)) {
            return Err(bad(&format!("Bad attribute value: {name}")));
        }
        if attributes.insert(name, value).is_some() {
            return Err(bad(&format!("Duplicate attribute: {name}")));
        }
        rest = behind;
    }
    Ok(attributes)
}

/// One `name="value"` with what separates it from the next: its name, its value, and the rest.
fn take(text: &str) -> Option<(&str, &str, &str)> {
    let (name, behind) = text.split_once("=\"")?;
    let (value, behind) = behind.split_once('"')?;
    if name.is_empty() || !name.chars().all(is_word) || value.contains('\\') {
        return None;
    }
    let behind = behind.trim_start();
    if behind.is_empty() {
        return Some((name, value, behind));
    }
    Some((name, value, behind.strip_prefix(',')?.trim_start()))
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}
