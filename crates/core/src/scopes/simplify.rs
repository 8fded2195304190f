//! The same requirement with fewer words.
//!
//! Each list is gathered once, and each of its parts simplified once. What is alike is found by
//! hashes that are made on the way, and not by looking at the parts again.

use std::collections::HashMap;
use std::hash::{BuildHasher as _, RandomState};

use super::algebra::sort;
use super::{ExpressionError, Requirement, normalize};

impl Requirement {
    /// The same requirement with fewer words: nested lists of the same kind are joined, lists of
    /// one are unwrapped, scopes come first, sorted and each once, lists that are alike stay once,
    /// and `AllOf` loses the scopes that others of it cover. What is simplified stays as it is.
    ///
    /// # Errors
    /// A scope has a character that is not printable ASCII.
    #[doc(alias = "simplifyScopeExpression")]
    pub fn simplify(&self) -> Result<Self, ExpressionError> {
        self.validate()?;
        Ok(Simple::of(self, &RandomState::new()).into())
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    AllOf,
    AnyOf,
}

/// A simplified requirement.
#[derive(PartialEq)]
struct Simple {
    /// Of what it says: two that are alike have the same. It is compared first.
    hash: u64,
    form: Form,
}

#[derive(PartialEq)]
enum Form {
    Scope(String),
    List(Kind, Vec<Simple>),
}

impl Simple {
    fn of(requirement: &Requirement, hashes: &RandomState) -> Self {
        match parts(requirement) {
            Ok((kind, list)) => {
                let mut members = Members::default();
                for part in list {
                    members.gather(kind, part, hashes);
                }
                members.finish(kind, hashes)
            }
            Err(scope) => Self::scope(scope.to_owned(), hashes),
        }
    }

    fn scope(scope: String, hashes: &RandomState) -> Self {
        Self {
            hash: hashes.hash_one(&scope),
            form: Form::Scope(scope),
        }
    }
}

impl From<Simple> for Requirement {
    fn from(simple: Simple) -> Self {
        let each = |list: Vec<Simple>| list.into_iter().map(Self::from).collect();
        match simple.form {
            Form::Scope(scope) => Self::Scope(scope),
            Form::List(Kind::AllOf, list) => Self::AllOf(each(list)),
            Form::List(Kind::AnyOf, list) => Self::AnyOf(each(list)),
        }
    }
}

/// Kind and members of a list, or the scope.
fn parts(requirement: &Requirement) -> Result<(Kind, &[Requirement]), &str> {
    match requirement {
        Requirement::AllOf(list) => Ok((Kind::AllOf, list)),
        Requirement::AnyOf(list) => Ok((Kind::AnyOf, list)),
        Requirement::Scope(scope) => Err(scope),
    }
}

/// The members of a list: scopes, and lists of the other kind.
#[derive(Default)]
struct Members {
    scopes: Vec<String>,
    lists: Vec<Simple>,
}

impl Members {
    /// Adds a part of a list of a kind, or what is in the part where it is of the same kind.
    fn gather(&mut self, kind: Kind, part: &Requirement, hashes: &RandomState) {
        match parts(part) {
            Err(scope) => self.scopes.push(scope.to_owned()),
            Ok((other, list)) if other == kind || list.len() == 1 => {
                for part in list {
                    self.gather(kind, part, hashes);
                }
            }
            Ok(_) => self.add(kind, Simple::of(part, hashes)),
        }
    }

    /// Adds what is simplified. A list of the other kind may have come down to one of this kind.
    fn add(&mut self, kind: Kind, part: Simple) {
        match part.form {
            Form::Scope(scope) => self.scopes.push(scope),
            Form::List(same, list) if same == kind => {
                list.into_iter().for_each(|part| self.add(kind, part));
            }
            Form::List(..) => self.lists.push(part),
        }
    }

    /// The list, each of its members once; or its only member.
    fn finish(mut self, kind: Kind, hashes: &RandomState) -> Simple {
        if kind == Kind::AllOf {
            self.scopes = normalize(self.scopes);
        } else {
            sort(&mut self.scopes);
            self.scopes.dedup();
        }
        let scopes = self.scopes.into_iter();
        let mut list: Vec<_> = scopes.map(|it| Simple::scope(it, hashes)).collect();
        // Where in the list those stand that have a hash.
        let mut places: HashMap<u64, Vec<usize>> = HashMap::new();
        for part in self.lists {
            let alike = places.entry(part.hash).or_default();
            if !alike.iter().any(|at| list[*at] == part) {
                alike.push(list.len());
                list.push(part);
            }
        }
        match list.pop() {
            Some(only) if list.is_empty() => only,
            last => {
                list.extend(last);
                let said: Vec<u64> = list.iter().map(|part| part.hash).collect();
                Simple {
                    hash: hashes.hash_one((kind, said)),
                    form: Form::List(kind, list),
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use rand::rngs::StdRng;
    use rand::{RngExt as _, SeedableRng as _};
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
    fn what_is_alike_once_simplified_stays_once() {
        for (given, wanted) in [
            (json!({"AnyOf": ["a*", "a*"]}), json!("a*")),
            (
                json!({"AnyOf": ["a*", {"AllOf": ["a*", "ab"]}]}),
                json!("a*"),
            ),
            (
                json!({"AnyOf": [{"AllOf": ["x", "y"]}, {"AllOf": ["y", {"AnyOf": ["x"]}]}]}),
                json!({"AllOf": ["x", "y"]}),
            ),
            (
                json!({"AllOf": ["c", {"AnyOf": [{"AnyOf": []}, {"AllOf": ["b", "a"]}]}]}),
                json!({"AllOf": ["a", "b", "c"]}),
            ),
            (json!({"AllOf": [{"AllOf": []}]}), json!({"AllOf": []})),
            (json!({"AllOf": [{"AnyOf": []}]}), json!({"AnyOf": []})),
        ] {
            assert_eq!(simplified(&given), wanted, "{given}");
        }
    }

    #[test]
    fn depth_and_width_come_at_no_great_cost() {
        // Cubic time in the depth would be a thousand million steps.
        let deep = (0..1_000).fold(Requirement::from("s"), |inner, n| {
            let scope = Requirement::Scope(format!("s{n}"));
            let both = vec![scope, Requirement::AnyOf(vec![]), inner];
            if n % 2 == 0 {
                Requirement::AllOf(both)
            } else {
                Requirement::AnyOf(both)
            }
        });
        let simple = deep.simplify().expect("printable");
        assert_eq!(simple.simplify().as_ref(), Ok(&simple));
        let wide = Requirement::AnyOf(
            (0..20_000)
                .map(|n| format!("s{n}").as_str().into())
                .collect(),
        );
        let all = ScopeSet::from_iter(["s*"]);
        let rows = Requirement::AnyOf(vec![wide.clone(); 3]);
        assert_eq!(rows.used(&all).map(|used| used.len()), Some(20_000));
        assert_eq!(rows.simplify(), wide.simplify());
    }

    #[test]
    fn simplifying_changes_no_answer_and_is_done_at_once() {
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
        let mut rng = StdRng::seed_from_u64(13);
        for _ in 0..2_000 {
            let required = random(&mut rng, 4);
            let simple = required.simplify().expect("printable");
            assert_eq!(simple.simplify().as_ref(), Ok(&simple), "{required:?}");
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
