//! The fake Taskcluster, all the way: what is put is got.

use std::time::Duration;

use serde_json::json;
use taskcluster_artifacts::{Artifacts, Error, Storage, StorageType};
use taskcluster_client::queue::types::{
    ArtifactErrorReason, CreateTaskRequest, TaskClaimRequest, TaskClaimRequestRequired,
    TaskMetadata, TaskMetadataRequired,
};
use taskcluster_client::{Client, Era, Queue, slugid};
use taskcluster_fake::{FakeTaskcluster, Fault, Rule};
use taskcluster_tests::{Fetches, Waits, in_both_colours};
use time::OffsetDateTime;

use super::content;

in_both_colours!(
    what_is_put_is_got,
    objects_and_links_of_today_are_got_as_they_were_put,
    what_breaks_on_the_way_is_got_all_the_same,
    names_of_a_run_are_found_by_patterns,
    the_index_names_the_task,
);

pub fn start() -> (FakeTaskcluster, Client) {
    let fake = FakeTaskcluster::builder().era(Era::Classic).start();
    let fake = fake.expect("a server");
    let client = Client::builder(fake.root_url()).credentials(fake.credentials());
    let client = client.build().expect("a client");
    (fake, client)
}

/// The same with the services of today.
fn start_today() -> (FakeTaskcluster, Client) {
    let fake = FakeTaskcluster::builder().era(Era::Today).start();
    let fake = fake.expect("a server");
    let client = Client::builder(fake.root_url()).credentials(fake.credentials());
    let client = client.build().expect("a client");
    (fake, client)
}

/// A task that runs.
pub fn claimed(client: &Client) -> String {
    let now = OffsetDateTime::now_utc();
    let metadata = TaskMetadata::new(TaskMetadataRequired {
        name: "n".into(),
        description: "d".into(),
        owner: "o@example.com".into(),
        source: "https://example.com/".into(),
    });
    let task = json!({
        "provisionerId": "p", "workerType": "w", "payload": {}, "metadata": metadata,
        "created": taskcluster_client::timestamp::to_string(now).expect("a date"),
        "deadline": taskcluster_client::timestamp::to_string(now + Duration::from_secs(3600)).expect("a date"),
    });
    let id = slugid::nice();
    let queue = Queue::new(client);
    let task: CreateTaskRequest = serde_json::from_value(task).expect("a task");
    queue.create_task(&id, &task).send().expect("created");
    let worker = TaskClaimRequest::new(TaskClaimRequestRequired {
        worker_group: "group".into(),
        worker_id: "worker".into(),
    });
    queue.claim_task(&id, 0, &worker).send().expect("claimed");
    id
}

fn artifacts<C: Fetches>(fake: &FakeTaskcluster) -> Artifacts<C> {
    let builder = Client::builder(fake.root_url()).credentials(fake.credentials());
    let client = C::build(C::noting(builder, &Waits::default()));
    Artifacts::new(&client.expect("a client"))
}

fn what_is_put_is_got<C: Fetches>() {
    let (fake, client) = start();
    let run = artifacts::<C>(&fake).of(claimed(&client)).run(0);
    let content = content(700_000);
    for (number, (storage, is_packed)) in [
        (Storage::Automatic, false),
        (Storage::S3, true),
        (Storage::Blob, false),
        (Storage::Blob, true),
    ]
    .into_iter()
    .enumerate()
    {
        let name = format!("public/{number}");
        let mut put = run.put(&name).storage(storage);
        if is_packed {
            put = put.gzip();
        }
        C::from_bytes(&put, &content).expect("stored");
        let (bytes, fetched) = C::to_writer(&run.get(&name));
        let fetched = fetched.expect("the content");
        assert!(bytes == content, "{storage:?}, {is_packed}");
        let is_blob = storage == Storage::Blob;
        assert_eq!(fetched.storage_type == StorageType::Blob, is_blob);
        assert_eq!(fetched.stored_bytes == 700_000, !is_packed);
    }
    let parts = run
        .put("public/parts")
        .storage(Storage::Blob)
        .part_size(6_000_000);
    let large = super::content(15_000_000);
    C::from_bytes(&parts, &large).expect("stored");
    assert!(C::to_bytes(&run.get("public/parts")).expect("the content") == large);

    C::error(
        &run.put("public/none"),
        ArtifactErrorReason::FileMissingOnWorker,
        "gone",
    )
    .expect("made");
    let Err(Error::NoContent(e)) = C::to_bytes(&run.get("public/none")) else {
        panic!("there is no content");
    };
    assert_eq!(e.reason, "file-missing-on-worker");
    let missing = C::to_bytes(&run.get("public/missing")).expect_err("nobody made it");
    assert!(missing.is_gone(), "{missing}");
    let private = run.put("private/x");
    C::from_bytes(&private, b"content").expect("stored");
    assert_eq!(
        C::to_bytes(&run.get("private/x")).expect("with a signature"),
        b"content"
    );
}

fn what_breaks_on_the_way_is_got_all_the_same<C: Fetches>() {
    let (fake, client) = start();
    let run = artifacts::<C>(&fake).of(claimed(&client)).run(0);
    let content = content(300_000);
    fake.fault(Rule::uploads().nth(..=1), Fault::status(503));
    C::from_bytes(&run.put("public/x"), &content).expect("stored");
    fake.fault(Rule::downloads().nth(..=2), Fault::Truncate);
    fake.fault(Rule::downloads().nth(3..=3), Fault::status(500));
    let (bytes, fetched) = C::to_writer(&run.get("public/x"));
    assert!(bytes == content);
    assert!(fetched.expect("the content").attempts > 3);
}

fn names_of_a_run_are_found_by_patterns<C: Fetches>() {
    let (fake, client) = start();
    let task = artifacts::<C>(&fake).of(claimed(&client));
    let run = task.clone().run(0);
    for name in ["public/a.zip", "public/b/c.zip", "public/d.txt"] {
        C::reference(&run.put(name), "https://example.com/").expect("made");
    }
    for of in [&task, &run] {
        let found = C::matching(of, "public/**/*.zip").expect("a list");
        let names: Vec<_> = found.iter().map(|it| &*it.name).collect();
        assert_eq!(names, ["public/a.zip", "public/b/c.zip"]);
    }
    assert!(matches!(C::matching(&run, "a**"), Err(Error::Refused(_))));
}

fn the_index_names_the_task<C: Fetches>() {
    use taskcluster_client::Index;
    use taskcluster_client::index::types::InsertTaskRequest;
    let (fake, client) = start();
    let id = claimed(&client);
    let artifacts = artifacts::<C>(&fake);
    C::from_bytes(&artifacts.of(&id).run(0).put("public/x"), b"content").expect("stored");
    let entry: InsertTaskRequest = serde_json::from_value(json!({
        "taskId": id, "rank": 1, "data": {}, "expires": "2030-01-01T00:00:00.000Z",
    }))
    .expect("an entry");
    Index::new(&client)
        .insert_task("project.app.latest", &entry)
        .send()
        .expect("indexed");
    let get = artifacts.indexed("project.app.latest").get("public/x");
    assert_eq!(C::to_bytes(&get).expect("the content"), b"content");
    let none = artifacts.indexed("project.app.none").get("public/x");
    assert!(C::to_bytes(&none).expect_err("no such path").is_gone());
}

fn objects_and_links_of_today_are_got_as_they_were_put<C: Fetches>() {
    let (fake, client) = start_today();
    let run = artifacts::<C>(&fake).of(claimed(&client)).run(0);
    for (name, length, is_packed) in [
        ("public/empty", 0, false),
        ("public/small", 5_000, false),
        ("public/large", 500_000, false),
        ("public/packed-small", 5_000, true),
        ("public/packed-large", 500_000, true),
    ] {
        let content = content(length);
        let mut put = run.put(name).storage(Storage::Object);
        if is_packed {
            put = put.gzip();
        }
        let stored = C::from_bytes(&put, &content).expect("stored");
        assert_eq!(stored.storage_type, StorageType::Object);
        let (bytes, fetched) = C::to_writer(&run.get(name));
        let fetched = fetched.expect("the content");
        assert!(bytes == content, "{name}");
        assert_eq!(
            (fetched.storage_type, fetched.is_verified),
            (StorageType::Object, true)
        );
    }
    C::link(&run.put("public/link"), "public/large").expect("made");
    assert!(C::to_bytes(&run.get("public/link")).expect("the content") == content(500_000));
    let stored = C::from_bytes(&run.put("public/s3"), b"content").expect("stored");
    assert_eq!(stored.storage_type, StorageType::S3);
    assert_eq!(
        C::to_bytes(&run.get("public/s3")).expect("the content"),
        b"content"
    );
    let refused = C::from_bytes(&run.put("public/\u{e9}"), b"content");
    assert!(
        matches!(&refused, Err(Error::Call(e)) if e.status() == Some(400)),
        "{refused:?}"
    );
    C::error(
        &run.put("public/none"),
        ArtifactErrorReason::FileMissingOnWorker,
        "gone",
    )
    .expect("made");
    assert!(matches!(
        C::to_bytes(&run.get("public/none")),
        Err(Error::NoContent(_))
    ));
}
