// Written by `cargo xtask generate` from the references of the service `index`. Do not edit.

//! The types of the schema `list-namespaces-response`.

use taskcluster_core::Page;
use time::OffsetDateTime;

/// One page of the namespaces directly below a namespace.
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

/// A namespace that has entries or further namespaces below it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Namespace {
    /// When the namespace goes away (UTC). It is moved on whenever something that lives longer is
    /// indexed below it, and is kept to the day only.
    pub expires: OffsetDateTime,
    /// The last word of the full name.
    pub name: String,
    /// The full dotted name, as `listNamespaces` and `listTasks` take it.
    ///
    /// Length: at most 255.
    pub namespace: String,
}

taskcluster_core::members! {
    Namespace {
        0 expires = "expires": date,
        1 name = "name": required,
        2 namespace = "namespace": required,
    }
}

/// What a [`Namespace`] must have.
pub struct NamespaceRequired {
    /// See [`Namespace::namespace`].
    pub namespace: String,
    /// See [`Namespace::name`].
    pub name: String,
    /// See [`Namespace::expires`].
    pub expires: OffsetDateTime,
}

impl Namespace {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: NamespaceRequired) -> Self {
        Self {
            expires: required.expires,
            name: required.name,
            namespace: required.namespace,
        }
    }
}
