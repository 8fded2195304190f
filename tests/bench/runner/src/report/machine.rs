//! Where results are from.

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;
use std::thread::available_parallelism;

use time::OffsetDateTime;

use crate::Bench;
use crate::effort::Effort;
use crate::options::Options;
use crate::works::{How, Work};

/// Date, machine, tools and command, one line each.
pub fn origin(bench: &Bench<'_>, works: &[&Work], options: &Options) -> Vec<String> {
    let date = OffsetDateTime::now_utc().date();
    let cores = available_parallelism().map_or(1, usize::from);
    let processor = processor().unwrap_or_else(|| "unknown processor".to_owned());
    let pinned = match bench.core {
        Some(_) => {
            "one core for servers and contenders, except where several things are done at once"
        }
        None => "not pinned: the system does not let us choose cores",
    };
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
        format!("{}, {pinned}", rounds(&bench.effort, works)),
    ]
}

/// How many rounds there were.
fn rounds(effort: &Effort, works: &[&Work]) -> String {
    let rounds = |work: &&Work| match work.how {
        How::Orders(task) => Some(effort.rounds(task)),
        _ => None,
    };
    let counts: BTreeSet<usize> = works.iter().filter_map(rounds).collect();
    match (counts.last(), counts.first()) {
        (Some(many), Some(few)) if few < many => {
            format!("{many} interleaved rounds, {few} of what takes long")
        }
        (many, _) => format!("{} interleaved rounds", many.unwrap_or(&effort.rounds)),
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::works::WORKS;

    #[test]
    fn rounds_are_those_of_the_works_that_were_done() {
        let effort = Effort::FULL;
        let said = |names: &[&str]| {
            let is_named = |work: &&Work| names.contains(&work.name);
            let works: Vec<&Work> = WORKS.iter().filter(is_named).collect();
            rounds(&effort, &works)
        };
        assert_eq!(said(&["get", "list"]), "15 interleaved rounds");
        assert_eq!(said(&["artifacts-get"]), "5 interleaved rounds");
        let both = "15 interleaved rounds, 5 of what takes long";
        assert_eq!(said(&["get", "artifacts-get"]), both);
    }
}
