// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The types of the schema `azure-table-list-response`.

use taskcluster_core::Page;

/// A page of the tables in an Azure storage account.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AzureTableListResponse {
    /// Token for getting the next page. Absent on the last page.
    pub continuation_token: Option<String>,
    /// Names of the tables.
    pub tables: Vec<String>,
}

taskcluster_core::members! {
    AzureTableListResponse {
        0 continuation_token = "continuationToken": optional,
        1 tables = "tables": required,
    }
}

impl AzureTableListResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(tables: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self {
            continuation_token: None,
            tables: tables.into_iter().map(Into::into).collect(),
        }
    }
}

impl Page for AzureTableListResponse {
    type Item = String;

    fn next_token(&self) -> Option<&str> {
        self.continuation_token.as_deref()
    }

    fn into_items(self) -> Vec<Self::Item> {
        self.tables
    }
}
