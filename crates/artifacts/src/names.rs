//! Names of artifacts.

use glob::MatchOptions;

use crate::error::{Error, Result};

/// A pattern for names.
pub(crate) struct Pattern(glob::Pattern);

impl Pattern {
    pub(crate) fn new(text: &str) -> Result<Self> {
        let pattern = glob::Pattern::new(text);
        pattern
            .map(Self)
            .map_err(|e| Error::refused(format!("{text:?} is no pattern: {e}")))
    }

    pub(crate) fn fits(&self, name: &str) -> bool {
        let options = MatchOptions {
            case_sensitive: true,
            require_literal_separator: true,
            require_literal_leading_dot: false,
        };
        self.0.matches_with(name, options)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_those_of_shells() {
        for (pattern, name, fits) in [
            ("public/**/*.zip", "public/a.zip", true),
            ("public/**/*.zip", "public/b/c/a.zip", true),
            ("public/*.zip", "public/b/a.zip", false),
            ("public/*.zip", "private/a.zip", false),
            ("**", "public/b/.c", true),
            ("public/log.[0-9]", "public/log.7", true),
            ("public/?", "public/ab", false),
            ("Public/*", "public/a", false),
        ] {
            let read = Pattern::new(pattern).expect("a pattern");
            assert_eq!(read.fits(name), fits, "{pattern} and {name}");
        }
        let why = Pattern::new("public/***").err().expect("no pattern");
        assert!(why.to_string().contains("public/***"), "{why}");
    }
}
