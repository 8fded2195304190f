//! What is printed of the words of a server: what is wrong, in one line of bounded length.

use crate::answer::shown::shown;

/// The characters of a message that are printed. The rest is for who asks.
const SHOWN: usize = 500;

/// The first paragraph of a message in one line. Servers repeat what they were sent behind it; but
/// what is wrong with a payload stands in a list, and which scopes are missing in a block of their own.
pub(super) fn headline(message: &str, code: &str) -> String {
    let mut paragraphs = message
        .split("\n\n")
        .map(str::trim)
        .filter(|text| !text.is_empty());
    let first = paragraphs.next().unwrap_or_default();
    let items: Vec<&str> = first
        .lines()
        .filter_map(|line| line.trim().strip_prefix("* "))
        .collect();
    let mut text = if items.is_empty() {
        first.lines().map(str::trim).collect::<Vec<_>>().join(" ")
    } else {
        items.join("; ")
    };
    if code == "InsufficientScopes" && text.ends_with(':') {
        // Whoever passes on another's refusal has its words between.
        for paragraph in paragraphs.take(2) {
            for line in paragraph.lines().filter(|line| !line.starts_with("```")) {
                text.extend([" ", line]);
            }
            if paragraph.starts_with("```") || !text.ends_with(':') {
                break;
            }
        }
    }
    shown(&text).up_to(SHOWN).to_string()
}

/// A page for people: its title, or else its first words.
pub(super) fn page(body: &[u8]) -> String {
    let text = String::from_utf8_lossy(body);
    let title =
        between(&text, "<title", "</title").and_then(|title| Some(title.split_once('>')?.1));
    let words = |html: &str| {
        let texts = html
            .split('<')
            .map(|part| part.split_once('>').map_or(part, |(_, text)| text));
        texts
            .collect::<Vec<_>>()
            .join(" ")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    let told = words(title.unwrap_or(&text));
    format!(
        "an HTML page of {} bytes, {:?}",
        body.len(),
        shown(&told).up_to(100)
    )
}

/// What stands between two tags, in whichever case they are written.
fn between<'a>(text: &'a str, open: &str, close: &str) -> Option<&'a str> {
    let lower = text.to_ascii_lowercase();
    let start = lower.find(open)? + open.len();
    let end = start + lower[start..].find(close)?;
    text.get(start..end)
}

#[cfg(test)]
mod tests {
    use super::headline;

    #[test]
    fn missing_scopes_are_told_also_where_they_are_passed_on() {
        let of = |message| headline(message, "InsufficientScopes");
        let own = "a is missing the following scopes:\n\n```\nx:y\nz:\n```\n\nIt has others.";
        assert_eq!(of(own), "a is missing the following scopes: x:y z:");
        let passed_on = format!("The role `r` does not have them:\n\n{own}");
        assert_eq!(
            of(&passed_on),
            "The role `r` does not have them: a is missing the following scopes: x:y z:"
        );
    }
}
