#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod artifacts;
mod caller;
mod colour;
mod content;
mod error;
mod get;
mod names;

pub use artifacts::{Artifacts, TaskArtifacts};
pub use content::place::StorageType;
pub use content::progress::Progress;
pub use error::{Error, LocalError, Mismatch, NoContent, Result, TooLarge, TransferError};
#[cfg(feature = "async")]
pub use get::ByteStream;
pub use get::{Fetched, Get, Reader};
