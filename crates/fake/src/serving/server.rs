//! The HTTP server: a socket, served by one thread of its own.

use std::io::{self, ErrorKind};
use std::net::SocketAddr;
use std::pin::Pin;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use hyper::Response;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioTimer;
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::{mpsc, oneshot};

use super::body::{BrokenOff, Payload};
use super::exchange::{Outage, Shared, serve};
use super::incoming::Failure;
use super::socket::Socket;
use crate::control::record::LOG_TARGET;

/// How long to wait before the port is asked for again, where something else has it.
const AGAIN: Duration = Duration::from_millis(10);
/// How long to wait before a connection is accepted again, where none can be.
const FULL: Duration = Duration::from_millis(100);
/// How often that is told, since each connection that closes lets another in.
const TELL_EVERY: Duration = Duration::from_secs(60);
/// How many connections may wait to be accepted, as with a socket of the standard library.
const BACKLOG: u32 = 128;

/// In a box, so that the connection can be moved, and taken apart when it has failed.
type Answer = Pin<Box<dyn Future<Output = Result<Response<Payload>, Failure>> + Send>>;

/// A running server; it stops when this is dropped.
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    pub(crate) fn start(
        shared: Arc<Shared>,
        address: SocketAddr,
        outages: mpsc::UnboundedReceiver<Outage>,
    ) -> io::Result<Self> {
        let listener = std::net::TcpListener::bind(address).map_err(|e| {
            let (host, port) = (address.ip(), address.port());
            let what = format!("cannot serve at {host}, port {port}: {e}");
            io::Error::new(e.kind(), what)
        })?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_io()
            .enable_time()
            .build()?;
        let listener = {
            let _inside = runtime.enter();
            TcpListener::from_std(listener)?
        };
        let (stop, stopped) = oneshot::channel();
        let run = move || {
            runtime.block_on(async {
                tokio::spawn(listen(listener, address, shared, outages));
                // Whether told to stop or left alone, it is over; with the runtime end all others.
                let _ = stopped.await;
            });
        };
        let thread = std::thread::Builder::new()
            .name("fake-taskcluster".to_owned())
            .spawn(run)?;
        Ok(Self {
            address,
            stop: Some(stop),
            thread: Some(thread),
        })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Both fail only where the thread has ended already.
        let _ = self.stop.take().map(|stop| stop.send(()));
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

/// Accepts connections, except in the outages that faults ask for.
async fn listen(
    mut listener: TcpListener,
    address: SocketAddr,
    shared: Arc<Shared>,
    mut outages: mpsc::UnboundedReceiver<Outage>,
) {
    loop {
        let accepting = tokio::spawn(accept(listener, Arc::clone(&shared)));
        let Some(outage) = outages.recv().await else {
            return;
        };
        accepting.abort();
        // The socket is closed when the task has ended.
        let _ = accepting.await;
        let mut socket = silent(address).await;
        // Who asked may be gone.
        let _ = outage.begun.send(());
        tokio::time::sleep(outage.time).await;
        listener = loop {
            match socket.listen(BACKLOG) {
                Ok(listener) => break listener,
                Err(_) => socket = silent(address).await,
            }
        };
    }
}

/// A socket that has the port and does not listen: who connects is refused, and nobody else is given
/// the port meanwhile.
async fn silent(address: SocketAddr) -> TcpSocket {
    loop {
        match bound(address) {
            Ok(socket) => return socket,
            Err(_) => tokio::time::sleep(AGAIN).await,
        }
    }
}

fn bound(address: SocketAddr) -> io::Result<TcpSocket> {
    let socket = match address {
        SocketAddr::V4(_) => TcpSocket::new_v4()?,
        SocketAddr::V6(_) => TcpSocket::new_v6()?,
    };
    // Connections of before the outage may still be there. (On Windows they are no hindrance, and this
    // would let others have the port too.)
    #[cfg(unix)]
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    Ok(socket)
}

async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    let mut told: Option<Instant> = None;
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                tokio::spawn(connection(stream, Arc::clone(&shared)));
            }
            Err(e) if is_of_connection(&e) => {}
            Err(e) => {
                if told.is_none_or(|told| told.elapsed() > TELL_EVERY) {
                    told = Some(Instant::now());
                    let what = "no connection can be accepted now, and those that come wait";
                    log::error!(target: LOG_TARGET, "{what}: {e}");
                }
                tokio::time::sleep(FULL).await;
            }
        }
    }
}

/// Whether an error concerns one connection, which is gone before it is accepted and nobody's any
/// more. Others, such as that there are too many open files, come again at once.
fn is_of_connection(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset | ErrorKind::Interrupted
    )
}

async fn connection(stream: TcpStream, shared: Arc<Shared>) {
    // Small answers are not to wait for each other.
    let _ = stream.set_nodelay(true);
    let socket = Socket::new(stream);
    let flushes = socket.flushes();
    let service = service_fn(|request| -> Answer {
        Box::pin(serve(Arc::clone(&shared), flushes.clone(), request))
    });
    let mut connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(shared.settings.read_timeout)
        .serve_connection(socket, service);
    let Err(error) = (&mut connection).await else {
        return;
    };
    if is_reset(&error) {
        // Without this the other side would see an orderly end.
        let _ = connection.into_parts().io.into_stream().set_zero_linger();
    }
}

/// Whether a test wants the connection to be reset.
fn is_reset(error: &hyper::Error) -> bool {
    let Some(cause) = std::error::Error::source(error) else {
        return false;
    };
    let by_fault = matches!(cause.downcast_ref(), Some(Failure::Reset));
    by_fault || matches!(cause.downcast_ref(), Some(BrokenOff { is_reset: true }))
}
