//! What went wrong with workers, as they report it.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use taskcluster_core::scopes::Arguments;
use taskcluster_core::{slugid, timestamp};
use time::{Duration, OffsetDateTime, Time};

use super::{launch_configs, publish};
use crate::http::errors::ApiError;
use crate::services::context::{Call, Outcome};
use crate::services::{notify, text};

/// How many hours errors are counted by.
const HOURS: i64 = 24;
/// How many days errors are counted by.
const DAYS: i64 = 7;

#[derive(Debug, Deserialize, Serialize)]
pub(super) struct PoolError {
    id: String,
    pool: String,
    #[serde(with = "timestamp")]
    pub(super) reported: OffsetDateTime,
    kind: String,
    title: String,
    description: String,
    extra: Value,
}

impl PoolError {
    fn json(&self) -> Value {
        json!({
            "errorId": self.id,
            "workerPoolId": self.pool,
            "reported": timestamp::to_string(self.reported),
            "kind": self.kind,
            "title": self.title,
            "description": self.description,
            "extra": self.extra,
        })
    }
}

pub(super) fn report(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let (pool, payload) = (call.param("workerPoolId"), call.payload.clone());
    let mut arguments = Arguments::new().with("workerPoolId", &pool);
    let mut extra = payload["extra"].clone();
    for name in ["workerGroup", "workerId"] {
        arguments = arguments.with(name, text(&payload, name));
        extra[name] = payload[name].clone();
    }
    call.authorize(&arguments)?;
    let there = call.state.worker_manager.pool(&pool)?;
    let (provider_id, owner) = (there.provider_id.clone(), there.owner.clone());
    let is_mailed = there.email_on_error;
    let error = PoolError {
        id: slugid::v4(),
        pool,
        reported: call.now,
        kind: text(&payload, "kind"),
        title: text(&payload, "title"),
        description: text(&payload, "description"),
        extra,
    };
    if is_mailed {
        mail(call, owner, &error);
    }
    let told = json!({
        "workerPoolId": error.pool,
        "providerId": provider_id,
        "errorId": error.id,
        "kind": error.kind,
        "title": error.title,
        "timestamp": timestamp::to_string(call.now),
        "workerId": payload["workerId"],
        "workerGroup": payload["workerGroup"],
    });
    publish(call.state, "workerPoolError", told);
    let answer = error.json();
    call.state.worker_manager.note(error);
    Ok(Outcome::Json(answer))
}

/// Tells the owner of the pool.
fn mail(call: &mut Call<'_>, address: String, error: &PoolError) {
    let content = json!({
        "workerPoolId": error.pool,
        "errorId": error.id,
        "description": error.description,
        "extra": error.extra,
    });
    let subject = format!("Taskcluster Worker Manager Error: {}", error.title);
    notify::mail(call.state, address, subject, content.to_string());
}

pub(super) fn list(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let pool = call.param("workerPoolId");
    let (id, config) = (call.query.get("errorId"), call.query.get("launchConfigId"));
    // No error of the fake is of a launch config.
    let is_wanted = |error: &&PoolError| {
        error.pool == pool && id.is_none_or(|id| id == error.id) && config.is_none()
    };
    let errors = call.state.worker_manager.errors.values().rev();
    let page = call.page(errors.filter(is_wanted))?;
    let page = page.into_json("workerPoolErrors", PoolError::json);
    Ok(Outcome::Json(page.into()))
}

/// How many errors there were lately, of one pool or of all.
pub(super) fn stats(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let pool = call.query.get("workerPoolId").map(str::to_owned);
    let told = pool.clone().unwrap_or_default();
    call.authorize(&Arguments::new().with("workerPoolId", &told))?;
    let hour = Time::from_hms(call.now.hour(), 0, 0).unwrap_or(Time::MIDNIGHT);
    let mut hours = Periods::new(call.now.replace_time(hour), Duration::hours(1), HOURS);
    let day = call.now.replace_time(Time::MIDNIGHT);
    let mut days = Periods::new(day, Duration::days(1), DAYS);
    let mut by: [Map<String, Value>; 4] = Default::default();
    let mut total = 0;
    let errors = call.state.worker_manager.errors.values();
    for error in errors.filter(|error| pool.as_ref().is_none_or(|pool| *pool == error.pool)) {
        hours.count(error.reported);
        if !days.count(error.reported) {
            continue;
        }
        total += 1;
        let code = error.extra["code"].as_str().unwrap_or("other");
        let config = launch_configs::of_error(&error.extra);
        let names = [&error.title, code, &error.pool, &config];
        for (counts, name) in by.iter_mut().zip(names) {
            add(counts, name);
        }
    }
    let [title, code, worker_pool, launch_config] = by;
    // Of all pools, launch configs are not told apart.
    let launch_config = if pool.is_some() {
        launch_config
    } else {
        Map::new()
    };
    Ok(Outcome::Json(json!({
        "workerPoolId": told,
        "totals": {
            "total": total,
            "hourly": hours.counts,
            "daily": days.counts,
            "title": title,
            "code": code,
            "workerPool": worker_pool,
            "launchConfig": launch_config,
        },
    })))
}

fn add(counts: &mut Map<String, Value>, name: &str) {
    let count = counts.entry(name).or_insert_with(|| 0.into());
    *count = (count.as_u64().unwrap_or_default() + 1).into();
}

/// Counts by the beginning of periods of equal length, the last of which has not ended.
struct Periods {
    first: OffsetDateTime,
    length: Duration,
    counts: Map<String, Value>,
}

impl Periods {
    fn new(last: OffsetDateTime, length: Duration, number: i64) -> Self {
        let length_seconds = length.whole_seconds();
        let back = |periods: i64| last - Duration::seconds(length_seconds * periods);
        let begins = (0..number).rev().map(back);
        let counts = begins.filter_map(|begin| Some((timestamp::to_string(begin)?, 0.into())));
        Self {
            first: back(number - 1),
            length,
            counts: counts.collect(),
        }
    }

    /// Counts what happened then; false where that is too long ago.
    fn count(&mut self, then: OffsetDateTime) -> bool {
        if then < self.first {
            return false;
        }
        let seconds = (then - self.first).whole_seconds();
        let into = seconds - seconds % self.length.whole_seconds();
        if let Some(begin) = timestamp::to_string(self.first + Duration::seconds(into)) {
            add(&mut self.counts, &begin);
        }
        true
    }
}
