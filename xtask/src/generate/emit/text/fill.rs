//! Lines of a width, none of which begins with what would have a meaning there.

/// Breaks a text into lines: the first begins with `first`, the others with `rest`.
pub fn fill(lines: &mut Vec<String>, first: &str, rest: &str, text: &str, width: usize) {
    let mut line = first.to_owned();
    let mut empty = true;
    for word in text.split_whitespace() {
        let length = line.chars().count() + usize::from(!empty) + word.chars().count();
        if !empty && length > width && !begins_block(word) {
            lines.push(std::mem::replace(&mut line, rest.to_owned()));
            empty = true;
        }
        if !empty {
            line.push(' ');
        }
        line.push_str(word);
        empty = false;
    }
    lines.push(line);
}

/// Whether a line that begins with this word may be more than prose.
fn begins_block(word: &str) -> bool {
    let is_rule = word.bytes().all(|b| b"-+*_=:|".contains(&b));
    is_rule
        || is_tag(word)
        || ["#", ">", "|", "~~~", "```"]
            .iter()
            .any(|sign| word.starts_with(sign))
        || is_number(word)
}

/// Whether a word could begin a block of HTML, which it may inside code.
fn is_tag(word: &str) -> bool {
    let Some(rest) = word.strip_prefix('<') else {
        return false;
    };
    let name = rest.trim_start_matches('/');
    let behind = name.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-');
    rest.starts_with(['!', '?']) || behind.is_empty() || behind.starts_with(['>', '/', '`'])
}

/// The number of a list's item.
fn is_number(word: &str) -> bool {
    let digits = word.trim_end_matches(['.', ')']);
    digits.len() < word.len() && digits.bytes().all(|b| b.is_ascii_digit())
}

/// The text with its beginning escaped where that may be more than prose.
pub fn begun(text: &str) -> String {
    let word = text.split_whitespace().next().unwrap_or_default();
    if !begins_block(word) {
        return text.to_owned();
    }
    let text = text.trim_start();
    let sign = if is_number(word) {
        word.trim_end_matches(['.', ')']).len()
    } else {
        0
    };
    format!("{}\\{}", &text[..sign], &text[sign..])
}
