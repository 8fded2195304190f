//! What workers report.

use std::time::Duration;

use serde_json::json;
use taskcluster_core::Method;
use taskcluster_fake::Notification;

use super::{POOL, SECRET, made, pool, proof, put_pool, told, wm};
use crate::support::{ask, good, root, todays};

#[test]
fn errors_are_listed_counted_and_mailed() {
    let fake = todays();
    let root = root(&fake);
    good(&root, put_pool(POOL, &pool(&json!({}))));
    let report = json!({
        "kind": "boot", "title": "t", "description": "d", "extra": { "code": "c" },
        "workerGroup": "wg", "workerId": "w1",
    });
    let errors = || wm(Method::Get, ["worker-pool-errors", POOL]);
    let post = wm(Method::Post, ["worker-pool-errors", POOL]).json(&report);
    let error = good(&root, post.clone());
    assert_eq!(
        error["extra"],
        json!({ "code": "c", "workerGroup": "wg", "workerId": "w1" })
    );
    fake.advance(Duration::from_secs(8 * 24 * 3600));
    let latest = good(&root, post);
    let list = good(&root, errors())["workerPoolErrors"].clone();
    assert_eq!(list, json!([latest, error]));
    let id = error["errorId"].as_str().expect("an ID");
    let one = good(&root, errors().query("errorId", id));
    assert_eq!(one["workerPoolErrors"], json!([error]));
    let stats = |request| good(&root, request)["totals"].clone();
    let all = || wm(Method::Get, ["worker-pool-errors", "stats"]);
    let totals = stats(all().query("workerPoolId", POOL));
    let lengths =
        ["hourly", "daily"].map(|name| totals[name].as_object().map(serde_json::Map::len));
    assert_eq!(lengths, [Some(24), Some(7)]);
    assert_eq!(
        json!([
            totals["total"],
            totals["title"],
            totals["code"],
            totals["launchConfig"]
        ]),
        json!([1, { "t": 1 }, { "c": 1 }, { "unknown": 1 }])
    );
    assert_eq!(stats(all())["workerPool"], json!({ "rec/p": 1 }));
    let messages = told(&fake, "/worker-pool-error");
    assert_eq!(messages[0].0, "primary.static.rec.p.wg.w1._._");
    assert_eq!(messages[0].1["errorId"], error["errorId"]);
    let [Notification::Email { address, .. }, _] = &fake.notifications()[..] else {
        panic!("{:?}", fake.notifications());
    };
    assert_eq!(address, "a@b.c");
}

#[test]
fn errors_repeat_no_secret_of_a_worker() {
    let fake = todays();
    for payload in [
        proof("w1", SECRET),
        json!({ "workerIdentityProof": { "staticSecret": SECRET } }),
    ] {
        let path = "/api/worker-manager/v1/worker/register";
        let json = [("content-type", "application/json")];
        let answer = ask(&fake, "POST", path, &json, &payload.to_string());
        assert!(
            answer.status >= 400 && !answer.body.contains(SECRET),
            "{answer:?}"
        );
        assert_eq!(answer.json()["requestInfo"]["payload"], "(OMITTED)");
    }
    let verbs = [("PUT", "createWorker"), ("POST", "updateWorker")];
    for (verb, method) in verbs {
        let path = "/api/worker-manager/v1/workers/rec%2Fp/wg/w1";
        let json = [("content-type", "application/json")];
        let mut payload = made("tomorrow", 1);
        payload["x"] = 1.into();
        let answer = ask(&fake, verb, path, &json, &payload.to_string());
        assert!(
            answer.status >= 400 && !answer.body.contains(SECRET),
            "{answer:?}"
        );
        assert_eq!(answer.json()["requestInfo"]["method"], method);
    }
}
