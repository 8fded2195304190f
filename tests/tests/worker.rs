//! The example worker against a deployment where much goes wrong.

#[path = "../../crates/client/examples/worker/work/mod.rs"]
mod work;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::{BufRead as _, BufReader, Read as _};
use std::process::Command;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use taskcluster_client::queue::types::{
    CreateTaskRequest, CreateTaskRequestRequired, TaskCompletedMessage, TaskMetadata,
    TaskMetadataRequired, TaskStatus,
};
use taskcluster_client::{Client, Queue, RetryPolicy, slugid};
use taskcluster_fake::{FakeTaskcluster, Fault, Rule};
use time::OffsetDateTime;

use work::{LIVE_LOG, LogServer, Outcome, WHOLE_LOG, Worker};

const PLACE: (&str, &str) = ("test-provisioner", "test-worker");
const TASKS: usize = 1000;
const WORKERS: usize = 8;
/// When to give up, so that a task that is lost is a failure and not a wait without end.
const PATIENCE: Duration = Duration::from_secs(600);
/// How long a claim lasts where a test waits for it to end, or to be renewed halfway: so long that a machine with
/// much to do renews it in time.
const CLAIM: Duration = Duration::from_secs(6);

fn fake(claim: Duration) -> FakeTaskcluster {
    let builder = FakeTaskcluster::builder().claim_timeout(claim);
    let builder = builder.claim_wait(Duration::from_millis(20));
    builder.start().expect("a server")
}

fn client(fake: &FakeTaskcluster) -> Client {
    let retry = RetryPolicy::default().first_wait(Duration::from_millis(5));
    let client = Client::builder(fake.root_url()).credentials(fake.credentials());
    client.retry(retry).build().expect("a client")
}

fn worker(fake: &FakeTaskcluster, number: usize) -> Worker {
    let logs = LogServer::start().expect("a log server");
    let id = format!("worker-{number}");
    Worker::new(client(fake), logs, PLACE, ("test", &id))
}

fn create(client: &Client, group: &str, command: &str) -> String {
    let payload = json!({
        "command": ["sh", "-c", command],
        "artifacts": { "public/result": { "type": "file", "path": "result" } },
    });
    create_with(client, group, payload)
}

fn create_with(client: &Client, group: &str, payload: Value) -> String {
    let now = OffsetDateTime::now_utc();
    let metadata = TaskMetadata::new(TaskMetadataRequired {
        name: "n".into(),
        description: "d".into(),
        owner: "o@example.com".into(),
        source: "https://example.com/".into(),
    });
    let deadline = now + Duration::from_secs(3600);
    let task = CreateTaskRequest::new(CreateTaskRequestRequired {
        provisioner_id: PLACE.0.into(),
        worker_type: PLACE.1.into(),
        created: now,
        deadline,
        payload,
        metadata,
    });
    let task = task.task_group_id(group).scheduler_id("test");
    let id = slugid::nice();
    let created = Queue::new(client).create_task(&id, &task).send();
    created.expect("a task");
    id
}

fn status(client: &Client, id: &str) -> TaskStatus {
    let status = Queue::new(client).status(id).send();
    status.expect("a status").status
}

fn runs(status: &TaskStatus) -> Vec<(String, String)> {
    let reason = |run: &taskcluster_client::queue::types::Run| {
        let reason = run.reason_resolved.as_ref().map(ToString::to_string);
        (run.state.to_string(), reason.unwrap_or_default())
    };
    status.runs.iter().map(reason).collect()
}

fn read(url: &str) -> String {
    let mut answer = ureq::get(url).call().expect("an answer");
    answer.body_mut().read_to_string().expect("text")
}

fn artifact(client: &Client, id: &str, name: &str) -> String {
    let found = Queue::new(client).get_latest_artifact(id, name).send();
    found.expect("an artifact").location
}

/// What the network and the server do to the workers.
fn break_much(fake: &FakeTaskcluster) {
    let chances = [
        (0.03, Fault::status(503)),
        (0.01, Fault::too_many(0)),
        (0.01, Fault::Reset),
        (0.01, Fault::ResetInBody),
        (0.01, Fault::Truncate),
        (0.01, Fault::Delay(Duration::from_millis(30))),
        (0.005, Fault::html(502)),
    ];
    for (seed, (part, fault)) in (1..).zip(chances) {
        fake.fault(Rule::any().chance(part, seed), fault);
    }
    // Tasks that the queue gives away and nobody hears of.
    let claims = || Rule::method("queue", "claimWork");
    fake.fault(claims().nth(50..55), Fault::ContentType("text/html".into()));
    fake.fault(claims().nth(60..70), Fault::Truncate);
    let refuse = Fault::Refuse(Duration::from_millis(200));
    fake.fault(claims().nth(300..=300), refuse.clone());
    fake.fault(
        Rule::method("queue", "createArtifact").nth(900..=900),
        refuse,
    );
}

#[test]
fn a_thousand_tasks_are_each_resolved_once() {
    let fake = fake(Duration::from_secs(2));
    let (client, group) = (client(&fake), slugid::nice());
    let ids: Vec<String> = (0..TASKS)
        .map(|number| create(&client, &group, &format!("echo {number} | tee result")))
        .collect();
    break_much(&fake);
    let (start, outcomes) = (Instant::now(), Mutex::new(Vec::<(String, Outcome)>::new()));
    // Whoever has reported a task knows of it; the others are asked for.
    let is_over = || {
        let known: HashSet<String> = {
            let outcomes = outcomes.lock().expect("outcomes");
            let completed = outcomes.iter().filter(|it| it.1 == Outcome::Completed);
            completed.map(|(id, _)| id.clone()).collect()
        };
        let mut others = ids.iter().filter(|id| !known.contains(*id));
        let queue = Queue::new(&client);
        let is_resolved = |id: &String| {
            let answer = queue.status(id).send();
            answer.is_ok_and(|answer| is_resolved(&answer.status))
        };
        start.elapsed() > PATIENCE || others.all(is_resolved)
    };
    std::thread::scope(|scope| {
        for number in 0..WORKERS {
            let (fake, outcomes) = (&fake, &outcomes);
            scope.spawn(move || {
                let seen = |id: &str, outcome| {
                    outcomes
                        .lock()
                        .expect("outcomes")
                        .push((id.to_owned(), outcome));
                };
                worker(fake, number).run(is_over, seen).expect("work");
            });
        }
    });
    let asked = fake.requests().len();
    println!("{:?} for {asked} requests", start.elapsed());
    fake.clear_faults();
    check(
        &fake,
        &client,
        &ids,
        &outcomes.into_inner().expect("outcomes"),
    );
}

fn is_resolved(status: &TaskStatus) -> bool {
    let state = status.state.to_string();
    !["unscheduled", "pending", "running"].contains(&state.as_str())
}

fn check(fake: &FakeTaskcluster, client: &Client, ids: &[String], seen: &[(String, Outcome)]) {
    let mut resolved: HashMap<&str, usize> = HashMap::new();
    for (id, outcome) in seen {
        assert!(matches!(
            outcome,
            Outcome::Completed | Outcome::Lost | Outcome::Exception
        ));
        *resolved.entry(id).or_default() += usize::from(*outcome == Outcome::Completed);
    }
    // A report that is repeated is published again, as in the real queue; of the same run.
    let mut completed: HashMap<String, HashSet<u64>> = HashMap::new();
    for message in fake.messages() {
        if message.exchange == "exchange/taskcluster-queue/v1/task-completed" {
            let message: TaskCompletedMessage = message.decode().expect("a message");
            let runs = completed.entry(message.status.task_id).or_default();
            runs.insert(message.run_id);
        }
    }
    let mut kinds: BTreeMap<Vec<(String, String)>, usize> = BTreeMap::new();
    for (number, id) in ids.iter().enumerate() {
        let status = status(client, id);
        let runs = runs(&status);
        let of_state = |state: &str| runs.iter().filter(|run| run.0 == state).count();
        assert_eq!(of_state("completed"), 1, "{id}: {runs:?}");
        assert_eq!(of_state("exception"), runs.len() - 1, "{id}: {runs:?}");
        assert_eq!(runs[runs.len() - 1].0, "completed", "{id}: {runs:?}");
        assert_eq!(completed.get(id).map(HashSet::len), Some(1), "{id}");
        assert!(resolved.get(&**id).is_none_or(|times| *times <= 1), "{id}");
        *kinds.entry(runs).or_default() += 1;
        if number % 50 == 0 {
            assert_eq!(
                read(&artifact(client, id, "public/result")),
                format!("{number}\n")
            );
            let log = artifact(client, id, WHOLE_LOG);
            assert_eq!(read(&log), format!("{number}\n"));
            assert!(artifact(client, id, LIVE_LOG).ends_with("live_backing.log"));
        }
    }
    println!("{kinds:?}");
    // Without these the faults would not have been worth the name.
    assert!(kinds.len() > 1, "no claim was lost");
    let requests = fake.requests();
    for status in [Some(503), Some(429), None] {
        assert!(requests.iter().any(|request| request.status == status));
    }
}

/// Lets one worker do one task, while something else happens to it.
fn one_task(fake: &FakeTaskcluster, command: &str, meanwhile: impl FnOnce(&str)) -> TaskStatus {
    let client = client(fake);
    let id = create(&client, &slugid::nice(), command);
    done(fake, &id, meanwhile)
}

/// Lets one worker do this task.
fn done(fake: &FakeTaskcluster, id: &str, meanwhile: impl FnOnce(&str)) -> TaskStatus {
    let client = client(fake);
    let is_over = || is_resolved(&status(&client, id));
    std::thread::scope(|scope| {
        scope.spawn(|| worker(fake, 0).run(is_over, |_, _| {}).expect("work"));
        meanwhile(id);
    });
    status(&client, id)
}

/// Waits for what comes sooner or later.
#[track_caller]
fn wait_for(is_there: impl Fn() -> bool) {
    let start = Instant::now();
    while !is_there() {
        assert!(start.elapsed() < PATIENCE, "it has not come");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn claims_are_renewed_before_they_end() {
    let fake = fake(CLAIM);
    let renewed = || {
        let requests = fake.requests();
        let reclaims = requests
            .iter()
            .filter(|it| it.name.as_deref() == Some("reclaimTask") && it.status == Some(200));
        reclaims.count()
    };
    let go = std::env::temp_dir().join(slugid::v4());
    let command = format!("until test -e {}; do sleep 0.02; done", go.display());
    let status = one_task(&fake, &command, |_| {
        // Each comes when half a claim is over, and the third when the first claim has ended.
        wait_for(|| renewed() >= 3);
        std::fs::write(&go, "").expect("written");
    });
    std::fs::remove_file(&go).expect("removed");
    assert_eq!(runs(&status), [("completed".into(), "completed".into())]);
}

#[test]
fn a_claim_that_ends_is_dropped_and_the_task_done_again() {
    let fake = fake(CLAIM);
    fake.fault(Rule::method("queue", "reclaimTask"), Fault::status(500));
    let folder = std::env::temp_dir().join(slugid::v4());
    std::fs::create_dir(&folder).expect("a folder");
    // The first attempt takes longer than anybody has patience for, the second does not.
    let mark = folder.join("mark");
    let command = format!(
        "test -e {0} || {{ echo $$ > {0}; exec sleep 600; }}",
        mark.display()
    );
    let status = one_task(&fake, &command, |id| {
        let client = client(&fake);
        wait_for(|| status(&client, id).runs.len() > 1);
        fake.clear_faults();
    });
    assert_eq!(
        runs(&status),
        [
            ("exception".into(), "claim-expired".into()),
            ("completed".into(), "completed".into()),
        ]
    );
    let reports = fake.requests();
    let reports = reports
        .iter()
        .filter(|it| it.path.ends_with("/runs/0/completed"));
    assert_eq!(reports.count(), 0, "a lost run is not reported");
    let process = std::fs::read_to_string(&mark).expect("the number of a process");
    // The command has been stopped.
    wait_for(|| {
        let asked = Command::new("kill").args(["-0", process.trim()]).output();
        !asked.expect("kill").status.success()
    });
    std::fs::remove_dir_all(folder).expect("removed");
}

#[test]
fn logs_are_read_while_they_are_written() {
    let fake = fake(Duration::from_secs(600));
    let go = std::env::temp_dir().join(slugid::v4());
    let command = format!(
        "echo first; until test -e {0}; do sleep 0.02; done; echo second >&2; exit 3",
        go.display()
    );
    let client = client(&fake);
    let status = one_task(&fake, &command, |id| {
        let live = || Queue::new(&client).get_latest_artifact(id, LIVE_LOG).send();
        let url = std::iter::repeat_with(live)
            .find_map(Result::ok)
            .expect("a live log");
        let answer = ureq::get(&url.location).call().expect("an answer");
        let mut log = BufReader::new(answer.into_body().into_reader());
        let mut line = String::new();
        log.read_line(&mut line).expect("a line");
        assert_eq!(line, "first\n");
        std::fs::write(&go, "").expect("written");
        log.read_to_string(&mut line).expect("the rest");
        assert!(
            line.starts_with("first\nsecond\n[worker] The command has failed"),
            "{line}"
        );
    });
    std::fs::remove_file(&go).expect("removed");
    assert_eq!(runs(&status), [("failed".into(), "failed".into())]);
    let log = read(&artifact(&client, &status.task_id, WHOLE_LOG));
    assert!(log.contains("second\n"));
    let missing = ureq::get(
        &Queue::new(&client)
            .get_latest_artifact(&status.task_id, "public/result")
            .url()
            .expect("a URL"),
    );
    let error = missing.call().expect_err("an error artifact");
    assert!(matches!(error, ureq::Error::StatusCode(424)), "{error}");
}

#[test]
fn a_payload_for_another_worker_is_told() {
    let fake = fake(Duration::from_secs(600));
    let client = client(&fake);
    let now = OffsetDateTime::now_utc();
    let metadata = TaskMetadata::new(TaskMetadataRequired {
        name: "n".into(),
        description: "d".into(),
        owner: "o@example.com".into(),
        source: "https://example.com/".into(),
    });
    let deadline = now + Duration::from_secs(3600);
    let payload: Value = json!({ "image": "x" });
    let task = CreateTaskRequest::new(CreateTaskRequestRequired {
        provisioner_id: PLACE.0.into(),
        worker_type: PLACE.1.into(),
        created: now,
        deadline,
        payload,
        metadata,
    });
    let id = slugid::nice();
    let created = Queue::new(&client).create_task(&id, &task).send();
    created.expect("a task");
    let mut outcomes = Vec::new();
    let seen = |_: &str, outcome| outcomes.push(outcome);
    worker(&fake, 0).run(|| true, seen).expect("work");
    assert_eq!(outcomes, [Outcome::Exception]);
    let runs = runs(&status(&client, &id));
    assert_eq!(runs, [("exception".into(), "malformed-payload".into())]);
    let log = read(&artifact(&client, &id, WHOLE_LOG));
    assert_eq!(
        log,
        "[worker] The payload is not one for this worker: there is no `command`\n"
    );
    // Where people look for it.
    assert!(artifact(&client, &id, LIVE_LOG).ends_with("live_backing.log"));
}

#[test]
fn a_name_that_the_queue_refuses_is_the_task_s_own_mistake() {
    let fake = fake(Duration::from_secs(600));
    // The first artifact is the live log; the second is refused, with S3 and as an object.
    let second = Rule::method("queue", "createArtifact").nth(2..=3);
    fake.fault(second, Fault::status(400));
    let status = one_task(&fake, "echo 1 > result", |_| {});
    let wanted = ("exception".into(), "malformed-payload".into());
    assert_eq!(runs(&status), [wanted], "it is not tried again");
    let client = client(&fake);
    let log = read(&artifact(&client, &status.task_id, WHOLE_LOG));
    assert!(
        log.contains("the queue refuses the artifact \"public/result\""),
        "{log}"
    );
    assert!(artifact(&client, &status.task_id, LIVE_LOG).ends_with("live_backing.log"));
}

#[test]
#[cfg(unix)]
fn all_that_a_task_has_started_ends_with_its_time() {
    let fake = fake(Duration::from_secs(600));
    let mark = std::env::temp_dir().join(slugid::v4());
    let command = format!("sleep 600 & echo $! > {}; wait", mark.display());
    let payload = json!({ "command": ["sh", "-c", command], "maxRunTime": 5 });
    let id = create_with(&client(&fake), &slugid::nice(), payload);
    let status = done(&fake, &id, |_| {});
    assert_eq!(runs(&status), [("failed".into(), "failed".into())]);
    let process = std::fs::read_to_string(&mark).expect("the number of a process");
    std::fs::remove_file(&mark).expect("removed");
    wait_for(|| {
        let asked = Command::new("kill").args(["-0", process.trim()]).output();
        !asked.expect("kill").status.success()
    });
}

#[test]
#[cfg(unix)]
fn all_that_a_task_has_started_ends_when_it_is_cancelled() {
    let fake = fake(CLAIM);
    let client = client(&fake);
    let mark = std::env::temp_dir().join(slugid::v4());
    let command = format!(
        "sleep 600 & echo $! > {0}.new; mv {0}.new {0}; wait",
        mark.display()
    );
    let status = one_task(&fake, &command, |id| {
        wait_for(|| mark.exists());
        Queue::new(&client)
            .cancel_task(id)
            .send()
            .expect("cancelled");
        // The worker hears of it when it renews its claim, and has the log lead to the queue at last.
        wait_for(|| artifact(&client, id, LIVE_LOG).ends_with("live_backing.log"));
    });
    assert_eq!(runs(&status), [("exception".into(), "canceled".into())]);
    let process = std::fs::read_to_string(&mark).expect("the number of a process");
    std::fs::remove_file(&mark).expect("removed");
    wait_for(|| {
        let asked = Command::new("kill").args(["-0", process.trim()]).output();
        !asked.expect("kill").status.success()
    });
}

#[test]
fn a_live_log_leads_to_the_queue_whatever_happens() {
    let fake = fake(Duration::from_secs(600));
    fake.fault(Rule::uploads(), Fault::status(403));
    let status = one_task(&fake, "echo 1", |_| {});
    let client = client(&fake);
    let found = Queue::new(&client).get_artifact(&status.task_id, 0, LIVE_LOG);
    let location = found.send().expect("a reference").location;
    assert!(
        location.starts_with(fake.root_url().as_ref() as &str),
        "{location}"
    );
    assert!(location.ends_with("live_backing.log"), "{location}");
}
