//! The purge-cache service: which caches workers are to empty.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use taskcluster_core::scopes::Arguments;
use taskcluster_core::timestamp;
use time::{Duration, OffsetDateTime};

use super::Handler;
use crate::http::errors::{ApiError, Code};
use crate::http::types::Reply;
use crate::pulse::Address;
use crate::services::book::{Book, Saved};
use crate::services::context::{Call, Outcome};
use crate::services::text;

/// How long a request stands.
const LIFE: Duration = Duration::days(1);
/// How long workers of a pool are told what was found for the first of them.
const FRESH: Duration = Duration::seconds(10);

#[derive(Debug, Default)]
pub(crate) struct Purges {
    /// By `<provisionerId>/<workerType>`, a line's end and the cache's name: what is older than this is to go.
    requests: Book<Before>,
    /// What was found for a pool, and when.
    found: HashMap<String, (OffsetDateTime, Vec<(String, OffsetDateTime)>)>,
}

#[derive(Clone, Copy, Debug, Deserialize, Serialize)]
struct Before(#[serde(with = "timestamp")] OffsetDateTime);

/// A worker pool, a cache and the date.
type Purge<'p> = (&'p str, &'p str, OffsetDateTime);

impl Purges {
    /// What is saved entry by entry.
    pub(super) fn book(&mut self) -> &mut dyn Saved {
        &mut self.requests
    }

    pub(super) fn forget_expired(&mut self, now: OffsetDateTime) {
        self.requests.keep(|_, before| before.0 >= now - LIFE);
    }

    fn since(&self, since: OffsetDateTime) -> impl Iterator<Item = Purge<'_>> {
        let all = self.requests.iter().filter_map(|(key, before)| {
            let (pool, cache) = key.split_once('\n')?;
            Some((pool, cache, before.0))
        });
        all.filter(move |(_, _, before)| *before >= since)
    }

    /// The caches of a pool, as they were found less than a time ago, or else now.
    fn of_pool(
        &mut self,
        wanted: &str,
        now: OffsetDateTime,
        fresh: Duration,
    ) -> &[(String, OffsetDateTime)] {
        let is_fresh = |at: OffsetDateTime| fresh > Duration::ZERO && now - at <= fresh;
        if !self.found.get(wanted).is_some_and(|(at, _)| is_fresh(*at)) {
            let all = self.since(now - LIFE);
            let own = all.filter(|(pool, _, _)| *pool == wanted);
            let own = own.map(|(_, cache, before)| (cache.to_owned(), before));
            let own = own.collect();
            self.found.insert(wanted.to_owned(), (now, own));
        }
        self.found.get(wanted).map_or(&[], |(_, own)| own)
    }
}

pub(super) fn find(name: &str) -> Option<Handler> {
    Some(match name {
        "purgeCache" => purge,
        "allPurgeRequests" => all,
        "purgeRequests" => of_pool,
        _ => return None,
    })
}

fn purge(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let (provisioner_id, worker_type) = (call.param("provisionerId"), call.param("workerType"));
    let cache = text(&call.payload, "cacheName");
    let arguments = Arguments::new()
        .with("provisionerId", &provisioner_id)
        .with("workerType", &worker_type)
        .with("cacheName", &cache);
    call.authorize(&arguments)?;
    let key = [
        ("provisionerId", provisioner_id.as_str()),
        ("workerType", worker_type.as_str()),
    ];
    let payload = json!({
        "version": 1,
        "provisionerId": provisioner_id,
        "workerType": worker_type,
        "cacheName": cache,
    });
    let address = Address {
        service: "purge-cache",
        exchange: "purgeCache",
        key: &key,
        cc: Vec::new(),
    };
    call.state.messages.publish(address, payload);
    let key = format!("{provisioner_id}/{worker_type}\n{cache}");
    call.state.purges.requests.insert(key, Before(call.now));
    Ok(Outcome::Reply(Reply::empty(204)))
}

fn json((pool, cache, before): Purge<'_>) -> Value {
    let (provisioner_id, worker_type) = pool.split_once('/').unwrap_or_default();
    json!({
        "provisionerId": provisioner_id,
        "workerType": worker_type,
        "workerPoolId": pool,
        "cacheName": cache,
        "before": timestamp::to_string(before),
    })
}

fn all(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let page = call.page(call.state.purges.since(call.now - LIFE))?;
    Ok(Outcome::Json(page.into_json("requests", json).into()))
}

/// A date with or without a time. The service takes 1970's beginning for none.
fn since(text: &str) -> Option<OffsetDateTime> {
    let midnight = || timestamp::parse(&format!("{text}T00:00:00Z"));
    let date = timestamp::parse(text).or_else(|_| midnight()).ok()?;
    Some(date).filter(|date| *date != OffsetDateTime::UNIX_EPOCH)
}

fn of_pool(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let since = match call.query.get("since") {
        Some(text) => since(text).ok_or_else(|| {
            let message = format!(
                "Query-string parameter: since=\"{text}\" is no date, or the beginning of 1970, which counts as none"
            );
            ApiError::new(Code::InvalidRequestArguments, message)
        })?,
        None => OffsetDateTime::UNIX_EPOCH,
    };
    let wanted = format!(
        "{}/{}",
        call.param("provisionerId"),
        call.param("workerType")
    );
    // Where 2018 is served, too, a test's worker need not wait to hear of a request.
    let fresh = match call.apis.has_both || !call.apis.is_today {
        true => Duration::ZERO,
        false => FRESH,
    };
    let found = call.state.purges.of_pool(&wanted, call.now, fresh);
    let requests = found.iter().filter(|(_, before)| *before >= since);
    let requests: Value = requests
        .map(|(cache, before)| json((&wanted, cache, *before)))
        .collect();
    Ok(Outcome::Json(json!({ "requests": requests })))
}
