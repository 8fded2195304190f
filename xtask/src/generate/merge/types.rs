//! Types of two eras as one.
//!
//! First it is found which types are the same thing: those of one name from schema files of one
//! name, and those that stand in the same place of a payload, an answer or another such pair. Then
//! each is merged with its like (`items`); what only the newer era has keeps its name if that is
//! free.

use std::collections::{BTreeMap, VecDeque};

use super::docs::docs;
use super::{clash, items, reach};
use crate::generate::Result;
use crate::generate::fixups::merging;
use crate::generate::model::{Item, Method, Module, Output, Service, Type};
use crate::generate::naming::{self, Names, snake};

/// Which types of two eras are the same thing.
pub struct Pairs<'a> {
    older: &'a Service,
    newer: &'a Service,
    /// The newer types of each older one, in the order in which they were found.
    found: BTreeMap<String, Vec<String>>,
    /// Pairs whose parts are still to be paired.
    left: VecDeque<(String, String)>,
}

/// The types with the stems of the files that they stand in.
fn all(service: &Service) -> impl Iterator<Item = (&str, &Item)> {
    service.modules.iter().flat_map(|module| {
        let items = module.items.iter();
        items.map(|item| (module.stem.as_str(), item))
    })
}

fn find<'s>(service: &'s Service, name: &str) -> Option<(&'s str, &'s Item)> {
    all(service).find(|(_, item)| item.name() == name)
}

impl<'a> Pairs<'a> {
    pub fn new(older: &'a Service, newer: &'a Service) -> Self {
        let mut pairs = Self {
            older,
            newer,
            found: BTreeMap::new(),
            left: VecDeque::new(),
        };
        for (stem, item) in all(older) {
            if find(newer, item.name()).is_some_and(|(other, _)| other == stem) {
                pairs.note(item.name(), item.name());
            }
        }
        pairs
    }

    /// Notes that two types, and their parts, stand in the same place.
    pub fn pair(&mut self, a: &Type, b: &Type) {
        match (a, b) {
            (Type::Nullable(a), Type::Nullable(b))
            | (Type::List(a), Type::List(b))
            | (Type::Map(a), Type::Map(b)) => self.pair(a, b),
            (Type::Nullable(a), b) => self.pair(a, b),
            (a, Type::Nullable(b)) => self.pair(a, b),
            (Type::Named(a) | Type::Boxed(a), Type::Named(b) | Type::Boxed(b)) => self.note(a, b),
            // Whether they can be one is judged when they are merged.
            _ => {}
        }
    }

    fn note(&mut self, a: &str, b: &str) {
        let newer = self.found.entry(a.to_owned()).or_default();
        if !newer.iter().any(|it| it == b) {
            newer.push(b.to_owned());
            self.left.push_back((a.to_owned(), b.to_owned()));
        }
    }

    /// Pairs the parts of all pairs.
    fn close(&mut self) {
        while let Some((a, b)) = self.left.pop_front() {
            let (Some((_, older)), Some((_, newer))) = (find(self.older, &a), find(self.newer, &b))
            else {
                continue;
            };
            for (place, a, b) in items::parts(older, newer) {
                if !merging::stays(&self.older.name, &place) {
                    self.pair(&a, &b);
                }
            }
        }
    }

    /// All types of both eras.
    pub fn merge(mut self, tells: bool) -> Result<Merged> {
        self.close();
        let (older, newer) = (self.older, self.newer);
        let mut merged = Merged {
            service: older.name.clone(),
            tells,
            names: self.names()?,
            found: self.found,
            modules: Vec::new(),
        };
        let mut modules: BTreeMap<&str, Vec<Item>> = BTreeMap::new();
        for (stem, item) in all(older) {
            let mut one = item.clone();
            for name in merged.found.get(item.name()).into_iter().flatten() {
                if let Some((_, newer)) = find(newer, name) {
                    one = items::one(&merged, one, newer)?;
                }
            }
            modules.entry(stem).or_default().push(one);
        }
        for (stem, item) in all(newer) {
            if !merged.found.values().flatten().any(|it| it == item.name()) {
                let item = items::renamed(&merged, item);
                modules.entry(stem).or_default().push(item);
            }
        }
        let mut names = Names::new(naming::OF_TYPES);
        let modules = modules.into_iter().map(|(stem, items)| Module {
            rust: names.one(&snake(stem)),
            stem: stem.to_owned(),
            items,
        });
        merged.modules = modules.collect();
        reach::spread_input(&mut merged.modules);
        Ok(merged)
    }

    /// What each newer type is called: as the older one that is the same thing, else as it was.
    fn names(&self) -> Result<BTreeMap<String, String>> {
        let mut names = BTreeMap::new();
        for (_, item) in all(self.newer) {
            let name = item.name();
            let alike = |older: &&String| self.found[*older].iter().any(|it| it == name);
            let same = self.found.get_key_value(name).map(|it| it.0).filter(alike);
            let called = match same.or_else(|| self.found.keys().find(alike)) {
                Some(older) => older.clone(),
                None if find(self.older, name).is_some() => {
                    let place = format!("{}: {name}", self.older.name);
                    return Err(clash(&place, "is another type"));
                }
                None => name.to_owned(),
            };
            names.insert(name.to_owned(), called);
        }
        Ok(names)
    }
}

/// The types of both eras, and what became of those of the newer one.
pub struct Merged {
    pub service: String,
    /// Whether limits that differ are those of two eras.
    tells: bool,
    /// What each newer type is called now.
    names: BTreeMap<String, String>,
    found: BTreeMap<String, Vec<String>>,
    pub modules: Vec<Module>,
}

impl Merged {
    /// What is said of a thing that both have.
    pub fn docs(&self, older: &[String], newer: &[String]) -> Vec<String> {
        match self.tells || older.is_empty() {
            true => docs(older, newer),
            false => older.to_vec(),
        }
    }

    /// The type of a place that has one in both eras.
    pub fn one(&self, place: &str, a: &Type, b: &Type) -> Result<Type> {
        if merging::stays(&self.service, place) {
            return Ok(a.clone());
        }
        let one = |a: &Type, b: &Type| self.one(place, a, b).map(Box::new);
        Ok(match (a, b) {
            (Type::Nullable(a), Type::Nullable(b)) => Type::Nullable(one(a, b)?),
            (Type::Nullable(a), b) => Type::Nullable(one(a, b)?),
            (a, Type::Nullable(b)) => Type::Nullable(one(a, b)?),
            (Type::List(a), Type::List(b)) => Type::List(one(a, b)?),
            (Type::Map(a), Type::Map(b)) => Type::Map(one(a, b)?),
            (Type::Boxed(x), Type::Named(y) | Type::Boxed(y)) if self.are_one(x, y) => a.clone(),
            (Type::Named(x), Type::Boxed(y)) if self.are_one(x, y) => Type::Boxed(x.clone()),
            (Type::Named(x), Type::Named(y)) if self.are_one(x, y) => a.clone(),
            (a, b) if a == b && !matches!(a, Type::Named(_) | Type::Boxed(_)) => a.clone(),
            (a, b) => {
                let place = format!("{}: {place}", self.service);
                return Err(clash(&place, &format!("is {b:?}, and not {a:?},")));
            }
        })
    }

    fn are_one(&self, older: &str, newer: &str) -> bool {
        let alike = self.found.get(older);
        alike.is_some_and(|alike| alike.iter().any(|it| it == newer))
            || self.names.get(newer).is_some_and(|name| name == older)
    }

    /// A type of the newer era under the names of the union.
    pub fn renamed(&self, ty: &Type) -> Type {
        let name = |name: &String| self.names.get(name).unwrap_or(name).clone();
        let of = |ty: &Type| Box::new(self.renamed(ty));
        match ty {
            Type::Named(it) => Type::Named(name(it)),
            Type::Boxed(it) => Type::Boxed(name(it)),
            Type::List(it) => Type::List(of(it)),
            Type::Map(it) => Type::Map(of(it)),
            Type::Nullable(it) => Type::Nullable(of(it)),
            other => other.clone(),
        }
    }

    /// The same of a method that the newer era alone has.
    pub fn renamed_method(&self, method: &Method) -> Method {
        Method {
            input: method.input.as_ref().map(|ty| self.renamed(ty)),
            output: match &method.output {
                Output::Json(ty) => Output::Json(self.renamed(ty)),
                other => other.clone(),
            },
            ..method.clone()
        }
    }
}
