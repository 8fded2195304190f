//! Text from references in generated code: one function for each kind of place, which makes it safe
//! for just that. Identifiers are `naming`'s.
//!
//! `blocks` tells what is prose and what is code in Markdown, `inline` makes prose inert, and
//! `fill` breaks lines.

mod blocks;
mod fill;
mod inline;

use blocks::Block;
use taskcluster_core::Era;

use crate::outside::visible;

/// How wide lines of generated code may be.
const WIDTH: usize = 100;

/// Writes paragraphs of a reference as doc comments. Their Markdown is inert: no HTML, no code that
/// is compiled, no links but to `http` and `https`.
pub fn doc(indent: usize, paragraphs: &[String]) -> String {
    let width = width(indent);
    let mut lines = Vec::new();
    for block in blocks::read(&paragraphs.join("\n\n")) {
        match block {
            Block::Blank => lines.push(String::new()),
            Block::Code(code) => {
                let fence = fence(&code);
                lines.push(format!("{fence}text"));
                lines.extend(code);
                lines.push(fence);
            }
            Block::Row(row) => lines.push(inline::safe(&row, true)),
            Block::Heading(marker, text) => {
                lines.push(format!("{marker} {}", inline::safe(&text, false)));
            }
            Block::Text { first, rest, text } => {
                let text = inline::safe(&text, false);
                fill::fill(&mut lines, &first, &rest, &fill::begun(&text), width);
            }
        }
    }
    comment(indent, &lines)
}

/// Writes Markdown of the generator's own as doc comments; links in it are links.
pub fn own_doc(indent: usize, markdown: &str) -> String {
    let mut lines = Vec::new();
    for line in markdown.lines() {
        let rest = if line.starts_with("* ") { "  " } else { "" };
        fill::fill(&mut lines, "", rest, line, width(indent));
    }
    comment(indent, &lines)
}

/// Writes a heading whose words are a reference's.
pub fn heading(indent: usize, words: &str) -> String {
    comment(indent, &[format!("# {}", label(words))])
}

/// Writes a table of the generator's own as doc comments. Cells are Markdown, and have no bar.
pub fn table(indent: usize, rows: &[[String; 2]]) -> String {
    let row = |[left, right]: &[String; 2]| format!("| {left} | {right} |");
    let mut lines: Vec<String> = rows.iter().map(row).collect();
    lines.insert(lines.len().min(1), "|---|---|".to_owned());
    comment(indent, &lines)
}

/// Writes an example as a doc comment: lines that only the compiler sees, and those that readers see.
pub fn example(indent: usize, hidden: &[String], shown: &[String]) -> String {
    let mut lines = vec![String::new(), "```no_run".to_owned()];
    lines.extend(hidden.iter().map(|line| format!("# {line}")));
    lines.extend_from_slice(shown);
    lines.push("# Ok::<(), Box<dyn std::error::Error>>(())".to_owned());
    lines.push("```".to_owned());
    comment(indent, &lines)
}

/// A short text of a reference, made inert, on one line; it can stand in a heading or a table.
pub fn label(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let bars = visible(&words.join(" ")).replace('|', "/");
    inline::safe(&bars, true)
}

/// Text as code in Markdown: all of it can be seen, on one line.
pub fn code(text: &str) -> String {
    if text.is_empty() {
        return "\"\"".to_owned();
    }
    let text = visible(&text.replace('\n', "\\n"));
    // Code ends with as many backticks as it began with, and a space beside those inside is not
    // part of it.
    let (ticks, space) = match text.contains('`') {
        true => ("``", " "),
        false => ("`", ""),
    };
    let blank = text.trim().is_empty();
    if blank || text.contains("``") {
        return format!("\"{text}\"");
    }
    format!("{ticks}{space}{text}{space}{ticks}")
}

/// Which servers have a thing, where not all that have what it is part of.
pub fn era(of: Era, whole: Era) -> Option<&'static str> {
    match of {
        _ if of == whole => None,
        Era::Classic => Some("Until 2019."),
        Era::Today => Some("Today's servers only."),
        _ => None,
    }
}

/// The text as a Rust literal.
pub fn literal(text: &str) -> String {
    format!("{text:?}")
}

fn width(indent: usize) -> usize {
    WIDTH - indent - "/// ".len()
}

/// What opens and closes a block of code: longer than anything like it inside.
fn fence(code: &[String]) -> String {
    let longest = code.iter().map(|line| {
        let runs = line.split(|c| c != '`').map(str::len);
        runs.max().unwrap_or_default()
    });
    "`".repeat(longest.max().unwrap_or_default().max(2) + 1)
}

fn comment(indent: usize, lines: &[String]) -> String {
    let mut out = String::new();
    for line in lines {
        let line = format!("{:indent$}/// {line}", "");
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests;
