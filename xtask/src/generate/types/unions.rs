//! Schemas of what may be one of several things.

use serde_json::Value;
use taskcluster_core::Era;

use super::super::model::{Item, Type, Union, Variant};
use super::super::naming::{self, Names, camel};
use super::super::{Result, shape};
use super::forms;
use super::{Place, Types};

impl<'a> Types<'a> {
    pub(super) fn lower_branches(
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
        let name = self.claim_union(place, node, false);
        let mut variants = Vec::new();
        let mut names = Names::new(naming::OF_ENUM);
        for (i, branch) in branches.iter().enumerate() {
            let text = shape::tag_value(branch, tag).unwrap_or_default();
            let pointer = format!("{}/{keyword}/{i}", place.pointer);
            variants.push(Variant {
                name: names.one(&camel(text)),
                era: Era::Both,
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
        let all = node.get(keyword).and_then(Value::as_array).map(Vec::len);
        let name = self.claim_union(place, node, all > Some(branches.len()));
        let called = self.form_names(place.key, place.pointer, keyword);
        let mut variants: Vec<Variant> = Vec::new();
        let mut names = Names::new(naming::OF_ENUM);
        for i in branches {
            let pointer = format!("{}/{keyword}/{i}", place.pointer);
            let branch = self.schemas.at(place.key, &pointer)?;
            let ty = self.lower(place.key, &pointer, "")?;
            let called = called
                .get(*i)
                .cloned()
                .flatten()
                .unwrap_or_else(|| shape::variant_name(&ty));
            let numbered = format!("{called}{}", i + 1);
            variants.push(Variant {
                name: names.first(&[&called, &numbered]),
                era: Era::Both,
                docs: shape::docs(branch, None),
                ty,
                text: None,
            });
        }
        Ok(self.define_union(name, node, None, variants))
    }

    /// What the forms of a choice are called by their schemas, by their order; none where only the
    /// type can tell, and an empty name where there is no other form.
    pub(super) fn form_names(
        &self,
        key: &str,
        pointer: &str,
        keyword: &str,
    ) -> Vec<Option<String>> {
        let node = self.schemas.at(key, pointer).ok();
        let forms = node.and_then(|node| node.get(keyword)?.as_array());
        let forms: Vec<&Value> = forms.into_iter().flatten().collect();
        let resolved: Vec<&Value> = forms
            .iter()
            .map(|form| self.target(key, form).unwrap_or(form))
            .collect();
        forms::names(&forms, &resolved)
    }

    /// A name for a union, which its forms may hold.
    fn claim_union(&mut self, place: &Place<'_>, node: &Value, nullable: bool) -> String {
        let name = self.claim(place, node);
        let (key, pointer) = (place.key.to_owned(), place.pointer.to_owned());
        let ty = Type::Named(name.clone());
        let ty = match nullable {
            true => Type::Nullable(Box::new(ty)),
            false => ty,
        };
        self.places.insert((key, pointer, String::new()), ty);
        name
    }

    pub(super) fn define_union(
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
                era: Era::Both,
                docs,
                input: false,
                tag,
                variants,
            }),
        );
        Type::Named(name)
    }
}
