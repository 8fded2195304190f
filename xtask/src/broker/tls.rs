//! Certificates of a broker, by an authority that nobody else trusts.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair, KeyUsagePurpose};

/// Makes an authority and a certificate by it for this machine, in a folder; and the broker's settings, by which
/// it takes TLS on a port.
pub fn write(folder: &Path, port: u16) -> Result<(), Box<dyn Error>> {
    let mut params = CertificateParams::new(Vec::new())?;
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign];
    let key = KeyPair::generate()?;
    fs::write(authority(folder), params.self_signed(&key)?.pem())?;
    let issuer = Issuer::new(params, key);

    let params = CertificateParams::new(vec!["127.0.0.1".to_owned()])?;
    let key = KeyPair::generate()?;
    let certificate = params.signed_by(&key, &issuer)?;
    let (certificate_file, key_file) = (folder.join("certificate.pem"), folder.join("key.pem"));
    fs::write(&certificate_file, certificate.pem())?;
    fs::write(&key_file, key.serialize_pem())?;
    let text = format!(
        "listeners.ssl.1 = 127.0.0.1:{port}\n\
         ssl_options.cacertfile = {}\n\
         ssl_options.certfile = {}\n\
         ssl_options.keyfile = {}\n\
         ssl_options.verify = verify_none\n\
         ssl_options.fail_if_no_peer_cert = false\n",
        authority(folder).display(),
        certificate_file.display(),
        key_file.display(),
    );
    Ok(fs::write(settings(folder), text)?)
}

/// The authority's certificate.
pub fn authority(folder: &Path) -> PathBuf {
    folder.join("authority.pem")
}

/// The broker's settings.
pub fn settings(folder: &Path) -> PathBuf {
    folder.join("settings.conf")
}
