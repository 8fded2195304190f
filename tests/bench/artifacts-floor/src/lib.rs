//! What large artifacts cost at least, and what the usual tools take; the first argument says which: `hash` hashes
//! bytes that are there, `socket` reads them from a socket and drops them, `ureq` writes them to a file, and
//! `curl` has curl do that, or send one.

use std::fs::File;
use std::hint::black_box;
use std::io::{self, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Command, Stdio};
use std::time::Duration;

use contender::artifacts::{MEGABYTE, Scratch, content, pieces, sink};
use contender::{Error, Meter, Order, Report, Work};
use nix::sys::resource::{UsageWho, getrusage};
use sha2::{Digest as _, Sha256};

/// What it does with an order.
pub fn contender() -> impl FnMut(&Order, &Meter) -> Result<Option<Report>, Error> {
    run
}

fn run(order: &Order, meter: &Meter) -> Result<Option<Report>, Error> {
    let who = std::env::args().nth(1).unwrap_or_default();
    let (megabytes, is_put) = match order.work {
        Work::Fetch(megabytes) => (megabytes, false),
        Work::Put(megabytes) => (megabytes, true),
        _ => return Ok(None),
    };
    let bytes = megabytes as u64 * MEGABYTE;
    let url = content(&order.root_url, bytes);
    Ok(Some(match (&*who, is_put) {
        ("hash", _) => meter.run(order, || hash(bytes))?,
        ("socket", false) => meter.run(order, || socket(&order.root_url, bytes))?,
        ("ureq", false) => meter.run(order, || ureq(&url, bytes))?,
        ("curl", false) => {
            let scratch = Scratch::new("curl");
            curl(order, meter, || {
                let mut command = Command::new("curl");
                command.args(["--silent", "--fail", "--output"]);
                started(command.arg(scratch.path()).arg(&url))?;
                Ok(scratch.check(bytes)?)
            })?
        }
        ("curl", true) => {
            let scratch = Scratch::filled("curl", bytes)?;
            curl(order, meter, || {
                let mut command = Command::new("curl");
                command.args(["--silent", "--fail", "--upload-file"]);
                started(command.arg(scratch.path()).arg(sink(&order.root_url)))
            })?
        }
        _ => return Ok(None),
    }))
}

fn hash(bytes: u64) -> Result<(), Error> {
    let mut hasher = Sha256::new();
    pieces(bytes, |piece| {
        hasher.update(piece);
        Ok(())
    })?;
    black_box(hasher.finalize());
    Ok(())
}

fn socket(root_url: &str, bytes: u64) -> Result<(), Error> {
    let host = root_url.strip_prefix("http://").ok_or("not a URL")?;
    let mut stream = TcpStream::connect(host)?;
    let request = format!("GET /content/{bytes} HTTP/1.1\r\nhost: {host}\r\n\r\n");
    stream.write_all(request.as_bytes())?;
    let mut room = vec![0; 256 * 1024];
    let first = stream.read(&mut room)?;
    let head = room[..first].windows(4).position(|it| it == b"\r\n\r\n");
    let head = head.ok_or("an answer whose head comes in parts")? + 4;
    let mut left = bytes - (first - head) as u64;
    while left > 0 {
        match stream.read(&mut room)? {
            0 => return Err("it ended too early".into()),
            length => left -= length as u64,
        }
    }
    Ok(())
}

fn ureq(url: &str, bytes: u64) -> Result<(), Error> {
    let scratch = Scratch::new("ureq");
    let mut file = File::create(scratch.path())?;
    let mut answer = ureq::get(url).call()?;
    io::copy(&mut answer.body_mut().as_reader(), &mut file)?;
    Ok(scratch.check(bytes)?)
}

/// Measures curl, whose CPU time is that of processes that have ended, beside what is done with its file here.
fn curl(
    order: &Order,
    meter: &Meter,
    transfer: impl Fn() -> Result<(), Error> + Sync,
) -> Result<Report, Error> {
    let before = children()?;
    let mut report = meter.run(order, transfer)?;
    report.cpu_ns += (children()? - before).as_nanos() as f64;
    report.peak_rss_kb = getrusage(UsageWho::RUSAGE_CHILDREN)?.max_rss() as f64;
    Ok(report)
}

fn started(command: &mut Command) -> Result<(), Error> {
    let status = command.stdout(Stdio::null()).status();
    match status.map_err(|why| format!("curl cannot be started: {why}"))? {
        status if status.success() => Ok(()),
        status => Err(format!("curl has failed: {status}").into()),
    }
}

fn children() -> Result<Duration, Error> {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let (user, system) = (usage.user_time(), usage.system_time());
    let micros = user.tv_usec() + system.tv_usec();
    let seconds = user.tv_sec() + system.tv_sec();
    Ok(Duration::from_secs(seconds.try_into()?) + Duration::from_micros(micros.try_into()?))
}
