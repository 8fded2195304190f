//! Files: whole under their names, or not there.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
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
    a_folder_that_takes_no_files_is_said_before_anything_is_sent,
    progress_is_told,
    a_large_file_comes_in_parts_where_it_can,
    parts_that_are_wrong_are_got_once_more_as_a_whole,
    a_name_that_cannot_be_taken_leaves_nothing_behind,
    a_process_that_is_killed_leaves_the_file_that_was_there,
    a_disk_that_takes_no_more_leaves_nothing_behind,
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

/// Folders that this process may read, and not write to.
#[cfg(unix)]
fn closed_folders(parent: &Path) -> Vec<std::path::PathBuf> {
    use std::os::unix::fs::PermissionsExt as _;
    let closed = parent.join("closed");
    fs::create_dir(&closed).expect("a folder");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o555)).expect("set");
    // Nobody is kept out of the first who is the superuser, and everybody of the second, where there is one.
    let mut folders = vec![closed, "/sys".into()];
    folders.retain(|it| it.is_dir() && tempfile::tempfile_in(it).is_err());
    folders
}

#[cfg(not(unix))]
fn closed_folders(_: &Path) -> Vec<std::path::PathBuf> {
    Vec::new()
}

fn a_folder_that_takes_no_files_is_said_before_anything_is_sent<C: Fetches>() {
    use std::io::ErrorKind::{PermissionDenied, ReadOnlyFilesystem};
    let parent = tempfile::tempdir().expect("a folder");
    let storage = Storage::start(Kept::S3, "new");
    let folders = closed_folders(parent.path());
    assert!(!folders.is_empty() || !cfg!(target_os = "linux"));
    for folder in folders {
        let path = folder.join("target.bin");
        let Err(Error::Local(e)) = C::to_file(&get(&storage), &path) else {
            panic!("{} takes no files", folder.display());
        };
        assert_eq!(e.path(), Some(&*path));
        let kind = e.io().kind();
        assert!(
            matches!(kind, PermissionDenied | ReadOnlyFilesystem),
            "{kind:?}"
        );
    }
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

fn a_name_that_cannot_be_taken_leaves_nothing_behind<C: Fetches>() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("target.bin");
    let storage = Storage::start(Kept::S3, "new");
    let place = path.clone();
    let get = get::<C>(&storage).progress(move |_| {
        // Somebody else has other plans for this name.
        let _ = fs::create_dir(&place);
    });
    let Err(Error::Local(e)) = C::to_file(&get, &path) else {
        panic!("a folder is not replaced");
    };
    assert_eq!(e.path(), Some(&*path));
    assert_eq!(names(folder.path()), ["target.bin"]);
}

/// What a child process is told: a root URL, and where the file goes.
const TOLD: &str = "TASKCLUSTER_TESTS_FETCH";

/// In the child: gets the file that it is told to get. Whether this is the child.
fn is_child<C: Fetches>() -> Option<Result<(), Error>> {
    let told = std::env::var(TOLD).ok()?;
    let (root, path) = told.split_once(' ').expect("both");
    let client = super::build::<C>(taskcluster_client::Client::builder(root));
    let get = taskcluster_artifacts::Artifacts::new(&client).of("fN1SbArXTPSVFNUvaOlinQ");
    let get = get.get(super::NAME).progress(|progress| {
        // Past what captures the words of tests.
        let _ = writeln!(std::io::stderr(), "{}", progress.bytes);
    });
    Some(C::to_file(&get, Path::new(path)).map(drop))
}

/// A process that runs one test of this suite as a child.
fn child<C: Fetches>(
    test: &str,
    storage: &Storage,
    path: &Path,
    through: &[&str],
) -> std::process::Command {
    let is_async = std::any::type_name::<C>().ends_with("AsyncClient");
    let colour = if is_async { "asynchronous" } else { "blocking" };
    let program = std::env::current_exe().expect("this program");
    let mut words = through
        .iter()
        .map(std::ffi::OsString::from)
        .collect::<Vec<_>>();
    words.push(program.into());
    let mut command = std::process::Command::new(&words[0]);
    command.args(&words[1..]);
    command.args([&format!("files::{colour}::{test}"), "--exact"]);
    command.env(TOLD, format!("{} {}", storage.root_url(), path.display()));
    command.stdout(std::process::Stdio::null());
    command
}

fn a_process_that_is_killed_leaves_the_file_that_was_there<C: Fetches>() {
    if is_child::<C>().is_some() {
        panic!("the parent should have killed this process");
    }
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("target.bin");
    fs::write(&path, "old").expect("written");
    let storage = Storage::start(Kept::S3, content(3_000_000)).with([Trouble::Stall(2_000_000)]);
    let test = "a_process_that_is_killed_leaves_the_file_that_was_there";
    let mut child = child::<C>(test, &storage, &path, &[])
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("a child");
    let told = BufReader::new(child.stderr.take().expect("its words"));
    let mut told = told.lines().map_while(Result::ok);
    let is_far = |line: String| line.parse::<u64>().is_ok_and(|bytes| bytes > 1_000_000);
    assert!(told.any(is_far), "the child has ended");
    child.kill().expect("killed");
    child.wait().expect("it has ended");
    assert_eq!(fs::read(&path).expect("the file"), b"old");
    let mut wanted = vec!["target.bin".to_owned()];
    if !has_nameless_files(folder.path()) {
        wanted.extend(
            names(folder.path())
                .into_iter()
                .filter(|it| it.ends_with(".part")),
        );
        assert_eq!(wanted.len(), 2, "the part, which had to have a name");
    }
    let mut left = names(folder.path());
    left.sort_by_key(|it| it.ends_with(".part"));
    assert_eq!(left, wanted);
}

/// Whether files can be written before they have a name.
fn has_nameless_files(folder: &Path) -> bool {
    #[cfg(all(target_os = "linux", not(taskcluster_portable)))]
    {
        use rustix::fs::{Mode, OFlags, open};
        open(folder, OFlags::TMPFILE | OFlags::WRONLY, Mode::empty()).is_ok()
    }
    #[cfg(any(not(target_os = "linux"), taskcluster_portable))]
    {
        let _ = folder;
        false
    }
}

fn a_disk_that_takes_no_more_leaves_nothing_behind<C: Fetches>() {
    if let Some(outcome) = is_child::<C>() {
        assert!(matches!(outcome, Err(Error::Local(_))), "{outcome:?}");
        return;
    }
    if !cfg!(unix) {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("target.bin");
    let storage = Storage::start(Kept::S3, content(3_000_000));
    let test = "a_disk_that_takes_no_more_leaves_nothing_behind";
    // No file may have more than a thousand blocks, and writing says so by an error.
    let shell = [
        "sh",
        "-c",
        "trap '' XFSZ; ulimit -f 1000; exec \"$@\"",
        "sh",
    ];
    let mut child = child::<C>(test, &storage, &path, &shell);
    let output = child
        .stdout(std::process::Stdio::piped())
        .output()
        .expect("a child");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stdout)
    );
    assert_eq!(names(folder.path()), [""; 0]);
    assert_eq!(storage.fetches().len(), 1, "it was the child that got it");
}

fn a_large_file_comes_in_parts_where_it_can<C: Fetches>() {
    let content = content(20_000_001);
    let hash = Kept::Object(json!({ "sha256": sha256(&content) }));
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("target.bin");
    let storage = Storage::start(hash, &*content);
    // The first answer says that there is enough; then one of the parts breaks, twice.
    let troubles = [
        Trouble::None,
        Trouble::InBody(1_000_000),
        Trouble::Status(503, ""),
    ];
    let storage = storage.with(troubles);
    let told = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
    let notes = std::sync::Arc::clone(&told);
    let get = get::<C>(&storage).connections(4);
    let get = get.progress(move |p| notes.lock().expect("the notes").push(p.bytes));
    let fetched = C::to_file(&get, &path).expect("the content");
    assert_eq!((fetched.bytes, fetched.is_verified), (20_000_001, true));
    assert!(fs::read(&path).expect("the file") == content);
    let fetches = storage.fetches();
    let mut ranges: Vec<_> = fetches.iter().filter_map(|it| it.header("range")).collect();
    ranges.sort_unstable();
    for wanted in [
        "bytes=0-4999999",
        "bytes=5000000-9999999",
        "bytes=10000000-14999999",
        "bytes=15000000-20000000",
    ] {
        assert!(ranges.contains(&wanted), "{ranges:?}");
    }
    assert_eq!(ranges.len(), 6, "two were asked for again: {ranges:?}");
    assert!(
        fetches
            .iter()
            .all(|it| it.header("range").is_some() == it.header("if-range").is_some())
    );
    assert_eq!(
        told.lock().expect("the notes").iter().max(),
        Some(&20_000_001)
    );

    // Without a strong tag nobody knows that parts are of the same content.
    let untagged = Storage::start(Kept::S3, &*content).untagged();
    C::to_file(&super::get::<C>(&untagged).connections(4), &path).expect("the content");
    let small = Storage::start(Kept::S3, &content[..7_000_000]);
    C::to_file(&super::get::<C>(&small).connections(4), &path).expect("the content");
    assert_eq!((untagged.fetches().len(), small.fetches().len()), (1, 1));
}

fn parts_that_are_wrong_are_got_once_more_as_a_whole<C: Fetches>() {
    let content = content(9_000_000);
    let hash = Kept::Object(json!({ "sha256": sha256(&content) }));
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("target.bin");
    for trouble in [
        Trouble::Wrong(7),
        Trouble::WholeInstead,
        Trouble::Changed(content.clone()),
    ] {
        let storage =
            Storage::start(hash.clone(), &*content).with([Trouble::None, trouble.clone()]);
        let fetched = C::to_file(&get::<C>(&storage).connections(2), &path);
        assert!(fetched.is_ok(), "{trouble:?}: {fetched:?}");
        assert!(fs::read(&path).expect("the file") == content, "{trouble:?}");
        let last = storage.fetches().pop().expect("a request");
        assert_eq!(last.header("range"), None, "{trouble:?}");
        assert_eq!(names(folder.path()), ["target.bin"]);
    }
}
