//! Every typed method reaches the verb and path of its reference, with its arguments in their places.
//!
//! The routes themselves are judged by the case files under `tests/vectors`; here it is the
//! hand-over from the typed method to the route.

use std::collections::BTreeSet;

use serde_json::Value;
use taskcluster_client::*;
use taskcluster_tests::{Colour, Given, Use, in_both_colours, with_call};

in_both_colours!(methods_reach_their_routes);

/// Each text argument is its own name, and each run ID is 7.
fn methods_reach_their_routes<C: Colour>() {
    let client: C = C::build(Client::builder("https://tc.example.com")).expect("a client");
    for endpoint in services().iter().flat_map(|(_, endpoints)| *endpoints) {
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
    for (service, endpoints) in services() {
        let (classic, today) = (entries("classic", service), entries("today", service));
        let names = |of: Era, entries: &[Value]| {
            let of_era = endpoints
                .iter()
                .filter(|e| e.era == of || e.era == Era::Both);
            let generated: BTreeSet<&str> = of_era.map(|endpoint| endpoint.name).collect();
            let told = entries
                .iter()
                .map(|entry| entry["name"].as_str().expect("a name"));
            assert_eq!(generated, told.collect(), "{service}, {of:?}");
        };
        names(Era::Classic, &classic);
        names(Era::Today, &today);
        for endpoint in endpoints {
            let named = |entry: &&Value| entry["name"] == endpoint.name;
            let (older, newer) = (classic.iter().find(named), today.iter().find(named));
            // Where both have a method, the older call serves both.
            let entry = older.or(newer).expect("an entry");
            assert_eq!(endpoint.service, service);
            assert_eq!(endpoint.version, "v1");
            assert_eq!(endpoint.method.as_str().to_lowercase(), entry["method"]);
            assert_eq!(endpoint.route, entry["route"]);
            assert_eq!(endpoint.args, texts(entry, "args"));
            assert_eq!(endpoint.input, entry["input"].is_string());
            let options = [older, newer].into_iter().flatten();
            let options: BTreeSet<&str> = options.flat_map(|it| texts(it, "query")).collect();
            assert_eq!(endpoint.query.len(), options.len(), "{}", endpoint.name);
            assert_eq!(BTreeSet::from_iter(endpoint.query.iter().copied()), options);
        }
    }
}

/// The methods of a service in the references of an era; none, where it has no such service.
fn entries(era: &str, service: &str) -> Vec<Value> {
    let apis = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../apis");
    let file = apis
        .join(era)
        .join("references")
        .join(service)
        .join("v1/api.json");
    let Ok(text) = std::fs::read_to_string(file) else {
        return Vec::new();
    };
    let mut reference: Value = serde_json::from_str(&text).expect("JSON");
    serde_json::from_value(reference["entries"].take()).expect("entries")
}

fn texts<'a>(entry: &'a Value, key: &str) -> Vec<&'a str> {
    let texts = entry[key].as_array().into_iter().flatten();
    texts.filter_map(Value::as_str).collect()
}

#[test]
fn the_methods_of_both_eras_are_there() {
    // Of the servers of 2018, how many the Python client 6.0.0 documents.
    let classic = [29, 15, 22, 8, 12, 6, 2, 4, 0, 4, 4, 33, 5, 0, 0];
    let today = [37, 0, 0, 12, 16, 11, 0, 11, 9, 0, 7, 50, 8, 6, 27];
    for (i, (name, endpoints)) in services().into_iter().enumerate() {
        let count = |of: Era| {
            let has = |endpoint: &&Endpoint| endpoint.era == of || endpoint.era == Era::Both;
            endpoints.iter().filter(has).count()
        };
        assert_eq!(
            (count(Era::Classic), count(Era::Today)),
            (classic[i], today[i]),
            "{name}"
        );
    }
    assert_eq!(classic.iter().sum::<usize>(), 144);
    assert_eq!(today.iter().sum::<usize>(), 194);
}

fn services() -> [(&'static str, &'static [Endpoint]); 15] {
    [
        ("auth", auth::ENDPOINTS),
        ("aws-provisioner", aws_provisioner::ENDPOINTS),
        ("ec2-manager", ec2_manager::ENDPOINTS),
        ("github", github::ENDPOINTS),
        ("hooks", hooks::ENDPOINTS),
        ("index", index::ENDPOINTS),
        ("login", login::ENDPOINTS),
        ("notify", notify::ENDPOINTS),
        ("object", object::ENDPOINTS),
        ("pulse", pulse::ENDPOINTS),
        ("purge-cache", purge_cache::ENDPOINTS),
        ("queue", queue::ENDPOINTS),
        ("secrets", secrets::ENDPOINTS),
        ("web-server", web_server::ENDPOINTS),
        ("worker-manager", worker_manager::ENDPOINTS),
    ]
}

#[test]
fn the_methods_that_do_harm_are_these() {
    let mut found = BTreeSet::new();
    for (service, endpoints) in services() {
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
        "notify.matrix",
        "notify.pulse",
        "notify.slack",
        "queue.claimWork",
        "worker-manager.reportWorkerError",
    ];
    assert!(found.iter().eq(wanted), "{found:?}");
}
