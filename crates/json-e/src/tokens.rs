//! The words of an expression.

use crate::Error;

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Token {
    Number(f64),
    Text(String),
    Name(String),
    Symbol(&'static str),
}

/// Longer ones stand before those that they begin with.
const SYMBOLS: [&str; 23] = [
    "**", "==", "!=", "<=", ">=", "&&", "||", "+", "-", "*", "/", "[", "]", ".", "(", ")", "{",
    "}", ":", ",", "<", ">", "!",
];

fn syntax(what: impl Into<String>) -> Error {
    Error::Syntax(what.into())
}

/// Reads one word; returns it with what is behind it, or nothing at the end.
pub(crate) fn next(text: &str) -> Result<Option<(Token, &str)>, Error> {
    let text = text.trim_start();
    let Some(first) = text.chars().next() else {
        return Ok(None);
    };
    if first.is_ascii_digit() {
        return number(text).map(Some);
    }
    if matches!(first, '\'' | '"') {
        let rest = &text[1..];
        let end = rest.find(first);
        let end = end.ok_or_else(|| syntax(format!("unterminated string: {text}")))?;
        let token = Token::Text(rest[..end].to_owned());
        return Ok(Some((token, &rest[end + 1..])));
    }
    if first.is_ascii_alphabetic() || first == '_' {
        let is_inner = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let end = text.find(|c| !is_inner(c)).unwrap_or(text.len());
        let (name, rest) = text.split_at(end);
        return Ok(Some((Token::Name(name.to_owned()), rest)));
    }
    for symbol in SYMBOLS {
        if let Some(rest) = text.strip_prefix(symbol) {
            return Ok(Some((Token::Symbol(symbol), rest)));
        }
    }
    Err(syntax(format!("unexpected input: {text}")))
}

fn number(text: &str) -> Result<(Token, &str), Error> {
    let digits = |text: &str| {
        let end = text.find(|c: char| !c.is_ascii_digit());
        end.unwrap_or(text.len())
    };
    let mut end = digits(text);
    if text[end..].starts_with('.') {
        let more = digits(&text[end + 1..]);
        if more > 0 {
            end += 1 + more;
        }
    }
    let (number, rest) = text.split_at(end);
    let value = number.parse().map_err(|_| syntax("unreadable number"))?;
    Ok((Token::Number(value), rest))
}
