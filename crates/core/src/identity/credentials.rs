//! Credentials: who calls.

use std::fmt;

use serde::{Deserialize, Deserializer, de::Error as _};
use serde_json::Value;

use crate::answer::error::CredentialsError;
use crate::identity::certificate::Certificate;
use crate::identity::text::check_copied;

/// A client ID with its access token and, for temporary credentials, the certificate.
///
/// Nothing is sent when credentials are made; use `auth.currentScopes` to see what they can do.
/// `Debug` shows the client ID alone. There is no `Serialize`, so that a token leaves a program
/// only where the program asks for [`access_token`](Self::access_token).
///
/// ```
/// use taskcluster_core::Credentials;
///
/// let credentials = Credentials::new("project/ci/builder", "t0ken-0f-22-ch4r5-or-more");
/// assert_eq!(format!("{credentials:?}"), r#"Credentials("project/ci/builder")"#);
///
/// // The form in which the queue hands a task's credentials to a worker.
/// let json = r#"{"clientId": "task-client/abc", "accessToken": "…"}"#;
/// let from_json: Credentials = serde_json::from_str(json)?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Credentials {
    client_id: String,
    access_token: String,
    certificate: Option<Certificate>,
}

impl Credentials {
    /// Permanent credentials.
    pub fn new(client_id: impl Into<String>, access_token: impl Into<String>) -> Self {
        Self {
            client_id: client_id.into(),
            access_token: access_token.into(),
            certificate: None,
        }
    }

    /// The same with the certificate that makes them temporary credentials.
    #[must_use]
    pub fn with_certificate(mut self, certificate: Certificate) -> Self {
        self.certificate = Some(certificate);
        self
    }

    /// The client ID; for named temporary credentials, their name.
    pub fn client_id(&self) -> &str {
        &self.client_id
    }

    /// The access token: a secret.
    pub fn access_token(&self) -> &str {
        &self.access_token
    }

    /// The certificate of temporary credentials.
    pub fn certificate(&self) -> Option<&Certificate> {
        self.certificate.as_ref()
    }

    /// Refuses texts of which the server would say no more than that a signature is wrong.
    pub(crate) fn check_texts(&self) -> Result<(), CredentialsError> {
        check_copied("the client ID", &self.client_id)?;
        check_copied("the access token", &self.access_token)
    }

    /// Reads the members of a JSON object. What is wrong is said without a value: serde would
    /// repeat it.
    fn from_json(json: &Value) -> Result<Self, CredentialsError> {
        let text = |name: &str| {
            json.get(name).and_then(Value::as_str).ok_or_else(|| {
                CredentialsError::new(format!(
                    "credentials are a JSON object with \"clientId\" and \"accessToken\", and \
                     {name:?} is not there as a text"
                ))
            })
        };
        let credentials = Self::new(text("clientId")?, text("accessToken")?);
        // Without their limits, they would be credentials that can do more.
        if json.get("authorizedScopes").is_some_and(|it| !it.is_null()) {
            return Err(CredentialsError::new(
                "\"authorizedScopes\" limits a client and is no part of credentials: take it out, \
                 and give the scopes to `ClientBuilder::authorized_scopes`",
            ));
        }
        let certificate = match json.get("certificate") {
            None | Some(Value::Null) => return Ok(credentials),
            Some(Value::String(text)) if text.is_empty() => return Ok(credentials),
            Some(Value::String(text)) => Certificate::parse(text)?,
            Some(object) => Certificate::parse(&object.to_string())?,
        };
        Ok(credentials.with_certificate(certificate))
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Credentials").field(&self.client_id).finish()
    }
}

impl<'de> Deserialize<'de> for Credentials {
    /// Reads `{clientId, accessToken, certificate?}`; the certificate as an object, as its JSON
    /// text, or as `null` or `""` for none. `authorizedScopes` is refused: it limits a client, and
    /// is for [`ClientBuilder::authorized_scopes`](crate::ClientBuilder::authorized_scopes). No
    /// error repeats a value.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = Value::deserialize(deserializer)?;
        Self::from_json(&json).map_err(D::Error::custom)
    }
}
