//! What ureq's errors mean: whether the request may have been seen, and whether trying again may help.

use std::io;
use std::time::Duration;

use ureq::Timeout;

use crate::answer::error::TransportFailure;
use crate::client::proxy::ProxyError;
use crate::client::settings::MAX_HEADERS;
use crate::client::tls;

/// The failure of a time limit, with its length where that is known.
pub(super) fn late(
    phase: Timeout,
    part: Option<Duration>,
    connecting: Option<Duration>,
) -> TransportFailure {
    match phase {
        Timeout::Global => TransportFailure::late("the call as a whole", None),
        Timeout::Resolve | Timeout::Connect => {
            TransportFailure::late("connecting", connecting).before_sending()
        }
        Timeout::SendRequest | Timeout::SendBody => {
            TransportFailure::late("sending the request", part)
        }
        _ => TransportFailure::late("the answer", part),
    }
}

/// See the module.
pub(super) fn failure(error: ureq::Error) -> TransportFailure {
    let of_proxy = match &error {
        ureq::Error::Io(e) => e.get_ref().and_then(|e| e.downcast_ref::<ProxyError>()),
        _ => None,
    };
    if let Some(error) = of_proxy {
        return error.to_failure();
    }
    let of_tls = match &error {
        ureq::Error::Rustls(e) => tls::lasting(e, true),
        ureq::Error::Io(e) => tls::cause(e).and_then(|e| tls::lasting(e, false)),
        _ => None,
    };
    if let Some(failure) = of_tls {
        return failure;
    }
    let before_sending = is_before_sending(&error);
    let failure = match error {
        ureq::Error::Timeout(phase) => return late(phase, None, None),
        ureq::Error::BodyExceedsLimit(max) => TransportFailure::too_large(max),
        error if is_large_head(&error) => TransportFailure::head_too_large(MAX_HEADERS),
        ureq::Error::Protocol(_) => TransportFailure::not_http(),
        ureq::Error::Io(e) if e.kind() == io::ErrorKind::UnexpectedEof => TransportFailure::cut(),
        ureq::Error::Io(e) => TransportFailure::new(of_system(e)),
        other => TransportFailure::new(other),
    };
    if before_sending {
        failure.before_sending()
    } else {
        failure
    }
}

/// A refusal as the system's, for which ureq has words of its own before 3.5.
pub(super) fn of_system(error: io::Error) -> io::Error {
    match error.kind() {
        kind @ io::ErrorKind::ConnectionRefused if error.raw_os_error().is_none() => kind.into(),
        _ => error,
    }
}

/// Whether ureq gave up on the head of an answer. Its own type for that is not public.
fn is_large_head(error: &ureq::Error) -> bool {
    match error {
        ureq::Error::LargeResponseHeader(..) => true,
        ureq::Error::Protocol(e) => e.to_string().contains("too many headers"),
        _ => false,
    }
}

/// Whether the attempt failed before a byte of the request was sent.
pub(super) fn is_before_sending(error: &ureq::Error) -> bool {
    use io::ErrorKind::{
        AddrNotAvailable, ConnectionRefused, HostUnreachable, NetworkDown, NetworkUnreachable,
    };
    match error {
        ureq::Error::Io(e) => matches!(
            e.kind(),
            AddrNotAvailable
                | ConnectionRefused
                | HostUnreachable
                | NetworkDown
                | NetworkUnreachable
        ),
        ureq::Error::HostNotFound
        | ureq::Error::ConnectionFailed
        | ureq::Error::ConnectProxyFailed(_)
        | ureq::Error::Tls(_)
        | ureq::Error::Rustls(_) => true,
        _ => false,
    }
}
