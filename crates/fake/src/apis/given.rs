//! Payloads, checked by the schemas of the methods that they are for.

use serde_json::Value;

use super::{ApiMethod, Apis, words};
use crate::http::errors::{ApiError, Code};

/// What is checked by a schema, as it came: what errors tell of it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Given<'a> {
    pub(crate) root_url: &'a str,
    /// The whole payload.
    pub(crate) text: &'a str,
    /// Where in the payload it stands, as a JSON pointer.
    pub(crate) place: &'a str,
}

impl Apis {
    /// Checks a payload by the schema of the method that it is for, and fills in what it leaves out.
    pub(crate) fn check_payload(
        &self,
        method: &ApiMethod,
        payload: &mut Value,
        given: &Given<'_>,
    ) -> Result<(), ApiError> {
        let Some(schema) = &method.input else {
            return Ok(());
        };
        self.schemas.fill_in(schema, payload);
        self.check_by(schema, method.is_classic, payload, given)
    }

    /// Whether the references come with a schema.
    pub(crate) fn has_schema(&self, schema: &str) -> bool {
        self.schemas.has(schema)
    }

    /// Fills in what a part of a payload leaves to the defaults of a schema.
    pub(crate) fn fill_in_by(&self, schema: &str, part: &mut Value) {
        self.schemas.fill_in(schema, part);
    }

    /// Checks a payload, or a part of it, by a schema.
    pub(crate) fn check_by(
        &self,
        schema: &str,
        is_classic: bool,
        part: &Value,
        given: &Given<'_>,
    ) -> Result<(), ApiError> {
        let validator = self.schemas.validator(schema);
        let validator = validator.map_err(|problems| ApiError::internal(&problems.join("\n")))?;
        let problems = words::problems(validator, part, given);
        if problems.is_empty() {
            return Ok(());
        }
        let message = words::refusal(is_classic, schema, given.root_url, &problems);
        Err(ApiError::new(Code::InputValidationError, message))
    }
}
