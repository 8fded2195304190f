//! A program that runs in a task, and what it knows of that task.

use std::fmt;

use taskcluster_core::{ClientBuilder, Options};
use taskcluster_queue::types::Task as Definition;

use crate::error::{Error, Result};
use crate::graph::Graph;

/// The task in which this program runs, as its worker tells it by the environment.
///
/// | variable | what it gives |
/// |---|---|
/// | `TASK_ID` | [`task_id`](Self::task_id) |
/// | `RUN_ID` | [`run_id`](Self::run_id) |
/// | `TASKCLUSTER_ROOT_URL` | [`root_url`](Self::root_url) |
/// | `TASKCLUSTER_PROXY_URL` | [`has_proxy`](Self::has_proxy) |
/// | `TASKCLUSTER_WORKER_LOCATION` | [`worker_location`](Self::worker_location) |
///
/// ```no_run
/// use taskcluster_queue::Queue;
/// use taskcluster_tools::Task;
///
/// let task = Task::from_env()?;
/// let client = task.client()?.build()?;
/// let definition = Queue::new(&client).task(task.task_id()).send()?;
/// let mut graph = task.graph(&definition);
/// # Ok::<(), taskcluster_tools::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Task {
    task_id: String,
    run_id: u64,
    worker_location: Option<String>,
    options: Options,
}

impl Task {
    /// The task of the process's environment.
    ///
    /// # Errors
    /// A variable is missing or wrong: this is no task, or its worker does not set them.
    pub fn from_env() -> Result<Self> {
        Self::from_lookup(|name| Some(std::env::var_os(name)?.to_string_lossy().into_owned()))
    }

    /// The task of variables from wherever they are kept.
    ///
    /// # Errors
    /// See [`from_env`](Self::from_env).
    pub fn from_lookup(lookup: impl Fn(&str) -> Option<String>) -> Result<Self> {
        let set = |name: &str| lookup(name).filter(|value| !value.is_empty());
        let wanted = |name: &str| {
            set(name).ok_or_else(|| {
                Error::refused(format!(
                    "{name} is not set: this program does not run in a task"
                ))
            })
        };
        let run_id = wanted("RUN_ID")?;
        let run_id = run_id
            .parse()
            .map_err(|_| Error::refused(format!("RUN_ID is {run_id:?}, and should be a number")))?;
        Ok(Self {
            task_id: wanted("TASK_ID")?,
            run_id,
            worker_location: set("TASKCLUSTER_WORKER_LOCATION"),
            options: Options::from_lookup(lookup),
        })
    }

    /// The task's ID.
    pub fn task_id(&self) -> &str {
        &self.task_id
    }

    /// The number of the task's run, counted from 0.
    pub fn run_id(&self) -> u64 {
        self.run_id
    }

    /// The root URL of the deployment, for URLs that people are shown: behind the proxy's address, which
    /// calls go to, nobody else finds anything.
    ///
    /// # Errors
    /// `TASKCLUSTER_ROOT_URL` is not set.
    pub fn root_url(&self) -> Result<&str> {
        let root_url = self.options.root_url.as_deref();
        root_url.ok_or_else(|| Error::refused("TASKCLUSTER_ROOT_URL is not set"))
    }

    /// Whether there is a proxy that signs this task's calls. Through it no URL can be signed: that takes
    /// the access token, which only the proxy knows.
    pub fn has_proxy(&self) -> bool {
        self.options.proxy_url.is_some()
    }

    /// Where the worker is, as JSON, where it says so.
    pub fn worker_location(&self) -> Option<&str> {
        self.worker_location.as_deref()
    }

    /// Begins a client that calls as this task: through the proxy where there is one.
    ///
    /// # Errors
    /// See [`Options::builder`].
    pub fn client(&self) -> Result<ClientBuilder> {
        Ok(self.options.clone().builder()?)
    }

    /// The artifacts of this run, to be got and put.
    #[cfg(feature = "artifacts")]
    #[cfg_attr(docsrs, doc(cfg(feature = "artifacts")))]
    pub fn artifacts<C: taskcluster_core::ApiClient>(
        &self,
        client: &C,
    ) -> taskcluster_artifacts::TaskArtifacts<C> {
        let artifacts = taskcluster_artifacts::Artifacts::new(client);
        artifacts.of(&self.task_id).run(self.run_id)
    }

    /// A graph of tasks that are this one's children, given its own definition: of the same group and
    /// scheduler, and none of them begins before this task has completed.
    pub fn graph(&self, definition: &Definition) -> Graph {
        let graph = Graph::new()
            .task_group_id(&definition.task_group_id)
            .after_task(&self.task_id);
        graph.scheduler_id(&definition.scheduler_id)
    }
}

impl fmt::Debug for Task {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Task")
            .field("task_id", &self.task_id)
            .field("run_id", &self.run_id)
            .field("worker_location", &self.worker_location)
            .finish_non_exhaustive()
    }
}
