//! Where results are from.

use std::fs;
use std::process::Command;
use std::thread::available_parallelism;

use time::OffsetDateTime;

use crate::Bench;
use crate::options::Options;

/// Date, machine, tools and command, one line each.
pub fn origin(bench: &Bench<'_>, options: &Options) -> Vec<String> {
    let date = OffsetDateTime::now_utc().date();
    let cores = available_parallelism().map_or(1, usize::from);
    let processor = processor().unwrap_or_else(|| "unknown processor".to_owned());
    let pinned = match bench.core {
        Some(_) => "one core for servers and contenders, except where many calls are in flight",
        None => "not pinned: the system does not let us choose cores",
    };
    let effort = &bench.effort;
    vec![
        format!(
            "{date}, {processor}, {cores} cores, {}",
            std::env::consts::OS
        ),
        [said("rustc"), said("python3"), said("node")]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(", "),
        format!("`{}`", command(options)),
        format!("{} interleaved rounds, {pinned}", effort.rounds),
    ]
}

fn command(options: &Options) -> String {
    let mut words = vec!["cargo xtask bench".to_owned()];
    words.extend(options.quick.then(|| "--quick".to_owned()));
    words.extend(options.smoke.then(|| "--smoke".to_owned()));
    words.extend(options.works.iter().cloned());
    words.join(" ")
}

fn processor() -> Option<String> {
    let info = fs::read_to_string("/proc/cpuinfo").ok()?;
    let line = info.lines().find(|line| line.starts_with("model name"))?;
    Some(line.split_once(": ")?.1.trim().to_owned())
}

/// What a tool says of its version, after its name.
fn said(tool: &str) -> Option<String> {
    let output = Command::new(tool).arg("--version").output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout);
    let version = text.lines().next()?.split_whitespace().find(|word| {
        word.trim_start_matches('v')
            .starts_with(|first: char| first.is_ascii_digit())
    })?;
    Some(format!("{tool} {}", version.trim_start_matches('v')))
}
