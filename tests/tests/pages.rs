//! Every list of the API that comes in pages, walked over on the fake with one thing on a page.

use std::collections::BTreeSet;
use std::fmt::Display;
use std::time::Duration;

use serde_json::{Value, json};
use taskcluster_client::*;
use taskcluster_fake::{FakeTaskcluster, RecordedRequest};
use taskcluster_tests::{Colour, Verbs as _, in_both_colours};
use time::OffsetDateTime;

in_both_colours!(every_list_is_walked_over_page_by_page);

/// A deployment with one thing on a page, and which of its lists were walked over.
struct Lists<C> {
    fake: FakeTaskcluster,
    client: C,
    walked: BTreeSet<String>,
}

impl<C: Colour> Lists<C> {
    fn new() -> Self {
        let fake = FakeTaskcluster::builder()
            .page_size(1)
            .claim_wait(Duration::ZERO)
            .start()
            .expect("a server");
        let client = Client::builder(fake.root_url()).credentials(fake.credentials());
        Self {
            client: C::build(client).expect("a client"),
            fake,
            walked: BTreeSet::new(),
        }
    }

    fn send(&self, verb: Method, service: &'static str, path: &[&str], payload: &Value) {
        let request = Request::new(verb, service, "v1").path(path);
        let call = self.client.call::<Value>(request.json(payload));
        call.send().unwrap_or_else(|e| panic!("{path:?}: {e}"));
    }

    /// Walks over a list, in which there are to be these, each once and on a page of its own.
    #[track_caller]
    fn walk<T: Page, N: Display>(
        &mut self,
        call: impl Into<Call<C, T>>,
        name: impl Fn(T::Item) -> N,
        wanted: [&str; 3],
    ) {
        let before = self.fake.requests().len();
        let call = call.into();
        let endpoint = call.request().endpoint().expect("a method");
        let mut items = call.items();
        let items = std::iter::from_fn(|| C::item(&mut items));
        let mut found: Vec<String> = items
            .map(|item| name(item.expect("an item")).to_string())
            .collect();
        found.sort();
        assert_eq!(found, wanted);
        let requests = &self.fake.requests()[before..];
        let label = format!("{}.{}", endpoint.service, endpoint.name);
        let is_page = |(number, request): (usize, &RecordedRequest)| {
            let has_token = request.path.contains("continuationToken=");
            request.name.as_deref() == Some(endpoint.name) && has_token == (number > 0)
        };
        assert!(
            requests.len() == 3 && requests.iter().enumerate().all(is_page),
            "{label}: {requests:?}"
        );
        self.walked.insert(label);
    }

    /// Sets the three pages of a list that the fake itself has nothing for.
    fn set(&self, service: &str, method: &str, page: impl Fn(&str) -> Value) {
        for (name, token) in [("a", Some("1")), ("b", Some("2")), ("c", None)] {
            let mut page = page(name);
            if let Some(token) = token {
                page["continuationToken"] = token.into();
            }
            self.fake.on(service, method).once().returns(page);
        }
    }
}

fn date(hours: i64) -> String {
    let date = OffsetDateTime::now_utc() + time::Duration::hours(hours);
    timestamp::to_string(date).expect("a date")
}

/// The names of what there are three of.
const NAMES: [&str; 3] = ["a", "b", "c"];

fn task() -> Value {
    json!({
        "provisionerId": "a", "workerType": "a", "payload": {},
        "created": date(0), "deadline": date(1),
        "metadata": {
            "name": "n", "description": "d", "owner": "o@example.com", "source": "https://s/",
        },
    })
}

fn queue<C: Colour>(lists: &mut Lists<C>) {
    let queue = Queue::new(&lists.client.clone());
    let (root, group) = (slugid::nice(), slugid::nice());
    lists.send(Method::Put, "queue", &["task", &root], &task());
    let mut member = task();
    member["taskGroupId"] = group.as_str().into();
    member["dependencies"] = json!([root]);
    let mut ids = [(); 3].map(|()| slugid::nice());
    ids.sort();
    for id in &ids {
        lists.send(Method::Put, "queue", &["task", id], &member);
    }
    let wanted = [ids[0].as_str(), &ids[1], &ids[2]];
    lists.walk(
        queue.list_task_group(&group),
        |it| it.status.task_id,
        wanted,
    );
    lists.walk(
        queue.list_dependent_tasks(&root),
        |it| it.status.task_id,
        wanted,
    );

    let run = ["task", &root, "runs", "0"];
    let claim = json!({ "workerGroup": "g", "workerId": "a" });
    lists.send(
        Method::Post,
        "queue",
        &[&run[..], &["claim"]].concat(),
        &claim,
    );
    for name in NAMES {
        let link = json!({
            "storageType": "reference", "expires": date(1), "contentType": "x/y", "url": "https://s/",
        });
        lists.send(
            Method::Post,
            "queue",
            &[&run[..], &["artifacts", name]].concat(),
            &link,
        );
        for [provisioner, worker_type, worker] in
            [[name, "a", "a"], ["a", name, "a"], ["a", "a", name]]
        {
            let claim = json!({ "workerGroup": "g", "workerId": worker });
            lists.send(
                Method::Post,
                "queue",
                &["claim-work", provisioner, worker_type],
                &claim,
            );
        }
    }
    lists.walk(queue.list_artifacts(&root, 0), |it| it.name, NAMES);
    lists.walk(queue.list_latest_artifacts(&root), |it| it.name, NAMES);
    lists.walk(queue.list_provisioners(), |it| it.provisioner_id, NAMES);
    lists.walk(
        queue.list_worker_types("a"),
        |it| it.worker_type.unwrap_or_default(),
        NAMES,
    );
    lists.walk(queue.list_workers("a", "a"), |it| it.worker_id, NAMES);
}

/// Lists of which the fake keeps the things, beside the queue's.
fn others<C: Colour>(lists: &mut Lists<C>) {
    let client = lists.client.clone();
    for name in NAMES {
        let (put, post) = (Method::Put, Method::Post);
        let made = json!({ "expires": date(1), "description": "" });
        lists.send(put, "auth", &["clients", &format!("pages/{name}")], &made);
        let secret = json!({ "secret": {}, "expires": date(1) });
        lists.send(put, "secrets", &["secret", name], &secret);
        lists.send(post, "pulse", &["namespace", name], &json!({}));
        let purge = json!({ "cacheName": name });
        lists.send(post, "purge-cache", &["purge-cache", "p", "w"], &purge);
        let entry = json!({
            "taskId": slugid::nice(), "rank": 0, "data": {}, "expires": date(1),
        });
        for path in [
            name.to_owned(),
            format!("{name}.x"),
            format!("a.b.{name}.x"),
            format!("a.b.{name}"),
        ] {
            lists.send(put, "index", &["task", &path], &entry);
        }
    }
    let clients = ["pages/a", "pages/b", "pages/c"];
    let all = Auth::new(&client);
    lists.walk(
        all.list_clients().prefix("pages/"),
        |it| it.client_id,
        clients,
    );
    lists.walk(Secrets::new(&client).list(), |it| it, NAMES);
    lists.walk(
        Pulse::new(&client).list_namespaces(),
        |it| it.namespace,
        NAMES,
    );
    let purges = PurgeCache::new(&client);
    lists.walk(purges.all_purge_requests(), |it| it.cache_name, NAMES);
    let index = Index::new(&client);
    lists.walk(index.list_namespaces("a.b"), |it| it.name, NAMES);
    let paths = ["a.b.a", "a.b.b", "a.b.c"];
    lists.walk(index.list_tasks("a.b"), |it| it.namespace, paths);
    lists.walk(index.list_root_namespaces(), |it| it.namespace, NAMES);
    lists.walk(index.list_root_tasks(), |it| it.namespace, NAMES);
}

/// Lists that the fake answers as a test sets it.
fn set<C: Colour>(lists: &mut Lists<C>) {
    let (auth, github) = (Auth::new(&lists.client), Github::new(&lists.client));
    lists.set("auth", "azureTables", |name| json!({ "tables": [name] }));
    lists.walk(auth.azure_tables("account"), |it| it, NAMES);
    lists.set(
        "auth",
        "azureContainers",
        |name| json!({ "containers": [name] }),
    );
    lists.walk(auth.azure_containers("account"), |it| it, NAMES);
    lists.set("github", "builds", |name| {
        json!({ "builds": [{
            "organization": name, "repository": "r", "sha": "0123456789012345678901234567890123456789",
            "state": "success", "taskGroupId": slugid::nice(), "eventType": "push", "eventId": "Unknown",
            "created": date(0), "updated": date(0),
        }] })
    });
    lists.walk(github.builds(), |it| it.organization, NAMES);
}

fn every_list_is_walked_over_page_by_page<C: Colour>() {
    let mut lists = Lists::<C>::new();
    queue(&mut lists);
    others(&mut lists);
    set(&mut lists);
    let services = [
        auth::ENDPOINTS,
        aws_provisioner::ENDPOINTS,
        ec2_manager::ENDPOINTS,
        github::ENDPOINTS,
        hooks::ENDPOINTS,
        index::ENDPOINTS,
        login::ENDPOINTS,
        notify::ENDPOINTS,
        pulse::ENDPOINTS,
        purge_cache::ENDPOINTS,
        queue::ENDPOINTS,
        secrets::ENDPOINTS,
    ];
    let paged = services.into_iter().flatten();
    // The fake has no lists of today's servers alone.
    let paged = paged.filter(|endpoint| endpoint.era != Era::Today);
    let paged = paged.filter(|endpoint| endpoint.query.contains(&"continuationToken"));
    let paged: BTreeSet<String> = paged
        .map(|endpoint| format!("{}.{}", endpoint.service, endpoint.name))
        .collect();
    assert_eq!(lists.walked, paged);
}
