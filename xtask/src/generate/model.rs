//! What is to be generated, without a word on how it is laid out.

use serde_json::Value;
use taskcluster_core::Era;
use taskcluster_core::task_queue::WORDS;

/// What a name of two words is called in Rust where it is given as one.
pub const QUEUE: &str = "task_queue_id";

/// One service: a crate's worth of generated code.
#[derive(Clone, Debug)]
pub struct Service {
    pub name: String,
    pub version: String,
    pub title: String,
    pub description: String,
    pub era: Era,
    pub methods: Vec<Method>,
    pub events: Option<Events>,
    /// The types, by the schema file in which they stand; sorted by file.
    pub modules: Vec<Module>,
}

/// One method of the API.
#[derive(Clone, Debug)]
pub struct Method {
    pub name: String,
    pub called: Called,
    /// What its second function is called, which takes both words of a task queue's name as one.
    pub in_queue: Option<String>,
    pub era: Era,
    pub description: String,
    pub verb: String,
    pub route: String,
    pub args: Vec<Arg>,
    pub query: Vec<QueryOption>,
    pub input: Option<Type>,
    pub output: Output,
    pub scopes: Option<Value>,
    pub stability: String,
    pub category: String,
    /// Whether the answer is one page of a list.
    pub paged: bool,
}

/// What a method or topic is called in Rust: as a function, a type and a constant.
#[derive(Clone, Debug)]
pub struct Called {
    pub function: String,
    pub ty: String,
    pub constant: String,
}

#[derive(Clone, Debug)]
pub struct Arg {
    pub name: String,
    /// Rust's name.
    pub rust: String,
    pub kind: Scalar,
}

#[derive(Clone, Debug)]
pub struct QueryOption {
    pub name: String,
    /// Rust's name.
    pub rust: String,
    pub era: Era,
    pub kind: Scalar,
}

/// What an argument or option is in Rust.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scalar {
    Text,
    /// `u32`, for sizes.
    Count,
    /// `u64`, as numbers in schemas.
    Number,
    Flag,
    Date,
}

/// What a method answers.
#[derive(Clone, Debug, PartialEq)]
pub enum Output {
    Empty,
    Json(Type),
    Redirect,
    Blob,
}

/// The exchanges of a service.
#[derive(Clone, Debug)]
pub struct Events {
    pub description: String,
    pub topics: Vec<Topic>,
}

/// One exchange.
#[derive(Clone, Debug)]
pub struct Topic {
    pub name: String,
    pub called: Called,
    pub era: Era,
    pub description: String,
    /// The exchange's whole name, prefix included.
    pub exchange: String,
    pub fields: Vec<RoutingField>,
    pub message: Type,
}

#[derive(Clone, Debug)]
pub struct RoutingField {
    pub name: String,
    /// Rust's name.
    pub rust: String,
    pub summary: String,
    pub constant: Option<String>,
    pub multiple_words: bool,
    pub required: bool,
    pub max_size: Option<u64>,
}

/// The types of one schema file.
#[derive(Clone, Debug)]
pub struct Module {
    /// The schema file's name without `.json`.
    pub stem: String,
    /// Rust's name.
    pub rust: String,
    pub items: Vec<Item>,
}

#[derive(Clone, Debug)]
pub enum Item {
    Struct(Struct),
    StringEnum(StringEnum),
    Union(Union),
}

#[derive(Clone, Debug)]
pub struct Struct {
    pub name: String,
    pub era: Era,
    pub docs: Vec<String>,
    pub fields: Vec<Field>,
    /// The names of the required fields, in the schema's order.
    pub required: Vec<String>,
    /// What becomes of members that no field names.
    pub open: Option<Type>,
    /// Whether it is sent to servers, so that programs build values of it, and not tests alone.
    pub input: bool,
    pub page: Option<PageShape>,
    /// The requests as which it is sent back.
    pub sent_back: Vec<String>,
}

/// Which fields make an answer a page of a list.
#[derive(Clone, Debug)]
pub struct PageShape {
    pub token: String,
    pub token_required: bool,
    pub items: String,
    pub items_required: bool,
    pub item: Type,
}

#[derive(Clone, Debug)]
pub struct Field {
    /// The API's name.
    pub name: String,
    /// Rust's name.
    pub rust: String,
    pub era: Era,
    pub docs: Vec<String>,
    pub ty: Type,
    pub required: bool,
    pub secret: bool,
}

#[derive(Clone, Debug)]
pub struct StringEnum {
    pub name: String,
    pub era: Era,
    pub docs: Vec<String>,
    pub values: Vec<EnumValue>,
}

#[derive(Clone, Debug)]
pub struct EnumValue {
    /// Rust's name.
    pub name: String,
    pub text: String,
    pub era: Era,
}

#[derive(Clone, Debug)]
pub struct Union {
    pub name: String,
    pub era: Era,
    pub docs: Vec<String>,
    /// Whether callers build values of it.
    pub input: bool,
    /// The member that tells the variants apart.
    pub tag: Option<String>,
    pub variants: Vec<Variant>,
}

#[derive(Clone, Debug)]
pub struct Variant {
    pub name: String,
    pub era: Era,
    pub docs: Vec<String>,
    pub ty: Type,
    /// The value of the tag.
    pub text: Option<String>,
}

/// A type as it stands in a field, an argument or an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Type {
    Text,
    Bool,
    Unsigned,
    Signed,
    Float,
    Date,
    /// Any JSON, or an object of which nothing is said.
    Any,
    /// A type of the core, by its name there.
    Core(&'static str),
    Named(String),
    /// A type inside itself.
    Boxed(String),
    List(Box<Type>),
    Map(Box<Type>),
    Nullable(Box<Type>),
}

impl Method {
    /// Where the arguments have the two words of a task queue's name.
    pub fn queue_at(&self) -> Option<usize> {
        let mut pairs = self.args.windows(2);
        pairs.position(|pair| pair.iter().map(|arg| arg.name.as_str()).eq(WORDS))
    }
}

impl Topic {
    /// Whether messages are about a task queue whose name has its words in two fields.
    pub fn names_queue(&self) -> bool {
        let has = |name: &&str| {
            let mut fields = self.fields.iter();
            fields.any(|field| field.name == *name && field.constant.is_none())
        };
        WORDS.iter().all(has) && self.fields.iter().all(|field| field.rust != QUEUE)
    }
}

impl Item {
    pub fn name(&self) -> &str {
        match self {
            Self::Struct(item) => &item.name,
            Self::StringEnum(item) => &item.name,
            Self::Union(item) => &item.name,
        }
    }

    pub fn name_mut(&mut self) -> &mut String {
        match self {
            Self::Struct(item) => &mut item.name,
            Self::StringEnum(item) => &mut item.name,
            Self::Union(item) => &mut item.name,
        }
    }

    /// Whether callers build values of it, of which more than its text is to be known.
    pub fn is_input(&self) -> bool {
        match self {
            Self::Struct(item) => item.input,
            Self::StringEnum(_) => false,
            Self::Union(item) => item.input,
        }
    }

    /// Notes that callers build values of it.
    pub fn set_input(&mut self) {
        match self {
            Self::Struct(item) => item.input = true,
            Self::StringEnum(_) => {}
            Self::Union(item) => item.input = true,
        }
    }
}

impl Struct {
    /// The type of what holds the members that the schema does not name.
    pub fn extra_members(&self) -> Option<Type> {
        let of = self.open.clone()?;
        Some(Type::Map(Box::new(of)))
    }
}

impl Type {
    /// The named type in it, if there is one.
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Named(name) | Self::Boxed(name) => Some(name),
            Self::List(of) | Self::Map(of) | Self::Nullable(of) => of.name(),
            _ => None,
        }
    }

    /// Whether values can have members of any name.
    pub fn is_open(&self) -> bool {
        match self {
            Self::Any => true,
            Self::Map(of) => matches!(**of, Self::Text) || of.is_open(),
            Self::List(of) | Self::Nullable(of) => of.is_open(),
            _ => false,
        }
    }
}
