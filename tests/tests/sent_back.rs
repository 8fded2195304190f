//! Answers that are read, changed and sent back: what a newer server has told in them reaches it again.

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use taskcluster_client::auth::types::{
    CreateClientRequest, CreateRoleRequest, GetClientResponse, GetRoleResponse,
};
use taskcluster_client::aws_provisioner::types::{CreateWorkerTypeRequest, GetWorkerTypeResponse};
use taskcluster_client::hooks::types::{CreateHookRequest, HookDefinition};
use taskcluster_client::index::types::{IndexedTaskResponse, InsertTaskRequest};
use taskcluster_client::notify::types::NotificationAddress;
use taskcluster_client::pulse::types::{NamespaceRequest, NamespaceResponse};
use taskcluster_client::purge_cache::types::{PurgeCacheRequest, PurgeRequest};
use taskcluster_client::queue::types::*;
use taskcluster_client::secrets::types::Secret;
use taskcluster_client::worker_manager::types::{
    CreateWorkerPoolRequest, CreateWorkerRequest, UpdateWorkerPoolRequest, WorkerFull,
    WorkerPoolFull,
};
use taskcluster_client::*;
use taskcluster_tests::{Colour, Scripted, Verbs as _, answer, in_both_colours};

in_both_colours!(a_hook_is_changed_and_nothing_else_in_it);

const DATE: &str = "2030-01-02T03:04:05.678Z";

/// An answer with an unknown member in it and in each object of the schema's, read and made into what
/// is sent back.
fn sent_back<A, R>(answer: Value) -> Value
where
    A: DeserializeOwned + Into<R>,
    R: Serialize,
{
    let answer: A = serde_json::from_value(answer).expect("an answer");
    serde_json::to_value(answer.into()).expect("JSON")
}

/// Checks what is sent back of an answer: all of it but for the members that servers refuse.
fn keeps<A, R>(mut answer: Value, refused: &[&str])
where
    A: DeserializeOwned + Into<R> + Debug,
    R: Serialize + DeserializeOwned + PartialEq + Debug,
{
    answer["planted"] = json!({"new": [1, null]});
    let sent = sent_back::<A, R>(answer.clone());
    let members = answer.as_object_mut().expect("an object");
    for member in refused {
        assert!(
            members.remove(*member).is_some(),
            "the answer has no {member}"
        );
    }
    assert_eq!(sent, answer);
}

#[test]
fn clients_and_roles() {
    let client = json!({
        "clientId": "c", "expires": DATE, "description": "d", "scopes": ["a"], "created": DATE,
        "expandedScopes": ["a"], "lastModified": DATE, "lastDateUsed": DATE, "lastRotated": DATE,
        "deleteOnExpiration": true, "disabled": false,
    });
    let of_server = [
        "clientId",
        "created",
        "expandedScopes",
        "lastModified",
        "lastDateUsed",
        "lastRotated",
        "disabled",
    ];
    keeps::<GetClientResponse, CreateClientRequest>(client, &of_server);
    let role = json!({
        "roleId": "r", "description": "d", "scopes": ["a"], "created": DATE, "lastModified": DATE,
        "expandedScopes": ["a"],
    });
    let of_server = ["roleId", "created", "lastModified", "expandedScopes"];
    keeps::<GetRoleResponse, CreateRoleRequest>(role, &of_server);
}

fn hook() -> Value {
    json!({
        "hookGroupId": "g", "hookId": "h", "schedule": ["0 0 * * * *"], "triggerSchema": {"type": "object"},
        "metadata": {"name": "n", "description": "d", "owner": "o", "emailOnError": false, "planted": 1},
        "task": {"any": ["thing"]},
        "bindings": [{"exchange": "e", "routingKeyPattern": "#", "planted": 2}],
        "planted": {"new": true},
    })
}

#[test]
fn hooks() {
    keeps::<HookDefinition, CreateHookRequest>(hook(), &[]);
    // A schedule of a form that the request's type does not have.
    let mut odd = hook();
    odd["schedule"] = json!({"every": "hour"});
    keeps::<HookDefinition, CreateHookRequest>(odd, &[]);
}

#[test]
fn entries_of_the_index() {
    let entry = json!({
        "namespace": "a.b", "taskId": "fN1SbArXTPSVFNUvaOlinQ", "rank": 5.0, "data": {"x": 1},
        "expires": DATE,
    });
    keeps::<IndexedTaskResponse, InsertTaskRequest>(entry, &["namespace"]);
}

#[test]
fn denylist_and_purge_requests() {
    let address = json!({"notificationType": "email", "notificationAddress": "a@example.com"});
    keeps::<NotificationAddress, NotificationAddress>(address, &[]);
    let request = json!({
        "provisionerId": "p", "workerType": "w", "cacheName": "c", "before": DATE,
    });
    keeps::<PurgeRequest, PurgeCacheRequest>(request, &["provisionerId", "workerType", "before"]);
}

#[test]
fn tasks() {
    let task = json!({
        "provisionerId": "p", "workerType": "w", "taskQueueId": "p/w", "schedulerId": "s",
        "projectId": "none", "taskGroupId": "fN1SbArXTPSVFNUvaOlinQ", "dependencies": [],
        "requires": "all-completed", "routes": [], "priority": "lowest", "retries": 5,
        "created": DATE, "deadline": DATE, "expires": DATE, "scopes": [], "payload": {"a": 1},
        "metadata": {"name": "n", "description": "d", "owner": "o", "source": "s", "planted": 1},
        "tags": {"a": "b"}, "extra": {"c": 1},
    });
    keeps::<Task, CreateTaskRequest>(task, &[]);
}

#[test]
fn provisioners_worker_types_and_workers_of_the_queue() {
    let action = json!({
        "name": "n", "title": "t", "context": "provisioner", "url": "u", "method": "POST",
        "description": "d", "planted": 1,
    });
    let provisioner = json!({
        "provisionerId": "p", "stability": "stable", "description": "d", "expires": DATE,
        "lastDateActive": DATE, "actions": [action],
    });
    let of_server = ["provisionerId", "lastDateActive"];
    keeps::<ProvisionerResponse, UpdateProvisionerRequest>(provisioner.clone(), &of_server);
    // A value that nobody knows yet.
    let mut newer = provisioner;
    newer["stability"] = json!("solid");
    keeps::<ProvisionerResponse, UpdateProvisionerRequest>(newer, &of_server);

    let ty = json!({
        "provisionerId": "p", "workerType": "w", "taskQueueId": "p/w", "stability": "deprecated",
        "description": "d", "expires": DATE, "lastDateActive": DATE,
    });
    let of_server = [
        "provisionerId",
        "workerType",
        "taskQueueId",
        "lastDateActive",
    ];
    keeps::<WorkertypeResponse, UpdateWorkertypeRequest>(ty, &of_server);

    let worker = json!({
        "provisionerId": "p", "workerType": "w", "workerGroup": "g", "workerId": "i",
        "recentTasks": [], "firstClaim": DATE, "expires": DATE,
    });
    let of_server = [
        "provisionerId",
        "workerType",
        "workerGroup",
        "workerId",
        "recentTasks",
        "firstClaim",
    ];
    keeps::<WorkerResponse, UpdateWorkerRequest>(worker, &of_server);
}

#[test]
fn secrets() {
    keeps::<Secret, Secret>(json!({"secret": {"a": 1}, "expires": DATE}), &[]);
}

#[test]
fn worker_pools_with_their_launch_configs_and_workers() {
    let pool = json!({
        "workerPoolId": "p/w", "providerId": "aws", "description": "d", "created": DATE,
        "lastModified": DATE, "owner": "o@example.com", "emailOnError": false,
        "config": {"minCapacity": 0, "launchConfigs": [{"launchConfigId": "l", "planted": 1}]},
        "currentCapacity": 1, "requestedCount": 1, "runningCount": 1, "stoppingCount": 1,
        "stoppedCount": 1, "requestedCapacity": 1, "runningCapacity": 1, "stoppingCapacity": 1,
        "stoppedCapacity": 1,
    });
    let counts = [
        "currentCapacity",
        "requestedCount",
        "runningCount",
        "stoppingCount",
        "stoppedCount",
        "requestedCapacity",
        "runningCapacity",
        "stoppingCapacity",
        "stoppedCapacity",
    ];
    keeps::<WorkerPoolFull, UpdateWorkerPoolRequest>(pool.clone(), &counts);
    let for_new = [&counts[..], &["workerPoolId", "created", "lastModified"]].concat();
    keeps::<WorkerPoolFull, CreateWorkerPoolRequest>(pool, &for_new);

    let worker = json!({
        "workerPoolId": "p/w", "workerGroup": "g", "workerId": "i", "providerId": "static",
        "created": DATE, "expires": DATE, "state": "running", "capacity": 2, "lastModified": DATE,
        "lastChecked": DATE,
    });
    let of_server = [
        "workerPoolId",
        "workerGroup",
        "workerId",
        "providerId",
        "created",
        "state",
        "lastModified",
        "lastChecked",
    ];
    keeps::<WorkerFull, CreateWorkerRequest>(worker, &of_server);
}

#[test]
fn what_servers_of_2018_had() {
    let namespace = json!({
        "namespace": "n", "created": DATE, "expires": DATE, "connectionString": "amqp://", "reclaimAt": DATE,
    });
    let of_server = ["namespace", "created", "connectionString", "reclaimAt"];
    keeps::<NamespaceResponse, NamespaceRequest>(namespace, &of_server);
    let ty = json!({
        "workerType": "w", "description": "d", "owner": "o", "launchSpec": {}, "userData": {},
        "secrets": {}, "scopes": [], "minCapacity": 0.0, "maxCapacity": 1.0, "scalingRatio": 0.5,
        "minPrice": 0.1, "maxPrice": 0.2, "canUseSpot": true, "lastModified": DATE,
        "instanceTypes": [{
            "instanceType": "m", "capacity": 1.0, "utility": 1.0, "launchSpec": {}, "userData": {},
            "secrets": {}, "scopes": [], "planted": 1,
        }],
        "regions": [{
            "region": "r", "launchSpec": {"ImageId": "ami-1"}, "userData": {}, "secrets": {},
            "scopes": [], "planted": 2,
        }],
        "availabilityZones": [],
    });
    keeps::<GetWorkerTypeResponse, CreateWorkerTypeRequest>(ty, &["workerType", "lastModified"]);
}

fn a_hook_is_changed_and_nothing_else_in_it<C: Colour>() {
    let text = hook().to_string();
    let server = Scripted::start([answer("200 OK", "", &text), answer("200 OK", "", &text)]);
    let client: C = C::build(Client::builder(server.root_url())).expect("a client");
    let hooks = Hooks::new(&client);
    let found = hooks.hook("g", "h").send().expect("a hook");
    let mut changed = CreateHookRequest::from(found);
    changed.metadata.owner = "other@example.com".to_owned();
    hooks
        .update_hook("g", "h", &changed)
        .send()
        .expect("changed");

    let mut wanted = hook();
    wanted["metadata"]["owner"] = json!("other@example.com");
    let received = server.received();
    assert_eq!(received[1].line, "POST /api/hooks/v1/hooks/g/h HTTP/1.1");
    let sent = received[1].json();
    assert_eq!(sent, wanted);
}
