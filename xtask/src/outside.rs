//! What comes from outside: which names are taken from it, and how its text is shown.
//!
//! References are a stranger's text. `import` asks here before it writes a byte, and `generate`
//! asks again, since its folder may come from elsewhere.

use std::fmt::Write as _;

/// Names of services that this project's own packages have, or that generated code uses itself.
const TAKEN: [&str; 17] = [
    "api-client",
    "box",
    "call",
    "client",
    "clone",
    "core",
    "debug",
    "empty",
    "fake",
    "judge",
    "option",
    "self",
    "string",
    "tests",
    "toml",
    "vec",
    "xtask",
];

/// How long a name may be, in bytes.
const MAX_NAME: usize = 100;

/// Why a text is no name of the kind that is wanted.
pub type Refused = String;

/// A service's name: lower-case words with hyphens between them, and none of ours.
pub fn service(name: &str) -> Result<(), Refused> {
    if !(2..=MAX_NAME).contains(&name.len()) || !is_words(name) {
        return Err(format!(
            "{name:?} cannot be the name of a service: lower-case letters and digits, in words with \
             hyphens between them"
        ));
    }
    if TAKEN.contains(&name) || is_device(name) {
        return Err(format!(
            "{name:?} cannot be the name of a service: it has a meaning of its own here"
        ));
    }
    Ok(())
}

/// What the names of packages may begin with.
pub fn prefix(name: &str) -> Result<(), Refused> {
    if is_words(name) && name.len() <= MAX_NAME {
        return Ok(());
    }
    Err(format!(
        "{name:?} cannot begin the names of packages: lower-case letters and digits, in words with \
         hyphens between them"
    ))
}

/// Lower-case words with hyphens between them.
fn is_words(name: &str) -> bool {
    let is_word = |word: &str| {
        let is_plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
        !word.is_empty() && word.bytes().all(is_plain)
    };
    name.starts_with(|c: char| c.is_ascii_lowercase()) && name.split('-').all(is_word)
}

/// A version of an API: `v` and a number.
pub fn version(name: &str) -> Result<(), Refused> {
    let number = name.strip_prefix('v').unwrap_or_default();
    if (1..=4).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit()) {
        return Ok(());
    }
    Err(format!(
        "{name:?} cannot be a version: `v` and a number, such as `v1`"
    ))
}

/// The name that a reference gives to a method, an argument or the like.
pub fn member(name: &str) -> Result<(), Refused> {
    let is_plain = |b: u8| b.is_ascii_alphanumeric() || b"_-".contains(&b);
    let begins = name.starts_with(|c: char| c.is_ascii_alphabetic());
    if begins && name.len() <= MAX_NAME && name.bytes().all(is_plain) {
        return Ok(());
    }
    Err(format!(
        "{name:?} cannot be a name here: a letter, then letters, digits, `_` and `-`"
    ))
}

/// The path without its leading slash, if it can be that of a JSON file of a mirror: under one of
/// its two folders, and nowhere else however it is read.
pub fn file(path: &str) -> Option<&str> {
    let path = path.strip_prefix('/')?;
    let is_ours = path.starts_with("references/") || path.starts_with("schemas/");
    let segments = path.split('/');
    let is_ours = is_ours && path.ends_with(".json") && segments.clone().count() <= 8;
    (is_ours && segments.into_iter().all(is_segment)).then_some(path)
}

/// One step of a path: a plain name on every system, and no name that some give to devices.
fn is_segment(segment: &str) -> bool {
    let is_plain = |b: u8| b.is_ascii_alphanumeric() || b"-_.~".contains(&b);
    segment.starts_with(|c: char| c.is_ascii_alphanumeric())
        && segment.len() <= MAX_NAME
        && segment.bytes().all(is_plain)
        && !segment.ends_with('.')
        && !is_device(segment)
}

fn is_device(segment: &str) -> bool {
    let stem = segment.split('.').next().unwrap_or_default();
    let stem = stem.to_ascii_lowercase();
    let numbered = stem.strip_prefix("com").or(stem.strip_prefix("lpt"));
    matches!(&*stem, "con" | "prn" | "aux" | "nul")
        || numbered.is_some_and(|n| n.len() == 1 && n.bytes().all(|b| b.is_ascii_digit()))
}

/// The text with all that cannot be seen written as escapes: control characters, those of no
/// width, and those that turn the direction of writing. Line feeds stay.
pub fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => out.push('\n'),
            c if is_visible(c) => out.push(c),
            c => {
                let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
            }
        }
    }
    out
}

/// Whether a character can be seen, as Rust's `Debug` for texts has it.
fn is_visible(c: char) -> bool {
    // Behind a letter, since what joins a character to the one before it is shown there.
    format!("x{c}").escape_debug().count() == 2 || matches!(c, '\\' | '"' | '\'')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn services_have_plain_names_that_are_not_ours() {
        for name in ["queue", "purge-cache", "ec2-manager", "toy"] {
            assert_eq!(service(name), Ok(()), "{name}");
        }
        for name in [
            "",
            "-",
            "a",
            "core",
            "client",
            "call",
            "fake",
            "con",
            "com1",
            "../x",
            "/x",
            "a/b",
            "A",
            "a_b",
            "a--b",
            "a-",
            "-a",
            "1a",
            "a b",
            "a\nb",
            "a\"",
            "é",
            "a\u{202e}",
        ] {
            assert!(service(name).is_err(), "{name:?}");
        }
        assert!(service(&"a".repeat(101)).is_err());
    }

    #[test]
    fn versions_are_a_letter_and_a_number() {
        assert!(version("v1").is_ok() && version("v20").is_ok());
        for name in ["", "v", "1", "v1.2", "../v1", "v1\n", "v12345", "v١"] {
            assert!(version(name).is_err(), "{name:?}");
        }
    }

    #[test]
    fn nothing_leads_out_of_the_mirror() {
        assert_eq!(file("/schemas/a/v1/b.json"), Some("schemas/a/v1/b.json"));
        for path in [
            "/etc/passwd",
            "/schemas/../../x.json",
            "/schemas//x.json",
            "/schemas/%2e%2e/x.json",
            "/schemas/a\\b.json",
            "/schemas/a.yml",
            "schemas/a.json",
            "/api/queue/v1/ping.json",
            "/schemas/.git/x.json",
            "/schemas/aux.json",
            "/schemas/LPT1.x.json",
            "/schemas/a./x.json",
            "/schemas/a/b/c/d/e/f/g/h.json",
        ] {
            assert_eq!(file(path), None, "{path}");
        }
    }

    #[test]
    fn what_cannot_be_seen_is_written_out() {
        assert_eq!(
            visible("a\u{202e}b\u{200b}\0\r\n\"\\é日\u{301}"),
            "a\\u{202e}b\\u{200b}\\u{0}\\u{d}\n\"\\é日\u{301}"
        );
        assert_eq!(
            visible("\u{feff}\u{ad}\u{2028}\u{1b}[1m"),
            "\\u{feff}\\u{ad}\\u{2028}\\u{1b}[1m"
        );
    }
}
