//! Requests that do not come on.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use taskcluster_fake::FakeTaskcluster;

use crate::support::{host, send};

#[test]
fn half_requests_are_closed_in_time() {
    let fake = FakeTaskcluster::builder().read_timeout(Duration::from_millis(50));
    let fake = fake.start().expect("a server");
    for half in [
        "GET /api/auth/v1/ping HTTP/1.1\r\nhost: x\r\n",
        "PUT /api/secrets/v1/secret/x HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\n{",
        "PUT /fake-storage/x HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\nx",
        "PUT /fake-storage/x HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n9\r\nx",
    ] {
        let mut stream = TcpStream::connect(host(&fake)).expect("a connection");
        stream.write_all(half.as_bytes()).expect("sent");
        let patience = Some(Duration::from_secs(60));
        stream.set_read_timeout(patience).expect("a time limit");
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).expect("an end");
        assert_eq!(String::from_utf8_lossy(&answer), "", "{half}");
    }
    // Where the machine has much to do, a whole request may come too late for so short a limit as well.
    let ping = || send(&fake, "GET", "/api/auth/v1/ping", &[], "").ok();
    let answer = (0..100).find_map(|_| ping()).expect("an answer");
    assert_eq!(answer.status, 200);
}
