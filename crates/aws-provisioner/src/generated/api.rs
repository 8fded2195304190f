// Written by `cargo xtask generate` from the references of the service `aws-provisioner`. Do not edit.

//! The service's client.

use taskcluster_core::{ApiClient, Call, DefaultClient};

use super::endpoints;
use super::types;

/// Starts EC2 instances for Taskcluster worker types according to how many tasks wait for them.
///
/// An administrator describes each kind of worker once, as a worker type: the regions, availability
/// zones and instance types it may use, the image to boot, how far it may scale and what it may
/// cost. A background loop does the rest. In each round it asks the queue for the number of pending
/// tasks of every worker type, compares that with the instances already running or starting, and
/// requests instances on the EC2 spot market to close the gap. The loop never shuts a worker down
/// because it is idle; workers end themselves, and whatever still runs after 96 hours is
/// terminated.
///
/// Two numbers per instance type drive the choice of what to buy. Its capacity says how many tasks
/// it runs at the same time, and is the unit in which limits and counts are expressed throughout
/// this API. Its utility says how much work it gets done relative to the other instance types, so
/// that prices can be compared: the offer with the lowest price per unit of utility wins.
///
/// An instance learns who it is from its EC2 user data, a JSON object which includes a
/// `securityToken`. The worker trades that token for its credentials with `getSecret` and then
/// destroys it with `removeSecret`, so that tasks which can read the user data find nothing behind
/// the token.
///
/// The service knows its workers under one provisioner id, `aws-provisioner-v1` in Mozilla's
/// deployment of 2018. Later deployments of Taskcluster have replaced the whole service with
/// worker-manager and no longer answer these calls.
///
/// Until 2019.
///
/// # Methods
///
/// | Category | Methods |
/// |---|---|
/// | Worker types | [`list_worker_type_summaries`](Self::list_worker_type_summaries), [`create_worker_type`](Self::create_worker_type), [`update_worker_type`](Self::update_worker_type), [`worker_type_last_modified`](Self::worker_type_last_modified), [`worker_type`](Self::worker_type), [`remove_worker_type`](Self::remove_worker_type), [`list_worker_types`](Self::list_worker_types), [`get_launch_specs`](Self::get_launch_specs) |
/// | Secrets | [`create_secret`](Self::create_secret), [`get_secret`](Self::get_secret), [`remove_secret`](Self::remove_secret) |
/// | Status | [`instance_started`](Self::instance_started), [`state`](Self::state), [`backend_status`](Self::backend_status) |
/// | Health | [`ping`](Self::ping) |
#[derive(Clone, Debug)]
pub struct AwsProvisioner<C = DefaultClient> {
    pub(crate) client: C,
}

impl<C: ApiClient> AwsProvisioner<C> {
    /// The service as this client reaches it. Clients are cheap to clone and share their
    /// connections.
    pub fn new(client: &C) -> Self {
        Self {
            client: client.clone(),
        }
    }
}

impl<C> AwsProvisioner<C> {
    /// The client through which the service is reached.
    pub fn client(&self) -> &C {
        &self.client
    }
}

impl<C> AsRef<C> for AwsProvisioner<C> {
    /// The client through which the service is reached.
    fn as_ref(&self) -> &C {
        &self.client
    }
}

/// # Worker types
impl<C: ApiClient> AwsProvisioner<C> {
    /// Returns every defined worker type with its limits and present capacity.
    ///
    /// This is the call behind a dashboard: one element per definition, in no particular order,
    /// each with the capacity that is running, starting and on order. Use `listWorkerTypes` when
    /// the names suffice, because this call has to gather the counts of every worker type and is
    /// slower. The whole list comes in one answer, there is no paging.
    ///
    /// Instances which outlived their deleted definition are not counted anywhere in the answer.
    ///
    /// Until 2019.
    ///
    /// * Request: `GET /list-worker-type-summaries`, aws-provisioner API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_aws_provisioner::{AwsProvisioner};
    /// # let aws_provisioner = AwsProvisioner::new(&Client::from_env()?);
    /// let answer = aws_provisioner.list_worker_type_summaries().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "listWorkerTypeSummaries")]
    pub fn list_worker_type_summaries(&self) -> Call<C, Vec<types::WorkerTypeSummary>> {
        Call::json(&self.client, &endpoints::LIST_WORKER_TYPE_SUMMARIES, &[])
    }

    /// Creates a worker type and returns its definition as stored.
    ///
    /// From the next round of the provisioning loop on, instances are started for it whenever tasks
    /// for the service's provisioner id and this `workerType` are pending, or when `minCapacity`
    /// asks for them. The name in `workerType` has 1 to 22 characters out of letters, digits, `-`
    /// and `_`.
    ///
    /// The definition is tried out before it is stored: for each combination of region,
    /// availability zone and instance type a launch specification is built and checked, and one
    /// combination that cannot be launched is enough to refuse everything with `400 InputError` and
    /// a list of reasons. Since every instance type is combined with every region, name only
    /// instance types that all of the regions offer. How the parts are merged is described at the
    /// fields of the request.
    ///
    /// Repeating the call with the same definition succeeds and changes nothing, though it may
    /// announce the worker type again. If the name is taken by a different definition, the answer
    /// is `409`; change existing ones with `updateWorkerType`. Success is announced on the
    /// `workerTypeCreated` exchange.
    ///
    /// The answer repeats the `secrets` of the request, so keep it out of logs.
    ///
    /// Until 2019.
    ///
    /// * Request: `PUT /worker-type/<workerType>`, aws-provisioner API v1
    /// * Scopes: `aws-provisioner:manage-worker-type:<workerType>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_core::json::Value;
    /// # use taskcluster_aws_provisioner::{AwsProvisioner, types::*};
    /// # let aws_provisioner = AwsProvisioner::new(&Client::from_env()?);
    /// let payload = CreateWorkerTypeRequest::new(CreateWorkerTypeRequestRequired {
    ///     launch_spec: Value::from_iter([("key", "value")]),
    ///     user_data: Value::from_iter([("key", "value")]),
    ///     secrets: Value::from_iter([("key", "value")]),
    ///     scopes: vec!["queue:get-artifact:project/app/*".into()],
    ///     max_capacity: 1.0,
    ///     scaling_ratio: 1.0,
    ///     min_price: 1.0,
    ///     max_price: 1.0,
    ///     instance_types: vec![
    ///         InstanceTypeConfiguration::new(InstanceTypeConfigurationRequired {
    ///             instance_type: "m5.large".into(),
    ///             capacity: 1.0,
    ///             utility: 1.0,
    ///             launch_spec: Value::from_iter([("key", "value")]),
    ///             secrets: Value::from_iter([("key", "value")]),
    ///             user_data: Value::from_iter([("key", "value")]),
    ///             scopes: vec!["queue:get-artifact:project/app/*".into()],
    ///         }),
    ///     ],
    ///     regions: vec![
    ///         RegionConfiguration::new(RegionConfigurationRequired {
    ///             region: Region::UsWest2,
    ///             launch_spec: RegionLaunchSpec::new("ami-0123456789abcdef0"),
    ///             secrets: Value::from_iter([("key", "value")]),
    ///             user_data: Value::from_iter([("key", "value")]),
    ///             scopes: vec!["queue:get-artifact:project/app/*".into()],
    ///         }),
    ///     ],
    ///     description: "Runs the tests".into(),
    ///     owner: "me@example.com".into(),
    /// });
    /// let answer = aws_provisioner.create_worker_type("linux", &payload).send()?;
    /// println!("{}", answer.worker_type);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "createWorkerType")]
    pub fn create_worker_type(
        &self,
        worker_type: &str,
        payload: &types::CreateWorkerTypeRequest,
    ) -> Call<C, types::GetWorkerTypeResponse> {
        Call::json(&self.client, &endpoints::CREATE_WORKER_TYPE, &[worker_type]).payload(payload)
    }

    /// Replaces the definition of an existing worker type and returns the result.
    ///
    /// The payload has the same form as that of `createWorkerType` and passes the same launch
    /// checks, with `400 InputError` if a combination could not be launched. Send the definition in
    /// full. To edit one, take the answer of `workerType`, remove `workerType` and `lastModified`,
    /// which are not allowed here, change the rest and send it back. Of the optional fields left
    /// out, `availabilityZones` becomes empty, and the others keep their value.
    ///
    /// There is no check for a concurrent edit, so the last writer wins. Instances that already run
    /// keep the configuration they were started with; a worker can notice the change through
    /// `workerTypeLastModified`. Each success moves `lastModified` and is announced on the
    /// `workerTypeUpdated` exchange.
    ///
    /// The worker type must exist. If it does not, the call fails, usually with a server error
    /// (`500`) in place of a `404`.
    ///
    /// Until 2019.
    ///
    /// * Request: `POST /worker-type/<workerType>/update`, aws-provisioner API v1
    /// * Scopes: `aws-provisioner:manage-worker-type:<workerType>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_core::json::Value;
    /// # use taskcluster_aws_provisioner::{AwsProvisioner, types::*};
    /// # let aws_provisioner = AwsProvisioner::new(&Client::from_env()?);
    /// let payload = CreateWorkerTypeRequest::new(CreateWorkerTypeRequestRequired {
    ///     launch_spec: Value::from_iter([("key", "value")]),
    ///     user_data: Value::from_iter([("key", "value")]),
    ///     secrets: Value::from_iter([("key", "value")]),
    ///     scopes: vec!["queue:get-artifact:project/app/*".into()],
    ///     max_capacity: 1.0,
    ///     scaling_ratio: 1.0,
    ///     min_price: 1.0,
    ///     max_price: 1.0,
    ///     instance_types: vec![
    ///         InstanceTypeConfiguration::new(InstanceTypeConfigurationRequired {
    ///             instance_type: "m5.large".into(),
    ///             capacity: 1.0,
    ///             utility: 1.0,
    ///             launch_spec: Value::from_iter([("key", "value")]),
    ///             secrets: Value::from_iter([("key", "value")]),
    ///             user_data: Value::from_iter([("key", "value")]),
    ///             scopes: vec!["queue:get-artifact:project/app/*".into()],
    ///         }),
    ///     ],
    ///     regions: vec![
    ///         RegionConfiguration::new(RegionConfigurationRequired {
    ///             region: Region::UsWest2,
    ///             launch_spec: RegionLaunchSpec::new("ami-0123456789abcdef0"),
    ///             secrets: Value::from_iter([("key", "value")]),
    ///             user_data: Value::from_iter([("key", "value")]),
    ///             scopes: vec!["queue:get-artifact:project/app/*".into()],
    ///         }),
    ///     ],
    ///     description: "Runs the tests".into(),
    ///     owner: "me@example.com".into(),
    /// });
    /// let answer = aws_provisioner.update_worker_type("linux", &payload).send()?;
    /// println!("{}", answer.worker_type);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "updateWorkerType")]
    pub fn update_worker_type(
        &self,
        worker_type: &str,
        payload: &types::CreateWorkerTypeRequest,
    ) -> Call<C, types::GetWorkerTypeResponse> {
        Call::json(&self.client, &endpoints::UPDATE_WORKER_TYPE, &[worker_type]).payload(payload)
    }

    /// Returns the time at which a worker type was last changed.
    ///
    /// A long-lived worker calls this between tasks to find out whether it is outdated: its user
    /// data holds the modification time that was current at launch, and as long as the definition
    /// is untouched both values are identical. When they differ, the worker can finish and make
    /// room for an instance with the new configuration. No credentials are needed.
    ///
    /// Fails with `404` if the worker type does not exist, which also means that it has been
    /// removed since the worker started.
    ///
    /// Until 2019.
    ///
    /// * Request: `GET /worker-type-last-modified/<workerType>`, aws-provisioner API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_aws_provisioner::{AwsProvisioner};
    /// # let aws_provisioner = AwsProvisioner::new(&Client::from_env()?);
    /// let answer = aws_provisioner.worker_type_last_modified("linux").send()?;
    /// println!("{}", answer.worker_type);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "workerTypeLastModified")]
    pub fn worker_type_last_modified(
        &self,
        worker_type: &str,
    ) -> Call<C, types::GetWorkerTypeLastModified> {
        Call::json(
            &self.client,
            &endpoints::WORKER_TYPE_LAST_MODIFIED,
            &[worker_type],
        )
    }

    /// Returns the full definition of a worker type.
    ///
    /// Besides the fields that were sent when it was created or updated, the answer has the name in
    /// `workerType` and the time of the last change in `lastModified`. Remove these two before you
    /// hand the object to `updateWorkerType`.
    ///
    /// The answer includes the `secrets` of the definition in clear text; do not log or display it
    /// as it is. Fails with `404` if the worker type does not exist.
    ///
    /// Until 2019.
    ///
    /// * Request: `GET /worker-type/<workerType>`, aws-provisioner API v1
    /// * Scopes: `aws-provisioner:view-worker-type:<workerType>` or
    ///   `aws-provisioner:manage-worker-type:<workerType>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_aws_provisioner::{AwsProvisioner};
    /// # let aws_provisioner = AwsProvisioner::new(&Client::from_env()?);
    /// let answer = aws_provisioner.worker_type("linux").send()?;
    /// println!("{}", answer.worker_type);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "workerType")]
    pub fn worker_type(&self, worker_type: &str) -> Call<C, types::GetWorkerTypeResponse> {
        Call::json(&self.client, &endpoints::WORKER_TYPE, &[worker_type])
    }

    /// Deletes the definition of a worker type, which dooms all of its instances.
    ///
    /// The call itself only removes the stored definition. The next round of the provisioning loop
    /// then finds instances without a definition and terminates them all, in whatever state they
    /// are: tasks they run are lost and have to be run again elsewhere. For an orderly end, first
    /// stop creating tasks for the worker type and wait until its workers have gone.
    ///
    /// Removing a worker type that does not exist succeeds too, so the call is safe to repeat.
    /// Success is announced on the `workerTypeRemoved` exchange. There is no undo; keep a copy from
    /// `workerType` if you may need the definition again.
    ///
    /// Until 2019.
    ///
    /// * Request: `DELETE /worker-type/<workerType>`, aws-provisioner API v1
    /// * Scopes: `aws-provisioner:manage-worker-type:<workerType>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_aws_provisioner::{AwsProvisioner};
    /// # let aws_provisioner = AwsProvisioner::new(&Client::from_env()?);
    /// aws_provisioner.remove_worker_type("linux").send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "removeWorkerType")]
    pub fn remove_worker_type(&self, worker_type: &str) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::REMOVE_WORKER_TYPE, &[worker_type])
    }

    /// Returns the names of all defined worker types.
    ///
    /// The whole list comes in one answer, without paging and in no particular order. A worker type
    /// whose definition was deleted is not in it, even while some of its instances still run. For
    /// capacities along with the names use `listWorkerTypeSummaries`.
    ///
    /// Until 2019.
    ///
    /// * Request: `GET /list-worker-types`, aws-provisioner API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_aws_provisioner::{AwsProvisioner};
    /// # let aws_provisioner = AwsProvisioner::new(&Client::from_env()?);
    /// let answer = aws_provisioner.list_worker_types().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "listWorkerTypes")]
    pub fn list_worker_types(&self) -> Call<C, Vec<String>> {
        Call::json(&self.client, &endpoints::LIST_WORKER_TYPES, &[])
    }

    /// Returns every launch specification that a worker type could lead to.
    ///
    /// Meant for checking a definition by eye: the result shows what becomes of the general,
    /// region, zone and instance type parts once they are merged. It is an object with a key per
    /// region, holding an object with a key per instance type, whose value has the merged
    /// `launchSpec`, `userData` and `secrets`. Prices and the security token in it are made up, and
    /// nothing is requested from EC2.
    ///
    /// The answer includes secrets in clear text. Its form is not described by a schema and may
    /// change without notice, so do not build on it. A worker type that does not exist makes the
    /// call fail, usually with a server error (`500`) in place of a `404`.
    ///
    /// Until 2019.
    ///
    /// * Request: `GET /worker-type/<workerType>/launch-specifications`, aws-provisioner API v1
    /// * Scopes: `aws-provisioner:view-worker-type:<workerType>` or
    ///   `aws-provisioner:manage-worker-type:<workerType>`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_aws_provisioner::{AwsProvisioner};
    /// # let aws_provisioner = AwsProvisioner::new(&Client::from_env()?);
    /// let answer = aws_provisioner.get_launch_specs("linux").send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "getLaunchSpecs")]
    pub fn get_launch_specs(&self, worker_type: &str) -> Call<C, taskcluster_core::json::Value> {
        Call::untyped(&self.client, &endpoints::GET_LAUNCH_SPECS, &[worker_type])
    }
}

/// # Secrets
impl<C: ApiClient> AwsProvisioner<C> {
    /// Stores a secret under a token, to be fetched by a worker with `getSecret`.
    ///
    /// The provisioner does this on its own for each instance that it requests; calling it yourself
    /// is useful only for tests, or to start a worker by hand. `token` is a slugid of your choice,
    /// has to be repeated in the payload, and is all that a reader needs, so generate a random one.
    ///
    /// Repeating the call with the same content succeeds. If the token is taken and the worker
    /// type, secrets or scopes differ, the answer is `409`; secrets cannot be changed once stored.
    /// The expiration is not part of this comparison.
    ///
    /// Until 2019.
    ///
    /// * Request: `PUT /secret/<token>`, aws-provisioner API v1
    /// * Scopes: `aws-provisioner:create-secret:<workerType>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_core::from_now::from_now;
    /// # use taskcluster_core::json::Value;
    /// # use taskcluster_aws_provisioner::{AwsProvisioner, types::*};
    /// # let aws_provisioner = AwsProvisioner::new(&Client::from_env()?);
    /// let payload = CreateSecretRequest::new(
    ///     "linux",
    ///     Value::from_iter([("key", "value")]),
    ///     ["queue:get-artifact:project/app/*"],
    ///     "token",
    ///     from_now("1 day")?,
    /// );
    /// aws_provisioner.create_secret("token", &payload).send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "createSecret")]
    pub fn create_secret(&self, token: &str, payload: &types::CreateSecretRequest) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::CREATE_SECRET, &[token]).payload(payload)
    }

    /// Returns the secrets and temporary credentials that belong to a token.
    ///
    /// A starting worker calls this first, with the `securityToken` from its user data as `token`.
    /// The token is the only proof asked for: the call needs no Taskcluster credentials, and it
    /// answers anyone who has the token as long as the secret exists. A worker must therefore call
    /// `removeSecret` before it lets a task run, because a task may well be able to read the user
    /// data.
    ///
    /// The credentials in the answer are made anew for each call and are valid for 96 hours, the
    /// longest life of an instance. Together with `data` they are the most sensitive output of this
    /// API; keep them out of logs.
    ///
    /// Fails with `404` if no secret has this token: it was removed, has expired or never existed.
    /// Treat this as final rather than retrying.
    ///
    /// Until 2019.
    ///
    /// * Request: `GET /secret/<token>`, aws-provisioner API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_aws_provisioner::{AwsProvisioner};
    /// # let aws_provisioner = AwsProvisioner::new(&Client::from_env()?);
    /// let answer = aws_provisioner.get_secret("token").send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "getSecret")]
    pub fn get_secret(&self, token: &str) -> Call<C, types::GetSecretResponse> {
        Call::json(&self.client, &endpoints::GET_SECRET, &[token])
    }

    /// Deletes the secret that belongs to a token.
    ///
    /// From then on `getSecret` answers `404` for the token. A worker calls this once it holds its
    /// credentials and before it starts any task, since tasks are not trusted and could otherwise
    /// fetch the same secrets. If this call fails, the worker should not go on to take tasks.
    ///
    /// The token is the only proof asked for, and removing a secret that does not exist succeeds,
    /// so the call is safe to repeat. Temporary credentials that were already handed out stay
    /// valid.
    ///
    /// Until 2019.
    ///
    /// * Request: `DELETE /secret/<token>`, aws-provisioner API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_aws_provisioner::{AwsProvisioner};
    /// # let aws_provisioner = AwsProvisioner::new(&Client::from_env()?);
    /// aws_provisioner.remove_secret("token").send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "removeSecret")]
    pub fn remove_secret(&self, token: &str) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::REMOVE_SECRET, &[token])
    }
}

/// # Status
impl<C: ApiClient> AwsProvisioner<C> {
    /// Reports to the provisioner that an instance has booted.
    ///
    /// The worker sends its EC2 `instanceId` together with the `securityToken` from its user data
    /// as `token`. The service accepts the report only if a secret with this token exists, so the
    /// report has to come before `removeSecret`. The token is not used up by it. Nothing comes back
    /// on success.
    ///
    /// Calling it is harmless and can be repeated, but has no effect that shows elsewhere in the
    /// API. It fails if the token is unknown.
    ///
    /// Until 2019.
    ///
    /// * Request: `GET /instance-started/<instanceId>/<token>`, aws-provisioner API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_aws_provisioner::{AwsProvisioner};
    /// # let aws_provisioner = AwsProvisioner::new(&Client::from_env()?);
    /// aws_provisioner.instance_started("i-0123456789abcdef0", "token").send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "instanceStarted")]
    pub fn instance_started(&self, instance_id: &str, token: &str) -> Call<C, ()> {
        Call::empty(
            &self.client,
            &endpoints::INSTANCE_STARTED,
            &[instance_id, token],
        )
    }

    /// Returns the instances of a worker type that are known at the moment.
    ///
    /// The answer is a JSON object without a schema, so read it as raw JSON. It holds `workerType`,
    /// the list `instances`, two lists called `requests` and `internalTrackedRequests` for
    /// outstanding spot requests, and `summary`, an object like those of `listWorkerTypeSummaries`.
    /// An instance has `id`, `srId` (its spot request, or `ondemand`), `ami`, `type`, `region`,
    /// `zone`, `state` and `launch`, the time at which it was launched. The two request lists are
    /// empty where the EC2 manager keeps track of instances, because it does not follow spot
    /// requests.
    ///
    /// The view is the service's own and lags a little behind EC2. Fails with `404` if the worker
    /// type has no definition, even when instances of a deleted one still run.
    ///
    /// Until 2019.
    ///
    /// * Request: `GET /state/<workerType>`, aws-provisioner API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_aws_provisioner::{AwsProvisioner};
    /// # let aws_provisioner = AwsProvisioner::new(&Client::from_env()?);
    /// let answer = aws_provisioner.state("linux").send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn state(&self, worker_type: &str) -> Call<C, taskcluster_core::json::Value> {
        Call::untyped(&self.client, &endpoints::STATE, &[worker_type])
    }

    /// Returns when the provisioning loop last completed a round.
    ///
    /// The web API and the loop are separate processes, so `ping` can succeed while no instances
    /// are being started. After each round the loop checks in with an external watchdog service,
    /// and this call passes on what that service says. An old `lastCheckedIn` means that the loop
    /// hangs or fails.
    ///
    /// The call fails with a server error when the watchdog service cannot be reached, which says
    /// nothing about the loop.
    ///
    /// Until 2019.
    ///
    /// * Request: `GET /backend-status`, aws-provisioner API v1
    /// * Scopes: none
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_aws_provisioner::{AwsProvisioner};
    /// # let aws_provisioner = AwsProvisioner::new(&Client::from_env()?);
    /// let answer = aws_provisioner.backend_status().send()?;
    /// println!("{}", answer.status);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "backendStatus")]
    pub fn backend_status(&self) -> Call<C, types::BackendStatusResponse> {
        Call::json(&self.client, &endpoints::BACKEND_STATUS, &[])
    }
}

/// # Health
impl<C: ApiClient> AwsProvisioner<C> {
    /// Answers without doing any work.
    ///
    /// Use it to test that the web API of the provisioner can be reached. It tells nothing about
    /// the provisioning loop, for which there is `backendStatus`, and it does not check
    /// credentials.
    ///
    /// Until 2019.
    ///
    /// * Request: `GET /ping`, aws-provisioner API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_aws_provisioner::{AwsProvisioner};
    /// # let aws_provisioner = AwsProvisioner::new(&Client::from_env()?);
    /// aws_provisioner.ping().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn ping(&self) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::PING, &[])
    }
}
