//! What the references cannot express.

use taskcluster_core::scopes::StaticExpression;
use taskcluster_core::{ApiClient, Call, Endpoint, Era, Method, Output, Repeat};

use crate::Index;
use crate::types::{ListNamespacesResponse, ListTasksResponse};

/// A list of what is in the root. The service lets its lists be asked for without a namespace; a
/// reference has no word for that, and an empty argument cannot be sent.
const fn of_root(name: &'static str, route: &'static str, scope: &'static str) -> Endpoint {
    Endpoint {
        service: "index",
        version: "v1",
        name,
        method: Method::Get,
        route,
        args: &[],
        query: &["continuationToken", "limit"],
        input: false,
        output: Output::Json,
        repeat: Repeat::Harmless,
        era: Era::Both,
        scopes: Some(StaticExpression::Scope(scope)),
        derived: &[],
    }
}

static ROOT_NAMESPACES: Endpoint =
    of_root("listNamespaces", "/namespaces/", "index:list-namespaces:");
static ROOT_TASKS: Endpoint = of_root("listTasks", "/tasks/", "index:list-tasks:");

impl<C: ApiClient> Index<C> {
    /// Lists the namespaces that are in no other: where a walk over the whole index begins.
    ///
    /// It is [`list_namespaces`](Self::list_namespaces) with nothing in place of the namespace.
    ///
    /// * Request: `GET /namespaces/`, index API v1 (Browsing)
    /// * Scopes: `index:list-namespaces:`
    /// * Stability: stable
    #[doc(alias = "listNamespaces")]
    pub fn list_root_namespaces(&self) -> Call<C, ListNamespacesResponse> {
        Call::json(&self.client, &ROOT_NAMESPACES, &[])
    }

    /// Lists the entries that are in no namespace, whose index path is a single word.
    ///
    /// It is [`list_tasks`](Self::list_tasks) with nothing in place of the namespace.
    ///
    /// * Request: `GET /tasks/`, index API v1 (Browsing)
    /// * Scopes: `index:list-tasks:`
    /// * Stability: stable
    #[doc(alias = "listTasks")]
    pub fn list_root_tasks(&self) -> Call<C, ListTasksResponse> {
        Call::json(&self.client, &ROOT_TASKS, &[])
    }
}
