//! The login service: credentials for those who have logged in elsewhere.

use serde_json::json;
use taskcluster_core::{Certificate, Credentials, slugid, timestamp};
use time::Duration;

use super::Handler;
use super::auth::ROOT_CLIENT;
use crate::http::errors::ApiError;
use crate::services::context::{Call, Outcome};

/// How long the credentials last.
const LIFE: Duration = Duration::minutes(15);

pub(super) fn find(name: &str) -> Option<Handler> {
    Some(match name {
        "oidcCredentials" => oidc,
        _ => return None,
    })
}

/// Whoever has a bearer token, whatever it is, gets the scopes of the role `login-identity:` with
/// the provider.
fn oidc(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let header = call.header("authorization").unwrap_or_default();
    let provider = call.param("provider");
    let is_name = |b: u8| b.is_ascii_alphanumeric() || b"_-".contains(&b);
    if !header.starts_with("Bearer ") || !provider.bytes().all(is_name) {
        return Err(ApiError::input(
            "Could not generate credentials for this access token",
        ));
    }
    let token = call.state.clients.access_token(ROOT_CLIENT);
    let issuer = Credentials::new(ROOT_CLIENT, token.unwrap_or_default());
    let expires = call.now + LIFE;
    let issued = issuer
        .temporary(call.now, expires)
        .scopes([format!("assume:login-identity:{provider}/fake")])
        .named(&format!("{provider}/fake/{}", slugid::nice()))
        .map_err(|e| ApiError::input(e.to_string()))?;
    let certificate = issued.certificate().map(Certificate::as_json);
    Ok(Outcome::Json(json!({
        "expires": timestamp::to_string(expires),
        "credentials": {
            "clientId": issued.client_id(),
            "accessToken": issued.access_token(),
            "certificate": certificate,
        },
    })))
}
