//! Bindings and messages of the service crates against a real broker.
//!
//! `cargo xtask broker` starts a broker and runs this with `AMQP_URL` set to it. Each check has a
//! queue of its own, bound by the crates. Then the messages are published as the services publish
//! them, and behind them a mark to each queue, so that a queue is known to be at its end without
//! waiting. Exactly the wanted messages must have arrived, and be read back without a loss: the
//! routing key into its fields, the body into the type of its exchange.

mod check;
mod example;
mod life;
mod publisher;
mod sample;

use std::error::Error;
use std::process::ExitCode;
use std::time::Duration;

use lapin::Connection;
use pulse_listener::listener::{self, Listener, Message, connect};
use serde_json::Value;
use taskcluster_client::queue::QueueEvents;

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
    let (connection, user) = connect(&url).await?;
    let samples = sample::all();
    let publisher = Publisher::start(&connection, &samples).await?;
    let outcome = run_all(&url, &connection, &user, &publisher, &samples).await;
    let finished = publisher.finish().await;
    let failed = outcome?;
    finished?;
    Ok(failed)
}

async fn run_all(
    url: &str,
    connection: &Connection,
    user: &str,
    publisher: &Publisher,
    samples: &[Sample],
) -> Outcome<usize> {
    let mut queues = Vec::new();
    for check in check::all(samples, publisher.exchanges())? {
        let listener = Listener::start(connection, user, &check.bindings).await?;
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

    let mut report = Report::default();
    report.add("no exchange at all", no_exchange(connection, user).await);
    for (check, listener) in &mut queues {
        let received = tokio::time::timeout(PATIENCE, receive(listener)).await;
        let outcome = received
            .map_err(Into::into)
            .and_then(|received| judge(check, &received?, samples));
        report.add(&check.name, outcome);
    }
    let [everything, group] = &examples;
    report.add(
        "the example, for everything",
        everything.judge(samples.len()),
    );
    report.add("the example, for a task group", group.judge(13));
    Ok(report.finish())
}

/// Whether a broker without any of the exchanges is told from one that has nothing to say.
async fn no_exchange(connection: &Connection, user: &str) -> Outcome {
    let sealed = QueueEvents::task_group_sealed().binding()?;
    match Listener::start(connection, user, &[sealed]).await {
        Err(listener::Error::Nothing) => Ok(()),
        Err(error) => Err(error.into()),
        Ok(_) => Err("it listens to nothing".into()),
    }
}

/// All messages of a queue, up to the mark.
async fn receive(listener: &mut Listener) -> Outcome<Vec<Message>> {
    let mut messages = Vec::new();
    loop {
        match listener.next().await {
            Ok(Some(message)) => messages.push(message),
            Ok(None) => return Err("the broker has ended the queue".into()),
            Err(listener::Error::Message { exchange, .. }) if exchange.is_empty() => {
                return Ok(messages);
            }
            Err(error) => return Err(error.into()),
        }
    }
}

/// Whether exactly the wanted messages have arrived, in the order in which they were sent.
fn judge(check: &Check, received: &[Message], samples: &[Sample]) -> Outcome {
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
