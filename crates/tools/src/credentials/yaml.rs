//! YAML as values that know their line.

use saphyr_parser::{Event, Parser, ScalarStyle};

/// How deep lists and maps may be in each other: far more than a configuration file has.
const DEPTH: usize = 32;

/// Where something is wrong, and what.
type Problem = (usize, String);

pub(super) struct Node {
    /// Counted from 1.
    pub(super) line: usize,
    pub(super) value: Value,
}

pub(super) enum Value {
    Null,
    Scalar(String),
    List(Vec<Node>),
    /// In their order; no name is there twice.
    Map(Vec<(String, Node)>),
}

impl Node {
    /// A member by its name; none of `null` either.
    pub(super) fn member(&self, name: &str) -> Result<Option<&Self>, Problem> {
        match &self.value {
            Value::Null => Ok(None),
            Value::Map(members) => {
                let member = members.iter().find(|(other, _)| other == name);
                Ok(member.map(|(_, node)| node))
            }
            _ => {
                let why = format!("there must be names with values here, such as `{name}: …`");
                Err((self.line, why))
            }
        }
    }
}

/// The first document of a text; none where it is empty. What is wrong is told without a value.
pub(super) fn parse(text: &str) -> Result<Option<Node>, Problem> {
    let mut parser = Parser::new_from_str(text);
    loop {
        match next(&mut parser)? {
            (_, Event::StreamStart | Event::DocumentStart(_) | Event::Nothing) => {}
            (_, Event::StreamEnd | Event::DocumentEnd) => return Ok(None),
            (line, event) => return node(&mut parser, line, event, DEPTH).map(Some),
        }
    }
}

type Events<'t> = Parser<'t, saphyr_parser::StrInput<'t>>;

fn next<'t>(parser: &mut Events<'t>) -> Result<(usize, Event<'t>), Problem> {
    match parser.next_event() {
        Some(Ok((event, span))) => Ok((span.start.line(), event)),
        Some(Err(e)) => {
            let why = format!(
                "this is not YAML: {}; correct it or remove the file",
                e.info()
            );
            Err((e.marker().line(), why))
        }
        None => Ok((0, Event::StreamEnd)),
    }
}

fn node<'t>(
    parser: &mut Events<'t>,
    line: usize,
    event: Event<'t>,
    depth: usize,
) -> Result<Node, Problem> {
    let Some(depth) = depth.checked_sub(1) else {
        return Err((line, "lists and maps are too deep in each other".to_owned()));
    };
    let value = match event {
        Event::Scalar(text, ScalarStyle::Plain, ..) if ["", "~", "null"].contains(&&*text) => {
            Value::Null
        }
        Event::Scalar(text, ..) => Value::Scalar(text.into_owned()),
        Event::SequenceStart(..) => Value::List(list(parser, depth)?),
        Event::MappingStart(..) => Value::Map(map(parser, depth)?),
        _ => {
            let why = "references to other places of the file are not read; write the value out";
            return Err((line, why.to_owned()));
        }
    };
    Ok(Node { line, value })
}

fn list(parser: &mut Events<'_>, depth: usize) -> Result<Vec<Node>, Problem> {
    let mut nodes = Vec::new();
    loop {
        match next(parser)? {
            (_, Event::SequenceEnd | Event::StreamEnd) => return Ok(nodes),
            (line, event) => nodes.push(node(parser, line, event, depth)?),
        }
    }
}

fn map(parser: &mut Events<'_>, depth: usize) -> Result<Vec<(String, Node)>, Problem> {
    let mut members: Vec<(String, Node)> = Vec::new();
    loop {
        let (line, event) = next(parser)?;
        let name = match event {
            Event::MappingEnd | Event::StreamEnd => return Ok(members),
            Event::Scalar(name, ..) => name.into_owned(),
            _ => return Err((line, "a name must be a text".to_owned())),
        };
        if members.iter().any(|(other, _)| *other == name) {
            return Err((line, "a name is there twice; remove one of them".to_owned()));
        }
        let (line, event) = next(parser)?;
        members.push((name, node(parser, line, event, depth)?));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(text: &str) -> String {
        match parse(text) {
            Err((line, why)) => format!("{line}: {why}"),
            Ok(_) => panic!("{text:?} is read"),
        }
    }

    #[test]
    fn what_is_wrong_has_a_line() {
        for (text, begin) in [
            ("a: [1\n", "2: this is not YAML"),
            ("a:\n\tb: c\n", "2: this is not YAML"),
            ("a: 1\nb: 2\na: 3\n", "3: a name is there twice"),
            ("a: &x 1\nb: *x\n", "2: references"),
            ("[a]: 1\n", "1: a name must be a text"),
        ] {
            let problem = problem(text);
            assert!(problem.starts_with(begin), "{text:?}: {problem}");
        }
        let deep = "[".repeat(DEPTH + 1);
        assert!(problem(&deep).contains("too deep"));
    }

    #[test]
    fn nothing_is_nothing() {
        for text in ["", "# only this\n", "---\n"] {
            let node = parse(text).unwrap_or_else(|(_, why)| panic!("{why}"));
            assert!(node.is_none_or(|node| matches!(node.value, Value::Null)));
        }
    }
}
