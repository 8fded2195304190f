// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The types of the schema `azure-container-response`.

use std::fmt;

use time::OffsetDateTime;

/// A shared access signature for a container in Azure Blob Storage.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct AzureContainerResponse {
    /// When the signature stops working, in UTC. Get a new one before that.
    pub expiry: OffsetDateTime,
    /// The shared access signature, as a query string to append to the URLs of requests to Azure.
    /// It grants access to whoever has it.
    pub sas: String,
}

taskcluster_core::members! {
    AzureContainerResponse {
        0 expiry = "expiry": date,
        1 sas = "sas": required,
    }
}

impl AzureContainerResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(sas: impl Into<String>, expiry: OffsetDateTime) -> Self {
        Self {
            expiry,
            sas: sas.into(),
        }
    }
}

impl fmt::Debug for AzureContainerResponse {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AzureContainerResponse")
            .field("expiry", &self.expiry)
            .finish_non_exhaustive()
    }
}
