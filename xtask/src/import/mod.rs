//! `cargo xtask import`: what a deployment publishes, as a folder in the layout of `apis/`.
//!
//! `origin` fetches, from a deployment or from a folder; `address` turns the many ways in which
//! references are written into paths under the root; `links` finds what a file leads to;
//! `mirror` follows that from the manifest on; `folder` puts the result in place, all of it or
//! nothing.

mod address;
mod folder;
mod links;
mod mirror;
mod origin;

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use serde_json::Value;

use origin::Origin;

use crate::outside::visible;

/// The result of importing.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why nothing was imported: a file or URL, a place in it, and what is wrong.
#[derive(Debug)]
pub struct Error(String);

impl Error {
    fn new(why: impl Into<String>) -> Self {
        Self(visible(&why.into()))
    }

    fn at(place: impl fmt::Display, why: impl fmt::Display) -> Self {
        Self::new(format!("{place}: {why}"))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}

/// What was imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Imported {
    /// How many references the manifest lists.
    pub references: usize,
    /// How many schemas these lead to.
    pub schemas: usize,
}

/// The files of a mirror, by their path under the folder, such as `schemas/queue/v1/task.json`.
pub type Files = BTreeMap<String, Value>;

/// Mirrors what `from`, a root URL or a folder, publishes, into the folder `out`.
///
/// # Errors
/// A file cannot be fetched, is not JSON or leads to one that is not there; or `out` holds
/// something other than an earlier import. Nothing has been changed on disk then.
pub fn run(from: &str, out: &Path) -> Result<Imported> {
    folder::check(out)?;
    let files = read(from)?;
    folder::put(&files, out)?;
    let count = |prefix: &str| files.keys().filter(|path| path.starts_with(prefix)).count();
    Ok(Imported {
        references: count("references/"),
        schemas: count("schemas/"),
    })
}

/// What `from`, a root URL or a folder, publishes, as [`run`] would write it.
///
/// # Errors
/// As for [`run`].
pub fn read(from: &str) -> Result<Files> {
    mirror::of(&Origin::open(from)?)
}
