//! A file that is written beside its place, and takes it when it is whole.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use tempfile::{NamedTempFile, TempPath};

use crate::error::{Error, Result};

/// What the names of files that are not whole yet begin and end with.
const PREFIX: &str = ".artifact-";
const SUFFIX: &str = ".part";

/// A file that is to be. Dropped, it leaves nothing behind.
pub(crate) struct Target {
    place: PathBuf,
    temporary: TempPath,
    is_synced: bool,
}

impl Target {
    /// Makes the file beside its place, and looks whether it can take it.
    pub(crate) fn new(path: &Path, is_synced: bool) -> Result<(Self, File)> {
        let place = place(path)?;
        let folder = match place.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let mut builder = tempfile::Builder::new();
        builder.prefix(PREFIX).suffix(SUFFIX);
        permit(&mut builder);
        let made = builder.tempfile_in(folder);
        let made: NamedTempFile = made.map_err(|e| Error::local(Some(&place), "creating", e))?;
        let (file, temporary) = made.into_parts();
        let target = Self {
            place,
            temporary,
            is_synced,
        };
        Ok((target, file))
    }

    /// The name it has in errors.
    pub(crate) fn place(&self) -> &Path {
        &self.place
    }

    /// Takes its place: it is on the disk then, and has the permissions of the file that was there.
    pub(crate) fn take_place(self, file: File) -> Result<()> {
        let failed = |doing| move |e| (doing, e);
        let taken = || -> Result<(), (&'static str, io::Error)> {
            if let Ok(there) = fs::metadata(&self.place) {
                fs::set_permissions(&self.temporary, there.permissions())
                    .map_err(failed("setting the permissions of"))?;
            }
            if self.is_synced {
                file.sync_all().map_err(failed("writing"))?;
            }
            drop(file);
            Ok(())
        };
        taken().map_err(|(doing, e)| Error::local(Some(&self.place), doing, e))?;
        let Self {
            place,
            temporary,
            is_synced,
        } = self;
        temporary
            .persist(&place)
            .map_err(|e| Error::local(Some(&place), "renaming to", e.error))?;
        if is_synced {
            sync_folder(&place);
        }
        Ok(())
    }
}

/// Where the file is to be: a link is followed, so that it stays one. Only a file is replaced.
fn place(path: &Path) -> Result<PathBuf> {
    let refuse = |why: &str| {
        let path = path.display();
        Err(Error::refused(format!("{path} {why}")))
    };
    match fs::metadata(path) {
        Ok(there) if there.is_file() => {
            fs::canonicalize(path).map_err(|e| Error::local(Some(path), "looking at", e))
        }
        Ok(there) if there.is_dir() => refuse("is a folder; name the file that is to be in it"),
        Ok(_) => refuse("is no file, and would be replaced by one; use `to_writer`"),
        Err(e) if e.kind() == io::ErrorKind::NotFound => match path.file_name() {
            Some(_) if fs::symlink_metadata(path).is_ok() => refuse("is a link that leads nowhere"),
            Some(_) => Ok(path.to_owned()),
            None => refuse("does not name a file"),
        },
        Err(e) => Err(Error::local(Some(path), "looking at", e)),
    }
}

/// The permissions of a new file are those that the process gives to others, too.
fn permit(builder: &mut tempfile::Builder<'_, '_>) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    #[cfg(not(unix))]
    let _ = builder;
}

/// The new name is on the disk, too. Where a folder cannot be synced, the system does it in its own time.
fn sync_folder(place: &Path) {
    #[cfg(unix)]
    if let Some(Ok(folder)) = place.parent().map(|folder| {
        File::open(if folder.as_os_str().is_empty() {
            Path::new(".")
        } else {
            folder
        })
    }) {
        let _ = folder.sync_all();
    }
    #[cfg(not(unix))]
    let _ = place;
}
