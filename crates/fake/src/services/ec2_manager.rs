//! The manager of machines at Amazon. It remembers which were asked for; none is ever started.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use taskcluster_core::scopes::Arguments;
use taskcluster_core::timestamp;
use time::OffsetDateTime;

use super::{Handler, text};
use crate::http::errors::ApiError;
use crate::http::types::Reply;
use crate::services::book::{Book, Saved};
use crate::services::context::{Call, Outcome};

/// Where machines can be.
const REGIONS: [&str; 5] = [
    "us-west-2",
    "us-east-1",
    "us-east-2",
    "us-west-1",
    "eu-central-1",
];

/// What the manager has been asked for.
#[derive(Debug, Default, Deserialize, Serialize)]
pub(crate) struct Ec2 {
    #[serde(skip)]
    key_pairs: Book<KeyPair>,
    /// By ID.
    #[serde(skip)]
    instances: Book<Instance>,
    /// How many instances there have ever been.
    started: u64,
}

/// There is one of a name, and nothing more is known of it.
#[derive(Debug, Deserialize, Serialize)]
struct KeyPair {}

#[derive(Debug, Deserialize, Serialize)]
struct Instance {
    worker_type: String,
    region: String,
    instance_type: String,
    image_id: String,
    /// What the request calls itself, so that a repetition starts no second one.
    client_token: String,
    #[serde(with = "timestamp")]
    launched: OffsetDateTime,
}

impl Instance {
    fn json(&self, id: &str) -> Value {
        let launched = timestamp::to_string(self.launched);
        json!({
            "id": id,
            "workerType": self.worker_type,
            "region": self.region,
            "az": format!("{}a", self.region),
            "instanceType": self.instance_type,
            "imageId": self.image_id,
            "state": "pending",
            "launched": launched,
            "lastEvent": launched,
            "touched": launched,
        })
    }
}

impl Ec2 {
    /// What is saved entry by entry, by the names that files have for it.
    pub(super) fn books(&mut self) -> [(&'static str, &mut dyn Saved); 2] {
        [
            ("ec2-manager.key-pairs", &mut self.key_pairs),
            ("ec2-manager.instances", &mut self.instances),
        ]
    }

    /// The instances of a worker type.
    fn of<'e>(&'e self, worker_type: &'e str) -> impl Iterator<Item = (&'e String, &'e Instance)> {
        let all = self.instances.iter();
        all.filter(move |(_, instance)| instance.worker_type == worker_type)
    }
}

pub(super) fn find(name: &str) -> Option<Handler> {
    Some(match name {
        "listWorkerTypes" => list,
        "runInstance" => run,
        "terminateWorkerType" => terminate_worker_type,
        "workerTypeStats" => stats,
        "workerTypeState" => state,
        "workerTypeHealth" | "getHealth" => health,
        "workerTypeErrors" | "getRecentErrors" => |_| Ok(Outcome::Json(json!({ "errors": [] }))),
        "ensureKeyPair" => ensure_key_pair,
        "removeKeyPair" => remove_key_pair,
        "terminateInstance" => terminate_instance,
        "getPrices" | "getSpecificPrices" => |_| Ok(Outcome::Json(json!([]))),
        "regions" => |_| plain(&json!({ "regions": REGIONS })),
        "amiUsage" | "ebsUsage" => |_| plain(&json!([])),
        "dbpoolStats" => |_| plain(&json!({ "inuse": 0, "avail": 1, "waiting": 0, "count": 1 })),
        "allState" => all_state,
        "sqsStats" => |_| plain(&json!({})),
        "purgeQueues" => |_| Ok(nothing()),
        _ => return None,
    })
}

fn nothing() -> Outcome {
    Outcome::Reply(Reply::empty(204))
}

/// An answer that the reference says nothing about.
fn plain(answer: &Value) -> Result<Outcome, ApiError> {
    Ok(Outcome::Reply(Reply::json(200, answer)))
}

fn list(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let instances = call.state.ec2.instances.values();
    let names: BTreeSet<&String> = instances.map(|instance| &instance.worker_type).collect();
    Ok(Outcome::Json(json!(names)))
}

fn run(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let launch = &call.payload["LaunchInfo"];
    let instance = Instance {
        worker_type: call.param("workerType"),
        region: text(&call.payload, "Region"),
        instance_type: text(launch, "InstanceType"),
        image_id: text(launch, "ImageId"),
        client_token: text(&call.payload, "ClientToken"),
        launched: call.now,
    };
    let ec2 = &mut call.state.ec2;
    let mut known = ec2.instances.values();
    let token = &instance.client_token;
    if token.is_empty() || !known.any(|known| known.client_token == *token) {
        ec2.started += 1;
        let id = format!("i-{:017x}", ec2.started);
        ec2.instances.insert(id, instance);
    }
    Ok(nothing())
}

fn terminate_worker_type(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let worker_type = call.param("workerType");
    let instances = &mut call.state.ec2.instances;
    instances.keep(|_, instance| instance.worker_type != worker_type);
    Ok(nothing())
}

fn stats(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let mut counts: BTreeMap<&String, u64> = BTreeMap::new();
    let worker_type = call.param("workerType");
    for (_, instance) in call.state.ec2.of(&worker_type) {
        *counts.entry(&instance.instance_type).or_default() += 1;
    }
    let pending = counts.into_iter();
    let pending = pending
        .map(|(name, count)| json!({ "instanceType": name, "count": count, "type": "instance" }));
    let pending: Value = pending.collect();
    Ok(Outcome::Json(json!({ "pending": pending, "running": [] })))
}

fn state(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let worker_type = call.param("workerType");
    let instances = call.state.ec2.of(&worker_type);
    let instances: Value = instances.map(|(id, instance)| instance.json(id)).collect();
    Ok(Outcome::Json(json!({ "instances": instances })))
}

fn all_state(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let instances = call.state.ec2.instances.iter();
    let instances: Value = instances.map(|(id, instance)| instance.json(id)).collect();
    plain(&json!({ "instances": instances }))
}

fn health(_: &mut Call<'_>) -> Result<Outcome, ApiError> {
    Ok(Outcome::Json(json!({
        "requestHealth": [],
        "terminationHealth": [],
        "running": [],
    })))
}

fn ensure_key_pair(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let name = call.param("name");
    call.state.ec2.key_pairs.insert(name, KeyPair {});
    Ok(nothing())
}

fn remove_key_pair(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let name = call.param("name");
    call.state.ec2.key_pairs.remove(&name);
    Ok(nothing())
}

fn terminate_instance(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let (region, id) = (call.param("region"), call.param("instanceId"));
    let instance = call.state.ec2.instances.get(&id);
    let instance = instance.filter(|instance| instance.region == region);
    let worker_type = instance.map(|instance| instance.worker_type.clone());
    let arguments = Arguments::new()
        .with("region", &region)
        .with("instanceId", &id)
        .with("hasWorkerType", worker_type.is_some())
        .with("workerType", worker_type.clone().unwrap_or_default());
    call.authorize(&arguments)?;
    if worker_type.is_some() {
        call.state.ec2.instances.remove(&id);
    }
    Ok(nothing())
}
