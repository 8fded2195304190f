//! What scopes give by roles: each role's own scopes once, and those that are filled in up to a limit.

use std::collections::HashSet;

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
    waiting: Vec<String>,
    expanded: HashSet<String>,
    /// The lengths of those among them that end in a star, each once.
    lengths: Vec<usize>,
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
        let mut waiting = normalize(scopes);
        waiting.reverse();
        Self {
            roles,
            waiting,
            expanded: HashSet::new(),
            lengths: vec![],
            given: HashSet::new(),
            starred: HashSet::new(),
            filled: 0,
            bytes: 0,
        }
    }

    pub(super) fn run(mut self) -> Result<ScopeSet, RolesError> {
        while let Some(scope) = self.waiting.pop() {
            if self.expanded.contains(&scope) || self.is_covered(&scope) {
                continue;
            }
            for (role, rest) in self.roles.given_by(&scope) {
                self.give(role, rest)?;
            }
            if scope.ends_with('*') && !self.lengths.contains(&scope.len()) {
                self.lengths.push(scope.len());
            }
            self.expanded.insert(scope);
        }
        Ok(self.expanded.iter().collect())
    }

    /// Whether a pattern is covered by another one that is expanded: it would give the same roles,
    /// and each of its scopes would be covered.
    fn is_covered(&self, scope: &str) -> bool {
        let Some(begin) = scope.strip_suffix('*') else {
            return false;
        };
        let mut shorter = self.lengths.iter().filter(|length| **length <= begin.len());
        shorter.any(|length| {
            let prefix = begin.get(..length - 1);
            prefix.is_some_and(|prefix| self.expanded.contains(&format!("{prefix}*")))
        })
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
            match fill(scope, rest) {
                Some(filled) if !is_whole => self.take_filled(filled)?,
                _ if is_first => self.waiting.push(scope.clone()),
                _ => {}
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
        self.waiting.push(scope);
        Ok(())
    }
}
