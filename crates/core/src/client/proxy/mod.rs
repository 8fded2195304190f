//! The HTTP proxy that the environment names, chosen for both kinds of client.
//!
//! ureq by itself takes the first of `ALL_PROXY`, `HTTPS_PROXY` and `HTTP_PROXY`, whatever the
//! scheme of the URL; then requests to `http://taskcluster` inside a task would go to the proxy for
//! the outside.

mod exceptions;
mod tunnel;

use std::fmt;

use http::uri::{Scheme, Uri};
use percent_encoding::percent_decode_str;

use crate::answer::error::RequestError;
use exceptions::Exceptions;

pub(crate) use tunnel::ProxyError;

/// A proxy, and what is reached without it.
#[derive(Clone, Debug)]
pub(crate) struct Proxies {
    proxy: Proxy,
    except: Exceptions,
}

/// A proxy. `Debug` and `Display` show where it is, without user name and password.
#[derive(Clone)]
pub(crate) struct Proxy {
    pub(crate) is_https: bool,
    pub(crate) host: String,
    pub(crate) port: u16,
    pub(crate) user: Option<String>,
    pub(crate) password: Option<String>,
}

impl Proxies {
    #[cfg(feature = "blocking")]
    pub(crate) fn proxy(&self) -> &Proxy {
        &self.proxy
    }

    /// The proxy that leads to a server; `None` where it is reached directly.
    pub(crate) fn way_to(&self, host: &str, port: u16) -> Option<&Proxy> {
        (!self.except.cover(host, port)).then_some(&self.proxy)
    }
}

impl Proxy {
    /// Reads a URL of `http` or `https`; without a scheme it is one of `http`. User name and password
    /// are percent-encoded in it.
    fn read(url: &str) -> Option<Self> {
        let uri: Uri = if url.contains("://") {
            url.parse().ok()?
        } else {
            format!("http://{url}").parse().ok()?
        };
        let is_https = match uri.scheme_str()? {
            "http" => false,
            "https" => true,
            _ => return None,
        };
        let authority = uri.authority()?;
        let (login, server) = match authority.as_str().rsplit_once('@') {
            Some((login, server)) => (Some(login), server),
            None => (None, authority.as_str()),
        };
        let port = match (authority.port_u16(), is_https) {
            (Some(port), _) => port,
            // There is one that is none.
            (None, _) if server != authority.host() => return None,
            (None, true) => 443,
            (None, false) => 80,
        };
        let decoded = |text: &str| {
            let text = percent_decode_str(text).decode_utf8().ok()?;
            Some(text.into_owned())
        };
        let mut proxy = Self {
            is_https,
            host: Some(authority.host())
                .filter(|host| !host.is_empty())?
                .to_owned(),
            port,
            user: None,
            password: None,
        };
        if let Some(login) = login {
            let (user, password) = login.split_once(':').unwrap_or((login, ""));
            proxy.user = Some(decoded(user)?);
            proxy.password = Some(decoded(password)?);
        }
        Some(proxy)
    }
}

impl fmt::Display for Proxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = if self.is_https { "https" } else { "http" };
        write!(f, "{scheme}://{}:{}", self.host, self.port)
    }
}

impl fmt::Debug for Proxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Proxy({self})")
    }
}

/// Host and port of the server of a URL.
pub(crate) fn target(uri: &Uri) -> (&str, u16) {
    let is_https = uri.scheme() == Some(&Scheme::HTTPS);
    let usual = if is_https { 443 } else { 80 };
    (
        uri.host().unwrap_or_default(),
        uri.port_u16().unwrap_or(usual),
    )
}

/// The proxy for URLs of one scheme; see [`from_lookup`].
pub(crate) fn from_env(https: bool) -> Result<Option<Proxies>, RequestError> {
    from_lookup(https, |name| std::env::var(name).ok())
}

/// The proxy for URLs of one scheme: by `https_proxy` or `http_proxy`, otherwise `all_proxy`, in
/// small or in capital letters, except for the hosts in `no_proxy`. In a CGI program, `HTTP_PROXY`
/// in capitals is a header of whoever asked, and not read.
fn from_lookup(
    https: bool,
    lookup: impl Fn(&str) -> Option<String>,
) -> Result<Option<Proxies>, RequestError> {
    let is_cgi = lookup("REQUEST_METHOD").is_some();
    let set = |name: &str| {
        let capitals =
            || lookup(&name.to_uppercase()).filter(|_| !(is_cgi && name == "http_proxy"));
        let value = lookup(name).or_else(capitals);
        value.filter(|value| !value.trim().is_empty())
    };
    let own = if https { "https_proxy" } else { "http_proxy" };
    let Some((name, url)) = [own, "all_proxy"]
        .into_iter()
        .find_map(|name| Some((name, set(name)?)))
    else {
        return Ok(None);
    };
    // The value may hold a password, so it is not repeated.
    let refuse = || {
        RequestError::new(format!(
            "the variable {name} does not hold the URL of an HTTP proxy, such as http://host:3128"
        ))
    };
    Ok(Some(Proxies {
        proxy: Proxy::read(url.trim()).ok_or_else(refuse)?,
        except: Exceptions::read(&set("no_proxy").unwrap_or_default()),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proxy(https: bool, variables: &[(&str, &str)]) -> Result<Option<Proxies>, RequestError> {
        from_lookup(https, |name| {
            variables
                .iter()
                .find(|(n, _)| *n == name)
                .map(|(_, value)| (*value).to_owned())
        })
    }

    fn host(https: bool, variables: &[(&str, &str)]) -> Option<String> {
        proxy(https, variables)
            .expect("good URLs")
            .map(|proxies| proxies.proxy.host)
    }

    #[test]
    fn each_scheme_has_its_variable() {
        let both = [
            ("HTTPS_PROXY", "http://outside:3128"),
            ("http_proxy", "http://inside:3128"),
        ];
        assert_eq!(host(true, &both).as_deref(), Some("outside"));
        assert_eq!(host(false, &both).as_deref(), Some("inside"));
        assert_eq!(host(false, &both[..1]), None);
        let all = [("ALL_PROXY", "http://u:p@all:1"), ("HTTP_PROXY", " ")];
        assert_eq!(host(false, &all).as_deref(), Some("all"));
    }

    #[test]
    fn some_hosts_are_reached_directly() {
        let variables = [
            ("https_proxy", "http://u:p%40ss@proxy:1"),
            ("NO_PROXY", "a.example, b.example"),
        ];
        let proxies = proxy(true, &variables)
            .expect("good URLs")
            .expect("a proxy");
        assert!(proxies.way_to("b.example", 443).is_none());
        let proxy = proxies.way_to("c.example", 443).expect("a proxy");
        assert_eq!(proxy.to_string(), "http://proxy:1");
        assert!(!format!("{proxies:?}").contains("p@ss"));
    }

    #[test]
    fn a_header_of_a_request_is_no_proxy() {
        // In a CGI program, the header `Proxy` of a request is there as `HTTP_PROXY`.
        let cgi = [("REQUEST_METHOD", "GET"), ("HTTP_PROXY", "http://evil:1")];
        assert_eq!(host(false, &cgi), None);
        let small = [("REQUEST_METHOD", "GET"), ("http_proxy", "http://mine:1")];
        assert_eq!(host(false, &small).as_deref(), Some("mine"));
        let other = [("REQUEST_METHOD", "GET"), ("HTTPS_PROXY", "http://mine:1")];
        assert_eq!(host(true, &other).as_deref(), Some("mine"));
    }

    #[test]
    fn a_wrong_value_is_refused_and_not_repeated() {
        for url in ["telnet://u:s3cret@host", "socks5://u:s3cret@host", "a b"] {
            let why = proxy(true, &[("https_proxy", url)]).expect_err("no URL");
            let wanted = "the variable https_proxy does not hold the URL of an HTTP proxy, such as \
                          http://host:3128";
            assert_eq!(why.to_string(), wanted);
        }
    }
}
