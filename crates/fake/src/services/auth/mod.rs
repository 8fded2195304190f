//! The auth service: clients, the scopes of a caller, and the methods to test clients with.

mod clients;
mod test_authenticate;

use serde_json::json;

pub(crate) use clients::{Clients, QUEUE_CLIENT, ROOT_CLIENT};

use super::Handler;
use crate::call::{Call, Outcome};
use crate::errors::ApiError;

pub(super) fn find(name: &str) -> Option<Handler> {
    Some(match name {
        "currentScopes" => current_scopes,
        "testAuthenticate" => test_authenticate::post,
        "testAuthenticateGet" => test_authenticate::get,
        name => return clients::find(name),
    })
}

fn current_scopes(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    Ok(Outcome::Json(json!({ "scopes": call.scopes().into_vec() })))
}
