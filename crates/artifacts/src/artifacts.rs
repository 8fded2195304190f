//! Whose artifacts: what is chosen before anything is got or put.

#[cfg(feature = "blocking")]
use taskcluster_core::Client;
use taskcluster_core::{ApiClient, Credentials, DefaultClient};
use taskcluster_queue::Queue;
use taskcluster_queue::types::Artifact;

#[cfg(feature = "async")]
use taskcluster_core::AsyncClient;

use crate::caller::Caller;
use crate::colour::Colour;
#[cfg(feature = "blocking")]
use crate::colour::now;
use crate::error::Result;
use crate::get::Get;
#[cfg(feature = "blocking")]
use crate::get::follow::Follow;
#[cfg(feature = "async")]
use crate::get::follow::{FollowStream, follow};
use crate::names::Pattern;
use crate::put::Put;
use crate::subject::{Subject, task_id};

/// The artifacts of a deployment, as one caller sees them. Cheap to clone; clones share their credentials.
///
/// ```no_run
/// use taskcluster_artifacts::Artifacts;
/// use taskcluster_core::Client;
///
/// let client = Client::from_env()?;
/// let artifacts = Artifacts::new(&client);
/// let log = artifacts.indexed("project.app.latest").get("public/log.txt").to_string()?;
/// # Ok::<(), taskcluster_artifacts::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Artifacts<C = DefaultClient>(Caller<C>);

impl<C: ApiClient> Artifacts<C> {
    /// The artifacts that this client reaches.
    pub fn new(client: &C) -> Self {
        Self(Caller::new(client))
    }

    /// The client that is used now.
    pub fn client(&self) -> C {
        self.0.client()
    }

    /// The artifacts of a task: of its latest run, where no other is chosen.
    pub fn of(&self, task_id: impl Into<String>) -> TaskArtifacts<C> {
        self.about(Subject::Task(task_id.into()))
    }

    /// The artifacts of the task that stands in the index under this path when it is asked for.
    pub fn indexed(&self, index_path: impl Into<String>) -> TaskArtifacts<C> {
        self.about(Subject::Index(index_path.into()))
    }

    fn about(&self, subject: Subject) -> TaskArtifacts<C> {
        TaskArtifacts {
            caller: self.0.clone(),
            subject,
            run: None,
        }
    }
}

macro_rules! set_credentials {
    ($client:ty) => {
        /// Has all clones, and what is under way, make their next calls with other credentials: those that
        /// `reclaimTask` brought, say, since claims last 20 minutes, and uploads can take longer. A client whose
        /// credentials come from a [provider](taskcluster_core::CredentialsProvider) renews them by itself.
        ///
        /// # Errors
        /// The credentials cannot be sent.
        pub fn set_credentials(&self, credentials: Credentials) -> taskcluster_core::Result<()> {
            self.0.swap(self.client().with_credentials(credentials)?);
            Ok(())
        }
    };
}

#[cfg(feature = "blocking")]
impl Artifacts<Client> {
    set_credentials!(Client);
}

#[cfg(feature = "async")]
impl Artifacts<AsyncClient> {
    set_credentials!(AsyncClient);
}

/// The artifacts of one task.
#[derive(Clone, Debug)]
pub struct TaskArtifacts<C = DefaultClient> {
    caller: Caller<C>,
    subject: Subject,
    run: Option<u64>,
}

impl<C: ApiClient> TaskArtifacts<C> {
    /// Chooses a run by its number, which begins at 0. The latest run is not always the one that made an artifact.
    #[must_use]
    pub fn run(mut self, run_id: u64) -> Self {
        self.run = Some(run_id);
        self
    }

    /// Prepares to get the content of an artifact.
    pub fn get(&self, name: impl Into<String>) -> Get<C> {
        Get::new(
            self.caller.clone(),
            self.subject.clone(),
            self.run,
            name.into(),
        )
    }

    /// Prepares to make an artifact. A [run](Self::run) has to be chosen for that.
    pub fn put(&self, name: impl Into<String>) -> Put<C> {
        Put::new(
            self.caller.clone(),
            self.subject.clone(),
            self.run,
            name.into(),
        )
    }
}

async fn listed<C: Colour>(
    of: &TaskArtifacts<C>,
    pattern: Option<Pattern>,
) -> Result<Vec<Artifact>> {
    let client = of.caller.client();
    let task_id = task_id(&of.subject, &client).await?;
    let queue = Queue::new(&client);
    let call = match of.run {
        Some(run) => queue.list_artifacts(&task_id, run),
        None => queue.list_latest_artifacts(&task_id),
    };
    let mut found = C::items(call).await?;
    if let Some(pattern) = pattern {
        found.retain(|artifact| pattern.fits(&artifact.name));
    }
    Ok(found)
}

async fn id<C: Colour>(of: &TaskArtifacts<C>) -> Result<String> {
    task_id(&of.subject, &of.caller.client()).await
}

#[cfg(feature = "blocking")]
impl TaskArtifacts<Client> {
    /// The id of the task: where it is named by the index, the one that the index has now.
    ///
    /// # Errors
    /// Those of the call of the index.
    pub fn task_id(&self) -> Result<String> {
        now(id(self))
    }

    /// Reads a log while the task writes it: its lines as they come, and as the last item how the task has ended.
    /// It waits for the log to be there, follows it to where it is stored in the end, and gives no line twice.
    ///
    /// ```no_run
    /// use taskcluster_artifacts::{Artifacts, Followed};
    /// # let client = taskcluster_core::Client::from_env()?;
    ///
    /// for item in Artifacts::new(&client).of("fN1SbArXTPSVFNUvaOlinQ").follow("public/live.log") {
    ///     match item? {
    ///         Followed::Line(line) => println!("{line}"),
    ///         Followed::Ended(state) => println!("The task is {state}"),
    ///         _ => {}
    ///     }
    /// }
    /// # Ok::<(), taskcluster_artifacts::Error>(())
    /// ```
    pub fn follow(&self, name: impl Into<String>) -> Follow {
        Follow::new(self.get(name))
    }

    /// All artifacts, without their content.
    ///
    /// # Errors
    /// Those of the calls of index and queue.
    pub fn list(&self) -> Result<Vec<Artifact>> {
        now(listed(self, None))
    }

    /// The artifacts whose names fit a pattern: `*` stands for any characters but `/`, `**` for any folders, `?`
    /// for one character, `[a-z]` for one of these.
    ///
    /// # Errors
    /// The pattern is none, and those of the calls of index and queue.
    pub fn matching(&self, pattern: &str) -> Result<Vec<Artifact>> {
        now(listed(self, Some(Pattern::new(pattern)?)))
    }
}

#[cfg(feature = "async")]
impl TaskArtifacts<AsyncClient> {
    /// See the blocking [`task_id`](TaskArtifacts::task_id).
    ///
    /// # Errors
    /// Those of the call of the index.
    pub async fn task_id(&self) -> Result<String> {
        id(self).await
    }

    /// See the blocking [`follow`](TaskArtifacts::follow).
    pub fn follow(&self, name: impl Into<String>) -> FollowStream {
        follow(self.get(name))
    }

    /// See the blocking [`list`](TaskArtifacts::list).
    ///
    /// # Errors
    /// Those of the calls of index and queue.
    pub async fn list(&self) -> Result<Vec<Artifact>> {
        listed(self, None).await
    }

    /// See the blocking [`matching`](TaskArtifacts::matching).
    ///
    /// # Errors
    /// The pattern is none, and those of the calls of index and queue.
    pub async fn matching(&self, pattern: &str) -> Result<Vec<Artifact>> {
        listed(self, Some(Pattern::new(pattern)?)).await
    }
}
