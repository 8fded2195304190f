//! The auth service: clients, roles, signatures, and credentials for other places.

mod audit;
mod authenticate;
mod clients;
mod elsewhere;
mod issuing;
mod roles;
mod test_authenticate;
mod tokens;

use serde_json::json;

pub(crate) use audit::Audit;
pub(crate) use clients::{
    Clients, HOOKS_CLIENT, INDEX_CLIENT, QUEUE_CLIENT, ROOT_CLIENT, WORKER_MANAGER_CLIENT,
};
pub(crate) use issuing::Issued;
pub(crate) use roles::{RoleBook, unusable};

use super::Handler;
use crate::http::errors::ApiError;
use crate::pulse::Address;
use crate::services::context::{Call, Outcome};
use crate::services::state::State;

pub(super) fn find(name: &str) -> Option<Handler> {
    Some(match name {
        "currentScopes" => current_scopes,
        "testAuthenticate" => test_authenticate::post,
        "testAuthenticateGet" => test_authenticate::get,
        "authenticateHawk" => authenticate::hawk,
        name => {
            let found = clients::find(name).or_else(|| roles::find(name));
            let found = found.or_else(|| audit::find(name));
            return found.or_else(|| elsewhere::find(name));
        }
    })
}

fn current_scopes(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    Ok(Outcome::Json(json!({ "scopes": call.scopes().into_vec() })))
}

/// Tells what has become of a client or role: on pulse, and in its history.
fn tell(call: &mut Call<'_>, kind: &'static str, action: &'static str, id: &str) {
    let what = match action {
        "created" => "Created",
        "deleted" => "Deleted",
        _ => "Updated",
    };
    publish(
        call.state,
        &format!("{kind}{what}"),
        &format!("{kind}Id"),
        id,
    );
    Audit::note(call, kind, action, id);
}

fn publish(state: &mut State, exchange: &str, name: &str, id: &str) {
    let address = Address {
        service: "auth",
        exchange,
        key: &[],
        cc: Vec::new(),
    };
    let payload = json!({ "version": 1, name: id });
    state.messages.publish(address, payload);
}
