// Written by `cargo xtask generate` from the references of the service `purge-cache`. Do not edit.

//! The service's client.

use taskcluster_core::{ApiClient, Call, DefaultClient};

use super::calls;
use super::endpoints;
use super::types;

/// Tells workers to throw away caches that have gone bad.
///
/// Workers keep named caches on disk (checkouts, package downloads, compiler caches) and mount them
/// into one task after another. When such a cache is corrupt or outdated, a purge request names it:
/// all caches with the name `cacheName`, on all workers of one pool, that were created before the
/// time of the request. Caches made later are not affected.
///
/// Workers fetch the requests for their kind with `purgeRequests`, usually before they start a
/// task. So a purge takes effect at the next task of each worker, not at once, and leaves running
/// tasks alone. A request is kept for about a day; by then every worker of the kind should have
/// seen it or have been replaced.
///
/// A worker pool has a name of two parts. Today's API takes it as one argument, `workerPoolId`,
/// with a slash between the parts, such as `proj/linux`; that of 2018 takes the parts as
/// `provisionerId` and `workerType`. They mean the same.
///
/// # Methods
///
/// | Category | Methods |
/// |---|---|
/// | Requests | [`purge_cache`](Self::purge_cache), [`all_purge_requests`](Self::all_purge_requests), [`purge_requests`](Self::purge_requests) |
/// | Health | [`ping`](Self::ping), [`lbheartbeat`](Self::lbheartbeat), [`version`](Self::version), [`heartbeat`](Self::heartbeat) |
#[derive(Clone, Debug)]
pub struct PurgeCache<C = DefaultClient> {
    pub(crate) client: C,
}

impl<C: ApiClient> PurgeCache<C> {
    /// The service as this client reaches it. Clients are cheap to clone and share their
    /// connections.
    pub fn new(client: &C) -> Self {
        Self {
            client: client.clone(),
        }
    }
}

impl<C> PurgeCache<C> {
    /// The client through which the service is reached.
    pub fn client(&self) -> &C {
        &self.client
    }
}

impl<C> AsRef<C> for PurgeCache<C> {
    /// The client through which the service is reached.
    fn as_ref(&self) -> &C {
        &self.client
    }
}

/// # Requests
impl<C: ApiClient> PurgeCache<C> {
    /// Asks all workers of one pool to discard a cache by name.
    ///
    /// All caches called `cacheName` that exist now on workers of the pool are to go. The pool's
    /// `workerPoolId` is its provisioner and worker type with a slash between them, such as
    /// `proj/linux`; each half has 1 to 38 characters. The call only records the wish, stamped with
    /// the current time; workers act on it when they next ask, and nothing reports back when they
    /// have done so. The worker's configuration and the task definitions determine what cache names
    /// there are. A name that no worker has is not an error.
    ///
    /// Repeating the call is harmless: there is one request per cache name and worker pool, and its
    /// `before` moves to the time of the latest call, from which the day it is kept counts anew.
    ///
    /// * Request: `POST /purge-cache/<provisionerId>/<workerType>`, purge-cache API v1
    /// * Scopes: `purge-cache:<provisionerId>/<workerType>:<cacheName>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_purge_cache::{PurgeCache, types::*};
    /// # let purge_cache = PurgeCache::new(&Client::from_env()?);
    /// let payload = PurgeCacheRequest::new("checkouts");
    /// purge_cache.purge_cache("proj-app", "linux", &payload).send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "purgeCache")]
    pub fn purge_cache(
        &self,
        provisioner_id: &str,
        worker_type: &str,
        payload: &types::PurgeCacheRequest,
    ) -> Call<C, ()> {
        Call::empty(
            &self.client,
            &endpoints::PURGE_CACHE,
            &[provisioner_id, worker_type],
        )
        .payload(payload)
    }

    /// [`purge_cache`](Self::purge_cache) with both words of the name of a task queue or worker
    /// pool as one: its `taskQueueId` or `workerPoolId`, `provisionerId/workerType`.
    ///
    /// All servers that have the method take it, since the request is the same. A text of another
    /// form is an error, and nothing is sent.
    #[doc(alias = "purgeCache")]
    pub fn purge_cache_in(
        &self,
        task_queue_id: &str,
        payload: &types::PurgeCacheRequest,
    ) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::PURGE_CACHE, &[task_queue_id]).payload(payload)
    }

    /// Lists the open purge requests of all worker pools.
    ///
    /// Made for people who want an overview. Workers use `purgeRequests`, which is limited to their
    /// pool and cheaper for the service.
    ///
    /// A page holds at most 1000 requests, or `limit` if that is less. It may hold fewer, or none,
    /// and still carry a `continuationToken`. On the last page the token is missing or an empty
    /// string.
    ///
    /// * Request: `GET /purge-cache/list`, purge-cache API v1
    /// * Scopes: `purge-cache:all-purge-requests`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_purge_cache::{PurgeCache};
    /// # let purge_cache = PurgeCache::new(&Client::from_env()?);
    /// for item in purge_cache.all_purge_requests().items() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "allPurgeRequests")]
    pub fn all_purge_requests(&self) -> Call<C, types::AllPurgeCacheRequestList> {
        Call::json(&self.client, &endpoints::ALL_PURGE_REQUESTS, &[])
    }

    /// Lists the open purge requests that concern one worker pool, named by its `workerPoolId` such
    /// as `proj/linux`.
    ///
    /// A worker calls this before it mounts caches for a task, and deletes each cache with one of
    /// these names that it created before the `before` of that request. With `since` (a date and
    /// time, such as `2018-12-05T16:00:00Z`) only requests from that time on are listed; a worker
    /// can give the time of its previous call there. Without it, all open requests are listed.
    ///
    /// The service remembers the list for a short time to keep the call cheap, so a request made
    /// seconds ago may still be missing. Let `since` overlap with the previous call by a few
    /// minutes. An unknown worker pool gives an empty list, not an error.
    ///
    /// * Request: `GET /purge-cache/<provisionerId>/<workerType>`, purge-cache API v1
    /// * Scopes: `purge-cache:purge-requests::<provisionerId>/<workerType>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_purge_cache::{PurgeCache};
    /// # let purge_cache = PurgeCache::new(&Client::from_env()?);
    /// let answer = purge_cache.purge_requests("proj-app", "linux").send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "purgeRequests")]
    pub fn purge_requests(
        &self,
        provisioner_id: &str,
        worker_type: &str,
    ) -> calls::PurgeRequests<C> {
        Call::json(
            &self.client,
            &endpoints::PURGE_REQUESTS,
            &[provisioner_id, worker_type],
        )
        .into()
    }

    /// [`purge_requests`](Self::purge_requests) with both words of the name of a task queue or
    /// worker pool as one: its `taskQueueId` or `workerPoolId`, `provisionerId/workerType`.
    ///
    /// All servers that have the method take it, since the request is the same. A text of another
    /// form is an error, and nothing is sent.
    #[doc(alias = "purgeRequests")]
    pub fn purge_requests_in(&self, task_queue_id: &str) -> calls::PurgeRequests<C> {
        Call::json(&self.client, &endpoints::PURGE_REQUESTS, &[task_queue_id]).into()
    }
}

/// # Health
impl<C: ApiClient> PurgeCache<C> {
    /// Answers with success while the Purge Cache service is up.
    ///
    /// It looks at neither credentials nor stored requests.
    ///
    /// * Request: `GET /ping`, purge-cache API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_purge_cache::{PurgeCache};
    /// # let purge_cache = PurgeCache::new(&Client::from_env()?);
    /// purge_cache.ping().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn ping(&self) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::PING, &[])
    }

    /// Answers with success as soon as the Purge Cache service can take requests.
    ///
    /// Made for load balancers, which ask it often. It takes no credentials and answers an empty
    /// object. Deployments of 2018 have `ping` for this.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /__lbheartbeat__`, purge-cache API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_purge_cache::{PurgeCache};
    /// # let purge_cache = PurgeCache::new(&Client::from_env()?);
    /// let answer = purge_cache.lbheartbeat().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn lbheartbeat(&self) -> Call<C, taskcluster_core::Heartbeat> {
        Call::json(&self.client, &endpoints::LBHEARTBEAT, &[])
    }

    /// Tells which version of Taskcluster the Purge Cache service runs.
    ///
    /// The answer names the release, the commit that was built, and where the source code and the
    /// build are to be found. A build made by hand leaves some of these empty, and `version` need
    /// not be a number then. It takes no credentials.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /__version__`, purge-cache API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_purge_cache::{PurgeCache};
    /// # let purge_cache = PurgeCache::new(&Client::from_env()?);
    /// let answer = purge_cache.version().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn version(&self) -> Call<C, taskcluster_core::Version> {
        Call::json(&self.client, &endpoints::VERSION, &[])
    }

    /// Answers with success while the Purge Cache service is in working order.
    ///
    /// Made for monitoring. It takes no credentials and answers an empty object. Deployments of
    /// 2018 have `ping` for this.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /__heartbeat__`, purge-cache API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_purge_cache::{PurgeCache};
    /// # let purge_cache = PurgeCache::new(&Client::from_env()?);
    /// let answer = purge_cache.heartbeat().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn heartbeat(&self) -> Call<C, taskcluster_core::Heartbeat> {
        Call::json(&self.client, &endpoints::HEARTBEAT, &[])
    }
}
