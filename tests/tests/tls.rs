//! TLS with servers that an authority of our own vouches for, and with servers that nobody should trust;
//! the same for both kinds of client.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::SocketAddr;
use std::process::Command;

use taskcluster_client::{Client, Error, Queue, Result};
use taskcluster_tests::{Authority, Colour, Verbs as _, in_both_colours, listen};

in_both_colours!(
    an_authority_of_ones_own_is_trusted_if_it_is_given,
    a_certificate_nobody_trusts_ends_the_call,
    a_certificate_for_another_host_ends_the_call,
    a_certificate_that_has_expired_ends_the_call,
    a_server_without_tls_ends_the_call,
    what_is_no_certificate_is_refused_when_the_client_is_built,
    program
);

fn ping<C: Colour>(address: SocketAddr, certificates: &str) -> Result<()> {
    let mut builder = Client::builder(format!("https://{address}"));
    if !certificates.is_empty() {
        builder = builder.root_certificates(certificates);
    }
    let queue = Queue::new(&C::build(builder)?);
    // On the same connection the second time.
    queue.ping().send()?;
    queue.ping().send()
}

fn an_authority_of_ones_own_is_trusted_if_it_is_given<C: Colour>() {
    let (ours, other) = (Authority::create(), Authority::create());
    let address = ours.serve("127.0.0.1", false);
    ping::<C>(address, &ours.pem).expect("trusted");
    ping::<C>(address, &(other.pem + &ours.pem)).expect("both are trusted");
}

/// Said at once, in these words, and nothing was sent.
fn ends<C: Colour>(address: SocketAddr, certificates: &str, words: &str) {
    let error = ping::<C>(address, certificates).expect_err("no TLS");
    assert!(matches!(error, Error::Transport(_)), "{error:?}");
    assert_eq!(
        (error.attempts(), error.is_retryable()),
        (1, false),
        "{error}"
    );
    assert!(!error.may_have_acted(), "{error}");
    let text = error.to_string();
    assert!(text.contains(words), "{text}");
}

fn a_certificate_nobody_trusts_ends_the_call<C: Colour>() {
    let address = Authority::create().serve("127.0.0.1", false);
    let words = "is of an authority that is not trusted";
    ends::<C>(address, "", words);
    ends::<C>(address, &Authority::create().pem, words);
}

fn a_certificate_for_another_host_ends_the_call<C: Colour>() {
    let authority = Authority::create();
    let address = authority.serve("tc.example.com", false);
    let words = "the certificate of the server is for another host";
    ends::<C>(address, &authority.pem, words);
}

fn a_certificate_that_has_expired_ends_the_call<C: Colour>() {
    let authority = Authority::create();
    let address = authority.serve("127.0.0.1", true);
    ends::<C>(address, &authority.pem, "has expired");
}

fn a_server_without_tls_ends_the_call<C: Colour>() {
    let address = listen(|mut stream| {
        let _ = stream.read(&mut [0; 4096]);
        let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
        let _ = stream.read(&mut [0; 4096]);
    });
    ends::<C>(address, "", "the server does not speak TLS on this port");
}

fn what_is_no_certificate_is_refused_when_the_client_is_built<C: Colour>() {
    for root in ["https://tc.example.com", "http://tc.example.com"] {
        let builder = Client::builder(root).root_certificates("s3cret");
        let error = C::build(builder).expect_err("no certificate");
        assert!(matches!(error, Error::Request(_)), "{error:?}");
        let text = error.to_string();
        assert!(text.starts_with("root_certificates: there is no"), "{text}");
        assert!(!text.contains("s3cret"), "{text}");
    }
}

#[test]
fn an_agent_of_ones_own_ends_the_call_likewise() {
    let address = Authority::create().serve("127.0.0.1", false);
    let agent = || {
        ureq::Agent::config_builder()
            .proxy(None)
            .build()
            .new_agent()
    };
    let root = format!("https://{address}");
    let client = Client::builder(&root).agent(agent()).build();
    let call = Queue::new(&client.expect("a client")).ping();
    let error = call.send().expect_err("not trusted");
    assert_eq!(error.attempts(), 1, "{error}");
    assert!(error.to_string().contains("that is not trusted"), "{error}");

    // What would be dropped is refused.
    let builder = Client::builder(root).root_certificates(Authority::create().pem);
    let error = builder.agent(agent()).build().expect_err("not both");
    assert!(error.to_string().contains("root_certificates"), "{error}");
}

const PROGRAMS: [&str; 2] = ["blocking::program", "asynchronous::program"];
const ADDRESS: &str = "ADDRESS_OF_THE_SERVER";

/// What a program does; it runs in the processes that the next test starts.
fn program<C: Colour>() {
    let Some(address) = std::env::var(ADDRESS).ok() else {
        return;
    };
    let answer = ping::<C>(address.parse().expect("an address"), "");
    match answer {
        Ok(()) => eprintln!("an answer"),
        Err(e) => eprintln!("{e}"),
    }
}

#[test]
fn the_environment_names_authorities() {
    let authority = Authority::create();
    let address = authority.serve("127.0.0.1", false).to_string();
    let folder = std::env::temp_dir().join(format!("tc-authorities-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("authority.pem");
    fs::write(&file, &authority.pem).expect("a file");
    fs::write(folder.join("README"), "no certificate").expect("a file");
    let (file, all) = (file.display().to_string(), folder.display().to_string());
    for program in PROGRAMS {
        for (variable, value, words) in [
            ("SSL_CERT_FILE", &*file, "an answer"),
            ("SSL_CERT_DIR", &*all, "an answer"),
            ("SSL_CERT_FILE", "", "that is not trusted"),
            (
                "SSL_CERT_FILE",
                "/nowhere/a.pem",
                "SSL_CERT_FILE: /nowhere/a.pem cannot be read",
            ),
        ] {
            let mut process = Command::new(std::env::current_exe().expect("this program"));
            process.args(["--exact", program, "--nocapture"]);
            for name in [
                "SSL_CERT_FILE",
                "SSL_CERT_DIR",
                "https_proxy",
                "HTTPS_PROXY",
            ] {
                process.env_remove(name);
            }
            process.env(ADDRESS, &address).env(variable, value);
            let said = process.output().expect("its output").stderr;
            let said = String::from_utf8_lossy(&said);
            assert!(
                said.contains(words),
                "{program}, {variable}={value}: {said}"
            );
        }
    }
    fs::remove_dir_all(&folder).expect("it is there");
}
