//! One request on its way through the checks to the method that answers it.

use serde_json::{Map, Value, json};
use taskcluster_core::scopes::{Arguments, Requirement, ScopeSet};
use time::OffsetDateTime;

use crate::apis::{ApiMethod, Apis};
use crate::auth_check::{self, Caller, Directory, identify};
use crate::errors::{ApiError, Asked, Code};
use crate::http_types::{HttpRequest, MAX_PAYLOAD, Reply};
use crate::newer;
use crate::paging::Page;
use crate::patterns;
use crate::query::Query;
use crate::router::{self, Found};
use crate::scope_check;
use crate::services::queue::{self, storage};
use crate::services::{self, Handler};
use crate::state::{Settings, State};

/// What a method makes of a call.
pub(crate) enum Outcome {
    /// This JSON with status 200.
    Json(Value),
    /// Another answer.
    Reply(Reply),
    /// Nothing yet: the call is to be made again when something has changed.
    Wait,
}

/// A call of a method, as the method sees it.
pub(crate) struct Call<'a> {
    pub(crate) apis: &'a Apis,
    pub(crate) method: &'a ApiMethod,
    pub(crate) params: Map<String, Value>,
    pub(crate) query: Query,
    pub(crate) payload: Value,
    pub(crate) state: &'a mut State,
    pub(crate) settings: &'a Settings,
    pub(crate) now: OffsetDateTime,
    /// Whether it is too late to wait for anything.
    pub(crate) is_last: bool,
    request: &'a HttpRequest,
    /// The payload as the server has read it.
    text: String,
    caller: Option<Caller>,
    authorized: bool,
}

/// Answers a request; `None` is for [`Outcome::Wait`].
pub(crate) fn answer(
    apis: &Apis,
    state: &mut State,
    settings: &Settings,
    request: &HttpRequest,
    is_last: bool,
) -> Option<Reply> {
    let (method, params) = match router::find(apis, &request.method, request.path()) {
        Found::Method(method, params) => (method, params),
        Found::BadEscape(_, raw) => return Some(bad_escape(&raw)),
        Found::Nothing => {
            let stored = storage::answer(state, request, state.clock.now());
            return Some(
                stored.unwrap_or_else(|| Reply::json(404, &json!({"error": "Not found"}))),
            );
        }
    };
    let now = state.clock.now();
    queue::catch_up(state, now);
    let mut call = Call {
        apis,
        method,
        params,
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
    match call.run() {
        Ok(Outcome::Json(json)) => Some(Reply::json(200, &json)),
        Ok(Outcome::Reply(reply)) => Some(reply),
        Ok(Outcome::Wait) => None,
        Err(error) => Some(call.report(&error)),
    }
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

/// Checks a payload by the schema of the method that it is for, and fills in what it leaves out.
pub(crate) fn check_schema(
    apis: &Apis,
    method: &ApiMethod,
    payload: &mut Value,
) -> Result<(), ApiError> {
    let Some(schema) = &method.input else {
        return Ok(());
    };
    apis.schemas.fill_in(schema, payload);
    apis.schemas.check(schema, payload).map_err(|problems| {
        let problems = problems.join("\n    * ");
        let message = format!(
            "\nSchema Validation Failed!\n  Rejecting Schema: {schema}\n  Errors:\n    * {problems}"
        );
        ApiError::new(Code::InputValidationError, message)
    })
}

impl Call<'_> {
    /// All checks, in the server's order, then the method.
    fn run(&mut self) -> Result<Outcome, ApiError> {
        self.read_payload()?;
        if self
            .method
            .scopes
            .as_ref()
            .is_some_and(scope_check::ScopeCheck::is_by_path)
        {
            self.authorize(&scope_check::path_arguments(&self.params))?;
        }
        patterns::check_arguments(self.method, &self.params)?;
        patterns::check_query(self.method, &self.query)?;
        self.check_payload()?;
        newer::split_pools(&mut self.params)?;
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
        if let (Some(schema), Outcome::Json(answer)) = (&self.method.output, &mut outcome) {
            newer::fit(&self.apis.schemas, schema, answer).map_err(|problems| {
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
            .ok_or_else(|| ApiError::not_implemented("this method", service, name))
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
        let malformed = |problem: &str| {
            ApiError::new(
                Code::MalformedPayload,
                format!("Failed to parse JSON: {problem}"),
            )
        };
        let payload: Value =
            serde_json::from_str(&self.text).map_err(|e| malformed(&e.to_string()))?;
        if !payload.is_object() && !payload.is_array() {
            return Err(malformed("Must be an object or array"));
        }
        self.payload = payload;
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
        check_schema(self.apis, self.method, &mut self.payload)
    }

    pub(crate) fn header(&self, name: &str) -> Option<String> {
        self.request.header(name)
    }

    /// Where the deployment is, as the caller knows it.
    pub(crate) fn root_url(&self) -> String {
        let host = self.request.header("host");
        format!("http://{}", host.as_deref().unwrap_or("localhost"))
    }

    /// What goes into a signature of [`root_url`](Self::root_url).
    pub(crate) fn host_and_port(&self) -> (String, u16) {
        auth_check::host_and_port(self.request)
    }

    /// Checks that the caller has the scopes that the method asks for, in this call.
    pub(crate) fn authorize(&mut self, arguments: &Arguments) -> Result<(), ApiError> {
        if let Caller::Refused(error) = self.caller() {
            return Err(error.clone());
        }
        if let Some(check) = &self.method.scopes {
            self.require(&check.render(&newer::arguments(arguments.clone()))?)?;
        }
        self.authorized = true;
        Ok(())
    }

    /// Checks that the caller has what is required.
    pub(crate) fn require(&mut self, required: &Requirement) -> Result<(), ApiError> {
        if let Caller::Refused(error) = self.caller() {
            return Err(error.clone());
        }
        let (client_id, scopes) = (self.client_id(), self.scopes());
        scope_check::check(required, &client_id, &scopes)
    }

    /// What the caller can do: nothing where its signature is refused.
    pub(crate) fn scopes(&mut self) -> ScopeSet {
        match self.caller() {
            Caller::Known { scopes, .. } | Caller::Anonymous { scopes } => scopes.clone(),
            Caller::Refused(_) => ScopeSet::default(),
        }
    }

    /// The caller's name, or the real server's word for having none.
    pub(crate) fn client_id(&mut self) -> String {
        match self.caller() {
            Caller::Known { client_id, .. } => client_id.clone(),
            Caller::Anonymous { .. } => "auth-failed:no-auth".to_owned(),
            Caller::Refused(_) => "auth-failed:auth-failed".to_owned(),
        }
    }

    /// The signature is looked at when somebody first asks who calls.
    fn caller(&mut self) -> &Caller {
        let (clients, now) = (&self.state.clients, self.now + self.request.skew);
        let roles = self.state.roles.expander();
        self.caller.get_or_insert_with(|| {
            let client = |id: &str| clients.secret(id, roles, now);
            let directory = Directory {
                client: &client,
                roles,
            };
            identify(self.request, &self.query, &self.text, now, &directory)
        })
    }

    /// Looks at the signature by another directory than that of the deployment's clients.
    pub(crate) fn identify_by(&mut self, directory: &Directory<'_>) {
        self.caller = Some(identify(
            self.request,
            &self.query,
            &self.text,
            self.now + self.request.skew,
            directory,
        ));
    }

    /// An argument of the path.
    pub(crate) fn param(&self, name: &str) -> String {
        self.params
            .get(name)
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    }

    /// The page of a list that the query asks for.
    pub(crate) fn page<T>(&self, list: impl IntoIterator<Item = T>) -> Result<Page<T>, ApiError> {
        Page::of(list, &self.query, self.settings.page_size)
    }

    fn report(&self, error: &ApiError) -> Reply {
        let mut payload = self.payload.clone();
        services::clean_payload(&self.method.service, &self.method.name, &mut payload);
        error.reply(&Asked {
            method: &self.method.name,
            params: &Value::Object(self.params.clone()),
            payload: &payload,
            now: self.now,
        })
    }
}
