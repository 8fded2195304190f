//! JSON as servers really send it, read as JavaScript's parser would read it.

use std::borrow::Cow;
use std::error::Error as StdError;

use serde::de::DeserializeOwned;
use serde_json::Value;

type BoxedError = Box<dyn StdError + Send + Sync>;

/// Reads a body. What serde refuses and JavaScript takes is taken: a byte order mark is skipped, of a
/// member that comes twice the last one counts, and what is no character (half of a pair of
/// surrogates, bytes that are not UTF-8) becomes U+FFFD.
pub(super) fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, BoxedError> {
    let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    let text = match std::str::from_utf8(body) {
        // Checking the encoding once and parsing text is a fifth faster than parsing bytes.
        Ok(text) => match serde_json::from_str(text) {
            Ok(value) => return Ok(value),
            Err(e) => return leniently(text).ok_or_else(|| e.into()),
        },
        Err(_) => String::from_utf8_lossy(body),
    };
    match leniently(&text) {
        Some(value) => Ok(value),
        None => Ok(serde_json::from_str(&text)?),
    }
}

fn leniently<T: DeserializeOwned>(text: &str) -> Option<T> {
    let value: Value = serde_json::from_str(&mended(text)).ok()?;
    serde_json::from_value(value).ok()
}

/// The text with U+FFFD for halves of pairs, and `null` for numbers that no type can hold.
fn mended(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut copied = 0;
    let mut at = 0;
    let mut in_string = false;
    let bytes = text.as_bytes();
    while let Some(byte) = bytes.get(at) {
        let (length, instead) = match byte {
            b'\\' if in_string => escape(&text[at..]),
            b'-' | b'0'..=b'9' if !in_string => number(&text[at..]),
            _ => {
                in_string ^= *byte == b'"';
                (1, None)
            }
        };
        if let Some(instead) = instead {
            out.push_str(&text[copied..at]);
            out.push_str(instead);
            copied = at + length;
        }
        at += length;
    }
    if copied == 0 {
        return text.into();
    }
    out.push_str(&text[copied..]);
    out.into()
}

/// The length of the escape with which a text begins, and what to write in its place.
fn escape(text: &str) -> (usize, Option<&'static str>) {
    let unit = |text: &str| {
        let digits = text.strip_prefix("\\u")?.get(..4)?;
        u16::from_str_radix(digits, 16).ok()
    };
    match unit(text) {
        Some(0xd800..=0xdbff) => match text.get(6..).and_then(unit) {
            Some(0xdc00..=0xdfff) => (12, None),
            _ => (6, Some("\u{fffd}")),
        },
        Some(0xdc00..=0xdfff) => (6, Some("\u{fffd}")),
        Some(_) => (6, None),
        // A backslash and the character behind it, of whatever length.
        None => (1 + text[1..].chars().next().map_or(0, char::len_utf8), None),
    }
}

fn number(text: &str) -> (usize, Option<&'static str>) {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.' | 'e' | 'E');
    let length = text.find(|c| !is_part(c)).unwrap_or(text.len());
    let too_large = text[..length].parse().is_ok_and(f64::is_infinite);
    (length, too_large.then_some("null"))
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use serde_json::json;

    use super::*;

    #[test]
    fn what_javascript_takes_is_taken() {
        for (sent, wanted) in [
            (&b"\xef\xbb\xbf{\"a\": 1}"[..], json!({"a": 1})),
            (br#"{"a": 1, "a": 2}"#, json!({"a": 2})),
            (br#"{"a": "x\ud83d"}"#, json!({"a": "x\u{fffd}"})),
            (
                br#"{"a": "\ude00\ud83d\ude00"}"#,
                json!({"a": "\u{fffd}😀"}),
            ),
            (br#"{"a": "\ud83d\u0041"}"#, json!({"a": "\u{fffd}A"})),
            (b"{\"a\": \"\xff\"}", json!({"a": "\u{fffd}"})),
            (
                br#"{"a": [1e999, -1E+999, 1.5]}"#,
                json!({"a": [null, null, 1.5]}),
            ),
            (br#"{"a": "1e999 \" \\"}"#, json!({"a": "1e999 \" \\"})),
        ] {
            assert_eq!(read::<Value>(sent).expect("JSON"), wanted);
        }
    }

    #[test]
    fn a_member_that_comes_twice_is_no_error_of_a_type() {
        #[derive(Debug, Deserialize, PartialEq)]
        struct A {
            a: u8,
        }
        assert_eq!(read::<A>(br#"{"a": 1, "a": 2}"#).expect("JSON"), A { a: 2 });
    }

    #[test]
    fn what_is_no_json_is_an_error_and_never_a_panic() {
        for text in [
            "",
            "{",
            r#"{"a": "\"#,
            r#"{"a": "\u12"#,
            r#""\é"#,
            "1e",
            "-",
            "\\",
        ] {
            assert!(read::<Value>(text.as_bytes()).is_err(), "{text}");
        }
    }
}
