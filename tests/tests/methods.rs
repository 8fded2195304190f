//! Every typed method reaches the verb and path of its reference, with its arguments in their places.
//!
//! The routes themselves are judged by the case files under `tests/vectors`; here it is the
//! hand-over from the typed method to the route.

use std::collections::BTreeSet;

use taskcluster_client::*;
use taskcluster_tests::{Colour, Given, Use, in_both_colours, with_call};

in_both_colours!(methods_reach_their_routes);

/// Each text argument is its own name, and each run ID is 7.
fn methods_reach_their_routes<C: Colour>() {
    let client: C = C::build(Client::builder("https://tc.example.com")).expect("a client");
    for endpoint in services().iter().flat_map(|(_, endpoints, _)| *endpoints) {
        let args = endpoint.args.iter();
        let args = args.map(|name| if *name == "runId" { "7" } else { name });
        let args: Vec<String> = args.map(str::to_owned).collect();
        let given = Given {
            endpoint,
            args: &args,
            payload: None,
        };
        with_call(&client, &given, Reach(endpoint));
    }
}

/// Checks where a call would go.
struct Reach(&'static Endpoint);

impl<C: Colour> Use<C> for Reach {
    type Outcome = ();

    fn call<T: std::fmt::Debug>(self, call: Call<C, T>) {
        let endpoint = self.0;
        let path = endpoint
            .route
            .replace("<runId>", "7")
            .replace(['<', '>'], "");
        let (service, version, name) = (endpoint.service, endpoint.version, endpoint.name);
        let url = format!("https://tc.example.com/api/{service}/{version}{path}");
        assert_eq!(call.url().expect("a URL"), url, "{name}");
        assert_eq!(call.request().method(), endpoint.method, "{name}");
        assert_eq!(call.request().payload().is_some(), endpoint.input, "{name}");
    }
}

/// The case files are answered by the references alone, so that a generator that went wrong can
/// still be built. What is generated must therefore say what the references say.
#[test]
fn endpoints_are_what_the_references_say() {
    let apis = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../apis/references");
    for (name, endpoints, _) in services() {
        let file = apis.join(name).join("v1/api.json");
        let text = std::fs::read_to_string(file).expect("a reference");
        let reference: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        let entries = reference["entries"].as_array().expect("entries");
        assert_eq!(entries.len(), endpoints.len(), "{name}");
        for (entry, endpoint) in entries.iter().zip(endpoints) {
            let texts = |key: &str| -> Vec<&str> {
                entry[key]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(|v| v.as_str())
                    .collect()
            };
            assert_eq!(endpoint.service, reference["serviceName"]);
            assert_eq!(endpoint.version, reference["apiVersion"]);
            assert_eq!(endpoint.name, entry["name"]);
            assert_eq!(endpoint.method.as_str().to_lowercase(), entry["method"]);
            assert_eq!(endpoint.route, entry["route"]);
            assert_eq!(endpoint.args, texts("args"));
            assert_eq!(endpoint.query, texts("query"));
            assert_eq!(endpoint.input, entry["input"].is_string());
        }
    }
}

#[test]
fn there_are_twelve_services_and_144_methods() {
    for (name, endpoints, count) in services() {
        assert_eq!(endpoints.len(), count, "{name}");
    }
    assert_eq!(
        services()
            .iter()
            .map(|(_, endpoints, _)| endpoints.len())
            .sum::<usize>(),
        144
    );
}

/// Name, methods, and how many the Python client 6.0.0 documents.
fn services() -> [(&'static str, &'static [Endpoint], usize); 12] {
    [
        ("auth", auth::ENDPOINTS, 29),
        ("aws-provisioner", aws_provisioner::ENDPOINTS, 15),
        ("ec2-manager", ec2_manager::ENDPOINTS, 22),
        ("github", github::ENDPOINTS, 8),
        ("hooks", hooks::ENDPOINTS, 12),
        ("index", index::ENDPOINTS, 6),
        ("login", login::ENDPOINTS, 2),
        ("notify", notify::ENDPOINTS, 4),
        ("pulse", pulse::ENDPOINTS, 4),
        ("purge-cache", purge_cache::ENDPOINTS, 4),
        ("queue", queue::ENDPOINTS, 33),
        ("secrets", secrets::ENDPOINTS, 5),
    ]
}

#[test]
fn the_methods_that_do_harm_are_these() {
    let mut found = BTreeSet::new();
    for (service, endpoints, _) in services() {
        let harmful = endpoints.iter().filter(|e| e.repeat == Repeat::Harmful);
        found.extend(harmful.map(|endpoint| format!("{service}.{}", endpoint.name)));
    }
    let wanted = [
        "auth.resetAccessToken",
        "ec2-manager.runInstance",
        "ec2-manager.terminateInstance",
        "github.createComment",
        "github.githubWebHookConsumer",
        "hooks.resetTriggerToken",
        "hooks.triggerHook",
        "hooks.triggerHookWithToken",
        "notify.email",
        "notify.irc",
        "notify.pulse",
        "queue.claimWork",
    ];
    assert!(found.iter().eq(wanted), "{found:?}");
}
