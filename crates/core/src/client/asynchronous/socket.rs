//! TCP connections that ask the kernel itself whether the other side has closed them.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use http::uri::Uri;
use hyper_util::client::legacy::connect::{Connected, Connection, HttpConnector};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tower_service::Service;

use super::transport::BoxFuture;

type Failure = <HttpConnector as Service<Uri>>::Error;

/// Makes connections over TCP.
#[derive(Clone, Debug)]
pub(super) struct TcpConnector(pub(super) HttpConnector);

impl Service<Uri> for TcpConnector {
    type Response = TokioIo<Socket>;
    type Error = Failure;
    type Future = BoxFuture<'static, Result<Self::Response, Failure>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), Failure>> {
        self.0.poll_ready(context)
    }

    fn call(&mut self, to: Uri) -> Self::Future {
        let connecting = self.0.call(to);
        Box::pin(async move {
            let stream = connecting.await?.into_inner();
            Ok(TokioIo::new(Socket {
                stream,
                is_answered: false,
            }))
        })
    }
}

/// A connection over TCP.
///
/// tokio reads once the runtime has heard that there is something to read. A runtime that stands still
/// between two calls does not hear that the server closes the connection meanwhile; the next request would
/// be written to it and be lost. So where hyper reads and nothing has come since an answer, the kernel is asked
/// itself: that may be the last time before a new request. hyper reads before it writes, and sends by another
/// connection what it has not begun to write.
#[derive(Debug)]
pub(super) struct Socket {
    stream: TcpStream,
    /// Something was read since something was written.
    is_answered: bool,
}

impl Socket {
    /// Reads what the runtime has not heard of.
    #[cfg(any(unix, windows))]
    fn ask_again(&self, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        use std::io::ErrorKind::{Interrupted, WouldBlock};
        use std::io::Read as _;

        let mut socket = &*socket2::SockRef::from(&self.stream);
        // Mostly there is nothing, and then no room needs to be cleared for it.
        let peeked = socket.peek(&mut [std::mem::MaybeUninit::uninit()]);
        let read = peeked.and_then(|_| socket.read(buffer.initialize_unfilled()));
        match read {
            Ok(amount) => {
                buffer.advance(amount);
                Poll::Ready(Ok(()))
            }
            // tokio has noted already whom to wake.
            Err(e) if matches!(e.kind(), WouldBlock | Interrupted) => Poll::Pending,
            Err(e) => Poll::Ready(Err(e)),
        }
    }

    /// Elsewhere the runtime is believed; a connection that it does not know to be closed fails when it is used.
    #[cfg(not(any(unix, windows)))]
    fn ask_again(&self, _: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Poll::Pending
    }

    fn written(&mut self, outcome: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        if outcome.is_ready() {
            self.is_answered = false;
        }
        outcome
    }
}

impl AsyncRead for Socket {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let mut outcome = Pin::new(&mut self.stream).poll_read(context, buffer);
        if outcome.is_pending() && self.is_answered {
            outcome = self.ask_again(buffer);
        }
        self.is_answered |= outcome.is_ready();
        outcome
    }
}

impl AsyncWrite for Socket {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let outcome = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.written(outcome)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let outcome = Pin::new(&mut self.stream).poll_write_vectored(context, parts);
        self.written(outcome)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

impl Connection for Socket {
    fn connected(&self) -> Connected {
        self.stream.connected()
    }
}
