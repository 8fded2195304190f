//! The HTTP server: a socket on loopback, served by one thread of its own.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;
use std::thread::JoinHandle;

use hyper::Response;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

use crate::body::Payload;
use crate::exchange::{Failure, Shared, serve};

/// In a box, so that the connection can be moved, and taken apart when it has failed.
type Answer = Pin<Box<dyn Future<Output = Result<Response<Payload>, Failure>> + Send>>;

/// A running server; it stops when this is dropped.
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    pub(crate) fn start(shared: Arc<Shared>) -> io::Result<Self> {
        let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
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
                tokio::spawn(accept(listener, shared));
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

async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    loop {
        // A connection that is gone before it is accepted is nobody's any more.
        if let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(connection(stream, Arc::clone(&shared)));
        }
    }
}

async fn connection(stream: TcpStream, shared: Arc<Shared>) {
    // Small answers are not to wait for each other.
    let _ = stream.set_nodelay(true);
    let service = service_fn(|request| -> Answer { Box::pin(serve(Arc::clone(&shared), request)) });
    let mut connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
    let Err(error) = (&mut connection).await else {
        return;
    };
    let cause = std::error::Error::source(&error).and_then(|cause| cause.downcast_ref());
    if let Some(Failure::Reset) = cause {
        // Without this the other side would see an orderly end.
        let _ = connection.into_parts().io.into_inner().set_zero_linger();
    }
}
