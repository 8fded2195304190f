//! The call, whether its types are those of the facade or of one service crate.
//!
//! `TASKCLUSTER_ROOT_URL` says where to, `SSL_CERT_FILE` which authority to trust for https.

use std::error::Error;

use ureq::Agent;
use ureq::tls::{Certificate, RootCerts, TlsConfig};

use crate::{Client, Credentials, Queue};

/// Makes the call, and prints what came of it.
pub fn make() -> Result<(), Box<dyn Error>> {
    let root_url = std::env::var("TASKCLUSTER_ROOT_URL")?;
    let credentials = Credentials::new("bench/one-call", "b3nchb3nchb3nchb3nchb3");
    let mut builder = Client::builder(root_url).credentials(credentials);
    if let Some(file) = std::env::var_os("SSL_CERT_FILE") {
        builder = builder.agent(trusting(&std::fs::read(file)?)?);
    }
    let queue = Queue::new(&builder.build()?);
    let pending = queue.pending_tasks("bench-provisioner", "bench-worker");
    println!("{}", pending.send()?.pending_tasks);
    Ok(())
}

fn trusting(authority: &[u8]) -> Result<Agent, Box<dyn Error>> {
    let roots = RootCerts::new_with_certs(&[Certificate::from_pem(authority)?]);
    let tls = TlsConfig::builder().root_certs(roots).build();
    Ok(Agent::config_builder().tls_config(tls).build().new_agent())
}
