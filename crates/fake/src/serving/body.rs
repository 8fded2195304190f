//! Bodies as they go over the wire, also in ways that a server should not send them.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use hyper::body::{Body, Bytes, Frame, Incoming, SizeHint};

use crate::control::faults::Damage;
/// An answer's body.
pub(crate) struct Payload {
    data: Option<Bytes>,
    announced: u64,
    broken: Breaks,
    damage: Damage,
}

/// Whether a body ends before it is whole.
#[derive(PartialEq)]
enum Breaks {
    Never,
    /// Once what is there has been sent.
    Soon,
    Now,
}

impl Payload {
    pub(crate) fn whole(bytes: Vec<u8>) -> Self {
        let announced = bytes.len() as u64;
        let data = Some(Bytes::from(bytes)).filter(|bytes| !bytes.is_empty());
        Self {
            data,
            announced,
            broken: Breaks::Never,
            damage: Damage::None,
        }
    }

    /// A body as a test wants it: where damaged, half of it, announced as more than all.
    pub(crate) fn with(damage: Damage, mut bytes: Vec<u8>) -> Self {
        if damage == Damage::None {
            return Self::whole(bytes);
        }
        let announced = bytes.len() as u64 + 1;
        bytes.truncate(bytes.len() / 2);
        Self {
            announced,
            broken: Breaks::Soon,
            damage,
            ..Self::whole(bytes)
        }
    }
}

impl Body for Payload {
    type Data = Bytes;
    type Error = BrokenOff;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BrokenOff>>> {
        if let Some(data) = self.data.take() {
            return Poll::Ready(Some(Ok(Frame::data(data))));
        }
        match self.broken {
            Breaks::Never => Poll::Ready(None),
            Breaks::Soon => {
                // The pause in which hyper sends what it has.
                self.broken = Breaks::Now;
                context.waker().wake_by_ref();
                Poll::Pending
            }
            Breaks::Now => Poll::Ready(Some(Err(BrokenOff {
                is_reset: self.damage == Damage::Reset,
            }))),
        }
    }

    fn is_end_stream(&self) -> bool {
        self.data.is_none() && self.broken == Breaks::Never
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.announced)
    }
}

/// The end of a body that is to be broken off.
#[derive(Debug)]
pub(crate) struct BrokenOff {
    /// Whether the connection is to be reset rather than closed.
    pub(crate) is_reset: bool,
}

impl fmt::Display for BrokenOff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the answer is broken off, as the test wants it")
    }
}

impl std::error::Error for BrokenOff {}

/// Reads a request's body to its end; `None` where it is longer than the most that is taken.
pub(crate) async fn read(mut body: Incoming, most: usize) -> Result<Option<Vec<u8>>, hyper::Error> {
    let mut bytes = Some(Vec::new());
    while let Some(frame) = std::future::poll_fn(|c| Pin::new(&mut body).poll_frame(c)).await {
        let Ok(data) = frame?.into_data() else {
            continue;
        };
        bytes = bytes.filter(|bytes| bytes.len() + data.len() <= most);
        if let Some(bytes) = &mut bytes {
            bytes.extend_from_slice(&data);
        }
    }
    Ok(bytes)
}
