//! From a flow to where the bytes are wanted.

use std::fs::File;
use std::io;
#[cfg(feature = "blocking")]
use std::io::Write;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use super::flow::{Event, Flow};
use super::reader::Unpacked;
use super::{Fetched, Get, file, parts};
use crate::colour::{Beside as _, Colour, LARGE};
use crate::content::digest::Digests;
use crate::content::intake::{Intake, Out};
use crate::error::{Error, Result};

pub(super) async fn file<C: Colour>(get: &Get<C>, path: &Path) -> Result<Fetched> {
    get.check()?;
    let (target, file) = file::Target::new(path, get.is_synced)?;
    let duplicate = file.try_clone();
    let out = duplicate.map_err(|e| Error::local(Some(target.place()), "creating", e))?;
    let out = Out::File(out, target.place().to_owned());
    let (fetched, intake) = collect(get, out, Some((&file, target.place()))).await?;
    drop(intake);
    let placed = C::aside(move || target.take_place(file)).await;
    placed.unwrap_or_else(|| Err(panicked()))?;
    Ok(fetched)
}

pub(super) async fn bytes<C: Colour>(get: &Get<C>) -> Result<Vec<u8>> {
    get.check()?;
    let (_, mut intake) = collect(get, Out::Memory(Vec::new(), get.limit), None).await?;
    Ok(intake.drain())
}

/// Takes in all of the content, beginning again where that helps. A file may be written in parts, too.
async fn collect<C: Colour>(
    get: &Get<C>,
    out: Out,
    mut file: Option<(&File, &Path)>,
) -> Result<(Fetched, Intake)> {
    let mut flow = Flow::new(get, true);
    let mut taking = Taking::<C> {
        intake: Some(Intake::new(out)),
        piece: None,
        hashing: C::Beside::default(),
    };
    loop {
        match round(get, &mut flow, &mut taking).await {
            Ok(None) => {
                let parts = file.take().zip(parts::plan(get, &flow.course));
                let Some((file, plan)) = parts else { continue };
                let expected = flow.course.expected();
                // The answer that has begun is let go.
                flow.begin_again();
                if let Some(fetched) = parts::fetch(get, plan, expected, file).await? {
                    return Ok((fetched, taking.idle(&mut flow).await?));
                }
            }
            Ok(Some(fetched)) => {
                let intake = taking.idle(&mut flow).await?;
                return Ok((fetched, intake));
            }
            Err(problem) if is_of_content(&problem) => {
                // What is still taken in is of no interest any more, but it must be over.
                let intake = taking.idle(&mut flow).await;
                taking.intake = intake.ok().or_else(|| taking.intake.take());
                flow.course.again(problem)?;
            }
            Err(problem) => return Err(problem),
        }
    }
}

/// One event, and what follows from it; what was got, at the end.
async fn round<C: Colour>(
    get: &Get<C>,
    flow: &mut Flow<C>,
    taking: &mut Taking<C>,
) -> Result<Option<Fetched>> {
    match flow.next().await? {
        Event::Begin => {
            let mut intake = taking.idle(flow).await?;
            let expected = flow.course.expected();
            let begun = intake.begin(flow.course.encoding(), get.as_stored, &expected);
            taking.intake = Some(intake);
            begun?;
            Ok(None)
        }
        Event::Bytes(piece, part) => {
            let mut intake = taking.idle(flow).await?;
            if flow.course.position() <= LARGE {
                let taken = intake.take(&piece.as_ref()[part]);
                taking.intake = Some(intake);
                flow.reuse(piece);
                taken?;
            } else {
                taking.take(intake, piece, part).await?;
            }
            Ok(None)
        }
        Event::End => {
            let mut intake = taking.idle(flow).await?;
            let expected = flow.course.expected();
            let ended = flow.course.check_length().and_then(|()| intake.end());
            let fetched = fetched(flow, intake.written(), !expected.is_empty());
            taking.intake = Some(intake);
            ended?;
            Ok(Some(fetched))
        }
    }
}

/// Hands on all of the content to somebody who keeps it.
pub(super) async fn written<C: Colour, W: Sink>(get: &Get<C>, mut sink: W) -> Result<Fetched> {
    let mut unpacked = Unpacked::new(get).await?;
    let mut written = 0;
    while let Some(bytes) = unpacked.next().await? {
        let taken = sink.take(&bytes).await;
        taken.map_err(|e| Error::local(None, "writing", e))?;
        written += bytes.len() as u64;
    }
    let flushed = sink.flush().await;
    flushed.map_err(|e| Error::local(None, "writing", e))?;
    Ok(fetched(&unpacked.flow, written, unpacked.is_verified()))
}

fn fetched<C: Colour>(flow: &Flow<C>, bytes: u64, is_verified: bool) -> Fetched {
    Fetched {
        bytes,
        stored_bytes: flow.course.position(),
        storage_type: flow.course.storage(),
        is_verified,
        attempts: flow.course.progress().attempt,
    }
}

/// Whether another transfer may bring what this one did not.
fn is_of_content(problem: &Error) -> bool {
    match problem {
        Error::Mismatch(_) => true,
        // Of a transfer only what unpacking says counts, which was no request's fault.
        Error::Transfer(e) => e.attempts == 0,
        _ => false,
    }
}

/// An intake that is here; its hashes are, or are at work beside.
struct Taking<C: Colour> {
    intake: Option<Intake>,
    /// What is hashed.
    piece: Option<Arc<C::Piece>>,
    hashing: C::Beside<Digests>,
}

impl<C: Colour> Taking<C> {
    /// The intake, once it is idle.
    async fn idle(&mut self, flow: &mut Flow<C>) -> Result<Intake> {
        let mut intake = self.intake.take().ok_or_else(panicked)?;
        if let Some(piece) = self.piece.take() {
            intake.hashed(self.hashing.end().await.ok_or_else(panicked)?);
            if let Some(piece) = Arc::into_inner(piece) {
                flow.reuse(piece);
            }
        }
        Ok(intake)
    }

    /// Takes in a piece, whose hash is under way then.
    async fn take(
        &mut self,
        mut intake: Intake,
        piece: C::Piece,
        part: Range<usize>,
    ) -> Result<()> {
        let piece = Arc::new(piece);
        let (shared, of_hash) = (Arc::clone(&piece), part.clone());
        let mut digests = intake.digests();
        let hash = move || {
            digests.update(&(*shared).as_ref()[of_hash]);
            drop(shared);
            digests
        };
        self.hashing.begin(hash).await;
        let shared = Arc::clone(&piece);
        self.piece = Some(piece);
        let write = move || {
            let written = intake.write(&(*shared).as_ref()[part]);
            drop(shared);
            (intake, written)
        };
        let (intake, written) = C::aside(write).await.ok_or_else(panicked)?;
        self.intake = Some(intake);
        written
    }
}

fn panicked() -> Error {
    Error::local(
        None,
        "writing",
        io::Error::other("the thread that writes has ended"),
    )
}

/// Where bytes are written that cannot be taken back.
pub(super) trait Sink {
    async fn take(&mut self, bytes: &[u8]) -> io::Result<()>;

    async fn flush(&mut self) -> io::Result<()>;
}

#[cfg(feature = "blocking")]
pub(super) struct Blocking<W>(pub(super) W);

#[cfg(feature = "blocking")]
impl<W: Write> Sink for Blocking<W> {
    async fn take(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.write_all(bytes)
    }

    async fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

#[cfg(feature = "async")]
pub(super) struct Asynchronous<W>(pub(super) W);

#[cfg(feature = "async")]
impl<W: tokio::io::AsyncWrite + Unpin> Sink for Asynchronous<W> {
    async fn take(&mut self, bytes: &[u8]) -> io::Result<()> {
        use tokio::io::AsyncWriteExt as _;
        self.0.write_all(bytes).await
    }

    async fn flush(&mut self) -> io::Result<()> {
        use tokio::io::AsyncWriteExt as _;
        self.0.flush().await
    }
}
