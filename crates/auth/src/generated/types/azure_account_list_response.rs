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

impl AzureAccountListResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(accounts: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self {
            accounts: accounts.into_iter().map(Into::into).collect(),
        }
    }
}
