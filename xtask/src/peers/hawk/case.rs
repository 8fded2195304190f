//! One request, sent in both forms, and whether the judge has seen it as it was meant.

use std::time::Duration;

use serde_json::json;
use taskcluster_client::{Call, Client, Method, Request};
use ureq::RequestBuilder;
use ureq::typestate::WithoutBody;

use super::judge::{Judge, Verdict};
use crate::checks::{Outcome, Problem, ensure, ensure_same};

/// How long signed URLs are good for here.
pub const TTL: Duration = Duration::from_secs(60);

/// A request of which the judge must see everything as it was meant.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    pub method: Method,
    pub names: &'a [&'a str],
    pub query: &'a [(&'a str, &'a str)],
    pub payload: bool,
}

/// The plainest of them.
pub const GET: Case<'static> = Case {
    method: Method::Get,
    names: &["a", "b"],
    query: &[],
    payload: false,
};

impl Case<'_> {
    /// The call, to be sent or made a URL of.
    pub fn call(&self, client: &Client) -> Call<Client, Verdict> {
        let request = Request::new(self.method, "judge", "v1").path(self.names);
        let request = self.query.iter().fold(request, |request, (key, value)| {
            request.query((*key).to_owned(), *value)
        });
        client.call(if self.payload {
            request.json(&json!({"text": "ü\n"}))
        } else {
            request
        })
    }

    /// Sends the request, signed by a header.
    pub fn send(&self, client: &Client) -> Outcome<Verdict> {
        self.compare(self.call(client).send()?)
    }

    /// Fetches the signed URL, as anybody could.
    pub fn fetch(&self, judge: &Judge, client: &Client) -> Outcome<Verdict> {
        self.compare(read(judge.agent().get(self.call(client).signed_url(TTL)?))?)
    }

    /// Compares what the judge has seen with what was meant.
    pub fn compare(&self, verdict: Verdict) -> Outcome<Verdict> {
        let names = ["api", "judge", "v1"].iter().chain(self.names);
        let names: Vec<String> = names.map(ToString::to_string).collect();
        ensure(verdict.path.ends_with(&names), || {
            format!("found the path {:?}, wanted {names:?}", verdict.path)
        })?;
        let query = self
            .query
            .iter()
            .map(|(key, value)| ((*key).to_owned(), (*value).to_owned()));
        ensure_same(&verdict.query, &query.collect())?;
        ensure(
            (verdict.form == "header with hash") == self.payload || verdict.form == "bewit",
            || format!("the signature is a {}", verdict.form),
        )?;
        Ok(verdict)
    }
}

/// Reads what the judge says, which is why it refuses where it does.
pub fn read(request: RequestBuilder<WithoutBody>) -> Outcome<Verdict> {
    let mut answer = request.call().map_err(Problem::failed)?;
    let text = answer
        .body_mut()
        .read_to_string()
        .map_err(Problem::failed)?;
    serde_json::from_str(&text).map_err(|_| Problem::Failed(text))
}
