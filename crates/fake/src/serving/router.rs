//! From verb and path to a method of the API and its arguments.

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

use crate::apis::{ApiMethod, Apis};

/// What a request's path leads to.
pub(crate) enum Found<'a> {
    Method(&'a ApiMethod, Map<String, Value>),
    /// An argument has a `%` that begins no escape, or escapes bytes that are not UTF-8.
    BadEscape(&'a ApiMethod, String),
    Nothing,
}

/// Finds the method that a request asks for.
pub(crate) fn find<'a>(apis: &'a Apis, verb: &str, path: &str) -> Found<'a> {
    // Whatever can be got can be asked for its headers alone.
    let verb = if verb == "HEAD" { "GET" } else { verb };
    for method in apis.methods.iter().filter(|method| method.verb == verb) {
        let path = strip(path, "/api/").and_then(|path| {
            strip(
                strip(strip(strip(path, &method.service)?, "/")?, &method.version)?,
                "/",
            )
        });
        let Some(arguments) = path.and_then(|path| method.route.matches(path)) else {
            continue;
        };
        let mut decoded = Map::new();
        for (name, raw) in arguments {
            match decode(raw) {
                Some(text) => decoded.insert(name.to_owned(), text.into()),
                None => return Found::BadEscape(method, raw.to_owned()),
            };
        }
        return Found::Method(method, decoded);
    }
    Found::Nothing
}

fn strip<'t>(text: &'t str, prefix: &str) -> Option<&'t str> {
    text.strip_prefix(prefix)
}

fn decode(raw: &str) -> Option<String> {
    let bytes = raw.as_bytes();
    let is_hex = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_hexdigit);
    let escapes = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'%');
    if !escapes
        .into_iter()
        .all(|(at, _)| is_hex(at + 1) && is_hex(at + 2))
    {
        return None;
    }
    percent_decode_str(raw).decode_utf8().ok().map(Into::into)
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn arguments_are_decoded_once() {
        assert_eq!(decode("a%2Fb%252f+").as_deref(), Some("a/b%2f+"));
        for bad in ["%", "%2", "%zz", "%ff", "a%C3"] {
            assert_eq!(decode(bad), None, "{bad}");
        }
    }
}
