// Written by `cargo xtask generate` from the references of the service `toy`. Do not edit.

//! The types of the schema `box`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;
use taskcluster_core::timestamp::Timestamp;
use time::OffsetDateTime;

/// A box.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Box2 {
    /// The member `SourceURL`.
    pub source_url: Option<String>,
    /// A secret.
    pub access_token: Option<String>,
    /// The member `address`.
    pub address: Option<String>,
    /// The member `anything`.
    pub anything: Option<Value>,
    /// The member `both`.
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
    pub content: Option<BoxContent>,
    /// The member `counts`.
    pub counts: Option<BTreeMap<String, i64>>,
    /// The member `created`.
    pub created: OffsetDateTime,
    /// The member `fragile`.
    pub fragile: Option<bool>,
    /// The member `free`.
    pub free: Option<Value>,
    /// The member `kind`.
    pub kind: Option<BoxKind>,
    /// The member `label`.
    pub label: Option<String>,
    /// Number or list
    pub loose: Option<NumberOrList>,
    /// The member `offset`.
    pub offset: Option<i64>,
    /// The member `opened`.
    pub opened: Option<Vec<Timestamp>>,
    /// Owner
    pub owner: Option<Owner>,
    /// The member `place`.
    pub place: Option<BoxPlace>,
    /// The member `proof`.
    pub proof: Option<BoxProof>,
    /// Range: 0 to 9.
    pub size: Option<u64>,
    /// The member `type`.
    pub r#type: Option<String>,
    /// The member `version`.
    pub version: Option<u64>,
    /// The member `weight`.
    pub weight: Option<f64>,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    Box2 and extra_members {
        0 source_url = "SourceURL": optional,
        1 access_token = "accessToken": optional,
        2 address = "address": optional,
        3 anything = "anything": optional,
        4 both = "both": optional,
        5 box_id = "boxId": required,
        6 colour = "colour": required,
        7 content = "content": optional,
        8 counts = "counts": optional,
        9 created = "created": date,
        10 fragile = "fragile": optional,
        11 free = "free": optional,
        12 kind = "kind": optional,
        13 label = "label": nullable,
        14 loose = "loose": optional,
        15 offset = "offset": optional,
        16 opened = "opened": optional,
        17 owner = "owner": optional,
        18 place = "place": optional,
        19 proof = "proof": optional,
        20 size = "size": optional,
        21 r#type = "type": optional,
        22 version = "version": optional,
        23 weight = "weight": optional,
    }
}

impl Box2 {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(
        box_id: impl Into<String>,
        colour: Colour,
        created: OffsetDateTime,
        label: Option<String>,
    ) -> Self {
        Self {
            source_url: None,
            access_token: None,
            address: None,
            anything: None,
            both: None,
            box_id: box_id.into(),
            colour,
            content: None,
            counts: None,
            created,
            fragile: None,
            free: None,
            kind: None,
            label,
            loose: None,
            offset: None,
            opened: None,
            owner: None,
            place: None,
            proof: None,
            size: None,
            r#type: None,
            version: None,
            weight: None,
            extra_members: BTreeMap::new(),
        }
    }
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
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Toys {
    /// The member `count`.
    pub count: u64,
}

taskcluster_core::members! {
    Toys {
        0 count = "count": required,
    }
}

impl Toys {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(count: u64) -> Self {
        Self { count }
    }
}

/// Nothing
#[derive(Clone, Debug, PartialEq, Default)]
#[non_exhaustive]
pub struct Nothing {}

taskcluster_core::members! {
    Nothing {
    }
}

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
#[derive(Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Owner {
    /// The member `login`.
    pub login: Option<String>,
    /// The member `name`.
    pub name: Option<String>,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    Owner and extra_members {
        0 login = "login": optional,
        1 name = "name": optional,
    }
}

impl Owner {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }
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
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BoxPlaceShelf {
    /// The member `row`.
    pub row: u64,
}

taskcluster_core::members! {
    BoxPlaceShelf {
        0 row = "row": required,
    }
}

impl BoxPlaceShelf {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(row: u64) -> Self {
        Self { row }
    }
}

/// A value that the references call `BoxPlaceCellar`.
#[derive(Clone, Debug, PartialEq, Default)]
#[non_exhaustive]
pub struct BoxPlaceCellar {}

taskcluster_core::members! {
    BoxPlaceCellar {
    }
}

impl BoxPlaceCellar {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }
}

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
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct BoxProofToken {
    /// The member `token`.
    pub token: String,
}

taskcluster_core::members! {
    BoxProofToken {
        0 token = "token": required,
    }
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
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BoxProofSeal {
    /// The member `document`.
    pub document: String,
    /// The member `seal`.
    pub seal: String,
}

taskcluster_core::members! {
    BoxProofSeal {
        0 document = "document": required,
        1 seal = "seal": required,
    }
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
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct BoxProofDocument {
    /// The member `document`.
    pub document: String,
}

taskcluster_core::members! {
    BoxProofDocument {
        0 document = "document": required,
    }
}

impl BoxProofDocument {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(document: impl Into<String>) -> Self {
        Self {
            document: document.into(),
        }
    }
}
