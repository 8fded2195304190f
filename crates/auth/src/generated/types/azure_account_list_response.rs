// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The types of the schema `azure-account-list-response`.

/// The Azure storage accounts that the service manages.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AzureAccountListResponse {
    /// Names of the storage accounts.
    pub accounts: Vec<String>,
}

taskcluster_core::members! {
    AzureAccountListResponse {
        0 accounts = "accounts": required,
    }
}
