//! How much is done.

use std::time::Duration;

use contender::Work;

use crate::server::Kind;
use crate::works::Task;

/// How often things are measured.
#[derive(Clone, Copy)]
pub struct Effort {
    /// Rounds in which each contender does each work once.
    pub rounds: usize,
    /// Rounds of works that take long: artifacts, graphs, and many calls to a slow server.
    pub fewer_rounds: usize,
    /// How long one contender's part of a round is to take.
    pub turn: Duration,
    /// The fewest calls of a turn.
    pub fewest: usize,
    /// How often a program that makes one call is run.
    pub runs: usize,
    /// Calls to a server with faults.
    pub faulty: usize,
    /// How many tasks a graph has; with a server that takes its time, a fifth of them.
    pub tasks: usize,
    /// How many calls there are of `status`.
    pub statuses: usize,
    /// How large a large artifact is, in MB.
    pub megabytes: usize,
    /// How many small ones there are, at most.
    pub small: usize,
    /// How long one contender may take for those of a round.
    pub turn_of_small: Duration,
    /// How often each program is built, where builds are timed.
    pub builds: usize,
    /// Whether instructions are counted, and builds timed.
    pub slow_ones: bool,
}

impl Effort {
    /// What results are shown from.
    pub const FULL: Self = Self {
        rounds: 15,
        fewer_rounds: 5,
        turn: Duration::from_millis(200),
        fewest: 5,
        runs: 21,
        faulty: 500,
        tasks: 10_000,
        statuses: 1_000,
        megabytes: 1_000,
        small: 10_000,
        turn_of_small: Duration::from_secs(20),
        builds: 3,
        slow_ones: true,
    };

    /// What shows within two minutes where things stand.
    pub const QUICK: Self = Self {
        rounds: 5,
        fewer_rounds: 2,
        turn: Duration::from_millis(50),
        fewest: 3,
        runs: 5,
        faulty: 200,
        tasks: 1_000,
        statuses: 500,
        megabytes: 200,
        small: 320,
        turn_of_small: Duration::from_secs(2),
        builds: 1,
        slow_ones: false,
    };

    /// What shows that all of it works, and nothing else.
    pub const SMOKE: Self = Self {
        rounds: 1,
        fewer_rounds: 1,
        turn: Duration::ZERO,
        runs: 1,
        faulty: 20,
        tasks: 100,
        statuses: 100,
        megabytes: 2,
        small: 32,
        ..Self::QUICK
    };

    /// How many rounds there are of a work.
    pub fn rounds(&self, task: Task) -> usize {
        match (task.order, task.server) {
            (Work::Graph | Work::Fetch(_) | Work::Put(_) | Work::Small(_), _)
            | (Work::Status | Work::Group(_), Kind::Slow) => self.fewer_rounds,
            _ => self.rounds,
        }
    }

    /// How many calls show what a call takes.
    pub fn first_calls(&self, work: Work) -> usize {
        match work {
            Work::Flight(at_once) => at_once,
            Work::Faulty => self.faulty,
            Work::Pages(_) | Work::Group(_) | Work::Fetch(_) | Work::Put(_) => 1,
            Work::Small(at_once) => at_once,
            _ => self.fewest,
        }
    }

    /// How many calls fill a turn, of which one takes so long.
    pub fn calls(&self, task: Task, one: Duration) -> usize {
        let fill = self.turn.as_nanos() / one.as_nanos().max(1);
        let calls = usize::try_from(fill).unwrap_or(usize::MAX).min(100_000);
        match task.order {
            Work::Flight(at_once) => at_once * (calls / at_once).max(2),
            Work::Faulty => self.faulty,
            Work::Graph => self.tasks(task.server),
            Work::Status => self.statuses,
            Work::Group(_) | Work::Fetch(_) | Work::Put(_) => 1,
            Work::Small(at_once) => {
                let fit = self.turn_of_small.as_nanos() / one.as_nanos().max(1);
                let fit = usize::try_from(fit).unwrap_or(usize::MAX);
                (fit.min(self.small) / at_once).max(2) * at_once
            }
            Work::Pages(_) => calls.max(1),
            _ => calls.max(self.fewest),
        }
    }

    /// How many tasks a graph has.
    pub fn tasks(&self, server: Kind) -> usize {
        match server {
            Kind::Slow => self.tasks / 5,
            _ => self.tasks,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turn_is_filled() {
        let task = |order| Task {
            order,
            server: Kind::Instant,
        };
        let calls = |order, micros| Effort::FULL.calls(task(order), Duration::from_micros(micros));
        assert_eq!(calls(Work::Get, 100), 2_000);
        assert_eq!(calls(Work::Get, 1_000_000), 5);
        assert_eq!(calls(Work::Flight(50), 21), 9_500);
        assert_eq!(calls(Work::Flight(50), 1_000_000), 100);
        assert_eq!(calls(Work::Faulty, 1), 500);
        assert_eq!(calls(Work::Fetch(1_000), 1), 1);
        assert_eq!(calls(Work::Small(16), 1), 10_000);
        assert_eq!(calls(Work::Small(16), 40_000), 496);
        assert_eq!(calls(Work::Small(16), 20_000_000), 32);
        assert_eq!(calls(Work::Graph, 1), 10_000);
        assert_eq!(calls(Work::Group(50), 1), 1);
        assert_eq!(Effort::SMOKE.calls(task(Work::Get), Duration::ZERO), 3);
    }
}
