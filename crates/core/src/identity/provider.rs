//! Where credentials come from that do not last.

use std::error::Error as StdError;
#[cfg(feature = "async")]
use std::pin::Pin;

use time::{Duration, OffsetDateTime};

use crate::answer::error::CredentialsError;
use crate::identity::credentials::Credentials;

/// Why a provider has no credentials to give: an error of any type.
///
/// The error of a call that failed for it has it as its [`source`](StdError::source). The words of an
/// [`Error`](crate::Error) and of a [`CredentialsError`](crate::CredentialsError) stand in that error's own
/// text, too; those of other types do not, since they may repeat a secret.
pub type ProviderError = Box<dyn StdError + Send + Sync>;

/// What a provider gives: credentials, and when to ask it for others.
///
/// Temporary credentials are asked for anew before their certificate ends, and need no such time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provided {
    pub(crate) credentials: Credentials,
    pub(crate) ask_again: Option<OffsetDateTime>,
}

impl Provided {
    /// Credentials that are used until their certificate ends; without one, until a server refuses them.
    pub fn new(credentials: Credentials) -> Self {
        Self {
            credentials,
            ask_again: None,
        }
    }

    /// Has the provider asked again from this time on, by the first attempt of a call that is made then. A
    /// time that has passed has it asked before each attempt, for which it should be quick.
    #[must_use]
    pub fn ask_again(mut self, from: OffsetDateTime) -> Self {
        self.ask_again = Some(from);
        self
    }
}

impl From<Credentials> for Provided {
    fn from(credentials: Credentials) -> Self {
        Self::new(credentials)
    }
}

/// Gives a client credentials, again and again; see
/// [`ClientBuilder::provider`](crate::ClientBuilder::provider).
///
/// It is asked
///
/// * before the first call,
/// * when what it gave ends within the client's
///   [margin](crate::ClientBuilder::renew_before), or from the time on that it [named](Provided::ask_again),
/// * when a server has refused what it gave (`AuthenticationFailed`), once per call: if it gives others
///   then, the call is tried again.
///
/// However many threads or tasks call, it is asked once at a time: meanwhile others go on with what is still
/// valid, or wait. If it fails, calls go on with what is valid and ask it again after a pause; without such
/// credentials, all calls that wait for it fail with its error.
///
/// It must not call through the client that asks it.
///
/// [`Credentials`] are the provider of themselves, and a function is one:
///
/// ```
/// use taskcluster_core::{Client, Credentials, Provided, ProviderError};
/// use time::OffsetDateTime;
///
/// fn from_vault(now: OffsetDateTime) -> Result<Provided, ProviderError> {
///     let json = r#"{"clientId": "project/ci/builder", "accessToken": "t0ken-0f-22-ch4r5-or-more"}"#;
///     let credentials: Credentials = serde_json::from_str(json)?;
///     Ok(Provided::new(credentials).ask_again(now + time::Duration::hours(1)))
/// }
///
/// let client = Client::builder("https://tc.example.com").provider(from_vault).build()?;
/// # Ok::<(), taskcluster_core::Error>(())
/// ```
pub trait CredentialsProvider: Send + Sync {
    /// Credentials for calls from now on. `now` is the server's time, as far as the client knows it.
    ///
    /// # Errors
    /// There are none to be had.
    fn provide(&self, now: OffsetDateTime) -> Result<Provided, ProviderError>;
}

impl<F> CredentialsProvider for F
where
    F: Fn(OffsetDateTime) -> Result<Provided, ProviderError> + Send + Sync,
{
    fn provide(&self, now: OffsetDateTime) -> Result<Provided, ProviderError> {
        self(now)
    }
}

impl CredentialsProvider for Credentials {
    fn provide(&self, _now: OffsetDateTime) -> Result<Provided, ProviderError> {
        Ok(self.clone().into())
    }
}

/// A [`CredentialsProvider`] that has to wait for something; see
/// [`ClientBuilder::async_provider`](crate::ClientBuilder::async_provider).
///
/// One that is under way when the call that asked is given up is dropped; another call asks then.
#[cfg(feature = "async")]
pub trait AsyncCredentialsProvider: Send + Sync {
    /// See [`CredentialsProvider::provide`].
    fn provide(&self, now: OffsetDateTime) -> Providing<'_>;
}

#[cfg(feature = "async")]
type Providing<'a> = Pin<Box<dyn Future<Output = Result<Provided, ProviderError>> + Send + 'a>>;

#[cfg(feature = "async")]
impl<F, G> AsyncCredentialsProvider for F
where
    F: Fn(OffsetDateTime) -> G + Send + Sync,
    G: Future<Output = Result<Provided, ProviderError>> + Send + 'static,
{
    fn provide(&self, now: OffsetDateTime) -> Providing<'_> {
        Box::pin(self(now))
    }
}

/// Temporary credentials that permanent ones vouch for, made anew before each ends: a client with them has no
/// more than some of the scopes, and what it gives away ends soon. Nothing is sent for it.
///
/// ```
/// use std::time::Duration;
/// use taskcluster_core::{Client, Credentials, TemporaryProvider};
///
/// let permanent = Credentials::new("project/ci/builder", "t0ken-0f-22-ch4r5-or-more");
/// let temporary = TemporaryProvider::new(permanent, Duration::from_secs(3600))
///     .scopes(["queue:create-task:*"])
///     .named("project/ci/builder/night");
/// let client = Client::builder("https://tc.example.com").provider(temporary).build()?;
/// # Ok::<(), taskcluster_core::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct TemporaryProvider {
    issuer: Credentials,
    lifetime: std::time::Duration,
    scopes: Vec<String>,
    name: Option<String>,
}

impl TemporaryProvider {
    /// Credentials of the issuer that last so long each: 31 days at most.
    pub fn new(issuer: Credentials, lifetime: std::time::Duration) -> Self {
        Self {
            issuer,
            lifetime,
            scopes: Vec::new(),
            name: None,
        }
    }

    /// Grants scopes, in addition to those already granted. Without any, the credentials can do what an
    /// anonymous caller can.
    #[must_use]
    pub fn scopes<S: Into<String>>(mut self, scopes: impl IntoIterator<Item = S>) -> Self {
        self.scopes.extend(scopes.into_iter().map(Into::into));
        self
    }

    /// Gives the credentials a client ID of their own; see [`Temporary::named`](crate::Temporary::named).
    #[must_use]
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }
}

impl CredentialsProvider for TemporaryProvider {
    fn provide(&self, now: OffsetDateTime) -> Result<Provided, ProviderError> {
        let lifetime = Duration::try_from(self.lifetime).unwrap_or(Duration::MAX);
        let expiry = now.checked_add(lifetime).ok_or_else(|| {
            CredentialsError::new("temporary credentials cannot last longer than 31 days")
        })?;
        let made = self.issuer.temporary(now, expiry).scopes(&self.scopes);
        let made = match &self.name {
            Some(name) => made.named(name),
            None => made.unnamed(),
        };
        Ok(made?.into())
    }
}
