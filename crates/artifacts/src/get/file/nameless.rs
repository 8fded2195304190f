//! Files without a name, which Linux has on most of its file systems.

use std::fs::File;
use std::io;
use std::os::fd::AsRawFd as _;
use std::path::{Path, PathBuf};

use rustix::fs::{AtFlags, CWD, Mode, OFlags, linkat, open};
use tempfile::TempPath;

/// A file that is in no folder; nothing where the file system has no such files, or they could not be named later.
pub(super) fn made(folder: &Path) -> Option<File> {
    let flags = OFlags::TMPFILE | OFlags::RDWR | OFlags::CLOEXEC;
    let file = File::from(open(folder, flags, Mode::from_raw_mode(0o666)).ok()?);
    way(&file).symlink_metadata().is_ok().then_some(file)
}

/// Gives a file a name: its place, if that is free; otherwise one beside it, by which it can take its place.
pub(super) fn named(file: &File, place: &Path) -> io::Result<Option<TempPath>> {
    match link(file, place) {
        Err(e) if e.kind() == io::ErrorKind::AlreadyExists => {
            let beside = super::names().make_in(super::folder(place), |path| link(file, path))?;
            Ok(Some(beside.into_temp_path()))
        }
        other => other.map(|()| None),
    }
}

fn link(file: &File, path: &Path) -> io::Result<()> {
    Ok(linkat(CWD, way(file), CWD, path, AtFlags::SYMLINK_FOLLOW)?)
}

/// By what the system reaches a file that is open.
fn way(file: &File) -> PathBuf {
    format!("/proc/self/fd/{}", file.as_raw_fd()).into()
}
