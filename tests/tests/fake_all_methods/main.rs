//! Every method is called on the fake Taskcluster by the typed client: once so that it succeeds,
//! once so that it is refused. And whatever it may answer is decoded.
//!
//! The fake serves this project's own references of 2018, or of today where the environment variable
//! `TASKCLUSTER_TEST_ERA` is `today`, or those in the folder that `TASKCLUSTER_TEST_APIS` names; methods
//! that these lack are passed over.

mod answers;
mod apis;
mod debug;
#[path = "../../pulse/src/event.rs"]
mod event;
mod sampler;
mod world;

use std::collections::BTreeMap;

use serde_json::{Value, json};
use taskcluster_client::*;
use taskcluster_tests::{Colour, Given, Use, Verbs as _, with_call};

use apis::SERVED;
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

/// Sends a call; what is answered has been decoded.
struct Sending;

impl<C: Colour> Use<C> for Sending {
    type Outcome = Result<()>;

    fn call<T: std::fmt::Debug>(self, call: Call<C, T>) -> Result<()> {
        match call.request().label().as_str() {
            "login.oidcCredentials" => call.bearer_token("token").send().map(drop),
            _ => call.send().map(drop),
        }
    }
}

/// A client of this kind for the same deployment and caller.
fn like<C: Colour>(client: &Client) -> C {
    let session = client.session();
    let builder = Client::builder(session.root_url().as_str()).retry(RetryPolicy::none());
    let builder = match session.credentials() {
        Some(credentials) => builder.credentials((*credentials).clone()),
        None => builder,
    };
    C::build(builder).expect("a client")
}

/// Calls a method as it is not to be called, and tells what should be answered and what was.
fn refused<C: Colour>(world: &World, endpoint: &'static Endpoint) -> (Refusal, Refusal) {
    let (args, payload) = (world.args(endpoint), world.payload(endpoint));
    let (root, nobody): (C, C) = (like(&world.root), like(&world.nobody));
    let given = |args| Given {
        endpoint,
        args,
        payload: Some(&payload),
    };
    let is_found = |(service, names): &(&str, &[&str])| {
        *service == endpoint.service && names.contains(&endpoint.name)
    };
    let (status, code, result) = if NOT_FOUND.iter().any(is_found) {
        let others: Vec<String> = args.iter().map(|arg| other(arg)).collect();
        let result = with_call(&root, &given(&others), Sending);
        (404, "ResourceNotFound", result)
    } else if SERVED.wants_scopes(endpoint) {
        let result = with_call(&nobody, &given(&args), Sending);
        (403, "InsufficientScopes", result)
    } else if endpoint.input {
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let call = Call::untyped(&root, endpoint, &args).payload(&json!("no object"));
        (400, "MalformedPayload", call.send().map(drop))
    } else {
        let request = World::unchecked(endpoint, &args).query("bogus", "1");
        let result = root.call::<Value>(request).send().map(drop);
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
fn all_of<C: Colour>(endpoints: &'static [Endpoint]) {
    let mut problems = BTreeMap::new();
    let is_served =
        |endpoint: &&Endpoint| endpoint.era != Era::Today && SERVED.method(endpoint).is_some();
    for endpoint in endpoints.iter().filter(is_served) {
        let world = World::of(endpoint);
        let (wanted, got) = refused::<C>(&world, endpoint);
        if wanted != got {
            problems.insert((endpoint.name, "refused"), format!("{got:?}"));
        }
        let given = Given {
            endpoint,
            args: &world.args(endpoint),
            payload: Some(&world.payload(endpoint)),
        };
        match with_call(&like::<C>(&world.client(endpoint)), &given, Sending) {
            // Its app is installed nowhere.
            Err(Error::Api(e))
                if e.status() == 404
                    && ["createComment", "createStatus"].contains(&endpoint.name) => {}
            Err(e) => drop(problems.insert((endpoint.name, "good"), e.to_string())),
            Ok(()) => {}
        }
    }
    assert!(problems.is_empty(), "{problems:#?}");
}

macro_rules! services {
    ($($service:ident),+) => {
        taskcluster_tests::in_both_colours!($($service),+);

        $(fn $service<C: Colour>() {
            all_of::<C>(taskcluster_client::$service::ENDPOINTS);
        })+

        /// The methods of each service.
        fn services() -> Vec<&'static [Endpoint]> {
            vec![$(taskcluster_client::$service::ENDPOINTS),+]
        }

        /// The methods of which the fake has handlers: those of the older era.
        fn handled() -> impl Iterator<Item = &'static Endpoint> {
            let endpoints = services().into_iter().flatten();
            endpoints.filter(|endpoint| endpoint.era != Era::Today)
        }

        #[test]
        fn there_are_144() {
            assert_eq!(handled().count(), 144);
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
