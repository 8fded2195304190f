//! YAML as JSON, by the rules of the service's own parser: one document, plain scalars by YAML's core schema,
//! anchors, and merge keys.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, ScalarStyle, StrInput, Tag};
use serde_json::{Map, Number, Value};

/// How deep lists and maps may be in each other.
const DEPTH: usize = 100;
/// How many values a file may come to, with those that stand in it once and are referred to often.
const VALUES: usize = 100_000;
/// The key whose value brings members that the map does not have.
const MERGE: &str = "<<";

/// The only document of a text.
pub(super) fn parse(text: &str) -> Result<Value, String> {
    let mut reader = Reader {
        events: Parser::new_from_str(text),
        anchors: HashMap::new(),
        values: 0,
    };
    let mut document = None;
    loop {
        match reader.next()? {
            Event::StreamStart | Event::DocumentStart(_) | Event::DocumentEnd | Event::Nothing => {}
            Event::StreamEnd => return document.ok_or_else(|| "there is nothing in it".to_owned()),
            _ if document.is_some() => return Err("there is more than one document".to_owned()),
            event => document = Some(reader.value(event, DEPTH)?),
        }
    }
}

struct Reader<'t> {
    events: Parser<'t, StrInput<'t>>,
    /// What stands at an anchor, and how many values that is.
    anchors: HashMap<usize, (Value, usize)>,
    values: usize,
}

impl<'t> Reader<'t> {
    fn next(&mut self) -> Result<Event<'t>, String> {
        match self.events.next_event() {
            Some(Ok((event, _))) => Ok(event),
            Some(Err(e)) => Err(format!("{} in line {}", e.info(), e.marker().line())),
            None => Ok(Event::StreamEnd),
        }
    }

    fn value(&mut self, event: Event<'t>, depth: usize) -> Result<Value, String> {
        let Some(depth) = depth.checked_sub(1) else {
            return Err("lists and maps are too deep in each other".to_owned());
        };
        let before = self.values;
        self.count(1)?;
        let (anchor, value) = match event {
            Event::Scalar(text, style, anchor, tag) => {
                (anchor, scalar(&text, style, tag.as_deref())?)
            }
            Event::SequenceStart(anchor, tag) => {
                expect(tag.as_deref(), "seq")?;
                (anchor, self.list(depth)?.into())
            }
            Event::MappingStart(anchor, tag) => {
                expect(tag.as_deref(), "map")?;
                (anchor, self.map(depth)?.into())
            }
            Event::Alias(anchor) => {
                let known = self.anchors.get(&anchor).cloned();
                let (value, size) = known.ok_or("an alias refers to what it stands in")?;
                self.count(size)?;
                return Ok(value);
            }
            _ => return Err("it ends too early".to_owned()),
        };
        if anchor > 0 {
            let size = self.values - before;
            self.anchors.insert(anchor, (value.clone(), size));
        }
        Ok(value)
    }

    fn count(&mut self, more: usize) -> Result<(), String> {
        self.values = self.values.saturating_add(more);
        if self.values > VALUES {
            return Err(format!("it comes to more than {VALUES} values"));
        }
        Ok(())
    }

    fn list(&mut self, depth: usize) -> Result<Vec<Value>, String> {
        let mut list = Vec::new();
        loop {
            match self.next()? {
                Event::SequenceEnd => return Ok(list),
                event => list.push(self.value(event, depth)?),
            }
        }
    }

    fn map(&mut self, depth: usize) -> Result<Map<String, Value>, String> {
        let (mut map, mut merged) = (Map::new(), Map::new());
        loop {
            let event = self.next()?;
            if event == Event::MappingEnd {
                // What the map has itself goes before what is merged into it.
                merged.extend(map);
                return Ok(merged);
            }
            let is_merge =
                matches!(&event, Event::Scalar(key, ScalarStyle::Plain, _, None) if key == MERGE);
            let key = name(self.value(event, depth)?)?;
            let event = self.next()?;
            let value = self.value(event, depth)?;
            if is_merge {
                merge(value, &mut merged)?;
            } else if map.contains_key(&key) {
                return Err(format!("the key {key:?} is there twice"));
            } else {
                map.insert(key, value);
            }
        }
    }
}

/// Takes over the members of a map, or of each of a list of maps; those that came first stay.
fn merge(value: Value, into: &mut Map<String, Value>) -> Result<(), String> {
    let maps = match value {
        Value::Array(maps) => maps,
        map => vec![map],
    };
    for map in maps {
        let Value::Object(map) = map else {
            return Err("what is merged must be a map".to_owned());
        };
        for (key, value) in map {
            into.entry(key).or_insert(value);
        }
    }
    Ok(())
}

/// A key as JSON has them.
fn name(key: Value) -> Result<String, String> {
    match key {
        Value::String(text) => Ok(text),
        Value::Array(_) | Value::Object(_) => Err("a key is a list or map".to_owned()),
        simple => Ok(simple.to_string()),
    }
}

fn expect(tag: Option<&Tag>, suffix: &str) -> Result<(), String> {
    match tag {
        Some(tag) if !(tag.is_yaml_core_schema() && tag.suffix == suffix) => {
            Err(format!("unknown tag {tag}"))
        }
        _ => Ok(()),
    }
}

fn scalar(text: &str, style: ScalarStyle, tag: Option<&Tag>) -> Result<Value, String> {
    match tag {
        None if style == ScalarStyle::Plain => Ok(plain(text)),
        None => Ok(text.into()),
        Some(tag) if tag.is_yaml_core_schema() => {
            let value = match tag.suffix.as_str() {
                "str" => Some(text.into()),
                "null" => Some(plain(text)).filter(Value::is_null),
                "bool" => Some(plain(text)).filter(Value::is_boolean),
                "int" => integer(text),
                "float" => integer(text).or_else(|| float(text)),
                _ => return Err(format!("unknown tag {tag}")),
            };
            value.ok_or_else(|| format!("{text:?} is not of the tag {tag}"))
        }
        Some(tag) => Err(format!("unknown tag {tag}")),
    }
}

/// A scalar without quotes.
fn plain(text: &str) -> Value {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        "true" | "True" | "TRUE" => true.into(),
        "false" | "False" | "FALSE" => false.into(),
        _ => integer(text)
            .or_else(|| float(text))
            .unwrap_or_else(|| text.into()),
    }
}

fn integer(text: &str) -> Option<Value> {
    let (is_negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (digits, radix) = [("0x", 16), ("0o", 8), ("0b", 2)]
        .iter()
        .find_map(|(prefix, radix)| Some((digits.strip_prefix(prefix)?, *radix)))
        .unwrap_or((digits, 10));
    if digits.is_empty() || !digits.chars().all(|c| c.is_digit(radix)) {
        return None;
    }
    let Ok(size) = i64::from_str_radix(digits, radix) else {
        // As large ones are in JavaScript.
        return float(text);
    };
    Some(if is_negative { -size } else { size }.into())
}

/// A number with a fraction or an exponent. Those that JSON does not have are nothing there.
fn float(text: &str) -> Option<Value> {
    if matches!(
        text.trim_start_matches(['+', '-']),
        ".inf" | ".Inf" | ".INF" | ".nan" | ".NaN" | ".NAN"
    ) {
        return Some(Value::Null);
    }
    let has_digit = text.contains(|c: char| c.is_ascii_digit());
    let is_number = |c: char| c.is_ascii_digit() || "+-.eE".contains(c);
    if !has_digit || !text.chars().all(is_number) || text.starts_with(['e', 'E']) {
        return None;
    }
    let value: f64 = text.parse().ok()?;
    Number::from_f64(value).map(Value::from)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::parse;

    #[test]
    fn scalars_are_what_the_core_schema_says() {
        let text = "[~, yes, True, 12, -0x1f, 0o17, 1.5e3, '1', !!str 1, 1.2.3, 12e, 2017-01-19, 1e, .inf, \
                    +.5, 99999999999999999999]";
        assert_eq!(
            parse(text),
            Ok(json!([
                null,
                "yes",
                true,
                12,
                -31,
                15,
                1500.0,
                "1",
                "1",
                "1.2.3",
                "12e",
                "2017-01-19",
                "1e",
                null,
                0.5,
                1e20
            ]))
        );
    }

    #[test]
    fn maps_are_merged_and_anchors_followed() {
        let text = "base: &base {a: 1, b: 2}\nother: &other {b: 3, c: 4}\nall:\n  b: 5\n  <<: [*other, *base]\n\
                    1: *base\ntext: |\n  two\n  lines\n";
        assert_eq!(
            parse(text),
            Ok(json!({
                "base": { "a": 1, "b": 2 }, "other": { "b": 3, "c": 4 }, "all": { "a": 1, "b": 5, "c": 4 },
                "1": { "a": 1, "b": 2 }, "text": "two\nlines\n",
            }))
        );
    }

    #[test]
    fn what_is_no_document_is_told() {
        let deep = "[".repeat(200);
        let many = (1..9).fold("a0: &a0 [1,1,1,1,1,1,1,1]\n".to_owned(), |text, at| {
            let list = vec![format!("*a{}", at - 1); 8].join(", ");
            text + &format!("a{at}: &a{at} [{list}]\n")
        });
        for (text, why) in [
            ("", "nothing in it"),
            ("# a comment\n", "nothing in it"),
            ("a\n--- \nb\n", "more than one document"),
            ("a: 1\na: 2", "\"a\" is there twice"),
            ("[a: 1", "line"),
            ("a: *b", "line"),
            ("a: &a [*a]", "refers to what it stands in"),
            ("[1, 2]: 3", "a key is a list"),
            ("!thing 1", "unknown tag !thing"),
            ("!!int a", "is not of the tag"),
            ("a: {<<: 1}", "merged must be a map"),
            (&deep, "too deep"),
            (&many, "more than 100000 values"),
        ] {
            match parse(text) {
                Err(problem) => assert!(problem.contains(why), "{text:?}: {problem}"),
                Ok(value) => panic!("{text:?}: {value}"),
            }
        }
    }
}
