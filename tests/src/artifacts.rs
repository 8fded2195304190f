//! What both kinds of client do with artifacts, under names that do not depend on the kind.

use std::io::{self, Read as _, Write};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use futures_util::StreamExt as _;
use taskcluster_artifacts::{
    Artifacts, Error, Fetched, Followed, Get, Put, Result, Stored, TaskArtifacts,
};
use taskcluster_client::queue::types::{Artifact, ArtifactErrorReason};
use taskcluster_client::{AsyncClient, Client, Credentials};

use crate::colour::{Colour, wait};

/// A kind of client, and its ways with artifacts.
pub trait Fetches: Colour {
    /// See [`TaskArtifacts::matching`].
    ///
    /// # Errors
    /// Those of the crate; likewise below.
    fn matching(of: &TaskArtifacts<Self>, pattern: &str) -> Result<Vec<Artifact>>;

    /// See [`Get::to_file`].
    fn to_file(get: &Get<Self>, path: &Path) -> Result<Fetched>;

    /// See [`Get::to_bytes`].
    fn to_bytes(get: &Get<Self>) -> Result<Vec<u8>>;

    /// See [`Get::to_writer`]; what was written, whatever came of it.
    fn to_writer(get: &Get<Self>) -> (Vec<u8>, Result<Fetched>);

    /// See [`Get::reader`]; what was read, whatever came of it.
    fn read(get: &Get<Self>) -> (Vec<u8>, Result<()>);

    /// See [`TaskArtifacts::follow`].
    fn follow(of: &TaskArtifacts<Self>, name: &str) -> Vec<Result<Followed>>;

    /// See [`Put::from_file`].
    fn from_file(put: &Put<Self>, path: &Path) -> Result<Stored>;

    /// See [`Put::from_bytes`].
    fn from_bytes(put: &Put<Self>, bytes: &[u8]) -> Result<Stored>;

    /// See [`Put::from_reader`].
    fn from_reader(put: &Put<Self>, bytes: &[u8]) -> Result<Stored>;

    /// See [`Put::reference`].
    fn reference(put: &Put<Self>, url: &str) -> Result<()>;

    /// See [`Put::link`].
    fn link(put: &Put<Self>, artifact: &str) -> Result<()>;

    /// See [`Put::error`].
    fn error(put: &Put<Self>, reason: ArtifactErrorReason, message: &str) -> Result<()>;

    /// See [`Put::reclaim`].
    fn reclaim(
        put: Put<Self>,
        every: Duration,
        hook: impl Fn() -> taskcluster_client::Result<Credentials> + Send + Sync + 'static,
    ) -> Put<Self>;

    /// See [`Artifacts::set_credentials`].
    fn set_credentials(artifacts: &Artifacts<Self>, credentials: Credentials) -> Result<()>;
}

/// What both do under one name.
macro_rules! puts {
    ($wait:expr) => {
        fn from_file(put: &Put<Self>, path: &Path) -> Result<Stored> {
            $wait(put.from_file(path))
        }

        fn from_bytes(put: &Put<Self>, bytes: &[u8]) -> Result<Stored> {
            $wait(put.from_bytes(bytes))
        }

        fn from_reader(put: &Put<Self>, bytes: &[u8]) -> Result<Stored> {
            $wait(put.from_reader(bytes))
        }

        fn reference(put: &Put<Self>, url: &str) -> Result<()> {
            $wait(put.reference(url))
        }

        fn link(put: &Put<Self>, artifact: &str) -> Result<()> {
            $wait(put.link(artifact))
        }

        fn error(put: &Put<Self>, reason: ArtifactErrorReason, message: &str) -> Result<()> {
            $wait(put.error(reason, message))
        }

        fn set_credentials(artifacts: &Artifacts<Self>, credentials: Credentials) -> Result<()> {
            Ok(artifacts.set_credentials(credentials)?)
        }
    };
}

/// A writer whose bytes are seen from elsewhere.
#[derive(Clone, Default)]
struct Shared(Arc<Mutex<Vec<u8>>>);

impl Shared {
    fn bytes(&self) -> Vec<u8> {
        self.0.lock().expect("the bytes").clone()
    }
}

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("the bytes").write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Fetches for Client {
    fn reclaim(
        put: Put<Self>,
        every: Duration,
        hook: impl Fn() -> taskcluster_client::Result<Credentials> + Send + Sync + 'static,
    ) -> Put<Self> {
        put.reclaim(every, hook)
    }

    fn follow(of: &TaskArtifacts<Self>, name: &str) -> Vec<Result<Followed>> {
        of.follow(name).collect()
    }

    puts!(std::convert::identity);

    fn matching(of: &TaskArtifacts<Self>, pattern: &str) -> Result<Vec<Artifact>> {
        of.matching(pattern)
    }

    fn to_file(get: &Get<Self>, path: &Path) -> Result<Fetched> {
        get.to_file(path)
    }

    fn to_bytes(get: &Get<Self>) -> Result<Vec<u8>> {
        get.to_bytes()
    }

    fn to_writer(get: &Get<Self>) -> (Vec<u8>, Result<Fetched>) {
        let writer = Shared::default();
        let outcome = get.to_writer(writer.clone());
        (writer.bytes(), outcome)
    }

    fn read(get: &Get<Self>) -> (Vec<u8>, Result<()>) {
        let mut bytes = Vec::new();
        let outcome = get.reader().and_then(|mut reader| {
            let read = reader.read_to_end(&mut bytes);
            read.map(drop).map_err(|e| {
                let inner = e.into_inner().expect("an error of the crate");
                *inner.downcast::<Error>().expect("an error of the crate")
            })
        });
        (bytes, outcome)
    }
}

impl Fetches for AsyncClient {
    fn reclaim(
        put: Put<Self>,
        every: Duration,
        hook: impl Fn() -> taskcluster_client::Result<Credentials> + Send + Sync + 'static,
    ) -> Put<Self> {
        put.reclaim(every, move || std::future::ready(hook()))
    }

    fn follow(of: &TaskArtifacts<Self>, name: &str) -> Vec<Result<Followed>> {
        wait(of.follow(name).collect())
    }

    puts!(wait);

    fn matching(of: &TaskArtifacts<Self>, pattern: &str) -> Result<Vec<Artifact>> {
        wait(of.matching(pattern))
    }

    fn to_file(get: &Get<Self>, path: &Path) -> Result<Fetched> {
        wait(get.to_file(path))
    }

    fn to_bytes(get: &Get<Self>) -> Result<Vec<u8>> {
        wait(get.to_bytes())
    }

    fn to_writer(get: &Get<Self>) -> (Vec<u8>, Result<Fetched>) {
        let mut bytes = Vec::new();
        let outcome = wait(get.to_writer(&mut bytes));
        (bytes, outcome)
    }

    fn read(get: &Get<Self>) -> (Vec<u8>, Result<()>) {
        let mut bytes = Vec::new();
        let outcome = wait(async {
            let mut stream = get.stream().await?;
            while let Some(piece) = stream.next().await {
                bytes.extend_from_slice(&piece?);
            }
            Ok(())
        });
        (bytes, outcome)
    }
}
