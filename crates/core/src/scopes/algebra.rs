//! Lists of scopes: their order, their normal form, union and intersection.

use std::cmp::Ordering;
use std::collections::HashSet;

use super::{ScopeSet, covers};

/// What stands before a trailing star, and whether there is none: `a*` sorts before `a`.
pub(super) type Key<'s> = (&'s str, bool);

pub(super) fn key(scope: &str) -> Key<'_> {
    match scope.strip_suffix('*') {
        Some(prefix) => (prefix, false),
        None => (scope, true),
    }
}

pub(super) fn compare_keys(a: Key<'_>, b: Key<'_>) -> Ordering {
    compare_texts(a.0, b.0).then(a.1.cmp(&b.1))
}

/// The order of JavaScript, in which the services are written. It differs from that of Rust only
/// where two characters differ of which neither is ASCII.
fn compare_texts(a: &str, b: &str) -> Ordering {
    if a.is_ascii() || b.is_ascii() {
        a.cmp(b)
    } else {
        a.encode_utf16().cmp(b.encode_utf16())
    }
}

/// The order in which the services sort scopes: a trailing star comes before everything else that
/// can follow, so that `a*` stands before all that it covers.
///
/// ```
/// use taskcluster_core::scopes::compare;
///
/// let mut scopes = ["aa", "b", "a", "*", "a*", ""];
/// scopes.sort_by(|a, b| compare(a, b));
/// assert_eq!(scopes, ["*", "", "a*", "a", "aa", "b"]);
/// ```
#[doc(alias = "scopeCompare")]
pub fn compare(a: &str, b: &str) -> Ordering {
    compare_keys(key(a), key(b))
}

/// Sorts scopes by [`compare`].
pub(super) fn sort(scopes: &mut [String]) {
    scopes.sort_unstable_by(|a, b| compare(a, b));
}

/// Sorts scopes and leaves out those that another one of them covers.
///
/// ```
/// use taskcluster_core::scopes::normalize;
///
/// assert_eq!(normalize(["b", "ab", "a*", "b"]), ["a*", "b"]);
/// ```
#[doc(alias = "normalizeScopeSet")]
pub fn normalize<S: Into<String>>(scopes: impl IntoIterator<Item = S>) -> Vec<String> {
    let mut scopes: Vec<String> = scopes.into_iter().map(Into::into).collect();
    sort(&mut scopes);
    // Between a pattern and what it covers there stands only what it covers too: to look at the
    // one kept last is enough.
    scopes.dedup_by(|scope, kept| covers(kept, scope));
    scopes
}

/// What holders of either list can do together, in normal form.
///
/// ```
/// use taskcluster_core::scopes::union;
///
/// assert_eq!(union(["z", "a*"], ["ab", "b"]), ["a*", "b", "z"]);
/// ```
#[doc(alias = "scopeUnion")]
pub fn union<A: Into<String>, B: Into<String>>(
    one: impl IntoIterator<Item = A>,
    other: impl IntoIterator<Item = B>,
) -> Vec<String> {
    let one = one.into_iter().map(Into::into);
    normalize(one.chain(other.into_iter().map(Into::into)))
}

/// What holders of either list can do on their own: the scopes of each that the other covers, in
/// the order given, each once.
///
/// ```
/// use taskcluster_core::scopes::intersection;
///
/// assert_eq!(intersection(&["queue:*", "b"], &["a", "queue:x", "b*"]), ["b", "queue:x"]);
/// ```
#[doc(alias = "scopeIntersection")]
pub fn intersection<A: AsRef<str>, B: AsRef<str>>(one: &[A], other: &[B]) -> Vec<String> {
    let one: Vec<&str> = one.iter().map(AsRef::as_ref).collect();
    let other: Vec<&str> = other.iter().map(AsRef::as_ref).collect();
    let (in_one, in_other) = (ScopeSet::from_iter(&one), ScopeSet::from_iter(&other));
    let common = one.into_iter().filter(|scope| in_other.covers(scope));
    let common = common.chain(other.into_iter().filter(|scope| in_one.covers(scope)));
    let mut seen = HashSet::new();
    common
        .filter(|scope| seen.insert(*scope))
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_within_a_scope_is_a_plain_character() {
        assert_eq!(normalize(["a*b", "a*bc", "axb"]), ["a*b", "a*bc", "axb"]);
        assert_eq!(compare("a*b", "a b"), Ordering::Greater);
        assert_eq!(compare("a*", "a**"), Ordering::Less);
    }

    #[test]
    fn the_order_is_that_of_utf_16() {
        assert_eq!(compare("\u{ffff}", "\u{1f389}"), Ordering::Greater);
        assert_eq!(compare("\u{1f389}", "\u{ffff}"), Ordering::Less);
        assert_eq!(compare("x\u{ffff}", "x\u{1f389}*"), Ordering::Greater);
        assert_eq!(compare("\u{e000}", "~"), Ordering::Greater);
    }

    #[test]
    fn the_same_scope_twice_stays_once() {
        assert_eq!(union(["a", "a"], ["a"]), ["a"]);
        assert_eq!(intersection(&["a", "a"], &["*", "a"]), ["a"]);
        assert_eq!(normalize(["queue:x**", "queue:x*"]), ["queue:x*"]);
    }
}
