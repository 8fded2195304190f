// Written by `cargo xtask generate` from the references of the service `index`. Do not edit.

//! The types of the schema `list-namespaces-response`.

use serde::{Deserialize, Serialize};
use taskcluster_core::Page;
use time::OffsetDateTime;

/// One page of the namespaces directly below a namespace.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ListNamespacesResponse {
    /// Opaque token that asks for the next page. Missing on the last page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub continuation_token: Option<String>,
    /// The namespaces of this page. May be empty although more pages follow.
    pub namespaces: Vec<Namespace>,
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

/// A namespace that has entries or further namespaces below it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Namespace {
    /// When the namespace goes away (UTC). It is moved on whenever something that lives longer is
    /// indexed below it, and is kept to the day only.
    #[serde(with = "taskcluster_core::timestamp")]
    pub expires: OffsetDateTime,
    /// The last word of the full name.
    pub name: String,
    /// The full dotted name, as `listNamespaces` and `listTasks` take it.
    ///
    /// Length: at most 255.
    pub namespace: String,
}
