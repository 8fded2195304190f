//! What is sent: bytes from somewhere, counted, hashed and told of while they go.

use std::io::{self, Read};
use std::iter::repeat_n;
use std::sync::Arc;

use super::digest::Digests;
use super::progress::{Listener, Progress};

/// So much is read at once.
const PIECE: u64 = 256 * 1024;

/// The body of one request. It gives as many bytes as were announced, and fails where there are others.
pub(crate) struct Outgoing {
    input: Box<dyn Read + Send>,
    left: u64,
    /// Of what was given, by this body and those before it.
    pub(crate) digests: Digests,
    /// Where progress is told, and what of it is known.
    listener: Option<Listener>,
    progress: Progress,
    failure: Option<Failure>,
}

/// Why not all could be sent.
#[derive(Debug)]
pub(crate) enum Failure {
    /// There are more bytes than were announced, or fewer.
    Changed,
    /// They cannot be read.
    Io(io::Error),
}

impl Outgoing {
    /// A body of `length` bytes. `progress` says how much was sent before it.
    pub(crate) fn new(
        input: Box<dyn Read + Send>,
        length: u64,
        digests: Digests,
        progress: Progress,
    ) -> Self {
        Self {
            input,
            left: length,
            digests,
            listener: None,
            progress,
            failure: None,
        }
    }

    pub(crate) fn listener(mut self, listener: Option<Listener>) -> Self {
        self.listener = listener;
        self
    }

    /// What stands for a body that was lost with a request that was answered early.
    pub(crate) fn lost() -> Self {
        let progress = Progress {
            bytes: 0,
            total: None,
            attempt: 0,
        };
        // It was not given as a whole.
        Self::new(Box::new(io::empty()), 1, Digests::default(), progress)
    }

    /// Whether all was given.
    pub(crate) fn is_whole(&self) -> bool {
        self.left == 0 && self.failure.is_none()
    }

    pub(crate) fn failure(&mut self) -> Option<Failure> {
        self.failure.take()
    }

    /// How many bytes are still to be given.
    pub(crate) fn left(&self) -> u64 {
        self.left
    }

    /// Fills room with the next bytes; how many they are, which is none at the end.
    pub(crate) fn fill(&mut self, room: &mut Arc<[u8]>) -> io::Result<usize> {
        let most = self.left.min(PIECE) as usize;
        if room.len() < most {
            *room = repeat_n(0, most).collect();
        }
        let room = &mut Arc::make_mut(room)[..most];
        let mut length = 0;
        while length < most {
            match self.read(&mut room[length..])? {
                0 => break,
                more => length += more,
            }
        }
        Ok(length)
    }

    fn fails(&mut self, failure: Failure) -> io::Error {
        let told = io::Error::other("what is sent cannot be read, or has changed");
        self.failure = Some(failure);
        told
    }
}

impl Read for Outgoing {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        if self.failure.is_some() {
            return Err(io::Error::other("what is sent has failed"));
        }
        if self.left == 0 || room.is_empty() {
            return Ok(0);
        }
        let most = usize::try_from(self.left).map_or(room.len(), |left| left.min(room.len()));
        let length = match self.input.read(&mut room[..most]) {
            Ok(0) => return Err(self.fails(Failure::Changed)),
            Ok(length) => length,
            Err(e) if e.kind() == io::ErrorKind::Interrupted => return Err(e),
            Err(e) => return Err(self.fails(Failure::Io(e))),
        };
        self.digests.update(&room[..length]);
        self.left -= length as u64;
        if self.left == 0 && self.has_more() {
            return Err(self.fails(Failure::Changed));
        }
        self.progress.bytes += length as u64;
        if let Some(listener) = &self.listener {
            listener(self.progress);
        }
        Ok(length)
    }
}

impl Outgoing {
    /// Whether there are bytes beyond those that were announced.
    fn has_more(&mut self) -> bool {
        loop {
            match self.input.read(&mut [0]) {
                Ok(length) => return length > 0,
                Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
                Err(_) => return false,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body(bytes: &'static [u8], length: u64) -> Outgoing {
        let progress = Progress {
            bytes: 0,
            total: None,
            attempt: 1,
        };
        Outgoing::new(Box::new(bytes), length, Digests::default(), progress)
    }

    #[test]
    fn as_many_bytes_are_given_as_were_announced_or_none_are_good() {
        let mut whole = body(b"content", 7);
        let mut room = Arc::default();
        assert_eq!(whole.fill(&mut room).expect("a piece"), 7);
        assert_eq!(&room[..7], b"content");
        assert_eq!(whole.fill(&mut room).expect("the end"), 0);
        assert!(whole.is_whole());
        for length in [6, 8] {
            let mut other = body(b"content", length);
            while other.fill(&mut room).is_ok_and(|length| length > 0) {}
            assert!(!other.is_whole(), "{length}");
            assert!(
                matches!(other.failure(), Some(Failure::Changed)),
                "{length}"
            );
        }
    }
}
