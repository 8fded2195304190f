//! How much is done.

use std::time::Duration;

use contender::Work;

/// How often things are measured.
#[derive(Clone, Copy)]
pub struct Effort {
    /// Rounds in which each contender does each work once.
    pub rounds: usize,
    /// Rounds with artifacts, which take long.
    pub rounds_of_artifacts: usize,
    /// How long one contender's part of a round is to take.
    pub turn: Duration,
    /// The fewest calls of a turn.
    pub fewest: usize,
    /// How often a program that makes one call is run.
    pub runs: usize,
    /// Calls to a server with faults.
    pub faulty: usize,
    /// How large a large artifact is, in MB.
    pub megabytes: usize,
    /// How many small ones there are.
    pub small: usize,
    /// How often each program is built, where builds are timed.
    pub builds: usize,
    /// Whether instructions are counted, and builds timed.
    pub slow_ones: bool,
}

impl Effort {
    /// What results are shown from.
    pub const FULL: Self = Self {
        rounds: 15,
        rounds_of_artifacts: 5,
        turn: Duration::from_millis(200),
        fewest: 5,
        runs: 21,
        faulty: 500,
        megabytes: 1_000,
        small: 10_000,
        builds: 3,
        slow_ones: true,
    };

    /// What shows within two minutes where things stand.
    pub const QUICK: Self = Self {
        rounds: 5,
        rounds_of_artifacts: 2,
        turn: Duration::from_millis(50),
        fewest: 3,
        runs: 5,
        faulty: 200,
        megabytes: 200,
        small: 320,
        builds: 1,
        slow_ones: false,
    };

    /// What shows that all of it works, and nothing else.
    pub const SMOKE: Self = Self {
        rounds: 1,
        rounds_of_artifacts: 1,
        turn: Duration::ZERO,
        runs: 1,
        faulty: 20,
        megabytes: 2,
        small: 32,
        ..Self::QUICK
    };

    /// How many rounds there are of a work.
    pub fn rounds(&self, work: Work) -> usize {
        match work {
            Work::Fetch(_) | Work::Put(_) | Work::Small(_) => self.rounds_of_artifacts,
            _ => self.rounds,
        }
    }

    /// How many calls show what a call takes.
    pub fn first_calls(&self, work: Work) -> usize {
        match work {
            Work::Flight(at_once) => at_once,
            Work::Faulty => self.faulty,
            Work::Pages(_) | Work::Fetch(_) | Work::Put(_) => 1,
            Work::Small(at_once) => at_once,
            _ => self.fewest,
        }
    }

    /// How many calls fill a turn, of which one takes so long.
    pub fn calls(&self, work: Work, one: Duration) -> usize {
        let fill = self.turn.as_nanos() / one.as_nanos().max(1);
        let calls = usize::try_from(fill).unwrap_or(usize::MAX).min(100_000);
        match work {
            Work::Flight(at_once) => at_once * (calls / at_once).max(2),
            Work::Faulty => self.faulty,
            Work::Fetch(_) | Work::Put(_) => 1,
            Work::Small(at_once) => self.small / at_once * at_once,
            Work::Pages(_) => calls.max(1),
            _ => calls.max(self.fewest),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turn_is_filled() {
        let calls = |work, micros| Effort::FULL.calls(work, Duration::from_micros(micros));
        assert_eq!(calls(Work::Get, 100), 2_000);
        assert_eq!(calls(Work::Get, 1_000_000), 5);
        assert_eq!(calls(Work::Flight(50), 21), 9_500);
        assert_eq!(calls(Work::Flight(50), 1_000_000), 100);
        assert_eq!(calls(Work::Faulty, 1), 500);
        assert_eq!(calls(Work::Fetch(1_000), 1), 1);
        assert_eq!(calls(Work::Small(16), 1), 10_000);
        assert_eq!(Effort::SMOKE.calls(Work::Get, Duration::ZERO), 3);
    }
}
