//! The file in which a deployment outlives its process.
//!
//! The whole state is written to a new file beside the old one, made durable, and put in its place
//! in one step: whenever the process dies, one of the two is there whole. This is done a quarter
//! of a second after a change at the latest, and at the end; done for each request it would make
//! the work of a thousand tasks grow with its square. So a crash loses the last moments at most,
//! an orderly end nothing.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread::JoinHandle;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::control::record::LOG_TARGET;
use crate::services::state::State;
use crate::serving::exchange::Shared;

/// How long a change may be in memory only.
const SAVE_EVERY: Duration = Duration::from_millis(250);

/// What a file says first. Another number is for states that this program cannot read.
const FORMAT: &str = "taskcluster-fake state 1";

#[derive(Deserialize, Serialize)]
struct Kept<S> {
    format: String,
    state: S,
}

/// Reads a state; none where there is no such file yet.
pub(crate) fn read(path: &Path) -> io::Result<Option<State>> {
    let bytes = match fs::read(path) {
        Err(e) if e.kind() == ErrorKind::NotFound => return Ok(None),
        read => read.map_err(|e| about(path, &e))?,
    };
    let refuse = |what: String| {
        let advice = "move it away, or name another file";
        io::Error::new(
            ErrorKind::InvalidData,
            format!("{}: {what}; {advice}", path.display()),
        )
    };
    // The words of the parser may repeat secrets, so that only the place is told.
    let unreadable = |e: serde_json::Error| {
        let (line, column) = (e.line(), e.column());
        refuse(format!(
            "not a state of the fake Taskcluster (line {line}, column {column})"
        ))
    };
    let kept: Kept<serde_json::Value> = serde_json::from_slice(&bytes).map_err(unreadable)?;
    if kept.format != FORMAT {
        return Err(refuse(
            "a state of another version of the fake Taskcluster".to_owned(),
        ));
    }
    let mut kept: Kept<State> = serde_json::from_slice(&bytes).map_err(unreadable)?;
    kept.state.queue.note_all();
    Ok(Some(kept.state))
}

/// Writes a state to its file while the deployment runs; once more, and no longer, when dropped.
pub(crate) struct Keeper {
    stop: Option<mpsc::Sender<()>>,
    thread: Option<JoinHandle<io::Result<()>>>,
}

impl Keeper {
    /// Begins, with what the state is now: where nothing can be written, this is known at once.
    pub(crate) fn start(shared: Arc<Shared>, path: PathBuf) -> io::Result<Self> {
        let mut writer = Writer {
            shared,
            path,
            seen: 0,
            written: Vec::new(),
        };
        writer.save()?;
        let (stop, stopped) = mpsc::channel::<()>();
        let thread = std::thread::Builder::new().name("fake-taskcluster-state".to_owned());
        let thread = thread.spawn(move || {
            while stopped.recv_timeout(SAVE_EVERY) == Err(RecvTimeoutError::Timeout) {
                if let Err(e) = writer.save_if_changed() {
                    log::error!(target: LOG_TARGET, "the state cannot be saved: {e}");
                }
            }
            writer.save_if_changed()
        })?;
        Ok(Self {
            stop: Some(stop),
            thread: Some(thread),
        })
    }

    /// Writes for the last time.
    pub(crate) fn stop(&mut self) -> io::Result<()> {
        self.stop = None;
        match self.thread.take().map(JoinHandle::join) {
            Some(Ok(saved)) => saved,
            Some(Err(_)) => Err(io::Error::other(
                "the thread that saves the state has failed",
            )),
            None => Ok(()),
        }
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        // Who wants to know whether it worked stops it before.
        let _ = self.stop();
    }
}

struct Writer {
    shared: Arc<Shared>,
    path: PathBuf,
    /// The number of the changes when the state was last written.
    seen: u64,
    written: Vec<u8>,
}

impl Writer {
    fn save_if_changed(&mut self) -> io::Result<()> {
        let has_dropped = self.shared.state().storage.has_dropped();
        if self.seen == self.shared.changes() && !has_dropped {
            return Ok(());
        }
        self.save()
    }

    fn save(&mut self) -> io::Result<()> {
        // Read first: what changes from here on is for the next time.
        let changes = self.shared.changes();
        let (bytes, dropped) = {
            let format = FORMAT.to_owned();
            let state = &*self.shared.state();
            let dropped = state.storage.take_dropped();
            (serde_json::to_vec(&Kept { format, state })?, dropped)
        };
        // Most requests only read.
        if bytes != self.written {
            replace(&self.path, &bytes).map_err(|e| about(&self.path, &e))?;
            self.written = bytes;
        }
        self.seen = changes;
        for file in dropped {
            // The next start tries again.
            let _ = fs::remove_file(file);
        }
        Ok(())
    }
}

/// Puts these bytes in the place of a file, so that there is never a part of them.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let beside = beside(path, ".new");
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    // There are secrets and access tokens in it.
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&beside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    fs::rename(&beside, path)?;
    // The new name is durable with the folder; elsewhere than on Unix folders cannot be opened.
    if cfg!(unix) {
        let folder = path.parent().filter(|folder| *folder != Path::new(""));
        File::open(folder.unwrap_or(Path::new(".")))?.sync_all()?;
    }
    Ok(())
}

/// What has the name of a file and something behind it.
pub(crate) fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(end);
    name.into()
}

fn about(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
