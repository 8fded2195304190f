// Written by `cargo xtask generate` from the references of the service `pulse`. Do not edit.

//! The types of the schema `list-namespaces-response`.

use taskcluster_core::Page;

use super::Namespace;

/// One page of the namespaces of the service.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListNamespacesResponse {
    /// Opaque token that asks for the next page. Missing on the last page.
    pub continuation_token: Option<String>,
    /// The namespaces of this page. May be empty although more pages follow.
    pub namespaces: Vec<Namespace>,
}

taskcluster_core::members! {
    ListNamespacesResponse {
        0 continuation_token = "continuationToken": optional,
        1 namespaces = "namespaces": required,
    }
}

impl ListNamespacesResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(namespaces: impl IntoIterator<Item = Namespace>) -> Self {
        Self {
            continuation_token: None,
            namespaces: namespaces.into_iter().collect(),
        }
    }
}

impl Page for ListNamespacesResponse {
    type Item = Namespace;

    fn next_token(&self) -> Option<&str> {
        self.continuation_token.as_deref()
    }

    fn into_items(self) -> Vec<Self::Item> {
        self.namespaces
    }
}
