//! Provisioners, worker types and workers: seen when they claim work, or declared.

mod places;
mod worker;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use taskcluster_core::scopes::Arguments;
use taskcluster_core::timestamp;
use time::{Duration, OffsetDateTime};

use crate::http::errors::ApiError;
use crate::services::book::{Book, Saved};
use crate::services::context::{Call, Outcome};
use crate::services::{Handler, date};

/// How long a provisioner or worker type was known in 2018 after it was last seen.
const LONG: Duration = Duration::days(5);
/// How long a worker is known after it was last seen, and today all that it belongs to.
const SHORT: Duration = Duration::days(1);
/// How many of its last tasks a worker is known by.
const RECENT: usize = 20;

/// Who is known to do work.
#[derive(Debug, Default)]
pub(in crate::services::queue) struct Workers {
    provisioners: Book<Place>,
    /// By `<provisionerId>/<workerType>`.
    worker_types: Book<Place>,
    /// By `<provisionerId>/<workerType>/<workerGroup>/<workerId>`.
    workers: Book<Worker>,
}

/// A provisioner or a worker type.
#[derive(Debug, Deserialize, Serialize)]
struct Place {
    description: String,
    stability: String,
    #[serde(with = "timestamp")]
    expires: OffsetDateTime,
    #[serde(with = "timestamp")]
    last_active: OffsetDateTime,
    /// What users can do about a provisioner, its worker types and workers.
    actions: Vec<Value>,
}

#[derive(Debug, Deserialize, Serialize)]
struct Worker {
    #[serde(with = "timestamp")]
    expires: OffsetDateTime,
    #[serde(with = "timestamp")]
    first_claim: OffsetDateTime,
    #[serde(with = "timestamp::option")]
    quarantine_until: Option<OffsetDateTime>,
    /// Who has quarantined the worker until when, and why.
    #[serde(default)]
    quarantine_details: Vec<Value>,
    recent_tasks: Vec<(String, usize)>,
    #[serde(default, with = "timestamp::option")]
    last_active: Option<OffsetDateTime>,
}

/// When somebody was seen, and until when what they belong to is known for that.
#[derive(Clone, Copy)]
pub(in crate::services::queue) struct Seen {
    at: OffsetDateTime,
    until: OffsetDateTime,
}

impl Seen {
    pub(in crate::services::queue) fn now(call: &Call<'_>) -> Self {
        let is_todays_alone = call.apis.is_today && !call.apis.has_both;
        let life = if is_todays_alone { SHORT } else { LONG };
        Self {
            at: call.now,
            until: call.now + life,
        }
    }
}

impl Place {
    fn new(seen: Seen) -> Self {
        Self {
            description: String::new(),
            stability: "experimental".to_owned(),
            expires: seen.until,
            last_active: seen.at,
            actions: Vec::new(),
        }
    }

    fn see(&mut self, seen: Seen) {
        self.expires = self.expires.max(seen.until);
        self.last_active = seen.at;
    }

    fn declare(&mut self, payload: &Value) -> Result<(), ApiError> {
        for (member, name) in [
            (&mut self.description, "description"),
            (&mut self.stability, "stability"),
        ] {
            if let Some(given) = payload[name].as_str().filter(|given| !given.is_empty()) {
                given.clone_into(member);
            }
        }
        if payload.get("expires").is_some() {
            self.expires = date(payload, "expires")?;
        }
        if let Some(actions) = payload["actions"].as_array() {
            self.actions.clone_from(actions);
        }
        Ok(())
    }

    fn json(&self) -> Map<String, Value> {
        let members = [
            ("description", self.description.as_str().into()),
            ("stability", self.stability.as_str().into()),
            ("expires", timestamp::to_string(self.expires).into()),
            (
                "lastDateActive",
                timestamp::to_string(self.last_active).into(),
            ),
        ];
        let members = members.into_iter();
        members
            .map(|(name, value)| (name.to_owned(), value))
            .collect()
    }
}

impl Worker {
    fn new(now: OffsetDateTime) -> Self {
        Self {
            expires: now + SHORT,
            first_claim: now,
            quarantine_until: None,
            quarantine_details: Vec::new(),
            recent_tasks: Vec::new(),
            last_active: None,
        }
    }

    /// Whether the worker is to be shown; one in quarantine is not forgotten.
    fn is_known(&self, now: OffsetDateTime) -> bool {
        self.expires > now || self.quarantined_until(now).is_some()
    }

    fn quarantined_until(&self, now: OffsetDateTime) -> Option<OffsetDateTime> {
        self.quarantine_until.filter(|until| *until > now)
    }
}

impl Workers {
    /// What is saved entry by entry, by the names that files have for it.
    pub(in crate::services::queue) fn books(&mut self) -> [(&'static str, &mut dyn Saved); 3] {
        [
            ("queue.provisioners", &mut self.provisioners),
            ("queue.worker-types", &mut self.worker_types),
            ("queue.workers", &mut self.workers),
        ]
    }

    /// Remembers that a worker has asked for work.
    pub(in crate::services::queue) fn see(
        &mut self,
        pool: [&str; 2],
        worker: (&str, &str),
        seen: Seen,
    ) {
        self.see_pool(pool, seen);
        let now = seen.at;
        let worker = self.workers.entry(key(pool, worker));
        let worker = worker.or_insert_with(|| Worker::new(now));
        worker.expires = worker.expires.max(now + SHORT);
        worker.last_active = Some(now);
    }

    /// Remembers that somebody has asked for the work of a pool.
    pub(in crate::services::queue) fn see_pool(&mut self, pool: [&str; 2], seen: Seen) {
        let new = || Place::new(seen);
        let [provisioner, _] = pool;
        let place = self.provisioners.entry(provisioner.to_owned());
        place.or_insert_with(new).see(seen);
        let place = self.worker_types.entry(pool.join("/"));
        place.or_insert_with(new).see(seen);
    }

    /// Remembers that a worker has a task.
    pub(in crate::services::queue) fn see_task(
        &mut self,
        pool: [&str; 2],
        worker: (&str, &str),
        task: (String, usize),
    ) {
        if let Some(worker) = self.workers.get_mut(&key(pool, worker)) {
            worker.recent_tasks.push(task);
            let over = worker.recent_tasks.len().saturating_sub(RECENT);
            worker.recent_tasks.drain(..over);
        }
    }

    /// Whether a worker is to get no work.
    pub(in crate::services::queue) fn is_quarantined(
        &self,
        pool: [&str; 2],
        worker: (&str, &str),
        now: OffsetDateTime,
    ) -> bool {
        let worker = self.workers.get(&key(pool, worker));
        worker.is_some_and(|worker| worker.quarantined_until(now).is_some())
    }

    /// What can be done in a context, by what the provisioner has declared.
    fn actions(&self, provisioner_id: &str, context: &str) -> Value {
        let actions = self.provisioners.get(provisioner_id).into_iter();
        let actions = actions.flat_map(|provisioner| &provisioner.actions);
        actions
            .filter(|action| action["context"] == context)
            .cloned()
            .collect()
    }
}

fn key([provisioner_id, worker_type]: [&str; 2], (group, id): (&str, &str)) -> String {
    format!("{provisioner_id}/{worker_type}/{group}/{id}")
}

pub(in crate::services::queue) fn find(name: &str) -> Option<Handler> {
    Some(match name {
        "listProvisioners" => places::list_provisioners,
        "getProvisioner" => |call| places::provisioner(call),
        "declareProvisioner" => places::declare_provisioner,
        "listWorkerTypes" => places::list_worker_types,
        "getWorkerType" => |call| places::worker_type(call),
        "listTaskQueues" => places::list_task_queues,
        "getTaskQueue" => |call| places::task_queue(call),
        "declareWorkerType" => places::declare_worker_type,
        "listWorkers" => worker::list_workers,
        "getWorker" => |call| worker::worker(call),
        "quarantineWorker" => worker::quarantine,
        "declareWorker" => worker::declare_worker,
        _ => return None,
    })
}

/// The workers that the list of the path and the query has, as the queue answers it.
pub(in crate::services) fn workers_seen(call: &mut Call<'_>) -> Result<Value, ApiError> {
    match worker::list_workers(call)? {
        Outcome::Json(list) => Ok(list),
        _ => Err(ApiError::internal("a list of workers is no JSON")),
    }
}

/// The worker of the path, if the queue knows it, as the queue answers it.
pub(in crate::services) fn worker_seen(call: &Call<'_>) -> Option<Value> {
    match worker::worker(call) {
        Ok(Outcome::Json(worker)) => Some(worker),
        _ => None,
    }
}

/// The arguments of the path, joined as the keys are.
fn path_key(call: &Call<'_>, names: &[&str]) -> String {
    let values: Vec<String> = names.iter().map(|name| call.param(name)).collect();
    values.join("/")
}

const TYPE: [&str; 2] = ["provisionerId", "workerType"];
const WORKER: [&str; 4] = ["provisionerId", "workerType", "workerGroup", "workerId"];

/// Checks that the caller may declare each of the properties that it does.
fn authorize(call: &mut Call<'_>, names: &[&str]) -> Result<(), ApiError> {
    let given = call.payload.as_object().into_iter().flat_map(Map::keys);
    let properties: Vec<String> = given.cloned().collect();
    let mut arguments = Arguments::new().with("properties", properties);
    for name in names {
        arguments = arguments.with(*name, call.param(name));
    }
    call.authorize(&arguments)
}
