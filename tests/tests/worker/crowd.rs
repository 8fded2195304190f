//! Many workers and many tasks.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use taskcluster_client::queue::types::TaskCompletedMessage;
use taskcluster_client::{Client, Queue, slugid};
use taskcluster_fake::{FakeTaskcluster, Fault, Rule};

use super::work::{LIVE_LOG, Outcome, WHOLE_LOG};
use super::{PATIENCE, artifact, client, create, fake, is_resolved, read, runs, status, worker};

const TASKS: usize = 1000;
const WORKERS: usize = 8;

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
