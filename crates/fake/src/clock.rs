//! The one clock by which everything is checked and dated.

use time::{Duration, OffsetDateTime};

/// How far ahead the clock can be: dates that are reckoned from it still have four digits of year.
const MAX_AHEAD: Duration = Duration::days(1000 * 365);

/// The machine's time plus what a test has advanced it by.
#[derive(Debug, Default)]
pub(crate) struct Clock {
    ahead: Duration,
}

impl Clock {
    /// Now, cut to milliseconds: what is answered is then what is remembered.
    pub(crate) fn now(&self) -> OffsetDateTime {
        let now = OffsetDateTime::now_utc().saturating_add(self.ahead);
        let millis = i128::from(now.millisecond());
        let whole = i128::from(now.unix_timestamp()) * 1000 + millis;
        OffsetDateTime::from_unix_timestamp_nanos(whole * 1_000_000).unwrap_or(now)
    }

    pub(crate) fn advance(&mut self, by: Duration) {
        self.ahead = self.ahead.saturating_add(by).min(MAX_AHEAD);
    }
}

/// Milliseconds since 1970.
pub(crate) fn millis(date: OffsetDateTime) -> i64 {
    date.unix_timestamp() * 1000 + i64::from(date.millisecond())
}
