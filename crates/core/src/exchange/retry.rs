//! When to try again, and how long to wait before that.

use std::time::{Duration, SystemTime};

use crate::answer::response::Response;

/// How often, how soon and for how long a call is tried again.
///
/// Tried again are connection failures, timeouts, answers cut short, 5xx (but for 501 and 505), 408, 425
/// and 429. Methods of which a second call does harm ([`Repeat::Harmful`](crate::Repeat::Harmful))
/// are tried again only where the server certainly did not act: where no connection was made or
/// nothing was sent, and after 408, 425, 429 and 503. The wait before
/// retry *n* is 0.1 s · 2ⁿ⁻¹, between ¾ and 1¼ of it at random, and at most 30 s. Where the server
/// says `Retry-After`, that is waited for instead, if it is longer; if it is beyond the longest
/// wait, the call ends at once, since trying sooner would be in vain.
///
/// ```
/// use std::time::Duration;
/// use taskcluster_core::RetryPolicy;
///
/// let patient = RetryPolicy::default().retries(10).deadline(Duration::from_secs(120));
/// let impatient = RetryPolicy::none();
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct RetryPolicy {
    retries: u32,
    first_wait: Duration,
    max_wait: Duration,
    jitter: f64,
    deadline: Option<Duration>,
    repeats_all: bool,
}

impl Default for RetryPolicy {
    /// 5 retries, 0.1 s at first, at most 30 s, ±25 %, no deadline.
    fn default() -> Self {
        Self {
            retries: 5,
            first_wait: Duration::from_millis(100),
            max_wait: Duration::from_secs(30),
            jitter: 0.25,
            deadline: None,
            repeats_all: false,
        }
    }
}

impl RetryPolicy {
    /// One attempt, and no more; but where the server refuses it for the time on this machine's clock,
    /// there is another with the server's time.
    pub fn none() -> Self {
        Self::default().retries(0)
    }

    /// How often to try again after the first attempt.
    #[must_use]
    pub fn retries(mut self, retries: u32) -> Self {
        self.retries = retries;
        self
    }

    /// The wait before the first retry; it doubles with each further one.
    #[must_use]
    pub fn first_wait(mut self, wait: Duration) -> Self {
        self.first_wait = wait;
        self
    }

    /// The longest wait between two attempts, jitter included.
    #[must_use]
    pub fn max_wait(mut self, wait: Duration) -> Self {
        self.max_wait = wait;
        self
    }

    /// The part of a wait by which chance lengthens or shortens it, from 0 (none) to 1.
    /// Values outside are taken as the nearer end.
    #[must_use]
    pub fn jitter(mut self, part: f64) -> Self {
        self.jitter = if part.is_nan() {
            0.0
        } else {
            part.clamp(0.0, 1.0)
        };
        self
    }

    /// The time for the whole call, with all attempts and waits. No wait begins that would end
    /// after it, and an attempt that is under way when it passes is cut short.
    #[must_use]
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = Some(deadline);
        self
    }

    /// Tries methods of which a second call does harm again like all others. A mail may then be sent
    /// twice, and a claimed task may lie idle until its claim expires.
    #[must_use]
    pub fn repeat_all(mut self) -> Self {
        self.repeats_all = true;
        self
    }

    pub(crate) fn repeats_all(&self) -> bool {
        self.repeats_all
    }

    /// How often there is another attempt after the first; set by [`retries`](Self::retries).
    pub fn max_retries(&self) -> u32 {
        self.retries
    }

    /// The longest wait; set by [`max_wait`](Self::max_wait).
    pub fn longest_wait(&self) -> Duration {
        self.max_wait
    }

    /// The time for the whole call; set by [`deadline`](Self::deadline).
    pub fn deadline_limit(&self) -> Option<Duration> {
        self.deadline
    }

    /// The wait before retry number `retry`, counted from 1, given a random number in [0, 1).
    pub fn backoff(&self, retry: u32, random: f64) -> Duration {
        let Some(doublings) = retry.checked_sub(1) else {
            return Duration::ZERO;
        };
        let doublings = i32::try_from(doublings).unwrap_or(i32::MAX);
        // Not beyond the largest number, of which nothing times is none.
        let wait = self.first_wait.as_secs_f64() * 2f64.powi(doublings.min(1000));
        let wait = wait * (1.0 + self.jitter * (2.0 * random - 1.0));
        Duration::try_from_secs_f64(wait)
            .unwrap_or(self.max_wait)
            .min(self.max_wait)
    }

    /// The wait before the next attempt, or `None` where there is to be none.
    ///
    /// `attempts` have been made, `elapsed` has passed since the first began.
    #[doc(hidden)]
    pub fn wait(
        &self,
        attempts: u32,
        elapsed: Duration,
        random: f64,
        retry_after: Option<Duration>,
    ) -> Option<Duration> {
        if attempts > self.retries || retry_after.is_some_and(|asked| asked > self.max_wait) {
            return None;
        }
        let wait = self
            .backoff(attempts, random)
            .max(retry_after.unwrap_or_default());
        let in_time = self
            .deadline
            .is_none_or(|deadline| elapsed.saturating_add(wait) < deadline);
        in_time.then_some(wait)
    }
}

/// How long the server asks to wait: `Retry-After` in its two forms, seconds and a date.
#[doc(hidden)]
pub fn retry_after(response: &Response, now: SystemTime) -> Option<Duration> {
    let value = response.headers().get("retry-after")?.trim();
    if !value.is_empty() && value.bytes().all(|b| b.is_ascii_digit()) {
        // A number that is too large to be read is a very long time all the same.
        let seconds = value.parse().unwrap_or(u64::MAX);
        return Some(Duration::from_secs(seconds));
    }
    let date = httpdate::parse_http_date(value).ok()?;
    // A date is one of the server's clock, which need not agree with ours.
    let now = server_time(response).unwrap_or(now);
    Some(date.duration_since(now).unwrap_or_default())
}

/// The time at which the server answered, by its own clock.
pub(crate) fn server_time(response: &Response) -> Option<SystemTime> {
    httpdate::parse_http_date(response.headers().get("date")?.trim()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::response::Headers;

    fn asking(value: &str) -> Response {
        Response::new(
            503,
            Headers::from_iter([("Retry-After", value)]),
            Vec::new(),
        )
    }

    #[test]
    fn nothing_doubled_often_is_nothing() {
        let policy = RetryPolicy::default().first_wait(Duration::ZERO);
        for retry in [1, 1_025, u32::MAX] {
            assert_eq!(policy.backoff(retry, 0.5), Duration::ZERO);
        }
    }

    #[test]
    fn retry_after_is_read_in_both_forms() {
        // Sun, 06 Nov 1994 08:49:37 GMT, the example of the HTTP standard.
        let before = SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777 - 20);
        let read = |value: &str| retry_after(&asking(value), before);
        assert_eq!(read("120"), Some(Duration::from_secs(120)));
        assert_eq!(read(" 7 "), Some(Duration::from_secs(7)));
        assert_eq!(
            read("Sun, 06 Nov 1994 08:49:37 GMT"),
            Some(Duration::from_secs(20))
        );
        let past = retry_after(&asking("Sun, 06 Nov 1994 08:49:37 GMT"), SystemTime::now());
        assert_eq!(past, Some(Duration::ZERO));
        assert_eq!(read(&"9".repeat(30)), Some(Duration::from_secs(u64::MAX)));
        assert_eq!(read(""), None);
        assert_eq!(read("-3"), None);
        assert_eq!(read("soon"), None);
    }

    #[test]
    fn waits_honour_the_server_within_the_cap() {
        let policy = RetryPolicy::default();
        let secs = Duration::from_secs;
        let wait = |retry_after| policy.wait(1, Duration::ZERO, 0.5, retry_after);
        assert_eq!(wait(None), Some(Duration::from_millis(100)));
        assert_eq!(wait(Some(secs(12))), Some(secs(12)));
        assert_eq!(wait(Some(Duration::ZERO)), Some(Duration::from_millis(100)));
        assert_eq!(wait(Some(secs(31))), None);
    }

    #[test]
    fn waits_end_with_the_retries_and_with_the_deadline() {
        let policy = RetryPolicy::default()
            .retries(2)
            .deadline(Duration::from_secs(1));
        let ms = Duration::from_millis;
        assert_eq!(policy.wait(2, ms(0), 0.5, None), Some(ms(200)));
        assert_eq!(policy.wait(3, ms(0), 0.5, None), None);
        assert_eq!(policy.wait(2, ms(800), 0.5, None), None);
        assert_eq!(RetryPolicy::none().wait(1, ms(0), 0.5, None), None);
    }

    #[test]
    fn odd_settings_neither_panic_nor_exceed_the_cap() {
        let policy = RetryPolicy::default()
            .jitter(f64::NAN)
            .first_wait(Duration::MAX);
        assert_eq!(policy.backoff(u32::MAX, 0.999), Duration::from_secs(30));
        assert_eq!(
            RetryPolicy::default().jitter(7.0).backoff(1, 0.0),
            Duration::ZERO
        );
    }
}
