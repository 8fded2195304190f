//! Messages as the services publish them.
//!
//! Exchanges, keys and bodies are spelled out here and not taken from the crates, which are what
//! is checked.

use serde_json::{Value, json};

use super::life::{self, LINUX};

/// A message.
#[derive(Clone, Debug)]
pub struct Sample {
    /// The whole name of the exchange.
    pub exchange: String,
    /// The fields of the routing key with their values.
    pub fields: Vec<(&'static str, String)>,
    /// Further routing keys.
    pub routes: Vec<String>,
    /// The body.
    pub body: Value,
}

impl Sample {
    /// A message without further routing keys.
    pub fn new(exchange: &str, fields: &[(&'static str, &str)], body: Value) -> Self {
        let exchange = format!("exchange/taskcluster-{exchange}");
        let fields = fields.iter().map(|&(name, value)| (name, value.to_owned()));
        Self {
            exchange,
            fields: fields.collect(),
            routes: Vec::new(),
            body,
        }
    }

    /// The routing key.
    pub fn key(&self) -> String {
        let values: Vec<&str> = self
            .fields
            .iter()
            .map(|(_, value)| value.as_str())
            .collect();
        values.join(".")
    }

    /// Whether the exchange has this name.
    pub fn is_from(&self, exchange: &str) -> bool {
        self.exchange.ends_with(&format!("/{exchange}"))
    }

    /// The text at a place in the body.
    pub fn text(&self, pointer: &str) -> &str {
        let value = self.body.pointer(pointer);
        value.and_then(Value::as_str).unwrap_or_default()
    }
}

/// All messages that are published, of every exchange at least one.
pub fn all() -> Vec<Sample> {
    let mut all = Vec::new();
    all.extend(life::all());
    all.extend(auth());
    all.extend(aws_provisioner());
    all.extend(github());
    all.extend(["mac", "linux"].map(purge_cache));
    all.extend([
        job("tc-treeherder", "try"),
        job("tc-treeherder-stage", "try"),
    ]);
    all
}

fn auth() -> impl Iterator<Item = Sample> {
    ["created", "updated", "deleted"]
        .into_iter()
        .flat_map(|what| {
            let reserved = [("reserved", "_")];
            let client = json!({ "version": 1, "clientId": "mozilla-auth0/ad|dev/laptop" });
            let role = json!({ "version": 1, "roleId": "repo:github.com/mozilla/*" });
            [
                Sample::new(&format!("auth/v1/client-{what}"), &reserved, client),
                Sample::new(&format!("auth/v1/role-{what}"), &reserved, role),
            ]
        })
}

fn aws_provisioner() -> impl Iterator<Item = Sample> {
    let told = ["created", "updated", "removed"];
    let pairs = told
        .into_iter()
        .flat_map(|what| [(what, "linux"), (what, "mac")]);
    pairs.map(|(what, worker_type)| {
        let fields = [
            ("routingKeyKind", "primary"),
            ("workerType", worker_type),
            ("reserved", "_"),
        ];
        let body = json!({ "version": 1, "workerType": worker_type });
        Sample::new(
            &format!("aws-provisioner/v1/worker-type-{what}"),
            &fields,
            body,
        )
    })
}

/// Periods in the name of a repository are written as `%`.
fn github() -> Vec<Sample> {
    let (kind, organization) = (("routingKeyKind", "primary"), ("organization", "mozilla"));
    let repositories = ["taskcluster-client%rs", "gecko"].map(|name| ("repository", name));
    let event = |repository: &str, tasks_for: &str| {
        json!({
            "version": 1,
            "organization": "mozilla",
            "repository": repository,
            "details": { "event.head.user.login": "dev" },
            "installationId": 5808,
            "eventId": "4cb7a6d0-ac9b-11e6-8f2b-5d14a2a2a1ff",
            "tasks_for": tasks_for,
            "branch": "main",
            "body": { "sender": { "login": "dev" } },
        })
    };
    let mut samples = Vec::new();
    for repository in repositories {
        let fields = [kind, organization, repository];
        for action in ["opened", "synchronize"] {
            let fields = [kind, organization, repository, ("action", action)];
            let mut body = event(repository.1, "github-pull-request");
            body["action"] = action.into();
            samples.push(Sample::new("github/v1/pull-request", &fields, body));
        }
        let body = event(repository.1, "github-push");
        samples.push(Sample::new("github/v1/push", &fields, body));
        let body = event(repository.1, "github-release");
        samples.push(Sample::new("github/v1/release", &fields, body));
        let body = json!({
            "version": 1,
            "taskGroupId": LINUX.group,
            "organization": "mozilla",
            "repository": repository.1,
        });
        samples.push(Sample::new("github/v1/task-group-defined", &fields, body));
    }
    samples
}

fn purge_cache(worker_type: &str) -> Sample {
    let fields = [
        ("routingKeyKind", "primary"),
        ("provisionerId", "aws-provisioner-v1"),
        ("workerType", worker_type),
    ];
    let body = json!({
        "version": 1,
        "provisionerId": "aws-provisioner-v1",
        "workerType": worker_type,
        "cacheName": "level-1-checkouts",
    });
    Sample::new("purge-cache/v1/purge-cache", &fields, body)
}

fn job(destination: &str, project: &str) -> Sample {
    let fields = [
        ("destination", destination),
        ("project", project),
        ("reserved", "_"),
    ];
    let body = json!({
        "version": 1,
        "taskId": "7cdd526c-0ad7-4cf4-9515-352f68e9629d/0",
        "origin": { "kind": "hg.mozilla.org", "project": project, "revision": "63519bfd42ee379f597c0357af2e712ec3cd9f50" },
        "buildSystem": "taskcluster",
        "display": { "jobSymbol": "B", "jobName": "build-linux64/opt", "groupSymbol": "tc" },
        "state": "completed",
        "result": "success",
        "jobKind": "build",
        "timeCompleted": "2017-01-21T17:09:23.240Z",
    });
    Sample::new("treeherder/v1/jobs", &fields, body)
}
