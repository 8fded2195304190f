//! The tools of `taskcluster-tools` on the fake, with both kinds of client.
//!
//! Nothing here waits: what a client does in place of waiting is the next step of a scenario.

mod actions;
mod graphs;
mod hints;
mod index;
mod secrets;
mod waiting;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use serde_json::json;
use taskcluster_client::queue::types::{
    ClaimWorkRequest, ClaimWorkRequestRequired, CreateTaskRequest, CreateTaskRequestRequired,
    TaskClaimRequest, TaskClaimRequestRequired, TaskMetadata, TaskMetadataRequired,
};
use taskcluster_client::{AsyncClient, Client, Era, Queue, slugid};
use taskcluster_fake::FakeTaskcluster;
use taskcluster_tests::{Colour, Sleep, wait};
use taskcluster_tools::{Caller, Creation, Job, Result, Wait, Walk};
use time::OffsetDateTime;

/// The verbs of tools, whatever kind of client they are made of.
trait Tool: Colour + Caller {
    fn job<T>(job: Job<Self, T>) -> Result<T>;
    fn wait<W: taskcluster_tools::Watched>(wait: Wait<Self, W>) -> Result<W::Found>;
    fn create(creation: Creation<'_, Self>) -> Result<()>;
    fn walk(walk: Walk<Self>) -> Vec<Result<String>>;
}

macro_rules! tool {
    ($client:ty, $wait:expr) => {
        impl Tool for $client {
            fn job<T>(job: Job<Self, T>) -> Result<T> {
                $wait(job.send())
            }

            fn wait<W: taskcluster_tools::Watched>(wait: Wait<Self, W>) -> Result<W::Found> {
                $wait(wait.wait())
            }

            fn create(creation: Creation<'_, Self>) -> Result<()> {
                $wait(creation.send())
            }

            fn walk(mut walk: Walk<Self>) -> Vec<Result<String>> {
                let next = || Some($wait(walk.next())?.map(|task| task.namespace));
                std::iter::from_fn(next).collect()
            }
        }
    };
}
tool!(Client, std::convert::identity);
tool!(AsyncClient, wait);

const PLACE: [&str; 2] = ["test-provisioner", "test-worker"];

/// A deployment, and a client of it that takes a step of a scenario where it would wait.
struct Scene<C> {
    fake: Arc<FakeTaskcluster>,
    client: C,
    waits: Arc<Mutex<Vec<Duration>>>,
}

impl<C: Tool> Scene<C> {
    fn new() -> Self {
        Self::with(|_, _| {})
    }

    /// Each step has a client of its own, and the number of waits before it.
    fn with(step: impl Fn(&Client, usize) + Send + Sync + 'static) -> Self {
        Self::of(Era::Both, step)
    }

    /// With the services of an era.
    fn of(era: Era, step: impl Fn(&Client, usize) + Send + Sync + 'static) -> Self {
        let fake = FakeTaskcluster::builder()
            .era(era)
            .claim_wait(Duration::ZERO);
        let fake = fake.start().expect("a server");
        let builder = || Client::builder(fake.root_url()).credentials(fake.credentials());
        let actor = builder().build().expect("a client");
        let waits: Arc<Mutex<Vec<Duration>>> = Arc::default();
        let noted = Arc::clone(&waits);
        let sleep: Sleep = Arc::new(move |time| {
            let mut noted = noted.lock().expect("the waits");
            step(&actor, noted.len());
            noted.push(time);
        });
        let client = C::build(C::sleeping(builder(), sleep)).expect("a client");
        Self {
            fake: Arc::new(fake),
            client,
            waits,
        }
    }

    fn waits(&self) -> Vec<Duration> {
        self.waits.lock().expect("the waits").clone()
    }

    /// How often a method was called.
    fn asked(&self, method: &str) -> usize {
        let requests = self.fake.requests();
        let named = requests
            .iter()
            .filter(|it| it.name.as_deref() == Some(method));
        named.count()
    }

    /// A blocking client, for what a scenario needs beside.
    fn actor(&self) -> Client {
        let builder = Client::builder(self.fake.root_url());
        builder
            .credentials(self.fake.credentials())
            .build()
            .expect("a client")
    }
}

fn definition() -> CreateTaskRequest {
    let now = OffsetDateTime::now_utc();
    CreateTaskRequest::new(CreateTaskRequestRequired {
        provisioner_id: PLACE[0].into(),
        worker_type: PLACE[1].into(),
        created: now,
        deadline: now + Duration::from_secs(3600),
        payload: json!({}),
        metadata: TaskMetadata::new(TaskMetadataRequired {
            name: "n".into(),
            description: "d".into(),
            owner: "o@example.com".into(),
            source: "https://example.com/".into(),
        }),
    })
}

/// Has a worker begin a task that was just created.
fn claim(client: &Client, task_id: &str) {
    let worker = TaskClaimRequest::new(TaskClaimRequestRequired {
        worker_group: "g".into(),
        worker_id: "w".into(),
    });
    let claimed = Queue::new(client).claim_task(task_id, 0, &worker).send();
    claimed.expect("claimed");
}

/// Creates a task in a group.
fn create(client: &Client, group: &str) -> String {
    let id = slugid::nice();
    let task = definition().task_group_id(group).scheduler_id("test");
    let created = Queue::new(client).create_task(&id, &task).send();
    created.expect("a task");
    id
}

/// Has a worker do a task that is pending, well or not, and gives its ID.
fn work(client: &Client, well: bool) -> Option<String> {
    let queue = Queue::new(client);
    let claim = ClaimWorkRequest::new(ClaimWorkRequestRequired {
        worker_group: "g".into(),
        worker_id: "w".into(),
        tasks: 1,
    });
    let claimed = queue.claim_work(PLACE[0], PLACE[1], &claim).send();
    let claim = claimed.expect("claims").tasks.pop()?;
    let id = claim.status.task_id;
    let resolved = match well {
        true => queue.report_completed(&id, claim.run_id).send(),
        false => queue.report_failed(&id, claim.run_id).send(),
    };
    resolved.expect("resolved");
    Some(id)
}
