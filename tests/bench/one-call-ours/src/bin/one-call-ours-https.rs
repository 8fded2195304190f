//! One call with one of our service crates, to the https server of the bench.

#[path = "../authority.rs"]
mod authority;
#[path = "../call.rs"]
mod call;

use taskcluster_core::{Client, ClientBuilder, Credentials};
use taskcluster_queue::Queue;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    call::make(call::begin()?.agent(authority::trusting()?))
}
