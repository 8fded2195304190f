//! Many messages through a broker that is restarted: none may be lost, and one may come twice only where
//! AMQP says so.

use std::collections::HashSet;
use std::io::Read as _;
use std::net::TcpStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use lapin::options::QueueDeleteOptions;
use serde_json::json;
use taskcluster_client::purge_cache::PurgeCacheEvents;
use taskcluster_listener::{Backoff, Listener, Login, Message, Notice};
use tokio::task::{JoinHandle, spawn_blocking};
use tokio::time::{sleep, timeout};

use super::publisher::Publisher;
use super::sample::Sample;
use super::{Outcome, connect};

const MESSAGES: usize = 100_000;
const RESTARTS: usize = 3;
/// How many are published before the broker is waited for.
const BATCH: usize = 500;
/// How long nothing may come while a broker starts anew on a busy machine.
const PATIENCE: Duration = Duration::from_secs(240);

/// What has arrived.
struct Tally {
    times: Vec<u32>,
    distinct: usize,
    /// Those that came again, and whether the broker said so.
    again: Vec<(usize, bool)>,
    lost_acks: usize,
}

/// Publishes and listens, while the broker is restarted.
pub async fn run(url: &str, control: &str) -> Outcome {
    let exchange = sample(0).exchange;
    let connection = connect(url).await?;
    Publisher::start(&connection, &[sample(0)]).await?;
    let links = Arc::new(AtomicUsize::new(0));
    let count = Arc::clone(&links);
    let mut listener = Listener::builder(Login::url(url)?)
        .bind(&PurgeCacheEvents::purge_cache())
        .durable("crowd")
        .backoff(Backoff::default().longest_wait(Duration::from_secs(2)))
        .on_notice(move |notice| {
            let is_new = matches!(notice, Notice::Listening { .. });
            count.fetch_add(usize::from(is_new), Ordering::Relaxed);
        })
        .start()
        .await?;
    let publishing = tokio::spawn(publish(url.to_owned(), exchange));

    let tally = receive(&mut listener, control).await?;
    let published_again = publishing.await?;
    let queue = listener.queue().to_owned();
    listener.close().await?;
    let left = finish(url, &queue).await?;
    let unsaid: Vec<usize> = tally
        .again
        .iter()
        .filter(|(number, said)| !said && !published_again.contains(number))
        .map(|(number, _)| *number)
        .collect();
    println!(
        "        {MESSAGES} messages, {} connections; {} acknowledgements lost, {} came again, {} were \
         published again, {left} are left",
        links.load(Ordering::Relaxed),
        tally.lost_acks,
        tally.again.len(),
        published_again.len(),
    );
    match (unsaid.is_empty(), left, links.load(Ordering::Relaxed)) {
        (true, 0, links) if links > RESTARTS => Ok(()),
        _ => Err(format!("came twice without a word: {unsaid:?}").into()),
    }
}

/// Receives until each message has come, and has the broker restarted on the way.
async fn receive(listener: &mut Listener, control: &str) -> Outcome<Tally> {
    let mut tally = Tally {
        times: vec![0; MESSAGES],
        distinct: 0,
        again: Vec::new(),
        lost_acks: 0,
    };
    let mut restarts: Vec<JoinHandle<std::io::Result<()>>> = Vec::new();
    while tally.distinct < MESSAGES {
        let next = timeout(PATIENCE, listener.next()).await;
        let message = next.map_err(|_| {
            let missing = MESSAGES - tally.distinct;
            format!("{missing} messages are lost, or the broker does not come back")
        })??;
        tally.take(message).await?;
        if restarts.len() < RESTARTS
            && tally.distinct >= MESSAGES * (restarts.len() + 1) / (RESTARTS + 1)
        {
            if let Some(earlier) = restarts.last_mut().filter(|it| !it.is_finished()) {
                earlier.await??;
            }
            let control = control.to_owned();
            restarts.push(spawn_blocking(move || restart(&control)));
        }
    }
    Ok(tally)
}

impl Tally {
    async fn take(&mut self, message: Message) -> Outcome {
        let told = message.read(&PurgeCacheEvents::purge_cache())?;
        let told = told.ok_or("a message of another exchange")?;
        let number: usize = told.cache_name.parse()?;
        let times = self.times.get_mut(number).ok_or("a number too high")?;
        if *times == 0 {
            self.distinct += 1;
        } else {
            self.again.push((number, message.is_redelivered()));
        }
        *times += 1;
        self.lost_acks += usize::from(message.ack().await.is_err());
        Ok(())
    }
}

/// Has the broker restarted, and waits until it is there again.
fn restart(control: &str) -> std::io::Result<()> {
    TcpStream::connect(control)?.read_to_end(&mut Vec::new())?;
    Ok(())
}

/// Publishes all messages, and those once more of which a broker that went away had not said that it has
/// them. Returns which these were.
async fn publish(url: String, exchange: String) -> HashSet<usize> {
    let mut again = HashSet::new();
    let mut left: Vec<usize> = (0..MESSAGES).rev().collect();
    while !left.is_empty() {
        if let Err((_, unsure)) = publish_on(&url, &exchange, &mut left).await {
            again.extend(&unsure);
            left.extend(unsure);
            sleep(Duration::from_millis(200)).await;
        }
    }
    again
}

/// Publishes what is left over one connection; an error has what it may not have taken.
async fn publish_on(
    url: &str,
    exchange: &str,
    left: &mut Vec<usize>,
) -> Result<(), (lapin::Error, Vec<usize>)> {
    let nothing = |e: lapin::Error| (e, Vec::new());
    let connection = connect(url).await.map_err(nothing)?;
    let exchanges = vec![exchange.to_owned()];
    let publisher = Publisher::go_on(&connection, exchanges).await;
    let publisher = publisher.map_err(nothing)?;
    while !left.is_empty() {
        let batch = left.split_off(left.len().saturating_sub(BATCH));
        if let Err(e) = publish_batch(&publisher, &batch).await {
            return Err((e, batch));
        }
    }
    Ok(())
}

async fn publish_batch(publisher: &Publisher, batch: &[usize]) -> lapin::Result<()> {
    let mut sent = Vec::with_capacity(batch.len());
    for number in batch {
        sent.push(publisher.begin(&sample(*number)).await?);
    }
    for confirm in sent {
        confirm.await?;
    }
    Ok(())
}

/// Deletes queue and exchange; returns how many messages were left.
async fn finish(url: &str, queue: &str) -> Outcome<u32> {
    let connection = connect(url).await?;
    let channel = connection.create_channel().await?;
    let options = QueueDeleteOptions::default();
    let left = channel.queue_delete(queue.into(), options).await?;
    let publisher = Publisher::go_on(&connection, vec![sample(0).exchange]).await?;
    publisher.finish().await?;
    Ok(left)
}

fn sample(number: usize) -> Sample {
    let fields = [
        ("routingKeyKind", "primary"),
        ("provisionerId", "p"),
        ("workerType", "w"),
    ];
    let body = json!({
        "version": 1,
        "provisionerId": "p",
        "workerType": "w",
        "cacheName": number.to_string(),
    });
    Sample::new("purge-cache/v1/purge-cache", &fields, body)
}
