// Links of the README within this documentation; elsewhere they lead to docs.rs.
//! [`Client`]: Client
//! [`Call`]: Call
//! [`Error`]: Error
//! [`Artifacts`]: Artifacts
//! [`guide::artifacts`]: guide::artifacts
//! [`guide::calls`]: guide::calls
//! [`guide::credentials`]: guide::credentials
//! [`guide::from_python`]: guide::from_python
//! [`guide::from_rust`]: guide::from_rust
//! [`guide::failures`]: guide::failures
//! [`guide::features`]: guide::features
//! [`guide::testing`]: guide::testing
//! [`guide::tools`]: guide::tools
//! [`guide::performance`]: guide::performance
#![cfg_attr(
    feature = "async",
    doc = "[`guide::asynchronous`]: guide::asynchronous\n[`AsyncClient`]: AsyncClient"
)]
#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

// All of the core is here, also what a list of what programs need is better without: endpoints as data,
// exchanges without I/O, the blocks of generated types.
#[doc(hidden)]
pub use taskcluster_core::*;

#[cfg(feature = "blocking")]
#[doc(inline)]
pub use taskcluster_core::Client;
#[doc(inline)]
pub use taskcluster_core::{
    ApiError, Blob, Call, Certificate, ClientBuilder, Credentials, CredentialsError,
    CredentialsProvider, DecodeError, EnvironmentProvider, Error, Headers, Items, Method, Options,
    Page, Pages, Provided, ProviderError, Redirect, Request, RequestError, RequestInfo, Response,
    Result, RetryPolicy, RootUrl, Temporary, TemporaryProvider, TransportError, TransportFailure,
    from_now, hawk, logging, routing_key, scopes, slugid, timestamp, urls,
};
#[cfg(feature = "async")]
#[doc(inline)]
pub use taskcluster_core::{AsyncClient, AsyncCredentialsProvider, HyperTransport, Transport};

/// A service's client, and the module with all else of its crate.
macro_rules! services {
    ($($feature:literal $module:ident $krate:ident $($client:ident)?, $about:literal;)+) => {$(
        $(
            #[cfg(feature = $feature)]
            #[doc(inline)]
            pub use $krate::$client;
        )?

        #[cfg(feature = $feature)]
        #[doc = concat!("The service `", $feature, "`: ", $about, ".")]
        #[doc = concat!("\n\nAll of the crate [`", stringify!($krate), "`]($krate).")]
        pub mod $module {
            #[doc(inline)]
            pub use $krate::*;
        }
    )+};
}

services! {
    "auth" auth taskcluster_auth Auth, "clients, roles, scopes and temporary access to other systems";
    "aws-provisioner" aws_provisioner taskcluster_aws_provisioner AwsProvisioner, "worker types of the AWS provisioner, until 2019";
    "ec2-manager" ec2_manager taskcluster_ec2_manager Ec2Manager, "EC2 instances that the AWS provisioner asks for, until 2019";
    "github" github taskcluster_github Github, "builds of GitHub repositories, their statuses and badges";
    "hooks" hooks taskcluster_hooks Hooks, "tasks that are created on a schedule, on a message or on demand";
    "index" index taskcluster_index Index, "tasks by names that can be guessed";
    "login" login taskcluster_login Login, "credentials for people who have logged in elsewhere, until 2019";
    "notify" notify taskcluster_notify Notify, "mail, messages in chats and over pulse, and who wants none";
    "object" object taskcluster_object Object, "objects of data, uploaded and downloaded";
    "pulse" pulse taskcluster_pulse Pulse, "namespaces of the message broker, until 2019";
    "purge-cache" purge_cache taskcluster_purge_cache PurgeCache, "requests to purge caches of workers";
    "queue" queue taskcluster_queue Queue, "tasks, their runs and artifacts, and workers";
    "secrets" secrets taskcluster_secrets Secrets, "values that only some tasks may read";
    "treeherder" treeherder taskcluster_treeherder, "messages for Treeherder, until 2019";
    "web-server" web_server taskcluster_web_server WebServer, "profiles of task groups and logs";
    "worker-manager" worker_manager taskcluster_worker_manager WorkerManager, "worker pools, their workers and providers";
}

#[cfg(feature = "artifacts")]
#[doc(inline)]
pub use taskcluster_artifacts::Artifacts;

/// The content of artifacts, got and put, whole and verified; begin with [`Artifacts`].
#[cfg(feature = "artifacts")]
pub mod artifacts {
    #[doc(inline)]
    pub use taskcluster_artifacts::*;
}

/// Messages from Pulse, typed and acknowledged when handled; begin with
/// [`Listener`](taskcluster_listener::Listener).
#[cfg(feature = "listener")]
pub mod listener {
    #[doc(inline)]
    pub use taskcluster_listener::*;
}

/// What programs do around calls: waiting, graphs of tasks, secrets by type.
#[cfg(feature = "tools")]
pub mod tools {
    #[doc(inline)]
    pub use taskcluster_tools::*;
}

/// Longer explanations than fit an item, each page for something that one wants to do.
pub mod guide {
    #[cfg(all(feature = "artifacts", feature = "queue"))]
    #[doc = include_str!("../guide/artifacts.md")]
    pub mod artifacts {}

    #[cfg(all(feature = "async", feature = "queue"))]
    #[doc = include_str!("../guide/asynchronous.md")]
    pub mod asynchronous {}

    #[cfg(all(feature = "queue", feature = "secrets"))]
    #[doc = include_str!("../guide/calls.md")]
    pub mod calls {}

    #[cfg(all(feature = "auth", feature = "queue"))]
    #[doc = include_str!("../guide/credentials.md")]
    pub mod credentials {}

    #[cfg(all(feature = "queue", feature = "secrets"))]
    #[doc = include_str!("../guide/failures.md")]
    pub mod failures {}

    #[cfg(all(
        feature = "auth",
        feature = "github",
        feature = "index",
        feature = "queue",
        feature = "secrets"
    ))]
    #[doc = include_str!("../guide/from-python.md")]
    pub mod from_python {}

    #[cfg(all(
        feature = "artifacts",
        feature = "async",
        feature = "auth",
        feature = "object",
        feature = "queue",
        feature = "tools"
    ))]
    #[doc = include_str!("../guide/from-rust.md")]
    pub mod from_rust {}

    #[doc = include_str!("../guide/features.md")]
    pub mod features {}

    #[doc = include_str!("../guide/performance/expect.md")]
    #[doc = ""]
    #[doc = include_str!("../guide/performance.md")]
    #[doc = include_str!("../guide/performance/bars.svg")]
    #[doc = ""]
    #[doc = include_str!("../guide/performance/results.md")]
    pub mod performance {}

    #[cfg(all(
        feature = "index",
        feature = "queue",
        feature = "secrets",
        feature = "tools"
    ))]
    #[doc = include_str!("../guide/tools.md")]
    pub mod tools {}

    #[cfg(all(feature = "github", feature = "queue", feature = "secrets"))]
    #[doc = include_str!("../guide/testing.md")]
    pub mod testing {}
}
