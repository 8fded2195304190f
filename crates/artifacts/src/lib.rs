// Links of the README within this documentation; elsewhere they lead to docs.rs.
#![cfg_attr(
    feature = "async",
    doc = "[`AsyncClient`]: taskcluster_core::AsyncClient"
)]
#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![cfg_attr(
    not(any(feature = "async", feature = "blocking")),
    expect(
        dead_code,
        unused_imports,
        unused_macros,
        reason = "the verbs are those of a kind of client"
    )
)]

mod artifacts;
mod caller;
mod colour;
mod content;
mod error;
mod get;
mod names;
mod put;
mod subject;

pub use artifacts::{Artifacts, TaskArtifacts};
pub use content::place::StorageType;
pub use content::progress::Progress;
pub use error::{Error, LocalError, Mismatch, NoContent, Result, TooLarge, TransferError};
#[cfg(feature = "async")]
pub use get::ByteStream;
#[cfg(feature = "blocking")]
pub use get::Reader;
#[cfg(feature = "blocking")]
pub use get::follow::Follow;
#[cfg(feature = "async")]
pub use get::follow::FollowStream;
pub use get::follow::Followed;
pub use get::{Fetched, Get};
pub use put::{Put, Storage, Stored};
