//! The least that a server must send to count as alive.

use std::time::Duration;

/// So many bytes in each stretch of waiting for the server. Time in which nobody waits for it does not count.
#[derive(Clone, Debug)]
pub(crate) struct Floor {
    bytes: u64,
    stretch: Duration,
    waited: Duration,
    came: u64,
}

impl Default for Floor {
    fn default() -> Self {
        Self::new(64 * 1024, Duration::from_secs(60))
    }
}

impl Floor {
    pub(crate) fn new(bytes: u64, stretch: Duration) -> Self {
        Self {
            bytes,
            stretch,
            waited: Duration::ZERO,
            came: 0,
        }
    }

    /// The same floor for another answer.
    pub(crate) fn begin(&mut self) {
        (self.waited, self.came) = (Duration::ZERO, 0);
    }

    /// Takes note of a piece; whether the server is still quick enough.
    pub(crate) fn holds(&mut self, bytes: u64, waited: Duration) -> bool {
        self.waited = self.waited.saturating_add(waited);
        self.came = self.came.saturating_add(bytes);
        if self.waited < self.stretch {
            return true;
        }
        let holds = self.came >= self.bytes;
        self.begin();
        holds
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slow_is_what_brings_too_little_in_a_whole_stretch() {
        let second = Duration::from_secs(1);
        let mut floor = Floor::new(10, second * 3);
        assert!(floor.holds(1, second) && floor.holds(1, second));
        assert!(!floor.holds(7, second), "9 bytes in 3 s");
        assert!(floor.holds(10, second * 3), "a new stretch");
        assert!(floor.holds(0, second * 2));
        floor.begin();
        assert!(floor.holds(0, second * 2), "another answer");
        assert!(!floor.holds(9, Duration::MAX));
    }
}
