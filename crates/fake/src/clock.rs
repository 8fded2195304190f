//! The one clock by which everything is checked and dated.

use serde::{Deserialize, Serialize};
use time::{Duration, OffsetDateTime, PrimitiveDateTime};

/// How far ahead the clock can be: dates that are reckoned from it still have four digits of year.
const MAX_AHEAD: Duration = Duration::days(1000 * 365);

/// The machine's time plus what a test has advanced it by.
#[derive(Debug, Default, Deserialize, Serialize)]
pub(crate) struct Clock {
    ahead: Ahead,
}

/// A span of time as its whole seconds and the nanoseconds beyond them.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize)]
#[serde(from = "(i64, i32)", into = "(i64, i32)")]
struct Ahead(Duration);

impl From<(i64, i32)> for Ahead {
    fn from((seconds, nanoseconds): (i64, i32)) -> Self {
        let seconds = Duration::seconds(seconds);
        Self(seconds.saturating_add(Duration::nanoseconds(nanoseconds.into())))
    }
}

impl From<Ahead> for (i64, i32) {
    fn from(Ahead(span): Ahead) -> Self {
        (span.whole_seconds(), span.subsec_nanoseconds())
    }
}

impl Clock {
    /// Now, cut to milliseconds: what is answered is then what is remembered.
    pub(crate) fn now(&self) -> OffsetDateTime {
        let now = OffsetDateTime::now_utc().saturating_add(self.ahead.0);
        let millis = i128::from(now.millisecond());
        let whole = i128::from(now.unix_timestamp()) * 1000 + millis;
        OffsetDateTime::from_unix_timestamp_nanos(whole * 1_000_000).unwrap_or(now)
    }

    pub(crate) fn advance(&mut self, by: Duration) {
        self.ahead = Ahead(self.ahead.0.saturating_add(by).min(MAX_AHEAD));
    }
}

/// A date behind all others.
pub(crate) const LAST: OffsetDateTime = PrimitiveDateTime::MAX.assume_utc();

/// A date before all others.
pub(crate) fn first() -> OffsetDateTime {
    PrimitiveDateTime::MIN.assume_utc()
}

/// Milliseconds since 1970.
pub(crate) fn millis(date: OffsetDateTime) -> i64 {
    date.unix_timestamp() * 1000 + i64::from(date.millisecond())
}
