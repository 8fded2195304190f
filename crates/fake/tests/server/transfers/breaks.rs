//! What goes wrong on the way.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::TcpStream;

use taskcluster_fake::{Fault, Rule};

use super::{Artifact, TEXT};
use crate::support::{ask, host};

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
