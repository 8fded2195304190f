//! Whatever the schemas allow, of answers and of messages, the typed client decodes.

use serde_json::Value;
use taskcluster_client::{Endpoint, Output};
use taskcluster_tests::{Given, with_call};

use crate::Sending;
use crate::apis::SERVED;
use crate::event::{self, Event};
use crate::sampler;
use crate::world::World;

/// One line for a method or exchange: how many values were decoded, or what went wrong.
fn report(name: &str, results: Option<&[Result<(), String>]>) -> bool {
    let Some(results) = results else {
        println!("absent  {name}");
        return true;
    };
    match results.iter().find_map(|result| result.as_ref().err()) {
        None => println!("ok      {name}: {}", results.len()),
        Some(why) => println!("FAILED  {name}: {why}"),
    }
    results.iter().all(Result::is_ok)
}

/// Answers a call with each of the values that the method can answer.
fn decode(endpoint: &'static Endpoint) -> Option<Vec<Result<(), String>>> {
    let answers = sampler::answers(endpoint)?;
    let world = World::of(endpoint);
    let client = world.client(endpoint);
    let given = Given {
        endpoint,
        args: &world.args(endpoint),
        payload: Some(&world.payload(endpoint)),
    };
    let decode = |answer: Value| {
        let on = world.fake.on(endpoint.service, endpoint.name);
        match endpoint.output {
            Output::Redirect => on.redirects("https://example.com/"),
            _ => on.returns(answer.clone()),
        }
        with_call(&client, &given, Sending).map_err(|e| format!("{e}: {answer}"))
    };
    Some(answers.into_iter().map(decode).collect())
}

#[test]
fn every_answer_is_decoded() {
    let endpoints = crate::handled();
    let results = endpoints.map(|endpoint| {
        let name = format!("{}.{}", endpoint.service, endpoint.name);
        report(&name, decode(endpoint).as_deref())
    });
    let failed = results.filter(|is_good| !is_good).count();
    assert_eq!(failed, 0, "methods whose answers are not decoded");
}

/// A routing key as the reference describes it.
fn key(entry: &Value) -> String {
    let fields = entry["routingKey"].as_array().expect("a list").iter();
    let word = |field: &Value| match (&field["constant"], &field["required"]) {
        (Value::String(constant), _) => constant.clone(),
        (_, Value::Bool(true)) => "1".to_owned(),
        _ => "_".to_owned(),
    };
    fields.map(word).collect::<Vec<_>>().join(".")
}

#[test]
fn every_message_is_decoded() {
    let mut failed = 0;
    for binding in event::everything().expect("bindings") {
        let mut entries = SERVED.entries();
        let found = entries.find(|(_, reference, entry)| {
            let names = [&reference["exchangePrefix"], &entry["exchange"]];
            let names = names.map(|name| name.as_str().unwrap_or_default());
            names.concat() == binding.exchange
        });
        let results = found.map(|(service, _, entry)| -> Vec<_> {
            let schema = entry["schema"].as_str().expect("a schema");
            let decode = |message: Value| {
                let (body, key) = (message.to_string(), key(entry));
                match Event::read(&binding.exchange, &key, body.as_bytes()) {
                    Ok(Some(_)) => Ok(()),
                    Ok(None) => Err("not read".to_owned()),
                    Err(e) => Err(format!("{e}: {key}: {body}")),
                }
            };
            sampler::every(service, schema)
                .into_iter()
                .map(decode)
                .collect()
        });
        failed += usize::from(!report(&binding.exchange, results.as_deref()));
    }
    assert_eq!(failed, 0, "exchanges whose messages are not decoded");
}
