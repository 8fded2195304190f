//! One call with our facade, which has all of them.

#[path = "../../one-call-ours/src/call.rs"]
mod call;

use taskcluster_client::{Client, ClientBuilder, Credentials, Queue};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    call::make(call::begin()?)
}
