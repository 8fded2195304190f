//! TLS of both kinds of client: whom they trust, and what a handshake that fails means.

mod roots;

use std::error::Error as StdError;
use std::io;
#[cfg(any(feature = "async", feature = "fast-connections"))]
use std::sync::Arc;

use rustls::{AlertDescription, CertificateError, Error, InvalidMessage, RootCertStore};
#[cfg(any(feature = "async", feature = "fast-connections"))]
use rustls::{
    ClientConfig,
    crypto::{CryptoProvider, ring},
};

use crate::answer::error::{RequestError, TransportFailure};

/// The authorities that Mozilla trusts, those of these PEM texts and, if asked for, those that the
/// environment names.
///
/// # Errors
/// A text or a variable is wrong.
pub(crate) fn store(
    certificates: &[Vec<u8>],
    environment: bool,
) -> Result<RootCertStore, RequestError> {
    let lookup = |name: &str| std::env::var_os(name).filter(|_| environment);
    roots::of(certificates, lookup)
}

/// What both kinds of client speak TLS by, with the authorities of [`store`].
///
/// # Errors
/// A text or a variable is wrong, or the process has a crypto provider that cannot be used.
#[cfg(any(feature = "async", feature = "fast-connections"))]
pub(crate) fn config(
    certificates: &[Vec<u8>],
    environment: bool,
) -> Result<Arc<ClientConfig>, RequestError> {
    let roots = store(certificates, environment)?;
    let own = || Arc::new(ring::default_provider());
    let provider = CryptoProvider::get_default().cloned();
    let builder = ClientConfig::builder_with_provider(provider.unwrap_or_else(own));
    let builder = builder.with_safe_default_protocol_versions();
    let builder = builder
        .map_err(|e| RequestError::new(format!("the crypto provider of this process: {e}")))?
        .with_root_certificates(roots);
    Ok(Arc::new(builder.with_no_client_auth()))
}

/// What TLS says of a failure, wherever it stands among its causes.
pub(crate) fn cause<'a>(error: &'a (dyn StdError + 'static)) -> Option<&'a Error> {
    let mut next = Some(error);
    while let Some(error) = next {
        if let Some(found) = error.downcast_ref() {
            return Some(found);
        }
        // What an I/O error was made of is not among its sources.
        let inner = error.downcast_ref().and_then(io::Error::get_ref);
        next = match inner {
            Some(inner) => Some(inner),
            None => error.source(),
        };
    }
    None
}

/// A failure of TLS that every other attempt would meet, too. Certificates are looked at before anything
/// is sent; of the rest this is only certain in a handshake.
pub(crate) fn lasting(error: &Error, in_handshake: bool) -> Option<TransportFailure> {
    let failure = TransportFailure::lasting(why(error, "the server")?);
    if in_handshake || matches!(error, Error::InvalidCertificate(_)) {
        return Some(failure.before_sending());
    }
    Some(failure)
}

/// Why no attempt can succeed, if none can.
pub(crate) fn why(error: &Error, who: &str) -> Option<String> {
    use AlertDescription::{
        CertificateRequired, HandshakeFailure, InsufficientSecurity, ProtocolVersion,
        UnrecognisedName,
    };
    match error {
        Error::InvalidCertificate(e) => Some(certificate(e, who)),
        Error::InvalidMessage(
            InvalidMessage::InvalidContentType | InvalidMessage::UnknownProtocolVersion,
        ) => Some(format!("{who} does not speak TLS on this port")),
        Error::PeerIncompatible(_)
        | Error::AlertReceived(
            CertificateRequired | HandshakeFailure | InsufficientSecurity | ProtocolVersion
            | UnrecognisedName,
        ) => Some(format!(
            "{who} does not accept TLS as this client speaks it: {error}"
        )),
        _ => None,
    }
}

fn certificate(error: &CertificateError, who: &str) -> String {
    match error {
        // A signature is wrong where another authority has the name of one that is trusted.
        CertificateError::UnknownIssuer | CertificateError::BadSignature => format!(
            "the certificate of {who} is of an authority that is not trusted; if it should be, add it \
             by `ClientBuilder::root_certificates` or the variable SSL_CERT_FILE"
        ),
        CertificateError::NotValidForName => {
            format!("the certificate of {who} is for another host")
        }
        CertificateError::NotValidForNameContext { presented, .. } => format!(
            "the certificate of {who} is for another host: {}",
            presented.join(", ")
        ),
        CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
            format!("the certificate of {who} has expired, or the clock of this machine is wrong")
        }
        CertificateError::NotValidYet | CertificateError::NotValidYetContext { .. } => {
            format!(
                "the certificate of {who} is not valid yet, or the clock of this machine is wrong"
            )
        }
        other => format!("the certificate of {who} is not valid: {other}"),
    }
}
