//! The same requirement with fewer words.

use std::collections::HashSet;

use super::algebra::sort;
use super::requirement::single_or;
use super::{ExpressionError, Requirement, normalize};

impl Requirement {
    /// The same requirement with fewer words: nested lists of the same kind are joined, lists of
    /// one are unwrapped, scopes come first, sorted and each once, and `AllOf` loses the scopes
    /// that others of it cover.
    ///
    /// # Errors
    /// A scope has a character that is not printable ASCII.
    #[doc(alias = "simplifyScopeExpression")]
    pub fn simplify(&self) -> Result<Self, ExpressionError> {
        self.validate()?;
        Ok(self.clone().simplified())
    }

    fn simplified(self) -> Self {
        match self {
            Self::AllOf(list) => {
                let parts = Parts::of(list.into_iter().map(Self::simplified));
                let nested = !parts.all_ofs.is_empty();
                let members = parts.all_ofs.into_iter().flat_map(|part| match part {
                    Self::AllOf(list) => list,
                    other => vec![other],
                });
                let scopes = normalize(parts.scopes).into_iter().map(Self::Scope);
                joined(
                    scopes.chain(parts.any_ofs).chain(members),
                    nested,
                    Self::AllOf,
                )
            }
            Self::AnyOf(list) => {
                let parts = Parts::of(list);
                let nested = !parts.any_ofs.is_empty();
                let members = parts
                    .any_ofs
                    .into_iter()
                    .flat_map(|part| match part.simplified() {
                        Self::AnyOf(list) => list,
                        other => vec![other],
                    });
                let scopes = parts.scopes.into_iter().map(Self::Scope);
                let all_ofs = parts.all_ofs.into_iter().map(Self::simplified);
                joined(scopes.chain(members).chain(all_ofs), nested, Self::AnyOf)
            }
            Self::Scope(_) => self,
        }
    }
}

/// The members of a list by kind, each once: scopes in their order, lists in the order given.
struct Parts {
    scopes: Vec<String>,
    any_ofs: Vec<Requirement>,
    all_ofs: Vec<Requirement>,
}

impl Parts {
    fn of(list: impl IntoIterator<Item = Requirement>) -> Self {
        let mut parts = Self {
            scopes: vec![],
            any_ofs: vec![],
            all_ofs: vec![],
        };
        let mut seen = HashSet::new();
        for part in list {
            if !seen.insert(part.clone()) {
                continue;
            }
            match part {
                Requirement::Scope(scope) => parts.scopes.push(scope),
                Requirement::AnyOf(_) => parts.any_ofs.push(part),
                Requirement::AllOf(_) => parts.all_ofs.push(part),
            }
        }
        sort(&mut parts.scopes);
        parts
    }
}

/// A list of a kind, simplified once more where nested lists were joined to it.
fn joined(
    list: impl Iterator<Item = Requirement>,
    nested: bool,
    kind: fn(Vec<Requirement>) -> Requirement,
) -> Requirement {
    let list: Vec<_> = list.collect();
    if nested && list.len() != 1 {
        kind(list).simplified()
    } else {
        single_or(list, kind)
    }
}

#[cfg(test)]
mod tests {
    use rand::RngExt as _;
    use serde_json::{Value, json};

    use super::super::ScopeSet;
    use super::*;

    fn requirement(value: &Value) -> Requirement {
        Requirement::try_from(value).expect("a requirement")
    }

    fn simplified(value: &Value) -> Value {
        json!(requirement(value).simplify().expect("printable"))
    }

    #[test]
    fn simplifying_joins_lists_of_the_same_kind() {
        let nested =
            json!({"AllOf": ["b", {"AllOf": ["a*", {"AllOf": ["ab", {"AnyOf": ["z"]}]}]}]});
        assert_eq!(simplified(&nested), json!({"AllOf": ["a*", "b", "z"]}));
        let nested = json!({"AnyOf": ["c", {"AnyOf": ["b", {"AnyOf": ["a"]}, {"AnyOf": []}]}]});
        assert_eq!(simplified(&nested), json!({"AnyOf": ["a", "b", "c"]}));
        let nested = json!({"AnyOf": [{"AnyOf": [{"AllOf": ["x", "y"]}]}, {"AllOf": ["x", "y"]}]});
        assert_eq!(simplified(&nested), json!({"AllOf": ["x", "y"]}));
        assert!(requirement(&json!({"AnyOf": ["é"]})).simplify().is_err());
    }

    #[test]
    fn simplifying_changes_no_answer() {
        fn random(rng: &mut impl rand::Rng, depth: u32) -> Requirement {
            let scopes = ["a", "ab", "a*", "b", "c*", "*"];
            let kind = if depth == 0 {
                0
            } else {
                rng.random_range(0..3)
            };
            let list = if kind > 0 { rng.random_range(0..4) } else { 0 };
            let list = (0..list).map(|_| random(rng, depth - 1)).collect();
            match kind {
                0 => scopes[rng.random_range(0..scopes.len())].into(),
                1 => Requirement::AllOf(list),
                _ => Requirement::AnyOf(list),
            }
        }
        let mut rng = rand::rng();
        for _ in 0..2_000 {
            let required = random(&mut rng, 4);
            let simple = required.simplify().expect("printable");
            for given in [&["a", "b"][..], &["a*"], &["b", "c*"], &["*"], &[]] {
                let given = ScopeSet::from_iter(given);
                assert_eq!(
                    required.satisfied_by(&given),
                    simple.satisfied_by(&given),
                    "{required}"
                );
                assert_eq!(
                    required.missing(&given).is_none(),
                    required.satisfied_by(&given)
                );
                assert_eq!(
                    required.used(&given).is_some(),
                    required.satisfied_by(&given)
                );
            }
        }
    }
}
