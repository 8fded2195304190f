//! One call with our facade, which has all of them.

#[path = "../../one-call-ours/src/call.rs"]
mod call;

use taskcluster_client::{Client, Credentials, Queue};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    call::make()
}
