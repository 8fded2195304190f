use super::*;

/// What V8 says of texts; where it tells a place, the newer one that services run tells the line too.
const WORDS: &[(&str, &str)] = &[
    (
        "{bad",
        "Expected property name or '}' in JSON at position 1 (line 1 column 2)",
    ),
    (
        "{",
        "Expected property name or '}' in JSON at position 1 (line 1 column 2)",
    ),
    ("[", "Unexpected end of JSON input"),
    ("[1,", "Unexpected end of JSON input"),
    ("[1,]", "Unexpected token ']', \"[1,]\" is not valid JSON"),
    (
        "{\"a\":1,}",
        "Expected double-quoted property name in JSON at position 7 (line 1 column 8)",
    ),
    (
        "{\"a\":1",
        "Expected ',' or '}' after property value in JSON at position 6 (line 1 column 7)",
    ),
    (
        "{\"a\"",
        "Expected ':' after property name in JSON at position 4 (line 1 column 5)",
    ),
    (
        "{\"a\" 1}",
        "Expected ':' after property name in JSON at position 5 (line 1 column 6)",
    ),
    (
        "\"abc",
        "Unterminated string in JSON at position 4 (line 1 column 5)",
    ),
    (
        "\"a\nb\"",
        "Bad control character in string literal in JSON at position 2 (line 1 column 3)",
    ),
    (
        "\"\\x\"",
        "Bad escaped character in JSON at position 2 (line 1 column 3)",
    ),
    (
        "\"\\u12g4\"",
        "Bad Unicode escape in JSON at position 5 (line 1 column 6)",
    ),
    (
        "-",
        "No number after minus sign in JSON at position 1 (line 1 column 2)",
    ),
    (
        "1.",
        "Unterminated fractional number in JSON at position 2 (line 1 column 3)",
    ),
    (
        "1e",
        "Exponent part is missing a number in JSON at position 2 (line 1 column 3)",
    ),
    (
        "1e+",
        "Exponent part is missing a number in JSON at position 3 (line 1 column 4)",
    ),
    (
        "01",
        "Unexpected number in JSON at position 1 (line 1 column 2)",
    ),
    ("nul", "Unexpected end of JSON input"),
    ("nulx", "Unexpected token 'x', \"nulx\" is not valid JSON"),
    (
        "{\"a\": tru}",
        "Unexpected token '}', \"{\"a\": tru}\" is not valid JSON",
    ),
    ("undefined", "\"undefined\" is not valid JSON"),
    ("NaN", "\"NaN\" is not valid JSON"),
    ("xyz", "Unexpected token 'x', \"xyz\" is not valid JSON"),
    (
        "{\"a\": 1 2}",
        "Expected ',' or '}' after property value in JSON at position 8 (line 1 column 9)",
    ),
    (
        "{\"a\":1} x",
        "Unexpected non-whitespace character after JSON at position 8 (line 1 column 9)",
    ),
    (
        "{\"a\":1}}",
        "Unexpected non-whitespace character after JSON at position 7 (line 1 column 8)",
    ),
    (
        "{1:2}",
        "Expected property name or '}' in JSON at position 1 (line 1 column 2)",
    ),
    (
        "{\"a\": 'b'}",
        "Unexpected token ''', \"{\"a\": 'b'}\" is not valid JSON",
    ),
    (
        "{\"aaaaaaaaaaaaaa\": bbbbbbbbbbbbbbbb}",
        "Unexpected token 'b', ...\"aaaaaaa\": bbbbbbbbbb\"... is not valid JSON",
    ),
    (
        "bbbbbbbbbbbbbbbbbbbbbbbbbbbbb",
        "Unexpected token 'b', \"bbbbbbbbbb\"... is not valid JSON",
    ),
    (
        "{\"aaaaaaaaaaaaaaaaaaaaaaaaaa\": b}",
        "Unexpected token 'b', ...\"aaaaaaa\": b}\" is not valid JSON",
    ),
    (
        "{\"a\":\n\n  x}",
        "Unexpected token 'x', \"{\"a\":\n\n  x}\" is not valid JSON",
    ),
    ("[}", "Unexpected token '}', \"[}\" is not valid JSON"),
    (
        "{]",
        "Expected property name or '}' in JSON at position 1 (line 1 column 2)",
    ),
    (
        "{\"a\":}",
        "Unexpected token '}', \"{\"a\":}\" is not valid JSON",
    ),
    (
        "{\"a\":,}",
        "Unexpected token ',', \"{\"a\":,}\" is not valid JSON",
    ),
    (",", "Unexpected token ',', \",\" is not valid JSON"),
    ("\"\\", "Unexpected end of JSON input"),
    (
        "{\"é😀\": x, \"yyyyyyyyyyyy\": 1}",
        "Unexpected token 'x', \"{\"é😀\": x, \"yyyyyy\"... is not valid JSON",
    ),
    (
        "[1,,2]",
        "Unexpected token ',', \"[1,,2]\" is not valid JSON",
    ),
    (
        "-01",
        "Unexpected number in JSON at position 2 (line 1 column 3)",
    ),
    (
        "--1",
        "No number after minus sign in JSON at position 1 (line 1 column 2)",
    ),
    (
        "\"a\"x",
        "Unexpected non-whitespace character after JSON at position 3 (line 1 column 4)",
    ),
    (
        "{\"a\":1,,}",
        "Expected double-quoted property name in JSON at position 7 (line 1 column 8)",
    ),
    (
        "{\"a\":\"b\",\"c\"}",
        "Unexpected token '}', \"{\"a\":\"b\",\"c\"}\" is not valid JSON",
    ),
    (
        "[-]",
        "No number after minus sign in JSON at position 2 (line 1 column 3)",
    ),
    ("+1", "Unexpected token '+', \"+1\" is not valid JSON"),
    (".5", "Unexpected token '.', \".5\" is not valid JSON"),
    (
        "{\"a\":nan}",
        "Unexpected token 'a', \"{\"a\":nan}\" is not valid JSON",
    ),
    (
        "/*c*/{}",
        "Unexpected token '/', \"/*c*/{}\" is not valid JSON",
    ),
    (
        "[1}",
        "Expected ',' or ']' after array element in JSON at position 2 (line 1 column 3)",
    ),
    (
        "{\"a\":1]",
        "Expected ',' or '}' after property value in JSON at position 6 (line 1 column 7)",
    ),
    (
        "[Infinity]",
        "Unexpected token 'I', \"[Infinity]\" is not valid JSON",
    ),
    ("falsy", "Unexpected token 'y', \"falsy\" is not valid JSON"),
    (
        "{\"a\":truX",
        "Unexpected token 'X', \"{\"a\":truX\" is not valid JSON",
    ),
    (
        "{\"a\":\"b",
        "Unterminated string in JSON at position 7 (line 1 column 8)",
    ),
    (
        "{\"x\":[{\"y\":[1,2,{\"z\":}]}]}",
        "Unexpected token '}', ...\"[1,2,{\"z\":}]}]}\" is not valid JSON",
    ),
    (
        "\u{feff}{}",
        "Unexpected token '\u{feff}', \"\u{feff}{}\" is not valid JSON",
    ),
    (" ", "Unexpected end of JSON input"),
    (
        "{a:1}",
        "Expected property name or '}' in JSON at position 1 (line 1 column 2)",
    ),
    (
        "[1.2.3]",
        "Expected ',' or ']' after array element in JSON at position 4 (line 1 column 5)",
    ),
    (
        "[\"\"\"\"]",
        "Expected ',' or ']' after array element in JSON at position 3 (line 1 column 4)",
    ),
];

#[test]
fn it_is_told_as_the_services_tell_it() {
    for (text, words) in WORDS {
        assert_eq!(problem(text).as_deref(), Some(*words), "{text}");
    }
}

#[test]
fn places_are_lines_too() {
    let found = problem("{\"é😀\": 1,\n \"b\": 1\n  2}");
    let words = "Expected ',' or '}' after property value in JSON at position 21 (line 3 column 3)";
    assert_eq!(found.as_deref(), Some(words));
}

#[test]
fn of_json_nothing_is_wrong() {
    for text in [
        "{}",
        " [ ] ",
        "{\"a\": [1, -0.5e+3, \"\\u00e9\\n/\", true, false, null, {\"b\": {}}], \"c\": \"\"}\n",
        "\"\\ud800\"",
    ] {
        assert_eq!(problem(text), None, "{text}");
    }
    assert_eq!(
        problem(&"[".repeat(100_000)).as_deref(),
        Some("Unexpected end of JSON input")
    );
}
