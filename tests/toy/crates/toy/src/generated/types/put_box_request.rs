// Written by `cargo xtask generate` from the references of the service `toy`. Do not edit.

//! The types of the schema `put-box-request`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;
use taskcluster_core::timestamp::Timestamp;
use time::OffsetDateTime;

use super::{BoxContent, BoxProof, Colour, NumberOrList};

/// Put box request
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PutBoxRequest {
    /// Another description than the target's.
    ///
    /// Default: `"red"`.
    pub colour: Colour,
    /// What is inside.
    pub content: BoxContent,
    /// The member `counts`.
    pub counts: Option<BTreeMap<String, i64>>,
    /// The member `expires`.
    pub expires: Option<OffsetDateTime>,
    /// Number or list
    pub loose: Option<NumberOrList>,
    /// The member `opened`.
    pub opened: Option<Vec<Timestamp>>,
    /// The member `proof`.
    pub proof: Option<BoxProof>,
    /// Not to be shown.
    pub secret: Option<Value>,
    /// Items: at most 3.
    pub tags: Option<Vec<String>>,
}

taskcluster_core::members! {
    PutBoxRequest {
        0 colour = "colour": required,
        1 content = "content": required,
        2 counts = "counts": optional,
        3 expires = "expires": optional_date,
        4 loose = "loose": optional,
        5 opened = "opened": optional,
        6 proof = "proof": optional,
        7 secret = "secret": optional,
        8 tags = "tags": optional,
    }
}

impl PutBoxRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(content: impl Into<BoxContent>, colour: Colour) -> Self {
        Self {
            colour,
            content: content.into(),
            counts: None,
            expires: None,
            loose: None,
            opened: None,
            proof: None,
            secret: None,
            tags: None,
        }
    }

    /// Sets [`counts`](Self::counts).
    #[must_use]
    pub fn counts(mut self, counts: impl IntoIterator<Item = (impl Into<String>, i64)>) -> Self {
        self.counts = Some(
            counts
                .into_iter()
                .map(|(key, value)| (key.into(), value))
                .collect(),
        );
        self
    }

    /// Sets [`expires`](Self::expires).
    #[must_use]
    pub fn expires(mut self, expires: OffsetDateTime) -> Self {
        self.expires = Some(expires);
        self
    }

    /// Sets [`loose`](Self::loose).
    #[must_use]
    pub fn loose(mut self, loose: impl Into<NumberOrList>) -> Self {
        self.loose = Some(loose.into());
        self
    }

    /// Sets [`opened`](Self::opened).
    #[must_use]
    pub fn opened(mut self, opened: impl IntoIterator<Item = Timestamp>) -> Self {
        self.opened = Some(opened.into_iter().collect());
        self
    }

    /// Sets [`proof`](Self::proof).
    #[must_use]
    pub fn proof(mut self, proof: impl Into<BoxProof>) -> Self {
        self.proof = Some(proof.into());
        self
    }

    /// Sets [`secret`](Self::secret).
    #[must_use]
    pub fn secret(mut self, secret: impl Into<Value>) -> Self {
        self.secret = Some(secret.into());
        self
    }

    /// Sets [`tags`](Self::tags).
    #[must_use]
    pub fn tags(mut self, tags: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.tags = Some(tags.into_iter().map(Into::into).collect());
        self
    }
}

impl fmt::Debug for PutBoxRequest {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PutBoxRequest")
            .field("colour", &self.colour)
            .field("content", &self.content)
            .field("counts", &self.counts)
            .field("expires", &self.expires)
            .field("loose", &self.loose)
            .field("opened", &self.opened)
            .field("proof", &self.proof)
            .field("tags", &self.tags)
            .finish_non_exhaustive()
    }
}
