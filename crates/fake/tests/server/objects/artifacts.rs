//! Artifacts of tasks that are objects, and links to them.

use serde_json::{Value, json};
use taskcluster_core::{Client, Credentials, Method, Request, slugid};

use super::{fetch, finish, inline, start, upload};
use crate::support::{ask, bad, client, create, date, good, refused, root, task, to, todays};

/// A task with a run that a worker has.
fn running(root: &Client) -> String {
    let id = create(root, &task());
    let worker = json!({ "workerGroup": "g", "workerId": "i" });
    let path = ["task", &id, "runs", "0", "claim"];
    good(root, to(Method::Post, "queue", path).json(&worker));
    id
}

fn artifact(verb: Method, id: &str, name: &str) -> Request {
    to(verb, "queue", ["task", id, "runs", "0", "artifacts", name])
}

fn make(id: &str, name: &str, mut payload: Value) -> Request {
    payload["expires"] = date(3000).into();
    artifact(Method::Post, id, name).json(&payload)
}

fn about(what: &str, id: &str, name: &str) -> Request {
    to(Method::Get, "queue", ["task", id, what, name])
}

fn credentials(told: &Value) -> Credentials {
    serde_json::from_value(told["credentials"].clone()).expect("credentials")
}

#[test]
fn an_object_artifact_goes_all_the_way() {
    let fake = todays();
    let root = root(&fake);
    let (id, name) = (running(&root), "public/a b.txt");
    let told = good(
        &root,
        make(
            &id,
            name,
            json!({ "storageType": "object", "contentType": "text/plain", "contentLength": 2 }),
        ),
    );
    let object = format!("t/{id}/0/{name}");
    let upload_id = told["uploadId"].as_str().expect("an ID");
    assert_eq!(
        (&told["name"], &told["projectId"]),
        (&json!(object), &json!("none"))
    );
    let worker = credentials(&told);
    assert_eq!(worker.client_id(), format!("artifact-upload/{id}/0/on/g/i"));
    let worker = client(&fake, worker);
    let ready = |upload_id: &str| {
        let payload = json!({ "uploadId": upload_id });
        artifact(Method::Put, &id, name).json(&payload)
    };
    let missing = "Object storing artifact data does not exist";
    refused(&root, ready(upload_id), 400, "InputError", missing);
    let mut begun =
        json!({ "projectId": "none", "uploadId": upload_id, "expires": told["expires"] });
    begun["proposedUploadMethods"] = inline("aGk=");
    good(&worker, upload(&object, &begun));
    assert_eq!(bad(&worker, upload("t/other", &begun)).0, 403);
    good(&worker, finish(&object, "none", upload_id, &json!({})));
    for what in ["artifacts", "artifact-info", "artifact-content"] {
        let request = about(what, &id, name);
        refused(
            &root,
            request,
            404,
            "ResourceNotFound",
            "Artifact not found",
        );
    }
    let message = "given uploadId does not match that for the artifact";
    refused(&root, ready(&slugid::nice()), 400, "InputError", message);
    let messages = || {
        let list = fake.messages().into_iter();
        let list = list.filter(|message| message.exchange.ends_with("/artifact-created"));
        list.map(|message| message.payload["artifact"].clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(messages(), Vec::<Value>::new());
    for _ in 0..2 {
        root.call::<()>(ready(upload_id)).send().expect("finished");
    }
    let mut info = json!({
        "storageType": "object", "name": name, "expires": told["expires"],
        "contentType": "text/plain",
    });
    assert_eq!(messages(), vec![info.clone(), info.clone()]);
    info["contentLength"] = 2.into();
    assert_eq!(good(&root, about("artifact-info", &id, name)), info);
    let content = good(&root, about("artifact-content", &id, name));
    assert_eq!(content["storageType"], "object");
    let reader = client(&fake, credentials(&content));
    let got = good(&reader, start(&object, &json!({ "getUrl": true })));
    assert_eq!(fetch(&fake, &got["url"]).body, "hi");
    let path = format!("/api/queue/v1/task/{id}/artifacts/public/a%20b.txt");
    let answer = ask(&fake, "GET", &path, &[], "");
    assert_eq!(
        (answer.status, &answer.json()["storageType"]),
        (303, &json!("object"))
    );
    assert_eq!(fetch(&fake, &answer.json()["url"]).body, "hi");
}

#[test]
fn links_are_followed_by_whoever_may_have_all_of_them() {
    let fake = todays();
    let root = root(&fake);
    let id = running(&root);
    let link = |to: &str| json!({ "storageType": "link", "artifact": to });
    let reference =
        json!({ "storageType": "reference", "contentType": "x/y", "url": "https://x/" });
    good(&root, make(&id, "private/end", reference.clone()));
    good(&root, make(&id, "public/one", link("private/end")));
    let content = good(&root, about("artifact-content", &id, "public/one"));
    assert_eq!(
        content,
        json!({ "storageType": "reference", "url": "https://x/" })
    );
    let info = good(&root, about("artifact-info", &id, "public/one"));
    assert_eq!(
        (&info["storageType"], &info["contentType"]),
        (&json!("link"), &json!("application/binary"))
    );
    // The anonymous role has the scopes for what is public, and for that alone.
    let path = format!("/api/queue/v1/task/{id}/artifacts/public/one");
    let answer = ask(&fake, "GET", &path, &[], "");
    assert_eq!(answer.status, 403, "{answer:?}");
    assert!(
        answer.message().contains("queue:get-artifact:private/end"),
        "{answer:?}"
    );
    // A reference may become a link, and so links may lead in a circle.
    good(&root, make(&id, "private/end", link("public/one")));
    refused(
        &root,
        about("artifacts", &id, "public/one"),
        400,
        "InputError",
        "Artifact leads to a link cycle",
    );
    let message = "Artifact already exists with different properties, and none of the allowed \
                   exceptions apply: {\n  \"storageType\": \"link\",";
    let (status, _, told) = bad(&root, make(&id, "private/end", reference));
    assert!(status == 409 && told.starts_with(message), "{told}");
}

#[test]
fn artifacts_that_have_expired_are_told_apart_from_those_that_never_were() {
    let fake = todays();
    let root = root(&fake);
    let id = running(&root);
    let mut payload = json!({ "storageType": "s3", "contentType": "x/y" });
    payload["expires"] = date(-60).into();
    good(
        &root,
        artifact(Method::Post, &id, "public/a").json(&payload),
    );
    let listed = good(&root, to(Method::Get, "queue", ["task", &id, "artifacts"]));
    assert_eq!(listed["artifacts"][0]["name"], "public/a");
    let request = about("artifacts", &id, "public/a");
    refused(&root, request, 410, "ResourceExpired", "Artifact expired");
    let other = slugid::nice();
    let request = about("artifact-info", &other, "public/a");
    refused(&root, request, 404, "ResourceNotFound", "Task not found");
    let unscheduled = json!({ "dependencies": [id] });
    let mut waiting = task();
    waiting["dependencies"] = unscheduled["dependencies"].clone();
    let waiting = create(&root, &waiting);
    for what in ["artifacts", "artifact-content", "artifact-info"] {
        let request = about(what, &waiting, "public/a");
        refused(
            &root,
            request,
            404,
            "ResourceNotFound",
            "Task doesn't have any runs",
        );
    }
}

#[test]
fn only_objects_are_finished() {
    let fake = todays();
    let root = root(&fake);
    let id = running(&root);
    let mut made = Vec::new();
    for payload in [
        json!({ "storageType": "s3", "contentType": "text/plain" }),
        json!({ "storageType": "reference", "contentType": "text/plain", "url": "https://a/" }),
        json!({ "storageType": "link", "contentType": "text/plain", "artifact": "public/s3" }),
        json!({ "storageType": "error", "reason": "invalid-resource-on-worker", "message": "m" }),
    ] {
        let name = format!(
            "public/{}",
            payload["storageType"].as_str().expect("a text")
        );
        good(&root, make(&id, &name, payload));
        made.push(name);
    }
    let told = fake.messages().len();
    for name in made {
        let ready = json!({ "uploadId": slugid::nice() });
        let request = artifact(Method::Put, &id, &name).json(&ready);
        // The queue fails in saying that this is an input error.
        let (status, code, _) = bad(&root, request);
        assert_eq!((status, code.as_str()), (500, "InternalServerError"));
    }
    assert_eq!(fake.messages().len(), told);
}
