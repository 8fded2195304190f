//! Texts without what no two deployments have in common: addresses, dates, random ids.

use taskcluster_core::timestamp;

/// The client with the scope `*` in the recordings.
const ROOT_CLIENT: &str = "static/verify";

/// A text with names in place of what differs from run to run; `root_client` is who may do everything
/// here.
pub fn plain(text: &str, root_client: &str) -> String {
    let text = text
        .replace(ROOT_CLIENT, "<root>")
        .replace(root_client, "<root>");
    let pieces = text.split(' ');
    let pieces: Vec<&str> = pieces
        .map(|piece| if is_day(piece) { "<day>" } else { piece })
        .collect();
    let text = pieces.join(" ");
    let mut plain = String::with_capacity(text.len());
    let is_word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | ':' | '.' | '+');
    let mut rest = text.as_str();
    while let Some(start) = rest.find(is_word) {
        plain.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
        let word = rest[..end].trim_end_matches([':', '.']);
        plain.push_str(name(word).unwrap_or(word));
        plain.push_str(&rest[word.len()..end]);
        rest = &rest[end..];
    }
    plain + rest
}

/// The name of a word's kind, where the word itself says nothing.
fn name(word: &str) -> Option<&'static str> {
    if word.starts_with("127.0.0.1:") {
        return Some("<host>");
    }
    if word.contains('T') && timestamp::parse(word).is_ok() {
        return Some("<date>");
    }
    if is_uuid(word) {
        return Some("<uuid>");
    }
    let is_time = word.len() >= 10 && word.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    is_time.then_some("<time>")
}

fn is_uuid(word: &str) -> bool {
    let lengths = word.split('-').map(str::len);
    lengths.eq([8, 4, 4, 4, 12]) && word.bytes().all(|b| b == b'-' || b.is_ascii_hexdigit())
}

/// Whether a text is a day as Americans write it, such as `11/26/2026`.
fn is_day(text: &str) -> bool {
    let lengths = text.split('/').map(str::len);
    let is_number = text.bytes().all(|b| b == b'/' || b.is_ascii_digit());
    is_number && matches!(lengths.collect::<Vec<_>>()[..], [1 | 2, 1 | 2, 4])
}

/// Whether a text is a time of day, such as `9:21:36 PM`.
pub fn is_hour(text: &str) -> bool {
    let Some((time, "AM" | "PM")) = text.split_once(' ') else {
        return false;
    };
    let parts = time.split(':').map(str::parse::<u8>);
    let is_number = |part: Result<u8, _>| part.is_ok_and(|part| part < 60);
    time.matches(':').count() == 2 && parts.into_iter().all(is_number)
}

/// How a date is written: its text with zeros for all digits.
pub fn form(date: &str) -> String {
    date.chars()
        .map(|c| if c.is_ascii_digit() { '0' } else { c })
        .collect()
}

/// Two texts from where they begin to differ, short enough for a line.
pub fn apart(one: &str, other: &str) -> [String; 2] {
    /// How much of what is the same is shown before that.
    const BEFORE: usize = 30;
    let same = one
        .chars()
        .zip(other.chars())
        .take_while(|(one, other)| one == other);
    let skipped = same.count().saturating_sub(BEFORE);
    [one, other].map(|text| match text.char_indices().nth(skipped) {
        Some((at, _)) if skipped > 0 => format!("…{}", short(&text[at..])),
        _ => short(text),
    })
}

/// A text short enough for a line, and in one.
pub fn short(text: &str) -> String {
    const MOST: usize = 240;
    let mut line = format!("{text:?}");
    if line.chars().count() > MOST {
        line = line.chars().take(MOST).collect::<String>() + "…";
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_from_run_to_run_has_a_name() {
        for (text, expected) in [
            (
                "at http://127.0.0.1:28080/schemas/x#",
                "at http://<host>/schemas/x#",
            ),
            (
                "* time:       2026-11-26T10:23:07.609Z",
                "* time:       <date>",
            ),
            ("(2026-11-26T10:23:07+00:00).", "(<date>)."),
            (
                "incidentId d92ea325-ecee-4122-ad66-1e358c304bc0.",
                "incidentId <uuid>.",
            ),
            ("on/wg/w1/until/1795689789.224", "on/wg/w1/until/<time>"),
            ("Client ID static/verify does", "Client ID <root> does"),
            ("Client ID static/ours does", "Client ID <root> does"),
            (
                "a - 11/26/2026 of 1/2/345, 9/9/2026/x",
                "a - <day> of 1/2/345, 9/9/2026/x",
            ),
            ("limit=2, T, 1.5, a-b-c: é.", "limit=2, T, 1.5, a-b-c: é."),
        ] {
            assert_eq!(plain(text, "static/ours"), expected);
        }
    }

    #[test]
    fn dates_have_forms() {
        assert_eq!(
            form("2026-11-26T10:43:09.224+00:00"),
            "0000-00-00T00:00:00.000+00:00"
        );
        assert_ne!(
            form("2026-11-26T10:43:09.224Z"),
            form("2026-11-26T10:43:09Z")
        );
    }

    #[test]
    fn times_of_day_are_known() {
        assert!(is_hour("9:21:36 PM") && is_hour("12:00:00 AM"));
        for other in [
            "9:21 PM",
            "9:61:00 PM",
            "21:21:36",
            "a:b:c AM",
            "9:21:36 PM, or so",
        ] {
            assert!(!is_hour(other), "{other}");
        }
    }

    #[test]
    fn of_two_texts_what_is_the_same_is_left_out() {
        assert_eq!(apart("ab", "ac"), ["\"ab\"", "\"ac\""]);
        let same = "é".repeat(31);
        let shown = apart(&format!("{same}a"), &same);
        assert_eq!(
            shown,
            [
                format!("…\"{}a\"", "é".repeat(30)),
                format!("…\"{}\"", "é".repeat(30))
            ]
        );
    }

    #[test]
    fn long_texts_are_cut_at_a_character() {
        assert_eq!(short("a\nb"), "\"a\\nb\"");
        assert_eq!(short(&"é".repeat(1000)).chars().count(), 241);
    }
}
