//! Whom a signature is of, for services that are not part of the deployment.

use hyper::HeaderMap;
use hyper::header::{AUTHORIZATION, HOST, HeaderValue};
use serde_json::json;
use taskcluster_core::timestamp;
use time::Duration;

use super::unusable;
use crate::checks::signature::{Directory, verify};
use crate::http::errors::ApiError;
use crate::http::query::Query;
use crate::http::types::HttpRequest;
use crate::services::context::{Call, Outcome};
use crate::services::text;

/// How long it is said to be true that a request is not signed.
const UNSIGNED: Duration = Duration::minutes(15);

pub(super) fn hawk(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let request = described(call)?;
    let query = Query::parse(request.query());
    let (clients, now) = (&call.state.clients, call.now);
    let roles = call.state.roles.expander();
    let client = |id: &str| clients.secret(id, roles, now);
    let directory = Directory {
        client: &client,
        roles,
    };
    let verified = match verify(&request, &query, now, &directory) {
        Some(verified) => verified,
        None if call.apis.is_today => return unsigned(call),
        None => Err("Unauthorized".to_owned()),
    };
    let answer = match verified {
        Ok(verified) => {
            let mut answer = json!({
                "status": "auth-success",
                "scheme": "hawk",
                "clientId": verified.client_id,
                "scopes": verified.scopes.into_vec(),
                "expires": timestamp::to_string(verified.expires),
            });
            if let Some(hash) = verified.hash {
                answer["hash"] = hash.into();
            }
            answer
        }
        Err(message) => json!({ "status": "auth-failed", "message": message }),
    };
    Ok(Outcome::Json(answer))
}

/// What is said of a request that nobody has signed.
fn unsigned(call: &Call<'_>) -> Result<Outcome, ApiError> {
    let roles = call.state.roles.expander();
    let scopes = roles.expand(["assume:anonymous"]);
    let scopes = scopes.map_err(|problem| unusable(&problem))?;
    Ok(Outcome::Json(json!({
        "status": "no-auth",
        "scheme": "none",
        "scopes": scopes.into_vec(),
        "expires": timestamp::to_string(call.now + UNSIGNED),
    })))
}

/// The request that the payload describes.
fn described(call: &Call<'_>) -> Result<HttpRequest, ApiError> {
    let payload = &call.payload;
    let header = |text: String| {
        let wrong = |_| ApiError::input("host and authorization must be values of headers");
        HeaderValue::try_from(text).map_err(wrong)
    };
    let mut headers = HeaderMap::new();
    let host = format!("{}:{}", text(payload, "host"), payload["port"]);
    headers.insert(HOST, header(host)?);
    if payload.get("authorization").is_some() {
        headers.insert(AUTHORIZATION, header(text(payload, "authorization"))?);
    }
    Ok(HttpRequest {
        method: text(payload, "method").to_uppercase(),
        target: text(payload, "resource"),
        headers,
        body: None,
        skew: time::Duration::ZERO,
    })
}
