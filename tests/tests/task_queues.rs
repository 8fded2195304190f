//! Task queues and worker pools by one name of two words: the same requests as with both words apart,
//! and nothing sent where it is no such name.

use serde_json::json;
use taskcluster_client::purge_cache::types::PurgeCacheRequest;
use taskcluster_client::queue::{QueueEvents, types::*};
use taskcluster_client::worker_manager::WorkerManagerEvents;
use taskcluster_client::*;
use taskcluster_tests::{Colour, in_both_colours, sample};

in_both_colours!(
    one_name_makes_the_same_request,
    other_forms_are_refused,
    scopes_know_both_words
);

const WRONG: [&str; 6] = ["", "p", "p/", "/w", "p/w/x", "p/w/"];

fn client<C: Colour>() -> C {
    C::build(Client::builder("https://tc.example.com")).expect("a client")
}

/// Verb, URL and payload of a call, or why there is none.
fn request<C: Colour, T>(call: impl Into<Call<C, T>>) -> Result<(Method, String, Option<Vec<u8>>)> {
    let call = call.into();
    let url = call.url()?;
    let request = call.request();
    Ok((request.method(), url, request.payload().map(<[u8]>::to_vec)))
}

/// Each call with a name of two words, and the one with these words apart.
macro_rules! calls {
    ($C:ident, $id:expr; $($Api:ident.$one:ident($($argument:expr),*) is $two:ident),+ $(,)?) => {
        [$((
            stringify!($one),
            request::<$C, _>($Api::new(&client::<$C>()).$one($id, $($argument),*)),
            request::<$C, _>($Api::new(&client::<$C>()).$two("p.1", "w%2", $($argument),*)),
        )),+]
    };
}

type Requested = Result<(Method, String, Option<Vec<u8>>)>;

fn calls<C: Colour>(id: &str) -> [(&'static str, Requested, Requested); 12] {
    let claim: ClaimWorkRequest = sample();
    let cache: PurgeCacheRequest = sample();
    let ty: UpdateWorkertypeRequest = sample();
    let worker: UpdateWorkerRequest = sample();
    let quarantine: QuarantineWorkerRequest = sample();
    calls!(C, id;
        Queue.claim_work_in(&claim) is claim_work,
        Queue.pending_tasks_in() is pending_tasks,
        Queue.get_worker_type_in() is get_worker_type,
        Queue.declare_worker_type_in(&ty) is declare_worker_type,
        Queue.list_workers_in() is list_workers,
        Queue.get_worker_in("g", "i") is get_worker,
        Queue.declare_worker_in("g", "i", &worker) is declare_worker,
        Queue.quarantine_worker_in("g", "i", &quarantine) is quarantine_worker,
        PurgeCache.purge_cache_in(&cache) is purge_cache,
        PurgeCache.purge_requests_in() is purge_requests,
        WorkerManager.list_workers_in() is list_workers,
        WorkerManager.get_worker_in("g", "i") is get_worker,
    )
}

fn one_name_makes_the_same_request<C: Colour>() {
    for (name, one, two) in calls::<C>("p.1/w%2") {
        let one = one.unwrap_or_else(|e| panic!("{name}: {e}"));
        assert!(
            one.1.contains("/p.1/") && one.1.contains("/w%252"),
            "{name}: {}",
            one.1
        );
        assert_eq!(one, two.expect("both words"), "{name}");
    }
}

fn other_forms_are_refused<C: Colour>() {
    for wrong in WRONG {
        for (name, one, _) in calls::<C>(wrong) {
            let Err(Error::Request(e)) = one else {
                panic!("{name}: {wrong:?} gives {one:?}");
            };
            let told = e.to_string();
            assert!(told.contains(&format!("{wrong:?}")), "{told}");
            assert!(told.contains("\"provisionerId/workerType\""), "{told}");
        }
    }
}

fn scopes_know_both_words<C: Colour>() {
    let queue = Queue::new(&client::<C>());
    let scopes = |required: Result<scopes::Requirement>| required.expect("scopes").to_string();
    let (one, two) = (queue.pending_tasks_in("p/w"), queue.pending_tasks("p", "w"));
    assert_eq!(scopes(one.required_scopes()), scopes(two.required_scopes()));
    assert!(scopes(one.required_scopes()).contains("p/w"));
}

/// Each method with the two words has the form with one name, and each topic likewise.
#[test]
fn none_is_left_out() {
    let words = ["provisionerId", "workerType"];
    let endpoints = [
        queue::ENDPOINTS,
        purge_cache::ENDPOINTS,
        worker_manager::ENDPOINTS,
    ];
    let has_pair = |endpoint: &&&Endpoint| endpoint.args.windows(2).any(|pair| pair == words);
    let found = endpoints.iter().copied().flatten().collect::<Vec<_>>();
    assert_eq!(
        found.iter().filter(has_pair).count(),
        calls::<Client>("p/w").len()
    );
}

#[test]
fn a_task_names_its_queue_by_both_words() {
    let task = |id: &str| {
        CreateTaskRequest::new_in(CreateTaskRequestIn {
            task_queue_id: id.into(),
            created: time::OffsetDateTime::UNIX_EPOCH,
            deadline: time::OffsetDateTime::UNIX_EPOCH,
            payload: json!({"token": "hidden"}),
            metadata: sample(),
        })
    };
    let sent = serde_json::to_value(task("p/w").expect("a task")).expect("JSON");
    assert_eq!(
        (&sent["provisionerId"], &sent["workerType"]),
        (&json!("p"), &json!("w"))
    );
    // Which those of 2018 do not know.
    assert_eq!(sent.get("taskQueueId"), None);
    for wrong in WRONG {
        let told = task(wrong).expect_err(wrong).to_string();
        assert!(told.contains("\"provisionerId/workerType\""), "{told}");
    }
}

#[test]
fn bindings_take_one_name() {
    let one = QueueEvents::task_pending().task_queue_id("p/w").binding();
    let two = QueueEvents::task_pending()
        .provisioner_id("p")
        .worker_type("w")
        .binding();
    assert_eq!(one, two);
    assert_eq!(
        one.expect("a binding").routing_key_pattern,
        "primary.*.*.*.*.p.w.*.*.#"
    );
    let pools = WorkerManagerEvents::worker_requested()
        .task_queue_id("p/*")
        .binding();
    let pools = pools.expect("a binding").routing_key_pattern;
    assert!(pools.contains(".p.*."), "{pools}");
    for wrong in WRONG {
        let error = QueueEvents::task_pending().task_queue_id(wrong).binding();
        let told = error.expect_err(wrong).to_string();
        assert!(told.starts_with("taskPending: "), "{told}");
        assert!(told.contains("\"provisionerId/workerType\""), "{told}");
    }
    let dotted = QueueEvents::task_pending().task_queue_id("p.1/w").binding();
    assert_eq!(
        dotted.expect_err("two words").field(),
        Some("provisionerId")
    );
}
