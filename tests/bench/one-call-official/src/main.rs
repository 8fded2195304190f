//! One call with the published client.
//!
//! `TASKCLUSTER_ROOT_URL` says where to, `SSL_CERT_FILE` which authority to trust for https.

use std::error::Error;

use taskcluster::{ClientBuilder, Credentials, Queue};

fn main() -> Result<(), Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(call())
}

async fn call() -> Result<(), Box<dyn Error>> {
    let root_url = std::env::var("TASKCLUSTER_ROOT_URL")?;
    let credentials = Credentials::new("bench/one-call", "b3nchb3nchb3nchb3nchb3");
    let queue = Queue::new(ClientBuilder::new(root_url).credentials(credentials))?;
    let pending = queue.pendingTasks("bench-provisioner/bench-worker").await?;
    println!("{}", pending["pendingTasks"]);
    Ok(())
}
