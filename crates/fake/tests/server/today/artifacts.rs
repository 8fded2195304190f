//! Artifacts, as today's queue makes and finds them.

use serde_json::{Value, json};
use taskcluster_core::{Client, Method, Request, slugid};

use crate::support::{bad, client, create, date, good, new_client, root, task, to, todays};

/// A task whose first run a worker has.
fn running(root: &Client) -> String {
    let id = create(root, &task());
    let worker = json!({ "workerGroup": "g", "workerId": "i" });
    let claim = to(Method::Post, "queue", ["claim-work", "p/w"]);
    good(root, claim.json(&worker));
    id
}

fn make(id: &str, name: &str, artifact: &Value) -> Request {
    let mut artifact = artifact.clone();
    artifact["expires"] = date(600).into();
    let path = ["task", id, "runs", "0", "artifacts", name];
    to(Method::Post, "queue", path).json(&artifact)
}

#[test]
fn what_takes_the_place_of_a_reference_keeps_its_type() {
    let fake = todays();
    let root = root(&fake);
    let id = running(&root);
    let reference = json!({
        "storageType": "reference", "contentType": "text/plain", "url": "https://example.com/",
    });
    good(&root, make(&id, "x", &reference));
    let link = json!({ "storageType": "link", "artifact": "y" });
    good(&root, make(&id, "x", &link));
    let info = to(Method::Get, "queue", ["task", &id, "artifact-info", "x"]);
    let info = good(&root, info);
    assert_eq!(
        (&info["storageType"], &info["contentType"]),
        (&json!("link"), &json!("text/plain"))
    );
}

#[test]
fn no_object_takes_the_place_of_something_else() {
    let fake = todays();
    let root = root(&fake);
    let id = running(&root);
    let [stored, object] =
        ["s3", "object"].map(|kind| json!({ "storageType": kind, "contentType": "text/plain" }));
    good(&root, make(&id, "x", &stored));
    let (status, code, _) = bad(&root, make(&id, "x", &object));
    assert_eq!((status, code.as_str()), (409, "RequestConflict"));
    let info = to(Method::Get, "queue", ["task", &id, "artifact-info", "x"]);
    assert_eq!(good(&root, info)["storageType"], "s3");
}

#[test]
fn that_there_is_no_run_is_told_before_who_may_have_the_content() {
    let fake = todays();
    let nobody = client(&fake, new_client(&fake, "nobody", &[]));
    let id = slugid::nice();
    let get = |what: &str| to(Method::Get, "queue", ["task", &id, what, "private"]);
    assert_eq!(bad(&nobody, get("artifact-content")).0, 404);
    assert_eq!(bad(&nobody, get("artifacts")).0, 403);
}

#[test]
fn a_run_can_be_reported_as_completed_without_success() {
    let fake = todays();
    let root = root(&fake);
    let id = running(&root);
    let path = ["task", &id, "runs", "0", "completed"];
    let report = to(Method::Post, "queue", path).json(&json!({ "success": false }));
    assert_eq!(good(&root, report)["status"]["state"], "failed");
}
