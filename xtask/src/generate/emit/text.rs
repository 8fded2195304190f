//! Prose in generated code: doc comments, made safe for rustdoc and wrapped.

/// How wide lines of generated code may be.
const WIDTH: usize = 100;

/// Writes paragraphs of a reference as doc comments.
pub fn doc(indent: usize, paragraphs: &[String]) -> String {
    lines(indent, &safe(&paragraphs.join("\n\n")))
}

/// Writes Markdown of the generator's own as doc comments; links in it are links.
pub fn own_doc(indent: usize, markdown: &str) -> String {
    lines(indent, markdown)
}

fn lines(indent: usize, markdown: &str) -> String {
    let mut out = String::new();
    for line in wrap(markdown, WIDTH - indent - "/// ".len()) {
        let line = format!("{:indent$}/// {line}", "");
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

/// Markdown as rustdoc takes it without a warning: angle brackets and square ones outside code are
/// escaped, bare URLs become links, code that is not said to be Rust is marked as text.
fn safe(markdown: &str) -> String {
    let mut out = Vec::new();
    let mut fenced = false;
    let mut indented = false;
    let mut after_blank = true;
    for line in markdown.lines().map(str::trim_end) {
        let is_fence = line.trim_start().starts_with("```");
        // Four spaces after an empty line begin code, which rustdoc would take for a test.
        let is_code = !fenced && line.starts_with("    ") && (after_blank || indented);
        if is_code != indented && !(indented && line.is_empty()) {
            out.push(if indented { "```" } else { "```text" }.to_owned());
            indented = is_code;
        }
        if is_fence && !indented {
            let language = line.trim_start().trim_start_matches('`').trim();
            out.push(if fenced || !language.is_empty() && language != "rust" {
                line.to_owned()
            } else {
                "```text".to_owned()
            });
            fenced = !fenced;
        } else if fenced || indented {
            out.push(line.strip_prefix("    ").unwrap_or(line).to_owned());
        } else {
            out.push(escape_line(line));
        }
        after_blank = line.is_empty();
    }
    if fenced || indented {
        out.push("```".to_owned());
    }
    out.join("\n")
}

/// Escapes one line outside of code blocks; what stands between backticks is left alone.
fn escape_line(line: &str) -> String {
    let parts: Vec<&str> = line.split('`').collect();
    // An odd backtick at the end opens no code.
    let last_is_text = parts.len().is_multiple_of(2);
    let escape = |(i, part): (usize, &&str)| {
        if i % 2 == 0 || (last_is_text && i + 1 == parts.len()) {
            escape_text(part)
        } else {
            (*part).to_owned()
        }
    };
    parts
        .iter()
        .enumerate()
        .map(escape)
        .collect::<Vec<_>>()
        .join("`")
}

fn escape_text(text: &str) -> String {
    let mut words = Vec::new();
    for word in text.split(' ') {
        let bare = word.starts_with("http://") || word.starts_with("https://");
        let linked = word.contains("<http") && word.contains('>');
        words.push(if bare {
            let end = word.trim_end_matches(['.', ',', ')', ';', ':']).len();
            format!("<{}>{}", &word[..end], &word[end..])
        } else if linked || word.contains("](http") {
            word.to_owned()
        } else {
            word.replace('<', "\\<")
                .replace('[', "\\[")
                .replace("](", "\\](")
        });
    }
    words.join(" ")
}

/// Wraps paragraphs and list items; code blocks and tables stay as they are.
fn wrap(markdown: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut paragraph = String::new();
    let mut hanging = String::new();
    let mut fenced = false;
    for line in markdown.lines() {
        let content = line.trim_start();
        let marker = list_marker(content);
        let is_fence = content.starts_with("```");
        let breaks =
            line.is_empty() || is_fence || fenced || marker > 0 || content.starts_with('|');
        if breaks {
            fill(&mut lines, &mut paragraph, &hanging, width);
            hanging.clear();
        }
        if is_fence || fenced || line.is_empty() || content.starts_with('|') {
            lines.push(line.to_owned());
            fenced ^= is_fence;
            continue;
        }
        if marker > 0 {
            hanging = " ".repeat(line.len() - content.len() + marker);
            paragraph = line[..hanging.len()].to_owned();
            paragraph.push_str(content[marker..].trim_start());
        } else {
            if !paragraph.is_empty() {
                paragraph.push(' ');
            }
            paragraph.push_str(content);
        }
    }
    fill(&mut lines, &mut paragraph, &hanging, width);
    lines
}

/// The length of a list item's marker with the space behind it, 0 where there is none.
fn list_marker(line: &str) -> usize {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    match &line[digits..] {
        rest if digits > 0 && rest.starts_with(". ") => digits + 2,
        rest if digits == 0 && ["* ", "- ", "+ "].iter().any(|m| rest.starts_with(m)) => 2,
        _ => 0,
    }
}

fn fill(lines: &mut Vec<String>, paragraph: &mut String, hanging: &str, width: usize) {
    if paragraph.is_empty() {
        return;
    }
    let indent = paragraph.len() - paragraph.trim_start().len();
    let mut line = paragraph[..indent].to_owned();
    let mut empty = true;
    for word in paragraph.split_whitespace() {
        let length = line.chars().count() + usize::from(!empty) + word.chars().count();
        if !empty && length > width {
            lines.push(std::mem::replace(&mut line, hanging.to_owned()));
            empty = true;
        }
        if !empty {
            line.push(' ');
        }
        line.push_str(word);
        empty = false;
    }
    lines.push(line);
    paragraph.clear();
}

/// The text as a Rust literal.
pub fn literal(text: &str) -> String {
    format!("{text:?}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn docs(text: &str) -> String {
        doc(0, &[text.to_owned()])
    }

    #[test]
    fn what_rustdoc_would_misread_is_escaped() {
        assert_eq!(
            docs("A <b> and [c] but `<d>[e]`."),
            "/// A \\<b> and \\[c] but `<d>[e]`.\n"
        );
        assert_eq!(docs("See https://x.y/z."), "/// See <https://x.y/z>.\n");
        assert_eq!(docs("An odd ` and <b>"), "/// An odd ` and \\<b>\n");
    }

    #[test]
    fn code_never_becomes_a_test() {
        assert_eq!(
            docs("```\nlet x;\n```"),
            "/// ```text\n/// let x;\n/// ```\n"
        );
        assert_eq!(docs("```js\nx\n```"), "/// ```js\n/// x\n/// ```\n");
        assert_eq!(
            docs("a\n\n    b <c>\n\nd"),
            "/// a\n///\n/// ```text\n/// b <c>\n///\n/// ```\n/// d\n"
        );
    }

    #[test]
    fn paragraphs_and_lists_are_wrapped() {
        let long = "word ".repeat(40);
        let lines = docs(&format!("{long}\n\n* {long}"));
        assert!(lines.lines().all(|line| line.len() <= 100));
        assert!(lines.contains("\n///   word"), "{lines}");
    }
}
