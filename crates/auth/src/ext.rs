//! What the references cannot express.

use std::time::SystemTime;

use taskcluster_core::hawk::Target;
use taskcluster_core::{ApiClient, Call, slugid};

use crate::Auth;
use crate::types::{
    AuthenticateHawkRequest, AuthenticateHawkRequestRequired, AuthenticateHawkResponse, HttpMethod,
};

impl<C: ApiClient> Auth<C> {
    /// Asks whether the credentials of this client work, and what they allow.
    ///
    /// A call of a method that needs no scopes does not tell: with a wrong access token it is the call
    /// of an anonymous caller, and succeeds. This one has the service judge a signature by
    /// [`authenticate_hawk`](Self::authenticate_hawk), and it says what is wrong: an unknown client,
    /// another token, an end that has passed. No scopes are needed.
    ///
    /// ```no_run
    /// use taskcluster_auth::{Auth, types::AuthenticateHawkResponse};
    /// use taskcluster_core::Client;
    ///
    /// let auth = Auth::new(&Client::from_env()?);
    /// match auth.check_credentials().send()? {
    ///     AuthenticateHawkResponse::AuthSuccess(caller) => {
    ///         println!("{} until {}: {:?}", caller.client_id, caller.expires, caller.scopes);
    ///     }
    ///     AuthenticateHawkResponse::AuthFailed(why) => println!("refused: {}", why.message),
    ///     other => println!("{other:?}"),
    /// }
    /// # Ok::<(), taskcluster_core::Error>(())
    /// ```
    ///
    /// * Request: `POST /authenticate-hawk`, auth API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// # Errors
    /// A client without credentials has nothing to be judged: every verb of the call says so.
    #[doc(alias = "authenticateHawk")]
    pub fn check_credentials(&self) -> Call<C, AuthenticateHawkResponse> {
        // Of a request that is sent to nobody.
        let target = Target {
            method: "GET",
            resource: "/",
            host: "credentials.invalid",
            port: 443,
        };
        let signed =
            self.client
                .session()
                .authorization(&target, SystemTime::now(), &slugid::nice());
        let request = AuthenticateHawkRequest::new(AuthenticateHawkRequestRequired {
            method: HttpMethod::Get,
            resource: target.resource.to_owned(),
            host: target.host.to_owned(),
            port: target.port.into(),
        });
        match signed {
            Some(signed) => self.authenticate_hawk(&request.authorization(signed)),
            None => self
                .authenticate_hawk(&request)
                .refused("this client has no credentials that could be checked"),
        }
    }
}
