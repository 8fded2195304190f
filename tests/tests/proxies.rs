//! The proxy that the environment names, in processes of their own, since variables are for all of
//! a process.

use std::error::Error as _;
use std::io::{self, Write as _};
use std::net::SocketAddr;
use std::process::Command;
use std::time::Duration;

use taskcluster_client::{Client, Queue, RetryPolicy};
use taskcluster_tests::{
    Act, Authority, Colour, Identity, Scripted, Verbs as _, answer, answer_all, head,
    in_both_colours, listen,
};

in_both_colours!(program);

const PROGRAMS: [&str; 2] = ["blocking::program", "asynchronous::program"];
const DEADLINE: &str = "DEADLINE_OF_THE_PROGRAM";
const ROOT_URL: &str = "ROOT_URL_OF_THE_PROGRAM";
const CERTIFICATES: &str = "CERTIFICATES_OF_THE_PROGRAM";

/// What a program does; it runs in the processes that the other tests start.
fn program<C: Colour>() {
    let root = std::env::var(ROOT_URL).unwrap_or("http://127.0.0.1:1".to_owned());
    let policy = match std::env::var(DEADLINE) {
        Ok(_) => RetryPolicy::none().deadline(Duration::from_millis(600)),
        Err(_) => RetryPolicy::none(),
    };
    let mut builder = Client::builder(root)
        .connect_timeout(Duration::from_secs(3))
        .retry(policy);
    if let Ok(certificates) = std::env::var(CERTIFICATES) {
        builder = builder.root_certificates(certificates);
    }
    let answer = C::build(builder).and_then(|client| Queue::new(&client).ping().send());
    match answer {
        Ok(()) => eprintln!("an answer"),
        Err(e) => {
            let again = if e.is_retryable() {
                "worth"
            } else {
                "not worth"
            };
            eprintln!("{e}\n{again} another attempt");
            assert!(!e.may_have_acted(), "{e}");
            if let Some(source) = e.source() {
                assert!(!e.to_string().contains(&source.to_string()), "{e}");
                let source: &io::Error = source.downcast_ref().expect("of the system");
                eprintln!("{:?}", source.kind());
            }
        }
    }
}

/// What a program prints to standard error, for that deployment and with these variables.
fn run(program: &str, root: &str, variables: &[(&str, &str)]) -> String {
    let mut process = Command::new(std::env::current_exe().expect("this program"));
    for name in ["http_proxy", "https_proxy", "all_proxy", "no_proxy"] {
        process.env_remove(name).env_remove(name.to_uppercase());
    }
    process.args(["--exact", program, "--nocapture"]);
    process.env(ROOT_URL, root).envs(variables.iter().copied());
    let output = process.output().expect("its output");
    String::from_utf8(output.stderr).expect("text")
}

fn ok() -> Act {
    answer("200 OK", "", "{}")
}

#[test]
fn calls_go_through_a_tunnel() {
    for program in PROGRAMS {
        for (root, to) in [
            ("http://tc.example.com", "tc.example.com:80"),
            ("http://tc.example.com:8080", "tc.example.com:8080"),
        ] {
            let tunnel = Act::Send("HTTP/1.1 200 OK\r\n\r\n".into());
            let proxy = Scripted::start([tunnel, ok()]);
            let url = proxy.root_url().replace("//", "//user:p%40ss@");
            let said = run(program, root, &[("http_proxy", &url)]);
            assert!(said.contains("an answer"), "{program}: {said}");
            let [connect, ping] = &proxy.received()[..] else {
                panic!("{:?}", proxy.received());
            };
            assert_eq!(connect.line, format!("CONNECT {to} HTTP/1.1"));
            let authorization = connect.header("proxy-authorization");
            assert_eq!(authorization, Some("Basic dXNlcjpwQHNz"), "user:p@ss");
            assert_eq!(ping.line, "GET /api/queue/v1/ping HTTP/1.1");
            assert_eq!(ping.header("host"), root.strip_prefix("http://"));
            assert_eq!(ping.header("proxy-authorization"), None);
        }
    }
}

#[test]
fn a_proxy_that_refuses_is_told() {
    for program in PROGRAMS {
        let proxy = Scripted::start([answer("403 Forbidden", "", "")]);
        let variables = [("ALL_PROXY", &*proxy.root_url())];
        let said = run(program, "https://tc.example.com", &variables);
        let start = "queue.ping: no answer: the way leads";
        assert!(said.contains(start), "{said}");
        assert!(said.contains("proxy") || said.contains("tunnel"), "{said}");
        let lines: Vec<String> = proxy.received().into_iter().map(|r| r.line).collect();
        assert_eq!(lines, ["CONNECT tc.example.com:443 HTTP/1.1"], "{program}");
    }
}

#[test]
fn a_proxy_that_is_silent_is_no_connection() {
    for program in PROGRAMS {
        let proxy = Scripted::start([Act::Silence(Duration::from_secs(30))]);
        let variables = [("all_proxy", &*proxy.root_url())];
        let said = run(program, "http://tc.example.com", &variables);
        // Its limit has ended the call, and not the one of waiting for an answer.
        assert!(said.contains("connect"), "{program}: {said}");
        assert_eq!(proxy.received().len(), 1, "{program}");
    }
}

/// Whether the program sees for itself what comes from a proxy. ureq limits each read of the answer alone, and
/// does not tell the proxy's bytes from the server's.
fn sees_the_proxy(program: &str) -> bool {
    cfg!(feature = "fast-connections") || program.starts_with("asynchronous")
}

/// Each byte comes in time, and all of them do not.
#[test]
fn a_proxy_that_drips_is_no_connection() {
    for program in PROGRAMS.into_iter().filter(|it| sees_the_proxy(it)) {
        let head = format!("HTTP/1.1 200 OK\r\nX: {}\r\n\r\n", "x".repeat(50));
        let proxy = Scripted::start([Act::Trickle(head, Duration::from_millis(100))]);
        let variables = [("all_proxy", &*proxy.root_url())];
        let said = run(program, "http://tc.example.com", &variables);
        let wanted = format!(
            "the way leads through the proxy {}: connecting through it took too long",
            proxy.root_url()
        );
        assert!(said.contains(&wanted), "{program}: {said}");
        let variables = [variables[0], (DEADLINE, "1")];
        let said = run(program, "http://tc.example.com", &variables);
        assert!(
            said.contains("no answer: the deadline of 600ms for the whole call has passed (http://tc.example.com/"),
            "{said}"
        );
        assert!(!said.contains("an answer\n"), "{program}: {said}");
    }
}

#[test]
fn a_proxy_that_is_down_is_named_without_its_password() {
    for program in PROGRAMS {
        let address = "127.0.0.1:1";
        let url = format!("http://user:s3cret@{address}");
        let said = run(program, "http://tc.example.com", &[("http_proxy", &url)]);
        let wanted = format!(
            "no answer: the way leads through the proxy http://{address}: it cannot be reached: the \
             connection was refused: nothing listens there (http://tc.example.com/"
        );
        assert!(said.contains(&wanted) && !said.contains("s3cret"), "{said}");
        // The system's words are behind the error's source alone.
        assert!(said.contains("\nConnectionRefused\n"), "{said}");
    }
}

/// A proxy that speaks TLS itself, and is the server at the other end of its tunnels, too.
fn proxy_over_tls(proxy: Identity, server: Option<Identity>) -> SocketAddr {
    listen(move |stream| {
        let mut outer = proxy.over(stream);
        let connect = head(&mut outer).unwrap_or_default();
        if !connect.starts_with("CONNECT tc.example.com:") {
            return;
        }
        let tunnel = outer.write_all(b"HTTP/1.1 200 OK\r\n\r\n");
        tunnel.expect("the client listens");
        match &server {
            Some(server) => answer_all(server.over(outer)),
            None => answer_all(outer),
        }
    })
}

/// A program's words about a proxy that is reached over TLS.
fn run_over_tls(program: &str, root: &str, proxy: SocketAddr, certificates: &str) -> String {
    let url = format!("https://localhost:{}", proxy.port());
    let variables = [("ALL_PROXY", &*url), (CERTIFICATES, certificates)];
    let given = if certificates.is_empty() { 1 } else { 2 };
    run(program, root, &variables[..given]).replace(&url, "PROXY")
}

#[test]
fn a_proxy_may_speak_tls_itself() {
    let authority = Authority::create();
    let ours = || authority.vouch("localhost", false);
    let server = authority.vouch("tc.example.com", false);
    for program in PROGRAMS {
        for (root, server) in [
            ("https://tc.example.com", Some(server.clone())),
            ("http://tc.example.com", None),
        ] {
            let proxy = proxy_over_tls(ours(), server);
            let said = run_over_tls(program, root, proxy, &authority.pem);
            assert!(said.contains("an answer"), "{program}, {root}: {said}");
        }
    }
}

#[test]
fn a_proxy_whose_certificate_is_no_good_ends_the_call() {
    let authority = Authority::create();
    let (good, other) = ("localhost", "proxy.example.com");
    for program in PROGRAMS {
        let who = match sees_the_proxy(program) {
            true => "the proxy",
            false => "the proxy or the server behind it",
        };
        for (host, expired, certificates, wanted) in [
            (good, false, "", "is of an authority that is not trusted"),
            (other, false, &*authority.pem, "is for another host"),
            (good, true, &*authority.pem, "has expired"),
        ] {
            let proxy = proxy_over_tls(authority.vouch(host, expired), None);
            let said = run_over_tls(program, "https://tc.example.com", proxy, certificates);
            let wanted = format!(
                "no answer: the way leads through the proxy PROXY: the certificate of {who} {wanted}"
            );
            assert!(said.contains(&wanted), "{program}: {said}");
            assert!(said.contains("\nnot worth another attempt"), "{said}");
        }
        let plain = listen(|mut stream| {
            let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n");
            let _ = head(&mut stream);
        });
        let said = run_over_tls(program, "https://tc.example.com", plain, "");
        let wanted = format!("PROXY: {who} does not speak TLS on this port");
        assert!(said.contains(&wanted), "{program}: {said}");
        assert!(said.contains("\nnot worth another attempt"), "{said}");
    }
}

#[test]
fn what_a_proxy_refuses_is_told_in_words() {
    for program in PROGRAMS {
        for (status, root, wanted) in [
            (
                "407 Proxy Authentication Required",
                "http://tc.example.com",
                "it wants a user name and a password, or others (407)",
            ),
            (
                "403 Forbidden",
                "http://tc.example.com",
                "it refuses a tunnel to tc.example.com:80 (status 403); many proxies allow port 443 alone",
            ),
            (
                "502 Bad Gateway",
                "https://tc.example.com",
                "it refuses a tunnel to tc.example.com:443 (status 502) (https://tc.example.com/",
            ),
        ] {
            let proxy = Scripted::start([answer(status, "", "")]);
            let said = run(program, root, &[("all_proxy", &proxy.root_url())]);
            assert!(said.contains(wanted), "{program}: {said}");
        }
        if !sees_the_proxy(program) {
            continue;
        }
        let proxy = Scripted::start([Act::SendAndClose("SSH-2.0-x\r\n\r\n".into())]);
        let said = run(
            program,
            "http://tc.example.com",
            &[("all_proxy", &proxy.root_url())],
        );
        assert!(
            said.contains("it does not answer as a proxy does"),
            "{said}"
        );
    }
}

#[test]
fn exceptions_are_those_of_one_table() {
    for program in PROGRAMS {
        let (proxy, server) = (
            Scripted::start([answer("403 Forbidden", "", "")]),
            Scripted::start([ok()]),
        );
        for (exceptions, asked) in [
            ("127.0.0.0/8", 0),
            ("x 127.0.0.1.", 0),
            ("127.0.0.1:1", 1),
            ("127.0.0", 2),
        ] {
            let variables = [("http_proxy", &*proxy.root_url()), ("no_proxy", exceptions)];
            run(program, &server.root_url(), &variables);
            assert_eq!(proxy.received().len(), asked, "{program}: {exceptions}");
        }
        let variables = [
            ("HTTP_PROXY", &*proxy.root_url()),
            ("REQUEST_METHOD", "GET"),
        ];
        let said = run(program, &server.root_url(), &variables);
        assert!(said.contains("an answer"), "{program}: {said}");
    }
}

#[test]
fn a_proxy_for_others_is_not_asked() {
    for program in PROGRAMS {
        let (proxy, server) = (Scripted::start([ok()]), Scripted::start([ok()]));
        for variables in [
            [
                ("http_proxy", &*proxy.root_url()),
                ("NO_PROXY", "127.0.0.1"),
            ],
            [("https_proxy", &*proxy.root_url()), ("http_proxy", "")],
        ] {
            let said = run(program, &server.root_url(), &variables);
            assert!(said.contains("an answer"), "{program}: {said}");
        }
        assert_eq!((proxy.connections(), server.received().len()), (0, 2));
    }
}

#[test]
fn what_is_no_proxy_is_refused() {
    for program in PROGRAMS {
        let variables = [("all_proxy", "socks5://u:s3cret@127.0.0.1:1080")];
        let said = run(program, "http://tc.example.com", &variables);
        let why = "the variable all_proxy does not hold the URL of an HTTP proxy";
        assert!(said.contains(why) && !said.contains("s3cret"), "{said}");
    }
}
