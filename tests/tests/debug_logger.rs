//! `DEBUG_TASKCLUSTER_CLIENT`, in processes of their own, since a logger is for good.

use std::process::Command;

use taskcluster_client::{Client, Queue, RetryPolicy, logging};

/// What a program does; it runs in the processes that the other test starts.
#[test]
fn program() {
    let installed = logging::init_from_env();
    let client = Client::builder("http://127.0.0.1:1").retry(RetryPolicy::none());
    let client = client.build().expect("a client");
    assert!(
        Queue::new(&client).ping().send().is_err(),
        "nobody listens there"
    );
    eprintln!("installed: {installed}");
}

#[test]
fn the_variable_prints_lines_to_standard_error() {
    let run = |value: &str| {
        let mut program = Command::new(std::env::current_exe().expect("this program"));
        program.args(["--exact", "program", "--nocapture"]);
        let output = program.env("DEBUG_TASKCLUSTER_CLIENT", value).output();
        String::from_utf8(output.expect("its output").stderr).expect("text")
    };
    let told = run("1");
    assert!(told.contains("DEBUG queue.ping: attempt 1\n"), "{told}");
    assert!(told.contains("WARN queue.ping: attempt 1: "), "{told}");
    assert!(told.contains("installed: true"), "{told}");
    let silent = run("");
    assert!(
        silent.contains("installed: false") && !silent.contains("queue.ping"),
        "{silent}"
    );
}
