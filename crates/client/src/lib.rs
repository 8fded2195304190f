// Links of the README within this documentation; elsewhere they lead to docs.rs.
//! [`Client`]: Client
//! [`Call`]: Call
//! [`Error`]: Error
//! [`Artifacts`]: Artifacts
//! [`guide::artifacts`]: guide::artifacts
//! [`guide::calls`]: guide::calls
//! [`guide::credentials`]: guide::credentials
//! [`guide::from_python`]: guide::from_python
//! [`guide::failures`]: guide::failures
//! [`guide::features`]: guide::features
//! [`guide::testing`]: guide::testing
//! [`guide::tools`]: guide::tools
//! [`guide::performance`]: guide::performance
#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[doc(inline)]
pub use taskcluster_core::*;

#[cfg(feature = "artifacts")]
#[doc(inline)]
pub use taskcluster_artifacts::{self as artifacts, Artifacts};
#[cfg(feature = "auth")]
#[doc(inline)]
pub use taskcluster_auth::{self as auth, Auth};
#[cfg(feature = "aws-provisioner")]
#[doc(inline)]
pub use taskcluster_aws_provisioner::{self as aws_provisioner, AwsProvisioner};
#[cfg(feature = "ec2-manager")]
#[doc(inline)]
pub use taskcluster_ec2_manager::{self as ec2_manager, Ec2Manager};
#[cfg(feature = "github")]
#[doc(inline)]
pub use taskcluster_github::{self as github, Github};
#[cfg(feature = "hooks")]
#[doc(inline)]
pub use taskcluster_hooks::{self as hooks, Hooks};
#[cfg(feature = "index")]
#[doc(inline)]
pub use taskcluster_index::{self as index, Index};
#[cfg(feature = "login")]
#[doc(inline)]
pub use taskcluster_login::{self as login, Login};
#[cfg(feature = "notify")]
#[doc(inline)]
pub use taskcluster_notify::{self as notify, Notify};
#[cfg(feature = "object")]
#[doc(inline)]
pub use taskcluster_object::{self as object, Object};
#[cfg(feature = "pulse")]
#[doc(inline)]
pub use taskcluster_pulse::{self as pulse, Pulse};
#[cfg(feature = "purge-cache")]
#[doc(inline)]
pub use taskcluster_purge_cache::{self as purge_cache, PurgeCache};
#[cfg(feature = "queue")]
#[doc(inline)]
pub use taskcluster_queue::{self as queue, Queue};
#[cfg(feature = "secrets")]
#[doc(inline)]
pub use taskcluster_secrets::{self as secrets, Secrets};
#[cfg(feature = "tools")]
#[doc(inline)]
pub use taskcluster_tools as tools;
#[cfg(feature = "treeherder")]
#[doc(inline)]
pub use taskcluster_treeherder as treeherder;
#[cfg(feature = "web-server")]
#[doc(inline)]
pub use taskcluster_web_server::{self as web_server, WebServer};
#[cfg(feature = "worker-manager")]
#[doc(inline)]
pub use taskcluster_worker_manager::{self as worker_manager, WorkerManager};

/// Longer explanations than fit an item.
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

    #[doc = include_str!("../guide/features.md")]
    pub mod features {}

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
