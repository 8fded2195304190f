//! Trust in the authority whose certificate `SSL_CERT_FILE` names, as the published client has it by
//! itself. A program of its own has this, since it makes programs larger.

use std::error::Error;

use ureq::Agent;
use ureq::tls::{Certificate, RootCerts, TlsConfig};

/// An agent that trusts nobody else.
pub fn trusting() -> Result<Agent, Box<dyn Error>> {
    let file = std::env::var_os("SSL_CERT_FILE").ok_or("SSL_CERT_FILE is not set")?;
    let roots = RootCerts::new_with_certs(&[Certificate::from_pem(&std::fs::read(file)?)?]);
    let tls = TlsConfig::builder().root_certs(roots).build();
    Ok(Agent::config_builder().tls_config(tls).build().new_agent())
}
