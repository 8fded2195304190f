//! What a driver is to put on the wire.

use std::fmt;

use http::header::{self, HeaderValue};
use http::uri::Uri;

use crate::answer::encoding::ACCEPTED;
use crate::request::endpoint::Method;

/// The content type of every payload.
pub const CONTENT_TYPE: &str = "application/json";

/// The header by which a server's logs name a trace.
pub const TRACE_ID: &str = "x-taskcluster-trace-id";

/// One request, ready to be put on the wire as it is.
///
/// `Debug` shows the verb and the payload's length: the rest may hold secrets.
#[derive(Clone)]
#[non_exhaustive]
pub struct Attempt<'a> {
    /// The verb.
    pub method: Method,
    /// The whole URL. Path and query are signed byte for byte.
    pub url: &'a str,
    /// The value of the `Authorization` header.
    pub authorization: Option<String>,
    /// The value of the header [`TRACE_ID`], where the client has one.
    pub trace_id: Option<&'a str>,
    /// The body, whose type is [`CONTENT_TYPE`].
    pub payload: Option<&'a [u8]>,
}

impl<'a> Attempt<'a> {
    /// What comes before the body, in the types of HTTP. All of it stands here, as far as it can: what
    /// an HTTP stack has to add by itself is made anew for each request.
    pub(crate) fn into_head(
        self,
        user_agent: Option<&HeaderValue>,
    ) -> http::Result<http::Request<()>> {
        let mut request = http::Request::new(());
        *request.method_mut() = http::Method::from_bytes(self.method.as_str().as_bytes())?;
        let url = self.url.parse()?;
        let host = host(&url);
        *request.uri_mut() = url;
        let body = self.body();
        let headers = request.headers_mut();
        // All of them: more than six make a map grow that was made without this.
        headers.reserve(if body.is_some() { 7 } else { 5 });
        if let Some(host) = host {
            headers.insert(header::HOST, host);
        }
        headers.insert(header::ACCEPT, HeaderValue::from_static("*/*"));
        headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(ACCEPTED));
        if let Some(user_agent) = user_agent {
            headers.insert(header::USER_AGENT, user_agent.clone());
        }
        if let Some(authorization) = self.authorization {
            headers.insert(header::AUTHORIZATION, authorization.try_into()?);
        }
        if let Some(trace_id) = self.trace_id {
            headers.insert(TRACE_ID, trace_id.try_into()?);
        }
        if self.payload.is_some() {
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(CONTENT_TYPE));
        }
        if let Some(body) = body {
            headers.insert(header::CONTENT_LENGTH, body.len().into());
        }
        Ok(request)
    }

    /// The body, if there is one: it can be empty. For without a length, a server may wait for a
    /// body that never comes, or answer 411.
    pub(crate) fn body(&self) -> Option<&'a [u8]> {
        match self.method {
            Method::Post | Method::Put | Method::Patch => Some(self.payload.unwrap_or_default()),
            Method::Get | Method::Head | Method::Delete => self.payload,
        }
    }
}

impl fmt::Debug for Attempt<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let length = self.payload.map_or(0, <[u8]>::len);
        f.debug_struct("Attempt")
            .field("method", &self.method)
            .field("payload", &format_args!("{length} bytes"))
            .finish_non_exhaustive()
    }
}

/// The header `Host`: whom a URL is for, without the port that is its scheme's own.
pub(crate) fn host(url: &Uri) -> Option<HeaderValue> {
    let is_default = matches!(
        (url.scheme_str(), url.port_u16()),
        (Some("https"), Some(443)) | (Some("http"), Some(80))
    );
    let authority = url.authority()?;
    let whole = authority.as_str();
    let host = match is_default {
        true => authority.host(),
        false => whole.rsplit_once('@').map_or(whole, |(_, host)| host),
    };
    HeaderValue::from_str(host).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_leaves_out_the_port_of_its_scheme() {
        let host = |url: &str| {
            let host = host(&url.parse().expect("a URL"))?;
            host.to_str().ok().map(str::to_owned)
        };
        assert_eq!(host("https://a.example/x").as_deref(), Some("a.example"));
        assert_eq!(
            host("https://a.example:80/x").as_deref(),
            Some("a.example:80")
        );
        assert_eq!(host("http://[::1]:8080/x").as_deref(), Some("[::1]:8080"));
        for url in [
            "https://a.example:443/x",
            "http://a.example:80/x",
            "http://u:p@a.example/x",
        ] {
            assert_eq!(host(url).as_deref(), Some("a.example"), "{url}");
        }
        assert_eq!(host("/x"), None);
    }
}
