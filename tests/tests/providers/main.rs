//! Credentials that a provider renews, with both kinds of client.

mod asynchronous;
mod failing;
mod people;
mod renewing;
mod workers;

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use taskcluster_client::{
    Client, ClientBuilder, Credentials, CredentialsProvider, Provided, ProviderError,
};
use taskcluster_tests::{Act, Colour, Scripted, answer};
use time::OffsetDateTime;

const TOKEN: &str = "x6RU_pVvQ1-ziBwQ5c5tEw";

const REFUSED: &str =
    r#"{"code": "AuthenticationFailed", "message": "Unauthorized: ext.certificate.expiry < now"}"#;

/// What a provider does when it is asked for the nth time, from 0.
type Answer = dyn Fn(usize, OffsetDateTime) -> Result<Provided, ProviderError> + Send + Sync;

/// A provider that counts how often it is asked.
#[derive(Clone)]
struct Counting {
    asked: Arc<AtomicUsize>,
    answer: Arc<Answer>,
}

impl Counting {
    fn new(
        answer: impl Fn(usize, OffsetDateTime) -> Result<Provided, ProviderError>
        + Send
        + Sync
        + 'static,
    ) -> Self {
        Self {
            asked: Arc::default(),
            answer: Arc::new(answer),
        }
    }

    fn asked(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }
}

impl CredentialsProvider for Counting {
    fn provide(&self, now: OffsetDateTime) -> Result<Provided, ProviderError> {
        let number = self.asked.fetch_add(1, Ordering::SeqCst);
        (self.answer)(number, now)
    }
}

/// Permanent credentials with a number.
fn numbered(number: usize) -> Provided {
    Credentials::new(format!("client-{number}"), TOKEN).into()
}

fn with(root_url: String, provider: &Counting) -> ClientBuilder {
    Client::builder(root_url).provider(provider.clone())
}

fn client<C: Colour>(server: &Scripted, provider: &Counting) -> C {
    C::build(with(server.root_url(), provider)).expect("a client")
}

fn ok() -> Act {
    answer("200 OK", "Content-Type: application/json\r\n", "{}")
}

fn refused() -> Act {
    answer("401 Unauthorized", "", REFUSED)
}

/// Who signed the requests that a server got.
fn signers(server: &Scripted) -> Vec<String> {
    let received = server.received();
    let signer = |header: &str| header.split('"').nth(1).map(str::to_owned);
    let headers = received.iter().map(|it| it.header("authorization"));
    headers
        .map(|it| it.and_then(signer).expect("signed"))
        .collect()
}
