//! A set of scopes that is prepared once and asked often.

use std::fmt;
use std::hash::{Hash, Hasher};

use super::algebra::{compare_keys, key};
use super::index::Index;
use super::{covers, normalize};

/// Scopes in normal form: sorted, and none covered by another.
///
/// Preparing the set sorts the scopes and, where there are many, indexes them; a question then takes
/// a few look-ups or one binary search. For a single question over a plain list,
/// [`satisfies`](super::satisfies) is quicker. Two sets are equal when they allow the same.
///
/// ```
/// use taskcluster_core::scopes::ScopeSet;
///
/// let scopes = ScopeSet::from_iter(["queue:*", "queue:create-task:x", "secrets:get:a"]);
/// assert!(scopes.covers("queue:route:index.x"));
/// assert!(!scopes.satisfies(&[["secrets:get:a", "secrets:get:b"]]));
/// assert_eq!(scopes.iter().collect::<Vec<_>>(), ["queue:*", "secrets:get:a"]);
/// ```
#[derive(Clone, Default)]
pub struct ScopeSet {
    scopes: Vec<String>,
    index: Option<Index>,
}

impl ScopeSet {
    /// Whether one of the scopes covers this one.
    pub fn covers(&self, scope: &str) -> bool {
        match &self.index {
            Some(index) => index.covers(scope),
            None => self.search(scope),
        }
    }

    fn search(&self, scope: &str) -> bool {
        // In normal form, whatever stands between a pattern and a scope that it covers would be
        // covered as well, and so is not there: only the last scope that does not come behind can
        // cover this one. With a trailing star taken as a plain character, `a**` is found for
        // `a*`, as by `covers`.
        let end = self
            .scopes
            .partition_point(|has| compare_keys(key(has), (scope, true)).is_le());
        let candidate = self.scopes[..end].last();
        candidate.is_some_and(|has| covers(has, scope))
    }

    /// Whether the scopes satisfy at least one of several required sets, all of its scopes each;
    /// see [`satisfies`](super::satisfies).
    pub fn satisfies<R, S>(&self, required: &[R]) -> bool
    where
        R: AsRef<[S]>,
        S: AsRef<str>,
    {
        let covered = |scope: &S| self.covers(scope.as_ref());
        required.iter().any(|set| set.as_ref().iter().all(covered))
    }

    /// The scopes in their [order](super::compare()).
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &str> + Clone {
        self.scopes.iter().map(String::as_str)
    }

    /// How many scopes there are in normal form.
    pub fn len(&self) -> usize {
        self.scopes.len()
    }

    /// Whether there is no scope at all.
    pub fn is_empty(&self) -> bool {
        self.scopes.is_empty()
    }

    /// The scopes as a list.
    pub fn into_vec(self) -> Vec<String> {
        self.scopes
    }
}

impl<S: AsRef<str>> FromIterator<S> for ScopeSet {
    fn from_iter<I: IntoIterator<Item = S>>(scopes: I) -> Self {
        let scopes = normalize(scopes.into_iter().map(|scope| scope.as_ref().to_owned()));
        let index = Index::if_it_pays(&scopes);
        Self { scopes, index }
    }
}

// The index follows from the scopes.
impl PartialEq for ScopeSet {
    fn eq(&self, other: &Self) -> bool {
        self.scopes == other.scopes
    }
}

impl Eq for ScopeSet {}

impl Hash for ScopeSet {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.scopes.hash(state);
    }
}

impl fmt::Debug for ScopeSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(&self.scopes).finish()
    }
}

#[cfg(test)]
mod tests {
    use rand::RngExt as _;

    use super::super::satisfies;
    use super::*;

    fn random_scope(rng: &mut impl rand::Rng) -> String {
        let letters = ['a', 'b', '*', 'é', ' ', '\u{ffff}', '\u{1f389}'];
        let length = rng.random_range(0..5);
        (0..length)
            .map(|_| letters[rng.random_range(0..letters.len())])
            .collect()
    }

    #[test]
    fn a_set_answers_as_the_plain_list_does() {
        let mut rng = rand::rng();
        for _ in 0..3_000 {
            let assumed: Vec<_> = (0..rng.random_range(0..8))
                .map(|_| random_scope(&mut rng))
                .collect();
            let set = ScopeSet::from_iter(&assumed);
            for _ in 0..10 {
                let required = [[random_scope(&mut rng)], [random_scope(&mut rng)]];
                let wanted = satisfies(&assumed, &required);
                assert_eq!(set.satisfies(&required), wanted, "{assumed:?} {required:?}");
            }
        }
    }

    #[test]
    fn a_large_set_answers_as_the_plain_list_does() {
        let mut rng = rand::rng();
        let mut indexed = [0, 0];
        for round in 0..60 {
            // With few lengths of patterns there is an index, with many there is none.
            let length = if round % 2 == 0 { 2 } else { 12 };
            let mut scope = || {
                let letters = ["a", "b", "c", "d", "é", ":", "*"];
                let length = rng.random_range(1..=length) * 3;
                let scope: String = (0..length)
                    .map(|_| letters[rng.random_range(0..letters.len())])
                    .collect();
                scope + &"*"[..rng.random_range(0..2)]
            };
            let assumed: Vec<String> = (0..300).map(|_| scope()).collect();
            let set = ScopeSet::from_iter(&assumed);
            indexed[usize::from(set.index.is_some())] += 1;
            let near = assumed.iter().map(|scope| scope.trim_end_matches('*'));
            let near: Vec<String> = near.flat_map(|s| [s.into(), format!("{s}a")]).collect();
            for required in near.into_iter().chain((0..300).map(|_| scope())) {
                let wanted = satisfies(&assumed, &[[&required]]);
                assert_eq!(set.covers(&required), wanted, "{assumed:?} {required:?}");
            }
        }
        assert!(indexed.iter().all(|count| *count > 10), "{indexed:?}");
    }

    #[test]
    fn a_doubled_star_covers_the_single_one() {
        assert!(ScopeSet::from_iter(["a**", "a b", "a)"]).covers("a*"));
        assert!(ScopeSet::from_iter(["a*", "0"]).covers("a**"));
        assert!(!ScopeSet::from_iter(["a", "ab"]).covers("a*"));
    }

    #[test]
    fn nothing_satisfies_no_required_sets() {
        let none: [[&str; 1]; 0] = [];
        assert!(!ScopeSet::from_iter(["*"]).satisfies(&none));
        assert!(ScopeSet::default().satisfies::<[&str; 0], _>(&[[]]));
    }

    #[test]
    fn equal_sets_allow_the_same() {
        assert_eq!(
            ScopeSet::from_iter(["b", "a*"]),
            ScopeSet::from_iter(["a*", "ab", "b"])
        );
        assert_eq!(ScopeSet::from_iter(["a*", "ab"]).into_vec(), ["a*"]);
        assert_eq!(ScopeSet::from_iter(["a*", "ab"]).len(), 1);
        assert!(ScopeSet::default().is_empty());
    }
}
