//! Roles: scopes that a scope `assume:<roleId>` stands for.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Bound::{Included, Unbounded};

use super::expansion::Expansion;
use super::{ScopeSet, circles};

/// What a scope begins with that gives a role.
pub(super) const ASSUME: &str = "assume:";
/// In the scopes of a role `a*`: what stands behind the `a` in the role assumed.
const PARAMETER: &str = "<..>";

/// A given set of roles, to expand scopes by them as the auth service does.
///
/// A scope `assume:<roleId>` gives the scopes of the role. A role whose ID ends in `*` is given
/// by every scope that begins so; where its scopes have `<..>`, that stands for the rest of the
/// role ID assumed. A scope that itself ends in `*`, such as `assume:a*`, gives every role that it
/// could be read as, and what is filled in for `<..>` then ends the scope.
///
/// ```
/// use taskcluster_core::scopes::Roles;
///
/// let roles = Roles::new([
///     ("repo:*", vec!["assume:project:<..>", "queue:route:<..>.*"]),
///     ("project:ci", vec!["secrets:get:ci"]),
/// ])?;
/// let scopes = roles.expand(["assume:repo:ci"])?;
/// assert_eq!(
///     scopes.iter().collect::<Vec<_>>(),
///     ["assume:project:ci", "assume:repo:ci", "queue:route:ci.*", "secrets:get:ci"],
/// );
/// # Ok::<(), taskcluster_core::scopes::RolesError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Roles {
    /// The scopes of the roles that are given by one scope only, by that scope.
    pub(super) exact: BTreeMap<String, Vec<String>>,
    /// The scopes of the roles whose ID ends in `*`, by what stands before the star in the scope.
    pub(super) prefixes: BTreeMap<String, Vec<String>>,
    /// The lengths of the keys of `prefixes`, and of those that were there, each once, in order.
    lengths: Vec<usize>,
}

/// What names a role within its [`Roles`]: its scope without a star, and whether it had none.
pub(super) type Name<'r> = (&'r str, bool);

impl Roles {
    /// Takes roles as pairs of a role ID and its scopes. The scopes of roles with the same ID are
    /// put together.
    ///
    /// # Errors
    /// What the auth service refuses: roles that give each other in a circle, and in a role that
    /// ends in `*` a scope with several `<..>` or with `*<..>` at its end.
    pub fn new<K, V, S>(roles: impl IntoIterator<Item = (K, V)>) -> Result<Self, RolesError>
    where
        K: AsRef<str>,
        V: IntoIterator<Item = S>,
        S: Into<String>,
    {
        let mut all = Self::default();
        for (id, scopes) in roles {
            all.add(id.as_ref(), scopes.into_iter().map(Into::into))?;
        }
        circles::refuse(&all)?;
        Ok(all)
    }

    pub(super) fn add(
        &mut self,
        id: &str,
        scopes: impl Iterator<Item = String>,
    ) -> Result<(), RolesError> {
        let scope = format!("{ASSUME}{id}");
        let Some(prefix) = scope.strip_suffix('*') else {
            self.exact.entry(scope).or_default().extend(scopes);
            return Ok(());
        };
        if let Err(at) = self.lengths.binary_search(&prefix.len()) {
            self.lengths.insert(at, prefix.len());
        }
        let known = self.prefixes.entry(prefix.to_owned()).or_default();
        for scope in scopes {
            let problem = match scope.split_once(PARAMETER) {
                Some((_, rest)) if rest.contains(PARAMETER) => "has \"<..>\" more than once",
                Some((before, "")) if before.ends_with('*') => "ends in \"*<..>\"",
                _ => {
                    known.push(scope);
                    continue;
                }
            };
            return Err(RolesError(format!(
                "the scope {scope:?} of the role {id:?} {problem}"
            )));
        }
        Ok(())
    }

    /// All that the holder of some scopes has: these scopes, and those of all roles that they
    /// give, directly or through other roles.
    ///
    /// # Errors
    /// Roles that use `<..>` more than once at each of many steps make more scopes than anybody
    /// could hold: it ends at 100,000 that were filled in, or at 64 MiB of them.
    #[doc(alias = "expandScopes")]
    pub fn expand<S: Into<String>>(
        &self,
        scopes: impl IntoIterator<Item = S>,
    ) -> Result<ScopeSet, RolesError> {
        Expansion::of(self, scopes).run()
    }

    /// The roles that a scope gives, each with what it fills in for `<..>`.
    pub(super) fn given_by<'r, 's>(&'r self, scope: &'s str) -> Vec<(Name<'r>, &'s str)> {
        let mut given = vec![];
        let (begin, star) = match scope.strip_suffix('*') {
            Some(prefix) => (prefix, "*"),
            None => (scope, ""),
        };
        // Most scopes are of no role.
        if !begin.starts_with(ASSUME) && (star.is_empty() || !ASSUME.starts_with(begin)) {
            return given;
        }
        for &length in self.lengths.iter().filter(|length| **length <= begin.len()) {
            let Some((key, rest)) = scope.split_at_checked(length) else {
                continue;
            };
            let known = self.prefixes.get_key_value(key);
            given.extend(known.map(|(key, _)| ((key.as_str(), false), rest)));
        }
        if star.is_empty() {
            let known = self.exact.get_key_value(scope);
            given.extend(known.map(|(key, _)| ((key.as_str(), true), "")));
            return given;
        }
        let exact = within(&self.exact, begin).map(|key| ((key, true), ""));
        let longer = within(&self.prefixes, begin).filter(|key| key.len() > begin.len());
        given.extend(exact.chain(longer.map(|key| ((key, false), star))));
        given
    }

    pub(super) fn scopes_of(&self, role: Name<'_>) -> &[String] {
        let scopes = match role {
            (scope, true) => self.exact.get(scope),
            (prefix, false) => self.prefixes.get(prefix),
        };
        scopes.map(Vec::as_slice).unwrap_or_default()
    }

    /// All roles.
    pub(super) fn names(&self) -> impl Iterator<Item = Name<'_>> {
        let exact = self.exact.keys().map(|scope| (scope.as_str(), true));
        let prefixes = self.prefixes.keys().map(|prefix| (prefix.as_str(), false));
        exact.chain(prefixes)
    }
}

/// A scope of a role that ends in `*`, with something in place of its `<..>`; `None` where it has
/// none. What ends in a star ends the scope.
pub(super) fn fill(scope: &str, rest: &str) -> Option<String> {
    let (before, after) = scope.split_once(PARAMETER)?;
    let after = if rest.ends_with('*') { "" } else { after };
    Some([before, rest, after].concat())
}

/// The keys that begin with a prefix.
fn within<'m, V>(map: &'m BTreeMap<String, V>, prefix: &str) -> impl Iterator<Item = &'m str> {
    let keys = map
        .range::<str, _>((Included(prefix), Unbounded))
        .map(|(key, _)| key.as_str());
    keys.take_while(move |key| key.starts_with(prefix))
}

/// Roles that the auth service would refuse.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RolesError(pub(super) String);

impl fmt::Display for RolesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for RolesError {}

#[cfg(test)]
mod tests {
    use super::*;

    type Given<'t> = &'t [(&'t str, &'t [&'t str])];

    fn roles(given: Given<'_>) -> Result<Roles, RolesError> {
        Roles::new(
            given
                .iter()
                .map(|(id, scopes)| (id, scopes.iter().copied())),
        )
    }

    /// What a scope expands to, without itself.
    fn expand(roles: &Roles, scope: &str) -> Vec<String> {
        let expanded = roles.expand([scope]).expect("not too many").into_vec();
        expanded
            .into_iter()
            .filter(|other| other != scope)
            .collect()
    }

    #[test]
    fn a_role_gives_its_scopes_and_those_of_its_roles() {
        let roles = roles(&[
            ("a", &["assume:b", "x"]),
            ("b", &["assume:c*"]),
            ("c1", &["y"]),
            ("c*", &["z:<..>", "w"]),
            ("d", &["literal:<..>"]),
        ])
        .expect("valid");
        assert_eq!(
            expand(&roles, "assume:a"),
            ["assume:b", "assume:c*", "w", "x", "y", "z:*"]
        );
        assert_eq!(expand(&roles, "assume:c1"), ["w", "y", "z:1"]);
        assert_eq!(expand(&roles, "assume:c"), ["w", "z:"]);
        assert_eq!(expand(&roles, "assume:d"), ["literal:<..>"]);
        assert!(expand(&roles, "assume:e").is_empty());
        assert!(expand(&roles, "a").is_empty());
    }

    #[test]
    fn a_star_before_the_colon_gives_every_role() {
        let roles = roles(&[("a", &["x"]), ("b*", &["y:<..>:z"])]).expect("valid");
        for scope in ["*", "a*", "assum*", "assume*", "assume:*"] {
            assert_eq!(
                roles.expand([scope]),
                Ok(ScopeSet::from_iter([scope, "x", "y:*"])),
                "{scope}"
            );
        }
        assert!(expand(&roles, "queue:*").is_empty());
    }

    #[test]
    fn what_is_filled_in_may_end_the_scope() {
        let roles = roles(&[("a*", &["A<..>B*", "C<..>D", "E<..>"])]).expect("valid");
        assert_eq!(expand(&roles, "assume:ax"), ["AxB*", "CxD", "Ex"]);
        assert_eq!(expand(&roles, "assume:ax*"), ["Ax*", "Cx*", "Ex*"]);
        assert_eq!(expand(&roles, "assume:ax*y"), ["Ax*yB*", "Cx*yD", "Ex*y"]);
        assert_eq!(expand(&roles, "assume:a"), ["AB*", "CD", "E"]);
        assert_eq!(expand(&roles, "assume:a*"), ["A*", "C*", "E*"]);
        assert_eq!(expand(&roles, "assume:*"), ["A*", "C*", "E*"]);
    }

    #[test]
    fn a_star_within_a_role_id_is_a_plain_character() {
        let roles = roles(&[("a**", &["x:<..>"]), ("a*b", &["y"])]).expect("valid");
        assert_eq!(expand(&roles, "assume:a*b"), ["x:b", "y"]);
        assert_eq!(expand(&roles, "assume:a*"), ["x:*", "y"]);
        assert!(expand(&roles, "assume:axb").is_empty());
    }

    #[test]
    fn all_roles_that_match_count() {
        let roles = roles(&[
            ("a*", &["1:<..>"]),
            ("ab*", &["2:<..>"]),
            ("ab", &["3"]),
            ("ab", &["4"]),
        ])
        .expect("valid");
        assert_eq!(expand(&roles, "assume:ab"), ["1:b", "2:", "3", "4"]);
        assert_eq!(expand(&roles, "assume:a*"), ["1:*", "2:*", "3", "4"]);
        assert_eq!(expand(&roles, "assume:aé"), ["1:é"]);
    }

    #[test]
    fn unclear_parameters_are_refused() {
        assert!(roles(&[("a*", &["b<..>c<..>"])]).is_err());
        assert!(roles(&[("a*", &["b*<..>"])]).is_err());
        assert!(roles(&[("a*", &["b*<..>c"]), ("a", &["b<..>c<..>", "b*<..>"])]).is_ok());
    }
}
