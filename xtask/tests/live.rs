//! `cargo xtask live`, on the fake and on deployments that are not as they should be.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpListener;
use std::thread;
use std::time::Duration;

use taskcluster_client::{Auth, Client, Credentials, RetryPolicy, Secrets};
use taskcluster_fake::{Era, FakeTaskcluster};
use xtask::checks::{Checks, Tally};
use xtask::live;

fn client(root_url: &str, credentials: Option<Credentials>) -> Client {
    let retry = RetryPolicy::default()
        .retries(1)
        .first_wait(Duration::from_millis(1));
    let builder = Client::builder(root_url).retry(retry);
    let builder = match credentials {
        Some(credentials) => builder.credentials(credentials),
        None => builder,
    };
    builder.build().expect("a client")
}

/// What `live` prints, and its count.
fn lines(client: &Client, write: bool) -> (String, Tally) {
    let mut out = Vec::new();
    let mut checks = Checks::new(&mut out);
    live::run(client, write, &mut checks);
    let tally = checks.finish();
    (String::from_utf8(out).expect("text"), tally)
}

#[test]
fn everything_passes_on_the_fake_and_nothing_stays() {
    let fake = FakeTaskcluster::builder()
        .page_size(2)
        .start()
        .expect("a fake");
    let client = client(&fake.root_url(), Some(fake.credentials()));
    let (text, tally) = lines(&client, true);
    assert_eq!(tally.failed, 0, "{text}");
    assert!(tally.passed > 60, "{text}");
    assert!(text.ends_with(" 0 failed\n"), "{text}");
    for line in [
        "ok      secrets.get: the signature covers the query string\n",
        "ok      secrets.get: `a/../b` as it was given\n",
        "ok      queue.reportCompleted\n",
    ] {
        assert!(text.contains(line), "{line:?} is missing in:\n{text}");
    }
    let secrets: Vec<_> = Secrets::new(&client).list().items().collect();
    assert!(secrets.is_empty(), "{secrets:?}");
    let clients = Auth::new(&client)
        .list_clients()
        .prefix("taskcluster/root/live")
        .send();
    assert!(clients.expect("a list").clients.is_empty());
}

#[test]
fn todays_methods_pass_on_the_fake_of_their_era() {
    let today = concat!(env!("CARGO_MANIFEST_DIR"), "/../apis/today");
    let fake = FakeTaskcluster::builder()
        .apis(today)
        .page_size(2)
        .start()
        .expect("a fake");
    let (text, tally) = lines(&client(&fake.root_url(), Some(fake.credentials())), true);
    assert_eq!(tally.failed, 0, "{text}");
    for line in [
        "ok      queue.cancelTaskGroup\n",
        "ok      object.startDownload: what was put there\n",
        "ok      object: an artifact from its creation to its download\n",
        "ok      workerManager.removeWorker\n",
    ] {
        assert!(text.contains(line), "{line:?} is missing in:\n{text}");
    }
}

/// Methods and services that only today's servers have, each by a check that is about nothing else.
const OF_TODAY: [&str; 30] = [
    "auth.getEntityHistory",
    "auth.listAuditHistory",
    "index.deleteTask",
    "index.findTasksAtIndex",
    "notify.addDenylistAddress",
    "notify.deleteDenylistAddress",
    "notify.listDenylist",
    "object.createUpload: a URL to put the content to",
    "object.createUpload: with the content",
    "object.download: where it is",
    "object.object",
    "object.startDownload: what was put there",
    "object: an artifact from its creation to its download",
    "queue.cancelTaskGroup",
    "queue.changeTaskGroupPriority",
    "queue.changeTaskPriority",
    "queue.getTaskGroup",
    "queue.listClaimedTasks",
    "queue.listPendingTasks",
    "queue.listTaskQueues",
    "queue.sealTaskGroup",
    "queue.statuses",
    "queue.taskQueueCounts",
    "queue.taskQueueCountsBatch",
    "queue.tasks: page by page",
    "workerManager.createWorkerPool",
    "workerManager.deleteWorkerPool",
    "workerManager.listProviders",
    "workerManager.ping",
    "object.ping",
];

#[test]
fn todays_methods_are_absent_on_a_deployment_of_2018() {
    let fake = FakeTaskcluster::builder()
        .era(Era::Classic)
        .page_size(2)
        .start()
        .expect("a fake");
    let (text, tally) = lines(&client(&fake.root_url(), Some(fake.credentials())), true);
    assert_eq!(tally.failed, 0, "{text}");
    for name in OF_TODAY {
        let line = format!("absent  {name}: ");
        assert!(text.contains(&line), "{line:?} is missing in:\n{text}");
    }
    let ok = "ok      queue.reportCompleted\n";
    assert!(text.contains(ok), "{text}");
}

#[test]
fn without_credentials_what_needs_them_is_absent() {
    let fake = FakeTaskcluster::start().expect("a fake");
    let (text, tally) = lines(&client(&fake.root_url(), None), true);
    assert_eq!(tally.failed, 0, "{text}");
    assert!(
        text.contains("absent  writing: the environment has no credentials\n"),
        "{text}"
    );
    assert!(!text.contains("createClient"), "{text}");
}

#[test]
fn wrong_credentials_are_a_failure() {
    let fake = FakeTaskcluster::start().expect("a fake");
    let wrong = Credentials::new("static/taskcluster/root", "wrong-but-of-the-right-length");
    let (text, tally) = lines(&client(&fake.root_url(), Some(wrong)), false);
    assert!(tally.failed > 0, "{text}");
    let line = "FAILED  secrets.get: the signature covers the query string: GET secrets/v1: 401";
    assert!(text.contains(line), "{text}");
}

const PAGE: &str = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: text/html\r\n\
                    Content-Length: 6\r\n\r\n<html>";
const NOTHING: &str =
    "HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 9\r\n\r\nno such x";
const ALIVE: &str = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}";

/// A server with one answer to the ping of auth, and another to everything else.
fn server(ping: &'static str, other: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let root_url = format!("http://{}", listener.local_addr().expect("an address"));
    thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let mut lines = BufReader::new(stream.try_clone().expect("a second handle")).lines();
            let Some(Ok(line)) = lines.next() else {
                continue;
            };
            while lines
                .next()
                .is_some_and(|line| line.is_ok_and(|line| !line.is_empty()))
            {}
            let answer = if line.contains("/auth/v1/ping") {
                ping
            } else {
                other
            };
            let _ = stream.write_all(answer.as_bytes());
        }
    });
    root_url
}

#[test]
fn services_that_are_not_there_are_absent_whatever_answers_for_them() {
    for answer in [NOTHING, PAGE] {
        let (text, _) = lines(&client(&server(ALIVE, answer), None), false);
        for line in [
            "ok      auth.ping\n",
            "absent  pulse.ping: ",
            "absent  ec2Manager.getPrices: there is no such",
        ] {
            assert!(text.contains(line), "{line:?} is missing in:\n{text}");
        }
    }
}

#[test]
fn what_is_no_deployment_is_a_failure() {
    let nobody = "http://127.0.0.1:1".to_owned();
    for root_url in [nobody, server(PAGE, PAGE), server(NOTHING, NOTHING)] {
        let (text, _) = lines(&client(&root_url, None), true);
        assert!(text.starts_with("FAILED  auth.ping: "), "{text}");
        assert!(
            text.ends_with("1 check: 0 passed, 0 absent, 1 failed\n"),
            "{text}"
        );
    }
}
