//! Every method is called on the fake Taskcluster by the typed client: once so that it succeeds,
//! once so that it is refused.

mod calls;
mod sampler;
mod world;

use std::collections::BTreeMap;

use serde_json::{Value, json};
use taskcluster_client::*;

use calls::Given;
use world::World;

/// Methods that answer 404 for a name that nothing has, where anybody may ask.
const NOT_FOUND: [(&str, &[&str]); 6] = [
    ("auth", &["client", "role"]),
    ("aws-provisioner", &["workerTypeLastModified", "getSecret"]),
    ("hooks", &["hook", "getHookStatus"]),
    ("index", &["findTask", "findArtifactFromTask"]),
    ("pulse", &["namespace"]),
    (
        "queue",
        &[
            "task",
            "status",
            "listTaskGroup",
            "listDependentTasks",
            "getArtifact",
            "getLatestArtifact",
            "listArtifacts",
            "listLatestArtifacts",
            "getProvisioner",
            "getWorkerType",
            "getWorker",
        ],
    ),
];

/// Status and code of a refusal.
type Refusal = (u16, String);

/// Calls a method as it is not to be called, and tells what should be answered and what was.
fn refused(world: &World, endpoint: &'static Endpoint) -> (Refusal, Refusal) {
    let (args, payload) = (world.args(endpoint), world.payload(endpoint));
    let given = |args| Given {
        endpoint,
        args,
        payload: &payload,
    };
    let is_found = |(service, names): &(&str, &[&str])| {
        *service == endpoint.service && names.contains(&endpoint.name)
    };
    let (status, code, result) = if NOT_FOUND.iter().any(is_found) {
        let others: Vec<String> = args.iter().map(|arg| other(arg)).collect();
        let result = calls::send(&world.root, &given(&others));
        (404, "ResourceNotFound", result)
    } else if endpoint.scopes.is_some() {
        let result = calls::send(&world.nobody, &given(&args));
        (403, "InsufficientScopes", result)
    } else if endpoint.input {
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let call = Call::untyped(&world.root, endpoint, &args).payload(&json!("no object"));
        (400, "MalformedPayload", call.send().map(drop))
    } else {
        let request = World::unchecked(endpoint, &args).query("bogus", "1");
        let result = world.root.call::<Value>(request).send().map(drop);
        (400, "InvalidRequestArguments", result)
    };
    let got = match result {
        Err(Error::Api(e)) => (e.status(), e.code().to_owned()),
        Err(e) => (0, e.to_string()),
        Ok(()) => (200, String::new()),
    };
    ((status, code.to_owned()), got)
}

/// A name of the same form that nothing has.
fn other(name: &str) -> String {
    match name.len() {
        22 => slugid::nice(),
        _ if name == "0" => "9".to_owned(),
        _ => format!("{name}-other"),
    }
}

/// Calls each method of a service in a world of its own.
fn all_of(endpoints: &'static [Endpoint]) {
    let mut problems = BTreeMap::new();
    for endpoint in endpoints {
        let world = World::of(endpoint);
        let (wanted, got) = refused(&world, endpoint);
        if wanted != got {
            problems.insert((endpoint.name, "refused"), format!("{got:?}"));
        }
        let given = Given {
            endpoint,
            args: &world.args(endpoint),
            payload: &world.payload(endpoint),
        };
        if let Err(e) = calls::send(&world.client(endpoint), &given) {
            problems.insert((endpoint.name, "good"), e.to_string());
        }
    }
    assert!(problems.is_empty(), "{problems:#?}");
}

macro_rules! services {
    ($($service:ident),+) => {$(
        #[test]
        fn $service() {
            all_of(taskcluster_client::$service::ENDPOINTS);
        }
    )+

        #[test]
        fn there_are_144() {
            let counts = [$(taskcluster_client::$service::ENDPOINTS.len()),+];
            assert_eq!(counts.iter().sum::<usize>(), 144);
        }
    };
}

services!(
    auth,
    aws_provisioner,
    ec2_manager,
    github,
    hooks,
    index,
    login,
    notify,
    pulse,
    purge_cache,
    queue,
    secrets
);
