//! Finding the scope that covers another one by hash, in large sets.
//!
//! A question costs one look-up for plain scopes, and one for each length that patterns have: at
//! 10,000 scopes a seventh of what a binary search takes, as long as there are few lengths. So
//! there is an index only where it pays.

use std::collections::HashSet;

/// From so many scopes on an index is quicker than a search.
const MANY: usize = 100;
/// Up to so many lengths of patterns it stays so.
const FEW_LENGTHS: usize = 8;

/// Scopes by hash.
#[derive(Clone, Debug)]
pub(super) struct Index {
    plain: HashSet<Box<str>>,
    /// What stands before the star of patterns, together with all of its length in bytes.
    prefixes: Vec<(usize, HashSet<Box<str>>)>,
}

impl Index {
    /// An index of these scopes, if it would be quicker than a search among them.
    pub(super) fn if_it_pays(scopes: &[String]) -> Option<Self> {
        if scopes.len() < MANY {
            return None;
        }
        let mut index = Self {
            plain: HashSet::new(),
            prefixes: Vec::new(),
        };
        for scope in scopes {
            match scope.strip_suffix('*') {
                Some(prefix) => {
                    index.of_length(prefix.len()).insert(prefix.into());
                    if index.prefixes.len() > FEW_LENGTHS {
                        return None;
                    }
                }
                None => {
                    index.plain.insert(scope.as_str().into());
                }
            }
        }
        Some(index)
    }

    fn of_length(&mut self, length: usize) -> &mut HashSet<Box<str>> {
        let known = self.prefixes.iter().position(|(known, _)| *known == length);
        let at = known.unwrap_or_else(|| {
            self.prefixes.push((length, HashSet::new()));
            self.prefixes.len() - 1
        });
        &mut self.prefixes[at].1
    }

    /// Whether one of the scopes covers this one.
    pub(super) fn covers(&self, scope: &str) -> bool {
        let begins = |(length, prefixes): &(usize, HashSet<Box<str>>)| {
            scope
                .get(..*length)
                .is_some_and(|begin| prefixes.contains(begin))
        };
        self.plain.contains(scope) || self.prefixes.iter().any(begins)
    }
}
