//! What commands print and how they end.

pub mod bench;
pub mod broker;
pub mod compare;
pub mod generate;
pub mod import;
pub mod judge;
pub mod vectors;

use std::path::{Path, PathBuf};

/// The project's folder.
fn project_root() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    root.canonicalize().unwrap_or(root)
}
