//! The server of artifacts: a queue and an object service whose objects are as long as their names say, and which
//! keep nothing of what is put.

use std::collections::HashMap;
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::sync::{Mutex, PoisonError};

use contender::artifacts::{block, pieces};
use contender::calls::EXPIRES;
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

/// What it serves.
pub struct Content {
    block: Vec<u8>,
    /// Hashes by length.
    hashes: Mutex<HashMap<u64, String>>,
}

/// A request without its body.
struct Head {
    method: String,
    target: String,
    host: String,
    length: u64,
}

impl Content {
    /// Prepares the bytes.
    pub fn new() -> Self {
        Self {
            block: block(),
            hashes: Mutex::default(),
        }
    }

    /// Answers all requests of a connection; `count` hears of each.
    pub fn answer_all(&self, stream: TcpStream, count: impl Fn()) -> io::Result<()> {
        let mut output = stream.try_clone()?;
        let mut input = BufReader::with_capacity(256 * 1024, stream);
        while let Some(head) = head(&mut input)? {
            count();
            let sent = io::copy(&mut input.by_ref().take(head.length), &mut io::sink())?;
            if sent < head.length {
                return Ok(());
            }
            match head.target.strip_prefix("/content/") {
                Some(bytes) => self.send(&mut output, bytes.parse().unwrap_or_default())?,
                None => output.write_all(self.answer(&head).as_bytes())?,
            }
        }
        Ok(())
    }

    fn send(&self, output: &mut TcpStream, bytes: u64) -> io::Result<()> {
        let head =
            format!("HTTP/1.1 200 OK\r\netag: \"{bytes}\"\r\ncontent-length: {bytes}\r\n\r\n");
        if bytes < 64 * 1024 {
            let body = &self.block[..usize::try_from(bytes).unwrap_or_default()];
            return output.write_all(&[head.as_bytes(), body].concat());
        }
        output.write_all(head.as_bytes())?;
        let mut left = bytes;
        while left > 0 {
            let length =
                usize::try_from(left).map_or(self.block.len(), |left| left.min(self.block.len()));
            output.write_all(&self.block[..length])?;
            left -= length as u64;
        }
        Ok(())
    }

    fn answer(&self, head: &Head) -> String {
        let path = &*head.target;
        // The last part of a name is a length.
        let name = path.rsplit(['/', 'F']).next().unwrap_or_default();
        let bytes = name.split('.').next().and_then(|it| it.parse().ok());
        let bytes: u64 = bytes.unwrap_or_default();
        let root_url = format!("http://{}", head.host);
        let object = format!("bench/{bytes}.bin");
        let body = match &*head.method {
            "GET" if path.contains("/artifact-content/") => {
                json!({ "storageType": "object", "name": object,
                    "credentials": credentials(&format!("object:download:{object}")) })
            }
            "PUT" if path.contains("/start-download/") => {
                json!({ "method": "getUrl", "url": format!("{root_url}/content/{bytes}"),
                    "expires": EXPIRES, "hashes": { "sha256": self.hash(bytes) } })
            }
            "POST" if path.contains("/artifacts/") => {
                json!({ "storageType": "object", "name": object, "projectId": "bench",
                    "uploadId": "fN1SbArXTPSVFNUvaOlinQ", "expires": EXPIRES,
                    "credentials": credentials(&format!("object:upload:bench:{object}")) })
            }
            "PUT" if path.contains("/object/v1/upload/") => {
                let headers = json!({ "content-type": "application/octet-stream",
                    "content-length": bytes.to_string() });
                json!({ "projectId": "bench", "uploadId": "fN1SbArXTPSVFNUvaOlinQ", "expires": EXPIRES,
                    "uploadMethod": { "putUrl": { "url": format!("{root_url}/sink"), "expires": EXPIRES,
                        "headers": headers } } })
            }
            "POST" if path.contains("/finish-upload/") => json!({}),
            "PUT" => return "HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n".to_owned(),
            _ => json!({ "code": "ResourceNotFound", "message": "there is no such thing" }),
        };
        let status = if body["code"].is_null() {
            "200 OK"
        } else {
            "404 Not Found"
        };
        let body = body.to_string();
        format!(
            "HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        )
    }

    /// The hash of content of a length, which is computed once.
    fn hash(&self, bytes: u64) -> String {
        let mut hashes = self.hashes.lock().unwrap_or_else(PoisonError::into_inner);
        let hash = || {
            let mut hasher = Sha256::new();
            let hashed = pieces(bytes, |piece| {
                hasher.update(piece);
                Ok(())
            });
            hashed.map_or_else(|why| why.to_string(), |()| hex(&hasher.finalize()))
        };
        hashes.entry(bytes).or_insert_with(hash).clone()
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Temporary credentials, which nobody here checks.
fn credentials(scope: &str) -> Value {
    let certificate = json!({ "version": 1, "scopes": [scope], "start": 0, "expiry": 4_102_444_800_000_u64,
        "seed": "KiJ-6VO2S7-h_EXxlchjvwu_ChEGuiSD-3wiEuKqVnwg", "signature": "x", "issuer": "bench" });
    json!({ "clientId": "bench/object", "accessToken": "b3nchb3nchb3nchb3nchb3nchb3nchb3nchb3nchb3nc",
        "certificate": certificate.to_string() })
}

fn head(input: &mut BufReader<TcpStream>) -> io::Result<Option<Head>> {
    let mut line = String::new();
    if input.read_line(&mut line)? == 0 {
        return Ok(None);
    }
    let mut words = line.split(' ').map(str::to_owned);
    let mut head = Head {
        method: words.next().unwrap_or_default(),
        target: words.next().unwrap_or_default(),
        host: String::new(),
        length: 0,
    };
    loop {
        line.clear();
        if input.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        let Some((name, value)) = line.trim_end().split_once(':') else {
            return Ok(Some(head));
        };
        match &*name.to_ascii_lowercase() {
            "host" => head.host = value.trim().to_owned(),
            "content-length" => head.length = value.trim().parse().unwrap_or_default(),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_how_long_its_content_is() {
        let content = Content::new();
        let ask = |method: &str, target: &str| {
            content.answer(&Head {
                method: method.to_owned(),
                target: target.to_owned(),
                host: "h:1".to_owned(),
                length: 0,
            })
        };
        let found = ask("PUT", "/api/object/v1/start-download/bench%2F1000.bin");
        assert!(found.contains("http://h:1/content/1000\""), "{found}");
        assert!(found.contains(&content.hash(1000)), "{found}");
        let found = ask(
            "GET",
            "/api/queue/v1/task/t/artifact-content/public%2F7.bin",
        );
        assert!(found.contains("\"bench/7.bin\""), "{found}");
        assert!(ask("GET", "/x").starts_with("HTTP/1.1 404"));
    }
}
