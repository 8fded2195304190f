// Written by `cargo xtask generate` from the references of the service `web-server`. Do not edit.

//! The service's client.

use taskcluster_core::{ApiClient, Call, DefaultClient};

use super::endpoints;

/// Stands behind the web pages of Taskcluster. Few of its methods are meant for programs.
///
/// The methods here make profiles that show where tasks have spent their time. A profile is a JSON
/// document in the format of the Firefox Profiler, which can load and draw it.
///
/// Today's servers only.
///
/// # Methods
///
/// | Category | Methods |
/// |---|---|
/// | Profiles | [`task_group_profile`](Self::task_group_profile), [`task_profile`](Self::task_profile) |
/// | Health | [`ping`](Self::ping), [`lbheartbeat`](Self::lbheartbeat), [`version`](Self::version), [`heartbeat`](Self::heartbeat) |
#[derive(Clone, Debug)]
pub struct WebServer<C = DefaultClient> {
    pub(crate) client: C,
}

impl<C: ApiClient> WebServer<C> {
    /// The service as this client reaches it. Clients are cheap to clone and share their
    /// connections.
    pub fn new(client: &C) -> Self {
        Self {
            client: client.clone(),
        }
    }
}

impl<C> WebServer<C> {
    /// The client through which the service is reached.
    pub fn client(&self) -> &C {
        &self.client
    }
}

impl<C> AsRef<C> for WebServer<C> {
    /// The client through which the service is reached.
    fn as_ref(&self) -> &C {
        &self.client
    }
}

/// # Profiles
impl<C: ApiClient> WebServer<C> {
    /// Returns a profile of a task group: which of its tasks ran when.
    ///
    /// The answer is a JSON document in the format of the Firefox Profiler, which
    /// profiler.firefox.com shows. It shows the group as it is now, so a group whose tasks still
    /// run gives a different profile later. The call changes nothing. Large groups make large
    /// answers.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /task-group/<taskGroupId>/profile`, web-server API v1
    /// * Scopes: none
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_web_server::{WebServer};
    /// # let web_server = WebServer::new(&Client::from_env()?);
    /// let answer = web_server.task_group_profile("fN1SbArXTPSVFNUvaOlinQ").send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "taskGroupProfile")]
    pub fn task_group_profile(
        &self,
        task_group_id: &str,
    ) -> Call<C, taskcluster_core::json::Value> {
        Call::untyped(
            &self.client,
            &endpoints::TASK_GROUP_PROFILE,
            &[task_group_id],
        )
    }

    /// Returns a profile of a task, made from its log.
    ///
    /// The answer is a JSON document in the format of the Firefox Profiler, which
    /// profiler.firefox.com shows: the lines of the log on a line of time. The call changes
    /// nothing.
    ///
    /// Fails with 404 when there is no such task, or when its log cannot be fetched: there is none
    /// yet, or it has expired. The message says which.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /task/<taskId>/profile`, web-server API v1
    /// * Scopes: none
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_web_server::{WebServer};
    /// # let web_server = WebServer::new(&Client::from_env()?);
    /// let answer = web_server.task_profile("fN1SbArXTPSVFNUvaOlinQ").send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "taskProfile")]
    pub fn task_profile(&self, task_id: &str) -> Call<C, taskcluster_core::json::Value> {
        Call::untyped(&self.client, &endpoints::TASK_PROFILE, &[task_id])
    }
}

/// # Health
impl<C: ApiClient> WebServer<C> {
    /// Answers with success while the web server is up.
    ///
    /// It takes no credentials and looks at no other service.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /ping`, web-server API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_web_server::{WebServer};
    /// # let web_server = WebServer::new(&Client::from_env()?);
    /// web_server.ping().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn ping(&self) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::PING, &[])
    }

    /// Answers with success as soon as the web server service can take requests.
    ///
    /// Made for load balancers, which ask it often. It takes no credentials and answers an empty
    /// object. Deployments of 2018 have `ping` for this.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /__lbheartbeat__`, web-server API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_web_server::{WebServer};
    /// # let web_server = WebServer::new(&Client::from_env()?);
    /// let answer = web_server.lbheartbeat().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn lbheartbeat(&self) -> Call<C, taskcluster_core::Heartbeat> {
        Call::json(&self.client, &endpoints::LBHEARTBEAT, &[])
    }

    /// Tells which version of Taskcluster the web server service runs.
    ///
    /// The answer names the release, the commit that was built, and where the source code and the
    /// build are to be found. A build made by hand leaves some of these empty, and `version` need
    /// not be a number then. It takes no credentials.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /__version__`, web-server API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_web_server::{WebServer};
    /// # let web_server = WebServer::new(&Client::from_env()?);
    /// let answer = web_server.version().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn version(&self) -> Call<C, taskcluster_core::Version> {
        Call::json(&self.client, &endpoints::VERSION, &[])
    }

    /// Answers with success while the web server service is in working order.
    ///
    /// Made for monitoring. It takes no credentials and answers an empty object. Deployments of
    /// 2018 have `ping` for this.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /__heartbeat__`, web-server API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_web_server::{WebServer};
    /// # let web_server = WebServer::new(&Client::from_env()?);
    /// let answer = web_server.heartbeat().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn heartbeat(&self) -> Call<C, taskcluster_core::Heartbeat> {
        Call::json(&self.client, &endpoints::HEARTBEAT, &[])
    }
}
