// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The types of the schema `list-clients-response`.

use taskcluster_core::Page;

use super::GetClientResponse;

/// A page of the list of clients.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListClientsResponse {
    /// The clients on this page. May be empty even if more pages follow.
    pub clients: Vec<GetClientResponse>,
    /// Token for getting the next page. Absent on the last page.
    pub continuation_token: Option<String>,
}

taskcluster_core::members! {
    ListClientsResponse {
        0 clients = "clients": required,
        1 continuation_token = "continuationToken": optional,
    }
}

impl ListClientsResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(clients: impl IntoIterator<Item = GetClientResponse>) -> Self {
        Self {
            clients: clients.into_iter().collect(),
            continuation_token: None,
        }
    }
}

impl Page for ListClientsResponse {
    type Item = GetClientResponse;

    fn next_token(&self) -> Option<&str> {
        self.continuation_token.as_deref()
    }

    fn into_items(self) -> Vec<Self::Item> {
        self.clients
    }
}
