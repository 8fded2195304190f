//! What scopes give by roles: each role's own scopes once, and those that are filled in up to a limit.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet};
use std::ops::Bound::{Included, Unbounded};

use super::roles::{Name, Roles, RolesError, fill};
use super::{ScopeSet, normalize};

/// So many scopes may be made by filling in, and so many bytes of them: far beyond what a deployment
/// has, and done in about a second.
const MOST: usize = 100_000;
const MOST_BYTES: usize = 64 * 1024 * 1024;

/// An expansion under way.
pub(super) struct Expansion<'r> {
    roles: &'r Roles,
    /// The scopes that were not looked at yet; the last is next.
    waiting: Vec<Cow<'r, str>>,
    expanded: HashSet<Cow<'r, str>>,
    /// What stands before the star of those among them that end in one, except where another one covers
    /// it: so what may cover a pattern stands right before it.
    patterns: BTreeSet<String>,
    /// The roles whose own scopes are taken.
    given: HashSet<Name<'r>>,
    /// Those in which a star is filled in.
    starred: HashSet<Name<'r>>,
    filled: usize,
    bytes: usize,
}

impl<'r> Expansion<'r> {
    pub(super) fn of<S: Into<String>>(
        roles: &'r Roles,
        scopes: impl IntoIterator<Item = S>,
    ) -> Self {
        // The widest first, since those that it covers give nothing more.
        let scopes = normalize(scopes).into_iter().rev();
        Self {
            roles,
            waiting: scopes.map(Cow::Owned).collect(),
            expanded: HashSet::new(),
            patterns: BTreeSet::new(),
            given: HashSet::new(),
            starred: HashSet::new(),
            filled: 0,
            bytes: 0,
        }
    }

    pub(super) fn run(mut self) -> Result<ScopeSet, RolesError> {
        while let Some(scope) = self.waiting.pop() {
            // There is nothing that this does not cover, however many roles there are.
            if scope == "*" {
                return Ok(ScopeSet::from_iter([scope]));
            }
            if self.is_covered(&scope) || !self.expanded.insert(scope.clone()) {
                continue;
            }
            for (role, rest) in self.roles.given_by(&scope) {
                self.give(role, rest)?;
            }
            if let Some(begin) = scope.strip_suffix('*') {
                self.add_pattern(begin);
            }
        }
        Ok(self.expanded.iter().collect())
    }

    /// Whether a pattern is covered by another one that is expanded: it would give the same roles,
    /// and each of its scopes would be covered.
    fn is_covered(&self, scope: &str) -> bool {
        let Some(begin) = scope.strip_suffix('*') else {
            return false;
        };
        let mut before = self.patterns.range::<str, _>((Unbounded, Included(begin)));
        let last = before.next_back();
        last.is_some_and(|prefix| begin.starts_with(prefix))
    }

    /// Takes a pattern that no other covers, in place of those that it covers.
    fn add_pattern(&mut self, begin: &str) {
        let covered = self.patterns.range::<str, _>((Included(begin), Unbounded));
        let covered = covered.take_while(|other| other.starts_with(begin));
        for other in covered.cloned().collect::<Vec<_>>() {
            self.patterns.remove(&other);
        }
        self.patterns.insert(begin.to_owned());
    }

    fn give(&mut self, role: Name<'r>, rest: &str) -> Result<(), RolesError> {
        let is_first = self.given.insert(role);
        let (_, is_whole) = role;
        let is_done = !is_first && (is_whole || (rest == "*" && self.starred.contains(&role)));
        if is_done {
            return Ok(());
        }
        if rest == "*" {
            self.starred.insert(role);
        }
        for scope in self.roles.scopes_of(role) {
            let filled = if is_whole { None } else { fill(scope, rest) };
            match filled {
                Some(filled) => self.take_filled(filled)?,
                None if is_first => self.waiting.push(scope.into()),
                None => {}
            }
        }
        Ok(())
    }

    /// Takes a scope that was filled in, unless there are too many.
    fn take_filled(&mut self, scope: String) -> Result<(), RolesError> {
        self.filled += 1;
        self.bytes += scope.len();
        if self.filled > MOST || self.bytes > MOST_BYTES {
            return Err(RolesError(format!(
                "the roles give more than {MOST} scopes, or {} MiB of them, by what is filled in for \
                 \"<..>\": roles that use it twice, one behind the other, double it at each step",
                MOST_BYTES / 1024 / 1024
            )));
        }
        self.waiting.push(scope.into());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use rand::rngs::StdRng;
    use rand::{RngExt as _, SeedableRng as _};

    use super::*;

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
    fn who_has_everything_has_it_whatever_roles_there_are() {
        // More than anybody could hold, if it were gone through.
        let role = |step: usize| {
            let scopes = ["0", "1"].map(|bit| format!("assume:{:02}<..>{bit}", step + 1));
            (format!("{step:02}*"), scopes)
        };
        let roles = Roles::new((0..40).map(role)).expect("no circle");
        for scopes in [&["*"][..], &["assume:00", "*"]] {
            let all = roles.expand(scopes.iter().copied()).expect("one scope");
            assert_eq!(all.into_vec(), ["*"], "{scopes:?}");
        }
    }

    #[test]
    fn many_ways_to_the_same_role_are_one() {
        // Each step has two ways to the next: 2^200 ways in all.
        let step = |n: usize| {
            let scopes = [format!("assume:{}", n + 1), format!("assume:{}*", n + 1)];
            (n.to_string(), scopes)
        };
        let roles = Roles::new((1_000..1_200).map(step)).expect("no circle");
        let all = roles.expand(["assume:1000"]).expect("not too many");
        assert_eq!(all.len(), 201);
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
}
