//! Many messages through a broker that is restarted: none may be lost, and one may come twice only where
//! AMQP says so.

use std::collections::HashSet;
use std::io::{Read as _, Write as _};
use std::net::{Shutdown, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use lapin::options::QueueDeleteOptions;
use serde_json::json;
use taskcluster_client::purge_cache::PurgeCacheEvents;
use taskcluster_listener::{Backoff, Listener, Login, Message, Notice};
use tokio::task::{JoinHandle, JoinSet, spawn_blocking};
use tokio::time::{sleep, timeout};

use super::publisher::Publisher;
use super::sample::Sample;
use super::{Outcome, connect};

const MESSAGES: usize = 100_000;
/// How the broker ends each time: twice in order, so that it knows what it has handed out, and at last
/// without a warning, so that it has what it said that it has, and no more.
const RESTARTS: [&str; 3] = ["stop", "stop", "kill"];
/// How many the broker hands out before the first of them is acknowledged.
const PREFETCH: u16 = 300;
/// How many are published before the broker has said of the first that it has it.
const AHEAD: usize = 500;
/// How long the broker may take to say that it has a message, or to let the publisher in. A connection that
/// breaks may leave either unanswered.
const ANSWER: Duration = Duration::from_secs(30);
/// How long nothing may come while a broker starts anew on a busy machine.
const PATIENCE: Duration = Duration::from_secs(240);

/// What has arrived.
struct Tally {
    times: Vec<u32>,
    distinct: usize,
    again: Vec<Again>,
    /// Whether each acknowledgement was given to a connection that stood.
    acks: JoinSet<bool>,
    restarts: Vec<JoinHandle<std::io::Result<()>>>,
}

/// A message that came more than once.
struct Again {
    number: usize,
    /// Whether the broker said so.
    said: bool,
    /// How many restarts had been asked for.
    restarts: usize,
}

/// Publishes and listens, while the broker is restarted.
pub async fn run(url: &str, control: &str) -> Outcome {
    let connection = connect(url).await?;
    Publisher::start(&connection, &[sample(0)]).await?;
    let links = Arc::new(AtomicUsize::new(0));
    let mut listener = listen(url, Arc::clone(&links)).await?;
    let publishing = tokio::spawn(publish_all(url.to_owned()));

    let mut tally = Tally::new();
    tally.receive(&mut listener, control).await?;
    let published_again = publishing.await?;
    let (connection, publisher) = publisher(url).await?;
    publisher.mark_end(listener.queue()).await?;
    tally.receive_rest(&mut listener).await?;
    let lost_acks = tally.settle().await?;
    let queue = listener.queue().to_owned();
    listener.close().await?;
    let channel = connection.create_channel().await?;
    let options = QueueDeleteOptions::default();
    let left = channel.queue_delete(queue.into(), options).await?;
    publisher.finish().await?;

    let links = links.load(Ordering::Relaxed);
    println!(
        "        {MESSAGES} messages, {links} connections; {lost_acks} acknowledgements lost, {} came \
         again, {} were published again, {left} are left",
        tally.again.len(),
        published_again.len(),
    );
    if links <= RESTARTS.len() || left > 0 {
        return Err("there are too few connections, or messages after the last".into());
    }
    judge(&tally.again, &published_again)
}

/// Whether what came again may have.
fn judge(again: &[Again], published_again: &HashSet<usize>) -> Outcome {
    let again = again
        .iter()
        .filter(|it| !published_again.contains(&it.number));
    let unsaid: Vec<usize> = again
        .clone()
        .filter(|it| !it.said)
        .map(|it| it.number)
        .collect();
    if !unsaid.is_empty() {
        return Err(format!("came twice without a word: {unsaid:?}").into());
    }
    // A broker that had no time to write may have forgotten any acknowledgement. One that had time hands
    // out again what was under way, and no more.
    let stops = RESTARTS.iter().take_while(|end| **end == "stop").count();
    let after_stops = again.filter(|it| it.restarts <= stops).count();
    match after_stops <= stops * usize::from(PREFETCH) {
        true => Ok(()),
        false => Err(format!("{after_stops} came twice after {stops} stops").into()),
    }
}

async fn listen(url: &str, links: Arc<AtomicUsize>) -> Outcome<Listener> {
    let listener = Listener::builder(Login::url(url)?)
        .bind(&PurgeCacheEvents::purge_cache())
        .durable("crowd")
        .prefetch(PREFETCH)
        .backoff(Backoff::default().longest_wait(Duration::from_secs(2)))
        .on_notice(move |notice| {
            let is_new = matches!(notice, Notice::Listening { .. });
            links.fetch_add(usize::from(is_new), Ordering::Relaxed);
        });
    Ok(listener.start().await?)
}

impl Tally {
    fn new() -> Self {
        Self {
            times: vec![0; MESSAGES],
            distinct: 0,
            again: Vec::new(),
            acks: JoinSet::new(),
            restarts: Vec::new(),
        }
    }

    /// Receives until each message has come, and has the broker restarted on the way.
    async fn receive(&mut self, listener: &mut Listener, control: &str) -> Outcome {
        while self.distinct < MESSAGES {
            let message = self.next(listener).await?;
            self.take(message)?;
            let part = MESSAGES / (RESTARTS.len() + 1);
            let Some(end) = RESTARTS.get(self.restarts.len()) else {
                continue;
            };
            if self.distinct < part * (self.restarts.len() + 1) {
                continue;
            }
            if let Some(earlier) = self.restarts.last_mut().filter(|it| !it.is_finished()) {
                earlier.await??;
            }
            let control = control.to_owned();
            let restart = spawn_blocking(move || restart(&control, end));
            self.restarts.push(restart);
        }
        Ok(())
    }

    /// Receives what comes again after that, up to the mark.
    async fn receive_rest(&mut self, listener: &mut Listener) -> Outcome {
        loop {
            let message = self.next(listener).await?;
            if message.exchange().is_empty() {
                return Ok(message.ack().await?);
            }
            self.take(message)?;
        }
    }

    async fn next(&self, listener: &mut Listener) -> Outcome<Message> {
        let next = timeout(PATIENCE, listener.next()).await;
        let message = next.map_err(|_| {
            let missing = MESSAGES - self.distinct;
            format!("{missing} messages are lost, or the broker does not come back")
        })?;
        Ok(message?)
    }

    fn take(&mut self, message: Message) -> Outcome {
        let told = message.read(&PurgeCacheEvents::purge_cache())?;
        let told = told.ok_or("a message of another exchange")?;
        let number: usize = told.cache_name.parse()?;
        let times = self.times.get_mut(number).ok_or("a number too high")?;
        *times += 1;
        if *times == 1 {
            self.distinct += 1;
        } else {
            self.again.push(Again {
                number,
                said: message.is_redelivered(),
                restarts: self.restarts.len(),
            });
        }
        self.acks.spawn(async { message.ack().await.is_ok() });
        Ok(())
    }

    /// Waits for what is under way; returns how many acknowledgements were lost.
    async fn settle(&mut self) -> Outcome<usize> {
        for restart in self.restarts.drain(..) {
            restart.await??;
        }
        let mut lost = 0;
        while let Some(ack) = self.acks.join_next().await {
            lost += usize::from(!ack?);
        }
        Ok(lost)
    }
}

/// Has the broker restarted, and waits until it is there again.
fn restart(control: &str, end: &str) -> std::io::Result<()> {
    let mut control = TcpStream::connect(control)?;
    control.write_all(end.as_bytes())?;
    control.shutdown(Shutdown::Write)?;
    control.read_to_end(&mut Vec::new())?;
    Ok(())
}

/// Publishes all messages, and those once more of which a broker that went away had not said that it has
/// them. Returns which these were.
async fn publish_all(url: String) -> HashSet<usize> {
    let mut again = HashSet::new();
    let mut left: Vec<usize> = (0..MESSAGES).rev().collect();
    while !left.is_empty() {
        let Ok(Ok((_connection, publisher))) = timeout(ANSWER, publisher(&url)).await else {
            sleep(Duration::from_millis(100)).await;
            continue;
        };
        let unsure = publish(Arc::new(publisher), &mut left).await;
        again.extend(&unsure);
        left.extend(unsure);
    }
    again
}

/// Publishes what is left until one fails; returns those of which the broker has not said that it has them.
async fn publish(publisher: Arc<Publisher>, left: &mut Vec<usize>) -> Vec<usize> {
    let mut sent = JoinSet::new();
    let mut unsure = Vec::new();
    loop {
        while sent.len() < AHEAD
            && unsure.is_empty()
            && let Some(number) = left.pop()
        {
            let publisher = Arc::clone(&publisher);
            sent.spawn(async move {
                let sample = sample(number);
                let confirmed = timeout(ANSWER, publisher.publish(&sample)).await;
                (number, matches!(confirmed, Ok(Ok(()))))
            });
        }
        match sent.join_next().await {
            None => return unsure,
            Some(Ok((number, false))) => unsure.push(number),
            Some(_) => {}
        }
    }
}

/// To the exchange that is there already.
async fn publisher(url: &str) -> lapin::Result<(lapin::Connection, Publisher)> {
    let connection = connect(url).await?;
    let publisher = Publisher::go_on(&connection, vec![sample(0).exchange]).await?;
    Ok((connection, publisher))
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
