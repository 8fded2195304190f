use pulldown_cmark::{BrokenLink, CodeBlockKind, Event, Options, Parser, Tag};

use super::*;
use crate::generate::strange::texts;

fn docs(text: &str) -> String {
    doc(0, &[text.to_owned()])
}

/// The Markdown of doc comments, as Rust reads them.
fn markdown(comments: &str) -> String {
    let code = format!("{comments}struct Item;");
    let file = syn::parse_file(&code).unwrap_or_else(|e| panic!("{e}: {code:?}"));
    let [syn::Item::Struct(item)] = file.items.as_slice() else {
        panic!("more than comments: {code:?}");
    };
    let line = |attribute: &syn::Attribute| match &attribute.meta {
        syn::Meta::NameValue(syn::MetaNameValue {
            value:
                syn::Expr::Lit(syn::ExprLit {
                    lit: syn::Lit::Str(text),
                    ..
                }),
            ..
        }) => text.value(),
        _ => panic!("more than comments: {code:?}"),
    };
    let lines = item.attrs.iter().map(line);
    // As rustdoc does: the space that all lines begin with goes.
    let lines = lines.map(|line| line.strip_prefix(' ').unwrap_or(&line).to_owned());
    lines.collect::<Vec<_>>().join("\n")
}

/// What rustdoc sees in Markdown.
fn events(markdown: &str) -> Vec<Event<'_>> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION;
    // Rustdoc takes each link that leads nowhere for one to an item.
    let to_item = |_: BrokenLink<'_>| Some(("#item".into(), "".into()));
    Parser::new_with_broken_link_callback(markdown, options, Some(to_item)).collect()
}

/// What a reader sees of Markdown.
fn shown(markdown: &str) -> String {
    let texts = events(markdown)
        .into_iter()
        .filter_map(|event| match event {
            Event::Text(text) | Event::Code(text) => Some(text.into_string()),
            _ => None,
        });
    texts.collect()
}

/// The letters that a reader sees, beside those of where links lead.
fn letters(text: &str) -> String {
    let text = text.replace("https://x.example", "");
    text.chars().filter(|c| c.is_alphabetic()).collect()
}

#[test]
fn whatever_the_text_doc_comments_are_inert() {
    for text in texts(20_000) {
        let comments = docs(&text);
        assert!(
            comments
                .chars()
                .all(|c| c == '\n' || visible(&c.to_string()).len() == c.len_utf8()),
            "{comments:?}"
        );
        let markdown = markdown(&comments);
        assert_inert(&markdown, &text);
    }
}

#[test]
fn whatever_its_words_a_heading_or_row_of_a_table_is_one_and_inert() {
    for text in texts(5_000) {
        let above = markdown(&heading(0, &text));
        assert_inert(&above, &text);
        let is_heading = |event: &Event<'_>| matches!(event, Event::Start(Tag::Heading { .. }));
        let begun = events(&above);
        assert!(begun.first().is_some_and(is_heading), "{above:?}");
        assert_eq!(begun.iter().filter(|it| is_heading(it)).count(), 1);

        let head = ["a", "b"].map(str::to_owned);
        let rows = [head, [label(&text), "methods".to_owned()]];
        let all = markdown(&table(0, &rows));
        assert_inert(&all, &text);
        let count =
            |wanted: fn(&Event<'_>) -> bool| events(&all).into_iter().filter(wanted).count();
        assert_eq!(count(|it| *it == Event::Start(Tag::TableRow)), 1, "{all:?}");
        assert_eq!(
            count(|it| *it == Event::Start(Tag::TableCell)),
            4,
            "{all:?}"
        );
        assert_eq!(
            count(|it| *it == Event::Text("methods".into())),
            1,
            "{all:?}"
        );
    }
}

fn assert_inert(markdown: &str, text: &str) {
    for event in events(markdown) {
        let inert = match &event {
            Event::Html(_) | Event::InlineHtml(_) | Event::FootnoteReference(_) => false,
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => &**language == "text",
            Event::Start(
                Tag::CodeBlock(_) | Tag::Image { .. } | Tag::HtmlBlock | Tag::FootnoteDefinition(_),
            ) => false,
            Event::Start(Tag::Link { dest_url, .. }) => {
                dest_url.starts_with("https://") || dest_url.starts_with("http://")
            }
            _ => true,
        };
        assert!(inert, "{event:?} in {markdown:?} of {text:?}");
    }
}

#[test]
fn whatever_the_text_it_can_be_read_in_doc_comments() {
    for text in texts(20_000) {
        // Which language code is in is not shown, nor what signs begin a list.
        if text.contains("```") || text.contains("~~~") {
            continue;
        }
        let markdown = markdown(&docs(&text));
        let shown = shown(&markdown);
        let said = visible(&text.replace('\r', "\n").replace('\t', " "));
        assert_eq!(letters(&shown), letters(&said), "{markdown:?} of {text:?}");
    }
}

#[test]
fn whatever_the_text_code_in_docs_is_code() {
    for text in texts(20_000) {
        let line = code(&text);
        let markdown = markdown(&docs(&line));
        let shown = shown(&markdown);
        let said = visible(&text.replace('\n', "\\n"));
        assert_eq!(letters(&shown), letters(&said), "{markdown:?} of {text:?}");
    }
    assert_eq!(code("a:<b>"), "`a:<b>`");
    assert_eq!(code("a`b"), "`` a`b ``");
    assert_eq!(code(""), "\"\"");
    assert_eq!(code("a\nb"), "`a\\nb`");
}

#[test]
fn whatever_the_text_its_literal_is_one() {
    for text in texts(5_000) {
        let literal = literal(&text);
        let read: syn::LitStr =
            syn::parse_str(&literal).unwrap_or_else(|e| panic!("{e}: {literal}"));
        assert_eq!(read.value(), text);
        assert_eq!(visible(&literal), literal);
    }
}

#[test]
fn what_rustdoc_would_misread_is_escaped() {
    assert_eq!(
        docs("A <b> and [c] but `<d>[e]`."),
        "/// A \\<b> and \\[c] but `<d>[e]`.\n"
    );
    assert_eq!(docs("See https://x.y/z."), "/// See <https://x.y/z>.\n");
    assert_eq!(docs("An odd ` and <b>"), "/// An odd \\` and \\<b>\n");
    assert_eq!(
        docs("[a b](https://x.y)<i>"),
        "/// [a b](https://x.y)\\<i>\n"
    );
    assert_eq!(docs("<https://x/></a>"), "/// <https://x/>\\</a>\n");
    assert_eq!(docs("![a](https://x.y)"), "/// \\![a](https://x.y)\n");
}

#[test]
fn code_never_becomes_a_test() {
    for fence in [
        "```",
        "~~~",
        "```rust",
        "~~~should_panic",
        "``` rust,edition2021",
        "  ```js",
    ] {
        assert_eq!(
            docs(&format!("{fence}\nlet x;\n{}", &fence.trim()[..3])),
            "/// ```text\n/// let x;\n/// ```\n",
            "{fence}"
        );
    }
    assert_eq!(
        docs("a\n\n    b <c>\n\nd"),
        "/// a\n///\n/// ```text\n/// b <c>\n/// ```\n///\n/// d\n"
    );
    assert_eq!(docs("> ```\n> x"), "/// \\> \\`\\`\\` > x\n");
    assert_eq!(docs("````\n```\n"), "/// ````text\n/// ```\n/// ````\n");
}

#[test]
fn paragraphs_and_lists_are_wrapped() {
    let long = "word ".repeat(40);
    let lines = docs(&format!("{long}\n\n* {long}"));
    assert!(lines.lines().all(|line| line.len() <= 100));
    assert!(lines.contains("\n///   word"), "{lines}");
    // No line begins with what would begin something else.
    let lines = docs(&format!("{}~~~ rust", "1234 ".repeat(19)));
    assert!(!lines.contains("/// ~~~"), "{lines}");
}
