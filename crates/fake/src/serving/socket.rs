//! The server's side of a connection, which knows when all that was written is on its way.

use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Waker};

use hyper::rt::{Read, ReadBufCursor, Write};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

/// A connection that counts how often it was flushed.
pub(crate) struct Socket {
    io: TokioIo<TcpStream>,
    flushes: Flushes,
}

/// How often a connection was flushed, and who waits for the next time.
#[derive(Clone, Default)]
pub(crate) struct Flushes(Arc<Mutex<(u64, Option<Waker>)>>);

impl Flushes {
    pub(crate) fn count(&self) -> u64 {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).0
    }

    /// Ready once the count is another.
    pub(crate) fn poll_after(&self, count: u64, context: &Context<'_>) -> Poll<()> {
        let (now, waker) = &mut *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if *now != count {
            return Poll::Ready(());
        }
        *waker = Some(context.waker().clone());
        Poll::Pending
    }

    fn add(&self) {
        let (now, waker) = &mut *self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *now += 1;
        if let Some(waker) = waker.take() {
            waker.wake();
        }
    }
}

impl Socket {
    pub(crate) fn new(stream: TcpStream) -> Self {
        Self {
            io: TokioIo::new(stream),
            flushes: Flushes::default(),
        }
    }

    pub(crate) fn flushes(&self) -> Flushes {
        self.flushes.clone()
    }

    pub(crate) fn into_stream(self) -> TcpStream {
        self.io.into_inner()
    }
}

impl Read for Socket {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_read(context, buffer)
    }
}

impl Write for Socket {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.io).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        let flushed = Pin::new(&mut self.io).poll_flush(context);
        if flushed.is_ready() {
            self.flushes.add();
        }
        flushed
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.io).poll_shutdown(context)
    }

    fn is_write_vectored(&self) -> bool {
        self.io.is_write_vectored()
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffers: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.io).poll_write_vectored(context, buffers)
    }
}
