//! One call with our facade, to the https server of the bench.

#[path = "../../../one-call-ours/src/authority.rs"]
mod authority;
#[path = "../../../one-call-ours/src/call.rs"]
mod call;

use taskcluster_client::{Client, ClientBuilder, Credentials, Queue};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    call::make(call::begin()?.agent(authority::trusting()?))
}
