//! Temporary credentials that a service vouches for, as answers carry them.

use serde_json::{Value, json};
use taskcluster_core::{Certificate, Credentials};
use time::OffsetDateTime;

use super::Clients;
use crate::http::errors::ApiError;

/// What temporary credentials are good for.
pub(crate) struct Issued<'a> {
    /// The service's own client.
    pub(crate) issuer: &'a str,
    /// The client ID that is told.
    pub(crate) name: &'a str,
    pub(crate) scopes: Vec<String>,
    pub(crate) until: OffsetDateTime,
}

impl Clients {
    /// Makes temporary credentials that are good from now on.
    pub(crate) fn issue(&self, wanted: Issued<'_>, now: OffsetDateTime) -> Result<Value, ApiError> {
        let token = self.access_token(wanted.issuer).unwrap_or_default();
        let issuer = Credentials::new(wanted.issuer, token);
        // The real services name what they like; what no header can carry is of no use to anybody.
        let name = wanted.name.replace(['"', '\\'], "_");
        let issued = issuer.temporary(now, wanted.until).scopes(wanted.scopes);
        let issued = issued.named(&name);
        let issued = issued.map_err(|e| ApiError::internal(&e.to_string()))?;
        Ok(json!({
            "clientId": issued.client_id(),
            "accessToken": issued.access_token(),
            "certificate": issued.certificate().map(Certificate::as_json),
        }))
    }
}
