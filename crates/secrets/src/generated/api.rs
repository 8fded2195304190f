// Written by `cargo xtask generate` from the references of the service `secrets`. Do not edit.

//! The service's client.

use taskcluster_core::{ApiClient, Call, DefaultClient};

use super::endpoints;
use super::types;

/// Stores small confidential values under names, and hands them to callers with the right scopes.
///
/// A secret is a JSON object with a name and an expiration time. Typical uses are passwords and
/// keys that tasks need to publish their results: an administrator stores the secret, and the task
/// is given the scope to read it. Names usually have parts separated by slashes, such as
/// `project/web/deploy-key`, so that one scope with a star can cover a group of them.
///
/// After its expiration a secret can no longer be read, and the service deletes it some time later.
///
/// # Methods
///
/// | Category | Methods |
/// |---|---|
/// | Secrets | [`set`](Self::set), [`remove`](Self::remove), [`get`](Self::get), [`list`](Self::list) |
/// | Health | [`ping`](Self::ping), [`lbheartbeat`](Self::lbheartbeat), [`version`](Self::version), [`heartbeat`](Self::heartbeat) |
#[derive(Clone, Debug)]
pub struct Secrets<C = DefaultClient> {
    pub(crate) client: C,
}

impl<C: ApiClient> Secrets<C> {
    /// The service as this client reaches it. Clients are cheap to clone and share their
    /// connections.
    pub fn new(client: &C) -> Self {
        Self {
            client: client.clone(),
        }
    }
}

impl<C> Secrets<C> {
    /// The client through which the service is reached.
    pub fn client(&self) -> &C {
        &self.client
    }
}

impl<C> AsRef<C> for Secrets<C> {
    /// The client through which the service is reached.
    fn as_ref(&self) -> &C {
        &self.client
    }
}

/// # Secrets
impl<C: ApiClient> Secrets<C> {
    /// Stores a secret under a name, replacing the one that may be there.
    ///
    /// Value and expiration are replaced as a whole, nothing is merged, and former values are not
    /// kept. To add a field to a secret, get it, change the object and set it again; two callers
    /// who do so at the same time overwrite each other without an error. Setting the same value
    /// again is fine, also to give it a later expiration.
    ///
    /// The `name` may contain slashes, and is not confidential itself. Values are meant to be
    /// small: keys, passwords, short configuration files.
    ///
    /// * Request: `PUT /secret/<name>`, secrets API v1
    /// * Scopes: `secrets:set:<name>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_core::from_now::from_now;
    /// # use taskcluster_core::json::Value;
    /// # use taskcluster_secrets::{Secrets, types::*};
    /// # let secrets = Secrets::new(&Client::from_env()?);
    /// let payload = Secret::new(
    ///     Value::from_iter([("token", "a-secret")]),
    ///     from_now("1 day")?,
    /// );
    /// secrets.set("project/app/token", &payload).send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn set(&self, name: &str, payload: &types::Secret) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::SET, &[name]).payload(payload)
    }

    /// Deletes a secret for good.
    ///
    /// It can be set again under the same name later. If there is no secret of this name, older
    /// deployments answer 404 and newer ones report success, so a caller who only wants it gone can
    /// treat 404 as success, also after a retry.
    ///
    /// * Request: `DELETE /secret/<name>`, secrets API v1
    /// * Scopes: `secrets:set:<name>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_secrets::{Secrets};
    /// # let secrets = Secrets::new(&Client::from_env()?);
    /// secrets.remove("project/app/token").send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn remove(&self, name: &str) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::REMOVE, &[name])
    }

    /// Returns the value of a secret and when it expires.
    ///
    /// A caller without the scope for this `name` gets 403, whether or not the secret exists. With
    /// the scope, a `name` that is not set gets 404. A secret that has expired gets 410 while the
    /// service still holds it, and 404 after that; newer deployments always answer 404.
    ///
    /// The answer contains the secret. Keep it out of logs and error messages.
    ///
    /// * Request: `GET /secret/<name>`, secrets API v1
    /// * Scopes: `secrets:get:<name>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_secrets::{Secrets};
    /// # let secrets = Secrets::new(&Client::from_env()?);
    /// let answer = secrets.get("project/app/token").send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn get(&self, name: &str) -> Call<C, types::Secret> {
        Call::json(&self.client, &endpoints::GET, &[name])
    }

    /// Lists the names of all secrets, page by page, without their values.
    ///
    /// The names are not filtered by what the caller may read, and in deployments of 2018 anyone
    /// who can reach the service sees them, so a name should reveal nothing confidential. Today's
    /// deployments ask for the scope `secrets:list-secrets`. Expired secrets may be listed until
    /// the service deletes them.
    ///
    /// One answer holds at most 1000 names, and fewer if you give a smaller `limit`. A page may
    /// hold fewer, or none at all, although more follow. The listing is complete only when an
    /// answer comes without `continuationToken`; until then call again with the token of the
    /// previous answer.
    ///
    /// * Request: `GET /secrets`, secrets API v1
    /// * Scopes: `secrets:list-secrets`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_secrets::{Secrets};
    /// # let secrets = Secrets::new(&Client::from_env()?);
    /// for item in secrets.list().items() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn list(&self) -> Call<C, types::SecretList> {
        Call::json(&self.client, &endpoints::LIST, &[])
    }
}

/// # Health
impl<C: ApiClient> Secrets<C> {
    /// Succeeds when the secrets service is up.
    ///
    /// It reads no secret and checks no credentials.
    ///
    /// * Request: `GET /ping`, secrets API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_secrets::{Secrets};
    /// # let secrets = Secrets::new(&Client::from_env()?);
    /// secrets.ping().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn ping(&self) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::PING, &[])
    }

    /// Answers with success as soon as the Secrets service can take requests.
    ///
    /// Made for load balancers, which ask it often. It takes no credentials and answers an empty
    /// object. Deployments of 2018 have `ping` for this.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /__lbheartbeat__`, secrets API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_secrets::{Secrets};
    /// # let secrets = Secrets::new(&Client::from_env()?);
    /// let answer = secrets.lbheartbeat().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn lbheartbeat(&self) -> Call<C, taskcluster_core::Heartbeat> {
        Call::json(&self.client, &endpoints::LBHEARTBEAT, &[])
    }

    /// Tells which version of Taskcluster the Secrets service runs.
    ///
    /// The answer names the release, the commit that was built, and where the source code and the
    /// build are to be found. A build made by hand leaves some of these empty, and `version` need
    /// not be a number then. It takes no credentials.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /__version__`, secrets API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_secrets::{Secrets};
    /// # let secrets = Secrets::new(&Client::from_env()?);
    /// let answer = secrets.version().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn version(&self) -> Call<C, taskcluster_core::Version> {
        Call::json(&self.client, &endpoints::VERSION, &[])
    }

    /// Answers with success while the Secrets service is in working order.
    ///
    /// Made for monitoring. It takes no credentials and answers an empty object. Deployments of
    /// 2018 have `ping` for this.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /__heartbeat__`, secrets API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_secrets::{Secrets};
    /// # let secrets = Secrets::new(&Client::from_env()?);
    /// let answer = secrets.heartbeat().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn heartbeat(&self) -> Call<C, taskcluster_core::Heartbeat> {
        Call::json(&self.client, &endpoints::HEARTBEAT, &[])
    }
}
