//! What the suites of this crate have in common.

mod sample;
mod server;

pub use sample::sample;
pub use server::{Act, Received, Scripted, answer};
