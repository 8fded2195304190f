//! Types inside themselves.
//!
//! A struct or a union has its name before its members have types, so it can stand in them, in a
//! box. A list or a map has no name: one that holds itself becomes a union of that one form. What is
//! nothing but itself is an error.

use serde_json::Value;
use taskcluster_core::Era;

use super::super::Result;
use super::super::model::{Type, Variant};
use super::super::shape;
use super::{Id, Place, Types};

/// How many schemas may stand in each other.
const MAX_DEPTH: usize = 64;

/// A place of which a type is being made.
pub struct Open {
    pub id: Id,
    /// The name that its type has got, since it is needed inside.
    name: Option<String>,
    step: Step,
}

/// What stands between a type and what is inside it just now.
#[derive(Clone, Copy, PartialEq)]
pub enum Step {
    /// Nothing: the type is the one inside.
    Same,
    /// A struct or a union.
    Named,
    /// A list or a map, whose elements are on the heap.
    Heap,
}

impl Types<'_> {
    /// A type that has a name already, as it is written here.
    pub(super) fn known(&self, ty: &Type) -> Type {
        let in_the_making =
            |name: &String| self.items.get(name).is_some_and(|(_, item)| item.is_none());
        match ty {
            Type::Named(name) if in_the_making(name) => Type::Boxed(name.clone()),
            Type::Nullable(of) => Type::Nullable(Box::new(self.known(of))),
            known => known.clone(),
        }
    }

    pub(super) fn enter(&mut self, place: &Place<'_>, id: &Id) -> Result<()> {
        if self.open.len() >= MAX_DEPTH {
            let why = format!("more than {MAX_DEPTH} schemas stand in each other here");
            return Err(self.error(place, why));
        }
        self.open.push(Open {
            id: id.clone(),
            name: None,
            step: Step::Same,
        });
        Ok(())
    }

    /// Notes what stands between the innermost open place and what comes next.
    pub(super) fn between(&mut self, step: Step) {
        if let Some(open) = self.open.last_mut() {
            open.step = step;
        }
    }

    /// The finished type of the innermost open place: a union, if a name was needed inside.
    pub(super) fn leave(&mut self, node: &Value, ty: Type) -> Type {
        let Some(name) = self.open.pop().and_then(|open| open.name) else {
            return ty;
        };
        let form = Variant {
            era: Era::Both,
            name: shape::variant_name(&ty),
            docs: Vec::new(),
            ty,
            text: None,
        };
        self.define_union(name, node, None, vec![form])
    }

    /// The type of an open place, for what stands inside it.
    pub(super) fn inside_itself(&mut self, at: usize) -> Result<Type> {
        let inner = || self.open[at..].iter();
        let on_heap = inner().any(|open| open.step == Step::Heap);
        let (key, pointer, _) = self.open[at].id.clone();
        let place = Place {
            key: &key,
            pointer: &pointer,
            fallback: self.fallback_name(&key, &pointer),
        };
        if inner().all(|open| open.step == Step::Same) {
            let why = "this leads to itself, and to nothing else".to_owned();
            return Err(self.error(&place, why));
        }
        let name = match self.open[at].name.clone() {
            Some(name) => name,
            None => {
                let node = self.schemas.at(&key, &pointer)?;
                let innermost = self.open.last().map(|open| open.step);
                let name = self.claim(&place, node);
                self.between(innermost.unwrap_or(Step::Same));
                self.open[at].name.insert(name).clone()
            }
        };
        Ok(if on_heap {
            Type::Named(name)
        } else {
            Type::Boxed(name)
        })
    }
}
