//! `DEBUG_TASKCLUSTER_CLIENT`, in processes of their own, since a logger is for good.

use std::process::Command;

use log::LevelFilter;
use taskcluster_client::secrets::types::Secret;
use taskcluster_client::{Client, Credentials, Queue, RetryPolicy, Secrets, logging};
use taskcluster_tests::{Colour, Scripted, Verbs as _, answer, in_both_colours, sample};

in_both_colours!(program);

/// What a program does; it runs in the processes that the other test starts.
fn program<C: Colour>() {
    let installed = logging::init_from_env();
    let client = Client::builder("http://127.0.0.1:1").retry(RetryPolicy::none());
    let client: C = C::build(client).expect("a client");
    assert!(
        Queue::new(&client).ping().send().is_err(),
        "nobody listens there"
    );
    eprintln!("installed: {installed}");

    // Even if all is asked for, what the HTTP library prints of the wire is not passed on.
    log::set_max_level(LevelFilter::Trace);
    let server = Scripted::start([answer("200 OK", "", "{}")]);
    let builder = Client::builder(server.root_url());
    let builder = builder.credentials(Credentials::new("tester", "s3cret-t0ken"));
    let client: C = C::build(builder).expect("a client");
    let secret: Secret = sample();
    Secrets::new(&client).set("n", &secret).send().expect("set");
}

#[test]
fn the_variable_prints_lines_to_standard_error() {
    for program in ["blocking::program", "asynchronous::program"] {
        let told = told(program, "1");
        assert!(told.contains("DEBUG queue.ping: attempt 1\n"), "{told}");
        assert!(told.contains("WARN queue.ping: attempt 1: "), "{told}");
        assert!(told.contains("installed: true"), "{told}");
        assert!(
            told.contains("DEBUG secrets.set: attempt 1: status 200"),
            "{told}"
        );
        let of_others = |line: &&str| line.contains("TRACE") || line.contains("ureq");
        assert_eq!(told.lines().find(of_others), None, "{told}");
    }
    let silent = told("blocking::program", "");
    assert!(
        silent.contains("installed: false") && !silent.contains("queue.ping"),
        "{silent}"
    );
}

/// What a program prints to standard error with that value of the variable.
fn told(program: &str, value: &str) -> String {
    let mut process = Command::new(std::env::current_exe().expect("this program"));
    process.args(["--exact", program, "--nocapture"]);
    let output = process.env("DEBUG_TASKCLUSTER_CLIENT", value).output();
    String::from_utf8(output.expect("its output").stderr).expect("text")
}
