//! The file with the state: what is in it after a crash, whom it belongs to, and what it costs.

use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::sync::Mutex;

use serde_json::json;
use taskcluster_core::{Client, Method, Request};
use taskcluster_fake::FakeTaskcluster;

use crate::{Running, get, run, set, state_file, wait_for};

fn start(file: &Path) -> std::io::Result<FakeTaskcluster> {
    FakeTaskcluster::builder().state_file(file).start()
}

fn client(fake: &FakeTaskcluster) -> Client {
    let client = Client::builder(fake.root_url()).credentials(fake.credentials());
    client.build().expect("a client")
}

fn names(client: &Client) -> HashSet<String> {
    let list = Request::new(Method::Get, "secrets", "v1").path(["secrets"]);
    let list: serde_json::Value = client.call(list).send().expect("a list");
    let names = list["secrets"].as_array().expect("names").iter();
    names
        .map(|name| name.as_str().expect("a name").to_owned())
        .collect()
}

/// The file when nothing is left to be written: it has this secret.
fn size_with(file: &Path, name: &str) -> u64 {
    wait_for(|| !crate::saved(file, name).is_null());
    fs::metadata(file).expect("a file").len()
}

#[cfg(unix)]
#[test]
fn a_crash_loses_nothing_that_was_acknowledged_in_step() {
    let (_folder, file) = state_file();
    let path = file.to_str().expect("text");
    let arguments = ["--port", "0", "--state", path, "--state-sync"];
    let mut acknowledged = HashSet::new();
    for round in 0..5 {
        let running = Running::start(&arguments);
        let client = running.client();
        let there = names(&client);
        assert!(
            there.is_superset(&acknowledged),
            "{:?}",
            acknowledged.difference(&there)
        );
        let written = Mutex::new(HashSet::new());
        std::thread::scope(|scope| {
            for writer in 0..4 {
                let (client, written) = (&client, &written);
                scope.spawn(move || {
                    for number in 0.. {
                        let name = format!("{round}-{writer}-{number}");
                        if set(client, &name, &json!({})).is_err() {
                            return;
                        }
                        written.lock().expect("written").insert(name);
                    }
                });
            }
            wait_for(|| written.lock().expect("written").len() > 20 * (round + 1));
            assert_eq!(running.signal("-KILL").0.code(), None);
        });
        acknowledged.extend(written.into_inner().expect("written"));
    }
    assert!(acknowledged.len() > 300);
    assert!(names(&client(&start(&file).expect("a server"))).is_superset(&acknowledged));
}

#[test]
fn a_state_has_one_deployment_at_a_time() {
    let (_folder, file) = state_file();
    let first = start(&file).expect("a server");
    set(&client(&first), "kept", &json!({})).expect("kept");
    let error = start(&file).expect_err("taken").to_string();
    assert!(
        error.contains("state.json: another fake Taskcluster keeps its state there"),
        "{error}"
    );
    let output = run(&["--port", "0", "--state", file.to_str().expect("text")]);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    assert!(errors.contains("stop it, or name another file"), "{errors}");
    first.stop().expect("saved");
    assert_eq!(
        get(&client(&start(&file).expect("free again")), "kept"),
        json!({})
    );
}

#[cfg(unix)]
#[test]
fn a_state_has_one_deployment_by_all_of_its_names() {
    let (_folder, file) = state_file();
    start(&file).expect("a server").stop().expect("saved");
    let link = file.with_file_name("link.json");
    std::os::unix::fs::symlink(&file, &link).expect("a link");
    let first = start(&link).expect("a server");
    assert!(start(&file).is_err());
    set(&client(&first), "kept", &json!({})).expect("kept");
    first.stop().expect("saved");
    assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
    assert_eq!(
        get(&client(&start(&file).expect("free again")), "kept"),
        json!({})
    );
}

#[cfg(all(unix, not(taskcluster_portable)))]
#[test]
fn what_was_left_beside_it_is_not_trusted() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let (_folder, file) = state_file();
    let (draft, lock) = (
        file.with_extension("json.new"),
        file.with_extension("json.lock"),
    );
    let elsewhere = file.with_file_name("elsewhere");
    let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
    for is_link in [false, true] {
        fs::write(&elsewhere, "mine").expect("written");
        if is_link {
            symlink(&elsewhere, &draft).expect("a link");
        } else {
            fs::write(&draft, "left").expect("written");
            fs::set_permissions(&draft, fs::Permissions::from_mode(0o666)).expect("open to all");
        }
        start(&file).expect("a server").stop().expect("saved");
        assert_eq!((mode(&file), mode(&lock)), (0o600, 0o600));
        assert!(fs::symlink_metadata(&file).expect("there").is_file() && !draft.exists());
        assert_eq!(fs::read_to_string(&elsewhere).expect("there"), "mine");
    }
    // A state that was open to all is so no longer.
    fs::set_permissions(&file, fs::Permissions::from_mode(0o666)).expect("open to all");
    start(&file).expect("a server").stop().expect("saved");
    assert_eq!(mode(&file), 0o600);
    fs::remove_file(&lock).expect("removed");
    symlink(&elsewhere, &lock).expect("a link");
    let error = start(&file).expect_err("a link").to_string();
    assert!(
        error.contains("state.json.lock: is no file; move it away"),
        "{error}"
    );
}

#[test]
fn a_copy_is_whole_whenever_it_is_made() {
    let (_folder, file) = state_file();
    let copy = file.with_file_name("copy.json");
    let fake = start(&file).expect("a server");
    let writer = client(&fake);
    let value = json!({ "it": "x".repeat(100_000) });
    set(&writer, "first", &value).expect("kept");
    size_with(&file, "first");
    std::thread::scope(|scope| {
        let (done, is_done) = std::sync::mpsc::channel::<()>();
        let (writer, value) = (&writer, &value);
        scope.spawn(move || {
            // The same names again, so that the file is written anew now and then.
            for number in (0..10).cycle() {
                set(writer, &format!("s{number}"), value).expect("kept");
                if is_done.try_recv() != Err(std::sync::mpsc::TryRecvError::Empty) {
                    return;
                }
            }
        });
        for _ in 0..10 {
            fs::copy(&file, &copy).expect("copied");
            assert_eq!(get(&client(&start(&copy).expect("whole")), "first"), *value);
        }
        drop(done);
    });
}

#[test]
fn a_change_costs_the_same_in_a_large_state() {
    let (_folder, file) = state_file();
    let fake = start(&file).expect("a server");
    let client = client(&fake);
    let mut grown = HashSet::new();
    for number in 100..400 {
        let name = format!("s{number}");
        let before = fs::metadata(&file).expect("a file").len();
        set(&client, &name, &json!({ "it": "x".repeat(1000) })).expect("kept");
        // Every hundredth alone, so that what it costs is seen.
        if number % 100 >= 98 {
            let size = size_with(&file, &name);
            if number % 100 == 99 {
                grown.insert(size - before);
            }
        }
    }
    assert_eq!(grown.len(), 1, "{grown:?}");
}

#[test]
fn what_no_longer_counts_is_left_out_in_time() {
    let (_folder, file) = state_file();
    let fake = start(&file).expect("a server");
    let writer = client(&fake);
    set(&writer, "kept", &json!({ "it": "s3cret" })).expect("kept");
    for number in 0..40 {
        let value = json!({ "it": "x".repeat(100_000), "number": number });
        set(&writer, "large", &value).expect("kept");
        // Each is a save of its own.
        wait_for(|| crate::saved(&file, "large")["number"] == number);
    }
    // Of four million bytes that were written.
    let size = fs::metadata(&file).expect("a file").len();
    assert!(size < 2_500_000, "{size}");
    fake.stop().expect("saved");
    let fake = start(&file).expect("a server");
    assert_eq!(get(&client(&fake), "large")["number"], 39);
    assert_eq!(get(&client(&fake), "kept"), json!({ "it": "s3cret" }));
}

#[test]
fn what_is_not_whole_was_never_there() {
    let (_folder, file) = state_file();
    let fake = start(&file).expect("a server");
    set(&client(&fake), "kept", &json!({ "it": 1 })).expect("kept");
    fake.stop().expect("saved");
    let whole = fs::read_to_string(&file).expect("text");
    let line = "{\"book\":\"secrets\",\"key\":\"kept\"}\n";
    // Cut, or whole and not said to be saved.
    for cut in [1, line.len() / 2, line.len() - 1, line.len()] {
        fs::write(&file, format!("{whole}{}", &line[..cut])).expect("written");
        let fake = start(&file).expect("a server");
        assert_eq!(get(&client(&fake), "kept"), json!({ "it": 1 }));
    }
    let second = whole.find('\n').expect("a line") + 1;
    let broken = format!(
        "{}{{\"book\": s3cret\n{}",
        &whole[..second],
        &whole[second..]
    );
    fs::write(&file, &broken).expect("written");
    let error = start(&file).expect_err("broken").to_string();
    assert!(
        error.contains("(line 2)") && error.contains("move it away"),
        "{error}"
    );
    assert!(!error.contains("s3cret"), "{error}");
    assert_eq!(fs::read_to_string(&file).expect("still there"), broken);
}
