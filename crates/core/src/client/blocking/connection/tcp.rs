//! A TCP connection that asks the kernel for no more than it must: a call takes one write, one read
//! and one test. ureq's own takes eight requests to the kernel for a GET, and nine for a POST.

use std::fmt;
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use ureq::Error;
use ureq::unversioned::transport::time::Duration as Limit;
use ureq::unversioned::transport::{Buffers, LazyBuffers, NextTimeout, Transport};

use super::limit::{Left, limit, tell};

/// So much is collected before it is sent: the usual payload with its head.
const COLLECTED: usize = 16 * 1024;

/// Room for what comes in at once, to begin with: usual answers fit, and many connections take little
/// memory. With less, ureq would make more for each payload, filled with zeros, and take it back.
const ROOM: usize = 10 * 1024;

/// Room for what comes in and goes out, in bytes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sizes {
    /// The most that may have to be looked at as a whole: the head of an answer.
    pub(super) input: usize,
    /// The most that ureq may want to write at once: the longest line of a request's head.
    pub(super) output: usize,
}

pub(super) struct Tcp {
    stream: TcpStream,
    sizes: Sizes,
    buffers: LazyBuffers,
    /// Written by ureq, and not yet sent.
    unsent: Vec<u8>,
    /// Why nothing more can be sent. There may be an answer all the same, which says why.
    refused: Option<io::Error>,
    /// What the kernel was told last.
    read_limit: Option<Duration>,
    write_limit: Option<Duration>,
    /// Nothing was sent since the connection was last tested or put back.
    idle: bool,
    /// The longest that one read or write may wait.
    silence: Option<Duration>,
}

impl Tcp {
    /// Connects to the first of these addresses that answers. Each has an equal share of what is left
    /// of the time since `begin`.
    pub(super) fn connect(
        addresses: &[SocketAddr],
        begin: Instant,
        timeout: NextTimeout,
        sizes: Sizes,
    ) -> Result<Self, Error> {
        let limit = limit(timeout)?;
        let mut failure = Error::HostNotFound;
        for (address, to_try) in addresses.iter().zip((1..=addresses.len() as u32).rev()) {
            let left = limit.map(|limit| limit.saturating_sub(begin.elapsed()));
            let connected = match left.map(|left| left / to_try) {
                Some(Duration::ZERO) => Err(ErrorKind::TimedOut.into()),
                Some(share) => TcpStream::connect_timeout(address, share),
                None => TcpStream::connect(address),
            };
            match connected {
                Ok(stream) => return Self::new(stream, sizes).map_err(Error::Io),
                Err(e) => failure = error(e, timeout),
            }
        }
        Err(failure)
    }

    fn new(stream: TcpStream, sizes: Sizes) -> io::Result<Self> {
        stream.set_nodelay(true)?;
        Ok(Self {
            stream,
            sizes,
            buffers: LazyBuffers::new(ROOM.min(sizes.input), sizes.output),
            unsent: Vec::new(),
            refused: None,
            read_limit: None,
            write_limit: None,
            idle: false,
            silence: None,
        })
    }

    pub(super) fn with_silence(mut self, silence: Option<Duration>) -> Self {
        self.silence = silence;
        if silence.is_some() {
            // For bodies, of which each read brings as much as there is.
            self.buffers = LazyBuffers::new(self.sizes.input, self.sizes.output);
        }
        self
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

    fn send(&mut self, timeout: NextTimeout) -> Result<(), Error> {
        if self.unsent.is_empty() {
            return Ok(());
        }
        let unsent = std::mem::take(&mut self.unsent);
        let sent = self.write(&unsent, timeout.for_write());
        self.unsent = unsent;
        self.unsent.clear();
        match sent {
            Err(Error::Io(e)) if is_refusal(&e) => self.refused = Some(e),
            other => other?,
        }
        Ok(())
    }

    fn write(&mut self, mut rest: &[u8], timeout: NextTimeout) -> Result<(), Error> {
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

    fn read(&mut self, timeout: NextTimeout) -> Result<usize, Error> {
        let timeout = self.limited(timeout);
        let mut left = Left::of(timeout)?;
        loop {
            let limit = left.next()?;
            tell(&mut self.read_limit, limit, |limit| {
                self.stream.set_read_timeout(limit)
            })?;
            match self.stream.read(self.buffers.input_append_buf()) {
                Err(e) if e.kind() == ErrorKind::Interrupted => {}
                read => return read.map_err(|e| error(e, timeout)),
            }
        }
    }

    /// Makes more room where there is none left, because ureq must see all of a long head at once.
    fn make_room(&mut self) -> Result<(), Error> {
        let full = self.buffers.input().len();
        if !self.buffers.input_append_buf().is_empty() || full == 0 {
            return Ok(());
        }
        let size = (full * 2).min(self.sizes.input);
        if size <= full {
            return Err(Error::LargeResponseHeader(full, self.sizes.input));
        }
        let mut larger = LazyBuffers::new(size, self.sizes.output);
        // All of it is free, and that is more than is full.
        larger.input_append_buf()[..full].copy_from_slice(self.buffers.input());
        larger.input_appended(full);
        self.buffers = larger;
        Ok(())
    }
}

impl Transport for Tcp {
    fn buffers(&mut self) -> &mut dyn Buffers {
        &mut self.buffers
    }

    fn transmit_output(&mut self, amount: usize, timeout: NextTimeout) -> Result<(), Error> {
        self.idle = false;
        if self.refused.is_some() {
            return Ok(());
        }
        // ureq has written so much there.
        self.unsent
            .extend_from_slice(&self.buffers.output()[..amount]);
        if self.unsent.len() > COLLECTED {
            self.send(timeout)?;
        }
        Ok(())
    }

    fn await_input(&mut self, timeout: NextTimeout) -> Result<bool, Error> {
        self.send(timeout)?;
        self.make_room()?;
        match (self.read(timeout.for_read()), self.refused.take()) {
            (Ok(0) | Err(_), Some(why)) => Err(Error::Io(why)),
            (Ok(amount), refused) => {
                self.refused = refused;
                self.buffers.input_appended(amount);
                Ok(amount > 0)
            }
            (Err(e), None) => Err(e),
        }
    }

    fn is_open(&mut self) -> bool {
        // ureq asks when it puts the connection back, and again when it takes it. What came in
        // between counts, and what came before is still there to be seen then.
        let just_used = !std::mem::replace(&mut self.idle, true);
        self.refused.is_none() && (just_used || is_silent(&self.stream))
    }
}

impl fmt::Debug for Tcp {
    /// Leaves out what is not sent yet, which may hold secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Tcp")
            .field(&self.stream.peer_addr().ok())
            .finish()
    }
}

fn error(error: io::Error, timeout: NextTimeout) -> Error {
    match error.kind() {
        ErrorKind::TimedOut | ErrorKind::WouldBlock => Error::Timeout(timeout.reason),
        _ => Error::Io(error),
    }
}

/// Whether the other side does not want to hear more.
fn is_refusal(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::BrokenPipe | ErrorKind::ConnectionReset | ErrorKind::ConnectionAborted
    )
}

/// Whether the connection is there, and nothing has come that was not asked for.
#[cfg(all(unix, not(taskcluster_portable)))]
fn is_silent(stream: &TcpStream) -> bool {
    let mut byte = [std::mem::MaybeUninit::uninit()];
    let flags = libc::MSG_PEEK | libc::MSG_DONTWAIT;
    let peeked = socket2::SockRef::from(stream).recv_with_flags(&mut byte, flags);
    peeked.is_err_and(|e| e.kind() == ErrorKind::WouldBlock)
}

#[cfg(any(not(unix), taskcluster_portable))]
fn is_silent(stream: &TcpStream) -> bool {
    let silent = stream.set_nonblocking(true).and_then(|()| {
        let peeked = stream.peek(&mut [0]);
        Ok(peeked.is_err_and(|e| e.kind() == ErrorKind::WouldBlock))
    });
    silent.unwrap_or(false) && stream.set_nonblocking(false).is_ok()
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;

    use super::super::within;
    use super::*;

    const SIZES: Sizes = Sizes {
        input: 64 * 1024,
        output: 1024,
    };

    /// Both ends of a connection.
    fn ends() -> (Tcp, TcpStream) {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("an address");
        let ours = Tcp::connect(&[address], Instant::now(), NextTimeout::default(), SIZES);
        let ours = ours.expect("connected");
        (ours, listener.accept().expect("connected").0)
    }

    fn write(tcp: &mut Tcp, text: &[u8]) {
        tcp.buffers.output()[..text.len()].copy_from_slice(text);
        tcp.transmit_output(text.len(), NextTimeout::default())
            .expect("written");
    }

    #[test]
    fn nothing_is_sent_before_something_is_awaited() {
        let (mut ours, mut theirs) = ends();
        write(&mut ours, b"head ");
        write(&mut ours, b"body");
        theirs.set_nonblocking(true).expect("it is set");
        let mut seen = [0; 20];
        let early = theirs.read(&mut seen).expect_err("nothing to read");
        assert_eq!(early.kind(), ErrorKind::WouldBlock);

        theirs.set_nonblocking(false).expect("it is set");
        theirs.write_all(b"answer").expect("written");
        assert!(ours.await_input(NextTimeout::default()).expect("input"));
        assert_eq!(ours.buffers.input(), b"answer");
        let amount = theirs.read(&mut seen).expect("both parts");
        assert_eq!(&seen[..amount], b"head body");
    }

    #[test]
    fn a_large_body_is_sent_as_it_comes() {
        let (mut ours, mut theirs) = ends();
        let parts = COLLECTED / 1000 + 1;
        for _ in 0..parts {
            write(&mut ours, &[b'x'; 1000]);
        }
        let mut seen = vec![0; parts * 1000];
        theirs.read_exact(&mut seen).expect("all of it");
        assert!(ours.unsent.is_empty());
    }

    #[test]
    fn there_is_room_for_a_long_head_and_no_more() {
        let (mut ours, mut theirs) = ends();
        let writer = std::thread::spawn(move || {
            let _ = theirs.write_all(&[b'x'; 100_000]);
            theirs
        });
        let failure = loop {
            // ureq has seen what there is, and wants more.
            match ours.await_input(within(Duration::from_secs(5))) {
                Ok(more) => assert!(more, "{}", ours.buffers.input().len()),
                Err(e) => break e,
            }
        };
        assert_eq!(ours.buffers.input(), &[b'x'; 64 * 1024][..]);
        assert!(
            matches!(failure, Error::LargeResponseHeader(65_536, 65_536)),
            "{failure}"
        );
        drop(ours);
        writer.join().expect("it is written or refused");
    }

    #[test]
    fn an_answer_to_half_a_request_is_read() {
        let (mut ours, mut theirs) = ends();
        theirs.write_all(b"413").expect("written");
        drop(theirs);
        for _ in 0..100 {
            write(&mut ours, &[b'x'; 1000]);
        }
        let awaited = ours.await_input(within(Duration::from_secs(5)));
        assert!(awaited.expect("the answer") && ours.buffers.input() == b"413");
        assert!(!ours.is_open());
        let end = ours.await_input(within(Duration::from_secs(5)));
        assert!(matches!(end, Err(Error::Io(_))), "{end:?}");
    }

    #[test]
    fn silence_ends_in_a_timeout() {
        let (mut ours, _theirs) = ends();
        let outcome = ours.await_input(within(Duration::from_millis(20)));
        assert!(matches!(outcome, Err(Error::Timeout(_))), "{outcome:?}");
        let outcome = ours.await_input(within(Duration::ZERO));
        assert!(matches!(outcome, Err(Error::Timeout(_))), "{outcome:?}");
    }

    #[test]
    fn a_reader_that_does_not_read_ends_in_a_timeout() {
        let (mut ours, _theirs) = ends();
        let outcome = (0..100_000).find_map(|_| {
            let amount = ours.buffers.output().len();
            ours.transmit_output(amount, within(Duration::from_millis(20)))
                .err()
        });
        assert!(matches!(outcome, Some(Error::Timeout(_))), "{outcome:?}");
    }

    #[test]
    fn a_connection_is_tested_when_it_is_taken_again() {
        let (mut ours, theirs) = ends();
        write(&mut ours, b"x");
        let (put_back, taken) = (ours.is_open(), ours.is_open());
        assert!(put_back && taken);
        write(&mut ours, b"x");
        drop(theirs);
        // For the closing to arrive.
        ours.stream.peek(&mut [0]).expect("the end");
        let (put_back, taken) = (ours.is_open(), ours.is_open());
        assert!(put_back && !taken);
    }

    #[test]
    fn the_next_address_is_tried() {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let good = listener.local_addr().expect("an address");
        // Was free a moment ago, and is again.
        let closed = TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr());
        let bad = closed.expect("an address");
        let connect = |addresses: &[SocketAddr]| {
            let timeout = within(Duration::from_secs(5));
            Tcp::connect(addresses, Instant::now(), timeout, SIZES)
        };
        assert!(connect(&[bad, good]).is_ok());
        let outcome = connect(&[bad, bad]);
        assert!(matches!(outcome, Err(Error::Io(_))), "{outcome:?}");
        assert!(matches!(connect(&[]), Err(Error::HostNotFound)));

        let long_ago = Instant::now() - Duration::from_secs(1);
        let timeout = within(Duration::from_millis(500));
        let late = Tcp::connect(&[good], long_ago, timeout, SIZES);
        assert!(matches!(late, Err(Error::Timeout(_))), "{late:?}");
    }

    #[test]
    fn what_is_not_sent_yet_is_not_shown() {
        let (mut ours, _theirs) = ends();
        write(&mut ours, b"s3cret");
        let shown = format!("{ours:?}");
        assert!(shown.starts_with("Tcp(Some(127.0.0.1:"), "{shown}");
        assert!(!shown.contains("115, 51"), "{shown}");
    }
}
