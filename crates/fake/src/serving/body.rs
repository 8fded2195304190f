//! Bodies of answers, also in ways that a server should not send them.

use std::fmt;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use hyper::body::{Body, Bytes, Frame, SizeHint};
use tokio::sync::mpsc;

use super::elsewhere;
use super::socket::Flushes;
use crate::control::faults::Damage;
use crate::control::record::LOG_TARGET;
use crate::services::storage::Reader;

/// What a body is made of.
pub(crate) enum Source {
    Bytes(Bytes),
    Stored(Reader),
}

impl Source {
    fn size(&self) -> u64 {
        match self {
            Self::Bytes(bytes) => bytes.len() as u64,
            Self::Stored(reader) => reader.left(),
        }
    }

    /// Some of the bytes that come next, none at the end; and the source of the others.
    async fn read(self) -> io::Result<(Bytes, Self)> {
        match self {
            Self::Bytes(bytes) => Ok((bytes, Self::Bytes(Bytes::new()))),
            // A disk may take its time, and nobody else is to wait for it.
            Self::Stored(mut reader) => {
                elsewhere(move || Ok((reader.read()?, Self::Stored(reader)))).await
            }
        }
    }
}

/// What is sent of a body, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Plan {
    announced: u64,
    sent: u64,
    /// Whether the connection is reset rather than closed where less is sent than announced.
    is_reset: bool,
    corrupt: Option<u64>,
    /// Bytes in a second.
    rate: Option<u64>,
}

impl Plan {
    fn new(damage: Damage, size: u64) -> Self {
        let mut plan = Self {
            announced: size,
            sent: size,
            is_reset: false,
            corrupt: None,
            rate: None,
        };
        match damage {
            Damage::None => {}
            Damage::Cut { at, is_reset } => {
                plan.is_reset = is_reset;
                plan.sent = at.unwrap_or(size / 2).min(size);
                // A body without bytes has a middle too.
                plan.announced = size + u64::from(at.is_none());
            }
            Damage::Length(length) => {
                plan.announced = length;
                plan.sent = length.min(size);
            }
            Damage::Shorten(bytes) => {
                plan.sent = size.saturating_sub(bytes);
                plan.announced = plan.sent;
            }
            Damage::Corrupt(at) => plan.corrupt = Some(at),
            Damage::Trickle(rate) => plan.rate = Some(rate),
        }
        plan
    }
}

/// Turns over the bits of the byte at a place, if that is among these, which begin at another place.
pub(crate) fn corrupt(bytes: Bytes, begin: u64, place: Option<u64>) -> Bytes {
    let offset = place.and_then(|place| usize::try_from(place.checked_sub(begin)?).ok());
    let Some(offset) = offset.filter(|offset| *offset < bytes.len()) else {
        return bytes;
    };
    let mut bytes = Vec::from(bytes);
    bytes[offset] = !bytes[offset];
    bytes.into()
}

/// Waits as long as some bytes take at a rate; for ever where that is 0.
pub(crate) async fn pace(bytes: usize, rate: u64) {
    if rate == 0 {
        std::future::pending::<()>().await;
    }
    tokio::time::sleep(Duration::from_secs_f64(bytes as f64 / rate as f64)).await;
}

/// An answer's body.
pub(crate) struct Payload {
    /// The length, where it is told beforehand.
    announced: Option<u64>,
    rest: Rest,
    flushes: Flushes,
    /// How often the connection had been flushed when bytes were last taken.
    taken: u64,
}

enum Rest {
    Whole(Option<Bytes>),
    /// Pieces as they come, one at a time.
    Pieces(mpsc::Receiver<Result<Bytes, BrokenOff>>),
    /// Nothing, once all that was taken is on its way.
    Broken(Option<BrokenOff>),
}

impl Payload {
    /// A body as a test wants it.
    pub(crate) fn new(source: Source, damage: Damage, flushes: Flushes) -> Self {
        let plan = Plan::new(damage, source.size());
        let rest = match source {
            Source::Bytes(bytes) if damage == Damage::None => {
                Rest::Whole(Some(bytes).filter(|bytes| !bytes.is_empty()))
            }
            source => {
                let (sender, pieces) = mpsc::channel(1);
                tokio::spawn(feed(source, plan, sender));
                Rest::Pieces(pieces)
            }
        };
        Self {
            announced: Some(plan.announced),
            rest,
            taken: flushes.count(),
            flushes,
        }
    }

    /// The same, but nothing says beforehand how long it is.
    pub(crate) fn of_untold_length(mut self) -> Self {
        self.announced = None;
        self
    }
}

/// Sends the pieces of a body, until nobody takes them any more.
async fn feed(mut source: Source, plan: Plan, sender: mpsc::Sender<Result<Bytes, BrokenOff>>) {
    let mut at = 0;
    while at < plan.sent {
        let (mut bytes, rest) = match source.read().await {
            Ok(read) => read,
            Err(e) => {
                log::error!(target: LOG_TARGET, "stored content cannot be read: {e}");
                let _ = sender.send(Err(BrokenOff { is_reset: true })).await;
                return;
            }
        };
        source = rest;
        if bytes.is_empty() {
            break;
        }
        let left = usize::try_from(plan.sent - at).unwrap_or(usize::MAX);
        bytes.truncate(left);
        bytes = corrupt(bytes, at, plan.corrupt);
        at += bytes.len() as u64;
        if send(bytes, plan.rate, &sender).await.is_err() {
            return;
        }
    }
    if plan.sent < plan.announced {
        let broken = BrokenOff {
            is_reset: plan.is_reset,
        };
        let _ = sender.send(Err(broken)).await;
    }
}

/// Sends bytes, at a rate where there is one: tenths of a second apart, or single bytes.
async fn send(
    mut bytes: Bytes,
    rate: Option<u64>,
    sender: &mpsc::Sender<Result<Bytes, BrokenOff>>,
) -> Result<(), mpsc::error::SendError<Result<Bytes, BrokenOff>>> {
    let Some(rate) = rate else {
        return sender.send(Ok(bytes)).await;
    };
    let size = usize::try_from(rate / 10).unwrap_or(usize::MAX).max(1);
    while !bytes.is_empty() {
        let piece = bytes.split_to(size.min(bytes.len()));
        pace(piece.len(), rate).await;
        sender.send(Ok(piece)).await?;
    }
    Ok(())
}

impl Body for Payload {
    type Data = Bytes;
    type Error = BrokenOff;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BrokenOff>>> {
        loop {
            match &mut self.rest {
                Rest::Whole(bytes) => {
                    return Poll::Ready(bytes.take().map(|bytes| Ok(Frame::data(bytes))));
                }
                Rest::Pieces(pieces) => match std::task::ready!(pieces.poll_recv(context)) {
                    Some(Ok(bytes)) => {
                        self.taken = self.flushes.count();
                        return Poll::Ready(Some(Ok(Frame::data(bytes))));
                    }
                    Some(Err(broken)) => self.rest = Rest::Broken(Some(broken)),
                    None => return Poll::Ready(None),
                },
                Rest::Broken(broken) => {
                    let broken = broken.take();
                    // What hyper has not written yet is lost with the connection.
                    if self.flushes.poll_after(self.taken, context).is_pending() {
                        self.rest = Rest::Broken(broken);
                        return Poll::Pending;
                    }
                    return Poll::Ready(broken.map(Err));
                }
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        matches!(self.rest, Rest::Whole(None))
    }

    fn size_hint(&self) -> SizeHint {
        self.announced
            .map_or_else(SizeHint::new, SizeHint::with_exact)
    }
}

/// The end of a body that is broken off.
#[derive(Debug)]
pub(crate) struct BrokenOff {
    /// Whether the connection is to be reset rather than closed.
    pub(crate) is_reset: bool,
}

impl fmt::Display for BrokenOff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the answer is broken off")
    }
}

impl std::error::Error for BrokenOff {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damage_says_what_is_announced_and_what_is_sent() {
        let cut = |at| Damage::Cut { at, is_reset: true };
        for (damage, size, announced, sent) in [
            (Damage::None, 10, 10, 10),
            (cut(None), 10, 11, 5),
            (cut(None), 0, 1, 0),
            (cut(Some(0)), 10, 10, 0),
            (cut(Some(9)), 10, 10, 9),
            (cut(Some(10)), 10, 10, 10),
            (Damage::Length(12), 10, 12, 10),
            (Damage::Length(8), 10, 8, 8),
            (Damage::Shorten(8), 10, 2, 2),
            (Damage::Shorten(80), 10, 0, 0),
        ] {
            let plan = Plan::new(damage, size);
            assert_eq!((plan.announced, plan.sent), (announced, sent), "{damage:?}");
        }
    }

    #[test]
    fn one_byte_is_turned_over() {
        let bytes = || Bytes::from_static(&[0, 1, 2]);
        assert_eq!(corrupt(bytes(), 5, Some(6))[..], [0, !1, 2]);
        for place in [None, Some(4), Some(8)] {
            assert_eq!(corrupt(bytes(), 5, place), bytes(), "{place:?}");
        }
    }
}
