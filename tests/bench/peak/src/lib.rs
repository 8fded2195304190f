//! Counts the most that a contender has allocated at one time, over all its threads. Its allocator is in a program
//! as soon as that uses this crate.

use contender::{Allocations, Meter};
use peak_alloc::PeakAlloc;

#[global_allocator]
static HEAP: PeakAlloc = PeakAlloc;

/// A meter that counts the peak, and nothing else.
pub fn meter() -> Meter {
    Meter::counting(|run| {
        let before = HEAP.current_usage();
        HEAP.reset_peak_usage();
        run();
        let peak = HEAP.peak_usage().saturating_sub(before);
        Some(Allocations {
            count: 0,
            bytes: 0,
            peak: peak as u64,
        })
    })
}
