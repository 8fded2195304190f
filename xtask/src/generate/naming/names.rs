//! Namespaces of generated code.

use std::collections::BTreeSet;

/// One namespace of generated code, in which each name is given once and none that the code itself
/// uses.
#[derive(Debug)]
pub struct Names {
    used: &'static [&'static str],
    given: BTreeSet<String>,
}

impl Names {
    /// An empty one, in which the code itself uses these.
    pub fn new(used: &'static [&'static str]) -> Self {
        let given = BTreeSet::new();
        Self { used, given }
    }

    /// Whether a name can be given.
    pub fn is_free(&self, name: &str) -> bool {
        let plain = name.trim_start_matches("r#");
        !self.used.contains(&plain) && !self.given.contains(plain)
    }

    /// Gives the first name that is free; where none is, the first with a number.
    pub fn first(&mut self, candidates: &[&str]) -> String {
        let plain = candidates.first().copied().unwrap_or_default();
        let plain = plain.trim_start_matches("r#");
        let numbered = (2..).map(|n: u64| format!("{plain}{n}"));
        let candidates = candidates.iter().map(|name| (*name).to_owned());
        // An endless supply of numbers always has one that is free.
        let name = candidates.chain(numbered).find(|name| self.is_free(name));
        let name = name.unwrap_or_default();
        self.take(&name);
        name
    }

    /// Gives the name, with an underscore where it is not free, and with a number at last.
    pub fn one(&mut self, name: &str) -> String {
        let other = format!("{}_", name.trim_start_matches("r#"));
        self.first(&[name, &other])
    }

    /// Notes that a name is given.
    pub fn take(&mut self, name: &str) {
        self.given.insert(name.trim_start_matches("r#").to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_given_once() {
        let mut names = Names::new(&["new", "type"]);
        let given = ["new", "a", "a", "a", "a_", "r#type", "r#match", "r#match"]
            .map(|name| names.one(name));
        assert_eq!(
            given,
            ["new_", "a", "a_", "a2", "a__", "type_", "r#match", "match_"]
        );
    }
}
