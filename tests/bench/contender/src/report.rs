//! What a contender answers.

use serde::{Deserialize, Serialize};

/// The answer to an order.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Answer {
    /// It was done.
    Measured(Report),
    /// This contender has no such work.
    Absent,
    /// It was not done, and why.
    Failed(String),
}

/// What a contender measured of itself.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// How many calls were made.
    pub calls: usize,
    /// The median of their times; of all of them as a whole where they are too short to be timed.
    pub median_ns: f64,
    /// All calls, start to end.
    pub wall_ns: f64,
    /// CPU time of the process meanwhile.
    pub cpu_ns: f64,
    /// The most memory that the process had meanwhile.
    #[serde(rename = "peakRssKB")]
    pub peak_rss_kb: f64,
    /// What the calls allocated, where that was counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allocations: Option<Allocations>,
}

/// Allocations of all calls.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct Allocations {
    /// How many.
    pub count: u64,
    /// Their sizes.
    pub bytes: u64,
    /// The most bytes that were allocated at one time, beyond those from before.
    pub peak: u64,
}
