//! One request on its way through the checks to the method that answers it.

use serde_json::{Value, json};

use super::beside;
use super::router::{Checked, Found};
use super::sign_in;
use crate::apis::{ApiMethod, Apis, Given, fit, patterns, pools};
use crate::checks::scopes::{ScopeCheck, path_arguments};
use crate::http::errors::{ApiError, Asked, Code};
use crate::http::malformed;
use crate::http::query::Query;
use crate::http::types::{HttpRequest, MAX_PAYLOAD, Reply};
use crate::services::context::{Call, Outcome};
use crate::services::hooks;
use crate::services::state::{Settings, State};
use crate::services::{self, Handler};

/// Answers a request; `None` is for [`Outcome::Wait`].
pub(crate) fn answer(
    apis: &Apis,
    state: &mut State,
    settings: &Settings,
    request: &HttpRequest,
    found: &Found<'_>,
    is_last: bool,
) -> Option<Reply> {
    let found = match found {
        Found::Method(found) => found,
        Found::BadEscape(_, raw) => return Some(bad_escape(raw)),
        Found::Nothing => {
            let now = state.clock.now();
            let page = sign_in::answer(state, request, now);
            return Some(page.unwrap_or_else(|| beside::answer(apis, request)));
        }
    };
    let given = Value::Object(found.params.clone());
    let now = state.clock.now();
    hooks::catch_up(apis, state, now);
    let mut call = Call {
        apis,
        method: found.method,
        other: found.other,
        params: found.params.clone(),
        query: Query::parse(request.query()),
        payload: json!({}),
        now,
        state,
        settings,
        is_last,
        request,
        text: String::new(),
        caller: None,
        authorized: false,
    };
    let reply = match call.run(found.payload.as_ref()) {
        Ok(Outcome::Json(json)) => Some(Reply::json(200, &json)),
        Ok(Outcome::Reply(reply)) => Some(reply),
        Ok(Outcome::Wait) => None,
        Err(error) => Some(call.report(&error, &given)),
    };
    hooks::listen(apis, call.state, now);
    reply
}

/// What the framework below the services answers, before any of them sees the request.
fn bad_escape(raw: &str) -> Reply {
    let shown = raw
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;");
    Reply::html(
        400,
        format!(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <title>Error</title>\n</head>\n<body>\n<pre>Failed to decode param \
             &#39;{shown}&#39;</pre>\n</body>\n</html>\n"
        ),
    )
}

fn malformed_payload(problem: &str) -> ApiError {
    let message = format!("Failed to parse JSON: {problem}");
    ApiError::new(Code::MalformedPayload, message)
}

impl Call<'_> {
    /// All checks, in the server's order, then the method. A payload that has been checked is not again.
    fn run(&mut self, checked: Option<&Checked>) -> Result<Outcome, ApiError> {
        match checked {
            Some(payload) => self.take_payload(&payload.given),
            None => self.read_payload()?,
        }
        let is_by_path =
            |scopes: &Option<ScopeCheck>| scopes.as_ref().is_some_and(ScopeCheck::is_by_path);
        let waits = |other: &ApiMethod| other.scopes.is_some() && !is_by_path(&other.scopes);
        if is_by_path(&self.method.scopes) && !self.other.is_some_and(waits) {
            self.authorize(&path_arguments(&self.params))?;
        }
        patterns::check_arguments(self.method, &self.params)?;
        patterns::check_query(self.method, &self.query)?;
        match checked {
            Some(payload) => self.payload.clone_from(&payload.filled),
            None => self.check_payload()?,
        }
        pools::split_pools(&mut self.params)?;
        let canned = self.state.answers.take(self.method);
        let is_canned = canned.is_some();
        let mut outcome = match canned {
            Some(answer) => Outcome::Reply(answer?),
            None => self.handler()?(self)?,
        };
        if self.method.scopes.is_some() && !self.authorized && !is_canned {
            return Err(self.mistake("Deferred auth was never checked!"));
        }
        if let Some(problem) = self.state.messages.take_problem() {
            return Err(self.mistake(&problem));
        }
        if let Outcome::Json(answer) = &mut outcome {
            fit::answer(self.apis, self.method, answer).map_err(|problems| {
                let problems = problems.join("\n");
                self.mistake(&format!("Output schema validation error: {problems}"))
            })?;
        }
        Ok(outcome)
    }

    /// The fake itself is wrong: the caller gets an error, and the test will fail.
    fn mistake(&mut self, problem: &str) -> ApiError {
        let label = self.method.label();
        self.state.mistakes.push(format!("{label}: {problem}"));
        ApiError::internal(problem)
    }

    fn handler(&self) -> Result<Handler, ApiError> {
        let (service, name) = (&self.method.service, &self.method.name);
        services::find(service, name)
            .ok_or_else(|| ApiError::unknown_to_the_fake("this method", service, name))
    }

    /// Takes the payload that was read to find the method.
    fn take_payload(&mut self, payload: &Value) {
        let body = self.request.body.as_deref().unwrap_or_default();
        self.text = String::from_utf8_lossy(body).into_owned();
        self.payload = payload.clone();
    }

    fn read_payload(&mut self) -> Result<(), ApiError> {
        if !self.request.is_json() {
            return Ok(());
        }
        let Some(body) = &self.request.body else {
            let cause = format!("PayloadTooLargeError: more than {MAX_PAYLOAD} bytes");
            return Err(ApiError::internal(&cause));
        };
        self.text = String::from_utf8_lossy(body).into_owned();
        if self.text.is_empty() {
            return Ok(());
        }
        // Until it is read, the payload is its text.
        self.payload = Value::String(self.text.clone());
        self.payload = serde_json::from_str(&self.text).map_err(|e| {
            let problem = malformed::problem(&self.text);
            malformed_payload(&problem.unwrap_or_else(|| e.to_string()))
        })?;
        if !self.payload.is_object() && !self.payload.is_array() {
            return Err(malformed_payload("Must be an object or array"));
        }
        Ok(())
    }

    fn check_payload(&mut self) -> Result<(), ApiError> {
        if self.method.input.is_none() {
            return Ok(());
        }
        if !(self.request.is_json() && self.request.has_body()) {
            let given = self
                .request
                .header("content-type")
                .unwrap_or_else(|| "null".to_owned());
            return Err(ApiError::new(
                Code::MalformedPayload,
                format!(
                    "Payload must be JSON with content-type: application/json got content-type: \
                     {given}"
                ),
            ));
        }
        let given = Given {
            root_url: &self.root_url(),
            text: &self.text,
            place: "",
        };
        self.apis
            .check_payload(self.method, &mut self.payload, &given)
    }

    /// An error, with the arguments and the payload as they were given.
    fn report(&self, error: &ApiError, given: &Value) -> Reply {
        let mut payload = self.payload.clone();
        services::clean_payload(&self.method.service, &self.method.name, &mut payload);
        error.reply(&Asked {
            method: &self.method.name,
            params: given,
            payload: &payload,
            now: self.now,
        })
    }
}
