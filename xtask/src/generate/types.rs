//! From JSON schemas to Rust types.
//!
//! A schema's place (file and JSON pointer) is its identity: however many references lead to it,
//! it becomes one type. Keywords that only restrict values are known and ignored; one that is not
//! known at all is an error. `unions` has what may be one of several things,
//! `forms` how these are called, and `uses` what is made
//! of a type once it is known.

mod forms;
mod recursion;
mod unions;
mod uses;

use std::collections::BTreeMap;

use recursion::{Open, Step};
use serde_json::Value;
use taskcluster_core::Era;

use super::model::{EnumValue, Field, Item, Module, StringEnum, Struct, Type};
use super::naming::{self, Names, camel, snake};
use super::source::{Schemas, escape};
use super::{Error, Result, fixups, shape};

/// How long the name of a type may be, in bytes.
const MAX_NAME: usize = 150;

/// A place, and the tag that is left out there.
type Id = (String, String, String);

/// The types of one service, in the making.
pub struct Types<'a> {
    schemas: &'a Schemas,
    /// What became of a place; the key holds the tag too that was left out of an object.
    places: BTreeMap<Id, Type>,
    /// The named types by name, with the file they stand in.
    items: BTreeMap<String, (String, Option<Item>)>,
    order: Vec<String>,
    names: Names,
    /// The places of which a type is being made, from the outer to the inner.
    open: Vec<Open>,
}

/// Where in the schemas we are, for names and messages.
struct Place<'p> {
    key: &'p str,
    pointer: &'p str,
    /// What a type here is called where nothing better is known.
    fallback: String,
}

impl<'a> Types<'a> {
    pub fn new(schemas: &'a Schemas) -> Self {
        Self {
            schemas,
            places: BTreeMap::new(),
            items: BTreeMap::new(),
            order: Vec::new(),
            names: Names::new(naming::IN_SCOPE),
            open: Vec::new(),
        }
    }

    /// See [`Schemas::resolve`].
    pub fn resolve(&self, from: &str, reference: &str) -> Option<(String, String)> {
        self.schemas.resolve(from, reference)
    }

    /// The type of the schema at a place. The object's member `tag` is left out.
    pub fn lower(&mut self, key: &str, pointer: &str, tag: &str) -> Result<Type> {
        let id: Id = (key.to_owned(), pointer.to_owned(), tag.to_owned());
        if let Some(known) = self.places.get(&id) {
            return Ok(self.known(known));
        }
        if let Some(at) = self.open.iter().position(|open| open.id == id) {
            return self.inside_itself(at);
        }
        let schemas = self.schemas;
        let node = schemas.at(key, pointer)?;
        shape::check(&schemas.file(key), pointer, node)?;
        let place = Place {
            key,
            pointer,
            fallback: self.fallback_name(key, pointer),
        };
        self.enter(&place, &id)?;
        let ty = match node.get("$ref").and_then(Value::as_str) {
            Some(reference) => {
                let (key, pointer) = schemas.resolve(key, reference).ok_or_else(|| {
                    self.error(&place, format!("$ref leads nowhere: {reference}"))
                })?;
                self.lower(&key, &pointer, tag)?
            }
            None => self.lower_node(&place, node, tag)?,
        };
        let ty = self.leave(node, ty);
        self.places.insert(id, ty.clone());
        Ok(ty)
    }

    fn lower_node(&mut self, place: &Place<'_>, node: &Value, tag: &str) -> Result<Type> {
        if let Some(values) = shape::values(node) {
            return Ok(match shape::texts(&values) {
                Some(texts) => self.string_enum(place, node, &texts),
                None => shape::scalar_of(&values),
            });
        }
        if let Some((keyword, branches)) = shape::branches(node) {
            return self.lower_branches(place, node, keyword, &branches);
        }
        let types = shape::types(node);
        let nullable = types.contains(&"null") && types.len() > 1;
        let mut rest = types.into_iter().filter(|ty| *ty != "null");
        let (first, more) = (rest.next(), rest.next().is_some());
        let ty = match first {
            _ if more => Type::Any,
            Some("object") => self.lower_object(place, node, tag)?,
            Some("array") => match node.get("items") {
                Some(Value::Object(_)) => {
                    let pointer = format!("{}/items", place.pointer);
                    Type::List(self.element(place.key, &pointer)?)
                }
                _ => Type::List(Box::new(Type::Any)),
            },
            Some(scalar) => shape::scalar(scalar, node),
            None => Type::Any,
        };
        Ok(if nullable {
            Type::Nullable(Box::new(ty))
        } else {
            ty
        })
    }

    /// The type of a list's or map's elements, which need no box of their own.
    fn element(&mut self, key: &str, pointer: &str) -> Result<Box<Type>> {
        self.between(Step::Heap);
        let ty = self.lower(key, pointer, "")?;
        self.between(Step::Same);
        Ok(Box::new(match ty {
            Type::Boxed(name) => Type::Named(name),
            other => other,
        }))
    }

    fn lower_object(&mut self, place: &Place<'_>, node: &Value, tag: &str) -> Result<Type> {
        // Sorted, so that the result does not depend on how serde_json keeps objects.
        let properties = node.get("properties").and_then(Value::as_object);
        let properties: BTreeMap<&String, &Value> = properties.into_iter().flatten().collect();
        if properties.is_empty() && tag.is_empty() {
            return Ok(match self.additional(place, node)? {
                None | Some(Type::Any) => Type::Any,
                Some(of) => Type::Map(Box::new(of)),
            });
        }
        let name = self.claim(place, node);
        let named = Type::Named(name.clone());
        let id = (
            place.key.to_owned(),
            place.pointer.to_owned(),
            tag.to_owned(),
        );
        self.places.insert(id, named.clone());
        let additional = self.additional(place, node)?;
        self.between(Step::Named);
        let mut required = shape::required(node);
        required.retain(|property| {
            let pointer = format!("{}/properties/{}", place.pointer, escape(property));
            !fixups::is_dropped(place.key, &pointer)
        });
        let (mut fields, mut names) = (Vec::new(), Names::new(naming::OF_TYPE));
        for (property, schema) in properties
            .into_iter()
            .filter(|(property, _)| *property != tag)
        {
            let pointer = format!("{}/properties/{}", place.pointer, escape(property));
            fields.push(Field {
                name: property.clone(),
                rust: names.one(&snake(property)),
                era: Era::Both,
                docs: shape::docs(schema, self.target(place.key, schema)),
                ty: self.lower(place.key, &pointer, "")?,
                required: required.contains(&property.as_str()),
                secret: fixups::is_secret(place.key, property),
            });
        }
        let item = Struct {
            name: name.clone(),
            era: Era::Both,
            docs: shape::docs(node, None),
            fields,
            required: required
                .iter()
                .filter(|n| **n != tag)
                .map(|n| (*n).to_owned())
                .collect(),
            open: additional,
            input: false,
            page: None,
            sent_back: Vec::new(),
        };
        self.define(&name, Item::Struct(item));
        Ok(named)
    }

    /// What members have that an object's schema does not name; none where there are none.
    fn additional(&mut self, place: &Place<'_>, node: &Value) -> Result<Option<Type>> {
        let pointer = format!("{}/additionalProperties", place.pointer);
        Ok(match node.get("additionalProperties") {
            Some(Value::Bool(false)) => None,
            Some(Value::Object(_)) => Some(*self.element(place.key, &pointer)?),
            _ => Some(Type::Any),
        })
    }

    /// What a `$ref` leads to, where a schema is one: its docs serve where the schema has none.
    fn target(&self, key: &str, schema: &Value) -> Option<&'a Value> {
        let reference = schema.get("$ref")?.as_str()?;
        let (key, pointer) = self.schemas.resolve(key, reference)?;
        self.schemas.at(&key, &pointer).ok()
    }

    fn string_enum(&mut self, place: &Place<'_>, node: &Value, texts: &[&str]) -> Type {
        let name = self.claim(place, node);
        let mut values: Vec<EnumValue> = Vec::new();
        let mut names = Names::new(naming::OF_ENUM);
        for text in texts {
            if values.iter().all(|value| value.text != *text) {
                values.push(EnumValue {
                    name: names.one(&camel(text)),
                    text: (*text).to_owned(),
                    era: Era::Both,
                });
            }
        }
        let docs = shape::docs(node, None);
        self.define(
            &name,
            Item::StringEnum(StringEnum {
                name: name.clone(),
                era: Era::Both,
                docs,
                values,
            }),
        );
        Type::Named(name)
    }

    /// A name for a type that is about to be defined: a schema file's own name, a short title, or
    /// the place's; with a number where all are taken.
    fn claim(&mut self, place: &Place<'_>, node: &Value) -> String {
        let title = shape::title(node)
            .filter(|_| !place.pointer.is_empty())
            .map(|title| camel(title).replace('_', ""));
        let numbered = (2..).map(|n: u64| format!("{}{n}", place.fallback));
        let candidates = title.into_iter().chain([place.fallback.clone()]);
        // The type beside it that `new` may take is called so.
        let required = |name: &str| format!("{name}Required");
        let is_free =
            |name: &String| self.names.is_free(name) && self.names.is_free(&required(name));
        // An endless supply of numbers always has one that is free.
        let name = candidates.chain(numbered).find(is_free).unwrap_or_default();
        self.names.take(&name);
        self.names.take(&required(&name));
        self.between(Step::Named);
        self.items
            .insert(name.clone(), (place.key.to_owned(), None));
        self.order.push(name.clone());
        name
    }

    fn define(&mut self, name: &str, item: Item) {
        if let Some(slot) = self.items.get_mut(name) {
            slot.1 = Some(item);
        }
    }

    /// The finished types by schema file.
    pub fn into_modules(mut self) -> Result<Vec<Module>> {
        let mut modules: BTreeMap<(String, String), Vec<Item>> = BTreeMap::new();
        for name in &self.order {
            if let Some((key, Some(item))) = self.items.remove(name) {
                let stem = stem(&key).to_owned();
                modules.entry((stem, key)).or_default().push(item);
            }
        }
        let mut names = Names::new(naming::OF_TYPES);
        let module = |((stem, _), items): ((String, String), Vec<Item>)| Module {
            rust: names.one(&snake(&stem)),
            stem,
            items,
        };
        Ok(modules.into_iter().map(module).collect())
    }

    /// `queue/v1/task-status.json` and `/properties/runs/items` give `TaskStatusRunsItem`. A form of a
    /// choice adds what tells it apart, and nothing where it is the only one.
    fn fallback_name(&self, key: &str, pointer: &str) -> String {
        let mut name = camel(stem(key));
        let mut above = String::new();
        let mut steps = pointer.split('/').skip(1);
        while let Some(step) = steps.next() {
            let mut path = format!("{above}/{step}");
            match step {
                "properties" | "definitions" => {
                    let member = steps.next().unwrap_or_default();
                    name += &camel(&unescape(member));
                    path = format!("{path}/{member}");
                }
                "oneOf" | "anyOf" => {
                    let index = steps.next().unwrap_or_default();
                    let form = index.parse().ok().and_then(|i: usize| {
                        let names = self.form_names(key, &above, step);
                        names.into_iter().nth(i).flatten()
                    });
                    name += &form.unwrap_or_else(|| "Form".to_owned());
                    path = format!("{path}/{index}");
                }
                "items" => name += "Item",
                "additionalProperties" => name += "Value",
                other => name += &camel(other),
            }
            above = path;
        }
        // Part of a name, no word is a keyword that would need one.
        name.retain(|c| c != '_');
        name.truncate(MAX_NAME);
        name
    }

    fn error(&self, place: &Place<'_>, why: String) -> Error {
        Error::at(&self.schemas.file(place.key), place.pointer, why)
    }
}

/// A schema file's name without what ends all of them.
fn stem(key: &str) -> &str {
    let name = key.rsplit('/').next().unwrap_or_default();
    name.trim_end_matches(".json")
}

fn unescape(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}
