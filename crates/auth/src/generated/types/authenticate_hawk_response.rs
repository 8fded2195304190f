// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The types of the schema `authenticate-hawk-response`.

use std::fmt;

use taskcluster_core::json::Value;
use time::OffsetDateTime;

taskcluster_core::tagged_union! {
    /// Who signed the request and what scopes it carries, or why the signature does not hold, or
    /// that there was none.
    pub enum AuthenticateHawkResponse by "status" {
        /// The signature holds.
        AuthSuccess(AuthenticationSuccess) = "auth-success",
        /// The signature does not hold, or the credentials may not be used.
        AuthFailed(AuthenticationFailure) = "auth-failed",
        /// The request was not signed.
        ///
        /// Today's servers only.
        NoAuth(UnsignedRequest) = "no-auth",
    }
}

/// The signature holds.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AuthenticationSuccess {
    /// Id of the client that signed the request. With named temporary credentials it is their name,
    /// not the client that issued them.
    pub client_id: String,
    /// When the credentials stop working, in UTC. For temporary credentials it is the earlier of
    /// their own end and that of the issuing client.
    pub expires: OffsetDateTime,
    /// Payload hash that the signer stated, as a string in Base64. Absent if the signature does not
    /// cover the body; otherwise the receiver of the request must compare it with a hash of the
    /// body it got.
    pub hash: Option<Value>,
    /// How the request was signed. Always `hawk`, for signed URLs as well.
    pub scheme: AuthenticationScheme,
    /// Expanded scopes that the request carries. Limits from temporary credentials and
    /// `authorizedScopes` are applied. Servers of today add the scopes of the `anonymous` role.
    pub scopes: Vec<String>,
}

taskcluster_core::members! {
    AuthenticationSuccess {
        0 client_id = "clientId": required,
        1 expires = "expires": date,
        2 hash = "hash": optional,
        3 scheme = "scheme": required,
        4 scopes = "scopes": required,
    }
}

impl AuthenticationSuccess {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(
        scopes: impl IntoIterator<Item = impl Into<String>>,
        scheme: AuthenticationScheme,
        client_id: impl Into<String>,
        expires: OffsetDateTime,
    ) -> Self {
        Self {
            client_id: client_id.into(),
            expires,
            hash: None,
            scheme,
            scopes: scopes.into_iter().map(Into::into).collect(),
        }
    }
}

impl fmt::Debug for AuthenticationSuccess {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AuthenticationSuccess")
            .field("client_id", &self.client_id)
            .field("expires", &self.expires)
            .field("hash", &taskcluster_core::json::shown(&self.hash))
            .field("scheme", &self.scheme)
            .field("scopes", &self.scopes)
            .finish()
    }
}

taskcluster_core::string_enum! {
    /// How the request was signed. Always `hawk`, for signed URLs as well.
    pub enum AuthenticationScheme {
        /// `hawk`
        Hawk = "hawk",
    }
}

/// The signature does not hold, or the credentials may not be used.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AuthenticationFailure {
    /// Why the request was refused, for human readers.
    pub message: String,
}

taskcluster_core::members! {
    AuthenticationFailure {
        0 message = "message": required,
    }
}

impl AuthenticationFailure {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
        }
    }
}

/// The request was not signed.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct UnsignedRequest {
    /// Date-time (UTC) until which this result may be kept.
    pub expires: OffsetDateTime,
    /// Always `none`.
    pub scheme: UnsignedScheme,
    /// Expanded scopes that everybody has without credentials, by the role `anonymous`.
    pub scopes: Vec<String>,
}

taskcluster_core::members! {
    UnsignedRequest {
        0 expires = "expires": date,
        1 scheme = "scheme": required,
        2 scopes = "scopes": required,
    }
}

impl UnsignedRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(
        scheme: UnsignedScheme,
        scopes: impl IntoIterator<Item = impl Into<String>>,
        expires: OffsetDateTime,
    ) -> Self {
        Self {
            expires,
            scheme,
            scopes: scopes.into_iter().map(Into::into).collect(),
        }
    }
}

taskcluster_core::string_enum! {
    /// Always `none`.
    ///
    /// Today's servers only.
    pub enum UnsignedScheme {
        /// `none`
        None = "none",
    }
}
