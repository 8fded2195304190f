//! The example `fetch`, as a process of its own: what it writes, prints and ends with.
//!
//! Without a harness: this program is the example itself where it is told so.

#[path = "../examples/fetch.rs"]
mod fetch;

use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode, Output};
use std::time::Duration;

use serde_json::json;
use taskcluster_artifacts::{Artifacts, TaskArtifacts};
use taskcluster_core::{Client, slugid, timestamp};
use taskcluster_fake::FakeTaskcluster;
use taskcluster_index::Index;
use taskcluster_queue::Queue;
use taskcluster_queue::types::ArtifactErrorReason;
use time::OffsetDateTime;

/// Tells this program to be the example.
const IS_EXAMPLE: &str = "TASKCLUSTER_TESTS_IS_FETCH";

fn main() -> ExitCode {
    if std::env::var_os(IS_EXAMPLE).is_some() {
        return fetch::main();
    }
    let deployment = Deployment::start();
    for (name, test) in [
        ("what fits is there", what_fits_is_there as fn(&Deployment)),
        ("the index names the task", the_index_names_the_task),
        ("a run can be chosen", a_run_can_be_chosen),
        ("what fails is named", what_fails_is_named),
        ("no name leads out", no_name_leads_out),
        ("ends differ", ends_differ),
    ] {
        test(&deployment);
        println!("{name}: ok");
    }
    ExitCode::SUCCESS
}

/// A fake with a task that has artifacts.
struct Deployment {
    fake: FakeTaskcluster,
    task_id: String,
}

impl Deployment {
    fn start() -> Self {
        let fake = FakeTaskcluster::start().expect("a server");
        let client = Client::builder(fake.root_url()).credentials(fake.credentials());
        let client = client.build().expect("a client");
        let task_id = claimed(&client);
        let run = Artifacts::new(&client).of(&task_id).run(0);
        put(&run, "public/a.txt", "of a");
        put(&run, "public/deep/er/b.txt", "of b");
        put(&run, "public/c.zip", "of c");
        put(&run, "away/../../out.txt", "of nobody");
        let reason = ArtifactErrorReason::FileMissingOnWorker;
        let none = run.put("broken/none.txt").error(reason, "there was none");
        none.expect("made");
        put(&run, "broken/some.txt", "of some");
        let entry = json!({ "taskId": task_id, "rank": 1, "data": {}, "expires": in_an_hour() });
        let entry = serde_json::from_value(entry).expect("an entry");
        let indexed = Index::new(&client).insert_task("project.app.latest", &entry);
        indexed.send().expect("indexed");
        Self { fake, task_id }
    }

    /// Runs the example into a folder.
    fn fetch(&self, words: &[&str], folder: &Path) -> Output {
        let credentials = self.fake.credentials();
        let mut command = Command::new(std::env::current_exe().expect("this program"));
        command.args(words).arg("--out").arg(folder);
        command
            .env(IS_EXAMPLE, "")
            .env_remove("TASKCLUSTER_CERTIFICATE");
        command.env("TASKCLUSTER_ROOT_URL", self.fake.root_url());
        command.env("TASKCLUSTER_CLIENT_ID", credentials.client_id());
        command.env("TASKCLUSTER_ACCESS_TOKEN", credentials.access_token());
        command.output().expect("the example")
    }
}

fn in_an_hour() -> String {
    let then = OffsetDateTime::now_utc() + Duration::from_secs(3600);
    timestamp::to_string(then).expect("a date")
}

/// A task that runs.
fn claimed(client: &Client) -> String {
    let created = timestamp::to_string(OffsetDateTime::now_utc()).expect("a date");
    let task = json!({
        "provisionerId": "p", "workerType": "w", "payload": {}, "created": created, "deadline": in_an_hour(),
        "metadata": { "name": "n", "description": "d", "owner": "o@example.com", "source": "https://example.com/" },
    });
    let (task_id, queue) = (slugid::nice(), Queue::new(client));
    let task = serde_json::from_value(task).expect("a task");
    queue.create_task(&task_id, &task).send().expect("created");
    let worker = json!({ "workerGroup": "g", "workerId": "w" });
    let worker = serde_json::from_value(worker).expect("a worker");
    queue
        .claim_task(&task_id, 0, &worker)
        .send()
        .expect("claimed");
    task_id
}

fn put(run: &TaskArtifacts, name: &str, content: &str) {
    run.put(name).from_bytes(content).expect("stored");
}

/// The files of a folder, by their paths in it, with what is in them.
fn files(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(folder).expect("a path in it");
            let content = fs::read_to_string(&path).expect("a file");
            found.push((name.to_string_lossy().replace('\\', "/"), content));
        }
    }
    found.sort();
    found
}

#[track_caller]
fn check(output: &Output, code: i32, words: &str) {
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{told}");
    assert!(told.contains(words), "{told}");
    // No bars where nobody watches, and nothing where all went well.
    assert!(
        !told.contains('\u{1b}') && output.stdout.is_empty(),
        "{told}"
    );
    assert_eq!(told.is_empty(), code == 0, "{told}");
}

fn what_fits_is_there(deployment: &Deployment) {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("public")).expect("a folder");
    fs::write(folder.path().join("public/a.txt"), "old").expect("written");
    let output = deployment.fetch(&[&deployment.task_id, "public/**/*.txt"], folder.path());
    check(&output, 0, "");
    let wanted = [("public/a.txt", "of a"), ("public/deep/er/b.txt", "of b")];
    let wanted = wanted.map(|(name, content)| (name.to_owned(), content.to_owned()));
    assert_eq!(files(folder.path()), wanted);
}

fn the_index_names_the_task(deployment: &Deployment) {
    let folder = tempfile::tempdir().expect("a folder");
    let output = deployment.fetch(&["project.app.latest", "public/*.zip"], folder.path());
    check(&output, 0, "");
    assert_eq!(
        files(folder.path()),
        [("public/c.zip".to_owned(), "of c".to_owned())]
    );
}

fn a_run_can_be_chosen(deployment: &Deployment) {
    let folder = tempfile::tempdir().expect("a folder");
    let words = [&*deployment.task_id, "public/a.txt", "--run", "0"];
    check(&deployment.fetch(&words, folder.path()), 0, "");
    assert_eq!(files(folder.path()).len(), 1);
    let words = [&*deployment.task_id, "public/a.txt", "--run", "1"];
    check(&deployment.fetch(&words, folder.path()), 4, "");
}

fn what_fails_is_named(deployment: &Deployment) {
    let folder = tempfile::tempdir().expect("a folder");
    let output = deployment.fetch(&[&deployment.task_id, "broken/*"], folder.path());
    check(
        &output,
        1,
        "broken/none.txt: the artifact is an error: file-missing-on-worker",
    );
    let some = ("broken/some.txt".to_owned(), "of some".to_owned());
    assert_eq!(files(folder.path()), [some], "the others are there");
}

fn no_name_leads_out(deployment: &Deployment) {
    let parent = tempfile::tempdir().expect("a folder");
    let folder = parent.path().join("in");
    let output = deployment.fetch(&[&deployment.task_id, "away/**"], &folder);
    check(&output, 1, "would lead out of the folder");
    assert_eq!(files(parent.path()), []);
}

fn ends_differ(deployment: &Deployment) {
    let folder = tempfile::tempdir().expect("a folder");
    let task_id = &*deployment.task_id;
    for (words, code, told) in [
        (
            &[task_id, "public/none"][..],
            3,
            "no artifact fits public/none",
        ),
        (
            &["fN1SbArXTPSVFNUvaOlinQ", "*"],
            4,
            "fN1SbArXTPSVFNUvaOlinQ",
        ),
        (&["project.app.none", "*"], 4, "project.app.none"),
        (&[task_id], 2, "usage: fetch"),
        (&[task_id, "*", "--run", "x"], 2, "--run needs a number"),
        (&[task_id, "*", "--fast"], 2, "--fast is not known"),
        (&[task_id, "a**"], 2, "a**"),
    ] {
        check(&deployment.fetch(words, folder.path()), code, told);
    }
    assert_eq!(files(folder.path()), []);
}
