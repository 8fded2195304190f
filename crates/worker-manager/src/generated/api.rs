// Written by `cargo xtask generate` from the references of the service `worker-manager`. Do not edit.

//! The service's client.

use taskcluster_core::{ApiClient, Call, DefaultClient};

use super::calls;
use super::endpoints;
use super::types;

/// Looks after the workers of a deployment: starts them where they are needed, gives them their
/// credentials and removes them.
///
/// A **worker pool** is a set of workers that do the same kind of work. Its name, the
/// `workerPoolId`, has the form `provisionerId/workerType` and is at the same time the name of the
/// queue's task queue from which the workers take their tasks. In a path, the slash within it is
/// written `%2F`.
///
/// A **provider** is what runs the workers of a pool. The administrators of a deployment set
/// providers up; a pool names one by its `providerId`. The type of the provider decides what the
/// `config` of the pool looks like. With a cloud provider, of the types `aws`, `azure` and
/// `google`, the service watches how many tasks are pending and starts machines for them, within
/// the limits that the pool sets. With the type `static`, machines are run by somebody else, and
/// each of them is recorded with `createWorker`.
///
/// A **launch config** is one way to start workers of a pool, such as a kind of machine in a
/// certain region. They are part of the `config` of pools with a cloud provider. The service keeps
/// those that have been taken out of the definition too, as archived ones, while it starts no more
/// workers from them.
///
/// A **worker** is named by its pool, its `workerGroup` and its `workerId`. One that a cloud
/// provider starts is `requested` until it registers, `running` from then on, `stopping` while it
/// is shut down and `stopped` in the end. On start-up it calls `registerWorker`, without
/// credentials but with a proof of its identity which depends on the provider, and gets temporary
/// credentials, with which it can call `claimWork` of the queue. Before they run out it gets new
/// ones from `reregisterWorker`.
///
/// **Errors**, met with when workers are started or reported by workers themselves, are recorded
/// for each pool. Changes of pools, launch configs and workers are announced over Pulse.
///
/// Methods that involve a provider fail with 503 and the code `ProviderSetupFailed` while that
/// provider could not be set up, for instance because its cloud cannot be reached; they can be
/// repeated later. Reading takes scopes as well, which a deployment may grant to everybody through
/// the role `anonymous`.
///
/// Today's servers only.
///
/// # Methods
///
/// | Category | Methods |
/// |---|---|
/// | Providers | [`list_providers`](Self::list_providers) |
/// | Worker pools | [`create_worker_pool`](Self::create_worker_pool), [`update_worker_pool`](Self::update_worker_pool), [`delete_worker_pool`](Self::delete_worker_pool), [`list_worker_pool_launch_configs`](Self::list_worker_pool_launch_configs), [`worker_pool_stats`](Self::worker_pool_stats), [`worker_pool`](Self::worker_pool), [`list_worker_pools`](Self::list_worker_pools), [`list_worker_pools_stats`](Self::list_worker_pools_stats), [`worker_pool_error_stats`](Self::worker_pool_error_stats), [`list_worker_pool_errors`](Self::list_worker_pool_errors) |
/// | For workers | [`report_worker_error`](Self::report_worker_error), [`should_worker_terminate`](Self::should_worker_terminate), [`register_worker`](Self::register_worker), [`reregister_worker`](Self::reregister_worker) |
/// | Workers | [`list_workers_for_worker_group`](Self::list_workers_for_worker_group), [`worker`](Self::worker), [`create_worker`](Self::create_worker), [`update_worker`](Self::update_worker), [`remove_worker`](Self::remove_worker), [`list_workers_for_worker_pool`](Self::list_workers_for_worker_pool), [`list_workers`](Self::list_workers), [`get_worker`](Self::get_worker) |
/// | Health | [`ping`](Self::ping), [`lbheartbeat`](Self::lbheartbeat), [`version`](Self::version), [`heartbeat`](Self::heartbeat) |
#[derive(Clone, Debug)]
pub struct WorkerManager<C = DefaultClient> {
    pub(crate) client: C,
}

impl<C: ApiClient> WorkerManager<C> {
    /// The service as this client reaches it. Clients are cheap to clone and share their
    /// connections.
    pub fn new(client: &C) -> Self {
        Self {
            client: client.clone(),
        }
    }
}

impl<C> WorkerManager<C> {
    /// The client through which the service is reached.
    pub fn client(&self) -> &C {
        &self.client
    }
}

impl<C> AsRef<C> for WorkerManager<C> {
    /// The client through which the service is reached.
    fn as_ref(&self) -> &C {
        &self.client
    }
}

/// # Providers
impl<C: ApiClient> WorkerManager<C> {
    /// Lists the providers which worker pools can use.
    ///
    /// Each comes with its type, which decides what the `config` of a pool has to look like.
    /// `null-provider`, which stands in pools that wait to be deleted, is not listed.
    ///
    /// The list comes in pages, of at most `limit` entries if that is given. A page that is not the
    /// last has a `continuationToken`: pass it to the next call, with the other arguments
    /// unchanged, and stop at the page without one.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /providers`, worker-manager API v1
    /// * Scopes: `worker-manager:list-providers`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_worker_manager::{WorkerManager};
    /// # let worker_manager = WorkerManager::new(&Client::from_env()?);
    /// for item in worker_manager.list_providers().items() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "listProviders")]
    pub fn list_providers(&self) -> Call<C, types::ProviderList> {
        Call::json(&self.client, &endpoints::LIST_PROVIDERS, &[])
    }
}

/// # Worker pools
impl<C: ApiClient> WorkerManager<C> {
    /// Creates a worker pool.
    ///
    /// With a cloud provider, workers may be started from now on. With the type `static`, go on
    /// with `createWorker`. A message goes out to the exchange `worker-pool-created`.
    ///
    /// **The name.** The part of `workerPoolId` before the slash has 1 to 38 letters, digits, `-`
    /// or `_`. The part after it has 1 to 38 lower-case letters, digits or `-`, begins with a
    /// letter and does not end in `-`. A name is also what scopes of workers and tasks refer to, so
    /// who may create pools under which names is a matter of permissions.
    ///
    /// **The configuration.** For the type `static`, `config` may be empty, and has `workerConfig`
    /// and `lifecycle` at most. For the types `aws`, `azure` and `google` it needs `minCapacity`,
    /// `maxCapacity` and `launchConfigs`, each of which says where machines are started and what
    /// they are like.
    ///
    /// **Repeating.** Calling again with the same definition is safe and answers with the pool as
    /// it is. With another definition it fails with 409; use `updateWorkerPool` then.
    ///
    /// Besides the scope for the pool, the caller needs `worker-manager:provider:<providerId>`.
    ///
    /// Returns the pool; the figures about workers in it are not filled in. Fails with 400 if the
    /// name is not of the form above, there is no such provider, or the `config` is not what the
    /// type of the provider asks for. The message of the error then tells what is wrong with it.
    ///
    /// Today's servers only.
    ///
    /// * Request: `PUT /worker-pool/<workerPoolId>`, worker-manager API v1
    /// * Scopes: `worker-manager:manage-worker-pool:<workerPoolId>` and
    ///   `worker-manager:provider:<providerId>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_core::json::Value;
    /// # use taskcluster_worker_manager::{WorkerManager, types::*};
    /// # let worker_manager = WorkerManager::new(&Client::from_env()?);
    /// let payload = CreateWorkerPoolRequest::new(CreateWorkerPoolRequestRequired {
    ///     provider_id: "static".into(),
    ///     description: "Runs the tests".into(),
    ///     config: Value::from_iter([("key", "value")]),
    ///     owner: "me@example.com".into(),
    ///     email_on_error: false,
    /// });
    /// let answer = worker_manager.create_worker_pool("proj-app/linux", &payload).send()?;
    /// println!("{}", answer.provider_id);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "createWorkerPool")]
    pub fn create_worker_pool(
        &self,
        worker_pool_id: &str,
        payload: &types::CreateWorkerPoolRequest,
    ) -> Call<C, types::WorkerPoolFull> {
        Call::json(
            &self.client,
            &endpoints::CREATE_WORKER_POOL,
            &[worker_pool_id],
        )
        .payload(payload)
    }

    /// Replaces the definition of a worker pool.
    ///
    /// Send it whole: nothing of the definition before is kept. There is no guard against two
    /// callers who change the pool at the same time; the later one wins. Workers that run already
    /// are not changed by this. Launch configs that are no longer mentioned are archived, and the
    /// service may then advise their workers, through `shouldWorkerTerminate`, to shut down.
    ///
    /// The pool can be moved to another provider by its `providerId`; workers of the provider
    /// before remain with that one. Setting it to `null-provider` is how a pool is deleted, see
    /// `deleteWorkerPool`, and setting it back to another is how it is kept after all.
    ///
    /// Besides the scope for the pool, the caller needs `worker-manager:provider:<providerId>` for
    /// the new `providerId`. A message goes out to the exchange `worker-pool-updated`. Repeating
    /// the call is harmless.
    ///
    /// Returns the pool; the figures about workers in it are not filled in. Fails with 404 if there
    /// is no such pool, and with 400 if there is no such provider, the `config` is not what the
    /// type of the provider asks for, or the payload names another pool than the path.
    ///
    /// Today's servers only.
    ///
    /// * Request: `POST /worker-pool/<workerPoolId>`, worker-manager API v1
    /// * Scopes: `worker-manager:manage-worker-pool:<workerPoolId>` and
    ///   `worker-manager:provider:<providerId>`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_core::json::Value;
    /// # use taskcluster_worker_manager::{WorkerManager, types::*};
    /// # let worker_manager = WorkerManager::new(&Client::from_env()?);
    /// let payload = UpdateWorkerPoolRequest::new(UpdateWorkerPoolRequestRequired {
    ///     provider_id: "static".into(),
    ///     description: "Runs the tests".into(),
    ///     config: Value::from_iter([("key", "value")]),
    ///     owner: "me@example.com".into(),
    ///     email_on_error: false,
    /// });
    /// let answer = worker_manager.update_worker_pool("proj-app/linux", &payload).send()?;
    /// println!("{}", answer.provider_id);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "updateWorkerPool")]
    pub fn update_worker_pool(
        &self,
        worker_pool_id: &str,
        payload: &types::UpdateWorkerPoolRequest,
    ) -> Call<C, types::WorkerPoolFull> {
        Call::json(
            &self.client,
            &endpoints::UPDATE_WORKER_POOL,
            &[worker_pool_id],
        )
        .payload(payload)
    }

    /// Marks a worker pool for deletion, by setting its `providerId` to `null-provider`.
    ///
    /// No workers are started for the pool any more, and when those it has are gone the service
    /// removes it. Until then it can still be read, and `updateWorkerPool` can give it another
    /// provider to keep it. Unlike there, no scope for the provider is needed. A message goes out
    /// to the exchange `worker-pool-updated`.
    ///
    /// Returns the pool; the figures about workers in it are not filled in. Repeating the call is
    /// harmless while the pool exists. Fails with 404 if there is no such pool.
    ///
    /// Today's servers only.
    ///
    /// * Request: `DELETE /worker-pool/<workerPoolId>`, worker-manager API v1
    /// * Scopes: `worker-manager:manage-worker-pool:<workerPoolId>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_worker_manager::{WorkerManager};
    /// # let worker_manager = WorkerManager::new(&Client::from_env()?);
    /// let answer = worker_manager.delete_worker_pool("proj-app/linux").send()?;
    /// println!("{}", answer.provider_id);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "deleteWorkerPool")]
    pub fn delete_worker_pool(&self, worker_pool_id: &str) -> Call<C, types::WorkerPoolFull> {
        Call::json(
            &self.client,
            &endpoints::DELETE_WORKER_POOL,
            &[worker_pool_id],
        )
    }

    /// Lists the launch configs of a worker pool.
    ///
    /// With `includeArchived` set to `true`, those are listed too that are no longer in the
    /// definition of the pool; workers and errors may still refer to them. A pool whose provider
    /// takes no launch configs, such as one of the type `static`, has none.
    ///
    /// The list comes in pages, of at most `limit` entries if that is given. A page that is not the
    /// last has a `continuationToken`: pass it to the next call, with the other arguments
    /// unchanged, and stop at the page without one.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /worker-pool/<workerPoolId>/launch-configs`, worker-manager API v1
    /// * Scopes: `worker-manager:get-worker-pool:<workerPoolId>`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_worker_manager::{WorkerManager};
    /// # let worker_manager = WorkerManager::new(&Client::from_env()?);
    /// for item in worker_manager.list_worker_pool_launch_configs("proj-app/linux").items() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "listWorkerPoolLaunchConfigs")]
    pub fn list_worker_pool_launch_configs(
        &self,
        worker_pool_id: &str,
    ) -> calls::ListWorkerPoolLaunchConfigs<C> {
        Call::json(
            &self.client,
            &endpoints::LIST_WORKER_POOL_LAUNCH_CONFIGS,
            &[worker_pool_id],
        )
        .into()
    }

    /// Tells how many workers a worker pool has in each state and how many tasks they can run at
    /// once, for each of its launch configs.
    ///
    /// Workers that come from no launch config are counted under the name `unknown`; a pool without
    /// launch configs has that one entry. The figures of the pool as a whole are in the answer of
    /// `workerPool`.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /worker-pool/<workerPoolId>/stats`, worker-manager API v1
    /// * Scopes: `worker-manager:get-worker-pool:<workerPoolId>`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_worker_manager::{WorkerManager};
    /// # let worker_manager = WorkerManager::new(&Client::from_env()?);
    /// let answer = worker_manager.worker_pool_stats("proj-app/linux").send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "workerPoolStats")]
    pub fn worker_pool_stats(&self, worker_pool_id: &str) -> Call<C, types::WorkerPoolStats> {
        Call::json(
            &self.client,
            &endpoints::WORKER_POOL_STATS,
            &[worker_pool_id],
        )
    }

    /// Returns the definition of a worker pool, with figures about its workers.
    ///
    /// A pool that was marked for deletion is found as long as it has workers, with the
    /// `providerId` `null-provider`.
    ///
    /// Fails with 404 if there is no such pool.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /worker-pool/<workerPoolId>`, worker-manager API v1
    /// * Scopes: `worker-manager:get-worker-pool:<workerPoolId>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_worker_manager::{WorkerManager};
    /// # let worker_manager = WorkerManager::new(&Client::from_env()?);
    /// let answer = worker_manager.worker_pool("proj-app/linux").send()?;
    /// println!("{}", answer.provider_id);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "workerPool")]
    pub fn worker_pool(&self, worker_pool_id: &str) -> Call<C, types::WorkerPoolFull> {
        Call::json(&self.client, &endpoints::WORKER_POOL, &[worker_pool_id])
    }

    /// Lists the worker pools of the deployment, each with its definition.
    ///
    /// The figures about workers in the entries are not filled in: they are 0 whatever a pool has.
    /// `listWorkerPoolsStats` returns them.
    ///
    /// The list comes in pages, of at most `limit` entries if that is given. A page that is not the
    /// last has a `continuationToken`: pass it to the next call, with the other arguments
    /// unchanged, and stop at the page without one.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /worker-pools`, worker-manager API v1
    /// * Scopes: `worker-manager:list-worker-pools`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_worker_manager::{WorkerManager};
    /// # let worker_manager = WorkerManager::new(&Client::from_env()?);
    /// for item in worker_manager.list_worker_pools().items() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "listWorkerPools")]
    pub fn list_worker_pools(&self) -> Call<C, types::WorkerPoolList> {
        Call::json(&self.client, &endpoints::LIST_WORKER_POOLS, &[])
    }

    /// Tells for each worker pool how many workers it has in each state, and how many tasks they
    /// can run at once.
    ///
    /// The pools are those of `listWorkerPools`, without their definitions. For the figures of one
    /// pool by launch config, use `workerPoolStats`.
    ///
    /// The list comes in pages, of at most `limit` entries if that is given. A page that is not the
    /// last has a `continuationToken`: pass it to the next call, with the other arguments
    /// unchanged, and stop at the page without one.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /worker-pools/stats`, worker-manager API v1
    /// * Scopes: `worker-manager:list-worker-pools`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_worker_manager::{WorkerManager};
    /// # let worker_manager = WorkerManager::new(&Client::from_env()?);
    /// for item in worker_manager.list_worker_pools_stats().items() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "listWorkerPoolsStats")]
    pub fn list_worker_pools_stats(&self) -> Call<C, types::WorkerPoolListStats> {
        Call::json(&self.client, &endpoints::LIST_WORKER_POOLS_STATS, &[])
    }

    /// Tells how many errors there are, by day and hour, by what they are and by where they come
    /// from.
    ///
    /// Give `workerPoolId` in the query for the errors of one pool; leave it out for those of all
    /// pools. The days are the last seven and the hours the last 24, the current ones included.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /worker-pool-errors/stats`, worker-manager API v1
    /// * Scopes: `worker-manager:list-worker-pool-errors:<workerPoolId>`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_worker_manager::{WorkerManager};
    /// # let worker_manager = WorkerManager::new(&Client::from_env()?);
    /// let answer = worker_manager.worker_pool_error_stats().send()?;
    /// println!("{}", answer.worker_pool_id);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "workerPoolErrorStats")]
    pub fn worker_pool_error_stats(&self) -> calls::WorkerPoolErrorStats<C> {
        Call::json(&self.client, &endpoints::WORKER_POOL_ERROR_STATS, &[]).into()
    }

    /// Lists the errors of a worker pool.
    ///
    /// With `launchConfigId` in the query only those are listed that are about that launch config,
    /// with `errorId` only that error.
    ///
    /// The list comes in pages, of at most `limit` entries if that is given. A page that is not the
    /// last has a `continuationToken`: pass it to the next call, with the other arguments
    /// unchanged, and stop at the page without one.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /worker-pool-errors/<workerPoolId>`, worker-manager API v1
    /// * Scopes: `worker-manager:list-worker-pool-errors:<workerPoolId>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_worker_manager::{WorkerManager};
    /// # let worker_manager = WorkerManager::new(&Client::from_env()?);
    /// for item in worker_manager.list_worker_pool_errors("proj-app/linux").items() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "listWorkerPoolErrors")]
    pub fn list_worker_pool_errors(&self, worker_pool_id: &str) -> calls::ListWorkerPoolErrors<C> {
        Call::json(
            &self.client,
            &endpoints::LIST_WORKER_POOL_ERRORS,
            &[worker_pool_id],
        )
        .into()
    }
}

/// # For workers
impl<C: ApiClient> WorkerManager<C> {
    /// Records an error of a worker among those of its pool.
    ///
    /// It is meant for workers, which use their own credentials, to tell of trouble that those who
    /// look after the pool should know: that they cannot start properly, say, or that their
    /// configuration is wrong. Errors of tasks do not belong here. If the pool asks for it, the
    /// error is also sent to its owner by email.
    ///
    /// Whoever may list the errors of the pool can read it, and a deployment may allow that to
    /// everybody. Keep secrets out.
    ///
    /// Returns the error as it was recorded, with the `errorId` it has got and the worker's names
    /// added to `extra`. The call is not idempotent: repeating it records another error. Fails with
    /// 404 if there is no such pool.
    ///
    /// Today's servers only.
    ///
    /// * Request: `POST /worker-pool-errors/<workerPoolId>`, worker-manager API v1
    /// * Scopes: `assume:worker-pool:<workerPoolId>` and
    ///   `assume:worker-id:<workerGroup>/<workerId>`
    /// * Stability: stable
    /// * Repeating: does harm, so tried again only where the server certainly did not act
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_core::json::Value;
    /// # use taskcluster_worker_manager::{WorkerManager, types::*};
    /// # let worker_manager = WorkerManager::new(&Client::from_env()?);
    /// let payload = ReportWorkerErrorRequest::new(ReportWorkerErrorRequestRequired {
    ///     worker_group: "us-west-2".into(),
    ///     worker_id: "i-0123456789abcdef0".into(),
    ///     kind: "boot-error".into(),
    ///     title: "A worker did not start".into(),
    ///     description: "Runs the tests".into(),
    ///     extra: Value::from_iter([("key", "value")]),
    /// });
    /// let answer = worker_manager.report_worker_error("proj-app/linux", &payload).send()?;
    /// println!("{}", answer.worker_pool_id);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "reportWorkerError")]
    pub fn report_worker_error(
        &self,
        worker_pool_id: &str,
        payload: &types::ReportWorkerErrorRequest,
    ) -> Call<C, types::WorkerPoolError> {
        Call::json(
            &self.client,
            &endpoints::REPORT_WORKER_ERROR,
            &[worker_pool_id],
        )
        .payload(payload)
    }

    /// Tells a worker whether the service can do without it.
    ///
    /// A worker calls it from time to time, when it is between tasks, and shuts down if `terminate`
    /// is `true`. It is advice: nobody enforces it. Reasons for it are that the pool has more
    /// workers than the pending tasks need, where older workers are the first to go, and that the
    /// launch config of the worker was archived.
    ///
    /// The credentials from `registerWorker` allow the call. The service decides in rounds;
    /// `terminate` is `false`, and the `reason` is `none`, as long as it has not decided about the
    /// worker.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /workers/<workerPoolId>/<workerGroup>/<workerId>/should-terminate`,
    ///   worker-manager API v1
    /// * Scopes: `worker-manager:should-worker-terminate:<workerPoolId>/<workerGroup>/<workerId>`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_worker_manager::{WorkerManager};
    /// # let worker_manager = WorkerManager::new(&Client::from_env()?);
    /// let answer = worker_manager
    ///     .should_worker_terminate("proj-app/linux", "us-west-2", "i-0123456789abcdef0")
    ///     .send()?;
    /// println!("{}", answer.reason);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "shouldWorkerTerminate")]
    pub fn should_worker_terminate(
        &self,
        worker_pool_id: &str,
        worker_group: &str,
        worker_id: &str,
    ) -> Call<C, types::ShouldWorkerTerminateResponse> {
        Call::json(
            &self.client,
            &endpoints::SHOULD_WORKER_TERMINATE,
            &[worker_pool_id, worker_group, worker_id],
        )
    }

    /// Gives a worker its credentials, in exchange for a proof of what it is.
    ///
    /// A worker calls it once when it starts, without credentials. The `workerIdentityProof` takes
    /// their place: an identity document or token that the cloud gives out on the machine, or the
    /// secret that was given to `createWorker`. The worker has to be known to the service already.
    /// One that was `requested` becomes `running`, and a message goes out to the exchange
    /// `worker-running`.
    ///
    /// **The credentials** are temporary. They allow claiming tasks of the pool as this worker,
    /// reading the secret `worker-pool:<workerPoolId>`, reporting errors, asking whether to
    /// terminate, removing itself and calling `reregisterWorker`, and they carry the role
    /// `worker-pool:<workerPoolId>`, by which a deployment can give more to the workers of a pool.
    /// Hand none of this to tasks.
    ///
    /// **Renewing.** Before `expires`, call `reregisterWorker` with the `secret` from the answer.
    ///
    /// **Repeating.** Each call issues other credentials and another secret; only the latest secret
    /// works. A worker of the type `static` can register as often as it likes. A cloud provider may
    /// refuse a worker which has registered before.
    ///
    /// Proof, credentials and secret are secrets. Fails with 404 if there is no such pool, provider
    /// or worker. Fails with 400 if the proof does not hold, the worker has expired, or the pool or
    /// the worker belongs to another provider. It fails with 503 while the provider is not set up.
    ///
    /// Today's servers only.
    ///
    /// * Request: `POST /worker/register`, worker-manager API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_worker_manager::{WorkerManager, types::*};
    /// # let worker_manager = WorkerManager::new(&Client::from_env()?);
    /// let payload = RegisterWorkerRequest::new(RegisterWorkerRequestRequired {
    ///     worker_pool_id: "proj-app/linux".into(),
    ///     provider_id: "static".into(),
    ///     worker_group: "us-west-2".into(),
    ///     worker_id: "i-0123456789abcdef0".into(),
    ///     worker_identity_proof: WorkerIdentityProof::GoogleProof(GoogleProof::new(
    ///         "token",
    ///     )),
    /// });
    /// let answer = worker_manager.register_worker(&payload).send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "registerWorker")]
    pub fn register_worker(
        &self,
        payload: &types::RegisterWorkerRequest,
    ) -> Call<C, types::RegisterWorkerResponse> {
        Call::json(&self.client, &endpoints::REGISTER_WORKER, &[]).payload(payload)
    }

    /// Gives a registered worker new credentials before those it has run out.
    ///
    /// The `secret` is the one from the latest answer to `registerWorker` or to this method. It is
    /// used up: the answer has another for the next time. The new credentials hold for the
    /// `reregistrationTimeout` of the pool, and a cloud provider lets the machine live that much
    /// longer; one that does not call in time is removed.
    ///
    /// **Repeating.** The call is not idempotent. If its answer is lost, the secret is gone as
    /// well, and the worker has to register afresh, if its provider allows that.
    ///
    /// Fails with 400 if the secret is not the latest one, and also if there is no such worker or
    /// it has not registered; the error does not tell which.
    ///
    /// Today's servers only.
    ///
    /// * Request: `POST /worker/reregister`, worker-manager API v1
    /// * Scopes: `worker-manager:reregister-worker:<workerPoolId>/<workerGroup>/<workerId>`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_worker_manager::{WorkerManager, types::*};
    /// # let worker_manager = WorkerManager::new(&Client::from_env()?);
    /// let payload = ReregisterWorkerRequest::new(ReregisterWorkerRequestRequired {
    ///     worker_pool_id: "proj-app/linux".into(),
    ///     worker_group: "us-west-2".into(),
    ///     worker_id: "i-0123456789abcdef0".into(),
    ///     secret: "secret".into(),
    /// });
    /// let answer = worker_manager.reregister_worker(&payload).send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "reregisterWorker")]
    pub fn reregister_worker(
        &self,
        payload: &types::ReregisterWorkerRequest,
    ) -> Call<C, types::ReregisterWorkerResponse> {
        Call::json(&self.client, &endpoints::REREGISTER_WORKER, &[]).payload(payload)
    }
}

/// # Workers
impl<C: ApiClient> WorkerManager<C> {
    /// Lists those workers of a pool that belong to one worker group.
    ///
    /// A group exists only through its workers: for one that nobody has heard of, the list is
    /// empty.
    ///
    /// The list comes in pages, of at most `limit` entries if that is given. A page that is not the
    /// last has a `continuationToken`: pass it to the next call, with the other arguments
    /// unchanged, and stop at the page without one.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /workers/<workerPoolId>/<workerGroup>`, worker-manager API v1
    /// * Scopes: `worker-manager:list-workers:<workerPoolId>/<workerGroup>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_worker_manager::{WorkerManager};
    /// # let worker_manager = WorkerManager::new(&Client::from_env()?);
    /// for item in worker_manager
    ///     .list_workers_for_worker_group("proj-app/linux", "us-west-2")
    ///     .items()
    /// {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "listWorkersForWorkerGroup")]
    pub fn list_workers_for_worker_group(
        &self,
        worker_pool_id: &str,
        worker_group: &str,
    ) -> Call<C, types::WorkerList> {
        Call::json(
            &self.client,
            &endpoints::LIST_WORKERS_FOR_WORKER_GROUP,
            &[worker_pool_id, worker_group],
        )
    }

    /// Returns a worker as the worker manager knows it.
    ///
    /// What the queue knows about it, such as the tasks it has claimed and whether it is in
    /// quarantine, is returned by `getWorker`. A worker that has stopped is found, in the state
    /// `stopped`, until the service forgets it.
    ///
    /// Fails with 404 if there is no such worker.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /workers/<workerPoolId>/<workerGroup>/<workerId>`, worker-manager API v1
    /// * Scopes: `worker-manager:get-worker:<workerPoolId>/<workerGroup>/<workerId>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_worker_manager::{WorkerManager};
    /// # let worker_manager = WorkerManager::new(&Client::from_env()?);
    /// let answer = worker_manager
    ///     .worker("proj-app/linux", "us-west-2", "i-0123456789abcdef0")
    ///     .send()?;
    /// println!("{}", answer.worker_pool_id);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn worker(
        &self,
        worker_pool_id: &str,
        worker_group: &str,
        worker_id: &str,
    ) -> Call<C, types::WorkerFull> {
        Call::json(
            &self.client,
            &endpoints::WORKER,
            &[worker_pool_id, worker_group, worker_id],
        )
    }

    /// Records a worker that is run by somebody else, so that it can register.
    ///
    /// It is of use for pools whose provider does not start workers itself, which is the type
    /// `static`. Nothing is started by it. The worker counts as `running` at once, and it can call
    /// `registerWorker` with the `staticSecret` given here until `expires`. The `capacity` is 1 if
    /// it is left out.
    ///
    /// **Repeating.** Calling again with the same payload is safe; the `created` in the answer to a
    /// repeat is not the stored one. With another payload it fails with 409; use `updateWorker`
    /// then.
    ///
    /// The secret is kept by the service and not returned by any method.
    ///
    /// Fails with 404 if there is no such pool, and with 400 if `expires` is in the past, the
    /// secret is missing or malformed, or the provider of the pool does not take workers in this
    /// way. It fails with 503 while its provider is not set up.
    ///
    /// Today's servers only.
    ///
    /// * Request: `PUT /workers/<workerPoolId>/<workerGroup>/<workerId>`, worker-manager API v1
    /// * Scopes: `worker-manager:create-worker:<workerPoolId>/<workerGroup>/<workerId>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_core::from_now::from_now;
    /// # use taskcluster_worker_manager::{WorkerManager, types::*};
    /// # let worker_manager = WorkerManager::new(&Client::from_env()?);
    /// let payload = CreateWorkerRequest::new(from_now("1 day")?);
    /// let answer = worker_manager
    ///     .create_worker("proj-app/linux", "us-west-2", "i-0123456789abcdef0", &payload)
    ///     .send()?;
    /// println!("{}", answer.worker_pool_id);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "createWorker")]
    pub fn create_worker(
        &self,
        worker_pool_id: &str,
        worker_group: &str,
        worker_id: &str,
        payload: &types::CreateWorkerRequest,
    ) -> Call<C, types::WorkerFull> {
        Call::json(
            &self.client,
            &endpoints::CREATE_WORKER,
            &[worker_pool_id, worker_group, worker_id],
        )
        .payload(payload)
    }

    /// Changes what `createWorker` has recorded about a worker.
    ///
    /// Send all that should hold afterwards; a `capacity` that is left out becomes 1. With an
    /// `expires` in the past, the worker is ended at once. Use it as well to give the worker a new
    /// secret. Repeating the call is harmless.
    ///
    /// Fails with 404 if there is no such pool or worker, and with 400 if the payload is malformed
    /// or the provider of the pool does not take such changes. It fails with 503 while its provider
    /// is not set up.
    ///
    /// Today's servers only.
    ///
    /// * Request: `POST /workers/<workerPoolId>/<workerGroup>/<workerId>`, worker-manager API v1
    /// * Scopes: `worker-manager:update-worker:<workerPoolId>/<workerGroup>/<workerId>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_core::from_now::from_now;
    /// # use taskcluster_worker_manager::{WorkerManager, types::*};
    /// # let worker_manager = WorkerManager::new(&Client::from_env()?);
    /// let payload = CreateWorkerRequest::new(from_now("1 day")?);
    /// let answer = worker_manager
    ///     .update_worker("proj-app/linux", "us-west-2", "i-0123456789abcdef0", &payload)
    ///     .send()?;
    /// println!("{}", answer.worker_pool_id);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "updateWorker")]
    pub fn update_worker(
        &self,
        worker_pool_id: &str,
        worker_group: &str,
        worker_id: &str,
        payload: &types::CreateWorkerRequest,
    ) -> Call<C, types::WorkerFull> {
        Call::json(
            &self.client,
            &endpoints::UPDATE_WORKER,
            &[worker_pool_id, worker_group, worker_id],
        )
        .payload(payload)
    }

    /// Has a worker removed.
    ///
    /// What that means depends on its provider. A cloud provider begins to shut the machine down,
    /// which takes a while, and the worker may be returned by other methods meanwhile, even as
    /// `running`. A task that it is executing is lost with it: its claim runs out, and the queue
    /// retries it if it has retries left. A worker of the type `static` is marked as `stopped`; the
    /// machine itself is left alone.
    ///
    /// A worker may call this for itself: the credentials from `registerWorker` allow it. A message
    /// goes out to the exchange `worker-removed`.
    ///
    /// Fails with 404 if there is no such worker, and with 400 if its provider cannot remove
    /// workers. It fails with 503 while its provider is not set up.
    ///
    /// Today's servers only.
    ///
    /// * Request: `DELETE /workers/<workerPoolId>/<workerGroup>/<workerId>`, worker-manager API v1
    /// * Scopes: `worker-manager:remove-worker:<workerPoolId>/<workerGroup>/<workerId>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_worker_manager::{WorkerManager};
    /// # let worker_manager = WorkerManager::new(&Client::from_env()?);
    /// worker_manager
    ///     .remove_worker("proj-app/linux", "us-west-2", "i-0123456789abcdef0")
    ///     .send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "removeWorker")]
    pub fn remove_worker(
        &self,
        worker_pool_id: &str,
        worker_group: &str,
        worker_id: &str,
    ) -> Call<C, ()> {
        Call::empty(
            &self.client,
            &endpoints::REMOVE_WORKER,
            &[worker_pool_id, worker_group, worker_id],
        )
    }

    /// Lists the workers of a pool as the worker manager knows them.
    ///
    /// With `launchConfigId` in the query only those are listed that were started from that launch
    /// config, with `state` only those in that state: `requested`, `running`, `stopping`, `stopped`
    /// or `standalone`. Any other value fails with 400.
    ///
    /// Workers that have stopped are listed too, until the service forgets them. What the queue
    /// knows about workers is returned by `listWorkers`.
    ///
    /// The list comes in pages, of at most `limit` entries if that is given. A page that is not the
    /// last has a `continuationToken`: pass it to the next call, with the other arguments
    /// unchanged, and stop at the page without one.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /workers/<workerPoolId>`, worker-manager API v1
    /// * Scopes: `worker-manager:list-workers:<workerPoolId>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_worker_manager::{WorkerManager};
    /// # let worker_manager = WorkerManager::new(&Client::from_env()?);
    /// for item in worker_manager.list_workers_for_worker_pool("proj-app/linux").items() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "listWorkersForWorkerPool")]
    pub fn list_workers_for_worker_pool(
        &self,
        worker_pool_id: &str,
    ) -> calls::ListWorkersForWorkerPool<C> {
        Call::json(
            &self.client,
            &endpoints::LIST_WORKERS_FOR_WORKER_POOL,
            &[worker_pool_id],
        )
        .into()
    }

    /// Lists the workers of a pool that have asked the queue for work, with what the queue and the
    /// worker manager know about them.
    ///
    /// `provisionerId` and `workerType` are the two halves of the name of the pool. Workers that
    /// the worker manager does not look after are listed as well, in the state `standalone`; those
    /// that have registered but never asked for work are not.
    ///
    /// With `quarantined` set to `true` only workers in quarantine are listed, with `false` only
    /// the others. `workerState` selects by state, `launchConfigId` by launch config. Leave them
    /// out to list all.
    ///
    /// The list comes in pages, of at most `limit` entries if that is given. A page that is not the
    /// last has a `continuationToken`: pass it to the next call, with the other arguments
    /// unchanged, and stop at the page without one.
    ///
    /// It takes the place of `listWorkers` of the queue, which is deprecated.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /provisioners/<provisionerId>/worker-types/<workerType>/workers`,
    ///   worker-manager API v1
    /// * Scopes: `worker-manager:list-workers:<provisionerId>/<workerType>`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_worker_manager::{WorkerManager};
    /// # let worker_manager = WorkerManager::new(&Client::from_env()?);
    /// for item in worker_manager.list_workers("proj-app", "linux").items() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "listWorkers")]
    pub fn list_workers(&self, provisioner_id: &str, worker_type: &str) -> calls::ListWorkers<C> {
        Call::json(
            &self.client,
            &endpoints::LIST_WORKERS,
            &[provisioner_id, worker_type],
        )
        .into()
    }

    /// [`list_workers`](Self::list_workers) with both words of the name of a task queue or worker
    /// pool as one: its `taskQueueId` or `workerPoolId`, `provisionerId/workerType`.
    ///
    /// All servers that have the method take it, since the request is the same. A text of another
    /// form is an error, and nothing is sent.
    #[doc(alias = "listWorkers")]
    pub fn list_workers_in(&self, task_queue_id: &str) -> calls::ListWorkers<C> {
        Call::json(&self.client, &endpoints::LIST_WORKERS, &[task_queue_id]).into()
    }

    /// Returns what the queue and the worker manager know about a worker, including the runs it has
    /// claimed last and its quarantine.
    ///
    /// `provisionerId` and `workerType` are the two halves of the name of the pool. Workers that
    /// the worker manager does not look after are found as well.
    ///
    /// Fails with 404 if the queue does not know the worker or has forgotten it. That includes a
    /// worker which the worker manager knows but which has not asked for work yet; `worker` returns
    /// that one.
    ///
    /// It takes the place of `getWorker` of the queue, which is deprecated.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET
    ///   /provisioners/<provisionerId>/worker-types/<workerType>/workers/<workerGroup>/<workerId>`,
    ///   worker-manager API v1
    /// * Scopes: `worker-manager:get-worker:<provisionerId>/<workerType>/<workerGroup>/<workerId>`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_worker_manager::{WorkerManager};
    /// # let worker_manager = WorkerManager::new(&Client::from_env()?);
    /// let answer = worker_manager
    ///     .get_worker("proj-app", "linux", "us-west-2", "i-0123456789abcdef0")
    ///     .send()?;
    /// println!("{}", answer.provisioner_id);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "getWorker")]
    pub fn get_worker(
        &self,
        provisioner_id: &str,
        worker_type: &str,
        worker_group: &str,
        worker_id: &str,
    ) -> Call<C, types::WorkerResponse> {
        Call::json(
            &self.client,
            &endpoints::GET_WORKER,
            &[provisioner_id, worker_type, worker_group, worker_id],
        )
    }

    /// [`get_worker`](Self::get_worker) with both words of the name of a task queue or worker pool
    /// as one: its `taskQueueId` or `workerPoolId`, `provisionerId/workerType`.
    ///
    /// All servers that have the method take it, since the request is the same. A text of another
    /// form is an error, and nothing is sent.
    #[doc(alias = "getWorker")]
    pub fn get_worker_in(
        &self,
        task_queue_id: &str,
        worker_group: &str,
        worker_id: &str,
    ) -> Call<C, types::WorkerResponse> {
        Call::json(
            &self.client,
            &endpoints::GET_WORKER,
            &[task_queue_id, worker_group, worker_id],
        )
    }
}

/// # Health
impl<C: ApiClient> WorkerManager<C> {
    /// Answers with success while the Worker Manager service is up.
    ///
    /// It touches no stored data and looks at no credentials, so it proves nothing about either.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /ping`, worker-manager API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_worker_manager::{WorkerManager};
    /// # let worker_manager = WorkerManager::new(&Client::from_env()?);
    /// worker_manager.ping().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn ping(&self) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::PING, &[])
    }

    /// Answers with success as soon as the Worker Manager service can take requests.
    ///
    /// Made for load balancers, which ask it often. It takes no credentials and answers an empty
    /// object.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /__lbheartbeat__`, worker-manager API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_worker_manager::{WorkerManager};
    /// # let worker_manager = WorkerManager::new(&Client::from_env()?);
    /// let answer = worker_manager.lbheartbeat().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn lbheartbeat(&self) -> Call<C, taskcluster_core::Heartbeat> {
        Call::json(&self.client, &endpoints::LBHEARTBEAT, &[])
    }

    /// Tells which version of Taskcluster the Worker Manager service runs.
    ///
    /// The answer names the release, the commit that was built, and where the source code and the
    /// build are to be found. A build made by hand leaves some of these empty, and `version` need
    /// not be a number then. It takes no credentials.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /__version__`, worker-manager API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_worker_manager::{WorkerManager};
    /// # let worker_manager = WorkerManager::new(&Client::from_env()?);
    /// let answer = worker_manager.version().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn version(&self) -> Call<C, taskcluster_core::Version> {
        Call::json(&self.client, &endpoints::VERSION, &[])
    }

    /// Answers with success while the Worker Manager service is in working order.
    ///
    /// Made for monitoring. It takes no credentials and answers an empty object.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /__heartbeat__`, worker-manager API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_worker_manager::{WorkerManager};
    /// # let worker_manager = WorkerManager::new(&Client::from_env()?);
    /// let answer = worker_manager.heartbeat().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn heartbeat(&self) -> Call<C, taskcluster_core::Heartbeat> {
        Call::json(&self.client, &endpoints::HEARTBEAT, &[])
    }
}
