//! Rounds: in each, every contender does a work once, so that what disturbs one disturbs all.

use std::time::Duration;

use contender::artifacts::MEGABYTE;
use contender::{Answer, Error, Order, Report};

use crate::Bench;
use crate::contenders::Who;
use crate::process::{Counts, Process};
use crate::results::Quantity;
use crate::works::{Task, Work};

/// A contender at its work.
struct Turn {
    who: Who,
    process: Process,
    calls: usize,
}

/// Measures a work that contenders do on orders.
pub fn measure(bench: &mut Bench<'_>, work: &Work, task: Task) -> Result<(), Error> {
    let mut turns = Vec::new();
    for who in work.who {
        match start(bench, work, *who, task) {
            Ok(Some(turn)) => turns.push(turn),
            Ok(None) => {}
            Err(why) => bench.leave_out(work, *who, &why.to_string()),
        }
    }
    for _ in 0..bench.effort.rounds(task) {
        let mut left = Vec::new();
        for turn in turns {
            let who = turn.who;
            match take(bench, work, task, turn) {
                Ok(turn) => left.push(turn),
                Err(why) => bench.leave_out(work, who, &why.to_string()),
            }
        }
        turns = left;
    }
    Ok(())
}

fn take(bench: &mut Bench<'_>, work: &Work, task: Task, turn: Turn) -> Result<Turn, Error> {
    // What sends nothing is so quick that it counts where its data lie, which is another place in
    // each process: up to an eighth for a loop over scopes.
    let mut turn = if matches!(
        task.order,
        contender::Work::Sign | contender::Work::Scopes(_) | contender::Work::Audit
    ) {
        start(bench, work, turn.who, task)?.ok_or("it has no such work any more")?
    } else {
        turn
    };
    bench.servers(work).take_counts(task.server)?;
    let order = bench.order(work, task, turn.calls);
    match turn.process.order(&order)? {
        Answer::Measured(report) => {
            let counts = bench.servers(work).take_counts(task.server)?;
            record(bench, work, turn.who, &order, &report, &counts);
            Ok(turn)
        }
        answer => Err(format!("{answer:?}").into()),
    }
}

/// Starts a contender and lets it show how long a call takes it; `None` where it has no such work.
fn start(bench: &mut Bench<'_>, work: &Work, who: Who, task: Task) -> Result<Option<Turn>, Error> {
    let Some(mut command) = bench.take_part(|programs| programs.orders(who), who) else {
        return Ok(None);
    };
    let mut process = Process::start(&mut command, bench.core(work))?;
    bench.servers(work).take_counts(task.server)?;
    let first = bench.order(work, task, bench.effort.first_calls(task.order));
    match process.order(&first)? {
        Answer::Absent => Ok(None),
        Answer::Failed(why) => Err(why.into()),
        Answer::Measured(report) => {
            let one = Duration::from_secs_f64(report.wall_ns / 1e9 / report.calls as f64);
            let calls = bench.effort.calls(task, one);
            Ok(Some(Turn {
                who,
                process,
                calls,
            }))
        }
    }
}

fn record(
    bench: &mut Bench<'_>,
    work: &Work,
    who: Who,
    order: &Order,
    report: &Report,
    counts: &Counts,
) {
    let calls = report.calls as f64;
    let parts = match order.work {
        // What a retried call costs depends on its attempts; what an attempt costs does not.
        contender::Work::Faulty => counts.requests as f64,
        contender::Work::Group(pages) => calls * pages as f64,
        _ => calls,
    };
    let rate = match order.work {
        contender::Work::Group(_) => parts,
        _ => calls,
    };
    let mut add = |quantity, value| bench.results.add(work.name, who, quantity, value);
    add(Quantity::Calls, calls);
    add(Quantity::Latency, report.median_ns);
    add(Quantity::Cpu, report.cpu_ns / parts);
    add(Quantity::Rate, rate / report.wall_ns * 1e9);
    if let contender::Work::Fetch(megabytes) | contender::Work::Put(megabytes) = order.work {
        let bytes = (megabytes as u64 * MEGABYTE) as f64;
        add(Quantity::Throughput, bytes * calls / report.wall_ns * 1e9);
    }
    add(Quantity::PeakRss, report.peak_rss_kb * 1024.0);
    add(Quantity::Connections, counts.connections as f64);
    if order.work == contender::Work::Faulty {
        add(Quantity::ExtraAttempts, counts.requests as f64 - calls);
    }
}
