//! The HTTP proxy that the environment names.
//!
//! ureq by itself takes the first of `ALL_PROXY`, `HTTPS_PROXY` and `HTTP_PROXY`, whatever the
//! scheme of the URL; then requests to `http://taskcluster` inside a task would go to the proxy for
//! the outside.

use ureq::{Proxy, ProxyProtocol};

use crate::answer::error::RequestError;

/// The proxy for URLs of one scheme; see [`from_lookup`].
pub(crate) fn from_env(https: bool) -> Result<Option<Proxy>, RequestError> {
    from_lookup(https, |name| std::env::var(name).ok())
}

/// The proxy for URLs of one scheme: by `https_proxy` or `http_proxy`, otherwise `all_proxy`, in
/// small or in capital letters, except for the hosts in `no_proxy`.
fn from_lookup(
    https: bool,
    lookup: impl Fn(&str) -> Option<String>,
) -> Result<Option<Proxy>, RequestError> {
    let set = |name: &str| {
        let value = lookup(name).or_else(|| lookup(&name.to_uppercase()));
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
    let parsed = Proxy::new(url.trim()).map_err(|_| refuse())?;
    // The other protocols are those of SOCKS.
    if !matches!(
        parsed.protocol(),
        ProxyProtocol::Http | ProxyProtocol::Https
    ) {
        return Err(refuse());
    }
    let mut proxy = Proxy::builder(parsed.protocol())
        .host(parsed.host())
        .port(parsed.port());
    if let Some(username) = parsed.username() {
        proxy = proxy.username(username);
    }
    if let Some(password) = parsed.password() {
        proxy = proxy.password(password);
    }
    for host in set("no_proxy")
        .unwrap_or_default()
        .split(',')
        .map(str::trim)
    {
        if !host.is_empty() {
            proxy = proxy.no_proxy(host);
        }
    }
    proxy.build().map(Some).map_err(|_| refuse())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proxy(https: bool, variables: &[(&str, &str)]) -> Result<Option<Proxy>, RequestError> {
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
            .map(|proxy| proxy.host().to_owned())
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
            ("https_proxy", "http://proxy:1"),
            ("NO_PROXY", "a.example, b.example"),
        ];
        let proxy = proxy(true, &variables)
            .expect("good URLs")
            .expect("a proxy");
        let direct = |url: &str| proxy.is_no_proxy(&url.parse().expect("a URL"));
        assert!(direct("https://b.example/x"));
        assert!(!direct("https://c.example/x"));
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
