//! What becomes of a message, and who listens.

use std::ops::ControlFlow;

use serde_json::json;
use taskcluster_client::AsyncClient;
use taskcluster_client::queue::QueueEvents;
use taskcluster_fake::FakeTaskcluster;
use taskcluster_listener::{Listener, Login, Message, Namespace};
use tokio::time::timeout;

use super::publisher::Publisher;
use super::sample::Sample;
use super::{Outcome, PATIENCE, listen};

/// All checks, each with its name.
pub async fn all(
    url: &str,
    publisher: &Publisher,
    defined: &Sample,
) -> [(&'static str, Outcome); 4] {
    [
        (
            "what is dropped comes again",
            dropped(url, publisher, defined).await,
        ),
        (
            "what is not handled comes again",
            not_handled(url, publisher, defined).await,
        ),
        ("the holder of a namespace", namespace(url).await),
        ("a wrong password", wrong_password(url).await),
    ]
}

async fn listening(url: &str) -> Outcome<Listener> {
    let defined = QueueEvents::task_defined().binding()?;
    Ok(listen(url, vec![defined]).await?)
}

async fn next(listener: &mut Listener) -> Outcome<Message> {
    Ok(timeout(PATIENCE, listener.next()).await??)
}

async fn dropped(url: &str, publisher: &Publisher, defined: &Sample) -> Outcome {
    let mut listener = listening(url).await?;
    publisher.publish(defined).await?;
    let first = next(&mut listener).await?;
    if first.is_redelivered() {
        return Err("the first time is a second one".into());
    }
    drop(first);
    let second = next(&mut listener).await?;
    if !second.is_redelivered() || second.read(&QueueEvents::task_defined())?.is_none() {
        return Err(format!("{second:?} is not the same again").into());
    }
    second.ack().await?;
    publisher.mark_end(listener.queue()).await?;
    let mark = next(&mut listener).await?;
    match mark.exchange().is_empty() {
        true => Ok(mark.ack().await?),
        false => Err("what was acknowledged comes again".into()),
    }
}

async fn not_handled(url: &str, publisher: &Publisher, defined: &Sample) -> Outcome {
    let mut listener = listening(url).await?;
    publisher.publish(defined).await?;
    let mut seen = Vec::new();
    let handled = listener.each(async |message| {
        seen.push(message.is_redelivered());
        match seen.len() {
            1 => Err("not today"),
            _ => Ok(ControlFlow::Break(())),
        }
    });
    timeout(PATIENCE, handled).await??;
    match seen[..] {
        [false, true] => Ok(()),
        _ => Err(format!("redelivered: {seen:?}").into()),
    }
}

/// The service gives the broker's URL; queues are named after the namespace, not after the user.
async fn namespace(url: &str) -> Outcome {
    let fake = FakeTaskcluster::start()?;
    fake.on("pulse", "claimNamespace").returns(json!({
        "namespace": "my-team",
        "created": "2018-06-01T00:00:00.000Z",
        "expires": "2098-06-01T00:00:00.000Z",
        "reclaimAt": "2098-06-01T00:00:00.000Z",
        "connectionString": url,
    }));
    let client = AsyncClient::builder(fake.root_url()).credentials(fake.credentials());
    let login = Login::namespace(&client.build_async()?, Namespace::new("my-team"));
    let defined = QueueEvents::task_defined();
    let listener = Listener::builder(login).bind(&defined).start().await?;
    match listener.queue().starts_with("queue/my-team/") {
        true => Ok(listener.close().await?),
        false => Err(format!("the queue is {}", listener.queue()).into()),
    }
}

async fn wrong_password(url: &str) -> Outcome {
    let login = Login::user(url, "nobody", "s3cret")?;
    let defined = QueueEvents::task_defined();
    let Err(error) = Listener::builder(login).bind(&defined).start().await else {
        return Err("everybody may listen".into());
    };
    let said = format!("{error} {error:?}");
    match said.contains("s3cret") {
        true => Err("the error has the password".into()),
        false => Ok(()),
    }
}
