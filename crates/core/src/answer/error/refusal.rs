//! What is refused before anything is sent.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;

use super::Error;

/// Credentials, certificates, scopes of credentials, or the environment's options are wrong, or a provider
/// has no credentials to give. What the provider said is behind [`source`](StdError::source).
#[derive(Clone)]
pub struct CredentialsError {
    problem: String,
    /// Shared, since all calls that wait for a provider fail with its error.
    source: Option<Arc<dyn StdError + Send + Sync>>,
}

impl CredentialsError {
    /// A refusal of your own, as of a [`CredentialsProvider`](crate::CredentialsProvider). The text ends up
    /// in the errors of calls, so it must not have a secret in it.
    pub fn new(problem: impl Into<String>) -> Self {
        Self {
            problem: problem.into(),
            source: None,
        }
    }

    /// A provider has failed.
    pub(crate) fn provider(source: Box<dyn StdError + Send + Sync>) -> Self {
        let mut problem = "the provider of credentials failed".to_owned();
        // What other errors say may repeat a secret.
        if let Some(error) = source.downcast_ref::<Self>() {
            problem += &format!(": {error}");
        } else if let Some(error) = source.downcast_ref::<Error>() {
            problem += &format!(": {error}");
        }
        Self {
            problem,
            source: Some(source.into()),
        }
    }

    /// The same as the error of a call.
    pub(crate) fn of(self, method: &str) -> Self {
        Self {
            problem: format!("{method}: {}", self.problem),
            source: self.source,
        }
    }

    /// Whether what is behind it may pass.
    pub(super) fn is_retryable(&self) -> bool {
        let source = self.source.as_deref();
        let error = source.and_then(|source| source.downcast_ref::<Error>());
        error.is_some_and(Error::is_retryable)
    }
}

impl StdError for CredentialsError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}

/// Errors are the same where they say the same.
impl PartialEq for CredentialsError {
    fn eq(&self, other: &Self) -> bool {
        self.problem == other.problem
    }
}

impl Eq for CredentialsError {}

impl fmt::Display for CredentialsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.problem)
    }
}

impl fmt::Debug for CredentialsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CredentialsError")
            .field("problem", &self.problem)
            .finish()
    }
}

/// A request, or a client, that cannot be built as asked. Nothing was sent.
#[derive(Clone, PartialEq, Eq)]
pub struct RequestError(pub(super) Box<Refusal>);

#[derive(Clone, PartialEq, Eq)]
pub(super) struct Refusal {
    pub(super) method: String,
    problem: String,
}

impl RequestError {
    /// A refusal of your own, as of a [`Transport`](crate::Transport) that cannot keep a setting.
    pub fn new(problem: impl Into<String>) -> Self {
        Self(Box::new(Refusal {
            method: String::new(),
            problem: problem.into(),
        }))
    }

    pub(crate) fn of(method: &str, problem: impl Into<String>) -> Self {
        Self(Box::new(Refusal {
            method: method.to_owned(),
            problem: problem.into(),
        }))
    }
}

impl fmt::Display for RequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.0.method.is_empty() {
            write!(f, "{}: ", self.0.method)?;
        }
        f.write_str(&self.0.problem)
    }
}

impl fmt::Debug for RequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("RequestError");
        if !self.0.method.is_empty() {
            debug.field("method", &self.0.method);
        }
        debug.field("problem", &self.0.problem).finish()
    }
}
