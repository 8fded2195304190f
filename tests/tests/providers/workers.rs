//! Claims that are prolonged, workers that register again, and files that change.

use std::fs;
use std::time::Duration;

use serde_json::{Value, json};
use taskcluster_client::queue::types::{
    ClaimWorkRequest, ClaimWorkRequestRequired, ClaimedTask, CreateTaskRequest,
    CreateTaskRequestRequired, TaskMetadata, TaskMetadataRequired,
};
use taskcluster_client::worker_manager::types::RegisterWorkerResponse;
use taskcluster_client::{AsyncClient, Client, Method, Queue, Request, Secrets, slugid, timestamp};
use taskcluster_fake::FakeTaskcluster;
use taskcluster_tests::{Colour, Scripted, Verbs as _, in_both_colours};
use taskcluster_tools::{ClaimProvider, FileProvider, WorkerProvider};
use time::OffsetDateTime;

use super::{TOKEN, ok, refused, signers};

in_both_colours!(
    a_claim_is_prolonged_as_long_as_calls_are_made,
    a_claim_that_is_lost_is_told_when_its_credentials_end,
    a_worker_registers_again,
    a_file_is_read_again_when_a_server_refuses_what_it_held,
    what_is_wrong_with_a_file_is_told_without_a_secret,
);

/// How a kind of client takes the providers that call.
trait Provides: Colour {
    fn keeping(&self, claimed: &ClaimedTask) -> Self;
    fn registered(&self, names: [&str; 3], registered: &RegisterWorkerResponse) -> Self;
}

macro_rules! provides {
    ($client:ty, $with:ident) => {
        impl Provides for $client {
            fn keeping(&self, claimed: &ClaimedTask) -> Self {
                let provider = ClaimProvider::new(self, claimed).expect("a provider");
                self.$with(provider).expect("a client")
            }

            fn registered(&self, names: [&str; 3], registered: &RegisterWorkerResponse) -> Self {
                let provider = WorkerProvider::new(self, names, registered);
                self.$with(provider.expect("a provider")).expect("a client")
            }
        }
    };
}
provides!(Client, with_provider);
provides!(AsyncClient, with_async_provider);

fn minutes(minutes: u64) -> Duration {
    Duration::from_secs(60 * minutes)
}

fn client<C: Colour>(fake: &FakeTaskcluster) -> C {
    let builder = Client::builder(fake.root_url()).credentials(fake.credentials());
    C::build(builder).expect("a client")
}

/// A task that this worker has claimed.
fn claimed<C: Colour>(client: &C) -> ClaimedTask {
    let queue = Queue::new(client);
    let now = OffsetDateTime::now_utc();
    let metadata = TaskMetadata::new(TaskMetadataRequired {
        name: "n".into(),
        description: "d".into(),
        owner: "o@example.com".into(),
        source: "https://example.com/".into(),
    });
    let task = CreateTaskRequest::new(CreateTaskRequestRequired {
        provisioner_id: "p".into(),
        worker_type: "w".into(),
        created: now,
        deadline: now + minutes(600),
        payload: json!({}),
        metadata,
    });
    queue
        .create_task(&slugid::nice(), &task)
        .send()
        .expect("a task");
    let claim = ClaimWorkRequest::new(ClaimWorkRequestRequired {
        worker_group: "g".into(),
        worker_id: "w".into(),
        tasks: 1,
    });
    let claims = queue.claim_work("p", "w", &claim).send().expect("claims");
    claims.tasks.into_iter().next().expect("a claim")
}

/// How often a method was called with success.
fn answered(fake: &FakeTaskcluster, method: &str) -> usize {
    let requests = fake.requests();
    let named = requests
        .iter()
        .filter(|it| it.name.as_deref() == Some(method));
    named.filter(|it| it.status == Some(200)).count()
}

fn a_claim_is_prolonged_as_long_as_calls_are_made<C: Provides>() {
    let fake = FakeTaskcluster::start().expect("a server");
    let client: C = client(&fake);
    let claimed = claimed(&client);
    let of_task = client.keeping(&claimed);
    let id = &claimed.status.task_id;
    for times in 0..4 {
        // A call with a scope that only the task's credentials have.
        let proof = of_task.session().credentials();
        assert_eq!(proof.is_some(), times > 0);
        let queue = Queue::new(&of_task);
        let expires = timestamp::to_string(OffsetDateTime::now_utc() + minutes(600));
        let artifact = json!({ "storageType": "error", "reason": "file-missing-on-worker",
            "message": "m", "expires": expires });
        let artifact = serde_json::from_value(artifact).expect("a request");
        let name = format!("public/{times}");
        let made = queue
            .create_artifact(id, claimed.run_id, &name, &artifact)
            .send();
        made.expect("an artifact");
        assert_eq!(answered(&fake, "reclaimTask"), times);
        fake.advance(minutes(18));
    }
    let done = Queue::new(&of_task)
        .report_completed(id, claimed.run_id)
        .send();
    done.expect("still this worker's");
    let caller = of_task.session().credentials().expect("some");
    assert!(caller.client_id().starts_with("task-client/"), "{caller:?}");
}

fn a_claim_that_is_lost_is_told_when_its_credentials_end<C: Provides>() {
    let fake = FakeTaskcluster::start().expect("a server");
    let client: C = client(&fake);
    let claimed = claimed(&client);
    let of_task = client.keeping(&claimed);
    let id = &claimed.status.task_id;
    let secret = || {
        Secrets::new(&of_task)
            .get("x")
            .send()
            .expect_err("no scope")
    };
    assert_eq!(secret().status(), Some(403));
    Queue::new(&client)
        .cancel_task(id)
        .send()
        .expect("canceled");
    fake.advance(minutes(18));
    assert_eq!(secret().status(), Some(403), "by what is still valid");
    fake.advance(minutes(60));
    let error = secret().to_string();
    let words = "secrets.get: the provider of credentials failed: queue.reclaimTask: ";
    assert!(error.starts_with(words), "{error}");
}

fn a_worker_registers_again<C: Provides>() {
    const NAMES: [&str; 3] = ["rec/p", "wg", "w1"];
    const SECRET: &str = "0123456789012345678901234567890123456789abcd";
    let fake = FakeTaskcluster::start().expect("a server");
    let client: C = client(&fake);
    let request = |verb, path: &[&str], payload: Value| {
        let path = path.iter().copied();
        let request = Request::new(verb, "worker-manager", "v1")
            .path(path)
            .json(&payload);
        client.call::<Value>(request).send().expect("done")
    };
    let pool = json!({ "providerId": "static", "description": "d", "owner": "a@b.c",
        "emailOnError": false, "config": {} });
    request(Method::Put, &["worker-pool", "rec/p"], pool);
    let worker = json!({ "expires": "2100-01-01T00:00:00.000Z", "capacity": 1,
        "providerInfo": { "staticSecret": SECRET } });
    request(Method::Put, &["workers", "rec/p", "wg", "w1"], worker);
    let proof = json!({ "workerPoolId": "rec/p", "providerId": "static", "workerGroup": "wg",
        "workerId": "w1", "workerIdentityProof": { "staticSecret": SECRET } });
    let registered = request(Method::Post, &["worker", "register"], proof);
    let registered = serde_json::from_value(registered).expect("a registration");

    let of_worker = client.registered(NAMES, &registered);
    for times in 0..3 {
        let name = "worker-pool:rec/p";
        let error = Secrets::new(&of_worker)
            .get(name)
            .send()
            .expect_err("absent");
        assert!(error.is_not_found(), "{error}");
        assert_eq!(answered(&fake, "reregisterWorker"), times);
        fake.advance(minutes(80 * 60));
    }
}

fn json(number: usize) -> String {
    json!({ "clientId": format!("client-{number}"), "accessToken": TOKEN }).to_string()
}

fn a_file_is_read_again_when_a_server_refuses_what_it_held<C: Colour>() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("credentials.json");
    fs::write(&path, json(0)).expect("written");
    let server = Scripted::start([ok(), ok(), refused(), ok()]);
    let provider = FileProvider::new(&path).every(Duration::from_secs(3600));
    let client = C::build(Client::builder(server.root_url()).provider(provider));
    let client = client.expect("a client");
    let call = || Queue::new(&client).ping().send().expect("an answer");
    call();
    fs::write(&path, json(1)).expect("written");
    call();
    call();
    assert_eq!(
        signers(&server),
        ["client-0", "client-0", "client-0", "client-1"]
    );
    // At every call, as far as the file can be read.
    let client = Client::builder(server.root_url());
    let client = client.provider(FileProvider::new(&path).every(Duration::ZERO));
    let client = C::build(client).expect("a client");
    let call = || Queue::new(&client).ping().send().expect("an answer");
    call();
    fs::write(&path, json(2)).expect("written");
    call();
    fs::write(&path, "{").expect("written");
    call();
    assert_eq!(signers(&server)[4..], ["client-1", "client-2", "client-2"]);
}

fn what_is_wrong_with_a_file_is_told_without_a_secret<C: Colour>() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("credentials.json");
    let problem = || {
        let builder = Client::builder("https://tc.example.com").provider(FileProvider::new(&path));
        let client = C::build(builder).expect("a client");
        let error = Queue::new(&client)
            .ping()
            .send()
            .expect_err("no credentials");
        let (text, words) = (error.to_string(), format!("{}", path.display()));
        let begin = format!("queue.ping: the provider of credentials failed: {words}");
        assert!(text.starts_with(&begin), "{text}");
        assert!(!format!("{text} {error:?}").contains("tell-tale"), "{text}");
        text[begin.len()..].to_owned()
    };
    assert_eq!(problem(), " cannot be read: entity not found");
    for (text, words) in [
        ("{ \"tell-tale\" }", " is not JSON (line 1, column 15)"),
        (
            "{\"clientId\": \"tell-tale\"}",
            ": credentials are a JSON object with \"clientId\" and \"accessToken\", and \"accessToken\" is not there as a text",
        ),
        (
            "\"tell-tale\"",
            ": credentials are a JSON object with \"clientId\" and \"accessToken\", and \"clientId\" is not there as a text",
        ),
    ] {
        fs::write(&path, text).expect("written");
        assert_eq!(problem(), words);
    }
}
