//! Where what is sent comes from. It can be read as often as it has to be sent.

use std::fs::{File, Metadata};
use std::io::{self, Cursor, Read, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use flate2::Compression;
use flate2::read::GzEncoder;

use crate::content::digest::{Algorithm, Digests};
use crate::error::{Error, Result};

#[derive(Clone)]
pub(super) enum Source {
    File(PathBuf, Stamp),
    Bytes(Arc<Vec<u8>>),
    /// A temporary file, which nobody else knows.
    Spooled(Arc<Mutex<File>>, u64),
}

/// By what it is seen that a file is the same as before.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
    number: u64,
}

impl Stamp {
    fn of(metadata: &Metadata) -> Self {
        #[cfg(all(unix, not(taskcluster_portable)))]
        let number = std::os::unix::fs::MetadataExt::ino(metadata);
        #[cfg(any(not(unix), taskcluster_portable))]
        let number = 0;
        Self {
            length: metadata.len(),
            modified: metadata.modified().ok(),
            number,
        }
    }
}

/// What was found out by reading all of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Measured {
    pub(super) length: u64,
    pub(super) sha256: String,
    /// Lengths and hashes of the parts.
    pub(super) parts: Vec<(u64, String)>,
}

impl Source {
    pub(super) fn file(path: &Path) -> Result<Self> {
        let failed = |e| Error::local(Some(path), "reading", e);
        let metadata = File::open(path).and_then(|file| file.metadata());
        let metadata = metadata.map_err(failed)?;
        if !metadata.is_file() {
            let path = path.display();
            return Err(Error::refused(format!(
                "{path} is no file; use `from_reader`"
            )));
        }
        Ok(Self::File(path.to_owned(), Stamp::of(&metadata)))
    }

    pub(super) fn bytes(bytes: Vec<u8>) -> Self {
        Self::Bytes(Arc::new(bytes))
    }

    #[cfg(feature = "blocking")]
    pub(super) fn spooled(reader: &mut dyn Read) -> Result<Self> {
        let mut spool = || -> io::Result<_> {
            let mut file = tempfile::tempfile()?;
            let length = io::copy(reader, &mut file)?;
            Ok((file, length))
        };
        let (file, length) = spool().map_err(|e| Error::local(None, "keeping what is read", e))?;
        Ok(Self::Spooled(Arc::new(Mutex::new(file)), length))
    }

    #[cfg(feature = "async")]
    pub(super) async fn spooled_from(
        mut reader: impl tokio::io::AsyncRead + Unpin,
    ) -> Result<Self> {
        use std::io::Write as _;
        use tokio::io::AsyncReadExt as _;
        let failed = |e| Error::local(None, "keeping what is read", e);
        let mut file = tempfile::tempfile().map_err(failed)?;
        let mut room = vec![0; crate::colour::CHUNK];
        let mut length = 0;
        loop {
            let read = reader.read(&mut room).await.map_err(failed)?;
            if read == 0 {
                return Ok(Self::Spooled(Arc::new(Mutex::new(file)), length));
            }
            let kept = room[..read].to_vec();
            let written =
                <taskcluster_core::AsyncClient as crate::colour::Colour>::aside(move || {
                    let written = file.write_all(&kept);
                    (file, written)
                });
            let (back, written) = written
                .await
                .ok_or_else(|| failed(io::Error::other("the thread that writes has ended")))?;
            written.map_err(failed)?;
            file = back;
            length += read as u64;
        }
    }

    /// The length of what it is now.
    pub(super) fn length(&self) -> u64 {
        match self {
            Self::File(_, stamp) => stamp.length,
            Self::Bytes(bytes) => bytes.len() as u64,
            Self::Spooled(_, length) => *length,
        }
    }

    pub(super) fn path(&self) -> Option<&Path> {
        match self {
            Self::File(path, _) => Some(path),
            _ => None,
        }
    }

    /// Refuses a file that is another one than it was.
    pub(super) fn check(&self) -> Result<()> {
        let Self::File(path, stamp) = self else {
            return Ok(());
        };
        match File::open(path).and_then(|file| file.metadata()) {
            Ok(metadata) if Stamp::of(&metadata) == *stamp => Ok(()),
            Ok(_) => Err(Error::Changed(path.clone())),
            Err(e) => Err(Error::local(Some(path), "reading", e)),
        }
    }

    /// Its bytes from some place on, packed where they are to be. Those of a part end with the part.
    pub(super) fn open(
        &self,
        packed: bool,
        part: Option<(u64, u64)>,
    ) -> io::Result<Box<dyn Read + Send>> {
        let begin = part.map_or(0, |(begin, _)| begin);
        let input: Box<dyn Read + Send> = match self {
            Self::File(path, _) => {
                let mut file = File::open(path)?;
                file.seek(SeekFrom::Start(begin))?;
                Box::new(file)
            }
            Self::Bytes(bytes) => {
                let mut bytes = Cursor::new(Shared(Arc::clone(bytes)));
                bytes.set_position(begin);
                Box::new(bytes)
            }
            Self::Spooled(file, _) => Box::new(Spool {
                file: Arc::clone(file),
                position: begin,
            }),
        };
        Ok(match part {
            Some((_, length)) => Box::new(input.take(length)),
            None if packed => Box::new(GzEncoder::new(input, Compression::default())),
            None => input,
        })
    }

    /// Reads all of it, for its length and its hash, as a whole and in parts of a size.
    pub(super) fn measure(&self, packed: bool, part_size: Option<u64>) -> Result<Measured> {
        let failed = |e| Error::local(self.path(), "reading", e);
        let mut input = self.open(packed, None).map_err(failed)?;
        let mut whole = Digests::sha256();
        let mut measured = Measured::default();
        let mut room = vec![0; crate::colour::CHUNK];
        let size = part_size.unwrap_or(u64::MAX);
        let (mut part, mut part_length) = (Digests::sha256(), 0);
        loop {
            let most =
                usize::try_from(size - part_length).map_or(room.len(), |it| it.min(room.len()));
            let length = match input.read(&mut room[..most]) {
                Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
                other => other.map_err(failed)?,
            };
            whole.update(&room[..length]);
            if part_size.is_some() {
                part.update(&room[..length]);
            }
            measured.length += length as u64;
            part_length += length as u64;
            if part_size.is_some() && part_length > 0 && (length == 0 || part_length == size) {
                let hash = part.digits(Algorithm::Sha256).unwrap_or_default();
                measured.parts.push((part_length, hash));
                (part, part_length) = (Digests::sha256(), 0);
            }
            if length == 0 {
                break;
            }
        }
        measured.sha256 = whole.digits(Algorithm::Sha256).unwrap_or_default();
        self.check()?;
        Ok(measured)
    }
}

/// One reader of a temporary file that others read too: a request that was given up may still read on another
/// thread while the next one begins, and clones of a file have one position.
struct Spool {
    file: Arc<Mutex<File>>,
    position: u64,
}

impl Read for Spool {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        let mut file = self.file.lock().unwrap_or_else(PoisonError::into_inner);
        file.seek(SeekFrom::Start(self.position))?;
        let length = file.read(room)?;
        self.position += length as u64;
        Ok(length)
    }
}

/// Bytes that several readers have.
struct Shared(Arc<Vec<u8>>);

impl AsRef<[u8]> for Shared {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readers_of_a_temporary_file_do_not_move_each_other() {
        let mut file = tempfile::tempfile().expect("a file");
        io::Write::write_all(&mut file, b"some content").expect("written");
        let source = Source::Spooled(Arc::new(Mutex::new(file)), 12);
        let mut readers = [(); 2].map(|()| source.open(false, None).expect("opened"));
        for (reader, wanted) in [(1, b"some"), (0, b"some"), (1, b" con")] {
            let mut word = [0; 4];
            readers[reader].read_exact(&mut word).expect("read");
            assert_eq!(&word, wanted);
        }
        let mut part = String::new();
        let mut reader = source.open(false, Some((5, 4))).expect("opened");
        reader.read_to_string(&mut part).expect("read");
        assert_eq!(part, "cont");
    }
}
