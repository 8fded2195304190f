//! All that the deployment remembers.

use serde::{Deserialize, Serialize};
use taskcluster_core::scopes::RolesError;

use crate::apis::Apis;
use crate::clock::Clock;
use crate::control::answers::Answers;
use crate::control::record::RecordedRequest;
use crate::control::rules::Faults;
use crate::pulse::Messages;
use crate::services::auth::{Audit, Clients, RoleBook};
use crate::services::aws_provisioner::Provisioner;
use crate::services::book::Saved;
use crate::services::ec2_manager::Ec2;
use crate::services::hooks::{self, Hooks};
use crate::services::index::Index;
use crate::services::notify::{Denylist, Notification};
use crate::services::object::Objects;
use crate::services::pulse::Namespaces;
use crate::services::purge_cache::Purges;
use crate::services::queue::{self, Queue};
use crate::services::secrets::Secrets;
use crate::services::storage::Storage;
use crate::services::worker_manager::WorkerManager;

/// What is fixed when the deployment starts.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    /// The most entries on a page of a list.
    pub(crate) page_size: usize,
    /// Whether what happens is kept for assertions.
    pub(crate) recording: bool,
    /// Whether what may have changed something is answered only once the state is saved.
    pub(crate) in_step: bool,
    /// How long `claimWork` waits for a task.
    pub(crate) claim_wait: std::time::Duration,
    /// How long the head of a request, and a pause within its body, may last.
    pub(crate) read_timeout: std::time::Duration,
    /// How long a claim of a task lasts.
    pub(crate) claim_timeout: time::Duration,
}

/// What changes while the deployment runs. What belongs to one test alone is not kept with the rest.
#[derive(Debug, Deserialize, Serialize)]
pub(crate) struct State {
    pub(crate) clock: Clock,
    #[serde(skip)]
    pub(crate) faults: Faults,
    #[serde(skip)]
    pub(crate) answers: Answers,
    #[serde(skip)]
    pub(crate) requests: Vec<RecordedRequest>,
    #[serde(skip)]
    pub(crate) messages: Messages,
    #[serde(skip)]
    pub(crate) notifications: Vec<Notification>,
    /// Where the fake itself was wrong.
    #[serde(skip)]
    pub(crate) mistakes: Vec<String>,
    #[serde(skip)]
    pub(crate) roles: RoleBook,
    #[serde(skip)]
    pub(crate) clients: Clients,
    #[serde(skip)]
    pub(crate) audit: Audit,
    #[serde(skip)]
    pub(crate) secrets: Secrets,
    pub(crate) queue: Queue,
    pub(crate) storage: Storage,
    #[serde(skip)]
    pub(crate) objects: Objects,
    #[serde(skip)]
    pub(crate) worker_manager: WorkerManager,
    pub(crate) index: Index,
    #[serde(skip)]
    pub(crate) hooks: Hooks,
    #[serde(skip)]
    pub(crate) purges: Purges,
    #[serde(skip)]
    pub(crate) denylist: Denylist,
    #[serde(skip)]
    pub(crate) namespaces: Namespaces,
    #[serde(skip)]
    pub(crate) provisioner: Provisioner,
    pub(crate) ec2: Ec2,
}

impl State {
    /// # Errors
    /// The auth service would refuse the roles.
    pub(crate) fn new(roles: Vec<(String, Vec<String>)>) -> Result<Self, RolesError> {
        let clock = Clock::default();
        Ok(Self {
            roles: RoleBook::new(roles, clock.now())?,
            clients: Clients::new(clock.now()),
            clock,
            faults: Faults::default(),
            answers: Answers::default(),
            requests: Vec::new(),
            messages: Messages::default(),
            notifications: Vec::new(),
            mistakes: Vec::new(),
            audit: Audit::default(),
            secrets: Secrets::default(),
            queue: Queue::default(),
            storage: Storage::default(),
            objects: Objects::default(),
            worker_manager: WorkerManager::default(),
            index: Index::default(),
            hooks: Hooks::default(),
            purges: Purges::default(),
            denylist: Denylist::default(),
            namespaces: Namespaces::default(),
            provisioner: Provisioner::default(),
            ec2: Ec2::default(),
        })
    }

    /// What is saved entry by entry, by the names that files have for it.
    pub(crate) fn books(&mut self) -> Vec<(&'static str, &mut dyn Saved)> {
        let mut books = vec![
            ("auth.roles", self.roles.book()),
            ("auth.clients", self.clients.book()),
            ("auth.audit", self.audit.book()),
            ("secrets", self.secrets.book()),
            ("storage", self.storage.book()),
            ("object", self.objects.book()),
            ("hooks", self.hooks.book()),
            ("purge-cache", self.purges.book()),
            ("notify.denylist", self.denylist.book()),
            ("pulse", self.namespaces.book()),
        ];
        books.extend(self.worker_manager.books());
        books.extend(self.queue.books());
        books.extend(self.index.books());
        books.extend(self.provisioner.books());
        books.extend(self.ec2.books());
        books
    }

    /// Puts the clock ahead, and does what has become due.
    pub(crate) fn advance(&mut self, apis: &Apis, time: time::Duration) {
        self.clock.advance(time);
        let now = self.clock.now();
        hooks::catch_up(apis, self, now);
        queue::forget_expired(self, now);
        self.index.forget_expired(now);
        self.objects.forget_expired(now);
        self.worker_manager.forget_expired(now);
        self.purges.forget_expired(now);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::{Value, json};
    use taskcluster_core::{Client, Method, Request, slugid, timestamp};
    use time::{Duration, OffsetDateTime};

    use super::*;
    use crate::FakeTaskcluster;

    /// Makes something of every kind.
    fn fill(fake: &FakeTaskcluster) {
        let client = Client::builder(fake.root_url()).credentials(fake.credentials());
        let client = client.build().expect("a client");
        let send = |verb, service, path: &[&str], payload: Value| {
            let request = Request::new(verb, service, "v1").path(path.iter().copied());
            let answer = client.call::<Value>(request.json(&payload)).response();
            answer.unwrap_or_else(|e| panic!("{e}"));
        };
        let now = OffsetDateTime::now_utc();
        let date = |hours| timestamp::to_string(now + Duration::hours(hours));
        let (id, put, post) = (slugid::nice(), Method::Put, Method::Post);
        let task = json!({
            "provisionerId": "p",
            "workerType": "w",
            "created": date(0),
            "deadline": date(1),
            "payload": {},
            "metadata": {
                "name": "n", "description": "d", "owner": "o@example.com", "source": "https://s/",
            },
        });
        send(put, "queue", &["task", &id], task.clone());
        let claim = json!({ "workerGroup": "g", "workerId": "i" });
        send(post, "queue", &["task", &id, "runs", "0", "claim"], claim);
        let artifact = json!({ "storageType": "s3", "expires": date(1), "contentType": "x/y" });
        let path = ["task", &id, "runs", "0", "artifacts", "a"];
        send(post, "queue", &path, artifact);
        let scopes = json!({ "description": "", "scopes": ["x"] });
        send(put, "auth", &["roles", "r*"], scopes);
        let entry = json!({ "taskId": id, "rank": 1, "data": {}, "expires": date(1) });
        send(put, "index", &["task", "a.b.c"], entry);
        let secret = json!({ "secret": {}, "expires": date(1) });
        send(put, "secrets", &["secret", "s"], secret);
        let hook = json!({
            "metadata": { "name": "n", "description": "d", "owner": "o" },
            "task": task.clone(),
        });
        send(put, "hooks", &["hooks", "g", "h"], hook);
        let all = json!({ "description": "", "scopes": ["queue:*"] });
        send(put, "auth", &["roles", "hook-id:g/h"], all);
        send(post, "hooks", &["hooks", "g", "h", "trigger"], json!({}));
        let mut dependent = task;
        dependent["dependencies"] = json!([id]);
        send(put, "queue", &["task", &slugid::nice()], dependent);
        let upload = json!({ "dataInline": { "contentType": "x/y", "objectData": "aGk=" } });
        let object = json!({
            "projectId": "p", "uploadId": slugid::nice(), "expires": date(1),
            "proposedUploadMethods": upload,
        });
        send(put, "object", &["upload", "o"], object);
        let manager = "worker-manager";
        let pool = json!({
            "providerId": "static", "description": "", "owner": "o@example.com",
            "emailOnError": false, "config": {},
        });
        send(put, manager, &["worker-pool", "p/w"], pool);
        let worker = json!({
            "expires": date(1), "capacity": 1,
            "providerInfo": { "staticSecret": "s".repeat(44) },
        });
        send(put, manager, &["workers", "p/w", "g", "i"], worker);
        let error = json!({
            "kind": "k", "title": "t", "description": "d", "extra": {}, "workerGroup": "g",
            "workerId": "i",
        });
        send(post, manager, &["worker-pool-errors", "p/w"], error);
        fill_the_small(&send);
    }

    /// Makes something of every kind in the services that keep little.
    fn fill_the_small(send: &impl Fn(Method, &'static str, &[&str], Value)) {
        let (get, put, post) = (Method::Get, Method::Put, Method::Post);
        let run = json!({ "Region": "r", "LaunchInfo": {} });
        send(put, "ec2-manager", &["worker-types", "w", "instance"], run);
        send(post, "pulse", &["namespace", "n"], json!({}));
        let key = json!({ "pubkey": "ssh-rsa AAAA" });
        send(get, "ec2-manager", &["key-pairs", "k"], key);
        let cache = json!({ "cacheName": "c" });
        send(post, "purge-cache", &["purge-cache", "p", "w"], cache);
        let address = json!({ "notificationType": "email", "notificationAddress": "a@b.c" });
        send(post, "notify", &["denylist", "add"], address);
        let amazon = "aws-provisioner";
        let worker_type = json!({
            "launchSpec": {}, "userData": {}, "secrets": {}, "scopes": [], "maxCapacity": 2,
            "scalingRatio": 1, "minPrice": 0, "maxPrice": 1, "instanceTypes": [], "regions": [],
            "description": "d", "owner": "o",
        });
        send(put, amazon, &["worker-type", "w"], worker_type);
        let token = slugid::v4();
        let secret = json!({
            "workerType": "w", "secrets": {}, "scopes": [], "token": token,
            "expiration": timestamp::to_string(OffsetDateTime::now_utc() + Duration::hours(1)),
        });
        send(put, amazon, &["secret", &token], secret);
    }

    type Entries = BTreeMap<&'static str, Vec<(String, Value)>>;

    /// What is in no book, and what is in each.
    fn written(state: &mut State) -> (Value, Entries) {
        let mut all = Entries::new();
        for (name, book) in state.books() {
            book.change_all();
            let entries = book.take_changes().expect("JSON").into_iter();
            let json = |json: Vec<u8>| serde_json::from_slice(&json).expect("JSON");
            let entries = entries.filter_map(|(key, value)| Some((key, json(value?))));
            all.insert(name, entries.collect());
        }
        (serde_json::to_value(state).expect("JSON"), all)
    }

    #[test]
    fn a_state_is_read_as_it_was_written() {
        let fake = FakeTaskcluster::start().expect("a server");
        fill(&fake);
        fake.advance(std::time::Duration::from_millis(1500));
        let (written, entries) = written(&mut fake.shared().state());
        let mut read: State = serde_json::from_value(written.clone()).expect("a state");
        for (name, book) in read.books() {
            for (key, value) in &entries[name] {
                book.read(key.clone(), Some(value.clone()))
                    .expect("an entry");
            }
        }
        read.roles.gather().expect("good roles");
        assert_eq!(
            super::tests::written(&mut read),
            (written.clone(), entries.clone())
        );
        let roles = read.roles.expander();
        assert!(
            roles
                .expand(["assume:r1"])
                .expect("not too many")
                .covers("x")
        );
        // What is in no book is written whole with each change, so that it must not grow.
        let rest = json!({
            "clock": written["clock"], "storage": {}, "queue": { "scheduled": 2 }, "index": {},
            "ec2": { "started": 1 },
        });
        assert_eq!(written, rest);
        let empty = entries.iter().filter(|(_, entries)| entries.is_empty());
        let empty: Vec<&str> = empty.map(|(name, _)| *name).collect();
        assert_eq!(empty, [""; 0]);
    }
}
