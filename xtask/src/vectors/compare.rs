//! When two answers are the same.

use serde_json::{Map, Value};
use url::form_urlencoded;

/// Whether two JSON values are the same: in objects the order does not count, and a number is its
/// value, however it is written.
pub(super) fn json(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => a == b || a.as_f64() == b.as_f64(),
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| json(a, b))
        }
        (Value::Object(a), Value::Object(b)) => a.len() == b.len() && has_members(a, b),
        _ => a == b,
    }
}

/// Whether an object has all members that are wanted, the same.
pub(super) fn has_members(wanted: &Map<String, Value>, ours: &Map<String, Value>) -> bool {
    wanted
        .iter()
        .all(|(name, wanted)| ours.get(name).is_some_and(|ours| json(wanted, ours)))
}

/// Whether two URLs ask for the same: paths byte by byte, since that is how resources with odd
/// names are told apart, and queries as any server decodes them.
pub(super) fn url(a: &str, b: &str) -> bool {
    let (a_path, a_query) = split_query(a);
    let (b_path, b_query) = split_query(b);
    a_path == b_path && query_pairs(a_query) == query_pairs(b_query)
}

/// What stands before and after the first `?`.
pub(super) fn split_query(url: &str) -> (&str, &str) {
    url.split_once('?').unwrap_or((url, ""))
}

/// A query's pairs, decoded.
pub(super) fn query_pairs(query: &str) -> Vec<(String, String)> {
    form_urlencoded::parse(query.as_bytes())
        .into_owned()
        .collect()
}

/// Whether two numbers of seconds differ by no more than a duration's nanoseconds can express.
pub(super) fn seconds(a: f64, b: f64) -> bool {
    (a - b).abs() < 2e-9
}

#[cfg(test)]
mod tests {
    use serde_json::json as value;

    use super::*;

    #[test]
    fn json_is_compared_by_its_meaning() {
        let a = value!({"a": [1, {"x": 2.0}], "b": null});
        assert!(json(&a, &value!({"b": null, "a": [1.0, {"x": 2}]})));
        for other in [
            value!({"a": [1, {"x": 2}]}),
            value!({"a": [1, {"x": 2}], "b": null, "c": 1}),
            value!({"a": [{"x": 2}, 1], "b": null}),
            value!({"a": [1, {"x": "2"}], "b": null}),
        ] {
            assert!(!json(&a, &other), "{other}");
        }
    }

    #[test]
    fn urls_are_compared_by_path_and_decoded_query() {
        assert!(url("https://x/a?p=a+b%21", "https://x/a?p=a%20b!"));
        assert!(!url("https://x/a?p=a%2Bb", "https://x/a?p=a+b"));
        assert!(!url("https://x/a?p=1&q=2", "https://x/a?q=2&p=1"));
        assert!(!url("https://x/a%2Fb", "https://x/a/b"));
        assert!(!url("https://x/a?p", "https://x/a"));
    }
}
