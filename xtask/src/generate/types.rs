//! From JSON schemas to Rust types.
//!
//! A schema's place (file and JSON pointer) is its identity: however many references lead to it,
//! it becomes one type. Keywords that only restrict values are known and ignored; one that is not
//! known at all is an error.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::model::{Field, Item, Module, PageShape, StringEnum, Struct, Type, Union, Variant};
use super::naming::{camel, snake};
use super::source::Schemas;
use super::{Error, Result, fixups, shape};

/// The types of one service, in the making.
pub struct Types<'a> {
    schemas: &'a Schemas,
    /// What became of a place; the key holds the tag too that was left out of an object.
    places: BTreeMap<(String, String, String), Type>,
    /// The named types by name, with the file they stand in.
    items: BTreeMap<String, (String, Option<Item>)>,
    order: Vec<String>,
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
        }
    }

    /// See [`Schemas::resolve`].
    pub fn resolve(&self, from: &str, reference: &str) -> Option<(String, String)> {
        self.schemas.resolve(from, reference)
    }

    /// The type of the schema at a place. The object's member `tag` is left out.
    pub fn lower(&mut self, key: &str, pointer: &str, tag: &str) -> Result<Type> {
        let id = (key.to_owned(), pointer.to_owned(), tag.to_owned());
        if let Some(known) = self.places.get(&id) {
            return Ok(match known {
                // Still in the making: a type inside itself.
                Type::Named(name) if self.items[name].1.is_none() => Type::Boxed(name.clone()),
                known => known.clone(),
            });
        }
        let schemas = self.schemas;
        let node = schemas.at(key, pointer)?;
        shape::check(&schemas.file(key), pointer, node)?;
        let place = Place {
            key,
            pointer,
            fallback: fallback_name(key, pointer),
        };
        let ty = match node.get("$ref").and_then(Value::as_str) {
            Some(reference) => {
                let (key, pointer) = schemas.resolve(key, reference).ok_or_else(|| {
                    self.error(&place, format!("$ref leads nowhere: {reference}"))
                })?;
                self.lower(&key, &pointer, tag)?
            }
            None => self.lower_node(&place, node, tag)?,
        };
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
        Ok(Box::new(match self.lower(key, pointer, "")? {
            Type::Boxed(name) => Type::Named(name),
            other => other,
        }))
    }

    fn lower_object(&mut self, place: &Place<'_>, node: &Value, tag: &str) -> Result<Type> {
        let pointer = format!("{}/additionalProperties", place.pointer);
        let additional = match node.get("additionalProperties") {
            Some(Value::Bool(false)) => None,
            Some(Value::Object(_)) => Some(*self.element(place.key, &pointer)?),
            _ => Some(Type::Any),
        };
        // Sorted, so that the result does not depend on how serde_json keeps objects.
        let properties = node.get("properties").and_then(Value::as_object);
        let properties: BTreeMap<&String, &Value> = properties.into_iter().flatten().collect();
        if properties.is_empty() && tag.is_empty() {
            return Ok(match additional {
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
        let mut required = shape::required(node);
        required.retain(|property| {
            let pointer = format!("{}/properties/{}", place.pointer, escape(property));
            !fixups::is_dropped(place.key, &pointer)
        });
        let mut fields = Vec::new();
        for (property, schema) in properties
            .into_iter()
            .filter(|(property, _)| *property != tag)
        {
            let pointer = format!("{}/properties/{}", place.pointer, escape(property));
            fields.push(Field {
                name: property.clone(),
                rust: snake(property),
                docs: shape::docs(schema, self.target(place.key, schema)),
                ty: self.lower(place.key, &pointer, "")?,
                required: required.contains(&property.as_str()),
                secret: fixups::is_secret(property),
            });
        }
        self.check_fields(place, &mut fields)?;
        let item = Struct {
            name: name.clone(),
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
        };
        self.define(&name, Item::Struct(item));
        Ok(named)
    }

    /// What a `$ref` leads to, where a schema is one: its docs serve where the schema has none.
    fn target(&self, key: &str, schema: &Value) -> Option<&'a Value> {
        let reference = schema.get("$ref")?.as_str()?;
        let (key, pointer) = self.schemas.resolve(key, reference)?;
        self.schemas.at(&key, &pointer).ok()
    }

    /// Gives fields whose names differ for the API but not for Rust different names.
    fn check_fields(&self, place: &Place<'_>, fields: &mut [Field]) -> Result<()> {
        let mut seen = BTreeSet::new();
        for field in fields {
            // The name of what holds all other members.
            if field.rust == "extra_members" {
                field.rust.push('_');
            }
            if !seen.insert(field.rust.clone()) {
                let why = format!("two properties would both be called `{}`", field.rust);
                return Err(self.error(place, why));
            }
        }
        Ok(())
    }

    fn lower_branches(
        &mut self,
        place: &Place<'_>,
        node: &Value,
        keyword: &str,
        branches: &[&Value],
    ) -> Result<Type> {
        if keyword == "allOf" {
            // Of what has to be several things at once, no more is said than that it is JSON.
            return Ok(Type::Any);
        }
        let schemas = self.schemas;
        let pointer = |i: usize| format!("{}/{keyword}/{i}", place.pointer);
        let resolve = |branch: &'_ &'a Value| self.target(place.key, branch).unwrap_or(branch);
        let at = |i: usize| schemas.at(place.key, &pointer(i));
        let branches = (0..branches.len()).map(at).collect::<Result<Vec<_>>>()?;
        let resolved: Vec<&Value> = branches.iter().map(resolve).collect();

        let is_null = |branch: &Value| shape::types(branch) == ["null"];
        let solid: Vec<usize> = (0..resolved.len())
            .filter(|&i| !is_null(resolved[i]))
            .collect();
        if solid.len() < resolved.len() {
            let ty = match solid.as_slice() {
                [] => Type::Any,
                [only] => self.lower(place.key, &pointer(*only), "")?,
                several => self.untagged(place, node, keyword, several)?,
            };
            return Ok(Type::Nullable(Box::new(ty)));
        }
        if resolved.iter().all(|branch| shape::is_text(branch)) {
            return Ok(Type::Text);
        }
        if let [_] = resolved.as_slice() {
            return self.lower(place.key, &pointer(0), "");
        }
        match shape::tag(&resolved) {
            Some(tag) => self.tagged(place, node, keyword, &resolved, tag),
            None => self.untagged(place, node, keyword, &solid),
        }
    }

    fn tagged(
        &mut self,
        place: &Place<'_>,
        node: &Value,
        keyword: &str,
        branches: &[&Value],
        tag: &str,
    ) -> Result<Type> {
        let name = self.claim(place, node);
        let mut variants = Vec::new();
        for (i, branch) in branches.iter().enumerate() {
            let text = shape::tag_value(branch, tag).unwrap_or_default();
            let pointer = format!("{}/{keyword}/{i}", place.pointer);
            variants.push(Variant {
                name: camel(text),
                docs: shape::docs(branch, None),
                ty: self.lower(place.key, &pointer, tag)?,
                text: Some(text.to_owned()),
            });
        }
        Ok(self.define_union(name, node, Some(tag.to_owned()), variants))
    }

    fn untagged(
        &mut self,
        place: &Place<'_>,
        node: &Value,
        keyword: &str,
        branches: &[usize],
    ) -> Result<Type> {
        let name = self.claim(place, node);
        let mut variants: Vec<Variant> = Vec::new();
        for i in branches {
            let pointer = format!("{}/{keyword}/{i}", place.pointer);
            let branch = self.schemas.at(place.key, &pointer)?;
            let ty = self.lower(place.key, &pointer, "")?;
            let called = shape::title(branch)
                .map(camel)
                .unwrap_or_else(|| shape::variant_name(&ty));
            let taken = variants.iter().any(|variant| variant.name == called);
            variants.push(Variant {
                name: if taken {
                    format!("{called}{}", i + 1)
                } else {
                    called
                },
                docs: shape::docs(branch, None),
                ty,
                text: None,
            });
        }
        Ok(self.define_union(name, node, None, variants))
    }

    fn define_union(
        &mut self,
        name: String,
        node: &Value,
        tag: Option<String>,
        variants: Vec<Variant>,
    ) -> Type {
        let docs = shape::docs(node, None);
        self.define(
            &name,
            Item::Union(Union {
                name: name.clone(),
                docs,
                input: false,
                tag,
                variants,
            }),
        );
        Type::Named(name)
    }

    fn string_enum(&mut self, place: &Place<'_>, node: &Value, texts: &[&str]) -> Type {
        let name = self.claim(place, node);
        let mut values: Vec<(String, String)> = Vec::new();
        for text in texts {
            let mut variant = camel(text);
            while values.iter().any(|(taken, _)| *taken == variant) || variant == "Unrecognized" {
                variant.push('_');
            }
            values.push((variant, (*text).to_owned()));
        }
        let docs = shape::docs(node, None);
        self.define(
            &name,
            Item::StringEnum(StringEnum {
                name: name.clone(),
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
            .map(camel);
        let candidates = title.into_iter().chain([place.fallback.clone()]);
        let numbered = (2..).map(|n| format!("{}{n}", place.fallback));
        let free =
            |name: &String| !self.items.contains_key(name) && !RESERVED.contains(&name.as_str());
        // An endless supply of numbers always has one that is free.
        let name = candidates.chain(numbered).find(free).unwrap_or_default();
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

    /// Notes that callers build values of a type, and of all that it is made of.
    pub fn mark_input(&mut self, ty: &Type) {
        match ty {
            Type::Named(name) | Type::Boxed(name) => {
                let Some((_, Some(item))) = self.items.get_mut(name) else {
                    return;
                };
                let inner: Vec<Type> = match item {
                    Item::Struct(item) if !item.input => {
                        item.input = true;
                        let open = item.open.clone();
                        item.fields
                            .iter()
                            .map(|field| field.ty.clone())
                            .chain(open)
                            .collect()
                    }
                    Item::Union(item) if !item.input => {
                        item.input = true;
                        item.variants
                            .iter()
                            .map(|variant| variant.ty.clone())
                            .collect()
                    }
                    _ => return,
                };
                inner.iter().for_each(|ty| self.mark_input(ty));
            }
            Type::List(of) | Type::Map(of) | Type::Nullable(of) => self.mark_input(of),
            _ => {}
        }
    }

    /// Notes that an answer is a page of a list, if it is: it has a continuation token and exactly
    /// one list.
    pub fn mark_page(&mut self, answer: &Type) -> bool {
        let Type::Named(name) = answer else {
            return false;
        };
        let Some((_, Some(Item::Struct(item)))) = self.items.get_mut(name) else {
            return false;
        };
        let token = item
            .fields
            .iter()
            .find(|field| field.name == "continuationToken");
        let mut lists = item.fields.iter().filter_map(|field| match &field.ty {
            Type::List(of) => Some((field, of)),
            _ => None,
        });
        let (Some(token), Some((items, of)), None) = (token, lists.next(), lists.next()) else {
            return false;
        };
        item.page = Some(PageShape {
            token: token.rust.clone(),
            token_required: token.required,
            items: items.rust.clone(),
            items_required: items.required,
            item: (**of).clone(),
        });
        true
    }

    /// The finished types by schema file.
    pub fn into_modules(mut self) -> Result<Vec<Module>> {
        let mut modules: BTreeMap<String, Vec<Item>> = BTreeMap::new();
        for name in &self.order {
            if let Some((key, Some(item))) = self.items.remove(name) {
                let stem = key
                    .rsplit('/')
                    .next()
                    .unwrap_or_default()
                    .trim_end_matches(".json");
                modules.entry(stem.to_owned()).or_default().push(item);
            }
        }
        Ok(modules
            .into_iter()
            .map(|(stem, items)| Module { stem, items })
            .collect())
    }

    fn error(&self, place: &Place<'_>, why: String) -> Error {
        Error::at(&self.schemas.file(place.key), place.pointer, why)
    }
}

/// Names that would hide what generated code itself refers to.
const RESERVED: &[&str] = &[
    "Box", "Clone", "Debug", "Option", "Page", "String", "Value", "Vec",
];

/// `queue/v1/task-status.json` and `/properties/runs/items` give `TaskStatusRunsItem`.
fn fallback_name(key: &str, pointer: &str) -> String {
    let stem = key
        .rsplit('/')
        .next()
        .unwrap_or_default()
        .trim_end_matches(".json");
    let mut name = camel(stem);
    let mut steps = pointer.split('/').skip(1);
    while let Some(step) = steps.next() {
        match step {
            "properties" | "definitions" | "oneOf" | "anyOf" => {
                name += &camel(&unescape(steps.next().unwrap_or_default()));
            }
            "items" => name += "Item",
            "additionalProperties" => name += "Value",
            other => name += &camel(other),
        }
    }
    name
}

fn escape(property: &str) -> String {
    property.replace('~', "~0").replace('/', "~1")
}

fn unescape(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}
