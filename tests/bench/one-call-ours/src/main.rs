//! One call with one of our service crates.
//!
//! `TASKCLUSTER_ROOT_URL` says where to, `SSL_CERT_FILE` which authority to trust for https.

use std::error::Error;

use taskcluster_core::{Client, Credentials};
use taskcluster_queue::Queue;
use ureq::Agent;
use ureq::tls::{Certificate, RootCerts, TlsConfig};

fn main() -> Result<(), Box<dyn Error>> {
    let root_url = std::env::var("TASKCLUSTER_ROOT_URL")?;
    let credentials = Credentials::new("bench/one-call", "b3nchb3nchb3nchb3nchb3");
    let mut builder = Client::builder(root_url).credentials(credentials);
    if let Some(file) = std::env::var_os("SSL_CERT_FILE") {
        builder = builder.agent(trusting(&std::fs::read(file)?)?);
    }
    let queue = Queue::new(&builder.build()?);
    let pending = queue
        .pending_tasks("bench-provisioner", "bench-worker")
        .send()?;
    println!("{}", pending.pending_tasks);
    Ok(())
}

fn trusting(authority: &[u8]) -> Result<Agent, Box<dyn Error>> {
    let roots = RootCerts::new_with_certs(&[Certificate::from_pem(authority)?]);
    let tls = TlsConfig::builder().root_certs(roots).build();
    Ok(Agent::config_builder().tls_config(tls).build().new_agent())
}
