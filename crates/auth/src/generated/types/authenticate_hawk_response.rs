// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The types of the schema `authenticate-hawk-response`.

use std::fmt;

use serde::{Deserialize, Serialize};
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
        /// The request was not signed. Servers of 2018 do not have this form.
        ///
        /// Today's servers only.
        NoAuth(UnsignedRequest) = "no-auth",
    }
}

/// The signature holds.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct AuthenticationSuccess {
    /// Id of the client that signed the request. With named temporary credentials it is their name,
    /// not the client that issued them.
    pub client_id: String,
    /// When the credentials stop working, in UTC. For temporary credentials it is the earlier of
    /// their own end and that of the issuing client.
    #[serde(with = "taskcluster_core::timestamp")]
    pub expires: OffsetDateTime,
    /// Payload hash that the signer stated, as a string in Base64. Absent if the signature does not
    /// cover the body; otherwise the receiver of the request must compare it with a hash of the
    /// body it got.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hash: Option<Value>,
    /// How the request was signed. Always `hawk`, for signed URLs as well.
    pub scheme: AuthenticationScheme,
    /// Expanded scopes that the request carries. Limits from temporary credentials and
    /// `authorizedScopes` are applied. Servers of today add the scopes of the `anonymous` role.
    pub scopes: Vec<String>,
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
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AuthenticationFailure {
    /// Why the request was refused, for human readers.
    pub message: String,
}

/// The request was not signed. Servers of 2018 do not have this form.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct UnsignedRequest {
    /// Date-time (UTC) until which this result may be kept.
    #[serde(with = "taskcluster_core::timestamp")]
    pub expires: OffsetDateTime,
    /// Always `none`.
    pub scheme: UnsignedScheme,
    /// Expanded scopes that everybody has without credentials, by the role `anonymous`.
    pub scopes: Vec<String>,
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
