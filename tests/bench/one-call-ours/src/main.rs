//! One call with one of our service crates.

mod call;

use taskcluster_core::{Client, ClientBuilder, Credentials};
use taskcluster_queue::Queue;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    call::make(call::begin()?)
}
