// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The types of the schema `authenticate-hawk-request`.

use std::fmt;

/// The parts of a received HTTP request that its signature covers.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AuthenticateHawkRequest {
    /// Value of the `Authorization` header of the request. Leave it out for a signed URL, where the
    /// signature is in `resource`.
    pub authorization: Option<String>,
    /// Host name that the caller addressed, without the port. It must be the one that the caller
    /// signed, which behind a proxy may differ from that of the machine.
    pub host: String,
    /// HTTP method of the request, in lower case.
    pub method: HttpMethod,
    /// Port that the caller addressed, such as 443 for HTTPS. It must be the one that the caller
    /// signed.
    ///
    /// Range: 0 to 65535.
    pub port: u64,
    /// Path and query string of the request, exactly as received and with escapes kept. For a
    /// signed URL this includes the `bewit` parameter.
    pub resource: String,
    /// IP address that the request came from, version 4 or 6. Informative only; the signature does
    /// not cover it.
    pub source_ip: Option<String>,
}

taskcluster_core::members! {
    AuthenticateHawkRequest {
        0 authorization = "authorization": optional,
        1 host = "host": required,
        2 method = "method": required,
        3 port = "port": required,
        4 resource = "resource": required,
        5 source_ip = "sourceIp": optional,
    }
}

/// What a [`AuthenticateHawkRequest`] must have.
#[derive(Clone, Debug, PartialEq)]
pub struct AuthenticateHawkRequestRequired {
    /// HTTP method of the request, in lower case.
    pub method: HttpMethod,
    /// Path and query string of the request, exactly as received and with escapes kept. For a
    /// signed URL this includes the `bewit` parameter.
    pub resource: String,
    /// Host name that the caller addressed, without the port. It must be the one that the caller
    /// signed, which behind a proxy may differ from that of the machine.
    pub host: String,
    /// Port that the caller addressed, such as 443 for HTTPS. It must be the one that the caller
    /// signed.
    ///
    /// Range: 0 to 65535.
    pub port: u64,
}

impl AuthenticateHawkRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: AuthenticateHawkRequestRequired) -> Self {
        Self {
            authorization: None,
            host: required.host,
            method: required.method,
            port: required.port,
            resource: required.resource,
            source_ip: None,
        }
    }

    /// Sets [`authorization`](Self::authorization).
    #[must_use]
    pub fn authorization(mut self, authorization: impl Into<String>) -> Self {
        self.authorization = Some(authorization.into());
        self
    }

    /// Sets [`source_ip`](Self::source_ip).
    #[must_use]
    pub fn source_ip(mut self, source_ip: impl Into<String>) -> Self {
        self.source_ip = Some(source_ip.into());
        self
    }
}

impl fmt::Debug for AuthenticateHawkRequest {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AuthenticateHawkRequest")
            .field("host", &self.host)
            .field("method", &self.method)
            .field("port", &self.port)
            .field("resource", &self.resource)
            .field("source_ip", &self.source_ip)
            .finish_non_exhaustive()
    }
}

taskcluster_core::string_enum! {
    /// HTTP method of the request, in lower case.
    pub enum HttpMethod {
        /// `get`
        Get = "get",
        /// `post`
        Post = "post",
        /// `put`
        Put = "put",
        /// `head`
        Head = "head",
        /// `delete`
        Delete = "delete",
        /// `options`
        Options = "options",
        /// `trace`
        Trace = "trace",
        /// `copy`
        Copy = "copy",
        /// `lock`
        Lock = "lock",
        /// `mkcol`
        Mkcol = "mkcol",
        /// `move`
        Move = "move",
        /// `purge`
        Purge = "purge",
        /// `propfind`
        Propfind = "propfind",
        /// `proppatch`
        Proppatch = "proppatch",
        /// `unlock`
        Unlock = "unlock",
        /// `report`
        Report = "report",
        /// `mkactivity`
        Mkactivity = "mkactivity",
        /// `checkout`
        Checkout = "checkout",
        /// `merge`
        Merge = "merge",
        /// `m-search`
        MSearch = "m-search",
        /// `notify`
        Notify = "notify",
        /// `subscribe`
        Subscribe = "subscribe",
        /// `unsubscribe`
        Unsubscribe = "unsubscribe",
        /// `patch`
        Patch = "patch",
        /// `search`
        Search = "search",
        /// `connect`
        Connect = "connect",
    }
}
