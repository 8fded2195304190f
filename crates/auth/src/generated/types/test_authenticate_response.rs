// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The types of the schema `test-authenticate-response`.

use serde::{Deserialize, Serialize};

/// Who called, as the server sees it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Default)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct TestAuthenticateResponse {
    /// Client id of the caller: `tester`, or the name of the temporary credentials used. For an
    /// unsigned call that needs no scopes, a text that begins with `auth-failed:`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_id: Option<String>,
    /// Scopes that the call carries, with limits by temporary credentials and `authorizedScopes`
    /// applied. Servers of today add `assume:anonymous`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scopes: Option<Vec<String>>,
}
