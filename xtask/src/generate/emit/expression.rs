//! Rust expressions in examples, laid out as rustfmt does: on one line where there is room, otherwise
//! each part on a line of its own.

/// How wide an example may be, so that it can be read without scrolling.
const WIDTH: usize = 80;

/// An expression of an example.
pub struct Expression {
    /// What stands before the parts, with the bracket that opens them.
    begin: String,
    /// The names of fields, which only structs have, and values.
    parts: Vec<(String, Expression)>,
    end: String,
}

impl Expression {
    pub fn plain(text: impl Into<String>) -> Self {
        Self {
            begin: text.into(),
            parts: Vec::new(),
            end: String::new(),
        }
    }

    pub fn call(function: &str, arguments: Vec<Self>) -> Self {
        Self::list(&format!("{function}("), arguments)
    }

    /// What a bracket opens.
    pub fn list(begin: &str, items: Vec<Self>) -> Self {
        let end = if begin.ends_with('[') { "]" } else { ")" };
        Self {
            begin: begin.to_owned(),
            parts: items.into_iter().map(|it| (String::new(), it)).collect(),
            end: end.to_owned(),
        }
    }

    pub fn structure(name: &str, fields: Vec<(String, Self)>) -> Self {
        Self {
            begin: format!("{name} {{"),
            parts: fields,
            end: "}".to_owned(),
        }
    }

    /// The value as the only argument of a function.
    pub fn within(self, function: &str) -> Self {
        Self::call(function, vec![self])
    }

    pub fn followed_by(mut self, more: &str) -> Self {
        let to = if self.parts.is_empty() {
            &mut self.begin
        } else {
            &mut self.end
        };
        to.push_str(more);
        self
    }

    /// The lines of a statement that begins with this.
    pub fn statement(&self, begin: &str) -> Vec<String> {
        let mut lines = Vec::new();
        self.write(&mut lines, 0, begin, ";");
        lines
    }

    fn write(&self, lines: &mut Vec<String>, indent: usize, before: &str, after: &str) {
        let line = format!("{:indent$}{before}{}{after}", "", self.one_line());
        if line.len() <= WIDTH || self.parts.is_empty() {
            lines.push(line);
            return;
        }
        // A call with a single argument that has parts of its own begins and ends on its lines.
        if let ([(_, only)], true) = (&*self.parts, self.begin.ends_with('('))
            && !only.parts.is_empty()
        {
            let before = format!("{before}{}", self.begin);
            only.write(lines, indent, &before, &format!("{}{after}", self.end));
            return;
        }
        lines.push(format!("{:indent$}{before}{}", "", self.begin));
        for (name, part) in &self.parts {
            part.write(lines, indent + 4, &named(name), ",");
        }
        lines.push(format!("{:indent$}{}{after}", "", self.end));
    }

    fn one_line(&self) -> String {
        let parts = self.parts.iter();
        let parts: Vec<String> = parts
            .map(|(name, it)| named(name) + &it.one_line())
            .collect();
        let space = if self.begin.ends_with('{') { " " } else { "" };
        format!(
            "{}{space}{}{space}{}",
            self.begin,
            parts.join(", "),
            self.end
        )
    }
}

fn named(name: &str) -> String {
    if name.is_empty() {
        return String::new();
    }
    format!("{name}: ")
}
