//! Credentials for what is not part of a deployment. They are of the right form and open nothing.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use taskcluster_core::scopes::Arguments;
use taskcluster_core::{slugid, timestamp};
use time::Duration;

use super::tokens;
use crate::http::errors::ApiError;
use crate::http::types::Reply;
use crate::services::Handler;
use crate::services::context::{Call, Outcome};

pub(super) fn find(name: &str) -> Option<Handler> {
    Some(match name {
        "awsS3Credentials" => s3,
        "azureAccounts" => |call| {
            // A deployment of today has none.
            let accounts: &[&str] = if call.apis.is_today { &[] } else { &[ACCOUNT] };
            Ok(Outcome::Json(json!({ "accounts": accounts })))
        },
        "azureTables" => |_| Ok(Outcome::Json(json!({ "tables": ["fake"] }))),
        "azureContainers" => |_| Ok(Outcome::Json(json!({ "containers": ["fake"] }))),
        "azureTableSAS" => |call| azure(call, "table"),
        "azureContainerSAS" => |call| azure(call, "container"),
        "sentryDSN" => sentry,
        "statsumToken" => statsum,
        "webhooktunnelToken" => webhooktunnel,
        "websocktunnelToken" => tokens::websocktunnel,
        "gcpCredentials" => tokens::gcp,
        "listGithubApps" => |_| Ok(Outcome::Json(json!({ "apps": [] }))),
        "githubRepoToken" => tokens::github,
        _ => return None,
    })
}

/// The one account that there is at Azure.
const ACCOUNT: &str = "fake";

/// How long the credentials are said to last.
const LIFE: Duration = Duration::hours(1);

fn expires(call: &Call<'_>) -> Value {
    timestamp::to_string(call.now + LIFE).into()
}

/// Checks the scopes of a method whose path names what it opens and how far.
fn authorize(call: &mut Call<'_>) -> Result<(), ApiError> {
    let read_only = call.param("level") == "read-only";
    let mut arguments = Arguments::new().with("levelIsReadOnly", read_only);
    let params = call.params.iter();
    for (name, value) in params.filter(|(name, _)| *name != "level") {
        arguments = arguments.with(name, value.as_str().unwrap_or_default());
    }
    call.authorize(&arguments)
}

fn s3(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let prefix = call.param("prefix");
    authorize(call)?;
    if prefix.starts_with('/') {
        return Err(ApiError::input(format!(
            "The `prefix` may not start with a slash `/`: {prefix}"
        )));
    }
    if call.query.get("format") == Some("iam-role-compat") {
        // The reference has no schema for this form.
        return Ok(Outcome::Reply(Reply::json(200, &s3_as_role(call))));
    }
    Ok(Outcome::Json(json!({
        "credentials": {
            "accessKeyId": "FAKEACCESSKEYID",
            "secretAccessKey": slugid::v4(),
            "sessionToken": slugid::v4(),
        },
        "expires": expires(call),
    })))
}

/// The form in which machines at Amazon get the credentials of their role.
fn s3_as_role(call: &Call<'_>) -> Value {
    json!({
        "Code": "Success",
        "Type": "AWS-HMAC",
        "LastUpdated": timestamp::to_string(call.now),
        "Expiration": expires(call),
        "AccessKeyId": "FAKEACCESSKEYID",
        "SecretAccessKey": slugid::v4(),
        "Token": slugid::v4(),
    })
}

fn azure(call: &mut Call<'_>, what: &str) -> Result<Outcome, ApiError> {
    authorize(call)?;
    let account = call.param("account");
    if account != ACCOUNT {
        return Err(ApiError::not_found(format!(
            "Account '{account}' not found, can't delegate access"
        )));
    }
    let (signature, expiry) = (slugid::v4(), expires(call));
    let sas = format!("sv=2014-02-14&{what}={}&sig={signature}", call.param(what));
    Ok(Outcome::Json(json!({ "sas": sas, "expiry": expiry })))
}

fn sentry(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let (key, secret) = (slugid::v4(), slugid::v4());
    Ok(Outcome::Json(json!({
        "project": call.param("project"),
        "dsn": {
            "secret": format!("https://{key}:{secret}@sentry.example.com/1"),
            "public": format!("https://{key}@sentry.example.com/1"),
        },
        "expires": expires(call),
    })))
}

fn statsum(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    Ok(Outcome::Json(json!({
        "project": call.param("project"),
        "token": token(&json!({ "project": call.param("project") })),
        "baseUrl": "https://statsum.example.com",
        "expires": expires(call),
    })))
}

fn webhooktunnel(_: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let tunnel = slugid::nice().to_lowercase();
    Ok(Outcome::Json(json!({
        "tunnelId": tunnel,
        "token": token(&json!({ "tid": tunnel })),
        "proxyUrl": "wss://webhooktunnel.example.com",
    })))
}

/// A JSON web token that nobody has signed.
fn token(claims: &Value) -> String {
    let parts = [&json!({ "alg": "HS256", "typ": "JWT" }), claims];
    let parts = parts.map(|part| URL_SAFE_NO_PAD.encode(part.to_string()));
    format!("{}.{}", parts.join("."), slugid::v4())
}
