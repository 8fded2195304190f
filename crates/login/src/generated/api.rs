// Written by `cargo xtask generate` from the references of the service `login`. Do not edit.

//! The service's client.

use taskcluster_core::{ApiClient, Call, DefaultClient};

use super::endpoints;
use super::types;

/// Exchanges the proof of identity that a person got elsewhere for Taskcluster credentials.
///
/// A login provider such as Auth0 establishes who somebody is. This service takes the resulting
/// token, looks up the person's profile and groups, and issues temporary Taskcluster credentials
/// that carry the scopes of that person. Web interfaces and command line tools use it to sign their
/// users in. Programs that run on their own have clients of the auth service instead.
///
/// Until 2019.
///
/// # Methods
///
/// | Category | Methods |
/// |---|---|
/// | Login | [`oidc_credentials`](Self::oidc_credentials) |
/// | Health | [`ping`](Self::ping) |
#[derive(Clone, Debug)]
pub struct Login<C = DefaultClient> {
    pub(crate) client: C,
}

impl<C: ApiClient> Login<C> {
    /// The service as this client reaches it. Clients are cheap to clone and share their
    /// connections.
    pub fn new(client: &C) -> Self {
        Self {
            client: client.clone(),
        }
    }
}

impl<C> Login<C> {
    /// The client through which the service is reached.
    pub fn client(&self) -> &C {
        &self.client
    }
}

impl<C> AsRef<C> for Login<C> {
    /// The client through which the service is reached.
    fn as_ref(&self) -> &C {
        &self.client
    }
}

/// # Login
impl<C: ApiClient> Login<C> {
    /// Exchanges an OpenID Connect access token for Taskcluster credentials.
    ///
    /// The call is not signed with Taskcluster credentials. It identifies the person by an
    /// `access_token` of the login provider, in an HTTP header of the form `Authorization: Bearer
    /// <access_token>`. This is the header that otherwise carries the signature, so make the call
    /// with a client that has no Taskcluster credentials and to which you can give this header. The
    /// `provider` is the name under which the deployment has configured the login provider, such as
    /// `mozilla-auth0`.
    ///
    /// The service verifies the token, fetches the person's profile from the provider, and returns
    /// credentials with the scopes that the person has according to it. They may be temporary
    /// credentials with a `certificate`, or credentials without one; pass on whichever parts you
    /// get.
    ///
    /// The credentials are short-lived, a matter of minutes. Watch `expires` and call again to get
    /// new ones, as long as the `access_token` is good. Each call issues credentials of its own.
    /// The answer contains secrets.
    ///
    /// Fails with 400 if the provider is not known, or if the token is not valid or belongs to
    /// nobody who may log in. The message leaves out the details, which are in the logs of the
    /// service.
    ///
    /// Until 2019.
    ///
    /// * Request: `GET /oidc-credentials/<provider>`, login API v1
    /// * Scopes: none
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_login::{Login};
    /// # let login = Login::new(&Client::from_env()?);
    /// let answer = login.oidc_credentials("github").send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "oidcCredentials")]
    pub fn oidc_credentials(&self, provider: &str) -> Call<C, types::OidcCredentialsResponse> {
        Call::json(&self.client, &endpoints::OIDC_CREDENTIALS, &[provider])
    }
}

/// # Health
impl<C: ApiClient> Login<C> {
    /// Succeeds when the login service is up.
    ///
    /// It does not touch any login provider, so logging in may still fail.
    ///
    /// Until 2019.
    ///
    /// * Request: `GET /ping`, login API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_login::{Login};
    /// # let login = Login::new(&Client::from_env()?);
    /// login.ping().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn ping(&self) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::PING, &[])
    }
}
