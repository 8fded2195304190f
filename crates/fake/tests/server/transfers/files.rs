//! Large content, which is in files beside the state.

use std::path::{Path, PathBuf};
use std::time::Duration;

use taskcluster_fake::{FakeTaskcluster, Fault};

use super::{Artifact, TEXT};

/// A folder of its own for each test, and the file for the state in it.
fn state_file(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    folder.join("state.json")
}

/// The files with content that are beside a state.
fn files(state: &Path) -> Vec<PathBuf> {
    let folder = std::fs::read_dir(state.with_extension("json.content"));
    let entries = folder.into_iter().flatten();
    entries
        .map(|entry| entry.expect("an entry").path())
        .collect()
}

#[test]
fn large_content_is_beside_the_state() {
    let state = state_file("transfers");
    let start = || FakeTaskcluster::builder().state_file(&state).start();
    let mut artifact = Artifact::on(start().expect("a server"), "public/x");
    let content = "0123456789".repeat(100_000);
    assert_eq!(
        artifact.put(&[TEXT], "little").expect("an answer").status,
        200
    );
    assert_eq!(files(&state), [] as [PathBuf; 0]);
    for _ in 0..2 {
        assert_eq!(
            artifact.put(&[TEXT], &content).expect("an answer").status,
            200
        );
    }
    artifact.fake.fail_next(1, Fault::ResetAt(500_000));
    artifact.put(&[TEXT], &content).expect_err("a reset");
    artifact.fake.stop().expect("saved");
    let there = files(&state);
    assert_eq!(there.len(), 1, "{there:?}");
    assert_eq!(
        std::fs::metadata(&there[0]).expect("a file").len(),
        1_000_000
    );
    assert!(std::fs::metadata(&state).expect("a file").len() < 100_000);
    let left = there[0].with_file_name("A".repeat(22));
    let own = there[0].with_file_name("not of the fake");
    for file in [&left, &own] {
        std::fs::write(file, "").expect("written");
    }
    artifact.fake = start().expect("a server");
    assert!(!left.exists() && own.exists());
    assert_eq!(
        artifact.get(&[("range", "bytes=299998-300001")]).body,
        "8901"
    );
    assert_eq!(artifact.get(&[]).body, content);
    artifact.fake.advance(Duration::from_secs(3001));
    artifact.fake.stop().expect("saved");
    assert_eq!(files(&state), [own]);
}

#[cfg(all(unix, not(taskcluster_portable)))]
#[test]
fn content_is_for_nobody_else() {
    use std::os::unix::fs::PermissionsExt as _;
    let state = state_file("transfers-private");
    let start = || FakeTaskcluster::builder().state_file(&state).start();
    let artifact = Artifact::on(start().expect("a server"), "public/x");
    let content = "x".repeat(100_000);
    assert_eq!(
        artifact.put(&[TEXT], &content).expect("an answer").status,
        200
    );
    drop(artifact);
    let mode = |path: &Path| std::fs::metadata(path).expect("there").permissions().mode() & 0o777;
    let folder = state.with_extension("json.content");
    assert_eq!((mode(&files(&state)[0]), mode(&folder)), (0o600, 0o700));
    let elsewhere = state.with_file_name("elsewhere");
    std::fs::rename(&folder, &elsewhere).expect("moved");
    std::os::unix::fs::symlink(&elsewhere, &folder).expect("a link");
    let error = start().expect_err("a link").to_string();
    assert!(error.contains("state.json.content is no folder"), "{error}");
}
