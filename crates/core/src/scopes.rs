//! Scopes: what a caller may do.
//!
//! A scope is a text; one that ends in `*` also covers every scope that begins with what stands
//! before the star. A star elsewhere is a plain character.

/// Whether assumed scopes satisfy at least one of several required sets, all of its scopes each:
/// a requirement in disjunctive normal form.
///
/// A required scope that itself ends in `*` is satisfied only by that scope or a wider one: it
/// asks for all that it covers. No required sets can be satisfied by nothing; one empty set is
/// always satisfied.
///
/// ```
/// use taskcluster_core::scopes::satisfies;
///
/// let assumed = ["queue:create-task:*", "secrets:get:ci/token"];
/// assert!(satisfies(&assumed, &[vec!["queue:create-task:prov/worker", "secrets:get:ci/token"]]));
/// assert!(satisfies(&assumed, &[vec!["auth:admin"], vec!["secrets:get:ci/token"]]));
/// assert!(!satisfies(&assumed, &[vec!["queue:*"]]));
/// ```
pub fn satisfies<A, R, S>(assumed: &[A], required: &[R]) -> bool
where
    A: AsRef<str>,
    R: AsRef<[S]>,
    S: AsRef<str>,
{
    let covered = |scope: &S| assumed.iter().any(|has| covers(has.as_ref(), scope.as_ref()));
    required.iter().any(|set| set.as_ref().iter().all(covered))
}

/// Whether one assumed scope covers one required scope.
pub fn covers(assumed: &str, required: &str) -> bool {
    match assumed.strip_suffix('*') {
        Some(prefix) => required.starts_with(prefix),
        None => assumed == required,
    }
}
