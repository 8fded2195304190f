//! What a method sees of the call that it answers: its arguments, who calls, and the state.

use serde_json::{Map, Value};
use taskcluster_core::scopes::{Arguments, Requirement, ScopeSet};
use time::OffsetDateTime;

use super::state::{Settings, State};
use crate::apis::{ApiMethod, Apis, pools};
use crate::checks::scopes;
use crate::checks::signature::{self, Caller, Directory, identify};
use crate::http::errors::ApiError;
use crate::http::paging::Page;
use crate::http::query::Query;
use crate::http::types::{HttpRequest, Reply};

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
    /// The method of the same name in the other era, where both are served and the call is for it, too.
    pub(crate) other: Option<&'a ApiMethod>,
    pub(crate) params: Map<String, Value>,
    pub(crate) query: Query,
    pub(crate) payload: Value,
    pub(crate) state: &'a mut State,
    pub(crate) settings: &'a Settings,
    pub(crate) now: OffsetDateTime,
    /// Whether it is too late to wait for anything.
    pub(crate) is_last: bool,
    pub(crate) request: &'a HttpRequest,
    /// The payload as the server has read it.
    pub(crate) text: String,
    pub(crate) caller: Option<Caller>,
    pub(crate) authorized: bool,
}

impl Call<'_> {
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
        signature::host_and_port(self.request)
    }

    /// Checks that the caller has the scopes that the method asks for, in this call. Where both eras are
    /// served, those of either do.
    pub(crate) fn authorize(&mut self, arguments: &Arguments) -> Result<(), ApiError> {
        if let Err(error) = self.authorize_as(self.method, arguments) {
            let other = self.other.ok_or_else(|| error.clone())?;
            self.authorize_as(other, arguments).map_err(|_| error)?;
        }
        self.authorized = true;
        Ok(())
    }

    fn authorize_as(&mut self, method: &ApiMethod, arguments: &Arguments) -> Result<(), ApiError> {
        match &method.scopes {
            Some(check) => self.require(&check.render(&pools::arguments(arguments.clone()))?),
            None => Ok(()),
        }
    }

    /// Checks that the caller has what is required.
    pub(crate) fn require(&mut self, required: &Requirement) -> Result<(), ApiError> {
        if let Caller::Refused(error) = self.caller() {
            return Err(error.clone());
        }
        let (client_id, given) = (self.client_id(), self.scopes());
        let is_unnamed = self.apis.is_today && matches!(self.caller(), Caller::Anonymous { .. });
        let named = (!is_unnamed).then_some(client_id.as_str());
        scopes::check(required, named, &given)
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
        let page = Page::of(list, &self.query, self.settings.page_size)?;
        if page.leads_nowhere && !self.method.is_classic && self.method.output.is_some() {
            // Today's services make a token for the page's own beginning that is no text.
            return Err(self.bad_answer(&["/continuationToken must be string".to_owned()]));
        }
        Ok(page)
    }

    /// The fault of a service that wants to answer what its own schema refuses: these are the places with what
    /// is wrong there.
    pub(crate) fn bad_answer(&self, problems: &[String]) -> ApiError {
        let schema = self.method.output.as_deref().unwrap_or_default();
        let problems: String = problems
            .iter()
            .map(|it| format!("\n  * data{it}"))
            .collect();
        ApiError::internal(&format!(
            "Error: Output schema validation error: \nSchema Validation Failed!\nRejecting Schema: \
             {}{schema}\nErrors:{problems}",
            self.root_url()
        ))
    }
}
