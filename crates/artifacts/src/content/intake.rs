//! What becomes of the bytes that come in: they are hashed as they are stored, unpacked, and written or kept.

use std::fs::File;
use std::io::{self, Seek as _, SeekFrom, Write};
use std::path::PathBuf;

use flate2::write::MultiGzDecoder;

use super::digest::{Digests, Expected};
use super::heads::Encoding;
use crate::error::{Error, Result, TooLarge, TransferError};

/// Packed bytes are unpacked so many at a time, where what they become is kept: it is a thousand times as much
/// at most.
pub(crate) const PACKED_AT_ONCE: usize = 1024;

/// Where bytes go.
pub(crate) enum Out {
    /// A file, which has this name in errors.
    File(File, PathBuf),
    /// Memory, up to a limit.
    Memory(Vec<u8>, u64),
}

impl Default for Out {
    /// Where nothing is kept.
    fn default() -> Self {
        Self::Memory(Vec::new(), 0)
    }
}

impl Out {
    fn forget(&mut self) -> io::Result<()> {
        match self {
            Self::File(file, _) => {
                file.set_len(0)?;
                file.seek(SeekFrom::Start(0)).map(drop)
            }
            Self::Memory(bytes, _) => {
                bytes.clear();
                Ok(())
            }
        }
    }
}

/// An [`Out`] that remembers why it refused, since what unpacks gives errors of its own, too.
#[derive(Default)]
struct Taking {
    out: Out,
    written: u64,
    refusal: Option<Error>,
}

impl Write for Taking {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = match &mut self.out {
            Out::File(file, path) => file.write(bytes).map_err(|e| {
                let kind = e.kind();
                if kind == io::ErrorKind::Interrupted {
                    return e;
                }
                self.refusal = Some(Error::local(Some(&*path), "writing", e));
                kind.into()
            })?,
            Out::Memory(kept, limit) => {
                if kept.len() as u64 + bytes.len() as u64 > *limit {
                    self.refusal = Some(Error::TooLarge(TooLarge { limit: *limit }));
                    return Err(io::ErrorKind::OutOfMemory.into());
                }
                kept.extend_from_slice(bytes);
                bytes.len()
            }
        };
        self.written += taken as u64;
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

enum Way {
    Plain(Taking),
    Gzip(Box<MultiGzDecoder<Taking>>),
}

pub(crate) struct Intake {
    way: Way,
    digests: Digests,
    expected: Vec<Expected>,
    came: u64,
}

impl Intake {
    pub(crate) fn new(out: Out) -> Self {
        let taking = Taking {
            out,
            ..Taking::default()
        };
        Self {
            way: Way::Plain(taking),
            digests: Digests::default(),
            expected: Vec::new(),
            came: 0,
        }
    }

    /// Forgets what came, and prepares for content that is packed so, and must hash to this.
    pub(crate) fn begin(
        &mut self,
        encoding: &Encoding,
        as_stored: bool,
        expected: &[Expected],
    ) -> Result<()> {
        let mut taking = self.taking();
        let forgotten = taking.out.forget();
        taking.written = 0;
        let failed = forgotten.map_err(|e| Error::local(path(&taking.out), "emptying", e));
        self.way = match encoding {
            Encoding::Gzip if !as_stored => Way::Gzip(Box::new(MultiGzDecoder::new(taking))),
            _ => Way::Plain(taking),
        };
        self.digests = Digests::for_all(expected);
        self.expected = expected.to_vec();
        self.came = 0;
        failed
    }

    /// What is behind the unpacking.
    fn taking(&mut self) -> Taking {
        match &mut self.way {
            Way::Plain(taking) => std::mem::take(taking),
            Way::Gzip(decoder) => std::mem::take(decoder.get_mut()),
        }
    }

    /// Takes bytes as they are stored.
    pub(crate) fn take(&mut self, bytes: &[u8]) -> Result<()> {
        self.digests.update(bytes);
        self.write(bytes)
    }

    /// The hashes so far, for who takes them of the bytes that are [written](Self::write).
    pub(crate) fn digests(&mut self) -> Digests {
        std::mem::take(&mut self.digests)
    }

    /// Takes the hashes back.
    pub(crate) fn hashed(&mut self, digests: Digests) {
        self.digests = digests;
    }

    /// Takes bytes that are hashed elsewhere.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> Result<()> {
        self.came += bytes.len() as u64;
        let outcome = match &mut self.way {
            Way::Plain(taking) => taking.write_all(bytes),
            Way::Gzip(decoder) => decoder.write_all(bytes),
        };
        outcome.map_err(|e| self.why(&e))
    }

    /// Whether bytes become others on the way.
    pub(crate) fn unpacks(&self) -> bool {
        matches!(self.way, Way::Gzip(_))
    }

    fn why(&mut self, error: &io::Error) -> Error {
        let refusal = match &mut self.way {
            Way::Plain(taking) => taking.refusal.take(),
            Way::Gzip(decoder) => decoder.get_mut().refusal.take(),
        };
        refusal.unwrap_or_else(|| Error::Transfer(packed_wrong(error)))
    }

    /// Says that all has come. What was packed must be whole, and the hashes right.
    pub(crate) fn end(&mut self) -> Result<()> {
        self.digests.check(&self.expected)?;
        if self.came == 0 {
            // Nothing, packed, is nothing.
            return Ok(());
        }
        if let Way::Gzip(decoder) = &mut self.way {
            let ended = decoder.try_finish();
            ended.map_err(|e| self.why(&e))?;
        }
        Ok(())
    }

    /// What was unpacked since this was asked last, where it is kept.
    pub(crate) fn drain(&mut self) -> Vec<u8> {
        let taking = match &mut self.way {
            Way::Plain(taking) => taking,
            Way::Gzip(decoder) => decoder.get_mut(),
        };
        match &mut taking.out {
            Out::Memory(bytes, _) => std::mem::take(bytes),
            Out::File(..) => Vec::new(),
        }
    }

    /// So many bytes were written or kept.
    pub(crate) fn written(&self) -> u64 {
        match &self.way {
            Way::Plain(taking) => taking.written,
            Way::Gzip(decoder) => decoder.get_ref().written,
        }
    }
}

fn path(out: &Out) -> Option<&std::path::Path> {
    match out {
        Out::File(_, path) => Some(path),
        Out::Memory(..) => None,
    }
}

fn packed_wrong(error: &io::Error) -> TransferError {
    TransferError {
        host: "the storage".to_owned(),
        status: None,
        attempts: 0,
        why: format!("gzip decompression failed: {error}"),
        lasts: true,
    }
}
