//! A stranger's text, shown: what a server, a proxy or a file says, as it may stand in an error, a
//! log line or a terminal.
//!
//! Such a text must not begin a line of its own, drive a terminal, turn the direction of writing,
//! or fill a log. So it is one line of limited length: characters that do more than to be seen are
//! escaped, and what is cut off is counted.

use std::fmt::{self, Write as _};

/// So many characters of a text are shown where nothing else is said.
const USUAL: usize = 2_000;
/// So many of one that should be a word or a name.
const NAME: usize = 200;

/// A text of a stranger as it may be shown, up to 2,000 characters of it.
pub fn shown(text: &str) -> Shown<'_> {
    Shown { text, most: USUAL }
}

/// The same for what should be a word or a name: up to 200 characters of it.
pub fn shown_name(text: &str) -> Shown<'_> {
    shown(text).up_to(NAME)
}

/// A URL of a stranger as it may be shown: without query, fragment, user name and password.
pub fn shown_url(url: &str) -> String {
    shown(&without_secrets(url)).to_string()
}

/// A text that [`Display`](fmt::Display) shows escaped and cut; `Debug` adds quotes.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    text: &'a str,
    most: usize,
}

impl Shown<'_> {
    /// Shows no more than so many characters.
    #[must_use]
    pub fn up_to(mut self, characters: usize) -> Self {
        self.most = characters;
        self
    }

    /// What is shown, and how many bytes are not.
    fn cut(&self) -> (&str, usize) {
        let end = self.text.char_indices().nth(self.most);
        let (kept, rest) = self
            .text
            .split_at(end.map_or(self.text.len(), |(at, _)| at));
        (kept, rest.len())
    }
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (kept, rest) = self.cut();
        for part in kept.split_inclusive(acts) {
            let plain = part.trim_end_matches(acts);
            f.write_str(plain)?;
            write!(f, "{}", part[plain.len()..].escape_default())?;
        }
        not_shown(f, rest)
    }
}

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (kept, rest) = self.cut();
        f.write_char('"')?;
        for c in kept.chars() {
            match c {
                '"' | '\\' => write!(f, "\\{c}")?,
                c if acts(c) => write!(f, "{}", c.escape_default())?,
                c => f.write_char(c)?,
            }
        }
        f.write_char('"')?;
        not_shown(f, rest)
    }
}

fn not_shown(f: &mut fmt::Formatter<'_>, bytes: usize) -> fmt::Result {
    match bytes {
        0 => Ok(()),
        _ => write!(f, "… (and {bytes} more bytes)"),
    }
}

/// Whether a character does something else than to be seen: controls, line and paragraph
/// separators, what turns the direction, and what is invisible without being part of a script.
fn acts(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// A URL without query, fragment, user name and password.
fn without_secrets(url: &str) -> String {
    let url = url.split(['?', '#']).next().unwrap_or_default();
    // A password may have a slash in it, so that everything before the last @ may belong to one.
    let Some((secret, rest)) = url.rsplit_once('@') else {
        return url.to_owned();
    };
    let scheme = secret.split_once("//").map_or("", |(scheme, _)| scheme);
    // What follows a slash may be a path as well: it is not shown as the host then.
    let begin = match secret.split_once("//") {
        Some((_, authority)) if !authority.contains('/') => "//",
        Some(_) => "//…@",
        None => "…@",
    };
    format!("{scheme}{begin}{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_stays_on_its_line_and_drives_no_terminal() {
        let forged = "X\r\nWARN forged \u{1b}[2J\u{9b}2J\u{202e}\u{2028}\u{0}\t";
        let wanted = r"X\r\nWARN forged \u{1b}[2J\u{9b}2J\u{202e}\u{2028}\u{0}\t";
        assert_eq!(shown(forged).to_string(), wanted);
        assert_eq!(format!("{:?}", shown(forged)), format!("\"{wanted}\""));
    }

    #[test]
    fn what_people_write_stays_as_it_is() {
        for text in [
            "",
            "C:\\x \"y\"",
            "größer, 日本語, हिन्दी, e\u{301}, 🎉, خادم",
        ] {
            assert_eq!(shown(text).to_string(), text);
        }
        assert_eq!(format!("{:?}", shown("a\"\\")), r#""a\"\\""#);
    }

    #[test]
    fn a_long_text_is_cut_and_counted() {
        let long = "é".repeat(5_000);
        let short = shown(&long).to_string();
        assert!(short.starts_with(&"é".repeat(2_000)), "{short}");
        assert!(short.ends_with("é… (and 6000 more bytes)"), "{short}");
        assert_eq!(shown_name(&"a".repeat(200)).to_string(), "a".repeat(200));
        assert_eq!(shown("abc").up_to(2).to_string(), "ab… (and 1 more bytes)");
        assert_eq!(
            format!("{:?}", shown("abc").up_to(0)),
            "\"\"… (and 3 more bytes)"
        );
    }

    #[test]
    fn urls_keep_no_secret() {
        for (url, wanted) in [
            ("https://h/a/b?sig=s3cret#s3cret", "https://h/a/b"),
            ("http://u:s3cret@h", "http://h"),
            ("http://u:s3cret@h:80/a", "http://h:80/a"),
            ("http://u:p@s3cret@h/a", "http://h/a"),
            ("http://u:x/s3cret@h/a", "http://…@h/a"),
            ("http://u:s3cret@h/a@b", "http://…@b"),
            ("//u:s3cret@h/a", "//h/a"),
            ("http:u:s3cret@h/a", "…@h/a"),
            ("http:\\\\u:s3cret@h/a", "…@h/a"),
            ("/a/b", "/a/b"),
            ("nowhere", "nowhere"),
            ("http://h/\u{1b}[2J\n", "http://h/\\u{1b}[2J\\n"),
        ] {
            let shown = shown_url(url);
            assert_eq!(shown, wanted, "{url}");
            assert!(!shown.contains("s3cret"), "{shown}");
        }
    }
}
