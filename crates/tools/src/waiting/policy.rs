//! How often to look, and for how long.

use std::time::Duration;

/// How often something is looked at while it is waited for, and for how long at most.
///
/// The first look is made at once. Where nothing has changed since the look before, the next wait is
/// longer, up to a longest; a change begins with short waits again.
///
/// ```
/// use std::time::Duration;
/// use taskcluster_tools::Polling;
///
/// let polling = Polling::default()
///     .first_wait(Duration::from_secs(1))
///     .longest_wait(Duration::from_secs(30))
///     .deadline(Duration::from_secs(3600));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Polling {
    first: Duration,
    longest: Duration,
    rare: Duration,
    growth: f64,
    jitter: f64,
    deadline: Option<Duration>,
}

impl Default for Polling {
    /// 2 s at first, half as much again after each look without a change, 1 min at most, each give or
    /// take a tenth; 5 min where messages tell of changes; no deadline.
    fn default() -> Self {
        Self {
            first: Duration::from_secs(2),
            longest: Duration::from_secs(60),
            rare: Duration::from_secs(300),
            growth: 1.5,
            jitter: 0.1,
            deadline: None,
        }
    }
}

impl Polling {
    /// The wait behind the first look, and behind each that has found a change.
    #[must_use]
    pub fn first_wait(mut self, wait: Duration) -> Self {
        self.first = wait;
        self
    }

    /// The longest wait between two looks. One that is shorter than the first wait is the first wait, too.
    #[must_use]
    pub fn longest_wait(mut self, wait: Duration) -> Self {
        self.longest = wait;
        self
    }

    /// The wait between two looks where messages tell of changes, so that a look is only made in case one
    /// was lost.
    #[must_use]
    pub fn rare_wait(mut self, wait: Duration) -> Self {
        self.rare = wait;
        self
    }

    /// How many times as long as the one before a wait is, as long as nothing changes: 1.0 for waits of
    /// one length. Anything below, or that is no number, counts as 1.0.
    #[must_use]
    pub fn growth(mut self, growth: f64) -> Self {
        self.growth = growth.max(1.0);
        self
    }

    /// Up to which part of it each wait is made shorter or longer by chance, so that programs that began
    /// together do not ask together: 0.0 for not at all, 1.0 at most.
    #[must_use]
    pub fn jitter(mut self, jitter: f64) -> Self {
        self.jitter = if jitter.is_nan() {
            0.0
        } else {
            jitter.clamp(0.0, 1.0)
        };
        self
    }

    /// After how much time the wait fails. The last look is made when it has passed.
    #[must_use]
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = Some(deadline);
        self
    }

    /// The wait behind so many looks in a row without a change, or the rare one; `None` where the time is up.
    ///
    /// `random` is from 0 to 1.
    pub(crate) fn wait(
        &self,
        unchanged: u32,
        rarely: bool,
        waited: Duration,
        random: f64,
    ) -> Option<Duration> {
        let left = match self.deadline {
            Some(deadline) => deadline
                .checked_sub(waited)
                .filter(|left| !left.is_zero())?,
            None => Duration::MAX,
        };
        let grown = self
            .growth
            .powi(i32::try_from(unchanged).unwrap_or(i32::MAX));
        let longest = self.longest.max(self.first).as_secs_f64();
        let wait = match rarely {
            true => self.rare.as_secs_f64(),
            false => (self.first.as_secs_f64() * grown).min(longest),
        };
        let wait = wait * (1.0 + self.jitter * (2.0 * random - 1.0));
        let wait = Duration::try_from_secs_f64(wait).unwrap_or(Duration::MAX);
        Some(wait.min(left))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn secs(secs: u64) -> Duration {
        Duration::from_secs(secs)
    }

    #[test]
    fn waits_grow_up_to_the_longest() {
        let polling = Polling::default()
            .jitter(0.0)
            .growth(2.0)
            .longest_wait(secs(7));
        let waits = [0, 1, 2, 100].map(|looks| polling.wait(looks, false, secs(0), 0.5));
        assert_eq!(waits, [secs(2), secs(4), secs(7), secs(7)].map(Some));
    }

    #[test]
    fn chance_makes_a_wait_shorter_or_longer() {
        let polling = Polling::default().first_wait(secs(10)).jitter(0.2);
        let waits = [0.0, 0.5, 1.0].map(|random| polling.wait(0, false, secs(0), random));
        assert_eq!(waits, [secs(8), secs(10), secs(12)].map(Some));
    }

    #[test]
    fn where_messages_tell_of_changes_looks_are_rare() {
        let polling = Polling::default().jitter(0.0).deadline(secs(310));
        assert_eq!(polling.wait(0, true, secs(0), 0.5), Some(secs(300)));
        assert_eq!(polling.wait(9, true, secs(300), 0.5), Some(secs(10)));
        let polling = polling.rare_wait(secs(20));
        assert_eq!(polling.wait(0, true, secs(0), 0.5), Some(secs(20)));
    }

    #[test]
    fn the_last_wait_ends_with_the_deadline() {
        let polling = Polling::default().jitter(0.0).deadline(secs(5));
        assert_eq!(polling.wait(0, false, secs(4), 0.5), Some(secs(1)));
        assert_eq!(polling.wait(0, false, secs(5), 0.5), None);
    }

    #[test]
    fn odd_settings_do_no_harm() {
        let polling = Polling::default().growth(f64::NAN).jitter(f64::NAN);
        assert_eq!(polling.wait(9, false, secs(0), 0.9), Some(secs(2)));
        let polling = Polling::default().first_wait(Duration::MAX).growth(9.0);
        assert!(polling.wait(u32::MAX, false, secs(0), 1.0).is_some());
    }
}
