//! The tools as methods of services.

use taskcluster_index::Index;
use taskcluster_index::types::IndexedTaskResponse;
use taskcluster_queue::Queue;

use crate::caller::Caller;
use crate::groups::{self, Handled};
use crate::index::{self, Walk};
use crate::job::Job;
use crate::waiting::{Group, IndexPath, Tasks, Wait};

/// What the queue's API leaves to its callers, as methods of [`Queue`].
///
/// `actions`, which reads what a decision task offers to be done, is there with the feature `actions` of this crate
/// (or of `taskcluster-client`), which is off by default.
#[doc(alias = "actions")]
pub trait QueueExt<C: Caller> {
    /// Waits until a task is resolved.
    ///
    /// ```no_run
    /// use taskcluster_core::Client;
    /// use taskcluster_queue::Queue;
    /// use taskcluster_tools::QueueExt as _;
    ///
    /// let queue = Queue::new(&Client::from_env()?);
    /// let finished = queue.wait_for("fN1SbArXTPSVFNUvaOlinQ").wait()?;
    /// println!("{finished}");
    /// # Ok::<(), taskcluster_tools::Error>(())
    /// ```
    #[doc(alias = "wait_for_task")]
    fn wait_for(&self, task_id: &str) -> Wait<C, Tasks>;

    /// Waits until all of these tasks are resolved.
    ///
    /// There is one request per interval: for a list of their statuses where the server has such lists,
    /// as today's have. Those of 2018 have none: there it is a single task's status, or the list of its
    /// group, of which all that are waited for count.
    fn wait_for_all(&self, task_ids: impl IntoIterator<Item = impl Into<String>>)
    -> Wait<C, Tasks>;

    /// Waits until all tasks of a group are resolved and no more can come: it is sealed, or a second look
    /// finds nothing new.
    fn wait_for_group(&self, task_group_id: &str) -> Wait<C, Group>;

    /// Cancels all tasks of a group that are not resolved, many at once. Tasks that fail to be cancelled
    /// do not keep others from it.
    ///
    /// Today's servers have one call for it, [`cancel_task_group`](Queue::cancel_task_group), which takes
    /// a scope of its own; this one takes the scopes of [`cancel_task`](Queue::cancel_task) and works
    /// everywhere.
    fn cancel_all(&self, task_group_id: &str) -> Job<C, Handled>;

    /// Runs those tasks of a group once more that ended as `failed` or `exception`, many at once.
    fn rerun_failed(&self, task_group_id: &str) -> Job<C, Handled>;

    /// Reads what the decision task of a group offers to be done with its tasks: the artifact
    /// `public/actions.json` of the task whose ID is that of the group.
    #[cfg(feature = "actions")]
    #[cfg_attr(docsrs, doc(cfg(feature = "actions")))]
    fn actions(&self, task_group_id: &str) -> Job<C, crate::Actions>;
}

impl<C: Caller> QueueExt<C> for Queue<C> {
    fn wait_for(&self, task_id: &str) -> Wait<C, Tasks> {
        self.wait_for_all([task_id])
    }

    fn wait_for_all(
        &self,
        task_ids: impl IntoIterator<Item = impl Into<String>>,
    ) -> Wait<C, Tasks> {
        Wait::new(
            self.client(),
            Tasks::new(task_ids.into_iter().map(Into::into)),
        )
    }

    fn wait_for_group(&self, task_group_id: &str) -> Wait<C, Group> {
        Wait::new(self.client(), Group::new(task_group_id))
    }

    fn cancel_all(&self, task_group_id: &str) -> Job<C, Handled> {
        let (queue, group) = (self.clone(), task_group_id.to_owned());
        Job::new(move || groups::cancel_all(queue, group))
    }

    fn rerun_failed(&self, task_group_id: &str) -> Job<C, Handled> {
        let (queue, group) = (self.clone(), task_group_id.to_owned());
        Job::new(move || groups::rerun_failed(queue, group))
    }

    #[cfg(feature = "actions")]
    fn actions(&self, task_group_id: &str) -> Job<C, crate::Actions> {
        let (client, group) = (self.client().clone(), task_group_id.to_owned());
        Job::new(move || crate::actions::read(client, group))
    }
}

/// What the index's API leaves to its callers, as methods of [`Index`].
pub trait IndexExt<C: Caller> {
    /// Waits until a task stands at this index path.
    fn wait_for_index(&self, index_path: &str) -> Wait<C, IndexPath>;

    /// The task at the first of these paths at which one stands; `None` where there is none at any.
    /// They are asked for in their order, one by one.
    fn find_first(
        &self,
        index_paths: impl IntoIterator<Item = impl Into<String>>,
    ) -> Job<C, Option<IndexedTaskResponse>>;

    /// All tasks in a namespace and in all namespaces below it; an empty one is the root.
    fn below(&self, namespace: &str) -> Walk<C>;
}

impl<C: Caller> IndexExt<C> for Index<C> {
    fn wait_for_index(&self, index_path: &str) -> Wait<C, IndexPath> {
        Wait::new(self.client(), IndexPath::new(index_path))
    }

    fn find_first(
        &self,
        index_paths: impl IntoIterator<Item = impl Into<String>>,
    ) -> Job<C, Option<IndexedTaskResponse>> {
        let index = self.clone();
        let paths = index_paths.into_iter().map(Into::into).collect();
        Job::new(move || index::find_first(index, paths))
    }

    fn below(&self, namespace: &str) -> Walk<C> {
        Walk::new(self, namespace)
    }
}
