//! Messages as the types of the service crates.

use std::error::Error as StdError;

use serde::Serialize;
use taskcluster_client::routing_key::{Binding, RoutingKey, RoutingKeyError};
use taskcluster_client::{
    auth, aws_provisioner, github, hooks, notify, purge_cache, queue, treeherder, worker_manager,
};

use auth::AuthEvents;
use aws_provisioner::AwsProvisionerEvents;
use github::GithubEvents;
use hooks::HooksEvents;
use notify::NotifyEvents;
use purge_cache::PurgeCacheEvents;
use queue::QueueEvents;
use treeherder::TreeherderEvents;
use worker_manager::WorkerManagerEvents;

/// The fields of a routing key: name and value, in their order.
pub type Fields = Vec<(&'static str, String)>;

/// Defines [`Event`] and its functions by one line per exchange.
macro_rules! events {
    ($($events:ident::$exchange:ident => $variant:ident($message:ty),)*) => {
        /// The body of a message: a variant per exchange.
        #[derive(Clone, Debug, PartialEq, Serialize)]
        #[serde(untagged)]
        #[non_exhaustive]
        pub enum Event {
            $(
                #[doc = concat!(
                    "From the exchange of [`", stringify!($events), "::", stringify!($exchange), "`]."
                )]
                $variant(Box<$message>),
            )*
        }

        impl Event {
            /// Reads a message. `None` means that it is from an exchange which is not known here.
            ///
            /// # Errors
            /// The routing key or the body does not have the form that the exchange promises.
            pub fn read(
                exchange: &str,
                key: &str,
                body: &[u8],
            ) -> Result<Option<(Fields, Self)>, Box<dyn StdError + Send + Sync>> {
                $(
                    let selection = $events::$exchange();
                    if selection.binding()?.exchange == exchange {
                        let event = Self::$variant(serde_json::from_slice(body)?);
                        return Ok(Some((owned(&selection.parse(key)?), event)));
                    }
                )*
                Ok(None)
            }
        }

        /// The bindings that select all messages of all exchanges.
        ///
        /// # Errors
        /// None: without values there is nothing that a routing key could not hold.
        pub fn everything() -> Result<Vec<Binding>, RoutingKeyError> {
            Ok(vec![$($events::$exchange().binding()?,)*])
        }
    };
}

events! {
    AuthEvents::client_created => ClientCreated(auth::types::ClientMessage),
    AuthEvents::client_updated => ClientUpdated(auth::types::ClientMessage),
    AuthEvents::client_deleted => ClientDeleted(auth::types::ClientMessage),
    AuthEvents::role_created => RoleCreated(auth::types::RoleMessage),
    AuthEvents::role_updated => RoleUpdated(auth::types::RoleMessage),
    AuthEvents::role_deleted => RoleDeleted(auth::types::RoleMessage),
    AwsProvisionerEvents::worker_type_created =>
        WorkerTypeCreated(aws_provisioner::types::WorkerTypeMessage),
    AwsProvisionerEvents::worker_type_updated =>
        WorkerTypeUpdated(aws_provisioner::types::WorkerTypeMessage),
    AwsProvisionerEvents::worker_type_removed =>
        WorkerTypeRemoved(aws_provisioner::types::WorkerTypeMessage),
    GithubEvents::pull_request => PullRequest(github::types::GithubPullRequestMessage),
    GithubEvents::push => Push(github::types::GithubPushMessage),
    GithubEvents::release => Release(github::types::GithubReleaseMessage),
    GithubEvents::task_group_defined => TaskGroupDefined(github::types::TaskGroupDefinedMessage),
    GithubEvents::rerun => Rerun(github::types::GithubRerunMessage),
    GithubEvents::task_group_creation_requested =>
        TaskGroupCreationRequested(github::types::TaskGroupCreationRequested),
    GithubEvents::taskcluster_yml_update =>
        TaskclusterYmlUpdate(github::types::TaskclusterYmlUpdateMessage),
    HooksEvents::hook_created => HookCreated(hooks::types::PulseHookChangedMessage),
    HooksEvents::hook_updated => HookUpdated(hooks::types::PulseHookChangedMessage),
    HooksEvents::hook_deleted => HookDeleted(hooks::types::PulseHookChangedMessage),
    NotifyEvents::notify => Notify(notify::types::NotificationMessage),
    PurgeCacheEvents::purge_cache => PurgeCache(purge_cache::types::PurgeCacheMessage),
    QueueEvents::task_defined => TaskDefined(queue::types::TaskDefinedMessage),
    QueueEvents::task_pending => TaskPending(queue::types::TaskPendingMessage),
    QueueEvents::task_running => TaskRunning(queue::types::TaskRunningMessage),
    QueueEvents::artifact_created => ArtifactCreated(queue::types::ArtifactCreatedMessage),
    QueueEvents::task_completed => TaskCompleted(queue::types::TaskCompletedMessage),
    QueueEvents::task_failed => TaskFailed(queue::types::TaskFailedMessage),
    QueueEvents::task_exception => TaskException(queue::types::TaskExceptionMessage),
    QueueEvents::task_group_resolved => TaskGroupResolved(queue::types::TaskGroupResolved),
    QueueEvents::task_group_sealed => TaskGroupSealed(queue::types::TaskGroupResolved),
    QueueEvents::task_priority_changed =>
        TaskPriorityChanged(queue::types::TaskPriorityChangedMessage),
    QueueEvents::task_group_priority_changed =>
        TaskGroupPriorityChanged(queue::types::TaskGroupPriorityChangedMessage),
    TreeherderEvents::jobs => Jobs(treeherder::types::PulseJob),
    WorkerManagerEvents::worker_pool_created =>
        WorkerPoolCreated(worker_manager::types::PulseWorkerPoolMessage),
    WorkerManagerEvents::worker_pool_updated =>
        WorkerPoolUpdated(worker_manager::types::PulseWorkerPoolMessage),
    WorkerManagerEvents::worker_pool_error =>
        WorkerPoolError(worker_manager::types::PulseWorkerPoolErrorMessage),
    WorkerManagerEvents::worker_requested =>
        WorkerRequested(worker_manager::types::PulseWorkerMessage),
    WorkerManagerEvents::worker_running => WorkerRunning(worker_manager::types::PulseWorkerMessage),
    WorkerManagerEvents::worker_stopped => WorkerStopped(worker_manager::types::PulseWorkerMessage),
    WorkerManagerEvents::worker_removed =>
        WorkerRemoved(worker_manager::types::PulseWorkerRemovedMessage),
    WorkerManagerEvents::launch_config_created =>
        LaunchConfigCreated(worker_manager::types::PulseLaunchConfigMessage),
    WorkerManagerEvents::launch_config_updated =>
        LaunchConfigUpdated(worker_manager::types::PulseLaunchConfigMessage),
    WorkerManagerEvents::launch_config_archived =>
        LaunchConfigArchived(worker_manager::types::PulseLaunchConfigMessage),
}

fn owned(key: &RoutingKey<'_>) -> Fields {
    key.iter()
        .map(|(name, value)| (name, value.to_owned()))
        .collect()
}
