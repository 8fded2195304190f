//! How the blocking client connects without the feature `fast-connections`: in ureq's own way, by nothing of
//! its interface that may change with a minor version. Calls do the same as over `connection`, and take longer.
//!
//! What ureq's own connections have not is made up for here: authorities beside the built-in ones
//! ([`anchors`]), an end to silence while content comes in ([`silence`]), and errors that name the proxy.

mod anchors;
mod silence;

use std::io;
use std::time::Duration;

use ureq::config::ConfigBuilder;
use ureq::tls::{Certificate, RootCerts, TlsConfig, TlsProvider};
use ureq::typestate::AgentScope;
use ureq::{Agent, Error, ProxyProtocol, Timeout};

use super::failure::{is_before_sending, of_system};
use crate::answer::error::RequestError;
use crate::client::proxy::{Proxy, ProxyError};
use crate::client::tls;

pub(super) use silence::content;

/// Content is cut after this, however well it moves, so that nothing waits for ever. It is gone on with where
/// it was.
const LONG: Duration = Duration::from_secs(24 * 60 * 60);

/// Bytes per second that content moves at least, while it is sent.
const SLOWEST: u64 = 16 * 1024;

/// Whom TLS trusts.
pub(super) type Trust = TlsConfig;

/// What a way leads through.
pub(super) type Through = ureq::Proxy;

pub(super) fn trust(certificates: &[Vec<u8>], environment: bool) -> Result<Trust, RequestError> {
    let roots = tls::store(certificates, environment)?.roots;
    let roots = roots.iter().map(anchors::certificate);
    let roots: Vec<_> = roots
        .map(|der| Certificate::from_der(&der).to_owned())
        .collect();
    Ok(TlsConfig::builder()
        .provider(TlsProvider::Rustls)
        .root_certs(RootCerts::new_with_certs(&roots))
        .build())
}

/// # Errors
/// Versions of ureq before 3.5 do not encode user name and password.
pub(super) fn through(proxy: &Proxy) -> Result<Through, RequestError> {
    let protocol = if proxy.is_https {
        ProxyProtocol::Https
    } else {
        ProxyProtocol::Http
    };
    let [user, password] = [&proxy.user, &proxy.password].map(|part| part.as_deref());
    let mut builder = ureq::Proxy::builder(protocol)
        .host(&proxy.host)
        .port(proxy.port);
    if user.is_some() || password.is_some() {
        builder = builder.username(user.unwrap_or_default());
        builder = builder.password(password.unwrap_or_default());
    }
    let built = builder.build().ok().filter(|built| {
        let given = [user, password].map(Option::unwrap_or_default);
        [built.username(), built.password()].map(Option::unwrap_or_default) == given
    });
    built.ok_or_else(|| {
        RequestError::new(format!(
            "the proxy {proxy}: its user name or password has characters that this version of ureq cannot \
             send; use ureq 3.5 or the feature `fast-connections`"
        ))
    })
}

/// An agent that connects in ureq's own way.
pub(super) fn agent(
    settings: ConfigBuilder<AgentScope>,
    through: Option<&Through>,
    trust: &Trust,
    silence: Option<Duration>,
) -> Agent {
    let settings = settings.proxy(through.cloned()).tls_config(trust.clone());
    let settings = match silence {
        Some(_) => settings.timeout_recv_body(Some(LONG)),
        None => settings,
    };
    settings.build().new_agent()
}

/// Names the proxy as what has failed, where that can be seen. A deadline is the call's.
pub(super) fn told(proxy: &Proxy, (host, port): (&str, u16), error: Error) -> Error {
    let told: ProxyError = match error {
        Error::Timeout(Timeout::Connect | Timeout::Resolve) => proxy.too_late(),
        Error::ConnectProxyFailed(reason) => match status(&reason) {
            Some(status) => proxy.refusal(status, host, port),
            None => proxy.failure(reason),
        },
        Error::Io(e)
            if tls::cause(&e).is_none() && is_before_sending(&Error::Io(e.kind().into())) =>
        {
            proxy.no_connection(of_system(e))
        }
        Error::HostNotFound | Error::ConnectionFailed => proxy.no_connection(error),
        // Whose handshake has failed is not said.
        other if proxy.is_https => {
            let cause = match &other {
                Error::Io(e) => tls::cause(e),
                Error::Rustls(e) => Some(e),
                _ => None,
            };
            match cause.and_then(|e| tls::why(e, "the proxy or the server behind it")) {
                Some(why) => proxy.failure(why).lasting(),
                None => return other,
            }
        }
        other => return other,
    };
    Error::Io(io::Error::other(told))
}

/// The status in ureq's words for a proxy that refuses; its other failures have no number.
fn status(reason: &str) -> Option<u16> {
    let mut numbers = reason.split(|c: char| !c.is_ascii_digit());
    numbers.find_map(|number| number.parse().ok())
}

/// How long a body of so many bytes may take to be sent. ureq before 3.5 knows no limit for a single write.
pub(super) fn time_to_send(length: u64, silence: Duration) -> Option<Duration> {
    Some(silence + Duration::from_secs(length / SLOWEST))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_proxy_that_refuses_is_told_from_one_that_says_nothing() {
        assert_eq!(status("proxy server responded 407/407"), Some(407));
        assert_eq!(status("proxy server did not respond"), None);
    }
}
