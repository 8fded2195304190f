//! Credentials: who calls.

use std::fmt;

use serde::{Deserialize, Deserializer};

use crate::identity::certificate::Certificate;

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
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Credentials").field(&self.client_id).finish()
    }
}

impl<'de> Deserialize<'de> for Credentials {
    /// Reads `{clientId, accessToken, certificate?}`; the certificate as an object, as its JSON
    /// text, or as `null` or `""` for none.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        use serde::de::Error as _;

        #[derive(Deserialize)]
        #[serde(rename_all = "camelCase")]
        struct Parts {
            client_id: String,
            access_token: String,
            #[serde(default)]
            certificate: serde_json::Value,
        }
        let parts = Parts::deserialize(deserializer)?;
        let text = match parts.certificate {
            serde_json::Value::Null => String::new(),
            serde_json::Value::String(text) => text,
            object => object.to_string(),
        };
        let credentials = Self::new(parts.client_id, parts.access_token);
        if text.is_empty() {
            return Ok(credentials);
        }
        let certificate = Certificate::parse(&text).map_err(D::Error::custom)?;
        Ok(credentials.with_certificate(certificate))
    }
}
