//! A deployment in which there is one of everything, and the arguments that name it.

use std::collections::HashMap;

use serde_json::{Value, json};
use taskcluster_client::{
    Call, Client, Credentials, Endpoint, Request, RetryPolicy, auth, aws_provisioner, ec2_manager,
    hooks, index, pulse, queue, secrets, slugid,
};
use taskcluster_fake::FakeTaskcluster;

use crate::{apis, sampler};

/// The deployment, for one method.
pub struct World {
    pub root: Client,
    pub nobody: Client,
    /// What is called by a name that somebody has made up.
    names: HashMap<&'static str, String>,
    /// Whether there is everything by now, so that what is created needs another name.
    is_made: bool,
    pub fake: FakeTaskcluster,
}

/// An artifact that is elsewhere.
fn link() -> Value {
    json!({
        "storageType": "reference", "url": "https://example.com/", "contentType": "text/plain",
        "expires": sampler::in_hours(1),
    })
}

impl World {
    /// Makes what the method, or another one of its service, needs.
    pub fn of(endpoint: &Endpoint) -> Self {
        // What the tasks of hooks may do.
        let fake = FakeTaskcluster::builder().role("hook-id:*", ["queue:*"]);
        let fake = match apis::folder() {
            Some(folder) => fake.apis(folder),
            None => fake.era(apis::era()),
        };
        let fake = fake.start().expect("a server");
        let client = || Client::builder(fake.root_url()).retry(RetryPolicy::none());
        let mut world = Self {
            root: client()
                .credentials(fake.credentials())
                .build()
                .expect("a client"),
            nobody: client().build().expect("a client"),
            names: HashMap::new(),
            is_made: false,
            fake,
        };
        match endpoint.service {
            "auth" => {
                world.make(auth::ENDPOINTS, "createClient", json!({}));
                world.make(auth::ENDPOINTS, "createRole", json!({}));
            }
            "aws-provisioner" => {
                let endpoints = aws_provisioner::ENDPOINTS;
                world.make(endpoints, "createWorkerType", json!({}));
                world.make(endpoints, "createSecret", json!({}));
            }
            "ec2-manager" => {
                world.make(ec2_manager::ENDPOINTS, "runInstance", json!({}));
                world.make(ec2_manager::ENDPOINTS, "ensureKeyPair", json!({}));
            }
            "hooks" => {
                world.make(hooks::ENDPOINTS, "createHook", json!({}));
                let token = world.make(hooks::ENDPOINTS, "getTriggerToken", json!({}));
                world.name("token", &token["token"]);
            }
            "index" => world.make_index(),
            "pulse" => drop(world.make(pulse::ENDPOINTS, "claimNamespace", json!({}))),
            "queue" => {
                world.make_tasks();
                // Not for the others: with an artifact that is not complete no task is.
                if endpoint.name == "completeArtifact" {
                    world.upload();
                }
            }
            "secrets" => drop(world.make(secrets::ENDPOINTS, "set", json!({}))),
            "github" => {
                let latest = world.fake.on("github", "latest");
                latest.redirects("https://example.com/");
            }
            _ => {}
        }
        world.is_made = true;
        world
    }

    /// The client to call a method with, so that it can succeed.
    pub fn client(&self, endpoint: &Endpoint) -> Client {
        match endpoint.name {
            // These have a client of their own, and know no other.
            "testAuthenticate" | "testAuthenticateGet" => {
                let tester = Credentials::new("tester", "no-secret");
                self.root.with_credentials(tester).expect("a client")
            }
            _ => self.root.clone(),
        }
    }

    /// A task that is run, one that has been, one that is to be.
    fn make_tasks(&mut self) {
        let endpoints = queue::ENDPOINTS;
        for (name, ends) in [("resolved", true), ("running", false), ("pending", false)] {
            self.names.insert("taskId", slugid::nice());
            self.make(endpoints, "createTask", json!({}));
            self.names.insert(name, self.names["taskId"].clone());
            if name == "pending" {
                continue;
            }
            self.make(endpoints, "claimWork", json!({}));
            self.make(endpoints, "createArtifact", link());
            if ends {
                self.make(endpoints, "reportCompleted", json!({}));
            }
        }
        self.names.insert("taskId", self.names["running"].clone());
    }

    /// Uploads a blob of no bytes, of which the sampled payload has the hash.
    fn upload(&mut self) {
        self.names.insert("name", "public/blob".to_owned());
        let place = self.make(queue::ENDPOINTS, "createArtifact", json!({}));
        self.names.remove("name");
        let request = &place["requests"][0];
        let mut put = ureq::put(request["url"].as_str().expect("a URL"));
        for (name, value) in request["headers"].as_object().expect("headers") {
            put = put.header(name, value.as_str().expect("a text"));
        }
        let answer = put.send_empty().expect("an upload");
        let etag = answer.headers()["etag"].to_str().expect("a text");
        self.names.insert("etag", etag.to_owned());
    }

    fn make_index(&mut self) {
        self.make_tasks();
        let task_id = self.names["running"].clone();
        self.make(index::ENDPOINTS, "insertTask", json!({ "taskId": task_id }));
    }

    fn name(&mut self, name: &'static str, value: &Value) {
        let value = value.as_str().expect("a text").to_owned();
        self.names.insert(name, value);
    }

    /// Calls a method of the set-up.
    fn make(&self, endpoints: &'static [Endpoint], name: &str, changes: Value) -> Value {
        let endpoint = endpoints.iter().find(|endpoint| endpoint.name == name);
        let endpoint = endpoint.expect("a method");
        let mut payload = self.payload(endpoint);
        if changes["storageType"].is_string() {
            // Forms of a union have other members than the sampled one.
            payload = changes;
        } else if let (Some(payload), Value::Object(changes)) = (payload.as_object_mut(), changes) {
            payload.extend(changes);
        }
        let (args, root) = (self.args(endpoint), &self.root);
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let mut call = Call::untyped(root, endpoint, &args);
        if endpoint.input {
            call = call.payload(&payload);
        }
        call.send()
            .unwrap_or_else(|e| panic!("in the set-up: {e}, for {payload}"))
    }

    /// The payload to call a method with.
    pub fn payload(&self, endpoint: &Endpoint) -> Value {
        let mut payload = sampler::payload(endpoint);
        match (endpoint.service, endpoint.name) {
            // What was optional once, other references require.
            ("auth", "expandScopes") => payload["scopes"] = json!([]),
            ("auth", "testAuthenticate") => {
                payload = json!({ "clientScopes": [], "requiredScopes": [] });
            }
            ("queue", "quarantineWorker") => {
                payload["quarantineUntil"] = sampler::in_hours(1).into();
            }
            // And a type of artifact that they do not know is the first of ours.
            ("queue", "createArtifact") if apis::are_newer() => payload = link(),
            ("aws-provisioner", "createSecret") => {
                payload["token"] = self.arg(endpoint, "token").into();
                payload["workerType"] = self.arg(endpoint, "workerType").into();
            }
            ("hooks", "createHook" | "updateHook") => {
                let tasks = queue::ENDPOINTS.iter();
                let create = tasks.into_iter().find(|it| it.name == "createTask");
                payload["task"] = sampler::payload(create.expect("a method"));
            }
            // Without a property there is nothing to declare, which anybody may.
            ("queue", "declareProvisioner" | "declareWorkerType") => {
                payload["description"] = "text".into();
            }
            ("queue", "declareWorker") => payload["expires"] = sampler::in_hours(1).into(),
            ("queue", "completeArtifact") => payload["etags"] = json!([self.names["etag"]]),
            ("index", "insertTask") => payload["taskId"] = self.names["running"].clone().into(),
            _ => {}
        }
        payload
    }

    /// The arguments to call a method with.
    pub fn args(&self, endpoint: &Endpoint) -> Vec<String> {
        let args = endpoint.args.iter();
        args.map(|name| self.arg(endpoint, name)).collect()
    }

    fn arg(&self, endpoint: &Endpoint, name: &str) -> String {
        let method = (endpoint.service, endpoint.name);
        let name_of = match (method, name) {
            (("queue", "defineTask"), "taskId") => return slugid::nice(),
            (("queue", "createTask"), "taskId") if self.is_made => return slugid::nice(),
            (("auth", "createClient"), _) | (("hooks", "createHook"), "hookId") if self.is_made => {
                return "new".to_owned();
            }
            (("queue", "createArtifact"), "name") if self.is_made => {
                return "public/new".to_owned();
            }
            (("queue", "completeArtifact"), "name") => return "public/blob".to_owned(),
            (("queue", "claimTask" | "scheduleTask" | "cancelTask"), "taskId") => "pending",
            (("queue", "rerunTask"), "taskId") => "resolved",
            (("queue", "listTaskGroup"), _) => "taskId",
            _ => name,
        };
        if let Some(known) = self.names.get(name_of) {
            return known.clone();
        }
        let text = match (method, name) {
            ((_, _), "runId") => "0",
            (("queue" | "index", _), "name") => "public/text",
            (("index", "listNamespaces" | "listTasks"), _) => "test",
            (("index", _), _) => "test.path",
            (("pulse", _), _) => "taskcluster-test",
            (("aws-provisioner", _), "token") => "fN1SbArXTPSVFNUvaOlinQ",
            (_, "account") => "fake",
            (_, "level") => "read-only",
            (_, "provisionerId") => "test-provisioner",
            (_, "workerType") => "test-worker",
            (_, "workerGroup") => "test-group",
            (_, "workerId") => "test-id",
            (_, "sha") => "0123456789abcdef0123456789abcdef01234567",
            (_, "number") => "7",
            (_, "region") => "us-east-1",
            (_, "instanceId") => "i-0123456789",
            (_, "provider") => "mozilla-auth0",
            _ => "test",
        };
        text.to_owned()
    }

    /// The request to a method without the help of its endpoint, and so without its checks.
    pub fn unchecked(endpoint: &Endpoint, args: &[String]) -> Request {
        let segments = endpoint.route.split('/').filter(|text| !text.is_empty());
        let segments = segments.map(|segment| {
            let name = segment
                .strip_prefix('<')
                .and_then(|it| it.strip_suffix('>'));
            let at = name.and_then(|name| endpoint.args.iter().position(|arg| *arg == name));
            at.map_or(segment, |at| &args[at])
        });
        Request::new(endpoint.method, endpoint.service, endpoint.version).path(segments)
    }
}
