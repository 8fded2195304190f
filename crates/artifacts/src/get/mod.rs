//! Getting content.

mod collect;
mod file;
pub(crate) mod flow;
pub(crate) mod follow;
pub(crate) mod locate;
mod parts;
mod reader;

use std::fmt;
#[cfg(feature = "blocking")]
use std::io::Write;
use std::path::Path;
use std::time::Duration;

#[cfg(feature = "blocking")]
use taskcluster_core::Client;
use taskcluster_core::{ApiClient, DefaultClient};

#[cfg(feature = "async")]
use taskcluster_core::AsyncClient;
#[cfg(feature = "async")]
use tokio::io::AsyncWrite;

use crate::caller::Caller;
#[cfg(feature = "blocking")]
use crate::colour::now;
use crate::content::digest::{Algorithm, Expected};
use crate::content::place::StorageType;
use crate::content::progress::{Listener, Progress};
use crate::error::{Error, Result};
use crate::subject::Subject;

#[cfg(feature = "async")]
pub use reader::ByteStream;
#[cfg(feature = "blocking")]
pub use reader::Reader;

/// The most bytes that are kept in memory, where nothing else is said.
const LIMIT: u64 = 256 * 1024 * 1024;

/// An artifact that is to be got. Nothing is sent before one of the verbs is used, and each use is a transfer of
/// its own.
#[derive(Clone)]
#[must_use = "nothing is got before a verb such as `to_file` is used"]
pub struct Get<C = DefaultClient> {
    pub(crate) caller: Caller<C>,
    pub(crate) subject: Subject,
    pub(crate) run: Option<u64>,
    pub(crate) name: String,
    pub(crate) as_stored: bool,
    pub(crate) only_stored: bool,
    pub(crate) expected: Vec<Expected>,
    pub(crate) limit: u64,
    pub(crate) connections: u32,
    pub(crate) is_synced: bool,
    pub(crate) floor: Option<(u64, Duration)>,
    pub(crate) listener: Option<Listener>,
    problem: Option<String>,
}

/// What was got.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fetched {
    /// So many bytes were written, unpacked where they were packed.
    pub bytes: u64,
    /// So many came, as they are stored.
    pub stored_bytes: u64,
    /// How the content is kept.
    pub storage_type: StorageType,
    /// Whether a hash was there to check the content against.
    pub is_verified: bool,
    /// How many requests for content it took.
    pub attempts: u32,
}

impl<C: ApiClient> Get<C> {
    pub(crate) fn new(caller: Caller<C>, subject: Subject, run: Option<u64>, name: String) -> Self {
        Self {
            caller,
            subject,
            run,
            name,
            as_stored: false,
            only_stored: false,
            expected: Vec::new(),
            limit: LIMIT,
            connections: 1,
            is_synced: true,
            floor: None,
            listener: None,
            problem: None,
        }
    }

    /// Leaves content that is stored packed (`Content-Encoding: gzip`, as logs are) as it is.
    pub fn as_stored(mut self) -> Self {
        self.as_stored = true;
        self
    }

    /// Refuses an artifact of type `reference`, which can lead anywhere, and whose content can change at any time.
    pub fn only_stored(mut self) -> Self {
        self.only_stored = true;
        self
    }

    /// Checks the bytes, as they are stored, against this SHA-256 hash of 64 hexadecimal digits, beside those
    /// that the server knows.
    pub fn expect_sha256(mut self, digits: impl Into<String>) -> Self {
        let digits = digits.into();
        if digits.len() != 64 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            self.problem = Some("expect_sha256: a hash is 64 hexadecimal digits".to_owned());
        }
        self.expected.push(Expected {
            algorithm: Algorithm::Sha256,
            digits,
        });
        self
    }

    /// The most bytes that [`to_bytes`](Get::to_bytes) and [`to_string`](Get::to_string) keep, 256 MiB at
    /// first.
    pub fn limit(mut self, bytes: u64) -> Self {
        self.limit = bytes;
        self
    }

    /// Gets a large file in parts, over so many connections at once; one at first. Parts have at least 4 MiB, and
    /// the server must give ranges and a strong `ETag`; otherwise, and to memory and writers, it
    /// comes over one.
    pub fn connections(mut self, connections: u32) -> Self {
        self.connections = connections.max(1);
        self
    }

    /// Leaves it to the system when the file is written to the disk, which is quicker. After a crash of the system
    /// it may then be empty under its name.
    pub fn unsynced(mut self) -> Self {
        self.is_synced = false;
        self
    }

    /// The least that the server must send: so many bytes in each stretch of waiting of this length; 64 KiB in a
    /// minute at first. Below it, the connection counts as broken.
    pub fn floor(mut self, bytes: u64, time: Duration) -> Self {
        self.floor = Some((bytes, time));
        self
    }

    /// Tells how far the transfer has come, after each piece. It is called where the bytes are read, and should
    /// take no time.
    pub fn progress(mut self, listener: impl Fn(Progress) + Send + Sync + 'static) -> Self {
        self.listener = Some(std::sync::Arc::new(listener));
        self
    }

    fn check(&self) -> Result<()> {
        match &self.problem {
            Some(problem) => Err(Error::refused(problem.clone())),
            None => Ok(()),
        }
    }
}

impl<C> fmt::Debug for Get<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Get")
            .field("subject", &self.subject)
            .field("run", &self.run)
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

#[cfg(feature = "blocking")]
impl Get<Client> {
    /// Writes the content to a file, which has its name once it is whole and checked; until then a file that is there
    /// is left alone. It keeps its permissions.
    ///
    /// # Errors
    /// See [`Error`]. Nothing is left behind then, nor by a process that is killed: on Linux the file has no name
    /// before it is whole. Other systems, and file systems without such files, have it beside its place meanwhile, as
    /// `.artifact-….part`, which a process that is killed leaves there.
    pub fn to_file(&self, path: impl AsRef<Path>) -> Result<Fetched> {
        now(collect::file(self, path.as_ref()))
    }

    /// The content in memory, up to the [`limit`](Self::limit).
    ///
    /// # Errors
    /// See [`Error`].
    pub fn to_bytes(&self) -> Result<Vec<u8>> {
        now(collect::bytes(self))
    }

    /// The content as a text, up to the [`limit`](Self::limit). Bytes that are no UTF-8 become `U+FFFD`.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn to_string(&self) -> Result<String> {
        now(collect::bytes(self)).map(text)
    }

    /// Writes the content to a writer, as it comes. What a writer has got is not taken back: where the
    /// content turns out to be another than it should be, it has it all the same, and this is the error.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn to_writer(&self, writer: impl Write) -> Result<Fetched> {
        now(collect::written(self, collect::Blocking(writer)))
    }

    /// The content as a reader, which ends in an error where the content is not what it should be. This asks where
    /// it is, and reads its beginning.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn reader(&self) -> Result<Reader> {
        now(Reader::new(self))
    }
}

#[cfg(feature = "async")]
impl Get<AsyncClient> {
    /// See the blocking [`to_file`](Get::to_file). A future that is dropped leaves nothing behind.
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn to_file(&self, path: impl AsRef<Path>) -> Result<Fetched> {
        collect::file(self, path.as_ref()).await
    }

    /// See the blocking [`to_bytes`](Get::to_bytes).
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn to_bytes(&self) -> Result<Vec<u8>> {
        collect::bytes(self).await
    }

    /// See the blocking [`to_string`](Get::to_string).
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn to_string(&self) -> Result<String> {
        collect::bytes(self).await.map(text)
    }

    /// See the blocking [`to_writer`](Get::to_writer).
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn to_writer(&self, writer: impl AsyncWrite + Unpin) -> Result<Fetched> {
        collect::written(self, collect::Asynchronous(writer)).await
    }

    /// The content as a stream of bytes; see the blocking [`reader`](Get::reader).
    ///
    /// # Errors
    /// See [`Error`].
    pub async fn stream(&self) -> Result<ByteStream> {
        reader::stream(self).await
    }
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|e| String::from_utf8_lossy(e.as_bytes()).into_owned())
}
