//! What the suites of this crate have in common.

mod sample;

pub use sample::sample;
