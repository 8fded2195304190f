//! Options from the environment.

use std::fmt;

use time::OffsetDateTime;

use crate::answer::error::{CredentialsError, RequestError, Result};
use crate::client::builder::ClientBuilder;
use crate::identity::certificate::Certificate;
use crate::identity::credentials::Credentials;
use crate::identity::provider::{CredentialsProvider, Provided, ProviderError};
use crate::identity::text::check_copied;
use crate::request::root_url::RootUrl;

/// What the environment, or a configuration file of yours, says of the deployment and the caller:
/// texts that are not yet judged.
///
/// | variable | field |
/// |---|---|
/// | `TASKCLUSTER_ROOT_URL` | [`root_url`](Self::root_url) |
/// | `TASKCLUSTER_CLIENT_ID` | [`client_id`](Self::client_id) |
/// | `TASKCLUSTER_ACCESS_TOKEN` | [`access_token`](Self::access_token) |
/// | `TASKCLUSTER_CERTIFICATE` | [`certificate`](Self::certificate) |
/// | `TASKCLUSTER_PROXY_URL` | [`proxy_url`](Self::proxy_url) |
///
/// An empty variable counts as unset.
///
/// ```
/// use taskcluster_core::Options;
///
/// let defaults = Options { root_url: Some("https://tc.example.com".into()), ..Options::default() };
/// let client = Options::from_env().or(defaults).builder()?.build()?;
/// # Ok::<(), taskcluster_core::Error>(())
/// ```
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// The root URL of the deployment.
    pub root_url: Option<String>,
    /// The client ID.
    pub client_id: Option<String>,
    /// The access token: a secret.
    pub access_token: Option<String>,
    /// The JSON text of the certificate of temporary credentials.
    pub certificate: Option<String>,
    /// Where taskcluster-proxy signs the requests of a task; used where no credentials are set.
    pub proxy_url: Option<String>,
}

impl Options {
    /// Reads the process's environment.
    pub fn from_env() -> Self {
        Self::from_lookup(|name| Some(std::env::var_os(name)?.to_string_lossy().into_owned()))
    }

    /// Reads variables from wherever they are kept.
    pub fn from_lookup(lookup: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name| lookup(name).filter(|value| !value.is_empty());
        Self {
            root_url: set("TASKCLUSTER_ROOT_URL"),
            client_id: set("TASKCLUSTER_CLIENT_ID"),
            access_token: set("TASKCLUSTER_ACCESS_TOKEN"),
            certificate: set("TASKCLUSTER_CERTIFICATE"),
            proxy_url: set("TASKCLUSTER_PROXY_URL"),
        }
    }

    /// Fills what is unset from other options.
    #[must_use]
    pub fn or(self, defaults: Self) -> Self {
        Self {
            root_url: self.root_url.or(defaults.root_url),
            client_id: self.client_id.or(defaults.client_id),
            access_token: self.access_token.or(defaults.access_token),
            certificate: self.certificate.or(defaults.certificate),
            proxy_url: self.proxy_url.or(defaults.proxy_url),
        }
    }

    /// The credentials; `None` where none are set.
    ///
    /// # Errors
    /// Client ID and access token do not come as a pair, one of them has a line break, white space,
    /// a quotation mark or a byte order mark at an end, or the certificate cannot be read.
    pub fn credentials(&self) -> Result<Option<Credentials>> {
        let missing = |what: &str, given: &str| {
            let problem = format!(
                "{given} is set and {what} is not: set both, or neither for unsigned requests"
            );
            Err(CredentialsError::new(problem).into())
        };
        let (id, token) = ("TASKCLUSTER_CLIENT_ID", "TASKCLUSTER_ACCESS_TOKEN");
        for (name, value) in [(id, &self.client_id), (token, &self.access_token)] {
            check_copied(name, value.as_deref().unwrap_or_default())?;
        }
        let credentials = match (&self.client_id, &self.access_token) {
            (Some(client_id), Some(token)) => Credentials::new(client_id, token),
            (Some(_), None) => return missing(token, id),
            (None, Some(_)) => return missing(id, token),
            (None, None) if self.certificate.is_some() => {
                return missing(&format!("{id} with {token}"), "TASKCLUSTER_CERTIFICATE");
            }
            (None, None) => return Ok(None),
        };
        match &self.certificate {
            Some(json) => Ok(Some(
                credentials.with_certificate(Certificate::parse(json)?),
            )),
            None => Ok(Some(credentials)),
        }
    }

    /// Begins a client by these options.
    ///
    /// With credentials it signs requests to the root URL. Without, it sends unsigned requests:
    /// to the proxy where one is set, which signs them, and to the root URL otherwise.
    ///
    /// # Errors
    /// Neither root URL nor, for unsigned requests, a proxy is set, or it is no such URL; or the
    /// credentials are wrong.
    pub fn builder(self) -> Result<ClientBuilder> {
        let credentials = self.credentials()?;
        let proxy = self.proxy_url.filter(|_| credentials.is_none());
        let proxy = proxy.map(|url| ("TASKCLUSTER_PROXY_URL", url));
        let root = self.root_url.map(|url| ("TASKCLUSTER_ROOT_URL", url));
        let (variable, root) = proxy.or(root).ok_or_else(|| {
            CredentialsError::new(
                "no deployment is named: set TASKCLUSTER_ROOT_URL, such as \
                 https://taskcluster.example.com",
            )
        })?;
        root.parse::<RootUrl>()
            .map_err(|e| RequestError::new(format!("{variable}: {e}")))?;
        let builder = ClientBuilder::new(root);
        Ok(match credentials {
            Some(credentials) => builder.credentials(credentials),
            None => builder,
        })
    }
}

/// The credentials of the process's environment as a provider, which reads them whenever it is asked: for programs
/// that change their own environment, and beside other providers.
#[derive(Clone, Copy, Debug, Default)]
pub struct EnvironmentProvider;

impl CredentialsProvider for EnvironmentProvider {
    fn provide(&self, _now: OffsetDateTime) -> Result<Provided, ProviderError> {
        let credentials = Options::from_env().credentials()?;
        let credentials = credentials.ok_or_else(|| {
            CredentialsError::new("TASKCLUSTER_CLIENT_ID and TASKCLUSTER_ACCESS_TOKEN are not set")
        })?;
        Ok(credentials.into())
    }
}

impl ClientBuilder {
    /// Begins with what the environment says; see [`Options::from_env`].
    ///
    /// # Errors
    /// A variable is missing, or wrong; the error says which.
    pub fn from_env() -> Result<Self> {
        Options::from_env().builder()
    }
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Options")
            .field("client_id", &self.client_id)
            .field("access_token", &self.access_token.as_ref().map(|_| ".."))
            .field("certificate", &self.certificate.as_ref().map(|_| ".."))
            .finish_non_exhaustive()
    }
}
