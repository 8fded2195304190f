//! A prepared set of scopes, and our single check, beside the plain loop: the first argument says
//! which (`set`, `check`, `loop`; `roles` is for the `audit`). One question asks for one scope; three in five have one
//! that covers it.

mod audit;

use std::hint::black_box;

use contender::{Error, Meter, Order, Report, Work};
use taskcluster_core::scopes::{ScopeSet, satisfies};

const QUESTIONS: usize = 200;

fn main() {
    contender::serve(Meter::timing(), run);
}

fn run(order: &Order, meter: &Meter) -> Result<Option<Report>, Error> {
    if order.work == Work::Audit {
        return audit::run(order, meter);
    }
    let Work::Scopes(count) = order.work else {
        return Ok(None);
    };
    let assumed: Vec<String> = (0..count).map(scope).collect();
    match std::env::args().nth(1).as_deref() {
        Some("loop") => ask(order, meter, &assumed, |wanted| has(&assumed, wanted)),
        Some("check") => ask(order, meter, &assumed, |wanted| {
            satisfies(&assumed, &[[wanted]])
        }),
        Some("set") => {
            let set = ScopeSet::from_iter(&assumed);
            ask(order, meter, &assumed, |wanted| set.satisfies(&[[wanted]]))
        }
        _ => Err("say which: set, check or loop".into()),
    }
}

fn ask(
    order: &Order,
    meter: &Meter,
    assumed: &[String],
    covered: impl Fn(&str) -> bool,
) -> Result<Option<Report>, Error> {
    let count = assumed.len();
    let questions: Vec<String> = (0..QUESTIONS).map(|n| question(n, count)).collect();
    if !questions
        .iter()
        .all(|wanted| covered(wanted) == has(assumed, wanted))
    {
        return Err("the answers are not those of the plain loop".into());
    }
    let mut questions = questions.iter().cycle();
    let report = meter.in_turn(order, || {
        if let Some(wanted) = questions.next() {
            black_box(covered(black_box(wanted)));
        }
        Ok(())
    })?;
    Ok(Some(report))
}

/// What anyone would write.
fn has(assumed: &[String], wanted: &str) -> bool {
    assumed.iter().any(|scope| match scope.strip_suffix('*') {
        Some(prefix) => wanted.starts_with(prefix),
        None => scope == wanted,
    })
}

/// One in five is a pattern, as in real clients and roles.
fn scope(number: usize) -> String {
    let star = if number.is_multiple_of(5) { "*" } else { "" };
    let provisioner = number % 17;
    format!("queue:create-task:provisioner-{provisioner:02}/worker-{number:05}/{star}")
}

fn question(number: usize, count: usize) -> String {
    let other = number * 7919 % count;
    let provisioner = other % 17;
    let tail = if number.is_multiple_of(2) {
        ""
    } else {
        "missing"
    };
    format!("queue:create-task:provisioner-{provisioner:02}/worker-{other:05}/{tail}")
}
