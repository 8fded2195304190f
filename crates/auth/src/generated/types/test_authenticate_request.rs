// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The types of the schema `test-authenticate-request`.

/// Which scopes the test client has, and which the call needs.
#[derive(Clone, Debug, PartialEq, Default)]
#[non_exhaustive]
pub struct TestAuthenticateRequest {
    /// Scopes that the client `tester` has for this call. Left out, it has none.
    pub client_scopes: Option<Vec<String>>,
    /// Scopes that the call needs; it fails with 403 if the caller lacks one of them. Left out,
    /// none are needed.
    pub required_scopes: Option<Vec<String>>,
}

taskcluster_core::members! {
    TestAuthenticateRequest {
        0 client_scopes = "clientScopes": optional,
        1 required_scopes = "requiredScopes": optional,
    }
}

impl TestAuthenticateRequest {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`client_scopes`](Self::client_scopes).
    #[must_use]
    pub fn client_scopes(
        mut self,
        client_scopes: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.client_scopes = Some(client_scopes.into_iter().map(Into::into).collect());
        self
    }

    /// Sets [`required_scopes`](Self::required_scopes).
    #[must_use]
    pub fn required_scopes(
        mut self,
        required_scopes: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        self.required_scopes = Some(required_scopes.into_iter().map(Into::into).collect());
        self
    }
}
