//! A prepared set of scopes beside the plain loop: `cargo bench -p taskcluster-core`.
//!
//! Prints nanoseconds per question, the median of interleaved rounds, and their ratio.

use std::hint::black_box;
use std::time::Instant;

use taskcluster_core::scopes::{ScopeSet, satisfies};

const ROUNDS: usize = 15;
const QUESTIONS: usize = 200;

fn main() {
    println!(
        "{:>8}  {:>12}  {:>12}  {:>8}",
        "assumed", "loop ns", "set ns", "ratio"
    );
    for count in [100, 1_000, 10_000] {
        let assumed: Vec<String> = (0..count).map(scope).collect();
        let set = ScopeSet::from_iter(&assumed);
        let questions: Vec<[[String; 1]; 1]> =
            (0..QUESTIONS).map(|n| [[question(n, count)]]).collect();
        let (mut plain, mut prepared) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            plain.push(time(&questions, |question| satisfies(&assumed, question)));
            prepared.push(time(&questions, |question| set.satisfies(question)));
        }
        let (plain, prepared) = (median(&mut plain), median(&mut prepared));
        println!(
            "{count:>8}  {plain:>12.0}  {prepared:>12.0}  {:>8.1}",
            plain / prepared
        );
    }
}

/// One in five is a pattern, as in real clients and roles.
fn scope(number: usize) -> String {
    let star = if number.is_multiple_of(5) { "*" } else { "" };
    format!(
        "queue:create-task:provisioner-{:02}/worker-{number:05}/{star}",
        number % 17
    )
}

/// Half of the questions have a scope that covers them.
fn question(number: usize, count: usize) -> String {
    let other = number * 7919 % count;
    let tail = if number.is_multiple_of(2) {
        ""
    } else {
        "missing"
    };
    format!(
        "queue:create-task:provisioner-{:02}/worker-{other:05}/{tail}",
        other % 17
    )
}

fn time<Q>(questions: &[Q], ask: impl Fn(&Q) -> bool) -> f64 {
    let start = Instant::now();
    for question in questions {
        black_box(ask(black_box(question)));
    }
    start.elapsed().as_secs_f64() * 1e9 / questions.len() as f64
}

fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
