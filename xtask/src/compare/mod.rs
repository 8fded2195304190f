//! `cargo xtask compare`: what a deployment has that `apis/` has not, and the other way.
//!
//! `facts` takes references and schemas apart, `report` says how two sets of facts differ, `adopt`
//! takes over those of a newer release, and `layout` writes files as people keep them here.

mod adopt;
mod facts;
mod layout;
mod report;

use std::path::Path;

use crate::generate::Source;
use crate::import;

pub use adopt::{Adopted, adopt};
pub use report::Report;

/// The folder of the newest era, under the project's own.
pub const NEWEST: &str = "apis/today";

/// Why nothing was compared: a place, and what is wrong there.
pub type Error = Box<dyn std::error::Error>;

/// Compares what `theirs`, a root URL or a folder in published form, has with the folder `ours`.
///
/// # Errors
/// Either cannot be read, or has something that the generator does not know.
pub fn compare(theirs: &str, ours: &Path) -> Result<Report, Error> {
    let theirs = source(Path::new(theirs), import::read(theirs)?)?;
    Ok(Report::of(
        &facts::of(&theirs),
        &facts::of(&of_folder(ours)?),
    ))
}

fn of_folder(folder: &Path) -> Result<Source, Error> {
    source(folder, import::read(&folder.display().to_string())?)
}

/// The files of an import as the generator reads them.
fn source(root: &Path, mut files: import::Files) -> Result<Source, Error> {
    files.remove("manifest.json");
    Ok(Source::of(root, files)?)
}
