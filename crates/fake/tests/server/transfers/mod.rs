//! Uploads to the storage and downloads from it: ranges, conditions, signed URLs, and what goes wrong
//! on the way.

mod breaks;
mod files;

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use serde_json::json;
use taskcluster_core::Method;
use taskcluster_fake::FakeTaskcluster;

use crate::support::{Answer, ask, create, date, good, header, host, root, send, signer, task, to};

const TEXT: (&str, &str) = ("content-type", "text/plain");

/// The targets by which an artifact of this name is uploaded and downloaded.
struct Artifact {
    fake: FakeTaskcluster,
    id: String,
    name: &'static str,
    upload: String,
}

impl Artifact {
    fn new(name: &'static str) -> Self {
        Self::on(FakeTaskcluster::start().expect("a server"), name)
    }

    fn on(fake: FakeTaskcluster, name: &'static str) -> Self {
        let root = root(&fake);
        let id = create(&root, &task());
        let worker = json!({ "workerGroup": "g", "workerId": "i" });
        let path = ["task", &id, "runs", "0", "claim"];
        good(&root, to(Method::Post, "queue", path).json(&worker));
        let artifact =
            json!({ "storageType": "s3", "expires": date(3000), "contentType": "text/plain" });
        let path = ["task", &id, "runs", "0", "artifacts", name];
        let made = good(&root, to(Method::Post, "queue", path).json(&artifact));
        let upload = made["putUrl"].as_str().expect("a URL");
        let upload = upload.replace(&fake.root_url(), "");
        Self {
            fake,
            id,
            name,
            upload,
        }
    }

    /// One whose content is this.
    fn with(content: &str) -> Self {
        let artifact = Self::new("public/x");
        assert_eq!(
            artifact.put(&[TEXT], content).expect("an answer").status,
            200
        );
        artifact
    }

    fn put(&self, headers: &[(&str, &str)], content: &str) -> std::io::Result<Answer> {
        send(&self.fake, "PUT", &self.upload, headers, content)
    }

    /// Where the queue leads to.
    fn download(&self) -> String {
        let path = format!("/api/queue/v1/task/{}/artifacts/{}", self.id, self.name);
        let signer = signer(&self.fake.credentials(), "");
        let header = header(&self.fake, &signer, "GET", &path);
        let answer = ask(&self.fake, "GET", &path, &[("authorization", &header)], "");
        let location = answer.header("location").expect("a redirect");
        location.replace(&self.fake.root_url(), "")
    }

    fn get(&self, headers: &[(&str, &str)]) -> Answer {
        ask(&self.fake, "GET", &self.download(), headers, "")
    }

    /// What comes before the connection breaks, and whether it is reset then.
    fn get_broken(&self) -> (Answer, bool) {
        let host = host(&self.fake);
        let mut stream = TcpStream::connect(&host).expect("a connection");
        let head = format!("GET {} HTTP/1.1\r\nhost: {host}\r\n\r\n", self.download());
        stream.write_all(head.as_bytes()).expect("sent");
        let mut bytes = Vec::new();
        let is_reset = stream.read_to_end(&mut bytes).is_err();
        let text = String::from_utf8_lossy(&bytes);
        let (head, body) = text.split_once("\r\n\r\n").expect("a head");
        let status = head.split(' ').nth(1).and_then(|it| it.parse().ok());
        let answer = Answer {
            status: status.expect("a status"),
            head: head.to_owned(),
            body: body.to_owned(),
        };
        (answer, is_reset)
    }
}

#[test]
fn parts_of_content_are_served() {
    let artifact = Artifact::with("0123456789");
    let whole = artifact.get(&[]);
    assert_eq!(whole.header("accept-ranges"), Some("bytes"));
    let (etag, modified) = (whole.header("etag"), whole.header("last-modified"));
    let (etag, modified) = (etag.expect("a tag"), modified.expect("a date"));
    for (range, told, body) in [
        ("bytes=2-4", "bytes 2-4/10", "234"),
        ("bytes=7-", "bytes 7-9/10", "789"),
        ("bytes=-2", "bytes 8-9/10", "89"),
        ("bytes=8-100", "bytes 8-9/10", "89"),
    ] {
        for condition in [None, Some(etag), Some(modified)] {
            let condition = condition.map(|value| ("if-range", value));
            let headers: Vec<_> = [("range", range)].into_iter().chain(condition).collect();
            let part = artifact.get(&headers);
            assert_eq!((part.status, part.body.as_str()), (206, body), "{range}");
            assert_eq!(part.header("content-range"), Some(told));
            assert_eq!(
                part.header("content-length"),
                Some(&*body.len().to_string())
            );
            assert_eq!(part.header("etag"), Some(etag));
        }
        let changed = artifact.get(&[("range", range), ("if-range", "\"other\"")]);
        assert_eq!((changed.status, changed.body.as_str()), (200, "0123456789"));
    }
    let none = artifact.get(&[("range", "bytes=10-")]);
    assert_eq!(
        (none.status, none.header("content-range")),
        (416, Some("bytes */10"))
    );
    assert!(none.body.contains("<Code>InvalidRange</Code>"), "{none:?}");
    assert_eq!(artifact.get(&[("range", "bytes=0-1,4-5")]).status, 200);
    assert_eq!(artifact.get(&[("if-none-match", etag)]).status, 304);
    assert_eq!(artifact.get(&[("if-match", etag)]).status, 200);
    assert_eq!(artifact.get(&[("if-match", "\"other\"")]).status, 412);
}

#[test]
fn the_head_alone_can_be_had() {
    let artifact = Artifact::with("0123456789");
    let head = ask(&artifact.fake, "HEAD", &artifact.download(), &[], "");
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    assert_eq!(head.header("content-length"), Some("10"));
    let part = ask(
        &artifact.fake,
        "HEAD",
        &artifact.download(),
        &[("range", "bytes=2-4")],
        "",
    );
    assert_eq!(
        (part.status, part.header("content-length")),
        (206, Some("3"))
    );
}

#[test]
fn another_content_has_another_tag() {
    let artifact = Artifact::with("0123456789");
    let before = artifact.get(&[]);
    assert_eq!(
        artifact
            .put(&[TEXT], "987654321")
            .expect("an answer")
            .status,
        200
    );
    assert_ne!(artifact.get(&[]).header("etag"), before.header("etag"));
}

#[test]
fn an_encoding_comes_back() {
    let artifact = Artifact::new("public/x");
    let stored = artifact.put(&[TEXT, ("content-encoding", "gzip")], "packed");
    assert_eq!(stored.expect("an answer").status, 200);
    let got = artifact.get(&[]);
    assert_eq!(
        (got.header("content-encoding"), got.body.as_str()),
        (Some("gzip"), "packed")
    );
    // What is stored in its place is not encoded.
    assert_eq!(
        artifact.put(&[TEXT], "plain").expect("an answer").status,
        200
    );
    assert_eq!(artifact.get(&[]).header("content-encoding"), None);
}

#[test]
fn a_digest_that_is_told_is_checked() {
    let artifact = Artifact::new("public/x");
    // SHA-256 of `abc`.
    let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    let headers = [TEXT, ("x-amz-content-sha256", digest)];
    let refused = artifact.put(&headers, "abd").expect("an answer");
    assert_eq!(refused.status, 400);
    assert!(
        refused.body.contains("XAmzContentSHA256Mismatch"),
        "{refused:?}"
    );
    assert_eq!(artifact.get(&[]).status, 404);
    assert_eq!(
        artifact.put(&headers, "abc").expect("an answer").status,
        200
    );
}

#[test]
fn what_is_not_public_needs_a_url_that_is_not_too_old() {
    let artifact = Artifact::new("private/x");
    assert_eq!(
        artifact.put(&[TEXT], "content").expect("an answer").status,
        200
    );
    let signed = artifact.download();
    let get = |target: &str| ask(&artifact.fake, "GET", target, &[], "");
    assert_eq!(get(&signed).body, "content");
    let (path, query) = signed.split_once('?').expect("a query");
    assert_eq!(get(path).status, 403);
    let later = query.replacen("expires=", "expires=9", 1);
    assert_eq!(get(&format!("{path}?{later}")).status, 403);
    let asked = artifact.fake.requests();
    let path = &asked.last().expect("a request").path;
    assert!(path.ends_with("&signature=.."), "{path}");
    assert!(asked.iter().any(|it| it.path.ends_with("?token=..")));
    artifact.fake.advance(Duration::from_secs(31 * 60));
    let late = get(&signed);
    assert!(
        late.status == 403 && late.body.contains("AccessDenied"),
        "{late:?}"
    );
}

#[test]
fn content_goes_with_its_artifact() {
    let artifact = Artifact::with("content");
    let download = artifact.download();
    artifact.fake.advance(Duration::from_secs(2000));
    assert_eq!(ask(&artifact.fake, "GET", &download, &[], "").status, 200);
    artifact.fake.advance(Duration::from_secs(1001));
    assert_eq!(ask(&artifact.fake, "GET", &download, &[], "").status, 404);
}
