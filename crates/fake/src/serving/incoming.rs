//! Bodies of requests, as they come.

use std::fmt;
use std::pin::Pin;
use std::time::Duration;

use hyper::body::{Body as _, Bytes, Incoming};
use tokio::time::timeout;

/// Why there is no answer.
#[derive(Debug)]
pub(crate) enum Failure {
    /// A test wants the connection to be reset.
    Reset,
    /// A test wants the connection to be closed.
    Closed,
    /// The request did not come whole.
    Request(hyper::Error),
    /// The request did not come on.
    Late,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Reset => f.write_str("the connection is reset, as the test wants it"),
            Self::Closed => f.write_str("the connection is closed, as the test wants it"),
            Self::Request(e) => e.fmt(f),
            Self::Late => f.write_str("the body of a request did not come on"),
        }
    }
}

impl std::error::Error for Failure {}

/// The body of a request.
pub(crate) struct Body {
    frames: Incoming,
    /// How long the next bytes may take.
    patience: Duration,
}

impl Body {
    pub(crate) fn new(frames: Incoming, patience: Duration) -> Self {
        Self { frames, patience }
    }

    /// The bytes that come next; `None` at the end.
    pub(crate) async fn next(&mut self) -> Result<Option<Bytes>, Failure> {
        loop {
            let frame = std::future::poll_fn(|c| Pin::new(&mut self.frames).poll_frame(c));
            let frame = timeout(self.patience, frame).await;
            let Some(frame) = frame.map_err(|_| Failure::Late)? else {
                return Ok(None);
            };
            // What is no data is the trailer, which nobody here asks for.
            if let Ok(data) = frame.map_err(Failure::Request)?.into_data() {
                return Ok(Some(data));
            }
        }
    }

    /// Everything, to the end; `None` where that is longer than the most that is taken.
    pub(crate) async fn read(&mut self, most: usize) -> Result<Option<Vec<u8>>, Failure> {
        let mut bytes = Some(Vec::new());
        while let Some(data) = self.next().await? {
            bytes = bytes.filter(|bytes| bytes.len() + data.len() <= most);
            if let Some(bytes) = &mut bytes {
                bytes.extend_from_slice(&data);
            }
        }
        Ok(bytes)
    }

    /// Passes over everything, so that a client that still sends gets to read the answer.
    pub(crate) async fn skip(&mut self) -> Result<(), Failure> {
        while self.next().await?.is_some() {}
        Ok(())
    }
}
