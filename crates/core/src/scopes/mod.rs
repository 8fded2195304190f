//! Scopes: what a caller may do.
//!
//! A scope is a text; one that ends in `*` also covers every scope that begins with what stands
//! before the star. A star elsewhere is a plain character.
//!
//! The servers decide what a caller may do; what is here gives the same answers without asking
//! them. [`satisfies`] and [`covers`] answer a single question; a [`ScopeSet`] is prepared once for
//! many. [`normalize`], [`union`] and [`intersection`] work on lists of scopes. An [`Expression`]
//! says in general what a method asks of its caller; with the [`Arguments`] of one call it becomes
//! a [`Requirement`], which a set of scopes satisfies or of which it is told what is
//! [missing](Requirement::missing). [`Roles`] expand scopes as the auth service does.
//!
//! ```
//! use taskcluster_core::scopes::{Arguments, Roles, StaticExpression};
//!
//! static SCOPES: StaticExpression = StaticExpression::AnyOf(&[
//!     StaticExpression::Scope("queue:cancel-task:<schedulerId>/<taskGroupId>"),
//!     StaticExpression::Scope("queue:admin"),
//! ]);
//!
//! let arguments = Arguments::new().with("schedulerId", "ci").with("taskGroupId", "g1");
//! let required = SCOPES.render(&arguments)?;
//!
//! let roles = Roles::new([("repo:*", ["queue:cancel-task:<..>/*"])])?;
//! assert!(required.satisfied_by(&roles.expand(["assume:repo:ci"])?));
//!
//! let missing = required.missing(&roles.expand(["assume:repo:docs"])?).expect("of another repo");
//! assert_eq!(missing.to_string(), "queue:cancel-task:ci/g1 or queue:admin");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod algebra;
mod arguments;
mod changes;
mod circles;
mod expansion;
mod expression;
mod index;
mod render;
mod requirement;
mod roles;
mod set;
mod simplify;

pub use algebra::{compare, intersection, normalize, union};
pub use arguments::{Argument, Arguments, ParameterKind};
pub use expression::{Expression, ExpressionError, StaticExpression};
pub use requirement::Requirement;
pub use roles::{Roles, RolesError};
pub use set::ScopeSet;

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
    let covered = |scope: &S| {
        let scope = scope.as_ref();
        assumed.iter().any(|has| covers(has.as_ref(), scope))
    };
    required.iter().any(|set| set.as_ref().iter().all(covered))
}

/// Whether one assumed scope covers one required scope.
#[doc(alias = "patternMatch")]
// The loops over it are in other crates, since they are generic.
#[inline]
pub fn covers(assumed: &str, required: &str) -> bool {
    match assumed.strip_suffix('*') {
        Some(prefix) => required.starts_with(prefix),
        None => assumed == required,
    }
}

/// Whether a text can be a scope: printable ASCII and spaces only, which is all that the servers
/// take.
///
/// ```
/// use taskcluster_core::scopes::is_valid;
///
/// assert!(is_valid("queue:route:notify.email.a b"));
/// assert!(!is_valid("secrets:get:café"));
/// ```
#[doc(alias = "validScope")]
pub fn is_valid(scope: &str) -> bool {
    scope.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}
