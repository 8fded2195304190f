// Written by `cargo xtask generate` from the references of the service `index`. Do not edit.

//! The service's client.

use taskcluster_core::{ApiClient, Call, DefaultClient};

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
///
/// Reading the index takes scopes in today's deployments, such as `index:find-task:<indexPath>`. In
/// 2018 everybody could read it.
///
/// # Methods
///
/// | Category | Methods |
/// |---|---|
/// | Tasks | [`find_task`](Self::find_task), [`insert_task`](Self::insert_task), [`find_tasks_at_index`](Self::find_tasks_at_index), [`delete_task`](Self::delete_task) |
/// | Browsing | [`list_namespaces`](Self::list_namespaces), [`list_tasks`](Self::list_tasks), [`list_root_namespaces`](Self::list_root_namespaces), [`list_root_tasks`](Self::list_root_tasks) |
/// | Artifacts | [`find_artifact_from_task`](Self::find_artifact_from_task) |
/// | Health | [`ping`](Self::ping), [`lbheartbeat`](Self::lbheartbeat), [`version`](Self::version), [`heartbeat`](Self::heartbeat) |
#[derive(Clone, Debug)]
pub struct Index<C = DefaultClient> {
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

/// # Tasks
impl<C: ApiClient> Index<C> {
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
    /// * Request: `GET /task/<indexPath>`, index API v1
    /// * Scopes: `index:find-task:<indexPath>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_index::{Index};
    /// # let index = Index::new(&Client::from_env()?);
    /// let answer = index.find_task("project.app.latest").send()?;
    /// println!("{}", answer.namespace);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "findTask")]
    pub fn find_task(&self, index_path: &str) -> Call<C, types::IndexedTaskResponse> {
        Call::json(&self.client, &endpoints::FIND_TASK, &[index_path])
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
    /// The service does not check that the task exists or how it ended. Today's servers keep `rank`
    /// as a 32-bit integer: a number beyond that range answers 500, so use seconds, not
    /// milliseconds, if a time is to be the rank.
    ///
    /// * Request: `PUT /task/<namespace>`, index API v1
    /// * Scopes: `index:insert-task:<namespace>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_core::from_now::from_now;
    /// # use taskcluster_core::json::Value;
    /// # use taskcluster_index::{Index, types::*};
    /// # let index = Index::new(&Client::from_env()?);
    /// let payload = InsertTaskRequest::new(
    ///     "fN1SbArXTPSVFNUvaOlinQ",
    ///     1.0,
    ///     Value::from_iter([("key", "value")]),
    ///     from_now("1 day")?,
    /// );
    /// let answer = index.insert_task("project.app", &payload).send()?;
    /// println!("{}", answer.namespace);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "insertTask")]
    pub fn insert_task(
        &self,
        namespace: &str,
        payload: &types::InsertTaskRequest,
    ) -> Call<C, types::IndexedTaskResponse> {
        Call::json(&self.client, &endpoints::INSERT_TASK, &[namespace]).payload(payload)
    }

    /// Returns the entries at several index paths in one call.
    ///
    /// It saves calling `findTask` for each path. The caller needs the scope of `findTask` for
    /// every path in the list. Entries are told by their `namespace`; do not count on the order of
    /// the list or on an entry for each path.
    ///
    /// The answer comes in pages of at most 1000 entries, or `limit` if that is less; call again
    /// with the same list and the `continuationToken` until that is missing. The call changes
    /// nothing, so a repetition is harmless.
    ///
    /// Today's servers only.
    ///
    /// * Request: `POST /tasks/indexes`, index API v1
    /// * Scopes: `index:find-task:<indexPath>` for each `indexPath` of `indexPaths`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_index::{Index, types::*};
    /// # let index = Index::new(&Client::from_env()?);
    /// let payload = ListTasksAtIndex::new();
    /// for item in index.find_tasks_at_index(&payload).items() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "findTasksAtIndex")]
    pub fn find_tasks_at_index(
        &self,
        payload: &types::ListTasksAtIndex,
    ) -> Call<C, types::ListTasksResponse> {
        Call::json(&self.client, &endpoints::FIND_TASKS_AT_INDEX, &[]).payload(payload)
    }

    /// Removes the entry at an index path, so that the path finds nothing any more.
    ///
    /// Here `namespace` is the whole index path of the entry, including its last word. The task
    /// itself is not touched, and the namespaces above the entry stay until they expire. An entry
    /// that the removed one has replaced does not come back, nor does one that was turned away for
    /// its lower rank. A task of any rank can be indexed under the path afterwards. Deleting an
    /// entry that does not exist succeeds as well, so repeating the call is harmless.
    ///
    /// Meant for people who mend the index; entries go away by themselves when they expire.
    ///
    /// Today's servers only.
    ///
    /// * Request: `DELETE /task/<namespace>`, index API v1
    /// * Scopes: `index:delete-task:<namespace>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_index::{Index};
    /// # let index = Index::new(&Client::from_env()?);
    /// index.delete_task("project.app").send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "deleteTask")]
    pub fn delete_task(&self, namespace: &str) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::DELETE_TASK, &[namespace])
    }
}

/// # Browsing
impl<C: ApiClient> Index<C> {
    /// Lists the namespaces directly below a namespace.
    ///
    /// Only the next level is listed: below `a` this finds `a.b` but not `a.b.c`, and none of the
    /// tasks. Call it again with a result's `namespace` to go deeper, and use `listTasks` for the
    /// entries at each level. A namespace that does not exist gives an empty list, not an error.
    ///
    /// A page holds at most 1000 namespaces, or `limit` if that is less. It may hold fewer, or
    /// none, and still carry a `continuationToken`; the list ends only where that is missing.
    ///
    /// * Request: `GET /namespaces/<namespace>`, index API v1
    /// * Scopes: `index:list-namespaces:<namespace>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_index::{Index};
    /// # let index = Index::new(&Client::from_env()?);
    /// for item in index.list_namespaces("project.app").items() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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
    /// * Request: `GET /tasks/<namespace>`, index API v1
    /// * Scopes: `index:list-tasks:<namespace>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_index::{Index};
    /// # let index = Index::new(&Client::from_env()?);
    /// for item in index.list_tasks("project.app").items() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "listTasks")]
    pub fn list_tasks(&self, namespace: &str) -> Call<C, types::ListTasksResponse> {
        Call::json(&self.client, &endpoints::LIST_TASKS, &[namespace])
    }

    /// Lists the namespaces that are in no other: where a walk over the whole index begins.
    ///
    /// It is `list_namespaces` with nothing in place of the namespace.
    ///
    /// * Request: `GET /namespaces/`, index API v1
    /// * Scopes: `index:list-namespaces:`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_index::{Index};
    /// # let index = Index::new(&Client::from_env()?);
    /// for item in index.list_root_namespaces().items() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "listNamespaces")]
    pub fn list_root_namespaces(&self) -> Call<C, types::ListNamespacesResponse> {
        Call::json(&self.client, &endpoints::ROOT_LIST_NAMESPACES, &[])
    }

    /// Lists the entries that are in no namespace, whose index path is a single word.
    ///
    /// It is `list_tasks` with nothing in place of the namespace.
    ///
    /// * Request: `GET /tasks/`, index API v1
    /// * Scopes: `index:list-tasks:`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_index::{Index};
    /// # let index = Index::new(&Client::from_env()?);
    /// for item in index.list_root_tasks().items() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "listTasks")]
    pub fn list_root_tasks(&self) -> Call<C, types::ListTasksResponse> {
        Call::json(&self.client, &endpoints::ROOT_LIST_TASKS, &[])
    }
}

/// # Artifacts
impl<C: ApiClient> Index<C> {
    /// Redirects to an artifact of the task at an index path.
    ///
    /// The path is looked up as in `findTask`, and the answer is a `303 See Other` whose `Location`
    /// is the Queue's URL for the artifact `name` on the latest run of that task. For a public
    /// artifact, today's deployments may point straight at the place where the file is kept. A name
    /// that does not begin with `public/` is private: the redirect then carries its own signature
    /// (a bewit), which is valid for about 15 minutes. Follow it without an `Authorization` header,
    /// since the Queue refuses a request that is signed twice, and treat that URL as a secret.
    /// Because the call is a plain `GET`, a signed URL of it is handy to give to a browser or a
    /// download tool.
    ///
    /// Fails with 404 when nothing is indexed at the path. The artifact itself is not looked at:
    /// one that is missing, expired or uploaded as an error shows only when the redirect is
    /// followed.
    ///
    /// A new task may take the path between two calls. Files that belong together (a program and
    /// its debug symbols, say) should be fetched by `taskId` after one `findTask`, through a path
    /// that contains the revision, or as one archive.
    ///
    /// * Request: `GET /task/<indexPath>/artifacts/<name>`, index API v1
    /// * Scopes: `queue:get-artifact:<name>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_index::{Index};
    /// # let index = Index::new(&Client::from_env()?);
    /// let url = index
    ///     .find_artifact_from_task("project.app.latest", "public/log.txt")
    ///     .send()?
    ///     .location;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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

/// # Health
impl<C: ApiClient> Index<C> {
    /// Answers with success while the Index service is up.
    ///
    /// It touches no stored data and looks at no credentials, so it proves nothing about either.
    ///
    /// * Request: `GET /ping`, index API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_index::{Index};
    /// # let index = Index::new(&Client::from_env()?);
    /// index.ping().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn ping(&self) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::PING, &[])
    }

    /// Answers with success as soon as the Index service can take requests.
    ///
    /// Made for load balancers, which ask it often. It takes no credentials and answers an empty
    /// object. Deployments of 2018 have `ping` for this.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /__lbheartbeat__`, index API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_index::{Index};
    /// # let index = Index::new(&Client::from_env()?);
    /// let answer = index.lbheartbeat().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn lbheartbeat(&self) -> Call<C, taskcluster_core::Heartbeat> {
        Call::json(&self.client, &endpoints::LBHEARTBEAT, &[])
    }

    /// Tells which version of Taskcluster the Index service runs.
    ///
    /// The answer names the release, the commit that was built, and where the source code and the
    /// build are to be found. A build made by hand leaves some of these empty, and `version` need
    /// not be a number then. It takes no credentials.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /__version__`, index API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_index::{Index};
    /// # let index = Index::new(&Client::from_env()?);
    /// let answer = index.version().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn version(&self) -> Call<C, taskcluster_core::Version> {
        Call::json(&self.client, &endpoints::VERSION, &[])
    }

    /// Answers with success while the Index service is in working order.
    ///
    /// Made for monitoring. It takes no credentials and answers an empty object. Deployments of
    /// 2018 have `ping` for this.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /__heartbeat__`, index API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_index::{Index};
    /// # let index = Index::new(&Client::from_env()?);
    /// let answer = index.heartbeat().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn heartbeat(&self) -> Call<C, taskcluster_core::Heartbeat> {
        Call::json(&self.client, &endpoints::HEARTBEAT, &[])
    }
}
