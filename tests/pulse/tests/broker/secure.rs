//! A broker by TLS, whose authority nobody trusts who is not told to.

use taskcluster_client::queue::QueueEvents;
use taskcluster_listener::{Builder, Error, Listener, Login};

use super::Outcome;
use super::handling::next;
use super::publisher::Publisher;
use super::sample::Sample;

/// The broker's URL for TLS, and the file of its authority.
pub fn broker() -> Option<(String, String)> {
    let var = |name| std::env::var(name).ok();
    Some((var("AMQPS_URL")?, var("AMQPS_AUTHORITY")?))
}

fn builder(url: &str) -> Outcome<Builder> {
    let defined = QueueEvents::task_defined();
    Ok(Listener::builder(Login::url(url)?).bind(&defined))
}

/// Whoever does not know the authority does not connect.
pub async fn refused(url: &str) -> Outcome {
    match builder(url)?.start().await {
        Err(Error::Broker(error)) if error.to_string().contains("UnknownIssuer") => Ok(()),
        Err(error) => Err(format!("the error says {error}").into()),
        Ok(_) => Err("any authority is trusted".into()),
    }
}

/// Whoever does hears of what is published.
pub async fn heard(url: &str, authority: &str, publisher: &Publisher, defined: &Sample) -> Outcome {
    let builder = builder(url)?.root_certificates(std::fs::read(authority)?);
    let mut listener = builder.start().await?;
    publisher.publish(defined).await?;
    let message = next(&mut listener).await?;
    if message.read(&QueueEvents::task_defined())?.is_none() {
        return Err(format!("{message:?} is another one").into());
    }
    message.ack().await?;
    Ok(listener.close().await?)
}
