//! `DEBUG_TASKCLUSTER_CLIENT`, in processes of their own, since a logger is for good.

use std::process::Command;

use taskcluster_client::{Client, Queue, RetryPolicy, logging};
use taskcluster_tests::{Colour, Verbs as _, in_both_colours};

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
}

#[test]
fn the_variable_prints_lines_to_standard_error() {
    for program in ["blocking::program", "asynchronous::program"] {
        let told = told(program, "1");
        assert!(told.contains("DEBUG queue.ping: attempt 1\n"), "{told}");
        assert!(told.contains("WARN queue.ping: attempt 1: "), "{told}");
        assert!(told.contains("installed: true"), "{told}");
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
