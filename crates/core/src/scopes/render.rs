//! From an expression with parameters to what one call requires.

use std::collections::HashMap;

use super::{
    Argument, Arguments, Expression, ExpressionError, ParameterKind, Requirement, is_valid,
};

impl Expression {
    /// What the expression asks for in one call.
    ///
    /// A text parameter without a value becomes the empty text, as on the servers; lists and
    /// conditions must be given. An `if` that does not hold and has no `else` falls out of the
    /// list in which it stands; where it is the whole expression, nothing is required.
    ///
    /// # Errors
    /// A value is missing or not of the kind that its parameter takes, or the expression has
    /// `for` elsewhere than in a list.
    pub fn render(&self, arguments: &Arguments) -> Result<Requirement, ExpressionError> {
        let mut rendered = vec![];
        match self {
            Self::Each { .. } => Err(misplaced()),
            Self::If { .. } => {
                self.render_into(arguments, &mut rendered)?;
                Ok(rendered.pop().unwrap_or(Requirement::AllOf(vec![])))
            }
            Self::AllOf(list) => render_list(list, arguments).map(Requirement::AllOf),
            Self::AnyOf(list) => render_list(list, arguments).map(Requirement::AnyOf),
            Self::Scope(scope) => {
                fill(scope, |name| text_of(name, arguments)).map(Requirement::Scope)
            }
        }
    }

    /// Adds to a list what this member of it becomes: nothing, one requirement, or several.
    fn render_into(
        &self,
        arguments: &Arguments,
        rendered: &mut Vec<Requirement>,
    ) -> Result<(), ExpressionError> {
        match self {
            Self::Each { name, list, scope } => {
                let Some(Argument::List(texts)) = arguments.get(list) else {
                    return Err(unfit(list, ParameterKind::List, arguments));
                };
                for text in texts {
                    let value = |other: &str| {
                        if other == name {
                            Ok(text.as_str())
                        } else {
                            text_of(other, arguments)
                        }
                    };
                    rendered.push(Requirement::Scope(fill(scope, value)?));
                }
            }
            Self::If {
                condition,
                then,
                otherwise,
            } => match arguments.get(condition) {
                Some(Argument::Flag(true)) => return then.render_inner(arguments, rendered),
                Some(Argument::Flag(false)) => {
                    if let Some(expression) = otherwise {
                        return expression.render_inner(arguments, rendered);
                    }
                }
                _ => return Err(unfit(condition, ParameterKind::Flag, arguments)),
            },
            _ => rendered.push(self.render(arguments)?),
        }
        Ok(())
    }

    /// Adds what stands behind `then` or `else`, where a `for` has no place.
    fn render_inner(
        &self,
        arguments: &Arguments,
        rendered: &mut Vec<Requirement>,
    ) -> Result<(), ExpressionError> {
        match self {
            Self::Each { .. } => Err(misplaced()),
            _ => self.render_into(arguments, rendered),
        }
    }

    /// The parameters, each once and as they appear, with the kind of value that each takes.
    ///
    /// # Errors
    /// The expression is not valid, as told by [`validate`](Self::validate).
    pub fn parameters(&self) -> Result<Vec<(&str, ParameterKind)>, ExpressionError> {
        let mut found = Found::default();
        self.collect(false, &mut found)?;
        Ok(found.list)
    }

    /// Whether the expression is one that a reference can have.
    ///
    /// # Errors
    /// A scope has a character that is not printable ASCII, a name is not one of a parameter, a
    /// parameter would have to be of two kinds, or `for` stands elsewhere than in a list.
    pub fn validate(&self) -> Result<(), ExpressionError> {
        self.parameters().map(drop)
    }

    fn collect<'e>(&'e self, in_list: bool, found: &mut Found<'e>) -> Result<(), ExpressionError> {
        match self {
            Self::AllOf(list) | Self::AnyOf(list) => list
                .iter()
                .try_for_each(|member| member.collect(true, found)),
            Self::Scope(scope) => names(scope)?
                .into_iter()
                .try_for_each(|name| add(name, ParameterKind::Text, found)),
            Self::Each { .. } if !in_list => Err(misplaced()),
            Self::Each { name, list, scope } => {
                named(name)?;
                // Within `each` the name is a text of its own; only what `each` uses of the
                // others counts outside.
                if name == list {
                    return Err(two_kinds(name, ParameterKind::List, ParameterKind::Text));
                }
                add(list, ParameterKind::List, found)?;
                let others = names(scope)?.into_iter().filter(|used| used != name);
                others
                    .into_iter()
                    .try_for_each(|used| add(used, ParameterKind::Text, found))
            }
            Self::If {
                condition,
                then,
                otherwise,
            } => {
                add(condition, ParameterKind::Flag, found)?;
                then.collect(false, found)?;
                otherwise
                    .iter()
                    .try_for_each(|expression| expression.collect(false, found))
            }
        }
    }
}

fn render_list(
    list: &[Expression],
    arguments: &Arguments,
) -> Result<Vec<Requirement>, ExpressionError> {
    let mut rendered = vec![];
    list.iter()
        .try_for_each(|member| member.render_into(arguments, &mut rendered))?;
    Ok(rendered)
}

/// The text before the first `<parameter>`, its name, and the text behind it.
fn split(text: &str) -> Option<(&str, &str, &str)> {
    text.match_indices('<').find_map(|(at, _)| {
        let (name, rest) = text[at + 1..].split_once('>')?;
        is_name(name).then_some((&text[..at], name, rest))
    })
}

fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

fn fill<'v>(
    scope: &str,
    value: impl Fn(&str) -> Result<&'v str, ExpressionError>,
) -> Result<String, ExpressionError> {
    let (mut filled, mut rest) = (String::with_capacity(scope.len()), scope);
    while let Some((before, name, after)) = split(rest) {
        filled.push_str(before);
        filled.push_str(value(name)?);
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

fn text_of<'a>(name: &str, arguments: &'a Arguments) -> Result<&'a str, ExpressionError> {
    match arguments.get(name) {
        Some(Argument::Text(text)) => Ok(text),
        None => Ok(""),
        Some(_) => Err(unfit(name, ParameterKind::Text, arguments)),
    }
}

fn names(scope: &str) -> Result<Vec<&str>, ExpressionError> {
    if !is_valid(scope) {
        return Err(ExpressionError::not_a_scope(scope));
    }
    let (mut names, mut rest) = (vec![], scope);
    while let Some((_, name, after)) = split(rest) {
        names.push(name);
        rest = after;
    }
    Ok(names)
}

fn named(name: &str) -> Result<(), ExpressionError> {
    if is_name(name) {
        return Ok(());
    }
    Err(ExpressionError::new(format!(
        "{name:?} cannot name a parameter: names are of ASCII letters, digits and \"_\", and \
         begin with a letter"
    )))
}

/// Parameters as they appear, each once.
#[derive(Default)]
struct Found<'e> {
    list: Vec<(&'e str, ParameterKind)>,
    kinds: HashMap<&'e str, ParameterKind>,
}

fn add<'e>(
    name: &'e str,
    kind: ParameterKind,
    found: &mut Found<'e>,
) -> Result<(), ExpressionError> {
    named(name)?;
    match found.kinds.insert(name, kind) {
        Some(other) if other != kind => Err(two_kinds(name, other, kind)),
        Some(_) => Ok(()),
        None => {
            found.list.push((name, kind));
            Ok(())
        }
    }
}

fn two_kinds(name: &str, one: ParameterKind, other: ParameterKind) -> ExpressionError {
    ExpressionError::new(format!(
        "the parameter {name:?} cannot be both {one} and {other}"
    ))
}

fn misplaced() -> ExpressionError {
    ExpressionError::new("\"for\" has its place in the list of \"AllOf\" or \"AnyOf\" only")
}

fn unfit(name: &str, wanted: ParameterKind, arguments: &Arguments) -> ExpressionError {
    ExpressionError::new(match arguments.get(name) {
        Some(value) => format!(
            "the parameter {name:?} takes {wanted}, not {}",
            value.kind()
        ),
        None => format!("the parameter {name:?} needs a value, {wanted}"),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn expression(value: &Value) -> Expression {
        Expression::try_from(value).expect("a form")
    }

    fn render(value: &Value, arguments: &Arguments) -> Result<Value, String> {
        let rendered = expression(value)
            .render(arguments)
            .map_err(|error| error.to_string())?;
        Ok(json!(rendered))
    }

    #[test]
    fn texts_are_filled_in_and_missing_ones_are_empty() {
        let arguments = Arguments::new().with("a", "<b>").with("b", 7);
        let filled = render(&json!("x:<a>/<b>/<c>/<a>"), &arguments);
        assert_eq!(filled, Ok(json!("x:<b>/7//<b>")));
        let plain = "<..>:<1a>:<a b>:<<>>:<";
        assert_eq!(render(&json!(plain), &arguments), Ok(json!(plain)));
        assert_eq!(render(&json!("<<b>>"), &arguments), Ok(json!("<7>")));
    }

    #[test]
    fn lists_spread_into_the_list_around_them() {
        let value = json!({"AnyOf": ["x", {"for": "r", "in": "routes", "each": "<p>:<r>"}, "y"]});
        let arguments = Arguments::new()
            .with("routes", ["a", "b"])
            .with("p", "q")
            .with("r", true);
        assert_eq!(
            render(&value, &arguments),
            Ok(json!({"AnyOf": ["x", "q:a", "q:b", "y"]}))
        );
        let none = Arguments::new().with("routes", Vec::<String>::new());
        assert_eq!(render(&value, &none), Ok(json!({"AnyOf": ["x", "y"]})));
        assert!(render(&value, &Arguments::new()).is_err_and(|e| e.contains("needs a value")));
        let text = Arguments::new().with("routes", "a");
        assert!(render(&value, &text).is_err_and(|e| e.contains("takes a list")));
    }

    #[test]
    fn conditions_choose() {
        let value = json!({"if": "private", "then": "get:<name>"});
        let (yes, no) = (
            Arguments::new().with("private", true),
            Arguments::new().with("private", false),
        );
        assert_eq!(render(&value, &yes), Ok(json!("get:")));
        assert_eq!(render(&value, &no), Ok(json!({"AllOf": []})));
        assert_eq!(
            render(&json!({"AnyOf": ["a", value]}), &no),
            Ok(json!({"AnyOf": ["a"]}))
        );
        let value = json!({"if": "private", "then": "a", "else": {"if": "private", "then": "b", "else": "c"}});
        assert_eq!(render(&value, &no), Ok(json!("c")));
        assert!(render(&value, &Arguments::new()).is_err());
        assert!(render(&value, &Arguments::new().with("private", "true")).is_err());
    }

    #[test]
    fn for_outside_of_a_list_is_an_error() {
        let each = json!({"for": "x", "in": "y", "each": "<x>"});
        let arguments = Arguments::new().with("y", ["a"]).with("c", true);
        for value in [each.clone(), json!({"AllOf": [{"if": "c", "then": each}]})] {
            assert!(render(&value, &arguments).is_err());
            assert!(expression(&value).validate().is_err());
        }
    }

    #[test]
    fn parameters_have_one_kind() {
        let value = json!({"AllOf": [
            "<a>:<b>",
            {"for": "x", "in": "list", "each": "<x>:<c>"},
            {"if": "flag", "then": "<x>"},
        ]});
        let valid = expression(&value);
        let (text, list, flag) = (
            ParameterKind::Text,
            ParameterKind::List,
            ParameterKind::Flag,
        );
        let wanted = vec![
            ("a", text),
            ("b", text),
            ("list", list),
            ("c", text),
            ("flag", flag),
            ("x", text),
        ];
        assert_eq!(valid.parameters(), Ok(wanted));
        for value in [
            json!({"if": "a", "then": "<a>"}),
            json!({"AnyOf": [{"for": "a", "in": "a", "each": "b"}]}),
            json!({"AnyOf": ["<l>", {"for": "a", "in": "l", "each": "b"}]}),
            json!({"if": "a b", "then": "c"}),
            json!({"AnyOf": [{"for": "1", "in": "l", "each": "b"}]}),
            json!("café"),
        ] {
            assert!(expression(&value).validate().is_err(), "{value}");
        }
    }
}
