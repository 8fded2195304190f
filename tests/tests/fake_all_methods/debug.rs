//! `Debug` of all payloads and answers, with secrets planted wherever one can be.

use std::any::type_name;
use std::fmt::Debug;

use serde_json::{Value, json};
use taskcluster_client::{Call, Client, Endpoint, Output, Result, RetryPolicy};
use taskcluster_core::json::is_secret;
use taskcluster_tests::{
    Colour, Given, PLANTED, Scripted, Use, Verbs as _, answer, in_both_colours, with_call,
};

use crate::sampler;
use crate::world::World;

in_both_colours!(no_answer_shows_a_secret);

/// Sends a call, and shows what is answered.
struct Showing;

impl<C: Colour> Use<C> for Showing {
    type Outcome = Result<String>;

    fn call<T: Debug>(self, call: Call<C, T>) -> Result<String> {
        let call = match call.request().label().as_str() {
            "login.oidcCredentials" => call.bearer_token("token"),
            _ => call,
        };
        let answer = call.send()?;
        // JSON as such is the program's own to print.
        let is_json = type_name::<T>() == type_name::<Value>();
        Ok(if is_json {
            String::new()
        } else {
            format!("{answer:?}")
        })
    }
}

/// Whether a member of an answer has a secret; a part of an upload is signed as a whole. (In a payload,
/// a `url` is the caller's own.)
fn has_secret(endpoint: &Endpoint, member: &str) -> bool {
    let is_upload = endpoint.name == "createArtifact" && ["url", "headers"].contains(&member);
    is_secret(member) || is_upload
}

/// Puts a secret in place of each text of the members that have one.
fn plant(has_secret: &impl Fn(&str) -> bool, value: &mut Value, secret: bool) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                plant(has_secret, value, secret || has_secret(name));
                if name == "url" && has_secret(name) {
                    *value = json!(format!("https://u:{PLANTED}@example.com/?{PLANTED}"));
                }
            }
        }
        Value::Array(items) => items
            .iter_mut()
            .for_each(|item| plant(has_secret, item, secret)),
        Value::String(text) if secret => *text = PLANTED.to_owned(),
        _ => {}
    }
}

/// Adds members to all objects that a newer server may send.
fn extend(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.values_mut().for_each(extend);
            let url = format!("https://u:{PLANTED}@example.com/?sig={PLANTED}");
            let newer = json!([{"password": PLANTED}, {"url": url}, {"secret": [PLANTED]}]);
            members.insert("newer".to_owned(), newer);
            members.insert("sessionToken".to_owned(), json!(PLANTED));
            // Of a kind that nobody knows yet.
            if members.contains_key("storageType") {
                members.insert("storageType".to_owned(), json!("newer"));
            }
        }
        Value::Array(items) => items.iter_mut().for_each(extend),
        _ => {}
    }
}

fn answers(endpoint: &Endpoint) -> Vec<Value> {
    let mut all = sampler::answers(endpoint).unwrap_or_default();
    for value in &mut all {
        plant(&|member: &str| has_secret(endpoint, member), value, false);
    }
    let mut newer = all.clone();
    newer.iter_mut().for_each(extend);
    [all, newer].concat()
}

/// Shows every answer that a method can give; how many had a planted secret and were decoded.
fn examine<C: Colour>(endpoint: &'static Endpoint) -> usize {
    let answers = answers(endpoint);
    if answers.is_empty() {
        // Other references may lack the method.
        return 0;
    }
    let world = World::of(endpoint);
    let mut payload = world.payload(endpoint);
    plant(&is_secret, &mut payload, false);
    let given = Given {
        endpoint,
        args: &world.args(endpoint),
        payload: Some(&payload),
    };
    let script = answers.iter().map(|value| match endpoint.output {
        Output::Redirect => answer(
            "303 See Other",
            &format!("Location: https://u:{PLANTED}@example.com/?{PLANTED}\r\n"),
            value.to_string(),
        ),
        _ => answer("200 OK", "", value.to_string()),
    });
    let server = Scripted::start(script);
    let client = Client::builder(server.root_url()).retry(RetryPolicy::none());
    let client: C = C::build(client).expect("a client");
    let shown = answers.iter().filter_map(|value| {
        // Where additional members have to be of a certain form, others are refused.
        let shown = with_call(&client, &given, Showing).unwrap_or_else(|e| format!("{e} {e:?}"));
        let name = endpoint.name;
        assert!(!shown.contains(PLANTED), "{name}: {shown}\nof {value}");
        value.to_string().contains(PLANTED).then_some(())
    });
    shown.count()
}

fn no_answer_shows_a_secret<C: Colour>() {
    let endpoints = crate::handled();
    let planted: usize = endpoints.map(examine::<C>).sum();
    assert!(planted > 100, "{planted}");
}
