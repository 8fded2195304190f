//! The files of a state, on the file system: for nobody else to read, and for one deployment alone.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use fs4::TryLockError;

/// What has the name of a file and something behind it.
pub(crate) fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(end);
    name.into()
}

pub(super) fn about(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

/// A state that this deployment has alone, until this is dropped or the process ends.
#[derive(Debug)]
pub(crate) struct Claim {
    file: File,
    /// Where the state is, links followed: what is locked must be what is written.
    pub(crate) path: PathBuf,
}

impl Claim {
    /// # Errors
    /// Another deployment has it, or there can be no lock.
    pub(crate) fn new(path: &Path) -> io::Result<Self> {
        let path = match fs::canonicalize(path) {
            Ok(path) => path,
            Err(_) => path.to_owned(),
        };
        let lock = beside(&path, ".lock");
        let file = open_lock(&lock).map_err(|e| about(&lock, &e))?;
        // By its own name: newer versions of std have a method of this name.
        match fs4::FileExt::try_lock(&file) {
            Ok(()) => Ok(Self { file, path }),
            Err(TryLockError::WouldBlock) => {
                let path = path.display();
                let what = format!(
                    "{path}: another fake Taskcluster keeps its state there; stop it, or name \
                     another file"
                );
                Err(io::Error::new(ErrorKind::WouldBlock, what))
            }
            Err(TryLockError::Error(e)) => Err(about(&lock, &e)),
        }
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        // To close the file is not enough while a process that was forked just now has it too.
        let _ = fs4::FileExt::unlock(&self.file);
    }
}

/// Opens the file that is locked, which stays when the deployment ends: were it removed, two could
/// have a lock on files of the same name.
fn open_lock(path: &Path) -> io::Result<File> {
    match private(path) {
        Err(e) if e.kind() == ErrorKind::AlreadyExists => {}
        made => return made,
    }
    if !fs::symlink_metadata(path)?.is_file() {
        return Err(io::Error::other("is no file; move it away"));
    }
    OpenOptions::new().write(true).open(path)
}

/// A file that was not there before, so that nobody else has it open, and no link leads elsewhere.
fn private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true);
    // There are secrets and access tokens in it.
    #[cfg(all(unix, not(taskcluster_portable)))]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// A new file that is to take the place of a state. What a crash, or somebody else, has left there is
/// not trusted.
pub(super) fn draft(path: &Path) -> io::Result<(PathBuf, File)> {
    let draft = beside(path, ".new");
    match fs::remove_file(&draft) {
        Err(e) if e.kind() != ErrorKind::NotFound => return Err(about(&draft, &e)),
        _ => {}
    }
    let file = private(&draft).map_err(|e| about(&draft, &e))?;
    Ok((draft, file))
}

/// Puts a draft in the place of a state, in one step that lasts.
pub(super) fn replace(path: &Path, draft: &Path) -> io::Result<()> {
    fs::rename(draft, path)?;
    // The new name is durable with the folder; elsewhere than on Unix folders cannot be opened.
    if cfg!(all(unix, not(taskcluster_portable))) {
        let folder = path.parent().filter(|folder| *folder != Path::new(""));
        File::open(folder.unwrap_or(Path::new(".")))?.sync_all()?;
    }
    Ok(())
}
