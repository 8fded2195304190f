//! Content over hyper: bodies that come and go in pieces, each within a limit of time.

use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use bytes::Bytes;
use futures_util::StreamExt as _;
use futures_util::stream::unfold;
use http_body::Frame;
use http_body_util::{BodyExt as _, Full, StreamBody};

use super::hyper::{failure, unanswered, within};
use super::pool::Pool;
use super::pools::Sent;
use crate::answer::error::TransportFailure;
use crate::answer::response::Response;
use crate::client::settings::LONGEST;
use crate::client::transfer::{TransferSource, TransferStream};

/// How long a piece may take, and all of it.
#[derive(Clone, Copy)]
pub(super) struct Limits {
    piece: Duration,
    end: Option<Instant>,
}

impl Limits {
    pub(super) fn new(piece: Duration, time_left: Option<Duration>) -> Self {
        let end = time_left.map(|left| Instant::now() + left.min(LONGEST));
        Self { piece, end }
    }

    /// The limit for what comes next.
    fn next(&self) -> Duration {
        let left = self
            .end
            .map(|end| end.saturating_duration_since(Instant::now()));
        left.map_or(self.piece, |left| left.min(self.piece))
    }

    fn are_over(&self) -> bool {
        self.end.is_some_and(|end| end <= Instant::now())
    }
}

pub(super) async fn transfer(
    pool: &Arc<Pool>,
    head: http::Request<()>,
    body: Option<TransferSource>,
    limits: Limits,
    connecting: Duration,
) -> Result<(Response, TransferStream), TransportFailure> {
    // How many pieces were taken to be sent: as long as there are more, the server is not silent.
    let taken = Arc::new(AtomicU64::new(0));
    let count = Arc::clone(&taken);
    let body = body.map(|body| {
        let pieces = body.map(move |piece| {
            count.fetch_add(1, Ordering::Relaxed);
            piece.map(Frame::data)
        });
        StreamBody::new(pieces).boxed_unsync()
    });
    let body = body.map_or_else(|| Sent::Left(Full::default()), Sent::Right);
    let mut asking = pin!(pool.request(head.map(|()| body)));
    let answer = loop {
        let seen = taken.load(Ordering::Relaxed);
        match within(limits.next(), asking.as_mut()).await {
            Err(_) if taken.load(Ordering::Relaxed) != seen && !limits.are_over() => {}
            answer => break answer?,
        }
    };
    let (answer, connection) = answer.map_err(|e| unanswered(e, connecting))?;
    let (parts, body) = answer.into_parts();
    let rest = Some((body, connection, Arc::clone(pool)));
    let pieces = unfold(rest, move |rest| async move {
        let (mut body, connection, pool) = rest?;
        loop {
            match within(limits.next(), body.frame()).await {
                Ok(None) => {
                    pool.park(connection).await;
                    return None;
                }
                Ok(Some(Ok(frame))) => match frame.into_data() {
                    Ok(piece) => {
                        return Some((Ok::<Bytes, _>(piece), Some((body, connection, pool))));
                    }
                    // Trailers tell nothing here.
                    Err(_) => continue,
                },
                Ok(Some(Err(e))) => return Some((Err(failure(e, None)), None)),
                Err(late) => return Some((Err(late), None)),
            }
        }
    });
    let head = Response::head(parts.status.as_u16(), parts.headers);
    Ok((head, Box::pin(pieces)))
}
