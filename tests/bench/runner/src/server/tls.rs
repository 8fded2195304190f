//! A certificate for loopback, made for this run.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use contender::Error;
use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, KeyUsagePurpose};
use rustls::ServerConfig;
use rustls::pki_types::PrivatePkcs8KeyDer;

/// Makes an authority, whose certificate goes to a file, and a server's certificate of it.
pub fn config(authority: &Path) -> Result<Arc<ServerConfig>, Error> {
    let mut of_authority = CertificateParams::new(Vec::new())?;
    of_authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    // Not that of the server: OpenSSL would take the server's certificate for one of its own.
    of_authority
        .distinguished_name
        .push(DnType::CommonName, "authority");
    of_authority.key_usages = vec![KeyUsagePurpose::KeyCertSign];
    let key = KeyPair::generate()?;
    fs::write(authority, of_authority.self_signed(&key)?.pem())?;
    let issuer = Issuer::new(of_authority, key);

    let key = KeyPair::generate()?;
    let mut of_server = CertificateParams::new(vec!["127.0.0.1".to_owned()])?;
    // Python refuses certificates that do not name their issuer's key.
    of_server.use_authority_key_identifier_extension = true;
    let certificate = of_server.signed_by(&key, &issuer)?;
    let key = PrivatePkcs8KeyDer::from(key.serialize_der());
    let config = ServerConfig::builder()
        .with_no_client_auth()
        .with_single_cert(vec![certificate.der().clone()], key.into())?;
    Ok(Arc::new(config))
}
