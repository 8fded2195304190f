// Written by `cargo xtask generate` from the references of the service `toy`. Do not edit.

//! The types of the schema `box`.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use taskcluster_core::json::Value;
use taskcluster_core::timestamp::Timestamp;
use time::OffsetDateTime;

/// A box.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Box2 {
    /// The member `SourceURL`.
    #[serde(rename = "SourceURL", default, skip_serializing_if = "Option::is_none")]
    pub source_url: Option<String>,
    /// A secret.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub access_token: Option<String>,
    /// The member `address`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// The member `anything`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anything: Option<Value>,
    /// The member `both`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub both: Option<Value>,
    /// Its name.
    ///
    /// Length: 1 to 22.
    pub box_id: String,
    /// Colour
    ///
    /// Default: `"red"`.
    pub colour: Colour,
    /// What is inside.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<BoxContent>,
    /// The member `counts`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counts: Option<BTreeMap<String, i64>>,
    /// The member `created`.
    #[serde(with = "taskcluster_core::timestamp")]
    pub created: OffsetDateTime,
    /// The member `fragile`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fragile: Option<bool>,
    /// The member `free`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub free: Option<Value>,
    /// The member `kind`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<BoxKind>,
    /// The member `label`.
    pub label: Option<String>,
    /// Number or list
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub loose: Option<NumberOrList>,
    /// The member `offset`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offset: Option<i64>,
    /// The member `opened`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opened: Option<Vec<Timestamp>>,
    /// Owner
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<Owner>,
    /// The member `place`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<BoxPlace>,
    /// The member `proof`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<BoxProof>,
    /// Range: 0 to 9.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<u64>,
    /// The member `type`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
    /// The member `version`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<u64>,
    /// The member `weight`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<f64>,
    /// Members that the schema does not name.
    #[serde(flatten)]
    pub extra_members: BTreeMap<String, Value>,
}

impl fmt::Debug for Box2 {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Box2")
            .field("source_url", &self.source_url)
            .field("address", &self.address)
            .field("anything", &taskcluster_core::json::shown(&self.anything))
            .field("both", &taskcluster_core::json::shown(&self.both))
            .field("box_id", &self.box_id)
            .field("colour", &self.colour)
            .field("content", &self.content)
            .field("counts", &self.counts)
            .field("created", &self.created)
            .field("fragile", &self.fragile)
            .field("free", &taskcluster_core::json::shown(&self.free))
            .field("kind", &self.kind)
            .field("label", &self.label)
            .field("loose", &self.loose)
            .field("offset", &self.offset)
            .field("opened", &self.opened)
            .field("owner", &self.owner)
            .field("place", &self.place)
            .field("proof", &self.proof)
            .field("size", &self.size)
            .field("type", &self.r#type)
            .field("version", &self.version)
            .field("weight", &self.weight)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish_non_exhaustive()
    }
}

taskcluster_core::string_enum! {
    /// Colour
    ///
    /// Default: `"red"`.
    pub enum Colour {
        /// `red`
        Red = "red",
        /// `deep-blue`
        DeepBlue = "deep-blue",
        /// `unrecognized`
        Unrecognized_ = "unrecognized",
    }
}

taskcluster_core::tagged_union! {
    /// What is inside.
    pub enum BoxContent by "kind" {
        /// Toys
        Toys(Toys) = "toys",
        /// Nothing
        Nothing(Nothing) = "nothing",
    }
}

/// Toys
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Toys {
    /// The member `count`.
    pub count: u64,
}

impl Toys {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(count: u64) -> Self {
        Self { count }
    }
}

/// Nothing
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Default)]
#[non_exhaustive]
pub struct Nothing {}

impl Nothing {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }
}

taskcluster_core::string_enum! {
    /// A value that the references call `BoxKind`.
    pub enum BoxKind {
        /// `box`
        Box = "box",
    }
}

taskcluster_core::untagged_union! {
    /// Number or list
    pub enum NumberOrList {
        /// Number
        Number(f64),
        /// TextList
        TextList(Vec<String>),
    }
}

taskcluster_core::from_variant!(NumberOrList::Number(f64));

taskcluster_core::from_variant!(NumberOrList::TextList(Vec<String>));

/// Owner
#[derive(Clone, PartialEq, Serialize, Deserialize, Default)]
#[non_exhaustive]
pub struct Owner {
    /// The member `login`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub login: Option<String>,
    /// The member `name`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Members that the schema does not name.
    #[serde(flatten)]
    pub extra_members: BTreeMap<String, Value>,
}

impl fmt::Debug for Owner {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Owner")
            .field("login", &self.login)
            .field("name", &self.name)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish()
    }
}

taskcluster_core::tagged_union! {
    /// A value that the references call `BoxPlace`.
    pub enum BoxPlace by "in" {
        /// Shelf
        Shelf(BoxPlaceShelf) = "shelf",
        /// Cellar
        Cellar(BoxPlaceCellar) = "cellar",
    }
}

/// A value that the references call `BoxPlaceShelf`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct BoxPlaceShelf {
    /// The member `row`.
    pub row: u64,
}

/// A value that the references call `BoxPlaceCellar`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Default)]
#[non_exhaustive]
pub struct BoxPlaceCellar {}

taskcluster_core::untagged_union! {
    /// A value that the references call `BoxProof`.
    pub enum BoxProof {
        /// Token
        Token(BoxProofToken),
        /// Seal
        Seal(BoxProofSeal),
        /// Document
        Document(BoxProofDocument),
    }
}

taskcluster_core::from_variant!(BoxProof::Token(BoxProofToken));

taskcluster_core::from_variant!(BoxProof::Seal(BoxProofSeal));

taskcluster_core::from_variant!(BoxProof::Document(BoxProofDocument));

/// A value that the references call `BoxProofToken`.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct BoxProofToken {
    /// The member `token`.
    pub token: String,
}

impl BoxProofToken {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(token: impl Into<String>) -> Self {
        Self {
            token: token.into(),
        }
    }
}

impl fmt::Debug for BoxProofToken {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BoxProofToken").finish_non_exhaustive()
    }
}

/// A value that the references call `BoxProofSeal`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct BoxProofSeal {
    /// The member `document`.
    pub document: String,
    /// The member `seal`.
    pub seal: String,
}

/// What a [`BoxProofSeal`] must have.
#[derive(Clone, Debug, PartialEq)]
pub struct BoxProofSealRequired {
    /// The member `document`.
    pub document: String,
    /// The member `seal`.
    pub seal: String,
}

impl BoxProofSeal {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: BoxProofSealRequired) -> Self {
        Self {
            document: required.document,
            seal: required.seal,
        }
    }
}

/// A value that the references call `BoxProofDocument`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct BoxProofDocument {
    /// The member `document`.
    pub document: String,
}

impl BoxProofDocument {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(document: impl Into<String>) -> Self {
        Self {
            document: document.into(),
        }
    }
}
