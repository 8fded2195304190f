//! Answers of servers that are newer than the references: what was added is ignored or kept, what
//! was dropped is not missed.

use serde_json::{Value, json};
use taskcluster_client::hooks::types::{HookStatus, TaskStatus};
use taskcluster_client::queue::types::{
    ListProvisionersResponse, PostArtifactResponse, ProvisionerResponse, TaskPriority,
    TaskStatusResponse, WorkerResponse, WorkertypeResponse,
};

fn read<T: serde::de::DeserializeOwned>(json: Value) -> T {
    serde_json::from_value(json).expect("a good answer")
}

#[test]
fn members_that_are_no_longer_sent_are_not_missed() {
    let date = "2030-01-02T03:04:05.678Z";
    let provisioner = json!({
        "provisionerId": "p", "stability": "stable", "description": "d", "expires": date,
        "lastDateActive": date, "taskQueueId": "p/w",
    });
    assert_eq!(
        read::<ProvisionerResponse>(provisioner.clone()).actions,
        None
    );
    let list: ListProvisionersResponse = read(json!({ "provisioners": [provisioner] }));
    assert_eq!(list.provisioners[0].actions, None);
    let worker_type: WorkertypeResponse = read(json!({
        "provisionerId": "p", "workerType": "w", "stability": "stable", "description": "d",
        "expires": date, "lastDateActive": date,
    }));
    assert_eq!(worker_type.actions, None);
    let worker: WorkerResponse = read(json!({
        "provisionerId": "p", "workerType": "w", "workerGroup": "g", "workerId": "i",
        "recentTasks": [], "expires": date, "firstClaim": date, "workerPoolId": "p/w",
    }));
    assert_eq!(worker.actions, None);
    assert_eq!(read::<TaskStatus>(json!({ "taskId": "t" })).status, None);
    let triggered: TaskStatus = read(json!({ "taskId": "t", "status": { "taskId": "t" } }));
    let task_id = triggered.status.and_then(|status| status.task_id);
    assert_eq!(task_id.as_deref(), Some("t"));
}

#[test]
fn values_that_are_new_are_kept() {
    let urgent: TaskPriority = read(json!("urgent"));
    assert_eq!(urgent, TaskPriority::unrecognized("urgent"));
    assert_eq!(serde_json::to_value(&urgent).expect("JSON"), "urgent");
    let copy = json!({ "storageType": "copy", "artifact": "x" });
    let response: PostArtifactResponse = read(copy.clone());
    assert_eq!(response, PostArtifactResponse::Unrecognized(copy.clone()));
    assert_eq!(serde_json::to_value(&response).expect("JSON"), copy);
    let status: HookStatus = read(json!({ "lastFire": { "result": "skipped" } }));
    assert!(format!("{:?}", status.last_fire).contains("skipped"));
}

#[test]
fn secrets_in_what_is_kept_are_not_shown() {
    let object = json!({
        "storageType": "newer", "name": "n", "projectId": "p",
        "credentials": { "clientId": "c", "accessToken": "s3cret", "certificate": "s3cret" },
        "upload": { "url": "https://u:s3cret@store/x?sig=s3cret", "headers": { "x": "s3cret" } },
    });
    let response: PostArtifactResponse = read(object);
    let debug = format!("{response:?}");
    assert!(!debug.contains("s3cret"), "{debug}");
    assert!(debug.contains(r#""clientId": "c""#), "{debug}");
    assert!(debug.contains("https://store/x"), "{debug}");
}

#[test]
fn members_that_are_new_are_ignored() {
    let date = "2030-01-02T03:04:05.678Z";
    let status: TaskStatusResponse = read(json!({ "status": {
        "taskId": "t", "provisionerId": "p", "workerType": "w", "schedulerId": "s",
        "taskGroupId": "g", "deadline": date, "expires": date, "retriesLeft": 5,
        "state": "pending", "runs": [], "projectId": "none", "taskQueueId": "p/w",
    }}));
    assert_eq!(status.status.state.as_str(), "pending");
}
