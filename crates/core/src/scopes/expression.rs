//! What a method asks of its caller, in general: scopes with parameters.
//!
//! An expression is read from the reference of an API, or stands in generated code as a constant.
//! The values of one call turn it into a [`Requirement`].

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, de::Error as _};
use serde_json::{Map, Value};

use super::{Arguments, Requirement};

/// A scope expression with parameters, as the references of the APIs have it.
///
/// ```
/// use taskcluster_core::scopes::{Arguments, Expression};
///
/// let expression: Expression = serde_json::from_str(
///     r#"{"AllOf": ["auth:create-role:<roleId>", {"for": "scope", "in": "scopes", "each": "<scope>"}]}"#,
/// )?;
/// let arguments = Arguments::new().with("roleId", "r1").with("scopes", ["secrets:get:a", "b*"]);
/// let required = expression.render(&arguments)?;
/// assert_eq!(required.to_string(), "auth:create-role:r1 and secrets:get:a and b*");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub enum Expression {
    /// All of these.
    AllOf(Vec<Expression>),
    /// At least one of these.
    AnyOf(Vec<Expression>),
    /// One scope, in which each `<parameter>` stands for a text.
    #[serde(untagged)]
    Scope(String),
    /// A scope for each text of a list, within `AllOf` or `AnyOf`.
    #[serde(untagged)]
    Each {
        /// The parameter that stands for one text of the list, within `scope` only.
        #[serde(rename = "for")]
        name: String,
        /// The parameter that is the list.
        #[serde(rename = "in")]
        list: String,
        /// The scope for each text.
        #[serde(rename = "each")]
        scope: String,
    },
    /// An expression that counts only under a condition.
    #[serde(untagged)]
    If {
        /// The parameter that is the condition.
        #[serde(rename = "if")]
        condition: String,
        /// What counts where the condition holds.
        then: Box<Expression>,
        /// What counts where it does not; without it, nothing.
        #[serde(rename = "else", skip_serializing_if = "Option::is_none")]
        otherwise: Option<Box<Expression>>,
    },
}

/// A scope expression as a constant, which is how generated code holds it.
///
/// ```
/// use taskcluster_core::scopes::{Expression, StaticExpression};
///
/// const GET_ARTIFACT: StaticExpression = StaticExpression::If {
///     condition: "private",
///     then: &StaticExpression::Scope("queue:get-artifact:<name>"),
///     otherwise: None,
/// };
/// assert!(Expression::from(&GET_ARTIFACT).validate().is_ok());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StaticExpression {
    /// See [`Expression::AllOf`].
    AllOf(&'static [StaticExpression]),
    /// See [`Expression::AnyOf`].
    AnyOf(&'static [StaticExpression]),
    /// See [`Expression::Scope`].
    Scope(&'static str),
    /// See [`Expression::Each`].
    Each {
        /// The parameter that stands for one text of the list.
        name: &'static str,
        /// The parameter that is the list.
        list: &'static str,
        /// The scope for each text.
        scope: &'static str,
    },
    /// See [`Expression::If`].
    If {
        /// The parameter that is the condition.
        condition: &'static str,
        /// What counts where the condition holds.
        then: &'static StaticExpression,
        /// What counts where it does not.
        otherwise: Option<&'static StaticExpression>,
    },
}

impl StaticExpression {
    /// What the expression asks for in one call; see [`Expression::render`].
    ///
    /// # Errors
    /// As for [`Expression::render`].
    pub fn render(&self, arguments: &Arguments) -> Result<Requirement, ExpressionError> {
        Expression::from(self).render(arguments)
    }
}

impl From<&StaticExpression> for Expression {
    fn from(expression: &StaticExpression) -> Self {
        let each = |list: &[StaticExpression]| list.iter().map(Self::from).collect();
        match *expression {
            StaticExpression::AllOf(list) => Self::AllOf(each(list)),
            StaticExpression::AnyOf(list) => Self::AnyOf(each(list)),
            StaticExpression::Scope(scope) => Self::Scope(scope.to_owned()),
            StaticExpression::Each { name, list, scope } => Self::Each {
                name: name.to_owned(),
                list: list.to_owned(),
                scope: scope.to_owned(),
            },
            StaticExpression::If {
                condition,
                then,
                otherwise,
            } => Self::If {
                condition: condition.to_owned(),
                then: Box::new(then.into()),
                otherwise: otherwise.map(|expression| Box::new(expression.into())),
            },
        }
    }
}

/// What is wrong with a scope expression, or with the values for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpressionError(String);

impl ExpressionError {
    pub(super) fn new(problem: impl Into<String>) -> Self {
        Self(problem.into())
    }

    pub(super) fn not_a_scope(text: &str) -> Self {
        Self(format!(
            "{text:?} is not a scope: scopes are of printable ASCII characters"
        ))
    }
}

impl fmt::Display for ExpressionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ExpressionError {}

/// Reading from JSON: the form only. [`validate`](Expression::validate) judges what it says.
impl TryFrom<&Value> for Expression {
    type Error = ExpressionError;

    fn try_from(value: &Value) -> Result<Self, ExpressionError> {
        match value {
            Value::String(scope) => Ok(Self::Scope(scope.clone())),
            Value::Object(object) => read_object(object),
            other => Err(ExpressionError::new(format!(
                "a scope expression is a text or an object, not {other}"
            ))),
        }
    }
}

fn read_object(object: &Map<String, Value>) -> Result<Expression, ExpressionError> {
    let has = |keys: &[&str]| {
        object.len() == keys.len() && keys.iter().all(|key| object.contains_key(*key))
    };
    let text = |key: &str| {
        let text = object[key].as_str().map(str::to_owned);
        text.ok_or_else(|| ExpressionError::new(format!("{key:?} of a scope expression is a text")))
    };
    let list = |key: &str| {
        let list = object[key].as_array().ok_or_else(|| {
            ExpressionError::new(format!("{key:?} of a scope expression is a list"))
        })?;
        list.iter()
            .map(Expression::try_from)
            .collect::<Result<_, _>>()
    };
    if has(&["AllOf"]) {
        Ok(Expression::AllOf(list("AllOf")?))
    } else if has(&["AnyOf"]) {
        Ok(Expression::AnyOf(list("AnyOf")?))
    } else if has(&["for", "in", "each"]) {
        Ok(Expression::Each {
            name: text("for")?,
            list: text("in")?,
            scope: text("each")?,
        })
    } else if has(&["if", "then"]) || has(&["if", "then", "else"]) {
        let otherwise = object.get("else").map(Expression::try_from).transpose()?;
        Ok(Expression::If {
            condition: text("if")?,
            then: Box::new(Expression::try_from(&object["then"])?),
            otherwise: otherwise.map(Box::new),
        })
    } else {
        let keys: Vec<_> = object.keys().collect();
        Err(ExpressionError::new(format!(
            "an object in a scope expression has the keys \"AllOf\", or \"AnyOf\", or \"for\", \
             \"in\" and \"each\", or \"if\", \"then\" and perhaps \"else\"; not {keys:?}"
        )))
    }
}

impl<'de> Deserialize<'de> for Expression {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::try_from(&Value::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn json_comes_back_as_it_was() {
        for value in [
            json!("queue:<a>"),
            json!({"AllOf": ["a", {"AnyOf": []}, {"for": "x", "in": "list", "each": "s:<x>"}]}),
            json!({"if": "private", "then": "a"}),
            json!({"if": "private", "then": {"AllOf": ["a"]}, "else": {"if": "b", "then": "c"}}),
        ] {
            let expression: Expression = serde_json::from_value(value.clone()).expect("a form");
            assert_eq!(json!(expression), value);
        }
    }

    #[test]
    fn other_forms_are_refused() {
        for value in [
            json!(null),
            json!(12),
            json!([]),
            json!({}),
            json!({"AnyOf": ["a"], "AllOf": ["a"]}),
            json!({"AnyOf": 1}),
            json!({"AllOf": {}}),
            json!({"AllOf": [["a"]]}),
            json!({"anyOf": ["a"]}),
            json!({"for": "x", "in": "y"}),
            json!({"for": "x", "in": "y", "each": {"AllOf": []}}),
            json!({"for": 1, "in": "y", "each": "z"}),
            json!({"if": "x", "else": "a"}),
            json!({"if": "x", "then": "a", "else": null}),
            json!({"if": "x", "then": "a", "otherwise": "b"}),
        ] {
            let error = Expression::try_from(&value).expect_err("not of any form");
            assert!(error.to_string().contains("scope expression"), "{error}");
            assert!(serde_json::from_value::<Expression>(value).is_err());
        }
    }

    #[test]
    fn a_constant_is_the_same_as_what_is_read() {
        const CONSTANT: StaticExpression = StaticExpression::AnyOf(&[
            StaticExpression::Scope("a:<x>"),
            StaticExpression::Each {
                name: "n",
                list: "names",
                scope: "b:<n>",
            },
            StaticExpression::If {
                condition: "c",
                then: &StaticExpression::AllOf(&[]),
                otherwise: Some(&StaticExpression::Scope("d")),
            },
        ]);
        let read = json!({"AnyOf": [
            "a:<x>",
            {"for": "n", "in": "names", "each": "b:<n>"},
            {"if": "c", "then": {"AllOf": []}, "else": "d"},
        ]});
        assert_eq!(
            Expression::from(&CONSTANT),
            Expression::try_from(&read).expect("a form")
        );
    }
}
