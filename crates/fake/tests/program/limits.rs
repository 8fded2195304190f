//! What the program does when the system gives it no more.

#![cfg(unix)]

use std::io::{BufRead as _, BufReader};
use std::net::TcpStream;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::Value;
use taskcluster_core::{Method, Request};

use crate::{PROGRAM, Running, wait_for};

#[test]
fn out_of_descriptors_it_waits_and_says_so() {
    let mut shell = Command::new("sh");
    shell.args(["-c", "ulimit -n 40 && exec \"$0\" --port 0", PROGRAM]);
    shell
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut running = Running::of(&mut shell);
    let log = BufReader::new(running.child.stderr.take().expect("its errors"));
    let told = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let lines = log.lines().map_while(Result::ok);
            let lines = lines.filter(|line| line.starts_with("no connection can be accepted now"));
            lines.for_each(|_| _ = told.fetch_add(1, Ordering::Relaxed));
        });
        let host = running.exports["TASKCLUSTER_ROOT_URL"].replace("http://", "");
        let connect = |_| TcpStream::connect(&host).expect("a connection that waits");
        let many: Vec<TcpStream> = (0..60).map(connect).collect();
        wait_for(|| told.load(Ordering::Relaxed) > 0);
        drop(many);
        let ping = Request::new(Method::Get, "index", "v1").path(["ping"]);
        let answer: Value = running.client().call(ping).send().expect("an answer");
        assert_eq!(answer["alive"], true);
        drop(running);
    });
}
