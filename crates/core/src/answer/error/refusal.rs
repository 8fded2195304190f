//! What is refused before anything is sent.

use std::fmt;

/// Credentials, certificates, scopes of credentials, or the environment's options are wrong.
#[derive(Clone, PartialEq, Eq)]
pub struct CredentialsError(String);

impl CredentialsError {
    pub(crate) fn new(problem: impl Into<String>) -> Self {
        Self(problem.into())
    }
}

impl fmt::Display for CredentialsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for CredentialsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CredentialsError")
            .field("problem", &self.0)
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
