//! One request, again and again, over one connection.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use contender::Error;

/// A connection and its request, of which only the signature changes.
pub struct Connection {
    stream: TcpStream,
    host: String,
    port: u16,
    /// All before the value of the header `authorization`, and all behind it.
    request: [String; 2],
    sent: Vec<u8>,
    received: Vec<u8>,
}

impl Connection {
    /// Connects.
    pub fn new(root_url: &str, method: &str, path: &str, payload: &str) -> Result<Self, Error> {
        let address = root_url.strip_prefix("http://").ok_or("not http")?;
        let (host, port) = address.split_once(':').ok_or("no port")?;
        let stream = TcpStream::connect(address)?;
        stream.set_nodelay(true)?;
        let mut rest = "\r\n".to_owned();
        if !payload.is_empty() {
            rest += "content-type: application/json\r\n";
            rest += &format!("content-length: {}\r\n", payload.len());
        }
        Ok(Self {
            stream,
            host: host.to_owned(),
            port: port.parse()?,
            request: [
                format!("{method} {path} HTTP/1.1\r\nhost: {address}\r\nauthorization: "),
                format!("{rest}\r\n{payload}"),
            ],
            sent: Vec::with_capacity(4096),
            received: vec![0; 1 << 20],
        })
    }

    pub fn host(&self) -> &str {
        &self.host
    }

    pub fn port(&self) -> u16 {
        self.port
    }

    /// Sends the request with a header and returns the answer's body.
    pub fn call(&mut self, authorization: &str) -> Result<&[u8], Error> {
        self.sent.clear();
        let [before, behind] = &self.request;
        for part in [before, authorization, behind] {
            self.sent.extend_from_slice(part.as_bytes());
        }
        self.stream.write_all(&self.sent)?;
        let mut end = 0;
        loop {
            let read = self.stream.read(&mut self.received[end..])?;
            if read == 0 {
                return Err("an answer was cut short, or is too long".into());
            }
            end += read;
            if let Some(body) = body(&self.received[..end])? {
                return Ok(&self.received[body..end]);
            }
        }
    }
}

/// Where the body begins, once all of it is there.
fn body(answer: &[u8]) -> Result<Option<usize>, Error> {
    let Some(end) = answer.windows(4).position(|bytes| bytes == b"\r\n\r\n") else {
        return Ok(None);
    };
    let head = str::from_utf8(&answer[..end])?;
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "));
    let length: usize = length.ok_or("an answer without a length")?.parse()?;
    Ok((answer.len() >= end + 4 + length).then_some(end + 4))
}
