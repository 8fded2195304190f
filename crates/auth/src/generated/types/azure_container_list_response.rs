// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The types of the schema `azure-container-list-response`.

use taskcluster_core::Page;

/// A page of the blob containers in an Azure storage account.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AzureContainerListResponse {
    /// Names of the containers.
    pub containers: Vec<String>,
    /// Token for getting the next page. Absent on the last page.
    pub continuation_token: Option<String>,
}

taskcluster_core::members! {
    AzureContainerListResponse {
        0 containers = "containers": required,
        1 continuation_token = "continuationToken": optional,
    }
}

impl AzureContainerListResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(containers: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self {
            containers: containers.into_iter().map(Into::into).collect(),
            continuation_token: None,
        }
    }
}

impl Page for AzureContainerListResponse {
    type Item = String;

    fn next_token(&self) -> Option<&str> {
        self.continuation_token.as_deref()
    }

    fn into_items(self) -> Vec<Self::Item> {
        self.containers
    }
}
