//! What becomes of a message, and who listens.

use std::ops::ControlFlow;
use std::time::Duration;

use serde_json::json;
use taskcluster_client::AsyncClient;
use taskcluster_client::queue::QueueEvents;
use taskcluster_fake::{FakeTaskcluster, RecordedRequest};
use taskcluster_listener::{Builder, Listener, Login, Message, Namespace};
use tokio::select;
use tokio::time::{sleep, timeout};

use super::publisher::Publisher;
use super::sample::Sample;
use super::{Outcome, PATIENCE, listen};

/// All checks, each with its name.
pub async fn all(
    url: &str,
    publisher: &Publisher,
    defined: &Sample,
) -> [(&'static str, Outcome); 5] {
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
        (
            "a claim that is made anew beside a connection",
            claimed_anew(url, publisher, defined).await,
        ),
        ("a wrong password", wrong_password(url).await),
    ]
}

async fn listening(url: &str) -> Outcome<Listener> {
    let defined = QueueEvents::task_defined().binding()?;
    Ok(listen(url, vec![defined]).await?)
}

pub async fn next(listener: &mut Listener) -> Outcome<Message> {
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

/// The holder of a namespace, whose claim is due at a time.
fn holder(fake: &FakeTaskcluster, url: &str, reclaim_at: &str) -> Outcome<Builder> {
    fake.on("pulse", "claimNamespace").returns(json!({
        "namespace": "my-team",
        "created": "2018-06-01T00:00:00.000Z",
        "expires": "2098-06-01T00:00:00.000Z",
        "reclaimAt": reclaim_at,
        "connectionString": url,
    }));
    let client = AsyncClient::builder(fake.root_url()).credentials(fake.credentials());
    let login = Login::namespace(&client.build_async()?, Namespace::new("my-team"));
    Ok(Listener::builder(login).bind(&QueueEvents::task_defined()))
}

/// A claim is due while the listener waits: it is made, and the connection stays.
async fn claimed_anew(url: &str, publisher: &Publisher, defined: &Sample) -> Outcome {
    let fake = FakeTaskcluster::start()?;
    // By a clock that is far ahead of the service's.
    let mut listener = holder(&fake, url, "2018-06-01T00:00:00.000Z")?
        .start()
        .await?;
    let queue = listener.queue().to_owned();
    let claims = || {
        let requests = fake.requests();
        let name = |request: &&RecordedRequest| request.name.as_deref() == Some("claimNamespace");
        requests.iter().filter(name).count()
    };
    let anew = async {
        while claims() < 2 {
            sleep(Duration::from_millis(50)).await;
        }
    };
    select! {
        message = listener.next() => return Err(format!("{message:?} is there").into()),
        anew = timeout(PATIENCE, anew) => anew?,
    }
    publisher.publish(defined).await?;
    next(&mut listener).await?.ack().await?;
    match (claims(), listener.queue() == queue) {
        (2, true) => Ok(listener.close().await?),
        (claims, same) => Err(format!("{claims} claims, the same queue: {same}").into()),
    }
}

/// The service gives the broker's URL; queues are named after the namespace, not after the user.
async fn namespace(url: &str) -> Outcome {
    let fake = FakeTaskcluster::start()?;
    let listener = holder(&fake, url, "2098-06-01T00:00:00.000Z")?;
    let listener = listener.start().await?;
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
