// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The types of the schema `azure-account-list-response`.

use serde::{Deserialize, Serialize};

/// The Azure storage accounts that the service manages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct AzureAccountListResponse {
    /// Names of the storage accounts.
    pub accounts: Vec<String>,
}
