//! Secrets by type, read once.

use std::any::type_name;
use std::collections::HashMap;
use std::error::Error as StdError;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde::de::DeserializeOwned;
use taskcluster_core::ApiClient;
use taskcluster_secrets::Secrets;
use taskcluster_secrets::types::Secret;
use time::OffsetDateTime;

use crate::caller::Caller;
use crate::error::{Error, Result};
use crate::job::Job;

/// Secrets as types of yours. Each is read once, and kept until it expires or is
/// [forgotten](Self::forget).
///
/// Cheap to clone; clones share what was read.
///
/// ```no_run
/// use serde::Deserialize;
/// use taskcluster_core::Client;
/// use taskcluster_tools::SecretStore;
///
/// #[derive(Deserialize)]
/// struct Config {
///     url: String,
///     token: String,
/// }
///
/// let client = Client::from_env()?;
/// let secrets = SecretStore::new(&client);
/// let config: Config = secrets.load("project/app/config").send()?;
/// # Ok::<(), taskcluster_tools::Error>(())
/// ```
pub struct SecretStore<C> {
    secrets: Secrets<C>,
    kept: Arc<Mutex<HashMap<String, Secret>>>,
}

/// Why a secret could not be had. It never shows what the secret holds.
#[derive(Debug)]
#[non_exhaustive]
pub struct SecretError {
    /// The secret's name.
    pub name: String,
    /// What is the matter.
    pub problem: SecretProblem,
}

/// What is the matter with a secret.
#[derive(Debug)]
#[non_exhaustive]
pub enum SecretProblem {
    /// There is no such secret, or it has expired.
    Absent,
    /// The caller has not the scope `secrets:get:<name>`. Whether the secret is there is not told.
    Forbidden,
    /// It cannot be read as the type, which is named.
    Unreadable(&'static str),
}

impl<C: Caller> SecretStore<C> {
    /// A store that has read nothing.
    pub fn new(client: &C) -> Self {
        Self {
            secrets: Secrets::new(client),
            kept: Arc::default(),
        }
    }

    /// Reads a secret, or gives what was read before and has not expired.
    ///
    /// The job fails with [`Error::Secret`] where the secret is absent, forbidden or of another form.
    pub fn load<T: DeserializeOwned + 'static>(&self, name: &str) -> Job<C, T> {
        let (store, name) = (self.clone(), name.to_owned());
        Job::new(move || async move { store.read(&name).await })
    }

    /// Forgets a secret, so that it is read again when it is next asked for.
    pub fn forget(&self, name: &str) {
        self.kept().remove(name);
    }

    async fn read<T: DeserializeOwned>(&self, name: &str) -> Result<T> {
        let now = OffsetDateTime::now_utc();
        let kept = self
            .kept()
            .get(name)
            .filter(|kept| kept.expires > now)
            .cloned();
        let secret = match kept {
            Some(secret) => secret,
            None => {
                let secret = self.fetch(name).await?;
                self.kept().insert(name.to_owned(), secret.clone());
                secret
            }
        };
        // What serde says of a value repeats it.
        let read = T::deserialize(secret.secret);
        read.map_err(|_| failed(name, SecretProblem::Unreadable(type_name::<T>())))
    }

    async fn fetch(&self, name: &str) -> Result<Secret> {
        C::fetch(self.secrets.get(name)).await.map_err(|e| {
            // A secret that was read before is not there any more.
            self.forget(name);
            match e.status() {
                _ if e.is_gone() => failed(name, SecretProblem::Absent),
                Some(403) => failed(name, SecretProblem::Forbidden),
                _ => e.into(),
            }
        })
    }

    fn kept(&self) -> MutexGuard<'_, HashMap<String, Secret>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn failed(name: &str, problem: SecretProblem) -> Error {
    let name = name.to_owned();
    Error::Secret(SecretError { name, problem })
}

impl<C: Clone> Clone for SecretStore<C> {
    fn clone(&self) -> Self {
        Self {
            secrets: self.secrets.clone(),
            kept: Arc::clone(&self.kept),
        }
    }
}

impl<C: ApiClient> fmt::Debug for SecretStore<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SecretStore").finish_non_exhaustive()
    }
}

impl fmt::Display for SecretError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = &self.name;
        match &self.problem {
            SecretProblem::Absent => write!(f, "there is no secret {name:?}, or it has expired"),
            SecretProblem::Forbidden => {
                write!(
                    f,
                    "the secret {name:?} may not be read: it takes the scope secrets:get:{name}"
                )
            }
            SecretProblem::Unreadable(wanted) => {
                write!(f, "the secret {name:?} cannot be read as {wanted}")
            }
        }
    }
}

impl StdError for SecretError {}
