//! A TCP connection that asks the kernel for no more than it must: a call takes one write, one read
//! and one test. ureq's own takes eight requests to the kernel for a GET, and nine for a POST.

use std::fmt;
use std::io::{self, ErrorKind};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use ureq::Error;
use ureq::unversioned::transport::{Buffers, LazyBuffers, NextTimeout, Transport};

use super::limit::limit;
use super::socket::{Socket, error};

/// So much is collected before it is sent: the usual payload with its head.
const COLLECTED: usize = 16 * 1024;

/// What is as much as this is sent as it is: to copy it would cost more than it saves.
const STRAIGHT: usize = 64 * 1024;

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
    socket: Socket,
    sizes: Sizes,
    buffers: LazyBuffers,
    /// Written by ureq, and not yet sent.
    unsent: Vec<u8>,
    /// Why nothing more can be sent. There may be an answer all the same, which says why.
    refused: Option<io::Error>,
    /// Nothing was sent since the connection was last tested or put back.
    idle: bool,
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
        Ok(Self {
            socket: Socket::new(stream)?,
            sizes,
            buffers: LazyBuffers::new(ROOM.min(sizes.input), sizes.output),
            unsent: Vec::new(),
            refused: None,
            idle: false,
        })
    }

    pub(super) fn with_silence(mut self, silence: Option<Duration>) -> Self {
        self.socket.silence = silence;
        if silence.is_some() {
            // For bodies, of which each read brings as much as there is.
            self.buffers = LazyBuffers::new(self.sizes.input, self.sizes.output);
        }
        self
    }

    fn send(&mut self, timeout: NextTimeout) -> Result<(), Error> {
        if self.unsent.is_empty() {
            return Ok(());
        }
        let sent = self.socket.write(&self.unsent, timeout.for_write());
        self.unsent.clear();
        self.unless_refused(sent)
    }

    /// Goes on where the other side wants to hear no more, since it may have said why.
    fn unless_refused(&mut self, sent: Result<(), Error>) -> Result<(), Error> {
        match sent {
            Err(Error::Io(e)) if is_refusal(&e) => self.refused = Some(e),
            other => other?,
        }
        Ok(())
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
        if amount >= STRAIGHT {
            self.send(timeout)?;
            let output = &self.buffers.output()[..amount];
            let sent = self.socket.write(output, timeout.for_write());
            return self.unless_refused(sent);
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
        let room = self.buffers.input_append_buf();
        let read = self.socket.read(room, timeout.for_read());
        match (read, self.refused.take()) {
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
        self.refused.is_none() && (just_used || self.socket.is_silent())
    }
}

impl fmt::Debug for Tcp {
    /// Leaves out what is not sent yet, which may hold secrets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Tcp")
            .field(&self.socket.stream.peer_addr().ok())
            .finish()
    }
}

/// Whether the other side does not want to hear more.
fn is_refusal(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::BrokenPipe | ErrorKind::ConnectionReset | ErrorKind::ConnectionAborted
    )
}

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Write as _};
    use std::net::TcpListener;

    use super::super::within;
    use super::*;

    const SIZES: Sizes = Sizes {
        input: 64 * 1024,
        output: 1024,
    };

    /// Both ends of a connection.
    fn ends() -> (Tcp, TcpStream) {
        ends_of(SIZES)
    }

    fn ends_of(sizes: Sizes) -> (Tcp, TcpStream) {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("an address");
        let ours = Tcp::connect(&[address], Instant::now(), NextTimeout::default(), sizes);
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
    fn what_is_much_is_not_collected_and_goes_after_what_was() {
        let (mut ours, mut theirs) = ends_of(Sizes {
            output: STRAIGHT,
            ..SIZES
        });
        let reader = std::thread::spawn(move || {
            let mut seen = vec![0; 5 + STRAIGHT];
            theirs.read_exact(&mut seen).map(|()| seen)
        });
        write(&mut ours, b"head ");
        write(&mut ours, &[b'x'; STRAIGHT]);
        assert!(ours.unsent.is_empty() && ours.unsent.capacity() < STRAIGHT);
        let seen = reader.join().expect("no panic").expect("all of it");
        assert!(seen.starts_with(b"head x") && seen.ends_with(b"x"));
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
        ours.socket.stream.peek(&mut [0]).expect("the end");
        let (put_back, taken) = (ours.is_open(), ours.is_open());
        assert!(put_back && !taken);
    }

    #[test]
    fn the_next_address_is_tried() {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let good = listener.local_addr().expect("an address");
        // One that no other test is given meanwhile.
        let bad = SocketAddr::from(([127, 0, 0, 1], 1));
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
