//! Putting content.

mod bare;
mod blob;
mod flow;
mod object;
mod reclaim;
mod send;
mod source;

use std::fmt;
#[cfg(feature = "blocking")]
use std::io::Read;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

#[cfg(feature = "blocking")]
use taskcluster_core::Client;
use taskcluster_core::{ApiClient, Credentials, DefaultClient};
use taskcluster_queue::types::ArtifactErrorReason;
use time::OffsetDateTime;

#[cfg(feature = "async")]
use taskcluster_core::AsyncClient;
#[cfg(feature = "async")]
use tokio::io::AsyncRead;

use crate::caller::Caller;
#[cfg(feature = "blocking")]
use crate::colour::now;
use crate::content::place::StorageType;
use crate::content::progress::{Listener, Progress};
use crate::error::Result;
use crate::subject::Subject;

use reclaim::Reclaim;
use source::Source;

/// Where content is put.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum Storage {
    /// S3, which servers of both eras take; where the server refuses it, the object service. This one fallback is
    /// all there is.
    #[default]
    Automatic,
    /// S3, and nothing else. The server knows no hash of it.
    S3,
    /// The object service, which keeps hashes for those who get the content. Today's servers only, and of these
    /// such as have a backend for it: with others the artifact cannot be made any more, since it
    /// cannot change its type.
    Object,
    /// The queue's own store with size and hash, in parts where there is much. Until 2019.
    Blob,
}

/// An artifact that is to be made. Nothing is sent before one of the verbs is used.
#[derive(Clone)]
#[must_use = "nothing is put before a verb such as `from_file` is used"]
pub struct Put<C = DefaultClient> {
    caller: Caller<C>,
    subject: Subject,
    run: Option<u64>,
    name: String,
    content_type: Option<String>,
    expires: Option<OffsetDateTime>,
    is_packed: bool,
    storage: Storage,
    part_size: u64,
    listener: Option<Listener>,
    reclaim: Option<Reclaim>,
}

/// What was put.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Stored {
    /// So many bytes are stored: packed, where they were to be.
    pub stored_bytes: u64,
    /// How they are kept.
    pub storage_type: StorageType,
    /// How many requests with content it took.
    pub attempts: u32,
}

impl<C: ApiClient> Put<C> {
    pub(crate) fn new(caller: Caller<C>, subject: Subject, run: Option<u64>, name: String) -> Self {
        Self {
            caller,
            subject,
            run,
            name,
            content_type: None,
            expires: None,
            is_packed: false,
            storage: Storage::Automatic,
            part_size: blob::PART,
            listener: None,
            reclaim: None,
        }
    }

    /// The media type of the content, `application/octet-stream` where none is given.
    pub fn content_type(mut self, media_type: impl Into<String>) -> Self {
        self.content_type = Some(media_type.into());
        self
    }

    /// When the artifact may be deleted. Where nothing is said it is when the task expires, for which the queue is
    /// asked (today's want the scope `queue:get-task:<taskId>` for that); it must not be later.
    pub fn expires(mut self, time: OffsetDateTime) -> Self {
        self.expires = Some(time);
        self
    }

    /// Packs the content on the way, and stores it with `Content-Encoding: gzip`, as logs are. It is packed
    /// twice, since its length must be known first.
    pub fn gzip(mut self) -> Self {
        self.is_packed = true;
        self
    }

    /// Chooses where the content is put.
    pub fn storage(mut self, storage: Storage) -> Self {
        self.storage = storage;
        self
    }

    /// The size of the parts of a [`Blob`](Storage::Blob), in bytes, 256 MiB at first; S3 takes no smaller ones
    /// than 5 MB. What is packed on the way is always one part.
    pub fn part_size(mut self, bytes: u64) -> Self {
        self.part_size = bytes.max(1);
        self
    }

    /// Tells how far it has come, after each piece. It is called where the content is read, and should take no
    /// time.
    pub fn progress(mut self, listener: impl Fn(Progress) + Send + Sync + 'static) -> Self {
        self.listener = Some(Arc::new(listener));
        self
    }

    fn media_type(&self) -> &str {
        let given = self.content_type.as_deref();
        given.unwrap_or("application/octet-stream")
    }
}

impl<C> fmt::Debug for Put<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Put")
            .field("subject", &self.subject)
            .field("run", &self.run)
            .field("name", &self.name)
            .field("storage", &self.storage)
            .finish_non_exhaustive()
    }
}

#[cfg(feature = "blocking")]
impl Put<Client> {
    /// Keeps the claim of the run alive while the content is sent, which can take longer than the 20 minutes of a
    /// claim: each time that so long has passed, the hook reclaims the task and says what its credentials are from now
    /// on. The calls that follow use them, and so do those of all clones of the
    /// [`Artifacts`](crate::Artifacts). It is called in a thread of its own.
    ///
    /// Where it fails, it is called again after the same time. A claim that is lost is no reason to stop: what comes of
    /// the upload is for the queue to say.
    ///
    /// ```no_run
    /// use std::time::Duration;
    /// use taskcluster_artifacts::Artifacts;
    /// use taskcluster_core::{Client, Credentials};
    /// use taskcluster_queue::Queue;
    ///
    /// let (client, task_id) = (Client::from_env()?, "fN1SbArXTPSVFNUvaOlinQ");
    /// let artifacts = Artifacts::new(&client);
    /// let put = artifacts.of(task_id).run(0).put("public/image.tar").reclaim(Duration::from_secs(600), {
    ///     let artifacts = artifacts.clone();
    ///     move || {
    ///         let reclaimed = Queue::new(&artifacts.client()).reclaim_task(task_id, 0).send()?;
    ///         Ok(Credentials::try_from(&reclaimed.credentials)?)
    ///     }
    /// });
    /// put.from_file("image.tar")?;
    /// # Ok::<(), taskcluster_artifacts::Error>(())
    /// ```
    pub fn reclaim(
        mut self,
        every: Duration,
        hook: impl Fn() -> taskcluster_core::Result<Credentials> + Send + Sync + 'static,
    ) -> Self {
        self.reclaim = Some(Reclaim::new(every, move || std::future::ready(hook())));
        self
    }

    /// Sends a file. It must not change meanwhile, which is looked at before and after: by its length, its date
    /// and, on Unix, its number. What is written within one tick of the file system's clock is not seen by the date.
    ///
    /// # Errors
    /// See [`Error`](crate::Error).
    pub fn from_file(&self, path: impl AsRef<Path>) -> Result<Stored> {
        now(flow::put(self, Source::file(path.as_ref())?))
    }

    /// Sends bytes.
    ///
    /// # Errors
    /// See [`Error`](crate::Error).
    pub fn from_bytes(&self, bytes: impl Into<Vec<u8>>) -> Result<Stored> {
        now(flow::put(self, Source::bytes(bytes.into())))
    }

    /// Sends what a reader gives. It is kept in a temporary file first, since its length must be known, and it
    /// may have to be sent again.
    ///
    /// # Errors
    /// See [`Error`](crate::Error).
    pub fn from_reader(&self, mut reader: impl Read) -> Result<Stored> {
        now(flow::put(self, Source::spooled(&mut reader)?))
    }

    /// Makes the artifact a redirect to a URL.
    ///
    /// # Errors
    /// See [`Error`](crate::Error).
    pub fn reference(&self, url: impl Into<String>) -> Result<()> {
        now(bare::reference(self, url.into()))
    }

    /// Makes the artifact another name of an artifact of the same run. Today's servers only.
    ///
    /// # Errors
    /// See [`Error`](crate::Error).
    pub fn link(&self, artifact: impl Into<String>) -> Result<()> {
        now(bare::link(self, artifact.into()))
    }

    /// Says that the artifact could not be made, and why: a message of at most 4096 characters.
    ///
    /// # Errors
    /// See [`Error`](crate::Error).
    pub fn error(&self, reason: ArtifactErrorReason, message: impl Into<String>) -> Result<()> {
        now(bare::error(self, reason, message.into()))
    }
}

#[cfg(feature = "async")]
impl Put<AsyncClient> {
    /// See the blocking [`reclaim`](Put::reclaim). The hook's future runs beside the upload, in the same task.
    pub fn reclaim<F>(
        mut self,
        every: Duration,
        hook: impl Fn() -> F + Send + Sync + 'static,
    ) -> Self
    where
        F: Future<Output = taskcluster_core::Result<Credentials>> + Send + 'static,
    {
        self.reclaim = Some(Reclaim::new(every, hook));
        self
    }

    /// See the blocking [`from_file`](Put::from_file).
    ///
    /// # Errors
    /// See [`Error`](crate::Error).
    pub async fn from_file(&self, path: impl AsRef<Path>) -> Result<Stored> {
        flow::put(self, Source::file(path.as_ref())?).await
    }

    /// See the blocking [`from_bytes`](Put::from_bytes).
    ///
    /// # Errors
    /// See [`Error`](crate::Error).
    pub async fn from_bytes(&self, bytes: impl Into<Vec<u8>>) -> Result<Stored> {
        flow::put(self, Source::bytes(bytes.into())).await
    }

    /// See the blocking [`from_reader`](Put::from_reader).
    ///
    /// # Errors
    /// See [`Error`](crate::Error).
    pub async fn from_reader(&self, reader: impl AsyncRead + Unpin) -> Result<Stored> {
        flow::put(self, Source::spooled_from(reader).await?).await
    }

    /// See the blocking [`reference`](Put::reference).
    ///
    /// # Errors
    /// See [`Error`](crate::Error).
    pub async fn reference(&self, url: impl Into<String>) -> Result<()> {
        bare::reference(self, url.into()).await
    }

    /// See the blocking [`link`](Put::link).
    ///
    /// # Errors
    /// See [`Error`](crate::Error).
    pub async fn link(&self, artifact: impl Into<String>) -> Result<()> {
        bare::link(self, artifact.into()).await
    }

    /// See the blocking [`error`](Put::error).
    ///
    /// # Errors
    /// See [`Error`](crate::Error).
    pub async fn error(
        &self,
        reason: ArtifactErrorReason,
        message: impl Into<String>,
    ) -> Result<()> {
        bare::error(self, reason, message.into()).await
    }
}
