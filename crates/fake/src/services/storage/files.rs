//! The folder in which large content is, beside the state file.

use std::collections::HashSet;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use taskcluster_core::slugid;

/// A folder for content. All clones are the same folder.
#[derive(Clone, Debug)]
pub(crate) struct Folder {
    path: Arc<Path>,
    dropped: Arc<Mutex<Vec<PathBuf>>>,
}

impl Folder {
    /// The folder at this path, which is made when the first file is.
    pub(crate) fn new(path: &Path) -> Self {
        Self {
            path: path.into(),
            dropped: Arc::default(),
        }
    }

    /// Whether there is a folder; an error where something else has its name, such as a link.
    fn is_there(&self) -> io::Result<bool> {
        match fs::symlink_metadata(&self.path) {
            Ok(there) if there.is_dir() => Ok(true),
            Ok(_) => {
                let path = self.path.display();
                let what = format!("{path} is no folder; content is to be there: move it away");
                Err(io::Error::other(what))
            }
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(e) => Err(e),
        }
    }

    /// A new file, for nobody else to read.
    fn create(&self) -> io::Result<(StoredFile, File)> {
        if !self.is_there()? {
            create_folder(&self.path)?;
        }
        let name = slugid::v4();
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(all(unix, not(taskcluster_portable)))]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(self.path.join(&name))?;
        let folder = Some(self.clone());
        Ok((StoredFile { name, folder }, file))
    }

    /// The files that nothing names any more. They may be deleted once a state that does not name
    /// them either has been saved.
    pub(crate) fn take_dropped(&self) -> Vec<PathBuf> {
        let mut dropped = self.dropped.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut *dropped)
    }

    /// Deletes what is not named: uploads that a crash has cut off, and content that was replaced.
    pub(super) fn sweep(&self, named: &HashSet<String>) -> io::Result<()> {
        if !self.is_there()? {
            return Ok(());
        }
        for entry in fs::read_dir(&self.path)? {
            let entry = entry?;
            let name = entry.file_name();
            let is_left = |name: &str| is_name(name) && !named.contains(name);
            if name.to_str().is_some_and(is_left) {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }
}

/// Whether a file could have been made by [`Folder::create`].
fn is_name(name: &str) -> bool {
    let is_fine = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    name.len() == 22 && name.chars().all(is_fine)
}

fn create_folder(path: &Path) -> io::Result<()> {
    #[cfg(all(unix, not(taskcluster_portable)))]
    let builder = {
        let mut builder = fs::DirBuilder::new();
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder
    };
    #[cfg(any(not(unix), taskcluster_portable))]
    let builder = fs::DirBuilder::new();
    match builder.create(path) {
        // Another upload was quicker.
        Err(e) if e.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        made => made,
    }
}

/// A file of a folder, which may be deleted once nobody has this any more.
#[derive(Debug)]
pub(crate) struct StoredFile {
    name: String,
    /// None while a state is being read.
    folder: Option<Folder>,
}

impl StoredFile {
    pub(super) fn create(folder: &Folder) -> io::Result<(Arc<Self>, File)> {
        let (stored, file) = folder.create()?;
        Ok((Arc::new(stored), file))
    }

    /// A file of this name in a folder that will be told later.
    pub(super) fn named(name: String) -> Result<Self, String> {
        if !is_name(&name) {
            return Err(format!("no name of stored content: {name:?}"));
        }
        Ok(Self { name, folder: None })
    }

    pub(super) fn within(&self, folder: &Folder) -> Self {
        Self {
            name: self.name.clone(),
            folder: Some(folder.clone()),
        }
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn open(&self) -> io::Result<File> {
        File::open(self.path().ok_or(io::ErrorKind::NotFound)?)
    }

    fn path(&self) -> Option<PathBuf> {
        Some(self.folder.as_ref()?.path.join(&self.name))
    }
}

impl Drop for StoredFile {
    fn drop(&mut self) {
        if let (Some(path), Some(folder)) = (self.path(), &self.folder) {
            let dropped = folder.dropped.lock();
            dropped.unwrap_or_else(PoisonError::into_inner).push(path);
        }
    }
}
