//! What one call asks of its caller: an expression without parameters.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Expression, ExpressionError, ScopeSet, is_valid, normalize};

/// A scope expression without parameters: what lets a caller do one thing.
///
/// An [`Expression`] renders to it, and it can be read from JSON. Its `Display` is for people:
/// `a and (b or c)`; `Serialize` gives the form of the services.
///
/// ```
/// use taskcluster_core::scopes::{Requirement, ScopeSet};
///
/// let required: Requirement = serde_json::from_str(r#"{"AllOf": ["a", {"AnyOf": ["b", "c"]}]}"#)?;
/// let given = ScopeSet::from_iter(["a", "c*"]);
/// assert!(required.satisfied_by(&given));
/// assert_eq!(required.used(&given), Some(vec!["a".to_owned(), "c".to_owned()]));
///
/// let missing = required.missing(&ScopeSet::from_iter(["a"]));
/// assert_eq!(missing.map(|it| it.to_string()).as_deref(), Some("b or c"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "Expression")]
pub enum Requirement {
    /// All of these.
    AllOf(Vec<Requirement>),
    /// At least one of these.
    AnyOf(Vec<Requirement>),
    /// One scope.
    #[serde(untagged)]
    Scope(String),
}

impl Requirement {
    /// Whether a caller with these scopes has what is required.
    #[doc(alias = "satisfiesExpression")]
    pub fn satisfied_by(&self, given: &ScopeSet) -> bool {
        match self {
            Self::AllOf(list) => list.iter().all(|part| part.satisfied_by(given)),
            Self::AnyOf(list) => list.iter().any(|part| part.satisfied_by(given)),
            Self::Scope(scope) => given.covers(scope),
        }
    }

    /// The required scopes that a caller with these scopes draws on, in normal form; `None` where
    /// the requirement is not satisfied.
    ///
    /// Of alternatives, it has all that are satisfied.
    #[doc(alias = "scopesSatisfying")]
    pub fn used(&self, given: &ScopeSet) -> Option<Vec<String>> {
        let mut used = vec![];
        self.collect_used(given, &mut used).then(|| normalize(used))
    }

    /// Adds the scopes that are drawn on, or nothing where the requirement is not satisfied.
    fn collect_used<'r>(&'r self, given: &ScopeSet, used: &mut Vec<&'r str>) -> bool {
        let before = used.len();
        match self {
            Self::AllOf(list) => {
                let all = list.iter().all(|part| part.collect_used(given, used));
                if !all {
                    used.truncate(before);
                }
                all
            }
            Self::AnyOf(list) => {
                let mut any = false;
                for part in list {
                    any |= part.collect_used(given, used);
                }
                any
            }
            Self::Scope(scope) => {
                let is_covered = given.covers(scope);
                if is_covered {
                    used.push(scope);
                }
                is_covered
            }
        }
    }

    /// What a caller with these scopes lacks; `None` where the requirement is satisfied.
    #[doc(alias = "removeGivenScopes")]
    pub fn missing(&self, given: &ScopeSet) -> Option<Self> {
        match self {
            Self::AllOf(list) => {
                let lacking: Vec<_> = list.iter().filter_map(|part| part.missing(given)).collect();
                (!lacking.is_empty()).then(|| single_or(lacking, Self::AllOf))
            }
            Self::AnyOf(list) => {
                let lacking: Option<_> = list.iter().map(|part| part.missing(given)).collect();
                lacking.map(|lacking| single_or(lacking, Self::AnyOf))
            }
            Self::Scope(scope) => (!given.covers(scope)).then(|| self.clone()),
        }
    }

    /// Whether every scope is one that the servers take.
    ///
    /// # Errors
    /// A scope has a character that is not printable ASCII.
    #[doc(alias = "validExpression")]
    pub fn validate(&self) -> Result<(), ExpressionError> {
        match self {
            Self::AllOf(list) | Self::AnyOf(list) => list.iter().try_for_each(Self::validate),
            Self::Scope(scope) if is_valid(scope) => Ok(()),
            Self::Scope(scope) => Err(ExpressionError::not_a_scope(scope)),
        }
    }

    fn write(&self, f: &mut fmt::Formatter<'_>, nested: bool) -> fmt::Result {
        let (list, word) = match self {
            Self::Scope(scope) => return f.write_str(scope),
            Self::AllOf(list) if list.is_empty() => return f.write_str("nothing"),
            Self::AnyOf(list) if list.is_empty() => return f.write_str("what nobody has"),
            Self::AllOf(list) => (list, " and "),
            Self::AnyOf(list) => (list, " or "),
        };
        let nested = nested && list.len() > 1;
        f.write_str(if nested { "(" } else { "" })?;
        for (at, part) in list.iter().enumerate() {
            f.write_str(if at > 0 { word } else { "" })?;
            part.write(f, list.len() > 1)?;
        }
        f.write_str(if nested { ")" } else { "" })
    }
}

impl fmt::Display for Requirement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, false)
    }
}

/// A list of a kind, or its only member.
pub(super) fn single_or(
    mut list: Vec<Requirement>,
    kind: fn(Vec<Requirement>) -> Requirement,
) -> Requirement {
    match list.pop() {
        Some(only) if list.is_empty() => only,
        last => {
            list.extend(last);
            kind(list)
        }
    }
}

/// Takes an expression that has no parameters to fill: a `<` in a scope is a plain character.
impl TryFrom<Expression> for Requirement {
    type Error = ExpressionError;

    fn try_from(expression: Expression) -> Result<Self, ExpressionError> {
        let each = |list: Vec<Expression>| {
            list.into_iter()
                .map(Self::try_from)
                .collect::<Result<_, _>>()
        };
        match expression {
            Expression::AllOf(list) => each(list).map(Self::AllOf),
            Expression::AnyOf(list) => each(list).map(Self::AnyOf),
            Expression::Scope(scope) => Ok(Self::Scope(scope)),
            Expression::Each { .. } | Expression::If { .. } => Err(ExpressionError::new(
                "an expression with \"for\" or \"if\" needs arguments: render it",
            )),
        }
    }
}

impl TryFrom<&Value> for Requirement {
    type Error = ExpressionError;

    fn try_from(value: &Value) -> Result<Self, ExpressionError> {
        Expression::try_from(value)?.try_into()
    }
}

impl From<&str> for Requirement {
    fn from(scope: &str) -> Self {
        Self::Scope(scope.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn requirement(value: &Value) -> Requirement {
        Requirement::try_from(value).expect("a requirement")
    }

    #[test]
    fn empty_lists() {
        let given = ScopeSet::from_iter(["*"]);
        let nothing = requirement(&json!({"AllOf": []}));
        assert!(nothing.satisfied_by(&ScopeSet::default()));
        assert_eq!(nothing.used(&given), Some(vec![]));
        assert_eq!(nothing.missing(&given), None);
        let impossible = requirement(&json!({"AnyOf": []}));
        assert!(!impossible.satisfied_by(&given));
        assert_eq!(impossible.used(&given), None);
        assert_eq!(impossible.missing(&given), Some(impossible));
    }

    #[test]
    fn used_has_every_satisfied_alternative_and_nothing_else() {
        let required = requirement(&json!({"AnyOf": ["a", {"AllOf": ["b", "no"]}, "c1", "c*"]}));
        let given = ScopeSet::from_iter(["a*", "b", "c*"]);
        assert_eq!(
            required.used(&given),
            Some(vec!["a".to_owned(), "c*".to_owned()])
        );
    }

    #[test]
    fn missing_keeps_all_alternatives_and_unwraps_single_ones() {
        let required =
            requirement(&json!({"AllOf": ["a", {"AnyOf": ["b", {"AllOf": ["a", "c"]}]}]}));
        let missing = required
            .missing(&ScopeSet::from_iter(["a"]))
            .expect("b or c");
        assert_eq!(json!(missing), json!({"AnyOf": ["b", "c"]}));
        assert_eq!(required.missing(&ScopeSet::from_iter(["a", "c"])), None);
    }

    #[test]
    fn parameters_are_refused() {
        for value in [
            json!({"if": "x", "then": "a"}),
            json!({"AnyOf": [{"for": "x", "in": "y", "each": "z"}]}),
        ] {
            let error = Requirement::try_from(&value).expect_err("has parameters");
            assert!(error.to_string().contains("render"), "{error}");
        }
    }

    #[test]
    fn people_can_read_it() {
        let required = requirement(
            &json!({"AllOf": ["a", {"AnyOf": ["b", {"AllOf": ["c"]}]}, {"AnyOf": []}]}),
        );
        assert_eq!(required.to_string(), "a and (b or c) and what nobody has");
    }
}
