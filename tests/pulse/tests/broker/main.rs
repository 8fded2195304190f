//! Bindings and messages of the service crates against a real broker.
//!
//! `cargo xtask broker` starts a broker and runs this with `AMQP_URL` set to it. Each check has a
//! queue of its own, bound by the crates. Then the messages are published as the services publish
//! them, and behind them a mark to each queue, so that a queue is known to be at its end without
//! waiting. Exactly the wanted messages must have arrived, and be read back without a loss: the
//! routing key into its fields, the body into the type of its exchange.

mod check;
mod crowd;
mod example;
mod handling;
mod life;
mod publisher;
mod sample;
mod secure;
mod waiting;

use std::error::Error;
use std::process::ExitCode;
use std::time::Duration;

use lapin::{Connection, ConnectionProperties};
use pulse_listener::event::{Event, Fields};
use serde_json::Value;
use taskcluster_client::queue::QueueEvents;
use taskcluster_client::routing_key::Binding;
use taskcluster_listener::{Listener, Login};

use check::Check;
use example::Example;
use life::LINUX;
use publisher::Publisher;
use sample::Sample;

/// How long the broker may take to hand out what it has.
const PATIENCE: Duration = Duration::from_secs(30);

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

fn main() -> ExitCode {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let outcome = runtime
        .map_err(Into::into)
        .and_then(|runtime| runtime.block_on(run()));
    match outcome {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(why) => {
            eprintln!("error: {why}");
            ExitCode::FAILURE
        }
    }
}

/// Makes all checks and returns how many failed.
async fn run() -> Outcome<usize> {
    let Ok(url) = std::env::var("AMQP_URL") else {
        return Err("name a broker in AMQP_URL, or run `cargo xtask broker`, which has one".into());
    };
    let connection = connect(&url).await?;
    let samples = sample::all();
    let publisher = Publisher::start(&connection, &samples).await?;
    let mut report = Report::default();
    let outcome = run_all(&url, &publisher, &samples, &mut report).await;
    let finished = publisher.finish().await;
    outcome?;
    finished?;
    report.add("a group, by the example", waiting::group(&url).await);
    match std::env::var("BROKER_CONTROL") {
        Ok(control) => report.add("a crowd, over restarts", crowd::run(&url, &control).await),
        Err(_) => println!("-       a crowd, over restarts: this broker is not ours to restart"),
    }
    Ok(report.finish())
}

/// A connection of the services' side.
async fn connect(url: &str) -> lapin::Result<Connection> {
    Connection::connect(url, ConnectionProperties::default()).await
}

/// Listens with a queue of its own.
async fn listen(url: &str, bindings: Vec<Binding>) -> taskcluster_listener::Result<Listener> {
    Listener::builder(Login::url(url)?)
        .bindings(bindings)
        .start()
        .await
}

async fn run_all(
    url: &str,
    publisher: &Publisher,
    samples: &[Sample],
    report: &mut Report,
) -> Outcome {
    let mut queues = Vec::new();
    for check in check::all(samples, publisher.exchanges())? {
        let listener = listen(url, check.bindings.clone()).await?;
        if listener.absent().len() != check.absent {
            let (name, absent) = (&check.name, listener.absent());
            return Err(format!("{name}: the broker is said to have no {absent:?}").into());
        }
        queues.push((check, listener));
    }
    let examples = [
        Example::start(url, None)?,
        Example::start(url, Some(LINUX.group))?,
    ];

    for sample in samples {
        publisher.publish(sample).await?;
    }
    for (_, listener) in &queues {
        publisher.mark_end(listener.queue()).await?;
    }
    for example in &examples {
        publisher.mark_end(example.queue()).await?;
    }

    report.add("no exchange at all", no_exchange(url).await);
    for (check, listener) in &mut queues {
        let received = tokio::time::timeout(PATIENCE, receive(listener)).await;
        let outcome = received
            .map_err(Into::into)
            .and_then(|received| judge(check, &received?, samples));
        report.add(&check.name, outcome);
    }
    let [everything, group] = &examples;
    report.add(
        "the program, for everything",
        everything.judge(samples.len()),
    );
    report.add("the program, for a task group", group.judge(13));
    for (name, outcome) in handling::all(url, publisher, &samples[0]).await {
        report.add(name, outcome);
    }
    match secure::broker() {
        Some((url, authority)) => {
            let heard = secure::heard(&url, &authority, publisher, &samples[0]).await;
            report.add("TLS, by an authority that is known", heard);
            let name = "TLS, by an authority that is not known";
            report.add(name, secure::refused(&url).await);
        }
        None => println!("-       TLS: this broker is not ours to set up"),
    }
    Ok(())
}

/// Whether a broker without any of the exchanges is told from one that has nothing to say.
async fn no_exchange(url: &str) -> Outcome {
    let sealed = QueueEvents::task_group_sealed().binding()?;
    match listen(url, vec![sealed]).await {
        Err(taskcluster_listener::Error::NoExchange) => Ok(()),
        Err(error) => Err(error.into()),
        Ok(_) => Err("it listens to nothing".into()),
    }
}

/// A message as it was read.
#[derive(Debug)]
struct Received {
    exchange: String,
    fields: Fields,
    event: Event,
}

/// All messages of a queue, up to the mark.
async fn receive(listener: &mut Listener) -> Outcome<Vec<Received>> {
    let mut messages = Vec::new();
    loop {
        let message = listener.next().await?;
        let exchange = message.exchange().to_owned();
        if exchange.is_empty() {
            message.ack().await?;
            return Ok(messages);
        }
        let read = Event::read(&exchange, message.routing_key(), message.body());
        let (fields, event) = read
            .map_err(|why| format!("{exchange}: {why}"))?
            .ok_or("no crate knows the exchange")?;
        message.ack().await?;
        messages.push(Received {
            exchange,
            fields,
            event,
        });
    }
}

/// Whether exactly the wanted messages have arrived, in the order in which they were sent.
fn judge(check: &Check, received: &[Received], samples: &[Sample]) -> Outcome {
    let wanted: Vec<&Sample> = samples
        .iter()
        .filter(|sample| (check.wanted)(sample))
        .collect();
    if wanted.len() != check.count {
        return Err(format!("{} are wanted, not {}", wanted.len(), check.count).into());
    }
    if received.len() != wanted.len() {
        let keys: Vec<_> = received.iter().map(|m| (&m.exchange, &m.fields)).collect();
        let (found, wanted) = (received.len(), wanted.len());
        return Err(format!("{found} messages arrived where {wanted} should: {keys:?}").into());
    }
    for (message, sample) in received.iter().zip(wanted) {
        let body = serde_json::to_value(&message.event)?;
        if message.exchange != sample.exchange || message.fields != sample.fields {
            return Err(format!("{message:?} arrived where {sample:?} should").into());
        }
        if !is_same(&body, &sample.body) {
            return Err(format!("the body was read as {body} and is {}", sample.body).into());
        }
    }
    Ok(())
}

/// Whether two JSON values say the same. A number is the same with and without a fraction of zero:
/// the body of one message has a `version` that may be any number.
fn is_same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => one.as_f64() == other.as_f64(),
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(a, b)| is_same(a, b))
        }
        (Value::Object(one), Value::Object(other)) => {
            let in_other = |(name, a)| other.get(name).is_some_and(|b| is_same(a, b));
            one.len() == other.len() && one.iter().all(in_other)
        }
        _ => one == other,
    }
}

/// One line per check, and the count.
#[derive(Default)]
struct Report {
    passed: usize,
    failed: usize,
}

impl Report {
    fn add(&mut self, name: &str, outcome: Outcome) {
        match outcome {
            Ok(()) => {
                self.passed += 1;
                println!("ok      {name}");
            }
            Err(why) => {
                self.failed += 1;
                println!("FAILED  {name}: {why}");
            }
        }
    }

    fn finish(self) -> usize {
        let Self { passed, failed } = self;
        println!(
            "{} checks: {passed} passed, {failed} failed",
            passed + failed
        );
        failed
    }
}
