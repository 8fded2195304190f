//! What repeats on a noisy machine: allocations and instructions.

use std::io::Write as _;
use std::process::{Command, Stdio};
use std::time::Duration;

use contender::{Answer, Error};

use crate::Bench;
use crate::contenders::Who;
use crate::process::Process;
use crate::results::Quantity;
use crate::works::{Task, Work};

/// Calls of which allocations are counted.
const COUNTED: usize = 20;

/// Counts what the calls of a work allocate and how many instructions they take.
pub fn measure(bench: &mut Bench<'_>, work: &Work, task: Task) {
    let counted = |who: &Who| who.is_counted() && bench.results.has(work.name, *who);
    let counted: Vec<Who> = work.who.iter().copied().filter(counted).collect();
    let is_wanted = |what| work.columns.contains(&what);
    if !is_wanted(Quantity::Allocations) && !is_wanted(Quantity::PeakHeap) {
        return;
    }
    for who in counted {
        let mut outcomes = vec![("allocations", allocations(bench, work, who, task))];
        if work.columns.contains(&Quantity::Instructions) && bench.callgrind {
            outcomes.push(("instructions", instructions(bench, work, who, task)));
        }
        for (what, outcome) in outcomes {
            if let Err(why) = outcome {
                let label = bench.programs.label(who);
                bench.note(format!("{what} of {label}, {}: {why}", work.name));
            }
        }
    }
}

fn allocations(bench: &mut Bench<'_>, work: &Work, who: Who, task: Task) -> Result<(), Error> {
    let calls = match task.order {
        contender::Work::Pages(_)
        | contender::Work::Group(_)
        | contender::Work::Fetch(_)
        | contender::Work::Put(_) => 1,
        contender::Work::Graph | contender::Work::Status => {
            bench.effort.calls(task, Duration::ZERO)
        }
        contender::Work::Small(at_once) => at_once * 2,
        _ => COUNTED,
    };
    let order = bench.order(work, task, calls);
    let mut process = Process::start(&mut bench.programs.counted(who)?, bench.core(work))?;
    let answer = process.order(&order)?;
    let Answer::Measured(report) = answer else {
        return Err(format!("{answer:?}").into());
    };
    let Some(allocations) = report.allocations else {
        return Err("allocations were not counted".into());
    };
    let mut add = |quantity, value| bench.results.add(work.name, who, quantity, value);
    add(
        Quantity::Allocations,
        allocations.count as f64 / calls as f64,
    );
    add(
        Quantity::AllocatedBytes,
        allocations.bytes as f64 / calls as f64,
    );
    add(Quantity::PeakHeap, allocations.peak as f64);
    Ok(())
}

/// Whether callgrind is there and can run programs of this machine.
pub fn has_callgrind() -> bool {
    let tried = callgrind("true")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    tried.is_ok_and(|status| status.success())
}

/// The difference of two runs that differ in how many calls they make.
fn instructions(bench: &mut Bench<'_>, work: &Work, who: Who, task: Task) -> Result<(), Error> {
    let (few, many) = match task.order {
        contender::Work::List => (5, 15),
        _ => (50, 250),
    };
    let program = bench.programs.orders(who)?;
    let collected = |calls| -> Result<f64, Error> {
        let order = bench.order(work, task, calls).to_string();
        let mut command = callgrind(program.get_program().to_str().ok_or("not a name")?);
        command.args(program.get_args());
        collected(&mut command, &order)
    };
    let value = (collected(many)? - collected(few)?) / (many - few) as f64;
    bench
        .results
        .add(work.name, who, Quantity::Instructions, value);
    Ok(())
}

fn callgrind(program: &str) -> Command {
    let mut command = Command::new("valgrind");
    command.args([
        "--tool=callgrind",
        "--callgrind-out-file=/dev/null",
        program,
    ]);
    command
}

fn collected(command: &mut Command, order: &str) -> Result<f64, Error> {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        writeln!(stdin, "{order}")?;
    }
    let output = child.wait_with_output()?;
    let said = String::from_utf8_lossy(&output.stderr);
    let number = said
        .lines()
        .find_map(|line| line.split_once("Collected : "));
    match number.and_then(|(_, number)| number.trim().parse().ok()) {
        Some(number) => Ok(number),
        None => Err(format!("callgrind counted nothing:\n{said}").into()),
    }
}
