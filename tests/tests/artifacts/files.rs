//! Files: whole under their names, or not there.

use std::fs;
use std::path::Path;

use serde_json::json;
use taskcluster_artifacts::Error;
use taskcluster_tests::{Fetches, Kept, Storage, Trouble, in_both_colours};

use super::{content, get, sha256};

in_both_colours!(
    a_file_is_whole_or_not_there,
    a_file_that_is_there_is_left_alone_until_then,
    only_files_are_replaced,
    a_place_that_cannot_be_written_is_said_before_anything_is_sent,
    progress_is_told,
);

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder");
    let name = |entry: std::io::Result<fs::DirEntry>| {
        entry
            .expect("an entry")
            .file_name()
            .to_string_lossy()
            .into_owned()
    };
    entries.map(name).collect()
}

fn a_file_is_whole_or_not_there<C: Fetches>() {
    let content = content(5_000_000);
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("target.bin");
    let storage = Storage::start(
        Kept::Object(json!({ "sha256": sha256(&content) })),
        &*content,
    );
    let storage = storage.with([
        Trouble::InBody(3_000_000),
        Trouble::Wrong(17),
        Trouble::InBody(10),
    ]);
    let fetched = C::to_file(&get(&storage), &path).expect("the content");
    assert_eq!((fetched.bytes, fetched.is_verified), (5_000_000, true));
    assert!(fs::read(&path).expect("the file") == content);
    assert_eq!(names(folder.path()), ["target.bin"]);

    let storage = storage.with(vec![Trouble::InBody(3_000); 9]);
    let other = folder.path().join("other.bin");
    C::to_file(&get(&storage), &other).expect_err("it breaks each time");
    assert_eq!(names(folder.path()), ["target.bin"]);
}

fn a_file_that_is_there_is_left_alone_until_then<C: Fetches>() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("target.bin");
    fs::write(&path, "old").expect("written");
    let storage = Storage::start(Kept::S3, "new").with([Trouble::Status(404, "")]);
    C::to_file(&get(&storage), &path).expect_err("not found");
    assert_eq!(fs::read(&path).expect("the file"), b"old");
    #[cfg(unix)]
    let link = {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("set");
        let link = folder.path().join("link");
        std::os::unix::fs::symlink(&path, &link).expect("a link");
        link
    };
    #[cfg(not(unix))]
    let link = path.clone();
    C::to_file(&get::<C>(&storage).unsynced(), &link).expect("the content");
    assert_eq!(fs::read(&path).expect("the file"), b"new");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
        let mode = fs::metadata(&path).expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o640);
    }
}

fn only_files_are_replaced<C: Fetches>() {
    let folder = tempfile::tempdir().expect("a folder");
    let storage = Storage::start(Kept::S3, "new");
    let mut places = vec![folder.path().to_owned()];
    #[cfg(unix)]
    places.extend(["/dev/null".into(), "/".into()]);
    for place in places {
        let why = C::to_file(&get(&storage), &place).expect_err("no file");
        assert!(matches!(why, Error::Refused(_)), "{why}");
    }
    assert!(storage.received().is_empty(), "nothing was sent");
}

fn a_place_that_cannot_be_written_is_said_before_anything_is_sent<C: Fetches>() {
    let folder = tempfile::tempdir().expect("a folder");
    let storage = Storage::start(Kept::S3, "new");
    let path = folder.path().join("no/such/folder");
    let Err(Error::Local(e)) = C::to_file(&get(&storage), &path) else {
        panic!("there is no such folder");
    };
    assert_eq!(e.path(), Some(&*path));
    assert_eq!(e.io().kind(), std::io::ErrorKind::NotFound);
    assert!(storage.received().is_empty(), "nothing was sent");
}

fn progress_is_told<C: Fetches>() {
    let content = content(1_000_000);
    let storage = Storage::start(Kept::S3, content).with([Trouble::InBody(400_000)]);
    let told = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
    let notes = std::sync::Arc::clone(&told);
    let get = get::<C>(&storage).progress(move |p| notes.lock().expect("the notes").push(p));
    C::to_bytes(&get).expect("the content");
    let told = told.lock().expect("the notes");
    assert!(told.is_sorted_by_key(|p| (p.attempt, p.bytes)));
    assert!(told.iter().any(|p| (p.bytes, p.attempt) == (400_000, 1)));
    let last = told.last().expect("a note");
    assert_eq!(
        (last.bytes, last.total, last.attempt),
        (1_000_000, Some(1_000_000), 2)
    );
}
