// Written by `cargo xtask generate` from the references of the service `index`. Do not edit.

//! The service's client.

use taskcluster_core::{ApiClient, Call, Client};

use super::endpoints;
use super::types;

/// Finds tasks by name instead of by `taskId`.
///
/// An index path is a dot-separated name such as `myproject.v2.linux64.latest`. Its last word names
/// the entry; everything before that is the namespace the entry lives in, and each shorter prefix
/// (`myproject.v2`, `myproject`) is a namespace too. Namespaces come into being when something is
/// indexed below them and go away when they expire. A word may contain ASCII letters, digits and
/// `_!~*'()%-`.
///
/// An entry holds a `taskId`, a numeric `rank`, a small JSON object (`data`) and an expiry date.
/// When another task is indexed under the same path, the higher rank wins and an equal rank
/// replaces the older entry. Using a build date or a push number as rank keeps a path such as
/// `….latest` on the newest build, even when builds finish out of order. An index path is therefore
/// a moving pointer: two look-ups may find different tasks.
///
/// Most entries are not made through this API. A task whose `routes` contain `index.<indexPath>` is
/// indexed under that path once it completes successfully; creating such a task takes the scope
/// `queue:route:index.<indexPath>`. The task chooses `rank`, `data` and `expires` in `extra.index`
/// of its definition; the rank is 0 if it does not say, and the entry lives as long as the task.
#[derive(Clone, Debug)]
pub struct Index<C = Client> {
    pub(crate) client: C,
}

impl<C: ApiClient> Index<C> {
    /// The service as this client reaches it. Clients are cheap to clone and share their
    /// connections.
    pub fn new(client: &C) -> Self {
        Self {
            client: client.clone(),
        }
    }
}

impl<C> Index<C> {
    /// The client through which the service is reached.
    pub fn client(&self) -> &C {
        &self.client
    }
}

impl<C> AsRef<C> for Index<C> {
    /// The client through which the service is reached.
    fn as_ref(&self) -> &C {
        &self.client
    }
}

impl<C: ApiClient> Index<C> {
    /// Answers with success while the Index service is up.
    ///
    /// It touches no stored data and looks at no credentials, so it proves nothing about either.
    ///
    /// * Request: `GET /ping`, index API v1 (Health)
    /// * Scopes: none
    /// * Stability: stable
    pub fn ping(&self) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::PING, &[])
    }

    /// Returns the entry at an index path, with the `taskId` it points to.
    ///
    /// This is the usual way to get from a name such as "the latest release build" to a task. The
    /// status and the artifacts of the task are then up to the Queue service; tasks indexed through
    /// routes have completed, but an entry made with `insertTask` may name any task.
    ///
    /// Fails with 404 when nothing is indexed at exactly that path, when the entry has expired and
    /// been removed, or when the path names only a namespace.
    ///
    /// The answer holds for the moment only. Resolve the path once and keep the `taskId` when
    /// several requests must concern the same task.
    ///
    /// * Request: `GET /task/<indexPath>`, index API v1 (Tasks)
    /// * Scopes: none
    /// * Stability: stable
    #[doc(alias = "findTask")]
    pub fn find_task(&self, index_path: &str) -> Call<C, types::IndexedTaskResponse> {
        Call::json(&self.client, &endpoints::FIND_TASK, &[index_path])
    }

    /// Lists the namespaces directly below a namespace.
    ///
    /// Only the next level is listed: below `a` this finds `a.b` but not `a.b.c`, and none of the
    /// tasks. Call it again with a result's `namespace` to go deeper, and use `listTasks` for the
    /// entries at each level. A namespace that does not exist gives an empty list, not an error.
    ///
    /// A page holds at most 1000 namespaces, or `limit` if that is less. It may hold fewer, or
    /// none, and still carry a `continuationToken`; the list ends only where that is missing.
    ///
    /// * Request: `GET /namespaces/<namespace>`, index API v1 (Browsing)
    /// * Scopes: none
    /// * Stability: stable
    #[doc(alias = "listNamespaces")]
    pub fn list_namespaces(&self, namespace: &str) -> Call<C, types::ListNamespacesResponse> {
        Call::json(&self.client, &endpoints::LIST_NAMESPACES, &[namespace])
    }

    /// Lists the entries directly in a namespace.
    ///
    /// Entries in deeper namespaces are not included; `listNamespaces` finds those. A namespace
    /// that does not exist gives an empty list, not an error. The list is meant for people who
    /// browse the index. A program that knows the path it wants is better served by `findTask`.
    ///
    /// A page holds at most 1000 entries, or `limit` if that is less. It may hold fewer, or none,
    /// and still carry a `continuationToken`; the list ends only where that is missing.
    ///
    /// * Request: `GET /tasks/<namespace>`, index API v1 (Browsing)
    /// * Scopes: none
    /// * Stability: stable
    #[doc(alias = "listTasks")]
    pub fn list_tasks(&self, namespace: &str) -> Call<C, types::ListTasksResponse> {
        Call::json(&self.client, &endpoints::LIST_TASKS, &[namespace])
    }

    /// Points an index path at a task, unless an entry of higher rank is there already.
    ///
    /// Here `namespace` is the whole index path of the entry, including its last word. Missing
    /// namespaces above it are created, and live at least until about the day the entry expires.
    /// Use this call for tasks that should be indexed before they complete, or by another party
    /// than the one that created them; otherwise an `index.` route in the task is simpler.
    ///
    /// An existing entry of lower or equal rank is replaced whole: `taskId`, `rank`, `data` and
    /// `expires`. An existing entry of higher rank stays, and the call still succeeds. The answer
    /// shows the entry as it is now, so compare its `taskId` with yours to see whether it was
    /// taken. Repeating the same call does no harm.
    ///
    /// The service does not check that the task exists or how it ended.
    ///
    /// * Request: `PUT /task/<namespace>`, index API v1 (Tasks)
    /// * Scopes: `index:insert-task:<namespace>`
    /// * Stability: stable
    #[doc(alias = "insertTask")]
    pub fn insert_task(
        &self,
        namespace: &str,
        payload: &types::InsertTaskRequest,
    ) -> Call<C, types::IndexedTaskResponse> {
        Call::json(&self.client, &endpoints::INSERT_TASK, &[namespace]).payload(payload)
    }

    /// Redirects to an artifact of the task at an index path.
    ///
    /// The path is looked up as in `findTask`, and the answer is a `303 See Other` whose `Location`
    /// is the Queue's URL for the artifact `name` on the latest run of that task. A name that does
    /// not begin with `public/` is private: the redirect then carries its own signature (a bewit),
    /// which is valid for about 15 minutes. Follow it without an `Authorization` header, since the
    /// Queue refuses a request that is signed twice, and treat that URL as a secret. Because the
    /// call is a plain `GET`, a signed URL of it is handy to give to a browser or a download tool.
    ///
    /// Fails with 404 when nothing is indexed at the path. The artifact itself is not looked at:
    /// one that is missing, expired or uploaded as an error shows only when the redirect is
    /// followed.
    ///
    /// A new task may take the path between two calls. Files that belong together (a program and
    /// its debug symbols, say) should be fetched by `taskId` after one `findTask`, through a path
    /// that contains the revision, or as one archive.
    ///
    /// * Request: `GET /task/<indexPath>/artifacts/<name>`, index API v1 (Artifacts)
    /// * Scopes: if `private`, `queue:get-artifact:<name>`
    /// * Stability: stable
    #[doc(alias = "findArtifactFromTask")]
    pub fn find_artifact_from_task(
        &self,
        index_path: &str,
        name: &str,
    ) -> Call<C, taskcluster_core::Redirect> {
        Call::redirect(
            &self.client,
            &endpoints::FIND_ARTIFACT_FROM_TASK,
            &[index_path, name],
        )
    }
}
