//! Content for somebody who reads it as it comes.

#[cfg(feature = "blocking")]
use std::io::{self, Read};
use std::ops::Range;

#[cfg(feature = "blocking")]
use taskcluster_core::Client;

use super::Get;
use super::flow::{Event, Flow};
use crate::colour::Colour;
#[cfg(feature = "blocking")]
use crate::colour::now;
use crate::content::intake::{Intake, Out, PACKED_AT_ONCE};
use crate::error::Result;

/// Bytes as they are wanted, unpacked, and checked at the end.
pub(super) struct Unpacked<C: Colour> {
    pub(super) flow: Flow<C>,
    as_stored: bool,
    intake: Intake,
    /// What came, and was not taken in yet.
    piece: Option<(C::Piece, Range<usize>)>,
    is_over: bool,
}

impl<C: Colour> Unpacked<C> {
    /// Begins a transfer, up to the first bytes.
    pub(super) async fn new(get: &Get<C>) -> Result<Self> {
        get.check()?;
        let mut unpacked = Self {
            flow: Flow::new(get, false),
            as_stored: get.as_stored,
            intake: Intake::new(Out::Memory(Vec::new(), u64::MAX)),
            piece: None,
            is_over: false,
        };
        unpacked.event().await?;
        Ok(unpacked)
    }

    pub(super) fn is_verified(&self) -> bool {
        !self.flow.course.expected().is_empty()
    }

    /// The next bytes; `None` once all have come, and are right.
    pub(super) async fn next(&mut self) -> Result<Option<Vec<u8>>> {
        loop {
            self.take()?;
            let bytes = self.intake.drain();
            if !bytes.is_empty() {
                return Ok(Some(bytes));
            }
            if self.piece.is_some() {
                continue;
            }
            if self.is_over {
                return Ok(None);
            }
            self.event().await?;
        }
    }

    /// Takes in what came: a little of it, where it can become much.
    fn take(&mut self) -> Result<()> {
        let Some((piece, part)) = &mut self.piece else {
            return Ok(());
        };
        let most = match self.intake.unpacks() {
            true => PACKED_AT_ONCE,
            false => part.len(),
        };
        let end = part.end.min(part.start + most);
        self.intake.take(&piece.as_ref()[part.start..end])?;
        part.start = end;
        if let Some((piece, _)) = self.piece.take_if(|(_, part)| part.start >= part.end) {
            self.flow.reuse(piece);
        }
        Ok(())
    }

    async fn event(&mut self) -> Result<()> {
        match self.flow.next().await? {
            Event::Begin => {
                let expected = self.flow.course.expected();
                let encoding = self.flow.course.encoding();
                self.intake.begin(encoding, self.as_stored, &expected)
            }
            Event::Bytes(piece, part) => {
                self.piece = Some((piece, part));
                Ok(())
            }
            Event::End => {
                self.is_over = true;
                self.flow.course.check_length()?;
                self.intake.end()
            }
        }
    }
}

/// The content of an artifact, as it comes in. What breaks on the way is resumed. Its errors hold an
/// [`Error`](crate::Error): `error.get_ref()`.
#[cfg(feature = "blocking")]
pub struct Reader {
    unpacked: Unpacked<Client>,
    bytes: io::Cursor<Vec<u8>>,
    has_failed: bool,
}

#[cfg(feature = "blocking")]
impl Reader {
    pub(super) async fn new(get: &Get<Client>) -> Result<Self> {
        Ok(Self {
            unpacked: Unpacked::new(get).await?,
            bytes: io::Cursor::default(),
            has_failed: false,
        })
    }

    /// The length of the content as it is stored, where it is known.
    pub fn stored_length(&self) -> Option<u64> {
        self.unpacked.flow.course.total()
    }
}

#[cfg(feature = "blocking")]
impl Read for Reader {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        let read = self.bytes.read(room)?;
        if read > 0 || room.is_empty() {
            return Ok(read);
        }
        if self.has_failed {
            return Err(io::Error::other("this reader has failed"));
        }
        match now(self.unpacked.next()) {
            Ok(None) => Ok(0),
            Ok(Some(bytes)) => {
                self.bytes = io::Cursor::new(bytes);
                self.bytes.read(room)
            }
            Err(e) => {
                self.has_failed = true;
                Err(io::Error::other(e))
            }
        }
    }
}

#[cfg(feature = "blocking")]
impl std::fmt::Debug for Reader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Reader").finish_non_exhaustive()
    }
}

/// The content of an artifact as a stream, of which an error is the last item.
#[cfg(feature = "async")]
pub type ByteStream =
    std::pin::Pin<Box<dyn futures_util::Stream<Item = Result<bytes::Bytes>> + Send>>;

#[cfg(feature = "async")]
pub(super) async fn stream(get: &Get<taskcluster_core::AsyncClient>) -> Result<ByteStream> {
    let unpacked = Unpacked::new(get).await?;
    let next = |unpacked: Option<Unpacked<_>>| async move {
        let mut unpacked = unpacked?;
        match unpacked.next().await {
            Ok(bytes) => Some((Ok(bytes::Bytes::from(bytes?)), Some(unpacked))),
            Err(e) => Some((Err(e), None)),
        }
    };
    Ok(Box::pin(futures_util::stream::unfold(Some(unpacked), next)))
}
