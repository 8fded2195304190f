//! Texts that become comments, manifests and code.

use serde_json::{Value, json};

use super::toy::{API, Toy};

fn described(text: &str) -> Toy {
    let toy = Toy::new();
    toy.change(API, |api| {
        api["title"] = json!(text);
        api["description"] = json!(text);
        api["entries"][0]["description"] = json!(text);
        api["entries"][0]["category"] = json!(text);
        api["entries"][0]["stability"] = json!(text);
        api["entries"][0]["scopes"] = json!({"if": text, "then": text});
    });
    toy.answer(
        "strange",
        json!({
            "description": text,
            "type": "object",
            "properties": {
                "value": {"type": "string", "enum": [text, "x"], "description": text},
                "other": {"type": "string", "default": text},
                text: {"type": "string"},
            },
        }),
    );
    toy
}

const EVIL: [&str; 9] = [
    "x`\nfn evil() {}\n//",
    "~~~\nevil();\n~~~",
    "```should_panic\nevil();\n```",
    "```rust,edition2021\nevil();\n```",
    "> ~~~rust\n> evil();",
    "# x\n    evil();",
    "<https://x/></a><script>alert(1)</script>",
    "[x](https://y)<script>",
    "\u{202e}\u{200b}\0\u{1b}[31m\r\u{2028}",
];

/// The examples in generated code, which are compiled.
fn examples(code: &str) -> Vec<&str> {
    let mut inside = false;
    let is_example = |line: &&str| {
        let fence = line.trim_start().strip_prefix("/// ```");
        inside = fence.map_or(inside, |language| language == "no_run");
        inside
    };
    code.lines().filter(is_example).collect()
}

#[test]
fn no_text_breaks_out_of_where_it_stands() {
    let plain = described("A text.");
    plain.generate().expect("a plain text");
    let plain = plain.code();
    for text in EVIL {
        let toy = described(text);
        toy.generate().expect("texts are no reason not to generate");
        let manifest = toy.read("Cargo.toml");
        let read: toml_edit::DocumentMut = manifest.parse().expect("TOML");
        assert_eq!(read["dependencies"].as_table().expect("a table").len(), 3);
        for (name, code) in toy.code() {
            let file = syn::parse_file(&code).unwrap_or_else(|e| panic!("{name}: {e}"));
            let is_function = |item: &syn::Item| matches!(item, syn::Item::Fn(_));
            assert!(!file.items.iter().any(is_function), "{name}: {code}");
            let below = |name: &str| name.split_once("/out/").map(|(_, path)| path.to_owned());
            let mut others = plain.iter();
            let other = others.find(|(other, _)| below(other) == below(&name));
            let (_, other) = other.expect("the same files, whatever the text");
            assert_eq!(examples(&code), examples(other), "{name}");
            for line in code.lines() {
                let shown = |c: char| !c.is_control() && !"\u{202e}\u{200b}\u{2028}".contains(c);
                assert!(line.chars().all(shown), "{name}: {line:?}");
                let Some((_, comment)) = line.split_once("/// ") else {
                    continue;
                };
                let fenced = ["```", "~~~"]
                    .iter()
                    .any(|fence| comment.trim_start().starts_with(fence));
                assert!(
                    !fenced || ["text", "no_run", ""].contains(&comment.trim_start_matches('`')),
                    "{name}: {line}"
                );
                assert!(
                    !comment.replace("\\<", "").contains("<script") || comment.contains('`'),
                    "{name}: {line}"
                );
            }
        }
    }
}

#[test]
fn keywords_have_values_of_their_kind() {
    for (keyword, value) in [
        ("enum", json!([])),
        ("enum", json!("x")),
        ("type", json!("text")),
        ("type", json!([])),
        ("properties", json!([])),
        ("required", json!("x")),
        ("oneOf", json!([])),
        ("$ref", json!(3)),
        ("title", json!(3)),
        ("items", json!("x")),
    ] {
        let toy = Toy::new();
        let mut schema = json!({});
        schema[keyword] = value;
        toy.answer("strange", schema);
        toy.refused(&[&format!("schemas/toy/v1/strange.json#/{keyword}")]);
    }
    let toy = Toy::new();
    toy.answer("strange", Value::Null);
    toy.refused(&["schemas/toy/v1/strange.json#"]);
}
