//! TLS as a server speaks it, with certificates of an authority that is made for the test.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;

use rcgen::{
    BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, KeyUsagePurpose,
    date_time_ymd,
};
use rustls::pki_types::PrivatePkcs8KeyDer;
use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// An authority of its own, and how it vouches for servers.
#[derive(Debug)]
pub struct Authority {
    /// Its certificate, as PEM.
    pub pem: String,
    issuer: Issuer<'static, KeyPair>,
}

/// What a server says of itself.
#[derive(Clone, Debug)]
pub struct Identity(Arc<ServerConfig>);

impl Authority {
    /// Makes one.
    ///
    /// # Panics
    /// There is no chance left in the system.
    pub fn create() -> Self {
        let mut params = CertificateParams::new(Vec::new()).expect("no names");
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        params
            .distinguished_name
            .push(DnType::CommonName, "authority");
        params.key_usages = vec![KeyUsagePurpose::KeyCertSign];
        let key = KeyPair::generate().expect("a key");
        let pem = params.self_signed(&key).expect("a certificate").pem();
        Self {
            pem,
            issuer: Issuer::new(params, key),
        }
    }

    /// A certificate for this host, and its key.
    ///
    /// # Panics
    /// This is no host.
    pub fn vouch(&self, host: &str, expired: bool) -> Identity {
        let mut params = CertificateParams::new(vec![host.to_owned()]).expect("a name");
        if expired {
            params.not_after = date_time_ymd(2020, 1, 1);
        }
        let key = KeyPair::generate().expect("a key");
        let certificate = params.signed_by(&key, &self.issuer).expect("a certificate");
        let key = PrivatePkcs8KeyDer::from(key.serialize_der());
        let config = ServerConfig::builder()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], key.into());
        Identity(Arc::new(config.expect("a good pair")))
    }

    /// Starts a server with a certificate for this host; returns where it listens.
    ///
    /// # Panics
    /// As [`vouch`](Self::vouch) and [`listen`].
    pub fn serve(&self, host: &str, expired: bool) -> SocketAddr {
        let identity = self.vouch(host, expired);
        listen(move |stream| answer_all(identity.over(stream)))
    }
}

impl Identity {
    /// TLS on top of a connection.
    ///
    /// # Panics
    /// There is no chance left in the system.
    pub fn over<S: Read + Write>(&self, stream: S) -> StreamOwned<ServerConnection, S> {
        let connection = ServerConnection::new(Arc::clone(&self.0)).expect("a connection");
        StreamOwned::new(connection, stream)
    }
}

/// Serves each connection in a thread that ends with the process.
///
/// # Panics
/// No port is free.
pub fn listen(serve: impl Fn(TcpStream) + Clone + Send + 'static) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("an address");
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let serve = serve.clone();
            thread::spawn(move || serve(stream));
        }
    });
    address
}

/// The head of the next request, unless there is none.
pub fn head(stream: &mut impl Read) -> Option<String> {
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") {
        if !stream.read(&mut byte).is_ok_and(|amount| amount > 0) {
            return None;
        }
        head.push(byte[0]);
    }
    String::from_utf8(head).ok()
}

/// Answers requests without bodies with `{}`.
pub fn answer_all(mut stream: impl Read + Write) {
    while head(&mut stream).is_some() {
        let answer = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
        if stream.write_all(answer).is_err() {
            return;
        }
    }
}
