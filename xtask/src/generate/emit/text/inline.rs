//! Prose of Markdown, made inert: what would be HTML, an image or a link to other than a web page
//! is shown as it is written.

/// Makes one paragraph, heading or row of a table inert.
///
/// In a row a bar ends a cell wherever it stands, so there is no code with a bar in it.
pub fn safe(text: &str, is_row: bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let before = out.chars().next_back();
        let (piece, length) = match c {
            '\\' => backslash(rest),
            '`' => backticks(rest, is_row),
            '<' => {
                autolink(rest).map_or(("\\<".to_owned(), 1), |link| (link.to_owned(), link.len()))
            }
            '[' => link(rest).map_or(("\\[".to_owned(), 1), |link| (link.to_owned(), link.len())),
            // Before a link it would make an image of it.
            '!' if rest[1..].starts_with('[') => ("\\!".to_owned(), 1),
            '&' if is_entity(rest) => ("\\&".to_owned(), 1),
            'h' if !before.is_some_and(char::is_alphanumeric) && url(rest) > 0 => {
                (format!("<{}>", &rest[..url(rest)]), url(rest))
            }
            c => (c.to_string(), c.len_utf8()),
        };
        out.push_str(&piece);
        rest = &rest[length..];
    }
    out
}

/// A backslash keeps its meaning before a sign; elsewhere it is one, even at the end of a line.
fn backslash(rest: &str) -> (String, usize) {
    match rest[1..].chars().next() {
        Some(next) if next.is_ascii_punctuation() => (rest[..2].to_owned(), 2),
        Some(next) if !next.is_whitespace() => ("\\".to_owned(), 1),
        _ => ("\\\\".to_owned(), 1),
    }
}

/// Code from backticks to as many others; backticks that have no others are shown. Three of them
/// could begin a block of code where a line is broken.
fn backticks(rest: &str, is_row: bool) -> (String, usize) {
    let length = rest.len() - rest.trim_start_matches('`').len();
    match closing(&rest[length..], length) {
        Some(end) if length < 3 && !(is_row && rest[..length + end].contains('|')) => {
            let whole = end + 2 * length;
            (rest[..whole].to_owned(), whole)
        }
        _ => ("\\`".repeat(length), length),
    }
}

/// Where as many backticks are as are wanted, and no more.
fn closing(text: &str, wanted: usize) -> Option<usize> {
    let mut from = 0;
    while let Some(at) = text[from..].find('`').map(|at| from + at) {
        let length = text.len() - at - text[at..].trim_start_matches('`').len();
        if length == wanted {
            return Some(at);
        }
        from = at + length;
    }
    None
}

/// The length of the URL of a web page with which a text begins, without what ends a sentence; 0
/// where there is none.
fn url(text: &str) -> usize {
    let scheme = ["https://", "http://"]
        .into_iter()
        .find(|s| text.starts_with(s));
    let Some(scheme) = scheme else { return 0 };
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#@!$&*+,=%".contains(c);
    let end = text.find(|c| !is_plain(c)).unwrap_or(text.len());
    let url = text[..end].trim_end_matches(|c| ".,:!?*_~".contains(c));
    let host = url.get(scheme.len()..).unwrap_or_default();
    let is_url = host.starts_with(|c: char| c.is_ascii_alphanumeric());
    if is_url { url.len() } else { 0 }
}

/// `<https://…>`.
fn autolink(rest: &str) -> Option<&str> {
    let length = url(&rest[1..]);
    let closed = rest[1 + length..].starts_with('>');
    (length > 0 && closed).then(|| &rest[..length + 2])
}

/// `[text](https://…)`, with nothing but text in the brackets.
fn link(rest: &str) -> Option<&str> {
    let end = rest.find("](")?;
    let is_plain = |c: char| !"[]()`<>\\!&|".contains(c);
    let length = url(&rest[end + 2..]);
    let whole = end + 2 + length;
    let closed = rest[whole..].starts_with(')');
    let text = &rest[1..end];
    (length > 0 && closed && !text.trim().is_empty() && text.chars().all(is_plain))
        .then(|| &rest[..=whole])
}

/// Whether a text begins with the name or number of a character, as HTML has them.
fn is_entity(text: &str) -> bool {
    let name = text[1..].split(';').next().unwrap_or_default();
    let is_name = name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'#');
    is_name && text.len() > name.len() + 1
}
