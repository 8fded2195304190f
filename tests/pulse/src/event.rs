//! Messages as the types of the service crates.

use std::error::Error as StdError;

use serde::Serialize;
use taskcluster_client::routing_key::{Binding, RoutingKey, RoutingKeyError};
use taskcluster_client::{auth, aws_provisioner, github, purge_cache, queue, treeherder};

use auth::AuthEvents;
use aws_provisioner::AwsProvisionerEvents;
use github::GithubEvents;
use purge_cache::PurgeCacheEvents;
use queue::QueueEvents;
use treeherder::TreeherderEvents;

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
    PurgeCacheEvents::purge_cache => PurgeCache(purge_cache::types::PurgeCacheMessage),
    QueueEvents::task_defined => TaskDefined(queue::types::TaskDefinedMessage),
    QueueEvents::task_pending => TaskPending(queue::types::TaskPendingMessage),
    QueueEvents::task_running => TaskRunning(queue::types::TaskRunningMessage),
    QueueEvents::artifact_created => ArtifactCreated(queue::types::ArtifactCreatedMessage),
    QueueEvents::task_completed => TaskCompleted(queue::types::TaskCompletedMessage),
    QueueEvents::task_failed => TaskFailed(queue::types::TaskFailedMessage),
    QueueEvents::task_exception => TaskException(queue::types::TaskExceptionMessage),
    QueueEvents::task_group_resolved => TaskGroupResolved(queue::types::TaskGroupResolved),
    TreeherderEvents::jobs => Jobs(treeherder::types::PulseJob),
}

fn owned(key: &RoutingKey<'_>) -> Fields {
    key.iter()
        .map(|(name, value)| (name, value.to_owned()))
        .collect()
}
