//! What was measured: for each work, contender and quantity a series of values, one a round.

use std::collections::BTreeMap;

use crate::contenders::Who;
use crate::statistics;

/// What can be measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quantity {
    /// Calls in a round.
    Calls,
    /// The median time of a call, in ns.
    Latency,
    /// CPU time of a call, in ns.
    Cpu,
    /// Calls each second.
    Rate,
    /// Bytes of content each second.
    Throughput,
    /// Instructions of a call in user space.
    Instructions,
    /// Allocations of a call.
    Allocations,
    /// Their bytes.
    AllocatedBytes,
    /// The most bytes at one time.
    PeakHeap,
    /// The most memory of the process, in bytes.
    PeakRss,
    /// Connections that the server counted.
    Connections,
    /// Attempts beyond one for each call.
    ExtraAttempts,
    /// Crates of a build, its own included.
    Crates,
    /// The time of a build, in ns.
    BuildTime,
    /// The CPU time of a build, in ns.
    BuildCpu,
    /// The size of a program without its symbols, in bytes.
    Size,
}

/// All that was measured.
#[derive(Debug, Default)]
pub struct Results(BTreeMap<(&'static str, Who, Quantity), Vec<f64>>);

impl Results {
    /// Adds the value of one more round.
    pub fn add(&mut self, work: &'static str, who: Who, quantity: Quantity, value: f64) {
        self.0.entry((work, who, quantity)).or_default().push(value);
    }

    /// The values of all rounds.
    pub fn series(&self, work: &'static str, who: Who, quantity: Quantity) -> Option<&[f64]> {
        self.0.get(&(work, who, quantity)).map(Vec::as_slice)
    }

    /// Their median.
    pub fn median(&self, work: &'static str, who: Who, quantity: Quantity) -> Option<f64> {
        statistics::median(self.series(work, who, quantity)?)
    }

    /// How many times as much one contender has as another: the median of the rounds' own ratios.
    pub fn ratio(&self, work: &'static str, of: Who, to: Who, quantity: Quantity) -> Option<f64> {
        let of = self.series(work, of, quantity)?;
        statistics::ratio(of, self.series(work, to, quantity)?)
    }

    /// Whether a contender has done a work.
    pub fn has(&self, work: &str, who: Who) -> bool {
        self.0.keys().any(|(of, by, _)| *of == work && *by == who)
    }

    /// Forgets what a contender has done of a work.
    pub fn forget(&mut self, work: &str, who: Who) {
        self.0.retain(|(of, by, _), _| *of != work || *by != who);
    }
}
