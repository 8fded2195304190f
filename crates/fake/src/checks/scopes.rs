//! Whether a caller has the scopes that a method asks for.

use serde_json::{Map, Value};
use taskcluster_core::scopes::{
    Arguments, Expression, ExpressionError, ParameterKind, Requirement, ScopeSet,
};

use crate::http::errors::{ApiError, Code};

/// The scope expression of a method.
pub(crate) struct ScopeCheck {
    expression: Expression,
    /// Whether the arguments in the path are all that the expression needs.
    by_path: bool,
}

impl ScopeCheck {
    pub(crate) fn new(expression: Expression, args: &[String]) -> Result<Self, ExpressionError> {
        let by_path = expression
            .parameters()?
            .iter()
            .all(|(name, kind)| *kind == ParameterKind::Text && args.iter().any(|arg| arg == name));
        Ok(Self {
            expression,
            by_path,
        })
    }

    /// Whether the check can be made from the path alone, and so before anything else is.
    pub(crate) fn is_by_path(&self) -> bool {
        self.by_path
    }

    /// What one call requires.
    pub(crate) fn render(&self, arguments: &Arguments) -> Result<Requirement, ApiError> {
        // The fake's own services give the arguments, so that a wrong one is a fault of theirs.
        self.expression
            .render(arguments)
            .map_err(|e| ApiError::internal(&e.to_string()))
    }
}

/// The arguments of a path, as scope expressions take them.
pub(crate) fn path_arguments(params: &Map<String, Value>) -> Arguments {
    params
        .iter()
        .map(|(name, value)| (name, value.as_str().unwrap_or_default()))
        .collect()
}

/// Checks that a caller has what is required; one without a name is told to have credentials.
pub(crate) fn check(
    required: &Requirement,
    client_id: Option<&str>,
    scopes: &ScopeSet,
) -> Result<(), ApiError> {
    let Some(missing) = required.missing(scopes) else {
        return Ok(());
    };
    let Some(client_id) = client_id else {
        let message = format!(
            "This request requires Taskcluster credentials that satisfy the following scope \
             expression:\n\n```\n{}\n```",
            spelled(required)
        );
        return Err(ApiError::new(Code::InsufficientScopes, message));
    };
    let message = format!(
        "Client ID {client_id} does not have sufficient scopes and is missing the following \
         scopes:\n\n```\n{}\n```\n\nThis request requires the client to satisfy the following \
         scope expression:\n\n```\n{}\n```",
        spelled(&missing),
        spelled(required)
    );
    Err(ApiError::new(Code::InsufficientScopes, message))
}

/// A single scope as it is, anything more as JSON.
fn spelled(requirement: &Requirement) -> String {
    match requirement {
        Requirement::Scope(scope) => scope.clone(),
        other => serde_json::to_string_pretty(other).unwrap_or_default(),
    }
}
