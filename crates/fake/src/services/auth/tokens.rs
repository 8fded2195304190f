//! Tokens for websocktunnel, Google and GitHub. Those for websocktunnel are signed, with a secret
//! that everybody knows; the others are made up.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde_json::{Value, json};
use sha2::Sha256;
use taskcluster_core::scopes::Arguments;
use taskcluster_core::{slugid, timestamp};
use time::Duration;

use crate::http::errors::ApiError;
use crate::services::context::{Call, Outcome};
use crate::services::queue::texts;

/// By this secret a test can check tokens for websocktunnel, as the README says.
const TUNNEL_SECRET: &str = "fake-websocktunnel-secret";

/// How long a token for websocktunnel is good.
const TUNNEL: Duration = Duration::days(4);
/// How far clocks may be off that check it.
const DRIFT: Duration = Duration::minutes(15);
/// How long the tokens of others are said to be good.
const ELSEWHERE: Duration = Duration::hours(1);

pub(super) fn websocktunnel(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let (audience, client) = (call.param("wstAudience"), call.param("wstClient"));
    let now = call.now.replace_nanosecond(0).unwrap_or(call.now);
    let (expires, subject) = (now + TUNNEL, call.client_id());
    let claims = json!({
        "tid": client,
        "aud": audience,
        "sub": subject,
        "iat": now.unix_timestamp(),
        "exp": expires.unix_timestamp(),
        "nbf": (now - DRIFT).unix_timestamp(),
        "iss": "taskcluster-auth",
    });
    Ok(Outcome::Json(json!({
        "wstClient": client,
        "wstAudience": audience,
        "token": signed(&claims)?,
        "expires": timestamp::to_string(expires),
    })))
}

/// A JSON web token with these claims.
fn signed(claims: &Value) -> Result<String, ApiError> {
    let parts = [&json!({ "alg": "HS256", "typ": "JWT" }), claims];
    let text = parts.map(|part| URL_SAFE_NO_PAD.encode(part.to_string()));
    let text = text.join(".");
    let mac = Hmac::<Sha256>::new_from_slice(TUNNEL_SECRET.as_bytes());
    let mac = mac.map_err(|e| ApiError::internal(&e.to_string()))?;
    let signature = mac.chain_update(&text).finalize().into_bytes();
    Ok(format!("{text}.{}", URL_SAFE_NO_PAD.encode(signature)))
}

pub(super) fn gcp(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    Ok(Outcome::Json(json!({
        "accessToken": format!("ya29.{}", slugid::v4()),
        "expireTime": timestamp::to_string(call.now + ELSEWHERE),
    })))
}

/// The caller needs a scope for each pair of a repository and a permission.
pub(super) fn github(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let permissions = call.payload["permissions"].as_object();
    let permissions = permissions.into_iter().flatten();
    let permissions: Vec<String> = permissions
        .map(|(name, level)| format!("{name}:{}", level.as_str().unwrap_or_default()))
        .collect();
    let repositories = texts(&call.payload, "repositories");
    let pairs = repositories.iter().flat_map(|repository| {
        let permissions = permissions.iter();
        permissions.map(move |permission| format!("{repository}:{permission}"))
    });
    let arguments = Arguments::new()
        .with("appName", call.param("appName"))
        .with("owner", call.param("owner"))
        .with("repoPerms", pairs.collect::<Vec<String>>());
    call.authorize(&arguments)?;
    Ok(Outcome::Json(json!({
        "token": format!("ghs_{}", slugid::v4()),
        "expires": timestamp::to_string(call.now + ELSEWHERE),
    })))
}
