//! The root URL of a deployment, validated.

use std::borrow::Cow;
use std::fmt;
use std::net::Ipv6Addr;
use std::str::FromStr;

use percent_encoding::percent_decode_str;
use serde::{Deserialize, Serialize};

use crate::answer::error::RequestError;
use crate::answer::shown::shown_name;
use crate::request::urls;

/// The root URL of a Taskcluster deployment, such as `https://taskcluster.example.com`.
///
/// Parsing trims trailing slashes and keeps a sub-path. It refuses what could not be signed or
/// would leak: user names and passwords, queries, fragments, characters that do not belong in a
/// URL (write an international host name in its `xn--` form).
///
/// ```
/// use taskcluster_core::RootUrl;
///
/// let root: RootUrl = "https://tc.example.com/sub/".parse()?;
/// assert_eq!(root.as_str(), "https://tc.example.com/sub");
/// assert_eq!(root.api("queue", "v1", "ping"), "https://tc.example.com/sub/api/queue/v1/ping");
/// # Ok::<(), taskcluster_core::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct RootUrl {
    text: String,
    /// In lower case; an IPv6 address with its brackets.
    host: String,
    port: u16,
    legacy: bool,
}

impl RootUrl {
    /// The URL without a trailing slash.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether requests under this root are encrypted.
    pub fn is_https(&self) -> bool {
        self.text.as_bytes()[..5].eq_ignore_ascii_case(b"https")
    }

    /// Host and port of a service as its server sees them, which is how they are signed.
    pub(crate) fn host_and_port(&self, service: &str) -> (Cow<'_, str>, u16) {
        if self.legacy {
            (format!("{service}.taskcluster.net").into(), self.port)
        } else {
            (self.host.as_str().into(), self.port)
        }
    }

    /// What stands before `/api/…` or, in the legacy deployment, before `/v1/…`.
    pub(crate) fn write_api_base(&self, service: &str, version: &str, out: &mut String) {
        if self.legacy {
            out.extend(["https://", service, ".taskcluster.net/", version]);
        } else {
            out.extend([&self.text, "/api/", service, "/", version]);
        }
    }

    /// The URL of a path in the API of a service; the path is used as it is.
    pub fn api(&self, service: &str, version: &str, path: &str) -> String {
        urls::api(&self.text, service, version, path)
    }

    /// The URL of the reference of a service's API.
    pub fn api_reference(&self, service: &str, version: &str) -> String {
        urls::api_reference(&self.text, service, version)
    }

    /// The URL of the reference of a service's pulse exchanges.
    pub fn exchange_reference(&self, service: &str, version: &str) -> String {
        urls::exchange_reference(&self.text, service, version)
    }

    /// The URL of the list of all references.
    pub fn api_manifest(&self) -> String {
        urls::api_manifest(&self.text)
    }

    /// The URL of a JSON schema of a service, such as `v1/task.json`.
    pub fn schema(&self, service: &str, schema: &str) -> String {
        urls::schema(&self.text, service, schema)
    }

    /// The URL of a page of the documentation.
    pub fn docs(&self, path: &str) -> String {
        urls::docs(&self.text, path)
    }

    /// The URL of a page of the user interface, such as `tasks/<taskId>`.
    pub fn ui(&self, path: &str) -> String {
        urls::ui(&self.text, path)
    }
}

impl FromStr for RootUrl {
    type Err = RequestError;

    fn from_str(text: &str) -> Result<Self, RequestError> {
        let trimmed = urls::normalize_root_url(text);
        let refuse = |why: &str| RequestError::new(format!("the root URL{} {why}", quoted(text)));
        // Before anything is quoted: what stands before an @ may be a password, slashes in it too.
        if text.contains('@') {
            return Err(refuse(
                "must not hold a user name or password, nor an `@` elsewhere; use credentials",
            ));
        }
        if text.trim() != text {
            return Err(refuse("must not have white space around it"));
        }
        let (scheme, rest) = trimmed.split_once("://").ok_or_else(|| {
            refuse("must be a whole URL, such as https://taskcluster.example.com")
        })?;
        let default_port = match scheme.to_ascii_lowercase().as_str() {
            "https" => 443,
            "http" => 80,
            _ => return Err(refuse("must begin with https:// or http://")),
        };
        let (authority, path) = match rest.find('/') {
            Some(slash) => rest.split_at(slash),
            None => (rest, ""),
        };
        if rest.contains(['?', '#']) {
            return Err(refuse("must not have a query or a fragment"));
        }
        let (host, port) = split_authority(authority).map_err(|why| refuse(&why))?;
        check_path(path).map_err(|why| refuse(&why))?;
        Ok(Self {
            text: trimmed.to_owned(),
            host: host.to_ascii_lowercase(),
            port: port.unwrap_or(default_port),
            legacy: urls::is_legacy(trimmed),
        })
    }
}

/// A wrong root URL as an error may repeat it: without what may be a password, and not at all where it
/// looks like an access token rather than a URL.
fn quoted(text: &str) -> String {
    if text.contains('@') || !text.contains(['.', ':', '/']) {
        return String::new();
    }
    let without = text.split(['?', '#']).next().unwrap_or_default();
    format!(" {:?}", shown_name(without))
}

fn split_authority(authority: &str) -> Result<(&str, Option<u16>), String> {
    let shown = shown_name(authority);
    let parsed: http::uri::Authority = authority.parse().map_err(|_| {
        format!("has no valid host in {shown:?} (an international name is written as xn--…)")
    })?;
    let host_length = parsed.host().len();
    let (host, rest) = authority.split_at(host_length);
    if host.is_empty() {
        return Err("has no host".to_owned());
    }
    let address = host
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'));
    if address.is_some_and(|address| address.parse::<Ipv6Addr>().is_err()) {
        return Err(format!("has no valid address in {shown:?}"));
    }
    let digits = rest.strip_prefix(':').filter(|port| !port.starts_with('+'));
    match digits.map(str::parse) {
        None if rest.is_empty() => Ok((host, None)),
        Some(Ok(port)) if port > 0 => Ok((host, Some(port))),
        _ => Err(format!("has no valid port in {shown:?}")),
    }
}

fn check_path(path: &str) -> Result<(), String> {
    let shown = shown_name(path);
    let allowed = |b: u8| b.is_ascii_alphanumeric() || b"/-_.~%!$&()*+,;=:".contains(&b);
    if !path.bytes().all(allowed) {
        return Err(format!(
            "has characters in its path {shown:?} that a URL must encode"
        ));
    }
    let is_hex = |digits: Option<&str>| {
        digits.is_some_and(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()))
    };
    if path.split('%').skip(1).any(|rest| !is_hex(rest.get(..2))) {
        return Err(format!(
            "has a `%` in its path {shown:?} that encodes nothing"
        ));
    }
    let decoded = percent_decode_str(path).decode_utf8_lossy();
    if decoded
        .split('/')
        .any(|segment| matches!(segment, "." | ".."))
    {
        return Err(format!("has `.` or `..` in its path {shown:?}"));
    }
    Ok(())
}

impl fmt::Display for RootUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl TryFrom<&str> for RootUrl {
    type Error = RequestError;

    fn try_from(text: &str) -> Result<Self, RequestError> {
        text.parse()
    }
}

impl TryFrom<String> for RootUrl {
    type Error = RequestError;

    fn try_from(text: String) -> Result<Self, RequestError> {
        text.parse()
    }
}

impl From<RootUrl> for String {
    fn from(root: RootUrl) -> Self {
        root.text
    }
}
