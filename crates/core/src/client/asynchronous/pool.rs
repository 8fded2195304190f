//! The connections of one runtime, which are used again.
//!
//! hyper-util's pool is not used: a request that it hands to a connection in the instant in which another thread of
//! the runtime drops that connection can stay between the two, so that the call waits for its limit. Here the end of
//! a connection's task is waited for together with the answer.

use std::convert::Infallible;
use std::error::Error as StdError;
use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::sync::{Arc, Mutex, Weak};
use std::task::Poll;
use std::time::{Duration, Instant};

use http::uri::{Authority, Parts, PathAndQuery, Scheme, Uri};
use http::{Request, Response};
use hyper::body::Incoming;
use hyper::client::conn::TrySendError;
use hyper::client::conn::http1::{Builder, SendRequest};
use tokio::sync::oneshot;
use tokio::task::AbortHandle;
use tokio::time::{sleep, timeout};

use super::pools::{Sent, locked};
use super::route::InTime;
use crate::client::settings::{MAX_HEADERS, MAX_IDLE};

/// How long a connection may take to be ready again, once an answer is whole: it mostly is at once, and never
/// where the server has answered without reading all that it is sent.
const SETTLING: Duration = Duration::from_millis(20);

/// Why there is no answer.
pub(super) enum Unanswered {
    /// There is no connection.
    Unconnected(Box<dyn StdError + Send + Sync>),
    /// A connection was closed before anything was written to it.
    Unsent(hyper::Error),
    /// A connection failed after that.
    Broken(hyper::Error),
}

/// The connections of one runtime.
pub(super) struct Pool {
    connector: Arc<InTime>,
    idle: Arc<Mutex<Idle>>,
}

/// Those that no call has.
#[derive(Default)]
struct Idle {
    places: Vec<(Place, Vec<Parked>)>,
    /// Closes those that nobody has wanted for long, as long as there are any.
    sweeper: Option<AbortHandle>,
}

impl Drop for Idle {
    fn drop(&mut self) {
        if let Some(sweeper) = &self.sweeper {
            sweeper.abort();
        }
    }
}

/// Whom a connection leads to.
#[derive(Clone, PartialEq)]
struct Place {
    scheme: Scheme,
    authority: Authority,
}

struct Parked {
    connection: Connection,
    since: Instant,
}

/// A connection that takes one request at a time.
pub(super) struct Connection {
    place: Place,
    sender: SendRequest<Sent>,
    /// Is ready when the task of the connection has ended.
    ended: oneshot::Receiver<Infallible>,
}

impl Pool {
    pub(super) fn new(connector: Arc<InTime>) -> Self {
        Self {
            connector,
            idle: Arc::default(),
        }
    }

    /// Sends a request over a connection that is there, or over a new one. With the head of the answer comes the
    /// connection, to be [parked](Self::park) when the body is whole; none if it has ended by then.
    pub(super) async fn request(
        &self,
        mut request: Request<Sent>,
    ) -> Result<(Response<Incoming>, Option<Connection>), Unanswered> {
        let place = Place::taken_from(request.uri_mut())?;
        while let Some(connection) = self.parked(&place) {
            let mut error = match connection.ask(request).await {
                Ok(answer) => return Ok(answer),
                Err(error) => error,
            };
            match error.take_message() {
                // The server has closed it meanwhile.
                Some(back) => request = back,
                None => return Err(Unanswered::Broken(error.into_error())),
            }
        }
        // On the heap: a call that needs no new connection is not to have room for making one.
        let connection = Box::pin(self.connect(place)).await?;
        connection.ask(request).await.map_err(unanswered)
    }

    fn parked(&self, place: &Place) -> Option<Connection> {
        locked(&self.idle).take(place)
    }

    async fn connect(&self, place: Place) -> Result<Connection, Unanswered> {
        let stream = self.connector.connect(place.uri()).await;
        let stream = stream.map_err(Unanswered::Unconnected)?;
        let handshake = Builder::new().max_headers(MAX_HEADERS).handshake(stream);
        let (sender, connection) = handshake.await.map_err(Unanswered::Unsent)?;
        let (ends, ended) = oneshot::channel();
        tokio::spawn(async move {
            // Calls are told of errors themselves.
            let _ = connection.await;
            drop::<oneshot::Sender<Infallible>>(ends);
        });
        Ok(Connection {
            place,
            sender,
            ended,
        })
    }

    /// Keeps a connection for the next call, when it is ready for that.
    pub(super) async fn park(&self, connection: Option<Connection>) {
        let Some(mut connection) = connection else {
            return;
        };
        let settled = |done: Result<hyper::Result<()>, _>| done.is_ok_and(|it| it.is_ok());
        if !connection.sender.is_ready()
            && !settled(timeout(SETTLING, connection.sender.ready()).await)
        {
            return;
        }
        let mut idle = locked(&self.idle);
        idle.park(connection);
        if idle.sweeper.is_none() {
            let sweeper = tokio::spawn(sweep(Arc::downgrade(&self.idle)));
            idle.sweeper = Some(sweeper.abort_handle());
        }
    }
}

fn unanswered(mut error: TrySendError<Request<Sent>>) -> Unanswered {
    match error.take_message() {
        Some(_) => Unanswered::Unsent(error.into_error()),
        None => Unanswered::Broken(error.into_error()),
    }
}

/// Closes what was not wanted for long, as long as there is something.
async fn sweep(idle: Weak<Mutex<Idle>>) {
    let mut next = Some(Instant::now() + MAX_IDLE);
    while let Some(at) = next {
        sleep(at.saturating_duration_since(Instant::now())).await;
        let Some(idle) = idle.upgrade() else {
            return;
        };
        let mut idle = locked(&idle);
        next = idle.close_old();
        if next.is_none() {
            idle.sweeper = None;
        }
    }
}

impl Idle {
    /// The connection that was used last.
    fn take(&mut self, place: &Place) -> Option<Connection> {
        let known = self.places.iter_mut().find(|(known, _)| known == place);
        let (_, parked) = known?;
        while let Some(last) = parked.pop() {
            if last.is_good() {
                return Some(last.connection);
            }
        }
        None
    }

    fn park(&mut self, connection: Connection) {
        let place = self
            .places
            .iter()
            .position(|(known, _)| *known == connection.place);
        let place = place.unwrap_or_else(|| {
            self.places.push((connection.place.clone(), Vec::new()));
            self.places.len() - 1
        });
        let since = Instant::now();
        self.places[place].1.push(Parked { connection, since });
    }

    /// Drops what is no good any more; says when to do that again, if anything is left.
    fn close_old(&mut self) -> Option<Instant> {
        self.places.retain_mut(|(_, parked)| {
            parked.retain(Parked::is_good);
            !parked.is_empty()
        });
        let parked = self.places.iter().flat_map(|(_, parked)| parked);
        parked.map(|parked| parked.since + MAX_IDLE).min()
    }
}

impl Parked {
    fn is_good(&self) -> bool {
        !self.connection.sender.is_closed() && self.since.elapsed() < MAX_IDLE
    }
}

impl Connection {
    async fn ask(
        mut self,
        request: Request<Sent>,
    ) -> Result<(Response<Incoming>, Option<Self>), TrySendError<Request<Sent>>> {
        let mut answering = pin!(self.sender.try_send_request(request));
        let answer = poll_fn(|context| match answering.as_mut().poll(context) {
            Poll::Ready(answer) => Poll::Ready(Some(answer)),
            Poll::Pending => Pin::new(&mut self.ended).poll(context).map(|_| None),
        });
        match answer.await {
            Some(answer) => Ok((answer?, Some(self))),
            // The task has told what it had to tell. What it did not take comes back when nobody can send more.
            None => {
                drop(self.sender);
                Ok((answering.await?, None))
            }
        }
    }
}

impl Place {
    /// Takes scheme, host and port out of a URL; what stays is what is sent.
    fn taken_from(uri: &mut Uri) -> Result<Self, Unanswered> {
        let parts = std::mem::take(uri).into_parts();
        let (Some(scheme), Some(authority)) = (parts.scheme, parts.authority) else {
            return Err(Unanswered::Unconnected("the URL is not absolute".into()));
        };
        let mut sent = Parts::default();
        sent.path_and_query = parts.path_and_query;
        // A path alone is a URI always.
        *uri = Uri::from_parts(sent).unwrap_or_default();
        Ok(Self { scheme, authority })
    }

    fn uri(&self) -> Uri {
        let mut parts = Parts::default();
        parts.scheme = Some(self.scheme.clone());
        parts.authority = Some(self.authority.clone());
        parts.path_and_query = Some(PathAndQuery::from_static("/"));
        // All three parts are there.
        Uri::from_parts(parts).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read as _, Write as _};
    use std::net::TcpListener;
    use std::thread;

    use bytes::Bytes;
    use http_body_util::{BodyExt as _, Full};
    use tokio::runtime;

    use super::super::route::direct;
    use super::*;

    /// Answers each request of one connection after the other.
    fn serve(listener: &TcpListener) {
        for stream in listener.incoming() {
            let mut stream = stream.expect("a connection");
            let mut request = [0; 1024];
            while stream.read(&mut request).is_ok_and(|read| read > 0) {
                let answer = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
                stream.write_all(answer).expect("sent");
            }
        }
    }

    async fn call(pool: &Pool, url: &str) -> Result<(), Unanswered> {
        let mut request = Request::new(Sent::Left(Full::<Bytes>::default()));
        *request.uri_mut() = url.parse().expect("a URL");
        let (answer, connection) = pool.request(request).await?;
        let body = answer.into_body().collect().await.expect("a body");
        assert_eq!(body.to_bytes(), "ok");
        pool.park(connection).await;
        Ok(())
    }

    #[test]
    fn a_connection_is_used_again_until_nobody_has_wanted_it_for_long() {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}/x", listener.local_addr().expect("an address"));
        thread::spawn(move || serve(&listener));
        let runtime = runtime::Builder::new_current_thread().enable_all().build();
        runtime.expect("a runtime").block_on(async {
            let pool = Pool::new(Arc::new(direct()));
            for _ in 0..3 {
                assert!(call(&pool, &url).await.is_ok());
            }
            let mut idle = locked(&pool.idle);
            assert_eq!((idle.places.len(), idle.places[0].1.len()), (1, 1));
            let next = idle.close_old().expect("one is left");
            assert!(next > Instant::now());
            idle.places[0].1[0].since -= MAX_IDLE;
            assert_eq!(idle.close_old(), None);
            assert!(idle.places.is_empty());
        });
    }

    #[test]
    fn a_url_that_is_not_whole_leads_nowhere() {
        let runtime = runtime::Builder::new_current_thread().build();
        let refused = runtime
            .expect("a runtime")
            .block_on(call(&Pool::new(Arc::new(direct())), "/x"));
        assert!(matches!(refused, Err(Unanswered::Unconnected(_))));
    }
}
