// Written by `cargo xtask generate` from the references of the service `notify`. Do not edit.

//! The types of the schema `notification-address-list`.

use taskcluster_core::Page;

use super::NotificationAddress;

/// One page of the deny list.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct NotificationAddressList {
    /// The addresses of this page. May be empty although more pages follow.
    pub addresses: Vec<NotificationAddress>,
    /// Opaque token that asks for the next page. Missing on the last page.
    pub continuation_token: Option<String>,
}

taskcluster_core::members! {
    NotificationAddressList {
        0 addresses = "addresses": required,
        1 continuation_token = "continuationToken": optional,
    }
}

impl NotificationAddressList {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(addresses: impl IntoIterator<Item = NotificationAddress>) -> Self {
        Self {
            addresses: addresses.into_iter().collect(),
            continuation_token: None,
        }
    }
}

impl Page for NotificationAddressList {
    type Item = NotificationAddress;

    fn next_token(&self) -> Option<&str> {
        self.continuation_token.as_deref()
    }

    fn into_items(self) -> Vec<Self::Item> {
        self.addresses
    }
}
