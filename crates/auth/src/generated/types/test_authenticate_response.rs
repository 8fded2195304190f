// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The types of the schema `test-authenticate-response`.

/// Who called, as the server sees it.
#[derive(Clone, Debug, PartialEq, Default)]
#[non_exhaustive]
pub struct TestAuthenticateResponse {
    /// Client id of the caller: `tester`, or the name of the temporary credentials used. For an
    /// unsigned call that needs no scopes, a text that begins with `auth-failed:`.
    pub client_id: Option<String>,
    /// Scopes that the call carries, with limits by temporary credentials and `authorizedScopes`
    /// applied. Servers of today add `assume:anonymous`.
    pub scopes: Option<Vec<String>>,
}

taskcluster_core::members! {
    TestAuthenticateResponse {
        0 client_id = "clientId": optional,
        1 scopes = "scopes": optional,
    }
}

impl TestAuthenticateResponse {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }
}
