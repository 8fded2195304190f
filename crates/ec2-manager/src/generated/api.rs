// Written by `cargo xtask generate` from the references of the service `ec2-manager`. Do not edit.

//! The service's client.

use taskcluster_core::{ApiClient, Call, DefaultClient};

use super::endpoints;
use super::types;

/// Starts, terminates and keeps track of EC2 instances on behalf of a provisioner.
///
/// This is the layer beneath the AWS provisioner. The provisioner decides how many instances of
/// which kind are wanted; the EC2 manager talks to AWS, remembers which instances exist, and counts
/// what went well and what failed. It knows nothing of tasks, capacity or worker configuration. To
/// it a worker type is a label shared by a group of instances, and a name it has never seen is an
/// empty group, not an error.
///
/// Use it directly only to write or debug a provisioner, or to look into trouble with instances. To
/// manage worker types use the AWS provisioner service.
///
/// The manager learns of changes from AWS events and compares its records with EC2 about once an
/// hour, so an answer may lag behind what EC2 would say at the same moment. An error that EC2
/// reports mostly reaches the caller as an internal server error (`500`). Instances which run for
/// more than 96 hours are terminated without being asked.
///
/// The methods under `/internal` serve its operators. Their answers have no schema and change
/// freely. Later deployments of Taskcluster have replaced the service with worker-manager and no
/// longer answer these calls.
///
/// Until 2019.
///
/// # Methods
///
/// | Category | Methods |
/// |---|---|
/// | Worker types | [`list_worker_types`](Self::list_worker_types), [`terminate_worker_type`](Self::terminate_worker_type), [`worker_type_stats`](Self::worker_type_stats), [`worker_type_health`](Self::worker_type_health), [`worker_type_errors`](Self::worker_type_errors), [`worker_type_state`](Self::worker_type_state) |
/// | Instances | [`run_instance`](Self::run_instance), [`terminate_instance`](Self::terminate_instance) |
/// | Key pairs | [`ensure_key_pair`](Self::ensure_key_pair), [`remove_key_pair`](Self::remove_key_pair) |
/// | Prices | [`get_prices`](Self::get_prices), [`get_specific_prices`](Self::get_specific_prices) |
/// | Account | [`get_health`](Self::get_health), [`get_recent_errors`](Self::get_recent_errors) |
/// | Internals | [`regions`](Self::regions), [`ami_usage`](Self::ami_usage), [`ebs_usage`](Self::ebs_usage), [`dbpool_stats`](Self::dbpool_stats), [`all_state`](Self::all_state), [`sqs_stats`](Self::sqs_stats), [`purge_queues`](Self::purge_queues) |
/// | Health | [`ping`](Self::ping) |
#[derive(Clone, Debug)]
pub struct Ec2Manager<C = DefaultClient> {
    pub(crate) client: C,
}

impl<C: ApiClient> Ec2Manager<C> {
    /// The service as this client reaches it. Clients are cheap to clone and share their
    /// connections.
    pub fn new(client: &C) -> Self {
        Self {
            client: client.clone(),
        }
    }
}

impl<C> Ec2Manager<C> {
    /// The client through which the service is reached.
    pub fn client(&self) -> &C {
        &self.client
    }
}

impl<C> AsRef<C> for Ec2Manager<C> {
    /// The client through which the service is reached.
    fn as_ref(&self) -> &C {
        &self.client
    }
}

/// # Worker types
impl<C: ApiClient> Ec2Manager<C> {
    /// Returns the names of all worker types that have instances at the moment.
    ///
    /// Only the instances count: a worker type that is defined in the provisioner but has none is
    /// missing, and one whose definition was deleted is listed until its last instance has gone.
    /// The names are sorted and come in one answer without paging.
    ///
    /// Until 2019.
    ///
    /// * Request: `GET /worker-types`, ec2-manager API v1
    /// * Scopes: none
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_ec2_manager::{Ec2Manager};
    /// # let ec2_manager = Ec2Manager::new(&Client::from_env()?);
    /// let answer = ec2_manager.list_worker_types().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "listWorkerTypes")]
    pub fn list_worker_types(&self) -> Call<C, Vec<String>> {
        Call::json(&self.client, &endpoints::LIST_WORKER_TYPES, &[])
    }

    /// Terminates every known instance of a worker type in all regions.
    ///
    /// Instances are ended at once, whatever they are doing, and their tasks are lost. Nothing
    /// keeps a provisioner from starting new ones afterwards, so remove or change its definition of
    /// the worker type first.
    ///
    /// Success means that EC2 has accepted the requests. The instances stay visible in this API
    /// until EC2 reports that they have stopped. Instances that the manager does not know of are
    /// not affected. Calling it for a worker type without instances succeeds, so it is safe to
    /// repeat. A failure in one region may leave other regions already done.
    ///
    /// Until 2019.
    ///
    /// * Request: `DELETE /worker-types/<workerType>/resources`, ec2-manager API v1
    /// * Scopes: `ec2-manager:manage-resources:<workerType>`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_ec2_manager::{Ec2Manager};
    /// # let ec2_manager = Ec2Manager::new(&Client::from_env()?);
    /// ec2_manager.terminate_worker_type("linux").send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "terminateWorkerType")]
    pub fn terminate_worker_type(&self, worker_type: &str) -> Call<C, ()> {
        Call::empty(
            &self.client,
            &endpoints::TERMINATE_WORKER_TYPE,
            &[worker_type],
        )
    }

    /// Returns how many instances of a worker type are pending and running.
    ///
    /// The counts are split by instance type and cover all regions. This is what a provisioner
    /// needs to decide on further instances; `workerTypeState` lists the instances one by one.
    /// Instances that are shutting down are not counted. A worker type without instances gets empty
    /// lists.
    ///
    /// Until 2019.
    ///
    /// * Request: `GET /worker-types/<workerType>/stats`, ec2-manager API v1
    /// * Scopes: none
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_ec2_manager::{Ec2Manager};
    /// # let ec2_manager = Ec2Manager::new(&Client::from_env()?);
    /// let answer = ec2_manager.worker_type_stats("linux").send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "workerTypeStats")]
    pub fn worker_type_stats(&self, worker_type: &str) -> Call<C, types::WorkerTypeResources> {
        Call::json(&self.client, &endpoints::WORKER_TYPE_STATS, &[worker_type])
    }

    /// Returns statistics on how the instances of a worker type fare.
    ///
    /// The answer counts the requests and terminations of the last 24 hours by outcome, and the
    /// instances that exist now, each split by region, availability zone and instance type. Compare
    /// the outcomes to tell a faulty definition, which fails everywhere, from a shortage in one
    /// place. For the individual messages use `workerTypeErrors`, and for the sum over all worker
    /// types `getHealth`.
    ///
    /// A worker type without any history gets empty lists.
    ///
    /// Until 2019.
    ///
    /// * Request: `GET /worker-types/<workerType>/health`, ec2-manager API v1
    /// * Scopes: none
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_ec2_manager::{Ec2Manager};
    /// # let ec2_manager = Ec2Manager::new(&Client::from_env()?);
    /// let answer = ec2_manager.worker_type_health("linux").send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "workerTypeHealth")]
    pub fn worker_type_health(&self, worker_type: &str) -> Call<C, types::Health> {
        Call::json(&self.client, &endpoints::WORKER_TYPE_HEALTH, &[worker_type])
    }

    /// Returns the errors that a worker type has met in the last 24 hours.
    ///
    /// It lists failed requests for instances and terminations other than a regular shutdown,
    /// ordered by time, with the code and message of EC2. At most 1000 are returned and there is no
    /// paging. Use it to find out why instances of a worker type do not come up. A worker type
    /// without errors gets an empty list.
    ///
    /// Until 2019.
    ///
    /// * Request: `GET /worker-types/<workerType>/errors`, ec2-manager API v1
    /// * Scopes: none
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_ec2_manager::{Ec2Manager};
    /// # let ec2_manager = Ec2Manager::new(&Client::from_env()?);
    /// let answer = ec2_manager.worker_type_errors("linux").send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "workerTypeErrors")]
    pub fn worker_type_errors(&self, worker_type: &str) -> Call<C, types::Errors> {
        Call::json(&self.client, &endpoints::WORKER_TYPE_ERRORS, &[worker_type])
    }

    /// Returns the known instances of a worker type, one by one.
    ///
    /// For each instance the answer has its id, place, image, state and times. Use it to find the
    /// `instanceId` for `terminateInstance`; for mere numbers `workerTypeStats` is cheaper. A
    /// worker type without instances gets an empty list.
    ///
    /// Until 2019.
    ///
    /// * Request: `GET /worker-types/<workerType>/state`, ec2-manager API v1
    /// * Scopes: none
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_ec2_manager::{Ec2Manager};
    /// # let ec2_manager = Ec2Manager::new(&Client::from_env()?);
    /// let answer = ec2_manager.worker_type_state("linux").send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "workerTypeState")]
    pub fn worker_type_state(&self, worker_type: &str) -> Call<C, types::WorkerTypeState> {
        Call::json(&self.client, &endpoints::WORKER_TYPE_STATE, &[worker_type])
    }
}

/// # Instances
impl<C: ApiClient> Ec2Manager<C> {
    /// Requests one EC2 instance for a worker type.
    ///
    /// The instance is started with `LaunchInfo` in the given `Region`, either on the spot market
    /// or on demand. It and its volumes are tagged with the worker type. By the time the call
    /// succeeds EC2 has accepted the request and the instance is tracked as pending; whether it
    /// comes up shows later in `workerTypeState` or `workerTypeErrors`. No body comes back, so the
    /// instance id has to be looked up there as well.
    ///
    /// Choose a new `ClientToken` for each instance you want and repeat the same one when you
    /// retry. EC2 then starts no second instance, which makes the call idempotent. A token reused
    /// with other parameters is an error.
    ///
    /// Fails with `400` if EC2 finds the parameters invalid. Everything else that can go wrong in
    /// EC2, such as no capacity for the instance type, an account limit, throttling or a missing
    /// key pair, comes back as a server error (`500`), and automatic retries then help little. The
    /// reason can be read from `workerTypeErrors`. The key pair must exist before, see
    /// `ensureKeyPair`.
    ///
    /// Until 2019.
    ///
    /// * Request: `PUT /worker-types/<workerType>/instance`, ec2-manager API v1
    /// * Scopes: `ec2-manager:manage-resources:<workerType>`
    /// * Stability: experimental
    /// * Repeating: does harm, so tried again only where the server certainly did not act
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_ec2_manager::{Ec2Manager, types::*};
    /// # let ec2_manager = Ec2Manager::new(&Client::from_env()?);
    /// let payload = RunInstanceRequest::new();
    /// ec2_manager.run_instance("linux", &payload).send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "runInstance")]
    pub fn run_instance(
        &self,
        worker_type: &str,
        payload: &types::RunInstanceRequest,
    ) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::RUN_INSTANCE, &[worker_type]).payload(payload)
    }

    /// Terminates a single instance in a region.
    ///
    /// The instance is ended at once, whatever it is doing. Scopes for its worker type suffice only
    /// if the manager knows the instance; for an unknown one the scope for the instance itself is
    /// needed.
    ///
    /// The answer is JSON without a schema, or empty: an object with the EC2 states `previous` and
    /// `current`, for example `running` and `shutting-down`. Terminating an instance again is
    /// harmless as long as EC2 remembers it. Fails with `404` if `region` is not one that the
    /// service manages, and with a server error (`500`) if EC2 does not know `instanceId`, a string
    /// like `i-0123456789abcdef0`.
    ///
    /// Until 2019.
    ///
    /// * Request: `DELETE /region/<region>/instance/<instanceId>`, ec2-manager API v1
    /// * Scopes: `ec2-manager:manage-instances:<region>:<instanceId>` or (if `hasWorkerType`,
    ///   `ec2-manager:manage-resources:<workerType>`)
    /// * Stability: experimental
    /// * Repeating: does harm, so tried again only where the server certainly did not act
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_ec2_manager::{Ec2Manager};
    /// # let ec2_manager = Ec2Manager::new(&Client::from_env()?);
    /// let answer = ec2_manager.terminate_instance("us-west-2", "i-0123456789abcdef0").send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "terminateInstance")]
    pub fn terminate_instance(
        &self,
        region: &str,
        instance_id: &str,
    ) -> Call<C, taskcluster_core::json::Value> {
        Call::untyped(
            &self.client,
            &endpoints::TERMINATE_INSTANCE,
            &[region, instance_id],
        )
    }
}

/// # Key pairs
impl<C: ApiClient> Ec2Manager<C> {
    /// Makes sure that an SSH key pair of the given name exists in all regions.
    ///
    /// An EC2 instance refers to its key pair by name, so this has to succeed before `runInstance`
    /// is called with the name in `KeyName`. In each managed region where the pair is missing, it
    /// is created from the public key in the payload. A pair that exists is left alone, even if it
    /// has a different key; to replace a key, remove the pair first or choose a new name.
    ///
    /// Repeating the call is safe, and a failure in one region may leave other regions already
    /// done. Unusually, this is a `GET` request with a body and with side effects, which some HTTP
    /// proxies and caches do not handle.
    ///
    /// Until 2019.
    ///
    /// * Request: `GET /key-pairs/<name>`, ec2-manager API v1
    /// * Scopes: `ec2-manager:manage-key-pairs:<name>`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_ec2_manager::{Ec2Manager, types::*};
    /// # let ec2_manager = Ec2Manager::new(&Client::from_env()?);
    /// let payload = CreateKeyPair::new();
    /// ec2_manager.ensure_key_pair("app", &payload).send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "ensureKeyPair")]
    pub fn ensure_key_pair(&self, name: &str, payload: &types::CreateKeyPair) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::ENSURE_KEY_PAIR, &[name]).payload(payload)
    }

    /// Makes sure that no SSH key pair of the given name exists in any region.
    ///
    /// The pair is deleted in each managed region that has it. Instances already running keep the
    /// key they were started with; new ones can no longer be started with this name. Removing a
    /// pair that does not exist succeeds, so the call is safe to repeat.
    ///
    /// Until 2019.
    ///
    /// * Request: `DELETE /key-pairs/<name>`, ec2-manager API v1
    /// * Scopes: `ec2-manager:manage-key-pairs:<name>`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_ec2_manager::{Ec2Manager};
    /// # let ec2_manager = Ec2Manager::new(&Client::from_env()?);
    /// ec2_manager.remove_key_pair("app").send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "removeKeyPair")]
    pub fn remove_key_pair(&self, name: &str) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::REMOVE_KEY_PAIR, &[name])
    }
}

/// # Prices
impl<C: ApiClient> Ec2Manager<C> {
    /// Returns the present prices of instances in all regions.
    ///
    /// There is an entry for each combination of region, availability zone and instance type,
    /// cheapest first, in one long answer without paging. Use `getSpecificPrices` to get only some
    /// of them.
    ///
    /// The service polls AWS from time to time and answers from what it got last. A spot price is
    /// the highest one seen over a recent period, for Linux. Shortly after the service has started,
    /// before the first poll is done, the call fails with a server error; try again a little later.
    ///
    /// Until 2019.
    ///
    /// * Request: `GET /prices`, ec2-manager API v1
    /// * Scopes: none
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_ec2_manager::{Ec2Manager};
    /// # let ec2_manager = Ec2Manager::new(&Client::from_env()?);
    /// let answer = ec2_manager.get_prices().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "getPrices")]
    pub fn get_prices(&self) -> Call<C, Vec<types::Price>> {
        Call::json(&self.client, &endpoints::GET_PRICES, &[])
    }

    /// Returns those present prices of instances that pass all given filters.
    ///
    /// The payload is a list of filters, each with a property of a price in `key` and the wanted
    /// value in `restriction`. A price is returned if it satisfies every filter, so a minimum above
    /// the maximum gives an empty list, and an empty list of filters gives everything. Values are
    /// compared exactly, without wildcards.
    ///
    /// Although sent with `POST`, the call changes nothing and can be repeated. Where the prices
    /// come from, and when they are not available, is said at `getPrices`.
    ///
    /// Until 2019.
    ///
    /// * Request: `POST /prices`, ec2-manager API v1
    /// * Scopes: none
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_ec2_manager::{Ec2Manager, types::*};
    /// # let ec2_manager = Ec2Manager::new(&Client::from_env()?);
    /// let payload = vec![PriceFilter::new()];
    /// let answer = ec2_manager.get_specific_prices(&payload).send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "getSpecificPrices")]
    pub fn get_specific_prices(
        &self,
        payload: &[types::PriceFilter],
    ) -> Call<C, Vec<types::Price>> {
        Call::json(&self.client, &endpoints::GET_SPECIFIC_PRICES, &[]).payload(payload)
    }
}

/// # Account
impl<C: ApiClient> Ec2Manager<C> {
    /// Returns statistics on how instances of all worker types fare.
    ///
    /// It is `workerTypeHealth` for the whole EC2 account: requests and terminations of the last 24
    /// hours by outcome, and the instances that exist now, split by region, availability zone and
    /// instance type. Use it to tell a general problem, such as throttling or an account limit,
    /// from the problem of one worker type.
    ///
    /// Until 2019.
    ///
    /// * Request: `GET /health`, ec2-manager API v1
    /// * Scopes: none
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_ec2_manager::{Ec2Manager};
    /// # let ec2_manager = Ec2Manager::new(&Client::from_env()?);
    /// let answer = ec2_manager.get_health().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "getHealth")]
    pub fn get_health(&self) -> Call<C, types::Health> {
        Call::json(&self.client, &endpoints::GET_HEALTH, &[])
    }

    /// Returns the errors that any worker type has met in the last 24 hours.
    ///
    /// It is `workerTypeErrors` for the whole EC2 account: failed requests for instances and
    /// terminations other than a regular shutdown, ordered by time. At most 1000 are returned and
    /// there is no paging, so on a busy account the list does not reach over the whole day; ask per
    /// worker type then.
    ///
    /// Until 2019.
    ///
    /// * Request: `GET /errors`, ec2-manager API v1
    /// * Scopes: none
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_ec2_manager::{Ec2Manager};
    /// # let ec2_manager = Ec2Manager::new(&Client::from_env()?);
    /// let answer = ec2_manager.get_recent_errors().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "getRecentErrors")]
    pub fn get_recent_errors(&self) -> Call<C, types::Errors> {
        Call::json(&self.client, &endpoints::GET_RECENT_ERRORS, &[])
    }
}

/// # Internals
impl<C: ApiClient> Ec2Manager<C> {
    /// Returns the AWS regions which this service manages.
    ///
    /// The answer is JSON without a schema, an object with a list of region names in `regions`. For
    /// operators of the service; it may change without notice.
    ///
    /// Until 2019.
    ///
    /// * Request: `GET /internal/regions`, ec2-manager API v1
    /// * Scopes: `ec2-manager:internals`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_ec2_manager::{Ec2Manager};
    /// # let ec2_manager = Ec2Manager::new(&Client::from_env()?);
    /// let answer = ec2_manager.regions().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn regions(&self) -> Call<C, taskcluster_core::json::Value> {
        Call::untyped(&self.client, &endpoints::REGIONS, &[])
    }

    /// Returns when each machine image was last used to start an instance.
    ///
    /// Meant to find images which can be deleted. The answer is JSON without a schema, a list with
    /// an object per image and region that holds the region, an identifier and the time of last
    /// use. For operators of the service; names and content may change without notice.
    ///
    /// Until 2019.
    ///
    /// * Request: `GET /internal/ami-usage`, ec2-manager API v1
    /// * Scopes: `ec2-manager:internals`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_ec2_manager::{Ec2Manager};
    /// # let ec2_manager = Ec2Manager::new(&Client::from_env()?);
    /// let answer = ec2_manager.ami_usage().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "amiUsage")]
    pub fn ami_usage(&self) -> Call<C, taskcluster_core::json::Value> {
        Call::untyped(&self.client, &endpoints::AMI_USAGE, &[])
    }

    /// Returns how many EBS volumes the account has, and their total size.
    ///
    /// The answer is JSON without a schema, a list with an object for each combination of `region`,
    /// `volumetype` and `state`. It has the number of such volumes in `totalcount`, their size in
    /// gigabytes in `totalgb`, and in `touched` the time at which the figures were determined. For
    /// operators of the service; it may change without notice.
    ///
    /// Until 2019.
    ///
    /// * Request: `GET /internal/ebs-usage`, ec2-manager API v1
    /// * Scopes: `ec2-manager:internals`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_ec2_manager::{Ec2Manager};
    /// # let ec2_manager = Ec2Manager::new(&Client::from_env()?);
    /// let answer = ec2_manager.ebs_usage().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "ebsUsage")]
    pub fn ebs_usage(&self) -> Call<C, taskcluster_core::json::Value> {
        Call::untyped(&self.client, &endpoints::EBS_USAGE, &[])
    }

    /// Returns how busy the connection pool of the service's database is.
    ///
    /// The answer is JSON without a schema, an object of counters such as the connections in the
    /// pool, the idle ones and the clients waiting for one. It describes only the server process
    /// that happens to answer. For operators of the service; it may change without notice.
    ///
    /// Until 2019.
    ///
    /// * Request: `GET /internal/db-pool-stats`, ec2-manager API v1
    /// * Scopes: `ec2-manager:internals`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_ec2_manager::{Ec2Manager};
    /// # let ec2_manager = Ec2Manager::new(&Client::from_env()?);
    /// let answer = ec2_manager.dbpool_stats().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "dbpoolStats")]
    pub fn dbpool_stats(&self) -> Call<C, taskcluster_core::json::Value> {
        Call::untyped(&self.client, &endpoints::DBPOOL_STATS, &[])
    }

    /// Returns every instance that the service keeps track of.
    ///
    /// The answer is JSON without a schema, an object whose list `instances` has the elements that
    /// `workerTypeState` returns for one worker type. It can be large, as there is no paging. For
    /// operators of the service; it may change without notice.
    ///
    /// Until 2019.
    ///
    /// * Request: `GET /internal/all-state`, ec2-manager API v1
    /// * Scopes: `ec2-manager:internals`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_ec2_manager::{Ec2Manager};
    /// # let ec2_manager = Ec2Manager::new(&Client::from_env()?);
    /// let answer = ec2_manager.all_state().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "allState")]
    pub fn all_state(&self) -> Call<C, taskcluster_core::json::Value> {
        Call::untyped(&self.client, &endpoints::ALL_STATE, &[])
    }

    /// Returns how many messages wait in the queues that bring the events of AWS.
    ///
    /// The answer is JSON without a schema, an object with a key per region. A growing backlog
    /// means that the service's view of its instances falls behind. For operators of the service;
    /// it may change without notice.
    ///
    /// Until 2019.
    ///
    /// * Request: `GET /internal/sqs-stats`, ec2-manager API v1
    /// * Scopes: `ec2-manager:internals`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_ec2_manager::{Ec2Manager};
    /// # let ec2_manager = Ec2Manager::new(&Client::from_env()?);
    /// let answer = ec2_manager.sqs_stats().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "sqsStats")]
    pub fn sqs_stats(&self) -> Call<C, taskcluster_core::json::Value> {
        Call::untyped(&self.client, &endpoints::SQS_STATS, &[])
    }

    /// Deletes all messages from the queues that bring the events of AWS.
    ///
    /// This loses the changes of instances not yet processed, in every region, and cannot be
    /// undone. The service's view is wrong until its next comparison with EC2, about an hour later
    /// at most. AWS allows one purge per queue and minute, so calls in quick succession fail.
    ///
    /// Despite its `GET` request the call changes things, so never follow it as a mere link. For
    /// operators of the service, who may need it to get rid of a backlog.
    ///
    /// Until 2019.
    ///
    /// * Request: `GET /internal/purge-queues`, ec2-manager API v1
    /// * Scopes: `ec2-manager:internals`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_ec2_manager::{Ec2Manager};
    /// # let ec2_manager = Ec2Manager::new(&Client::from_env()?);
    /// ec2_manager.purge_queues().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "purgeQueues")]
    pub fn purge_queues(&self) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::PURGE_QUEUES, &[])
    }
}

/// # Health
impl<C: ApiClient> Ec2Manager<C> {
    /// Answers without doing any work.
    ///
    /// Use it to test that the EC2 manager can be reached. It checks neither credentials nor the
    /// connection to AWS.
    ///
    /// Until 2019.
    ///
    /// * Request: `GET /ping`, ec2-manager API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_ec2_manager::{Ec2Manager};
    /// # let ec2_manager = Ec2Manager::new(&Client::from_env()?);
    /// ec2_manager.ping().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn ping(&self) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::PING, &[])
    }
}
