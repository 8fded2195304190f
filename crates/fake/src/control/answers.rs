//! Answers that a test sets, in place of what a service would say.

use std::collections::{HashMap, VecDeque};
use std::fmt;

use serde_json::{Value, json};

use crate::FakeTaskcluster;
use crate::apis::ApiMethod;
use crate::http::errors::{ApiError, Code};
use crate::http::types::Reply;

/// Sets what one method answers; made by [`FakeTaskcluster::on`].
///
/// Arguments and payload of a request are still checked first, and signature and scopes where the
/// path alone decides on the scopes.
///
/// ```
/// use serde_json::json;
/// use taskcluster_core::{Client, Method, Request};
/// use taskcluster_fake::FakeTaskcluster;
///
/// let fake = FakeTaskcluster::start()?;
/// fake.on("github", "repository").returns(json!({ "installed": true }));
/// fake.on("github", "repository").once().status(404);
///
/// let client = Client::builder(fake.root_url()).build()?;
/// let request = Request::new(Method::Get, "github", "v1").path(["repository", "o", "r"]);
/// let answers = [(); 3].map(|()| client.call::<serde_json::Value>(request.clone()).send());
/// assert!(answers[0].as_ref().is_err_and(|error| error.is_not_found()));
/// assert_eq!(answers[1].as_ref().ok(), answers[2].as_ref().ok());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use = "nothing is set before `returns`, `redirects` or `status`"]
pub struct On<'f> {
    fake: &'f FakeTaskcluster,
    method: &'f ApiMethod,
    once: bool,
}

impl<'f> On<'f> {
    pub(crate) fn new(fake: &'f FakeTaskcluster, method: &'f ApiMethod) -> Self {
        Self {
            fake,
            method,
            once: false,
        }
    }

    /// For one request alone: the next one, or the one after those that were set so before.
    /// Answers for one request go before those that are for all.
    pub fn once(mut self) -> Self {
        self.once = true;
        self
    }

    /// Answers this, with the status 200; null is an empty body.
    ///
    /// # Panics
    /// The schema of the method's answers does not allow it; where both eras are served, neither schema.
    #[track_caller]
    pub fn returns(self, answer: Value) {
        let apis = &self.fake.shared().apis;
        let schemas = apis
            .outputs(&self.method.service, &self.method.name)
            .into_iter();
        let checked = schemas.map(|id| apis.schemas.check(id, &answer));
        if let Some(Err(problems)) = checked.reduce(Result::or) {
            let (label, problems) = (self.method.label(), problems.join("\n  "));
            panic!("{label} cannot answer this:\n  {problems}");
        }
        self.set(Ok(match answer {
            Value::Null => Reply::empty(200),
            answer => Reply::json(200, &answer),
        }));
    }

    /// Answers a redirect to this URL, for methods such as `latest` of github.
    pub fn redirects(self, url: &str) {
        let reply = Reply::json(303, &json!({ "url": url })).with_header("location", url);
        self.set(Ok(reply));
    }

    /// Answers an error of the API with this status and the code that belongs to it.
    ///
    /// # Panics
    /// The API has no code for the status.
    #[track_caller]
    pub fn status(self, status: u16) {
        let Some(code) = Code::of_status(status) else {
            panic!("the API has no code for the status {status}; see Fault::status for any other");
        };
        self.set(Err(ApiError::new(code, "the test wants this error")));
    }

    fn set(self, answer: Result<Reply, ApiError>) {
        let mut state = self.fake.shared().state();
        let answers = state.answers.0.entry(self.method.label()).or_default();
        if self.once {
            answers.once.push_back(answer);
        } else {
            answers.always = Some(answer);
        }
    }
}

impl fmt::Debug for On<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("On").field(&self.method.label()).finish()
    }
}

/// The answers that are set, by the label of their method.
#[derive(Default)]
pub(crate) struct Answers(HashMap<String, OfMethod>);

#[derive(Default)]
struct OfMethod {
    once: VecDeque<Result<Reply, ApiError>>,
    always: Option<Result<Reply, ApiError>>,
}

impl Answers {
    /// What is to be answered to the request at hand.
    pub(crate) fn take(&mut self, method: &ApiMethod) -> Option<Result<Reply, ApiError>> {
        if self.0.is_empty() {
            return None;
        }
        let answers = self.0.get_mut(&method.label())?;
        answers.once.pop_front().or_else(|| answers.always.clone())
    }
}

/// Answers may be secrets, so that only their methods are shown.
impl fmt::Debug for Answers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.0.keys()).finish()
    }
}
