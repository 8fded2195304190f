//! Temporary credentials.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value, json};
use taskcluster_core::{Credentials, timestamp};
use time::OffsetDateTime;

use super::Op;
use crate::vectors::callers;
use crate::vectors::case::{Case, Input, texts};
use crate::vectors::compare;
use crate::vectors::verdict::{Answer, Stop};

pub(super) const OPS: &[Op] = &[Op {
    name: "temp_creds",
    answer,
    same,
}];

fn answer(case: &Case) -> Answer {
    let input = &case.input;
    let scopes = texts(input.value("scopes")?)?;
    let issuer = issuer(input)?;
    let (start, expiry) = (date(input, "start")?, date(input, "expiry")?);
    let temporary = issuer
        .temporary(start, expiry)
        .scopes(scopes)
        .seed(seed(input)?);
    let credentials = match input.get("name") {
        Some(_) => temporary.named(input.text("name")?),
        None => temporary.unnamed(),
    }
    .map_err(Stop::refused)?;
    let certificate = credentials
        .certificate()
        .map(|c| serde_json::from_str::<Value>(c.as_json()));
    Ok(json!({
        "clientId": credentials.client_id(),
        "accessToken": credentials.access_token(),
        "certificate_json": certificate.transpose().ok().flatten(),
    }))
}

fn issuer(input: &Input) -> Result<Credentials, Stop> {
    let issuer = Credentials::new(
        input.text_or("clientId", "")?,
        input.text_or("accessToken", "")?,
    );
    if input.get("issuerCertificate").is_none() {
        return Ok(issuer);
    }
    let said: Map<String, Value> = serde_json::from_str(input.text("issuerCertificate")?)
        .map_err(|e| Stop::Inexpressible(format!("issuerCertificate: {e}")))?;
    Ok(issuer.with_certificate(callers::certificate(&said)?))
}

fn date(input: &Input, name: &str) -> Result<OffsetDateTime, Stop> {
    timestamp::parse(input.text(name)?).map_err(|e| Stop::Inexpressible(format!("{name}: {e}")))
}

/// The seed itself, or the UUIDs of which other clients were made to draw it.
fn seed(input: &Input) -> Result<String, Stop> {
    if input.get("seed").is_some() {
        return Ok(input.text("seed")?.to_owned());
    }
    let halves = input.list("uuids")?.iter().map(|uuid| {
        let hex = uuid.as_str().unwrap_or_default().replace('-', "");
        let number = u128::from_str_radix(&hex, 16);
        let number = number.map_err(|_| Stop::Inexpressible(format!("{uuid} is not a UUID")))?;
        Ok(URL_SAFE_NO_PAD.encode((number & (u128::MAX >> 1)).to_be_bytes()))
    });
    halves.collect()
}

/// Other clients give the certificate as text too, in which order and spacing are free.
fn same(wanted: &Value, ours: &Value) -> bool {
    ["clientId", "accessToken", "certificate_json"]
        .iter()
        .all(|name| compare::json(&wanted[name], &ours[name]))
}
