//! How long to wait before the next connection.

use std::time::Duration;

/// The waits between attempts to connect once more: each twice as long as the one before, up to a longest,
/// and shorter by chance, so that listeners whose broker went away do not come back together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backoff {
    first: Duration,
    longest: Duration,
    attempts: Option<u32>,
}

impl Default for Backoff {
    /// Half a second at first, a minute at most, for ever.
    fn default() -> Self {
        Self {
            first: Duration::from_millis(500),
            longest: Duration::from_secs(60),
            attempts: None,
        }
    }
}

impl Backoff {
    /// The wait before the first attempt.
    #[must_use]
    pub fn first_wait(mut self, wait: Duration) -> Self {
        self.first = wait;
        self
    }

    /// The longest wait between two attempts.
    #[must_use]
    pub fn longest_wait(mut self, wait: Duration) -> Self {
        self.longest = wait;
        self
    }

    /// After how many attempts in a row without a message the listener gives up.
    #[must_use]
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = Some(attempts);
        self
    }

    /// The wait after so many attempts that came to nothing; `None` where there were enough of them.
    ///
    /// `random` is from 0 to 1: the wait is between half of its length and all of it.
    pub(crate) fn wait(&self, failed: u32, random: f64) -> Option<Duration> {
        match self.attempts {
            Some(attempts) if failed >= attempts => None,
            _ => Some(self.pause(failed, random)),
        }
    }

    /// As [`wait`](Self::wait), however many attempts are allowed.
    pub(crate) fn pause(&self, failed: u32, random: f64) -> Duration {
        let doubled = 2_u32.saturating_pow(failed);
        let longest = self.longest.max(self.first);
        let wait = self.first.saturating_mul(doubled).min(longest);
        wait.mul_f64(0.5 + random.clamp(0.0, 1.0) / 2.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_up_to_the_longest() {
        let backoff = Backoff::default()
            .first_wait(Duration::from_secs(1))
            .longest_wait(Duration::from_secs(5));
        let waits = [0, 1, 2, 3, 99].map(|failed| backoff.wait(failed, 1.0));
        assert_eq!(
            waits,
            [1, 2, 4, 5, 5].map(|secs| Some(Duration::from_secs(secs)))
        );
        assert_eq!(backoff.wait(1, 0.0), Some(Duration::from_secs(1)));
    }

    #[test]
    fn enough_is_enough() {
        let backoff = Backoff::default().attempts(2);
        let more = [0, 1, 2].map(|failed| backoff.wait(failed, 0.5).is_some());
        assert_eq!(more, [true, true, false]);
        // Not for what has another end, such as messages that a handler fails at.
        assert_eq!(backoff.pause(2, 1.0), Duration::from_secs(2));
    }

    #[test]
    fn odd_settings_do_no_harm() {
        let backoff = Backoff::default().first_wait(Duration::from_secs(u64::MAX / 4));
        assert!(backoff.wait(u32::MAX, 1.0).is_some());
    }
}
