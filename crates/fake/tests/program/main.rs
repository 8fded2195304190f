//! The fake as a program, and the file that it keeps its state in.

mod kept;
mod limits;
mod many;
mod state;

use std::collections::HashMap;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use serde_json::{Value, json};
use taskcluster_core::{Client, Method, Options, Request, RetryPolicy};
use taskcluster_fake::FakeTaskcluster;
use tempfile::TempDir;

const PROGRAM: &str = env!("CARGO_BIN_EXE_taskcluster-fake");

fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(PROGRAM);
    command.args(arguments).stdin(Stdio::null());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn run(arguments: &[&str]) -> Output {
    program(arguments).output().expect("a program that ends")
}

/// A running program; killed when dropped.
struct Running {
    child: Child,
    exports: HashMap<String, String>,
}

impl Running {
    fn start(arguments: &[&str]) -> Self {
        Self::of(&mut program(arguments))
    }

    fn of(program: &mut Command) -> Self {
        let mut child = program.spawn().expect("a program");
        let output = child.stdout.take().expect("its output");
        let exports = BufReader::new(output).lines().take(3).map(|line| {
            let line = line.expect("a line");
            let (name, value) = line
                .strip_prefix("export ")
                .and_then(|it| it.split_once('='))
                .expect("an export");
            (name.to_owned(), value.to_owned())
        });
        let exports = exports.collect();
        Self { child, exports }
    }

    fn client(&self) -> Client {
        let options = Options::from_lookup(|name| self.exports.get(name).cloned());
        let builder = options.builder().expect("whole options");
        builder
            .retry(RetryPolicy::none())
            .build()
            .expect("a client")
    }

    /// Sends a signal, waits for the end, and returns what was written to standard error.
    fn signal(mut self, signal: &str) -> (ExitStatus, String) {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args([signal, &id]).status();
        assert!(sent.expect("kill").success());
        let status = self.child.wait().expect("an end");
        let mut log = String::new();
        let errors = self.child.stderr.take().expect("its errors");
        BufReader::new(errors)
            .read_to_string(&mut log)
            .expect("text");
        (status, log)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Waits for what comes soon.
#[track_caller]
fn wait_for(is_there: impl Fn() -> bool) {
    for _ in 0..6000 {
        if is_there() {
            return;
        }
        std::thread::sleep(Duration::from_millis(10));
    }
    panic!("it has not come within a minute");
}

/// What a file of state has of a secret, as soon as all is written that was with it.
fn saved(file: &Path, name: &str) -> Value {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    if !text.ends_with("{\"saved\":true}\n") {
        return Value::Null;
    }
    let lines = text.lines().map(serde_json::from_str::<Value>);
    let mut entries = lines
        .flatten()
        .filter(|line| line["book"] == "secrets" && line["key"] == name);
    entries
        .next_back()
        .map_or(Value::Null, |line| line["value"]["value"].clone())
}

/// A file for the state, which is not there yet, in a folder of its own.
fn state_file() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).expect("a folder");
    let file = folder.path().join("state.json");
    (folder, file)
}

fn set(client: &Client, name: &str, value: &Value) -> taskcluster_core::Result<Value> {
    let secret = json!({ "secret": value, "expires": "2222-02-02T00:00:00Z" });
    let request = Request::new(Method::Put, "secrets", "v1").path(["secret", name]);
    client.call(request.json(&secret)).send()
}

fn get(client: &Client, name: &str) -> Value {
    let request = Request::new(Method::Get, "secrets", "v1").path(["secret", name]);
    let answer: Value = client.call(request).send().expect("a secret");
    answer["secret"].clone()
}

#[test]
fn wrong_arguments_are_told_with_the_usage() {
    for (arguments, said) in [
        (&["--bogus"][..], "no option \"--bogus\""),
        (&["8080"], "no option \"8080\""),
        (&["--port"], "--port is without its value"),
        (&["--port", "65536"], "\"65536\" is not a port"),
        (
            &["--host=nowhere.invalid"],
            "\"nowhere.invalid\" is no IP address",
        ),
        (&["--state", ""], "--state is without its value"),
        (&["--state-sync"], "--state-sync needs --state"),
    ] {
        let output = run(arguments);
        let errors = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{errors}");
        assert!(
            errors.contains(said) && errors.contains("Usage: "),
            "{errors}"
        );
        assert!(output.stdout.is_empty());
    }
    let output = run(&["--help"]);
    assert!(output.status.success() && output.stdout.starts_with(b"Usage: "));
}

#[test]
fn other_references_are_served_from_a_folder() {
    let apis = concat!(env!("CARGO_MANIFEST_DIR"), "/../../apis/classic");
    let running = Running::start(&["--port", "0", "--apis", apis]);
    let ping = Request::new(Method::Get, "index", "v1").path(["ping"]);
    let answer: Value = running.client().call(ping).send().expect("an answer");
    assert_eq!(answer["alive"], true);
    let output = run(&["--port", "0", "--apis", "no/such/folder"]);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    let said = "taskcluster-fake: no/such/folder/manifest.json: ";
    assert!(errors.starts_with(said), "{errors}");
}

#[test]
fn a_port_that_is_taken_is_an_error() {
    let fake = FakeTaskcluster::start().expect("a server");
    let port = fake.root_url();
    let port = port.rsplit(':').next().expect("a port");
    let output = run(&["--port", port]);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        errors.contains(&format!("cannot serve at 127.0.0.1, port {port}: "))
            && !errors.contains("Usage"),
        "{errors}"
    );
}

#[cfg(unix)]
#[test]
fn who_opens_it_to_other_machines_is_told_what_that_means() {
    for (arguments, is_told) in [
        (&["--port", "0", "--host", "0.0.0.0"][..], true),
        (&["--port", "0", "--host", "localhost"], false),
        (&["--port", "0"], false),
    ] {
        let running = Running::start(arguments);
        let ping = Request::new(Method::Get, "auth", "v1").path(["ping"]);
        let _: Value = running.client().call(ping).send().expect("an answer");
        let (_, log) = running.signal("-TERM");
        let told = log.contains("because --host says so") && log.contains("nothing is encrypted");
        assert_eq!(told, is_told, "{log}");
    }
}

#[cfg(unix)]
#[test]
fn the_state_survives_an_interrupt() {
    let (_folder, file) = state_file();
    let arguments = ["--port", "0", "--state", file.to_str().expect("text")];
    let first = Running::start(&arguments);
    assert!(first.exports["TASKCLUSTER_ROOT_URL"].starts_with("http://127.0.0.1:"));
    set(&first.client(), "kept", &json!({ "it": "s3cret" })).expect("kept");
    let trigger = "hooks/g/h/trigger/t0ken";
    let request = Request::new(Method::Post, "hooks", "v1").path(trigger.split('/'));
    let triggered = first
        .client()
        .call::<Value>(request.json(&json!({})))
        .send();
    assert!(triggered.is_err_and(|error| error.is_not_found()));
    let (token, (status, log)) = (
        first.exports["TASKCLUSTER_ACCESS_TOKEN"].clone(),
        first.signal("-INT"),
    );
    assert_eq!(status.code(), Some(0), "{log}");
    assert!(
        log.contains("PUT /api/secrets/v1/secret/kept 200 secrets.set\n"),
        "{log}"
    );
    assert!(
        log.contains("/trigger/.. 404 hooks.triggerHookWithToken\n"),
        "{log}"
    );
    for secret in ["s3cret", "t0ken", &token] {
        assert!(!log.contains(secret), "{log}");
    }
    #[cfg(all(unix, not(taskcluster_portable)))]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let permissions = std::fs::metadata(&file).expect("a file").permissions();
        assert_eq!(permissions.mode() & 0o777, 0o600);
    }

    let second = Running::start(&arguments);
    assert_eq!(second.exports["TASKCLUSTER_ACCESS_TOKEN"], token);
    assert_eq!(get(&second.client(), "kept"), json!({ "it": "s3cret" }));
    // Systems without signals have an interrupt by the console alone.
    let terminated = if cfg!(taskcluster_portable) {
        "-INT"
    } else {
        "-TERM"
    };
    assert_eq!(second.signal(terminated).0.code(), Some(0));
}

#[cfg(unix)]
#[test]
fn a_crash_leaves_a_whole_file() {
    let (_folder, file) = state_file();
    let arguments = ["--port", "0", "--state", file.to_str().expect("text")];
    let ballast = json!({ "it": "x".repeat(100_000) });
    for round in 0..5 {
        let running = Running::start(&arguments);
        let client = running.client();
        if round > 0 {
            assert_eq!(get(&client, "early"), json!({ "round": round - 1 }));
        }
        set(&client, "early", &json!({ "round": round })).expect("kept");
        wait_for(|| saved(&file, "early") == json!({ "round": round }));
        // It is killed while more changes come.
        let late = AtomicUsize::new(0);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                while set(&client, &format!("late{late:?}"), &ballast).is_ok() {
                    late.fetch_add(1, Ordering::Relaxed);
                }
            });
            wait_for(|| late.load(Ordering::Relaxed) > 0);
            std::thread::sleep(Duration::from_millis(260 + 20 * round));
            assert_eq!(running.signal("-KILL").0.code(), None);
        });
    }
}

#[test]
fn the_library_keeps_its_state_too() {
    let (_folder, file) = state_file();
    let start = || FakeTaskcluster::builder().state_file(&file).start();
    let client = |fake: &FakeTaskcluster| {
        let client = Client::builder(fake.root_url()).credentials(fake.credentials());
        client.build().expect("a client")
    };
    let fake = start().expect("a server");
    set(&client(&fake), "kept", &json!({})).expect("kept");
    fake.stop().expect("saved");
    let fake = start().expect("a server");
    assert_eq!(get(&client(&fake), "kept"), json!({}));
    drop(fake);

    std::fs::write(&file, "{\"format\": \"my s3cret notes\"}").expect("written");
    let error = start().expect_err("no state").to_string();
    assert!(
        error.contains("move it away") && !error.contains("s3cret"),
        "{error}"
    );
    assert!(error.contains("state.json"), "{error}");
    let kept = std::fs::read_to_string(&file).expect("still there");
    assert!(kept.contains("my s3cret notes"));
    let nowhere = file.join("below/a/file");
    let error = FakeTaskcluster::builder().state_file(nowhere).start();
    assert!(error.is_err());
}
