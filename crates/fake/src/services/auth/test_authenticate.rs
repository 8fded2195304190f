//! Methods that check a signature made with well-known credentials.

use serde_json::json;
use taskcluster_core::scopes::{Requirement, Roles, ScopeSet};

use time::Duration;

use crate::checks::signature::{ANONYMOUS, Directory, Secret};
use crate::http::errors::ApiError;
use crate::services::context::{Call, Outcome};

/// How long that client is said to be there.
const LIFE: Duration = Duration::minutes(15);

/// The client that every deployment knows for these methods, and its access token.
const TESTER: (&str, &str) = ("tester", "no-secret");

pub(super) fn post(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let scopes = |name: &str| -> Vec<String> {
        let list = call.payload[name].as_array().into_iter().flatten();
        list.filter_map(|scope| scope.as_str().map(str::to_owned))
            .collect()
    };
    let (has, required) = (scopes("clientScopes"), scopes("requiredScopes"));
    check(call, &has, required)
}

pub(super) fn get(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let has = ["test:*".to_owned(), "auth:create-client:test:*".to_owned()];
    check(call, &has, vec!["test:authenticate-get".to_owned()])
}

fn check(call: &mut Call<'_>, has: &[String], required: Vec<String>) -> Result<Outcome, ApiError> {
    let now = call.now;
    let client = |id: &str| {
        let (tester, token) = TESTER;
        if id != tester {
            return Err(format!("Client with clientId '{id}' not found"));
        }
        Ok(Secret {
            access_token: token.to_owned(),
            scopes: ScopeSet::from_iter(has),
            expires: now + LIFE,
        })
    };
    // No roles apply here, not even that of anonymous callers.
    call.identify_by(&Directory {
        client: &client,
        roles: &Roles::default(),
    });
    let required = required.into_iter().map(Requirement::Scope).collect();
    call.require(&Requirement::AllOf(required))?;
    let mut scopes = call.scopes().into_vec();
    // Nothing is expanded, so what the client has stays in its order, behind what everybody has.
    scopes.sort_by_key(|scope| {
        let place = has.iter().position(|given| given == scope);
        (scope != ANONYMOUS, place.unwrap_or(usize::MAX))
    });
    Ok(Outcome::Json(
        json!({ "clientId": call.client_id(), "scopes": scopes }),
    ))
}
