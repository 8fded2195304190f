//! Prints Taskcluster's messages as they are published.
//!
//! ```sh
//! cargo run --manifest-path tests/pulse/Cargo.toml -- amqp://user:password@host:5672/%2f
//! cargo run --manifest-path tests/pulse/Cargo.toml -- amqp://… TASK_GROUP_ID
//! ```
//!
//! The first listens to everything, the second to what happens in a task group. `AMQP_URL` in the
//! environment can stand in for the URL, so that its password is in no list of processes.

use std::io::Write as _;
use std::process::ExitCode;

use pulse_listener::event::{Event, Fields, everything};
use pulse_listener::group::task_group;
use taskcluster_listener::{Listener, Login};

const USAGE: &str = "usage: listen [AMQP_URL] [TASK_GROUP_ID]   (or the URL in AMQP_URL)";

fn main() -> ExitCode {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build();
    let outcome = match runtime {
        Ok(runtime) => runtime.block_on(listen()),
        Err(error) => Err(error.into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("error: {why}");
            ExitCode::FAILURE
        }
    }
}

async fn listen() -> Result<(), Box<dyn std::error::Error>> {
    let (url, group) = arguments(std::env::args().skip(1))?;
    let bindings = match &group {
        Some(id) => task_group(id)?,
        None => everything()?,
    };
    let builder = Listener::builder(Login::url(&url)?).bindings(bindings.clone());
    let mut listener = builder.start().await?;
    let mut out = std::io::stdout();
    let bound = bindings.len() - listener.absent().len();
    writeln!(out, "{} has {bound} bindings", listener.queue())?;
    for exchange in listener.absent() {
        eprintln!("the broker has no exchange {exchange}: servers of another era publish there");
    }
    loop {
        let message = listener.next().await?;
        match Event::read(message.exchange(), message.routing_key(), message.body()) {
            Ok(Some((fields, event))) => {
                writeln!(out, "{}", line(message.exchange(), &fields, &event))?;
                message.ack().await?;
                continue;
            }
            Ok(None) => writeln!(out, "{:?} is not known", message.exchange())?,
            Err(why) => writeln!(out, "{:?} cannot be read: {why}", message.exchange())?,
        }
        message.discard().await?;
    }
}

/// The broker's URL and, where one is given, the task group.
fn arguments(args: impl Iterator<Item = String>) -> Result<(String, Option<String>), &'static str> {
    let mut args = args.peekable();
    let given = args.next_if(|arg| arg.contains("://"));
    let url = given.or_else(|| std::env::var("AMQP_URL").ok());
    let group = args.next();
    match (url, args.next()) {
        (Some(url), None) => Ok((url, group)),
        _ => Err(USAGE),
    }
}

/// A message on one line: its exchange, its routing key by fields, and what the body adds.
fn line(exchange: &str, fields: &Fields, event: &Event) -> String {
    let mut words = vec![exchange.to_owned()];
    for (name, value) in fields {
        // Neither the same word in all messages nor the mark of a missing value tells anything.
        if *name != "routingKeyKind" && value != "_" {
            words.push(format!("{name}={value}"));
        }
    }
    format!("{}: {}", words.join(" "), summary(event))
}

fn summary(event: &Event) -> String {
    match event {
        Event::TaskDefined(m) => m.status.state.to_string(),
        Event::TaskPending(m) => format!("run {} waits for a worker", m.run_id),
        Event::TaskRunning(m) => format!("run {} is on {}", m.run_id, m.worker_id),
        Event::ArtifactCreated(m) => m.artifact.name.clone(),
        Event::TaskCompleted(m) => format!("{} by {}", m.status.state, m.worker_id),
        Event::TaskFailed(m) => format!("{} by {}", m.status.state, m.worker_id),
        Event::TaskException(m) => {
            let reason = m
                .status
                .runs
                .last()
                .and_then(|run| run.reason_resolved.as_ref());
            reason.map_or_else(|| m.status.state.to_string(), ToString::to_string)
        }
        Event::TaskGroupResolved(_) => "nothing is left to do".to_owned(),
        Event::ClientCreated(m) | Event::ClientUpdated(m) | Event::ClientDeleted(m) => {
            m.client_id.clone()
        }
        Event::RoleCreated(m) | Event::RoleUpdated(m) | Event::RoleDeleted(m) => m.role_id.clone(),
        other => format!("{other:?}"),
    }
}
