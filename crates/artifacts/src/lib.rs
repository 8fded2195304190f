#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

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
#[cfg(feature = "async")]
pub use get::follow::FollowStream;
pub use get::follow::{Follow, Followed};
pub use get::{Fetched, Get, Reader};
pub use put::{Put, Storage, Stored};
