//! An end to silence: a thread reads, so that whoever waits for it can give up.

use std::io::{self, Read};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::Duration;

use ureq::{Error, Timeout};

/// So much is read at once.
const PIECE: usize = 128 * 1024;

/// A body as it comes in; a read fails that waits for longer than `silence`. The thread that reads ends with the
/// body, or when the connection next says something.
pub(in super::super) fn content(
    body: impl Read + Send + 'static,
    silence: Duration,
) -> Box<dyn Read + Send> {
    let (pieces, received) = sync_channel(1);
    let thread = thread::Builder::new().name("taskcluster-content".to_owned());
    Box::new(Awaited {
        // Where there can be no thread, the first read says so.
        failed: thread.spawn(move || read(body, &pieces)).err(),
        pieces: received,
        piece: io::Cursor::default(),
        silence,
    })
}

fn read(mut body: impl Read, pieces: &SyncSender<io::Result<Vec<u8>>>) {
    loop {
        let mut piece = vec![0; PIECE];
        let read = body.read(&mut piece).map(|length| {
            piece.truncate(length);
            piece
        });
        let is_last = read.as_ref().map_or(true, Vec::is_empty);
        if pieces.send(read).is_err() || is_last {
            return;
        }
    }
}

struct Awaited {
    pieces: Receiver<io::Result<Vec<u8>>>,
    piece: io::Cursor<Vec<u8>>,
    silence: Duration,
    failed: Option<io::Error>,
}

impl Read for Awaited {
    fn read(&mut self, room: &mut [u8]) -> io::Result<usize> {
        if let Some(error) = self.failed.take() {
            return Err(error);
        }
        if self.piece.position() == self.piece.get_ref().len() as u64 {
            self.piece = match self.pieces.recv_timeout(self.silence) {
                Ok(piece) => io::Cursor::new(piece?),
                Err(RecvTimeoutError::Timeout) => {
                    return Err(Error::Timeout(Timeout::RecvBody).into_io());
                }
                // The end was read before.
                Err(RecvTimeoutError::Disconnected) => return Ok(0),
            };
        }
        self.piece.read(room)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Says each of its parts, and then waits until it is dropped elsewhere.
    struct Silent(Receiver<()>);

    impl Read for Silent {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            let _ = self.0.recv();
            Ok(0)
        }
    }

    #[test]
    fn all_that_comes_in_is_handed_on() {
        let text: Vec<u8> = (0..3 * PIECE + 17).map(|at| at as u8).collect();
        let mut body = content(io::Cursor::new(text.clone()), Duration::from_secs(600));
        let mut read = Vec::new();
        body.read_to_end(&mut read).expect("read");
        assert!(read == text);
        assert_eq!(body.read(&mut [0]).expect("the end again"), 0);
    }

    #[test]
    fn silence_ends_what_waits() {
        let (speak, listen) = std::sync::mpsc::channel();
        let beginning = io::Cursor::new(b"a".to_vec());
        let mut body = content(beginning.chain(Silent(listen)), Duration::from_millis(50));
        let mut room = [0; 10];
        assert_eq!(body.read(&mut room).expect("the beginning"), 1);
        let error = Error::from(body.read(&mut room).expect_err("silence"));
        assert!(
            matches!(error, Error::Timeout(Timeout::RecvBody)),
            "{error}"
        );
        drop(speak);
    }

    #[test]
    fn a_failure_is_handed_on() {
        struct Broken;
        impl Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::ErrorKind::ConnectionReset.into())
            }
        }
        let mut body = content(Broken, Duration::from_secs(600));
        let error = body.read(&mut [0]).expect_err("broken");
        assert_eq!(error.kind(), io::ErrorKind::ConnectionReset);
    }
}
