//! The file in which a deployment outlives its process.
//!
//! Changes are appended to it, a fiftieth of a second after the first of them; what was changed
//! meanwhile is written with it. A thread of its own makes that durable, so that the end of the process
//! alone loses no more than this moment. So it costs as much as has changed, however large the state is, and whenever the
//! process dies, what was written before is there whole. A deployment that is to be in step with its
//! file answers only what is written. From time to time the file is written anew, without what no
//! longer counts, by a thread of its own, and put in the place of the old one in one step.

mod files;
mod journal;

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use crate::control::record::LOG_TARGET;
use crate::services::state::State;
use crate::serving::exchange::Shared;
use files::about;
pub(crate) use files::{Claim, beside};

/// How long changes wait for others to be written with.
const PAUSE: Duration = Duration::from_millis(20);
/// How long until a state that could not be saved is saved again.
const AGAIN: Duration = Duration::from_millis(250);
/// The file is written anew when it has grown by its size and as many bytes as this.
const SLACK: u64 = 1 << 20;

/// Reads a state; none where there is no such file yet.
pub(crate) fn read(claim: &Claim) -> io::Result<Option<State>> {
    journal::read(&claim.path)
}

/// Writes a state to its file while the deployment runs; once more, and no longer, when dropped.
pub(crate) struct Keeper {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<io::Result<()>>>,
}

impl Keeper {
    /// Begins, with what the state is now: where nothing can be written, this is known at once.
    pub(crate) fn start(shared: Arc<Shared>, claim: Claim) -> io::Result<Self> {
        let mut writer = Writer::new(Arc::clone(&shared), claim)?;
        let thread = std::thread::Builder::new().name("fake-taskcluster-state".to_owned());
        let thread = thread.spawn(move || writer.run())?;
        Ok(Self {
            shared,
            thread: Some(thread),
        })
    }

    /// Writes for the last time.
    pub(crate) fn stop(&mut self) -> io::Result<()> {
        self.shared.bell.stop();
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
    claim: Claim,
    file: File,
    /// How long the file is, as far as it is whole.
    length: u64,
    /// How long it was when it was last written anew.
    base: u64,
    /// What was last written of what is in no book.
    rest: Vec<u8>,
    /// What is still to be written.
    lines: Vec<u8>,
    /// Files that may be deleted once that is written.
    dropped: Vec<PathBuf>,
    anew: Option<JoinHandle<io::Result<Anew>>>,
    /// How much of the file is known to outlive the machine, or will with what is under way.
    durable: u64,
    lasting: Option<JoinHandle<io::Result<()>>>,
}

/// A file without what no longer counts.
struct Anew {
    draft: PathBuf,
    file: File,
    length: u64,
    /// How much of the old file it has.
    until: u64,
}

impl Writer {
    /// Writes the whole state to a new file, which takes the place of the old one.
    fn new(shared: Arc<Shared>, claim: Claim) -> io::Result<Self> {
        let (draft, file) = files::draft(&claim.path)?;
        let mut writer = Self {
            shared,
            claim,
            file,
            length: 0,
            base: 0,
            rest: Vec::new(),
            lines: journal::head()?,
            dropped: Vec::new(),
            anew: None,
            durable: 0,
            lasting: None,
        };
        writer.note_all();
        writer.save(true).map_err(|e| about(&draft, &e))?;
        let path = &writer.claim.path;
        files::replace(path, &draft).map_err(|e| about(path, &e))?;
        writer.base = writer.length;
        Ok(writer)
    }

    fn note_all(&mut self) {
        self.rest.clear();
        for (_, book) in self.shared.state().books() {
            book.change_all();
        }
    }

    fn run(&mut self) -> io::Result<()> {
        loop {
            let goes_on = self.shared.bell.wait();
            if goes_on && !self.shared.settings.in_step {
                self.shared.bell.pause(PAUSE);
            }
            let at_once = !goes_on || self.shared.settings.in_step;
            let saved = self.save(at_once).map_err(|e| about(&self.claim.path, &e));
            if !goes_on {
                return saved.and_then(|()| self.finish());
            }
            if let Err(e) = saved {
                log::error!(target: LOG_TARGET, "the state cannot be saved: {e}");
                self.shared.bell.pause(AGAIN);
                self.shared.bell.ring();
            } else if let Err(e) = self.shorten() {
                let path = self.claim.path.display();
                log::warn!(target: LOG_TARGET, "{path} cannot be written anew, and grows: {e}");
                self.base = self.length;
            }
        }
    }

    /// Writes what has changed. Whether that outlives the machine too is waited for where it must be
    /// so at once; otherwise a thread of its own sees to it, so that the next changes need not wait.
    fn save(&mut self, at_once: bool) -> io::Result<()> {
        let changes = self.note_changes()?;
        let at_once = at_once || !self.dropped.is_empty();
        let saved = self.append().and_then(|()| self.make_durable(at_once));
        self.shared.tell_saved(changes, saved.is_ok());
        saved?;
        for file in self.dropped.drain(..) {
            // The next start tries again.
            let _ = fs::remove_file(file);
        }
        Ok(())
    }

    /// Notes what has changed, to be written; returns the number of the last change.
    fn note_changes(&mut self) -> io::Result<u64> {
        let state = &mut *self.shared.state();
        // Read first: what changes from here on is for the next time.
        let changes = self.shared.changes();
        let lines = journal::write_changes(state, &mut self.rest);
        self.dropped.extend(state.storage.take_dropped());
        self.lines.extend(lines?);
        Ok(changes)
    }

    fn append(&mut self) -> io::Result<()> {
        if self.lines.is_empty() {
            return Ok(());
        }
        // What an earlier try has left is not whole.
        self.file.set_len(self.length)?;
        self.file.seek(SeekFrom::Start(self.length))?;
        self.file.write_all(&self.lines)?;
        self.length += self.lines.len() as u64;
        self.lines.clear();
        Ok(())
    }

    fn make_durable(&mut self, at_once: bool) -> io::Result<()> {
        if let Some(lasting) = self.lasting.take_if(|it| at_once || it.is_finished()) {
            let failed = |_| Err(io::Error::other("the thread that does it has failed"));
            lasting
                .join()
                .unwrap_or_else(failed)
                .inspect_err(|_| self.durable = 0)?;
        }
        if self.durable >= self.length || self.lasting.is_some() {
            return Ok(());
        }
        if at_once {
            self.file.sync_data()?;
        } else {
            let (file, shared) = (self.file.try_clone()?, Arc::clone(&self.shared));
            let thread = std::thread::Builder::new().name("fake-taskcluster-sync".to_owned());
            let sync = move || {
                let synced = file.sync_data();
                // For what has been written meanwhile.
                shared.bell.ring();
                synced
            };
            self.lasting = Some(thread.spawn(sync)?);
        }
        self.durable = self.length;
        Ok(())
    }

    /// Has the file written anew where it has grown enough, and takes what was.
    fn shorten(&mut self) -> io::Result<()> {
        if self.anew.as_ref().is_some_and(JoinHandle::is_finished) {
            return self.finish();
        }
        if self.anew.is_none() && self.length > 2 * self.base + SLACK {
            let (path, until) = (self.claim.path.clone(), self.length);
            let thread = std::thread::Builder::new().name("fake-taskcluster-anew".to_owned());
            self.anew = Some(thread.spawn(move || anew(&path, until))?);
        }
        Ok(())
    }

    /// Takes the file that was written anew, if one was, with what has been appended meanwhile.
    fn finish(&mut self) -> io::Result<()> {
        let Some(anew) = self.anew.take() else {
            return Ok(());
        };
        let failed = |_| Err(io::Error::other("the thread that does it has failed"));
        let mut anew = anew.join().unwrap_or_else(failed)?;
        self.file.seek(SeekFrom::Start(anew.until))?;
        let mut late = (&self.file).take(self.length - anew.until);
        let late = io::copy(&mut late, &mut anew.file)?;
        anew.file.sync_all()?;
        files::replace(&self.claim.path, &anew.draft)?;
        self.file = anew.file;
        self.length = anew.length + late;
        self.base = self.length;
        self.durable = self.length;
        Ok(())
    }
}

fn anew(path: &Path, until: u64) -> io::Result<Anew> {
    let mut old = OpenOptions::new().read(true).open(path)?;
    let (draft, mut file) = files::draft(path)?;
    let length = journal::compact(&mut old, until, &mut file)?;
    Ok(Anew {
        draft,
        file,
        length,
        until,
    })
}
