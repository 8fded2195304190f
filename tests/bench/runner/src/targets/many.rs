//! What we want of ourselves where there are many calls.

use super::Judge;
use crate::contenders::{
    LISTERS, MANY, Programs,
    Who::{self, *},
};
use crate::results::Quantity::{Cpu, Rate};

/// What is wanted of whom in which work.
struct Wanted {
    work: &'static str,
    name: &'static str,
    ours: Who,
    /// Those to whom it is compared.
    peers: &'static [Who],
    /// How many times the calls each second of the best of them.
    rate: f64,
}

/// With as many calls in flight as we have threads, and with more: on one thread, and on any number.
const FEW: &[Who] = &[OfficialFew, Python];
const ONE_THREAD: &[Who] = &[Official, JavaScript];
const MORE: &[Who] = &[Official, OfficialThreads, JavaScript];

/// Where the server takes its time, nobody can be quicker than it.
const EQUAL: f64 = 0.98;

const WANTED: &[Wanted] = &[
    wanted("graph", "graph of tasks", Many, MANY, 1.2),
    wanted("graph", "graph of tasks, async", ManyAsync, MANY, 1.2),
    wanted("graph-slow", "the same, 20 ms", Many, FEW, EQUAL),
    wanted(
        "graph-slow",
        "the same, 20 ms, async",
        ManyAsync,
        ONE_THREAD,
        EQUAL,
    ),
    wanted(
        "graph-slow",
        "the same, 20 ms, async, multi-thread",
        ManyAsyncThreads,
        MORE,
        EQUAL,
    ),
    wanted("status", "calls of `status`", Many, MANY, 1.2),
    wanted("status", "calls of `status`, async", ManyAsync, MANY, 1.2),
    wanted("status-slow", "the same, 20 ms", Many, FEW, EQUAL),
    wanted(
        "status-slow",
        "the same, 20 ms, async",
        ManyAsync,
        ONE_THREAD,
        EQUAL,
    ),
    wanted(
        "status-slow",
        "the same, 20 ms, async, multi-thread",
        ManyAsyncThreads,
        MORE,
        EQUAL,
    ),
    wanted("group", "listing of a group", Ours, LISTERS, 1.2),
    wanted(
        "group",
        "listing of a group, async",
        OursAsync,
        LISTERS,
        1.2,
    ),
    wanted("group-slow", "the same, 20 ms", Ours, LISTERS, EQUAL),
    wanted(
        "group-slow",
        "the same, 20 ms, async",
        OursAsync,
        LISTERS,
        EQUAL,
    ),
];

const fn wanted(
    work: &'static str,
    name: &'static str,
    ours: Who,
    peers: &'static [Who],
    rate: f64,
) -> Wanted {
    Wanted {
        work,
        name,
        ours,
        peers,
        rate,
    }
}

impl Judge<'_> {
    pub(super) fn many(&mut self, programs: &Programs<'_>) {
        for wanted in WANTED {
            self.many_of(wanted, programs);
        }
    }

    fn many_of(&mut self, wanted: &Wanted, programs: &Programs<'_>) {
        let Wanted { work, ours, .. } = *wanted;
        let Some(best) = self.quickest(work, wanted.peers) else {
            return;
        };
        let label = programs.label(best);
        if let Some(ratio) = self.results.ratio(work, ours, best, Rate) {
            let least = wanted.rate;
            self.add(
                wanted.name,
                &format!("calls/s at least {least:.2} x the best peer"),
                format!("{ratio:.2} x ({label})"),
                ratio >= least,
            );
        }
        if let Some(ratio) = self.results.ratio(work, ours, best, Cpu) {
            self.add(
                wanted.name,
                "CPU at most 0.60 x that peer's",
                format!("{ratio:.2} x"),
                ratio <= 0.6,
            );
        }
    }
}
