//! Scope expressions, in words and as constants.

use serde_json::Value;

use super::text::{code, literal};

/// What a caller needs, as a phrase.
pub fn phrase(scopes: Option<&Value>) -> String {
    scopes.map_or_else(|| "none".to_owned(), |scopes| words(scopes, false))
}

fn words(expression: &Value, nested: bool) -> String {
    if let Some(scope) = expression.as_str() {
        return code(scope);
    }
    let member = |key: &str| expression.get(key);
    let name = |key: &str| member(key).and_then(Value::as_str).unwrap_or_default();
    let list = |key: &str, between: &str| {
        let parts = member(key)?.as_array()?;
        let nested = nested || parts.len() > 1;
        let phrases: Vec<String> = parts.iter().map(|part| words(part, nested)).collect();
        Some((phrases.join(between), parts.len() > 1))
    };
    let (phrase, several) = if let Some(all) = list("AllOf", " and ") {
        all
    } else if let Some(any) = list("AnyOf", " or ") {
        any
    } else if let Some(each) = member("each") {
        let each = words(each, true);
        (
            format!(
                "{each} for each {} of {}",
                code(name("for")),
                code(name("in"))
            ),
            true,
        )
    } else if let Some(then) = member("then") {
        let otherwise = member("else").map(|e| format!(", otherwise {}", words(e, true)));
        let then = words(then, true);
        (
            format!(
                "if {}, {then}{}",
                code(name("if")),
                otherwise.unwrap_or_default()
            ),
            true,
        )
    } else {
        (code(&expression.to_string()), false)
    };
    match (nested && several, phrase.is_empty()) {
        (_, true) => "none".to_owned(),
        (true, _) => format!("({phrase})"),
        (false, _) => phrase,
    }
}

/// The expression as a `StaticExpression`.
pub fn constant(expression: &Value) -> String {
    let text = |key: &str| {
        literal(
            expression
                .get(key)
                .and_then(Value::as_str)
                .unwrap_or_default(),
        )
    };
    let list = |key: &str| {
        let parts = expression.get(key)?.as_array()?;
        let parts: Vec<String> = parts.iter().map(constant).collect();
        Some(format!("{key}(&[{}])", parts.join(", ")))
    };
    let variant = if let Some(scope) = expression.as_str() {
        format!("Scope({})", literal(scope))
    } else if let Some(list) = list("AllOf").or_else(|| list("AnyOf")) {
        list
    } else if expression.get("for").is_some() {
        let (name, list, scope) = (text("for"), text("in"), text("each"));
        format!("Each {{ name: {name}, list: {list}, scope: {scope} }}")
    } else {
        let part = |key: &str| {
            expression
                .get(key)
                .map(|part| format!("&{}", constant(part)))
        };
        let otherwise = part("else").map_or("None".to_owned(), |part| format!("Some({part})"));
        let (condition, then) = (text("if"), part("then").unwrap_or_default());
        format!("If {{ condition: {condition}, then: {then}, otherwise: {otherwise} }}")
    };
    format!("StaticExpression::{variant}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn expressions_read_as_phrases() {
        assert_eq!(phrase(None), "none");
        assert_eq!(phrase(Some(&json!("a:<b>"))), "`a:<b>`");
        assert_eq!(
            phrase(Some(&json!({"AnyOf": ["a", {"AllOf": ["b", "c"]}]}))),
            "`a` or (`b` and `c`)"
        );
        assert_eq!(
            phrase(Some(
                &json!({"AllOf": ["a", {"for": "x", "in": "xs", "each": "b:<x>"}]})
            )),
            "`a` and (`b:<x>` for each `x` of `xs`)"
        );
        assert_eq!(
            phrase(Some(&json!({"if": "private", "then": {"AllOf": ["a"]}}))),
            "if `private`, `a`"
        );
        assert_eq!(
            phrase(Some(&json!({"if": "x", "then": "a", "else": "b"}))),
            "if `x`, `a`, otherwise `b`"
        );
    }
}
