// Written by `cargo xtask generate` from the references of the service `toy`. Do not edit.

//! The types of the schema `list-boxes-response`.

use taskcluster_core::Page;

use super::Box2;

/// List of boxes
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ListBoxesResponse {
    /// The member `boxes`.
    pub boxes: Vec<Box2>,
    /// The member `continuationToken`.
    pub continuation_token: Option<String>,
}

taskcluster_core::members! {
    ListBoxesResponse {
        0 boxes = "boxes": required,
        1 continuation_token = "continuationToken": optional,
    }
}

impl ListBoxesResponse {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(boxes: impl IntoIterator<Item = Box2>) -> Self {
        Self {
            boxes: boxes.into_iter().collect(),
            continuation_token: None,
        }
    }
}

impl Page for ListBoxesResponse {
    type Item = Box2;

    fn next_token(&self) -> Option<&str> {
        self.continuation_token.as_deref()
    }

    fn into_items(self) -> Vec<Self::Item> {
        self.boxes
    }
}
