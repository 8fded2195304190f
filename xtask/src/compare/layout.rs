//! JSON as the files under `apis/` are kept: two spaces, and members in an order for people.

use serde_json::{Map, Value};

/// Members that come first or last in references, by what they stand in; others are sorted.
const REFERENCE: [&str; 8] = [
    "$schema",
    "$id",
    "apiVersion",
    "serviceName",
    "exchangePrefix",
    "title",
    "description",
    "entries",
];
const ENTRY: [&str; 16] = [
    "type",
    "method",
    "route",
    "args",
    "query",
    "exchange",
    "name",
    "stability",
    "category",
    "scopes",
    "input",
    "output",
    "title",
    "description",
    "routingKey",
    "schema",
];
const FIELD: [&str; 6] = [
    "name",
    "summary",
    "constant",
    "maxSize",
    "multipleWords",
    "required",
];
const SCHEMA: [&str; 4] = ["$schema", "$id", "title", "description"];

/// What a value is, which says how its members are ordered.
#[derive(Clone, Copy)]
enum Kind {
    Reference,
    Entry,
    Field,
    Schema,
    /// Members are called by people, and are schemas.
    Names,
    /// Whatever it is, it has no order of its own.
    Plain,
}

/// The text of a file under `apis/`, by its path there.
pub fn text(path: &str, json: &Value) -> String {
    let kind = match path.split('/').next() {
        Some("references") => Kind::Reference,
        Some("schemas") => Kind::Schema,
        _ => Kind::Plain,
    };
    let mut out = String::new();
    write(&mut out, 0, kind, json);
    out + "\n"
}

impl Kind {
    fn order(self) -> &'static [&'static str] {
        match self {
            Self::Reference => &REFERENCE,
            Self::Entry => &ENTRY,
            Self::Field => &FIELD,
            Self::Schema => &SCHEMA,
            Self::Names | Self::Plain => &[],
        }
    }

    fn of_member(self, name: &str) -> Self {
        match (self, name) {
            (Self::Reference, "entries") => Self::Entry,
            (Self::Entry, "routingKey") => Self::Field,
            (Self::Schema, "properties" | "definitions") => Self::Names,
            (Self::Schema | Self::Names, _) => Self::Schema,
            _ => Self::Plain,
        }
    }
}

fn write(out: &mut String, indent: usize, kind: Kind, json: &Value) {
    match json {
        Value::Object(members) if !members.is_empty() => {
            let members = sorted(kind, members).into_iter();
            list(out, indent, ['{', '}'], members, |out, (name, value)| {
                *out += &format!("{}: ", Value::from(name));
                write(out, indent + 2, kind.of_member(name), value);
            });
        }
        Value::Array(items) if !items.is_empty() => {
            list(out, indent, ['[', ']'], items.iter(), |out, item| {
                write(out, indent + 2, kind, item);
            });
        }
        other => *out += &other.to_string(),
    }
}

fn list<T>(
    out: &mut String,
    indent: usize,
    [open, close]: [char; 2],
    items: impl Iterator<Item = T>,
    mut write: impl FnMut(&mut String, T),
) {
    out.push(open);
    for (i, item) in items.enumerate() {
        out.push_str(if i == 0 { "\n" } else { ",\n" });
        *out += &" ".repeat(indent + 2);
        write(out, item);
    }
    out.push('\n');
    *out += &" ".repeat(indent);
    out.push(close);
}

fn sorted(kind: Kind, members: &Map<String, Value>) -> Vec<(&str, &Value)> {
    let order = kind.order();
    let place = |name: &str| order.iter().position(|it| *it == name);
    let mut members: Vec<(&str, &Value)> = members.iter().map(|(k, v)| (&**k, v)).collect();
    members.sort_by_key(|(name, _)| (place(name).unwrap_or(order.len()), name.to_owned()));
    members
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::text;

    #[test]
    fn files_stay_as_they_are() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../apis/today");
        let mut folders = vec![root.clone()];
        let mut count = 0;
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    folders.push(path);
                    continue;
                }
                let name = path
                    .strip_prefix(&root)
                    .expect("below")
                    .display()
                    .to_string();
                let found = fs::read_to_string(&path).expect("a file");
                let json = serde_json::from_str(&found).expect("JSON");
                assert_eq!(text(&name, &json), found, "{name}");
                count += 1;
            }
        }
        assert!(count > 150, "{count}");
    }
}
