//! A file that is written without a name, or beside its place, and takes it when it is whole.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use crate::error::{Error, Result};

#[cfg(all(target_os = "linux", not(taskcluster_portable)))]
mod nameless;

/// What the names of files that are not whole yet begin and end with.
const PREFIX: &str = ".artifact-";
const SUFFIX: &str = ".part";

/// A file that is to be. Dropped, it leaves nothing behind.
pub(crate) struct Target {
    place: PathBuf,
    /// The name that it has meanwhile. A file without one is gone with the process, however that ends.
    temporary: Option<TempPath>,
    is_synced: bool,
}

impl Target {
    /// Makes the file in the folder of its place, and looks whether it can take that.
    pub(crate) fn new(path: &Path, is_synced: bool) -> Result<(Self, File)> {
        let place = place(path)?;
        let made = made(folder(&place));
        let (temporary, file) = made.map_err(|e| Error::local(Some(&place), "creating", e))?;
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
        let Self {
            place,
            temporary,
            is_synced,
        } = self;
        let failed = |doing| {
            let place = &place;
            move |e| Error::local(Some(place), doing, e)
        };
        if let Ok(there) = fs::metadata(&place) {
            file.set_permissions(there.permissions())
                .map_err(failed("setting the permissions of"))?;
        }
        if is_synced {
            file.sync_all().map_err(failed("writing"))?;
        }
        named(temporary, file, &place).map_err(failed("renaming to"))?;
        if is_synced {
            sync_folder(&place);
        }
        Ok(())
    }
}

fn folder(place: &Path) -> &Path {
    match place.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// A new file, without a name where the system has that.
fn made(folder: &Path) -> io::Result<(Option<TempPath>, File)> {
    #[cfg(all(target_os = "linux", not(taskcluster_portable)))]
    if let Some(file) = nameless::made(folder) {
        return Ok((None, file));
    }
    made_beside(folder)
}

fn made_beside(folder: &Path) -> io::Result<(Option<TempPath>, File)> {
    let mut builder = names();
    permit(&mut builder);
    let (file, temporary) = builder.tempfile_in(folder)?.into_parts();
    Ok((Some(temporary), file))
}

/// Gives a file its name, in place of what has it.
fn named(temporary: Option<TempPath>, file: File, place: &Path) -> io::Result<()> {
    let temporary = match temporary {
        Some(temporary) => temporary,
        #[cfg(all(target_os = "linux", not(taskcluster_portable)))]
        None => match nameless::named(&file, place)? {
            Some(temporary) => temporary,
            None => return Ok(()),
        },
        #[cfg(any(not(target_os = "linux"), taskcluster_portable))]
        None => return Err(io::ErrorKind::Unsupported.into()),
    };
    // Some systems rename no file that is open.
    drop(file);
    Ok(temporary.persist(place)?)
}

/// The names of files that are not whole yet.
fn names() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX).suffix(SUFFIX);
    builder
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
    #[cfg(all(unix, not(taskcluster_portable)))]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    #[cfg(any(not(unix), taskcluster_portable))]
    let _ = builder;
}

/// The new name is on the disk, too. Where a folder cannot be synced, the system does it in its own time.
fn sync_folder(place: &Path) {
    #[cfg(all(unix, not(taskcluster_portable)))]
    if let Ok(folder) = File::open(folder(place)) {
        let _ = folder.sync_all();
    }
    #[cfg(any(not(unix), taskcluster_portable))]
    let _ = place;
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    /// Files with and without a name meanwhile, where there are both.
    #[test]
    fn a_file_takes_its_place_whether_that_is_free_or_not() {
        let folder = tempfile::tempdir().expect("a folder");
        let place = folder.path().join("target");
        let in_folder = || fs::read_dir(folder.path()).expect("the folder").count();
        for made in [made, made_beside] {
            for content in ["new", "newer"] {
                let before = in_folder();
                let (temporary, mut file) = made(folder.path()).expect("a file");
                assert_eq!(in_folder() > before, temporary.is_some());
                file.write_all(content.as_bytes()).expect("written");
                let target = Target {
                    place: place.clone(),
                    temporary,
                    is_synced: true,
                };
                target.take_place(file).expect("the place");
                assert_eq!(fs::read_to_string(&place).expect("the file"), content);
                assert_eq!(in_folder(), 1);
            }
            fs::remove_file(&place).expect("removed");
        }
    }
}
