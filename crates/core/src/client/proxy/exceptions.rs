//! `NO_PROXY`: what is reached without the proxy.

use std::net::IpAddr;

/// The entries of `NO_PROXY`, read as curl, Go and Python read them.
#[derive(Clone, Debug, Default)]
pub(super) struct Exceptions(Vec<Exception>);

#[derive(Clone, Debug)]
enum Exception {
    All,
    /// A host with all below it, at one port or all.
    Host(String, Option<u16>),
    /// An address, at one port or all.
    Address(IpAddr, Option<u16>),
    /// The addresses that share so many bits.
    Network(IpAddr, u32),
}

impl Exceptions {
    /// Reads entries between commas or spaces. One that is neither a host nor an address fits nothing.
    pub(super) fn read(text: &str) -> Self {
        let entries = text.split(|c: char| c == ',' || c.is_whitespace());
        Self(
            entries
                .filter(|entry| !entry.is_empty())
                .filter_map(entry)
                .collect(),
        )
    }

    /// Whether a server is reached without the proxy.
    pub(super) fn cover(&self, host: &str, port: u16) -> bool {
        let host = host.trim_end_matches('.').to_ascii_lowercase();
        let address = address(&host);
        self.0.iter().any(|exception| match (exception, address) {
            (Exception::All, _) => true,
            (Exception::Address(other, at), Some(address)) => {
                *other == address && at.is_none_or(|at| at == port)
            }
            (Exception::Network(network, bits), Some(address)) => shares(*network, address, *bits),
            (Exception::Host(other, at), None) => {
                is_below(&host, other) && at.is_none_or(|at| at == port)
            }
            _ => false,
        })
    }
}

fn entry(text: &str) -> Option<Exception> {
    if text == "*" {
        return Some(Exception::All);
    }
    if let Some((network, bits)) = text.split_once('/') {
        let network = address(network)?;
        let bits = bits.parse().ok().filter(|bits| *bits <= length(network))?;
        return Some(Exception::Network(network, bits));
    }
    if let Some(address) = address(text) {
        return Some(Exception::Address(address, None));
    }
    let (host, port) = match text.rsplit_once(':') {
        Some((host, port)) => (host, Some(port.parse().ok()?)),
        None => (text, None),
    };
    if let Some(address) = address(host) {
        return Some(Exception::Address(address, port));
    }
    let host = host.strip_prefix('*').unwrap_or(host);
    let host = host.trim_matches('.').to_ascii_lowercase();
    (!host.is_empty()).then_some(Exception::Host(host, port))
}

/// An address, of the sixth version with or without brackets.
fn address(text: &str) -> Option<IpAddr> {
    let bare = text
        .strip_prefix('[')
        .and_then(|text| text.strip_suffix(']'));
    bare.unwrap_or(text).trim_end_matches('.').parse().ok()
}

fn is_below(host: &str, other: &str) -> bool {
    let rest = host.strip_suffix(other);
    rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

fn length(address: IpAddr) -> u32 {
    if address.is_ipv4() { 32 } else { 128 }
}

fn shares(network: IpAddr, address: IpAddr, bits: u32) -> bool {
    let unused = |length: u32| length - bits;
    match (network, address) {
        (IpAddr::V4(a), IpAddr::V4(b)) => {
            let (a, b) = (u32::from(a), u32::from(b));
            (a ^ b).checked_shr(unused(32)).unwrap_or(0) == 0
        }
        (IpAddr::V6(a), IpAddr::V6(b)) => {
            let (a, b) = (u128::from(a), u128::from(b));
            (a ^ b).checked_shr(unused(128)).unwrap_or(0) == 0
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_read_as_others_read_them() {
        for (entries, host, port, covered) in [
            ("example.com", "example.com", 443, true),
            ("example.com", "tc.example.com", 443, true),
            ("example.com", "badexample.com", 443, false),
            ("example.com.", "example.com", 443, true),
            ("example.com.", "example.com.evil.invalid", 443, false),
            ("example.com", "example.com.", 443, true),
            (".example.com", "tc.example.com", 443, true),
            (".example.com", "example.com", 443, true),
            ("*.example.com", "tc.example.com", 443, true),
            ("EXAMPLE.com", "tc.Example.COM", 443, true),
            ("example.com:8080", "example.com", 8080, true),
            ("example.com:8080", "example.com", 443, false),
            ("example.com:x", "example.com", 443, false),
            ("a.example b.example,c.example", "b.example", 443, true),
            (" a.example ,\tb.example", "b.example", 443, true),
            ("*", "anything.example", 1, true),
            ("", "example.com", 443, false),
            (",. ,", "example.com", 443, false),
            ("10.0.0.1", "10.0.0.1", 80, true),
            ("10.0.0.1.", "10.0.0.1", 80, true),
            ("10.0.0.1:80", "10.0.0.1", 80, true),
            ("10.0.0.1:80", "10.0.0.1", 81, false),
            ("0.0.1", "10.0.0.1", 80, false),
            ("10.0.0.0/8", "10.200.0.1", 80, true),
            ("10.0.0.0/8", "11.0.0.1", 80, false),
            ("0.0.0.0/0", "11.0.0.1", 80, true),
            ("0.0.0.0/0", "example.com", 80, false),
            ("10.0.0.0/33", "10.0.0.0", 80, false),
            ("::1", "[::1]", 80, true),
            ("[::1]", "[::1]", 80, true),
            ("[::1]:80", "[::1]", 80, true),
            ("[::1]:80", "[::1]", 81, false),
            ("fd00::/8", "[fd12::1]", 80, true),
            ("fd00::/8", "[fe12::1]", 80, false),
            ("fd00::/8", "10.0.0.1", 80, false),
        ] {
            let found = Exceptions::read(entries).cover(host, port);
            assert_eq!(found, covered, "{entries:?} and {host}:{port}");
        }
    }
}
