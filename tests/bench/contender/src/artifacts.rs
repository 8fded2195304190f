//! Artifacts that are fetched and put: their names, which say how long they are, and files for them.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// A megabyte, as the names of works mean it.
pub const MEGABYTE: u64 = 1_000_000;

/// The length of a small artifact.
pub const SMALL: u64 = 1_000;

/// The name of the artifact that has so many bytes.
pub fn name(bytes: u64) -> String {
    format!("public/{bytes}.bin")
}

/// Where the content itself is, for those who ask no queue for it.
pub fn content(root_url: &str, bytes: u64) -> String {
    format!("{root_url}/content/{bytes}")
}

/// Where content can be put, likewise.
pub fn sink(root_url: &str) -> String {
    format!("{root_url}/sink")
}

/// Bytes of which content is made, again and again; no two stretches of them are alike.
pub fn block() -> Vec<u8> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 32) as u8
    };
    std::iter::repeat_with(next).take(1 << 20).collect()
}

/// Hands on content of a length, in pieces.
///
/// # Errors
/// Those of whoever takes it.
pub fn pieces(bytes: u64, mut take: impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<()> {
    let block = block();
    let mut left = bytes;
    while left > 0 {
        let length = usize::try_from(left).map_or(block.len(), |left| left.min(block.len()));
        take(&block[..length])?;
        left -= length as u64;
    }
    Ok(())
}

/// A file of this process, in memory where the system has a place for that, so that no disk is measured. It is
/// gone with this.
#[derive(Debug)]
pub struct Scratch(PathBuf);

impl Scratch {
    /// Room for a file, which is not there yet.
    pub fn new(purpose: &str) -> Self {
        let memory = Path::new("/dev/shm");
        let folder = if memory.is_dir() {
            memory.to_owned()
        } else {
            std::env::temp_dir()
        };
        Self(folder.join(format!("bench-{purpose}-{}", std::process::id())))
    }

    /// The same with content of a length.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn filled(purpose: &str, bytes: u64) -> io::Result<Self> {
        let scratch = Self::new(purpose);
        let mut file = File::create(scratch.path())?;
        pieces(bytes, |piece| file.write_all(piece))?;
        Ok(scratch)
    }

    /// Its path.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Whether it has this length; it is removed, so that the next one is written anew.
    ///
    /// # Errors
    /// It is not there, or has another length.
    pub fn check(&self, bytes: u64) -> io::Result<()> {
        let length = fs::metadata(&self.0)?.len();
        fs::remove_file(&self.0)?;
        if length == bytes {
            return Ok(());
        }
        Err(io::Error::other(format!("{length} bytes, not {bytes}")))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // It may never have been written.
        let _ = fs::remove_file(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_has_the_length_that_it_is_to_have() {
        for bytes in [0, 1, 1 << 20, (1 << 20) + 1, 3 * MEGABYTE] {
            let scratch = Scratch::filled("test", bytes).expect("a file");
            scratch.check(bytes).expect("that length");
            assert!(scratch.check(bytes).is_err(), "it is gone");
        }
    }
}
