//! The scopes that a call needs, known before it is sent.

use serde_json::Value;

use crate::answer::error::{RequestError, Result};
use crate::call::Call;
use crate::request::Request;
use crate::request::endpoint::Derived;
use crate::scopes::{Argument, Arguments, Expression, ParameterKind, Requirement};

impl<C, T> Call<C, T> {
    /// The scopes that a caller needs for this call, as far as they follow from its arguments and
    /// its payload. Nothing is sent.
    ///
    /// What is not given counts as the service counts it: priority, scheduler and group of a new
    /// task have their defaults.
    ///
    /// # Errors
    /// The scopes depend on something that only the service knows, such as the task group of a
    /// task that is to be cancelled; the error names it, and
    /// [`required_scopes_with`](Self::required_scopes_with) takes it. Or nothing is known of the
    /// method.
    pub fn required_scopes(&self) -> Result<Requirement> {
        self.required_scopes_with(Arguments::new())
    }

    /// The same, with values that this call does not have itself.
    ///
    /// # Errors
    /// See [`required_scopes`](Self::required_scopes).
    pub fn required_scopes_with(&self, known: Arguments) -> Result<Requirement> {
        let request = self.request();
        let refuse = |why: String| RequestError::of(&request.label(), why);
        let Some(endpoint) = request.endpoint() else {
            return Err(refuse("the scopes of this method are not known".to_owned()).into());
        };
        let Some(scopes) = &endpoint.scopes else {
            return Ok(Requirement::AllOf(Vec::new()));
        };
        let expression = Expression::from(scopes);
        let parameters = expression.parameters().map_err(|e| refuse(e.to_string()))?;
        let arguments = given(request, known);
        let arguments = derive(endpoint.derived, request, arguments);
        let fits = |name: &str, kind: ParameterKind| {
            arguments
                .get(name)
                .is_some_and(|argument| argument.kind() == kind)
        };
        let missing: Vec<&str> = parameters
            .iter()
            .filter(|(name, kind)| !fits(name, *kind))
            .map(|(name, _)| *name)
            .collect();
        if !missing.is_empty() {
            return Err(refuse(format!(
                "the scopes depend on {}, which this call does not say; give it to \
                 `required_scopes_with`",
                missing.join(", ")
            ))
            .into());
        }
        Ok(expression
            .render(&arguments)
            .map_err(|e| refuse(e.to_string()))?)
    }
}

fn payload(request: &Request) -> Value {
    request
        .payload()
        .and_then(|bytes| serde_json::from_str(str::from_utf8(bytes).ok()?).ok())
        .unwrap_or_default()
}

/// Path arguments and members of the payload, behind what the caller knows better.
fn given(request: &Request, known: Arguments) -> Arguments {
    let mut all = Arguments::new();
    if let Value::Object(members) = payload(request) {
        for (name, value) in members {
            all = match value {
                Value::String(text) => all.with(name, text),
                Value::Bool(flag) => all.with(name, flag),
                Value::Array(items) => {
                    let texts = items.iter().filter_map(Value::as_str);
                    all.with(name, texts.collect::<Argument>())
                }
                _ => all,
            };
        }
    }
    for (name, value) in request.arguments() {
        all = all.with(name, value);
    }
    known.or(all)
}

/// Adds what follows from the rest and is not given itself.
fn derive(
    rules: &[(&'static str, Derived)],
    request: &Request,
    mut arguments: Arguments,
) -> Arguments {
    for (name, rule) in rules {
        let value = value(rule, request, &arguments).filter(|_| arguments.get(name).is_none());
        if let Some(value) = value {
            arguments = arguments.with(*name, value);
        }
    }
    arguments
}

fn value(rule: &Derived, request: &Request, arguments: &Arguments) -> Option<Argument> {
    let text = |name: &str| match arguments.get(name) {
        Some(Argument::Text(text)) => Some(text.as_str()),
        _ => None,
    };
    Some(match *rule {
        Derived::Text(fixed) => fixed.into(),
        Derived::Same(name) => text(name)?.into(),
        Derived::NoItems => Argument::List(Vec::new()),
        Derived::Only(name) => [text(name)?].into_iter().collect(),
        Derived::Members => match payload(request) {
            Value::Object(members) => members.into_iter().map(|(name, _)| name).collect(),
            _ => Argument::List(Vec::new()),
        },
        Derived::UpTo(name, texts) => {
            let given = text(name);
            let last = texts.iter().position(|text| Some(*text) == given);
            texts[..last.map_or(texts.len(), |last| last + 1)]
                .iter()
                .copied()
                .collect()
        }
        Derived::IsOneOf(name, texts) => text(name).is_none_or(|text| texts.contains(&text)).into(),
        Derived::BeginsOtherwise(name, start) => (!text(name)?.starts_with(start)).into(),
        Derived::Has(member) => payload(request).get(member).is_some().into(),
    })
}
