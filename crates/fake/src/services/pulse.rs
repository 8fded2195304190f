//! The pulse service: namespaces, and credentials for them. There is no Pulse to use these with;
//! what would be published is in [`FakeTaskcluster::messages`](crate::FakeTaskcluster::messages).

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use taskcluster_core::{slugid, timestamp};
use time::{Duration, OffsetDateTime};

use super::Handler;
use crate::http::errors::{ApiError, Code};
use crate::services::book::{Book, Saved};
use crate::services::context::{Call, Outcome};
use crate::services::date;

/// How long a namespace lasts whose claim does not say.
const LIFE: Duration = Duration::hours(4);
/// How long a claim's password is good.
const CLAIM: Duration = Duration::hours(1);

/// The namespaces by name.
#[derive(Debug, Default)]
pub(crate) struct Namespaces(Book<Namespace>);

impl Namespaces {
    /// What is saved entry by entry.
    pub(super) fn book(&mut self) -> &mut dyn Saved {
        &mut self.0
    }
}

#[derive(Debug, Deserialize, Serialize)]
struct Namespace {
    #[serde(with = "timestamp")]
    created: OffsetDateTime,
    #[serde(with = "timestamp")]
    expires: OffsetDateTime,
}

impl Namespace {
    fn json(&self, name: &str) -> Value {
        json!({
            "namespace": name,
            "created": timestamp::to_string(self.created),
            "expires": timestamp::to_string(self.expires),
        })
    }
}

pub(super) fn find(name: &str) -> Option<Handler> {
    Some(match name {
        "listNamespaces" => list,
        "namespace" => get,
        "claimNamespace" => claim,
        _ => return None,
    })
}

fn list(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let all = call.state.namespaces.0.iter();
    let page = call.page(all.filter(|(_, namespace)| namespace.expires > call.now))?;
    let entry = |(name, namespace): (&String, &Namespace)| namespace.json(name);
    Ok(Outcome::Json(page.into_json("namespaces", entry).into()))
}

fn get(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let name = valid_name(call)?;
    let namespace = call.state.namespaces.0.get(&name);
    let namespace = namespace.filter(|namespace| namespace.expires > call.now);
    let namespace = namespace.ok_or_else(|| ApiError::not_found("No such namespace"))?;
    Ok(Outcome::Json(namespace.json(&name)))
}

fn claim(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let (name, now) = (valid_name(call)?, call.now);
    let expires = match call.payload.get("expires") {
        Some(_) => date(&call.payload, "expires")?,
        None => now + LIFE,
    };
    let there = call.state.namespaces.0.get(&name);
    let there = there.filter(|there| there.expires > now);
    let namespace = Namespace {
        created: there.map_or(now, |there| there.created),
        expires,
    };
    let mut answer = namespace.json(&name);
    let password = slugid::v4();
    answer["connectionString"] =
        format!("amqps://{name}-1:{password}@pulse.example.com/%2F").into();
    answer["reclaimAt"] = timestamp::to_string(now + CLAIM).into();
    call.state.namespaces.0.insert(name, namespace);
    Ok(Outcome::Json(answer))
}

fn valid_name(call: &Call<'_>) -> Result<String, ApiError> {
    let name = call.param("namespace");
    let is_good = |b: u8| b.is_ascii_alphanumeric() || b"_:-".contains(&b);
    if name.len() <= 64 && name.bytes().all(is_good) {
        return Ok(name);
    }
    let message = "Invalid namespace provided.  Namespaces must:\n* be at most 64 bytes\n* contain \
                   only [A-Za-z-0-9_:-]";
    Err(ApiError::new(Code::InvalidNamespace, message))
}
