//! Content: pieces of bytes that are in memory or in files.

use std::collections::HashSet;
use std::fmt::{self, Write as _};
use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::ops::Range;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hyper::body::Bytes;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest as _, Sha256};

use super::files::{Folder, StoredFile};

/// Content of more bytes than these is in a file, where there is a folder for it.
const LARGE: usize = 64 * 1024;
/// How many bytes are read at once.
const CHUNK: u64 = 256 * 1024;

/// What has been uploaded, in one piece or in several. A clone is the same content.
#[derive(Clone, Deserialize, Serialize)]
pub(crate) struct Content {
    pieces: Vec<Piece>,
}

#[derive(Clone, Deserialize, Serialize)]
struct Piece {
    size: u64,
    sha256: String,
    place: Place,
}

#[derive(Clone, Deserialize, Serialize)]
enum Place {
    /// In base64 where the state is kept.
    #[serde(serialize_with = "write_bytes", deserialize_with = "read_bytes")]
    Memory(Bytes),
    #[serde(serialize_with = "write_file", deserialize_with = "read_file")]
    File(Arc<StoredFile>),
}

fn write_bytes<S: Serializer>(bytes: &Bytes, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&STANDARD.encode(bytes))
}

fn read_bytes<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Bytes, D::Error> {
    let bytes = STANDARD.decode(String::deserialize(deserializer)?);
    bytes.map(Bytes::from).map_err(de::Error::custom)
}

fn write_file<S: Serializer>(file: &Arc<StoredFile>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(file.name())
}

fn read_file<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<StoredFile>, D::Error> {
    let file = StoredFile::named(String::deserialize(deserializer)?);
    file.map(Arc::new).map_err(de::Error::custom)
}

impl fmt::Debug for Content {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} bytes", self.size())
    }
}

impl Content {
    /// These contents one after the other. Nothing is copied.
    pub(super) fn joined<'c>(contents: impl Iterator<Item = &'c Self>) -> Self {
        let pieces = contents.flat_map(|content| content.pieces.iter().cloned());
        Self {
            pieces: pieces.collect(),
        }
    }

    pub(crate) fn size(&self) -> u64 {
        self.pieces.iter().map(|piece| piece.size).sum()
    }

    /// The digest of content that came in one piece.
    pub(super) fn sha256(&self) -> Option<&str> {
        match self.pieces.as_slice() {
            [piece] => Some(&piece.sha256),
            _ => None,
        }
    }

    /// An identifier of the content, of the length and form that S3's have.
    pub(super) fn etag(&self) -> String {
        let short = |digest: &str| digest.chars().take(32).collect::<String>();
        if let Some(sha256) = self.sha256() {
            return short(sha256);
        }
        let digests: String = self.pieces.iter().map(|it| it.sha256.as_str()).collect();
        let digest = hex(&Sha256::digest(digests));
        format!("{}-{}", short(&digest), self.pieces.len())
    }

    /// Finds the files of content that comes from a state, and notes their names.
    pub(super) fn settle(&mut self, folder: &Folder, named: &mut HashSet<String>) {
        for piece in &mut self.pieces {
            if let Place::File(file) = &mut piece.place {
                named.insert(file.name().to_owned());
                *file = Arc::new(file.within(folder));
            }
        }
    }

    /// Reads these of the bytes.
    pub(super) fn reader(self, range: Range<u64>) -> Reader {
        Reader {
            content: self,
            range,
            open: None,
        }
    }
}

fn hex(digest: &[u8]) -> String {
    digest.iter().fold(String::new(), |mut text, byte| {
        // A string takes whatever is written to it.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Content that is still to come.
pub(crate) struct Draft {
    folder: Option<Folder>,
    digest: Sha256,
    size: u64,
    bytes: Vec<u8>,
    file: Option<(Arc<StoredFile>, File)>,
}

impl Draft {
    pub(super) fn new(folder: Option<Folder>) -> Self {
        Self {
            folder,
            digest: Sha256::new(),
            size: 0,
            bytes: Vec::new(),
            file: None,
        }
    }

    pub(crate) fn size(&self) -> u64 {
        self.size
    }

    /// Adds bytes, which may take as long as a disk takes.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.digest.update(bytes);
        self.size += bytes.len() as u64;
        if let Some((_, file)) = &mut self.file {
            return file.write_all(bytes);
        }
        self.bytes.extend_from_slice(bytes);
        if let (Some(folder), true) = (&self.folder, self.bytes.len() > LARGE) {
            let (stored, mut file) = StoredFile::create(folder)?;
            file.write_all(&std::mem::take(&mut self.bytes))?;
            self.file = Some((stored, file));
        }
        Ok(())
    }

    /// Makes content of what has come. What is in a file is durable from here on.
    pub(crate) fn finish(self) -> io::Result<Content> {
        let place = match self.file {
            Some((stored, file)) => {
                file.sync_all()?;
                Place::File(stored)
            }
            None => Place::Memory(self.bytes.into()),
        };
        let piece = Piece {
            size: self.size,
            sha256: hex(&self.digest.finalize()),
            place,
        };
        Ok(Content {
            pieces: vec![piece],
        })
    }
}

/// Reads content from one place to another.
pub(crate) struct Reader {
    content: Content,
    range: Range<u64>,
    /// The file of the piece that was read last.
    open: Option<(usize, File)>,
}

impl Reader {
    /// How many bytes are still to be read.
    pub(crate) fn left(&self) -> u64 {
        self.range.end.saturating_sub(self.range.start)
    }

    /// Some of the bytes that come next; none at the end. It may take as long as a disk takes.
    pub(crate) fn read(&mut self) -> io::Result<Bytes> {
        let mut begin = self.range.start;
        for (at, piece) in self.content.pieces.iter().enumerate() {
            if begin >= piece.size {
                begin -= piece.size;
                continue;
            }
            let size = self.left().min(piece.size - begin).min(CHUNK);
            let bytes = match &piece.place {
                Place::Memory(bytes) => slice(bytes, begin, size)?,
                Place::File(stored) => {
                    let open = self.open.take().filter(|(of, _)| *of == at);
                    let (_, file) = self.open.insert(match open {
                        Some(open) => open,
                        None => (at, stored.open()?),
                    });
                    read_at(file, begin, size)?
                }
            };
            self.range.start += bytes.len() as u64;
            return Ok(bytes);
        }
        Ok(Bytes::new())
    }
}

fn slice(bytes: &Bytes, begin: u64, size: u64) -> io::Result<Bytes> {
    let within = |number: u64| usize::try_from(number).map_err(io::Error::other);
    Ok(bytes.slice(within(begin)?..within(begin + size)?))
}

fn read_at(file: &mut File, begin: u64, size: u64) -> io::Result<Bytes> {
    file.seek(SeekFrom::Start(begin))?;
    let mut bytes = vec![0; usize::try_from(size).map_err(io::Error::other)?];
    file.read_exact(&mut bytes)?;
    Ok(bytes.into())
}
