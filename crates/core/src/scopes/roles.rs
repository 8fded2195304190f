//! Roles: scopes that a scope `assume:<roleId>` stands for.

use std::collections::{BTreeMap, HashSet};
use std::fmt;
use std::ops::Bound::{Included, Unbounded};

use super::ScopeSet;
use super::expansion::Expansion;

/// What a scope begins with that gives a role.
const ASSUME: &str = "assume:";
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
    exact: BTreeMap<String, Vec<String>>,
    /// The scopes of the roles whose ID ends in `*`, by what stands before the star in the scope.
    prefixes: BTreeMap<String, Vec<String>>,
    /// The lengths of the keys of `prefixes`, each once.
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
        all.refuse_circles()?;
        Ok(all)
    }

    fn add(&mut self, id: &str, scopes: impl Iterator<Item = String>) -> Result<(), RolesError> {
        let scope = format!("{ASSUME}{id}");
        let Some(prefix) = scope.strip_suffix('*') else {
            self.exact.entry(scope).or_default().extend(scopes);
            return Ok(());
        };
        if !self.lengths.contains(&prefix.len()) {
            self.lengths.push(prefix.len());
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

    /// Goes down from every role, by all that may be filled in; one that is met again on its own way
    /// down closes a circle. Scopes are steps of their own, since many roles may have the same.
    fn refuse_circles(&self) -> Result<(), RolesError> {
        let exact = self.exact.keys().map(|scope| (scope.as_str(), true));
        let prefixes = self.prefixes.keys().map(|prefix| (prefix.as_str(), false));
        let (mut done, mut on_way) = (HashSet::new(), HashSet::new());
        for start in exact.chain(prefixes).map(Step::Role) {
            let mut way: Vec<(Step<'_>, Vec<Step<'_>>)> = vec![];
            let mut next = Some(start);
            loop {
                match next {
                    Some(step) if on_way.contains(&step) => {
                        return Err(RolesError::circle(&way, &step));
                    }
                    Some(step) if done.contains(&step) => {}
                    Some(step) => {
                        let behind = self.behind(&step);
                        on_way.insert(step.clone());
                        way.push((step, behind));
                    }
                    None => match way.pop() {
                        Some((step, _)) => {
                            on_way.remove(&step);
                            done.insert(step);
                        }
                        None => break,
                    },
                }
                next = way.last_mut().and_then(|(_, behind)| behind.pop());
            }
        }
        Ok(())
    }

    /// The steps that may follow on one.
    fn behind<'r>(&'r self, step: &Step<'r>) -> Vec<Step<'r>> {
        match step {
            Step::Role(role @ (_, is_whole)) => {
                let scopes = self.scopes_of(*role).iter();
                let filled = scopes.map(|scope| match fill(scope, "*") {
                    Some(filled) if !is_whole => Step::Scope(filled),
                    _ => Step::Scope(scope.clone()),
                });
                filled.collect()
            }
            Step::Scope(scope) => {
                let given = self.given_by(scope).into_iter();
                given.map(|(role, _)| Step::Role(role)).collect()
            }
        }
    }
}

/// One step on the way down through roles.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Step<'r> {
    Role(Name<'r>),
    Scope(String),
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

impl RolesError {
    fn circle(way: &[(Step<'_>, Vec<Step<'_>>)], closing: &Step<'_>) -> Self {
        let begin = way.iter().position(|(step, _)| step == closing);
        let circle = way.iter().skip(begin.unwrap_or(0)).map(|(step, _)| step);
        let ids = circle.chain([closing]).filter_map(|step| match step {
            Step::Role((scope, whole)) => {
                let id = scope.strip_prefix(ASSUME).unwrap_or(scope);
                Some(format!("{id}{}", if *whole { "" } else { "*" }))
            }
            Step::Scope(_) => None,
        });
        let ids: Vec<String> = ids.collect();
        Self(format!(
            "roles may not give each other in a circle: {}",
            ids.join(" -> ")
        ))
    }
}

impl fmt::Display for RolesError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for RolesError {}

#[cfg(test)]
mod tests {
    use rand::rngs::StdRng;
    use rand::{RngExt as _, SeedableRng as _};

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
    fn circles_are_refused() {
        let circles: [Given<'_>; 6] = [
            &[("a", &["assume:a"])],
            &[("ab", &["assume:a*"])],
            &[("a*", &["assume:ab"])],
            &[
                ("c", &["assume:a"]),
                ("b", &["assume:c"]),
                ("a", &["assume:b"]),
            ],
            &[
                ("c", &["assume:aa"]),
                ("b", &["assume:c"]),
                ("a*", &["assume:b<..>c"]),
            ],
            &[("x", &["*"])],
        ];
        for circle in circles {
            assert!(roles(circle).is_err(), "{circle:?}");
        }
        let error = roles(&[
            ("x", &["assume:a1"]),
            ("a*", &["assume:b<..>"]),
            ("b1", &["assume:a"]),
        ]);
        let error = error.expect_err("a circle").to_string();
        assert!(
            error.contains("a* -> b1 -> a*") || error.contains("b1 -> a* -> b1"),
            "{error}"
        );
    }

    #[test]
    fn what_doubles_at_each_step_ends_with_an_error() {
        let doubling = |steps: usize| {
            let role = |step: usize| {
                let next = step + 1;
                let scopes = ["0", "1"].map(|bit| format!("assume:{next:02}<..>{bit}"));
                (format!("{step:02}*"), scopes)
            };
            Roles::new((0..steps).map(role)).expect("no circle")
        };
        let some = doubling(10).expand(["assume:00x"]).expect("not too many");
        assert_eq!(some.len(), 2_047);
        let error = doubling(90).expand(["assume:00x"]).expect_err("2^90");
        assert!(error.to_string().contains("100000 scopes"), "{error}");
        let star = doubling(90).expand(["assume:00*"]).expect("91 patterns");
        assert_eq!(star.len(), 91);

        let long = "x".repeat(1_000_000);
        let lengthening = (0..90).map(|n| {
            (
                format!("{n:02}*"),
                [format!("assume:{:02}{long}<..>", n + 1)],
            )
        });
        let error = Roles::new(lengthening)
            .expect("no circle")
            .expand(["assume:00"]);
        assert!(error.is_err_and(|e| e.to_string().contains("64 MiB")));
    }

    #[test]
    fn many_ways_to_the_same_role_are_one() {
        // Each step has two ways to the next: 2^200 ways in all.
        let step = |n: usize| {
            let scopes = [format!("assume:{}", n + 1), format!("assume:{}*", n + 1)];
            (n.to_string(), scopes)
        };
        let roles = Roles::new((1_000..1_200).map(step)).expect("no circle");
        assert_eq!(expand(&roles, "assume:1000").len(), 200);
        // A long way down, and the same patterns in every role.
        let chain = (0..20_000).map(|n| {
            let next = format!("assume:{:05}", n + 1);
            (format!("{n:05}"), [next, "assume:z*".to_owned()])
        });
        let others = (0..20_000).map(|n| (format!("z{n}"), [format!("s{n}"), format!("t{n}")]));
        let roles = Roles::new(chain.chain(others)).expect("no circle");
        let all = roles.expand(["assume:00000"]).expect("not too many");
        assert_eq!(all.len(), 20_000 + 40_000 + 2);
    }

    /// What `expand` gives, by the plain rule: every scope gives the scopes of every role that it
    /// names, and so on.
    fn plainly(roles: &Roles, scope: &str) -> ScopeSet {
        let mut all = vec![scope.to_owned()];
        let mut at = 0;
        while at < all.len() {
            let scope = all[at].clone();
            for (role, rest) in roles.given_by(&scope) {
                for scope in roles.scopes_of(role) {
                    let filled = fill(scope, rest).filter(|_| !role.1);
                    all.push(filled.unwrap_or_else(|| scope.clone()));
                }
            }
            at += 1;
        }
        ScopeSet::from_iter(all)
    }

    #[test]
    fn random_roles_are_expanded_as_the_plain_rule_says() {
        let mut rng = StdRng::seed_from_u64(8);
        let letters = ["a", "b", "*", "<..>"];
        let mut compared = 0;
        while compared < 2_000 {
            let mut text = |from: &[&str], most: usize| -> String {
                let length = rng.random_range(0..=most);
                let letter = |_| from[rng.random_range(0..from.len())];
                (0..length).map(letter).collect()
            };
            let given: Vec<(String, Vec<String>)> = (0..4)
                .map(|_| {
                    let scopes = (0..2).map(|_| ["assume:", &text(&letters, 4)].concat());
                    let scopes = scopes.collect();
                    (text(&letters[..3], 3), scopes)
                })
                .collect();
            let scope = ["assume:", &text(&letters[..3], 4)].concat();
            let Ok(roles) = Roles::new(given.clone()) else {
                continue;
            };
            compared += 1;
            let wanted = plainly(&roles, &scope);
            assert_eq!(roles.expand([&scope]), Ok(wanted), "{scope} {given:?}");
        }
    }

    #[test]
    fn unclear_parameters_are_refused() {
        assert!(roles(&[("a*", &["b<..>c<..>"])]).is_err());
        assert!(roles(&[("a*", &["b*<..>"])]).is_err());
        assert!(roles(&[("a*", &["b*<..>c"]), ("a", &["b<..>c<..>", "b*<..>"])]).is_ok());
    }
}
