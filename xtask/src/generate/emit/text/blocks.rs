//! Which lines of Markdown are prose, items of lists, rows of tables, and code.
//!
//! What is written has a form of which there is no doubt: code stands between fences at the left
//! margin, and no other line begins with so many spaces that it would be code. So a list's item is
//! moved to where the list around it is, and what a reader of Markdown would take for something
//! else, such as a quotation, is prose.

use crate::outside::visible;

/// One piece of Markdown.
#[derive(Debug, PartialEq)]
pub enum Block {
    Blank,
    /// The lines of a block of code.
    Code(Vec<String>),
    /// A row of a table.
    Row(String),
    /// A heading's number signs, and its text.
    Heading(String, String),
    /// A paragraph or an item of a list: what its first line begins with, what the others do, and
    /// the text, its lines put together.
    Text {
        first: String,
        rest: String,
        text: String,
    },
}

/// Takes Markdown apart.
pub fn read(markdown: &str) -> Vec<Block> {
    let plain = markdown.replace("\r\n", "\n").replace('\r', "\n");
    let plain = visible(&plain.replace('\t', "    "));
    let mut reader = Reader::default();
    let lines: Vec<&str> = plain.lines().map(str::trim_end).collect();
    let mut i = 0;
    while i < lines.len() {
        i += reader.take(&lines[i..]);
    }
    reader.blocks
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    /// Where the text of the list's items begins that are still open, from the outer to the inner.
    open: Vec<usize>,
}

impl Reader {
    /// Takes what begins with the first line; returns how many lines it has.
    fn take(&mut self, lines: &[&str]) -> usize {
        let text = lines[0].trim_start();
        let indent = lines[0].len() - text.len();
        if text.is_empty() {
            self.blocks.push(Block::Blank);
            return 1;
        }
        if let Some(fence) = opening(text) {
            return self.fenced(fence, lines);
        }
        let begins = matches!(
            self.blocks.last(),
            None | Some(Block::Blank | Block::Code(_))
        );
        let inside = self.open.last().copied().unwrap_or_default();
        if begins && indent >= inside + 4 {
            return self.indented(inside + 4, lines);
        }
        if text.starts_with('|') {
            self.row(text);
        } else if let Some((marker, rest)) = heading(text) {
            self.open.clear();
            self.blocks
                .push(Block::Heading(marker.to_owned(), rest.to_owned()));
        } else if let Some(marker) = self.marker(text, indent, begins) {
            self.item(indent, marker, text);
        } else {
            self.prose(indent, begins, text);
        }
        1
    }

    fn fenced(&mut self, fence: &str, lines: &[&str]) -> usize {
        let closes = |line: &&str| {
            let line = line.trim_start();
            line.len() >= fence.len() && line.bytes().all(|b| b == fence.as_bytes()[0])
        };
        let end = lines[1..].iter().position(closes);
        let code = &lines[1..end.map_or(lines.len(), |end| end + 1)];
        self.code(0, code);
        code.len() + 1 + usize::from(end.is_some())
    }

    fn indented(&mut self, indent: usize, lines: &[&str]) -> usize {
        let is_code =
            |line: &&str| line.is_empty() || line.len() - line.trim_start().len() >= indent;
        let length = lines.iter().position(|line| !is_code(line));
        let mut code = &lines[..length.unwrap_or(lines.len())];
        while let [rest @ .., ""] = code {
            code = rest;
        }
        self.code(indent, code);
        code.len()
    }

    fn code(&mut self, indent: usize, lines: &[&str]) {
        self.open.clear();
        let lines = lines
            .iter()
            .map(|line| line.get(indent..).unwrap_or_default());
        self.blocks
            .push(Block::Code(lines.map(str::to_owned).collect()));
    }

    /// Rows stand apart, so that neither what is before nor what is behind them belongs to a table.
    fn row(&mut self, text: &str) {
        self.open.clear();
        if !matches!(
            self.blocks.last(),
            None | Some(Block::Blank | Block::Row(_))
        ) {
            self.blocks.push(Block::Blank);
        }
        self.blocks.push(Block::Row(text.to_owned()));
    }

    /// The length of a list item's marker with the space behind it. A number other than 1 does not
    /// begin a list in the middle of a paragraph.
    fn marker(&self, text: &str, indent: usize, begins: bool) -> Option<usize> {
        let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = text.len() - rest.len();
        if digits == 0 {
            return ["* ", "- ", "+ "]
                .iter()
                .any(|marker| text.starts_with(marker))
                .then_some(2);
        }
        let beside = self.open.last().is_some_and(|&inside| indent < inside);
        let may_begin = begins || beside || &text[..digits] == "1";
        (may_begin && digits < 4 && rest.starts_with(". ")).then_some(digits + 2)
    }

    fn item(&mut self, indent: usize, marker: usize, text: &str) {
        self.apart();
        self.open.retain(|&inside| inside <= indent);
        let outer = self.open.last().copied().unwrap_or_default();
        let indent = if indent > outer + 3 { outer } else { indent };
        self.open.push(indent + marker);
        self.blocks.push(Block::Text {
            first: format!("{:indent$}{}", "", &text[..marker]),
            rest: " ".repeat(indent + marker),
            text: text[marker..].trim_start().to_owned(),
        });
    }

    fn prose(&mut self, indent: usize, begins: bool, more: &str) {
        if let (false, Some(Block::Text { text, .. })) = (begins, self.blocks.last_mut()) {
            text.push(' ');
            text.push_str(more);
            return;
        }
        self.apart();
        self.open.retain(|&inside| inside <= indent);
        let indent = self.open.last().copied().unwrap_or_default();
        self.blocks.push(Block::Text {
            first: " ".repeat(indent),
            rest: " ".repeat(indent),
            text: more.to_owned(),
        });
    }

    /// Ends a table.
    fn apart(&mut self) {
        if let Some(Block::Row(_)) = self.blocks.last() {
            self.blocks.push(Block::Blank);
        }
    }
}

/// What opens a block of code: three backticks or tildes at least.
fn opening(line: &str) -> Option<&str> {
    let sign = line.chars().next().filter(|sign| "`~".contains(*sign))?;
    let rest = line.trim_start_matches(sign);
    let length = line.len() - rest.len();
    // Backticks behind it: this is code within a line.
    let is_fence = length >= 3 && !(sign == '`' && rest.contains('`'));
    is_fence.then(|| &line[..length])
}

fn heading(line: &str) -> Option<(&str, &str)> {
    let (marker, rest) = line.split_once(' ')?;
    let is_marker = (1..=6).contains(&marker.len()) && marker.bytes().all(|b| b == b'#');
    is_marker.then(|| (marker, rest.trim_start()))
}
