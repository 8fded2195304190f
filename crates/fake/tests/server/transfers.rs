//! Uploads to the storage and downloads from it: ranges, conditions, signed URLs, and what goes wrong
//! on the way.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::json;
use taskcluster_core::Method;
use taskcluster_fake::{FakeTaskcluster, Fault, Rule};

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

#[test]
fn an_upload_that_has_not_ended_holds_up_nobody() {
    let artifact = Artifact::new("public/x");
    let (fake, host) = (&artifact.fake, host(&artifact.fake));
    let mut stream = TcpStream::connect(&host).expect("a connection");
    let head = format!(
        "PUT {} HTTP/1.1\r\nhost: {host}\r\ncontent-type: text/plain\r\ncontent-length: 2000000\r\n\
         connection: close\r\n\r\n",
        artifact.upload
    );
    stream.write_all(head.as_bytes()).expect("sent");
    stream.write_all(&[b'x'; 1_500_000]).expect("sent");
    assert_eq!(ask(fake, "GET", "/api/queue/v1/ping", &[], "").status, 200);
    assert_eq!(artifact.get(&[]).status, 404);
    stream.write_all(&[b'x'; 500_000]).expect("sent");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    assert_eq!(artifact.get(&[]).body.len(), 2_000_000);
}

#[test]
fn downloads_break_at_any_byte() {
    let content = "0123456789".repeat(500_000);
    let artifact = Artifact::with(&content);
    for at in [0, 1, 7, 300_000, 4_999_999] {
        artifact
            .fake
            .fault(Rule::downloads().nth(..=1), Fault::CutAt(at));
        let (cut, is_reset) = artifact.get_broken();
        assert_eq!((cut.status, is_reset), (200, false));
        assert_eq!(cut.header("content-length"), Some("5000000"));
        assert_eq!(cut.body.len() as u64, at);
        artifact.fake.clear_faults();
    }
    artifact
        .fake
        .fault(Rule::downloads(), Fault::ResetAt(300_000));
    let (cut, is_reset) = artifact.get_broken();
    assert!(is_reset && cut.body.len() <= 300_000, "{}", cut.body.len());
    artifact.fake.clear_faults();
    artifact
        .fake
        .fault(Rule::downloads(), Fault::CutAt(5_000_000));
    assert_eq!(artifact.get(&[]).body.len(), 5_000_000);
}

#[test]
fn uploads_break_at_any_byte() {
    let content = "x".repeat(1_000_000);
    let artifact = Artifact::new("public/x");
    for at in [0, 1, 999_999] {
        artifact.fake.fail_next(1, Fault::ResetAt(at));
        let broken = artifact.put(&[TEXT], &content);
        // Whether that is seen in writing or in reading hangs on what the system takes.
        let kind = broken.expect_err("a reset").kind();
        assert!(
            matches!(kind, ErrorKind::ConnectionReset | ErrorKind::BrokenPipe),
            "{kind}"
        );
        assert_eq!(artifact.get(&[]).status, 404);
    }
    assert_eq!(
        artifact
            .fake
            .requests()
            .iter()
            .filter(|it| it.status.is_none())
            .count(),
        3
    );
    // All of it has come, and the answer is lost.
    artifact.fake.fail_next(1, Fault::CutAt(1_000_000));
    assert_eq!(artifact.put(&[TEXT], &content).expect("an end").head, "");
    assert_eq!(artifact.get(&[]).body.len(), 1_000_000);
}

#[test]
fn lengths_and_bytes_can_be_wrong() {
    let artifact = Artifact::with("0123456789");
    let get = |fault: Fault| {
        artifact.fake.fault(Rule::downloads(), fault);
        let (got, _) = artifact.get_broken();
        artifact.fake.clear_faults();
        let length = got.header("content-length").expect("a length").to_owned();
        (length, got.body)
    };
    let of = |length: &str, body: &str| (length.to_owned(), body.to_owned());
    assert_eq!(get(Fault::Length(12)), of("12", "0123456789"));
    let got = |fault: Fault, headers: &[(&str, &str)]| {
        artifact.fake.fault(Rule::downloads(), fault);
        let got = artifact.get(headers);
        artifact.fake.clear_faults();
        got
    };
    let cut = got(Fault::Length(4), &[]);
    assert_eq!(
        (cut.header("content-length"), &*cut.body),
        (Some("4"), "0123")
    );
    let cut = got(Fault::Shorten(8), &[]);
    assert_eq!(
        (cut.header("content-length"), &*cut.body),
        (Some("2"), "01")
    );
    assert_ne!(got(Fault::Corrupt(3), &[]).body, "0123456789");
    assert_eq!(got(Fault::Trickle(1_000), &[]).body, "0123456789");
    let range = [("range", "bytes=4-6")];
    let all = got(Fault::IgnoreRange, &range);
    assert_eq!((all.status, &*all.body), (200, "0123456789"));
    for (by, told, body) in [(1, "bytes 5-6/10", "56"), (-2, "bytes 2-6/10", "23456")] {
        let other = got(Fault::ShiftRange(by), &range);
        assert_eq!((other.status, &*other.body), (206, body));
        assert_eq!(other.header("content-range"), Some(told));
    }
    let said = |name: &str, value: &str| Fault::Header {
        name: name.to_owned(),
        value: value.to_owned(),
    };
    let lie = got(said("content-range", "bytes 0-2/99"), &range);
    assert_eq!(
        (lie.header("content-range"), &*lie.body),
        (Some("bytes 0-2/99"), "456")
    );
    let expired = got(Fault::expired_url(), &[]);
    assert!(expired.status == 403 && expired.body.contains("AccessDenied"));
}

#[test]
fn uploads_can_be_corrupted_on_the_way() {
    let artifact = Artifact::new("public/x");
    artifact
        .fake
        .fault(Rule::uploads().nth(..=1), Fault::Corrupt(2));
    assert_eq!(artifact.put(&[TEXT], "abc").expect("an answer").status, 200);
    let got = artifact.get(&[]);
    assert!(
        got.header("content-length") == Some("3") && got.body != "abc",
        "{got:?}"
    );
    artifact.fake.fault(Rule::uploads(), Fault::Trickle(1_000));
    assert_eq!(artifact.put(&[TEXT], "abc").expect("an answer").status, 200);
    assert_eq!(artifact.get(&[]).body, "abc");
}

/// A folder of its own for each test, and the file for the state in it.
fn state_file(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    folder.join("state.json")
}

/// The files with content that are beside a state.
fn files(state: &Path) -> Vec<PathBuf> {
    let folder = std::fs::read_dir(state.with_extension("json.content"));
    let entries = folder.into_iter().flatten();
    entries
        .map(|entry| entry.expect("an entry").path())
        .collect()
}

#[test]
fn large_content_is_beside_the_state() {
    let state = state_file("transfers");
    let start = || FakeTaskcluster::builder().state_file(&state).start();
    let mut artifact = Artifact::on(start().expect("a server"), "public/x");
    let content = "0123456789".repeat(100_000);
    assert_eq!(
        artifact.put(&[TEXT], "little").expect("an answer").status,
        200
    );
    assert_eq!(files(&state), [] as [PathBuf; 0]);
    for _ in 0..2 {
        assert_eq!(
            artifact.put(&[TEXT], &content).expect("an answer").status,
            200
        );
    }
    artifact.fake.fail_next(1, Fault::ResetAt(500_000));
    artifact.put(&[TEXT], &content).expect_err("a reset");
    artifact.fake.stop().expect("saved");
    let there = files(&state);
    assert_eq!(there.len(), 1, "{there:?}");
    assert_eq!(
        std::fs::metadata(&there[0]).expect("a file").len(),
        1_000_000
    );
    assert!(std::fs::metadata(&state).expect("a file").len() < 100_000);
    let left = there[0].with_file_name("A".repeat(22));
    let own = there[0].with_file_name("not of the fake");
    for file in [&left, &own] {
        std::fs::write(file, "").expect("written");
    }
    artifact.fake = start().expect("a server");
    assert!(!left.exists() && own.exists());
    assert_eq!(
        artifact.get(&[("range", "bytes=299998-300001")]).body,
        "8901"
    );
    assert_eq!(artifact.get(&[]).body, content);
    artifact.fake.advance(Duration::from_secs(3001));
    artifact.fake.stop().expect("saved");
    assert_eq!(files(&state), [own]);
}

#[cfg(all(unix, not(taskcluster_portable)))]
#[test]
fn content_is_for_nobody_else() {
    use std::os::unix::fs::PermissionsExt as _;
    let state = state_file("transfers-private");
    let start = || FakeTaskcluster::builder().state_file(&state).start();
    let artifact = Artifact::on(start().expect("a server"), "public/x");
    let content = "x".repeat(100_000);
    assert_eq!(
        artifact.put(&[TEXT], &content).expect("an answer").status,
        200
    );
    drop(artifact);
    let mode = |path: &Path| std::fs::metadata(path).expect("there").permissions().mode() & 0o777;
    let folder = state.with_extension("json.content");
    assert_eq!((mode(&files(&state)[0]), mode(&folder)), (0o600, 0o700));
    let elsewhere = state.with_file_name("elsewhere");
    std::fs::rename(&folder, &elsewhere).expect("moved");
    std::os::unix::fs::symlink(&elsewhere, &folder).expect("a link");
    let error = start().expect_err("a link").to_string();
    assert!(error.contains("state.json.content is no folder"), "{error}");
}
