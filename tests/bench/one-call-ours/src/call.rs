//! The call, whether its types are those of the facade or of one service crate.
//!
//! `TASKCLUSTER_ROOT_URL` says where to.

use std::error::Error;

use crate::{Client, ClientBuilder, Credentials, Queue};

/// Begins a client.
pub fn begin() -> Result<ClientBuilder, Box<dyn Error>> {
    let credentials = Credentials::new("bench/one-call", "b3nchb3nchb3nchb3nchb3");
    Ok(Client::builder(std::env::var("TASKCLUSTER_ROOT_URL")?).credentials(credentials))
}

/// Makes the call, and prints what came of it.
pub fn make(builder: ClientBuilder) -> Result<(), Box<dyn Error>> {
    let queue = Queue::new(&builder.build()?);
    let pending = queue.pending_tasks("bench-provisioner", "bench-worker");
    println!("{}", pending.send()?.pending_tasks);
    Ok(())
}
