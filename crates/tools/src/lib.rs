// Links of the README within this documentation; elsewhere they lead to docs.rs.
//! [`QueueExt`]: QueueExt
//! [`IndexExt`]: IndexExt
//! [`Graph`]: Graph
//! [`Task`]: Task
//! [`SecretStore`]: SecretStore
//! [`Polling`]: Polling
//! [`ClaimProvider`]: ClaimProvider
//! [`WorkerProvider`]: WorkerProvider
//! [`FileProvider`]: FileProvider
//! [`ConfigFile`]: ConfigFile
//! [`SignIn`]: SignIn
#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![cfg_attr(
    not(any(feature = "async", feature = "blocking")),
    expect(dead_code, reason = "the verbs are those of a kind of client")
)]

#[cfg(feature = "actions")]
mod actions;
mod caller;
mod credentials;
mod error;
mod ext;
mod graph;
mod groups;
mod index;
mod job;
#[cfg(feature = "schemas")]
mod schema;
mod secrets;
mod task;
#[cfg(feature = "blocking")]
mod threads;
mod waiting;

#[cfg(feature = "actions")]
#[cfg_attr(docsrs, doc(cfg(feature = "actions")))]
pub use actions::{Action, Actions, Tags};
pub use caller::Caller;
pub use credentials::{ClaimProvider, ConfigFile, FileProvider, SignIn, SigningIn, WorkerProvider};
pub use error::{Error, Result, TimedOut};
pub use ext::{IndexExt, QueueExt};
pub use graph::{Added, Creation, CreationFailed, Graph};
pub use groups::Handled;
pub use index::{Walk, rank_of};
pub use job::Job;
pub use secrets::{SecretError, SecretProblem, SecretStore};
pub use task::Task;
pub use waiting::{Finished, Group, Hint, IndexPath, Polling, TaskChange, Tasks, Wait};
#[doc(hidden)]
pub use waiting::{Hinted, Watched};
