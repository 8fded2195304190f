//! Reading and writing within time limits, of which the kernel is told no more than it must be.

use std::io::{self, ErrorKind, Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use ureq::Error;
use ureq::unversioned::transport::NextTimeout;
use ureq::unversioned::transport::time::Duration as Limit;

use super::limit::{Left, tell};

pub(super) struct Socket {
    pub(super) stream: TcpStream,
    /// What the kernel was told last.
    read_limit: Option<Duration>,
    write_limit: Option<Duration>,
    /// The longest that one read or write may wait.
    pub(super) silence: Option<Duration>,
}

impl Socket {
    pub(super) fn new(stream: TcpStream) -> io::Result<Self> {
        stream.set_nodelay(true)?;
        Ok(Self {
            stream,
            read_limit: None,
            write_limit: None,
            silence: None,
        })
    }

    /// A limit that is no longer than the longest silence.
    fn limited(&self, timeout: NextTimeout) -> NextTimeout {
        match (self.silence, timeout.after) {
            (Some(silence), Limit::Exact(after)) if after <= silence => timeout,
            (Some(silence), _) => NextTimeout {
                after: silence.into(),
                ..timeout
            },
            (None, _) => timeout,
        }
    }

    /// Writes all of it.
    pub(super) fn write(&mut self, mut rest: &[u8], timeout: NextTimeout) -> Result<(), Error> {
        let timeout = self.limited(timeout);
        let mut left = Left::of(timeout)?;
        while !rest.is_empty() {
            let limit = left.next()?;
            tell(&mut self.write_limit, limit, |limit| {
                self.stream.set_write_timeout(limit)
            })?;
            match self.stream.write(rest) {
                Ok(0) => return Err(Error::Io(ErrorKind::WriteZero.into())),
                // No more is ever written than was given.
                Ok(amount) => {
                    rest = &rest[amount..];
                    if self.silence.is_some() {
                        left = Left::of(timeout)?;
                    }
                }
                Err(e) if e.kind() == ErrorKind::Interrupted => {}
                Err(e) => return Err(error(e, timeout)),
            }
        }
        Ok(())
    }

    /// Reads what there is, and waits for something where there is nothing.
    pub(super) fn read(&mut self, room: &mut [u8], timeout: NextTimeout) -> Result<usize, Error> {
        let timeout = self.limited(timeout);
        let mut left = Left::of(timeout)?;
        loop {
            let limit = left.next()?;
            tell(&mut self.read_limit, limit, |limit| {
                self.stream.set_read_timeout(limit)
            })?;
            match self.stream.read(room) {
                Err(e) if e.kind() == ErrorKind::Interrupted => {}
                read => return read.map_err(|e| error(e, timeout)),
            }
        }
    }

    /// Whether the connection is there, and nothing has come that was not asked for.
    #[cfg(all(unix, not(taskcluster_portable)))]
    pub(super) fn is_silent(&self) -> bool {
        let mut byte = [std::mem::MaybeUninit::uninit()];
        let flags = libc::MSG_PEEK | libc::MSG_DONTWAIT;
        let peeked = socket2::SockRef::from(&self.stream).recv_with_flags(&mut byte, flags);
        peeked.is_err_and(|e| e.kind() == ErrorKind::WouldBlock)
    }

    #[cfg(any(not(unix), taskcluster_portable))]
    pub(super) fn is_silent(&self) -> bool {
        let silent = self.stream.set_nonblocking(true).and_then(|()| {
            let peeked = self.stream.peek(&mut [0]);
            Ok(peeked.is_err_and(|e| e.kind() == ErrorKind::WouldBlock))
        });
        silent.unwrap_or(false) && self.stream.set_nonblocking(false).is_ok()
    }
}

/// What a failure within a time limit is to ureq.
pub(super) fn error(error: io::Error, timeout: NextTimeout) -> Error {
    match error.kind() {
        ErrorKind::TimedOut | ErrorKind::WouldBlock => Error::Timeout(timeout.reason),
        _ => Error::Io(error),
    }
}
