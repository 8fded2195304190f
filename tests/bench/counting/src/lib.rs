//! Counts what a contender allocates. Its allocator is in a program as soon as that uses this
//! crate, so contenders have a program for the time and one for the count.

use allocation_counter::AllocationInfo;
use contender::{Allocations, Meter};

/// A meter that counts what the calling thread allocates.
pub fn meter() -> Meter {
    Meter::counting(|run| Some(allocations(&allocation_counter::measure(run))))
}

fn allocations(info: &AllocationInfo) -> Allocations {
    Allocations {
        count: info.count_total,
        bytes: info.bytes_total,
        peak: info.bytes_max,
    }
}
