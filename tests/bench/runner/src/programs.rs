//! Programs as a whole: how long they run, and what it takes to build them.

use std::fs;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use contender::Error;
use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeVal;

use crate::Bench;
use crate::contenders::{Who, trust};
use crate::core::{Core, spawn};
use crate::results::Quantity;
use crate::server::Kind;
use crate::works::Work;

/// Runs each program that makes one call, in rounds.
pub fn one_call(bench: &mut Bench<'_>, work: &Work, server: Kind) {
    let mut programs = Vec::new();
    for who in work.who {
        if let Some(mut command) = bench.take_part(|programs| programs.one_call(*who, server), *who)
        {
            command.env("TASKCLUSTER_ROOT_URL", bench.servers(work).root_url(server));
            command.stdout(Stdio::null());
            if server == Kind::Https {
                trust(&mut command, &bench.authority);
            }
            programs.push((*who, command));
        }
    }
    for _ in 0..bench.effort.runs {
        let mut left = Vec::new();
        for (who, mut command) in programs {
            let (wall, cpu) = match run(&mut command, bench.core(work)) {
                Ok(times) => times,
                Err(why) => {
                    bench.leave_out(work, who, &why.to_string());
                    continue;
                }
            };
            let mut add = |quantity, value| bench.results.add(work.name, who, quantity, value);
            add(Quantity::Latency, wall);
            add(Quantity::Cpu, cpu);
            left.push((who, command));
        }
        programs = left;
    }
}

/// Builds each program in rounds, each time into a folder that is new.
pub fn builds(bench: &mut Bench<'_>, work: &Work) {
    let mut programs = work.who.to_vec();
    for _ in 0..bench.effort.builds {
        programs.retain(|who| match build(bench, work, *who) {
            Ok(()) => true,
            Err(why) => {
                bench.leave_out(work, *who, &why.to_string());
                false
            }
        });
    }
}

fn build(bench: &mut Bench<'_>, work: &Work, who: Who) -> Result<(), Error> {
    let package = who.one_call().ok_or("there is nothing to build")?;
    let cargo = bench.programs.cargo;
    let folder = cargo.target().join("builds").join(package);
    let features: &[&str] = if who == Who::FacadeAsync {
        &["--features", "async"]
    } else {
        &[]
    };

    // All sources are there before the clock runs.
    let output = cargo
        .command("tree", package)
        .args([
            "--edges",
            "normal,build",
            "--prefix",
            "none",
            "--no-dedupe",
            "--format",
            "{p}",
        ])
        .args(features)
        .stderr(Stdio::inherit())
        .output()?;
    let crates = crates(&String::from_utf8_lossy(&output.stdout));

    remove(&folder)?;
    let mut command = cargo.command("build", package);
    command
        .args(["--bin", package])
        .args(["--release", "--quiet", "--offline", "--target-dir"])
        .arg(&folder)
        .args(features)
        .env("CARGO_PROFILE_RELEASE_STRIP", "symbols");
    let (wall, cpu) = run(&mut command, None)?;
    let size = fs::metadata(folder.join("release").join(package))?.len();
    remove(&folder)?;

    let mut add = |quantity, value| bench.results.add(work.name, who, quantity, value);
    add(Quantity::Crates, crates as f64);
    add(Quantity::BuildTime, wall);
    add(Quantity::BuildCpu, cpu);
    add(Quantity::Size, size as f64);
    Ok(())
}

/// How many packages a tree without branches names.
fn crates(tree: &str) -> usize {
    let mut names: Vec<&str> = tree.lines().filter(|line| !line.is_empty()).collect();
    names.sort_unstable();
    names.dedup();
    names.len()
}

fn remove(folder: &std::path::Path) -> Result<(), Error> {
    match fs::remove_dir_all(folder) {
        Err(why) if why.kind() != std::io::ErrorKind::NotFound => Err(why.into()),
        _ => Ok(()),
    }
}

/// Runs a program to its end: the time and the CPU time that it took, in ns.
fn run(command: &mut Command, core: Option<Core>) -> Result<(f64, f64), Error> {
    let before = children()?;
    let start = Instant::now();
    let status = spawn(command, core)?.wait()?;
    let wall = start.elapsed();
    if !status.success() {
        return Err(format!("it failed, {status}").into());
    }
    let cpu = children()?.saturating_sub(before);
    Ok((wall.as_secs_f64() * 1e9, cpu.as_secs_f64() * 1e9))
}

/// CPU time of all processes that this one has waited for, and that they have waited for.
fn children() -> Result<Duration, Error> {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    Ok(duration(usage.user_time())? + duration(usage.system_time())?)
}

fn duration(time: TimeVal) -> Result<Duration, Error> {
    let seconds = Duration::from_secs(time.tv_sec().try_into()?);
    Ok(seconds + Duration::from_micros(time.tv_usec().try_into()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crates_are_counted_once() {
        assert_eq!(crates("a v1 (/x)\nb v1\nc v1\nb v1\n\nb v2\n"), 4);
    }
}
