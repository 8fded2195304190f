//! The beginning of the guide's page: what a user can expect, in sentences with the figures of a run.

use super::units;
use crate::contenders::Who::{self, *};
use crate::results::Quantity::{self, *};
use crate::results::Results;
use crate::server::faults;

/// Figures of a run, as they stand in sentences; `None` where one was not measured.
struct Figures<'a>(&'a Results);

impl Figures<'_> {
    fn of(&self, work: &'static str, who: Who, quantity: Quantity) -> Option<String> {
        let median = self.0.median(work, who, quantity)?;
        Some(units::value(quantity, median))
    }

    fn ratio(&self, work: &'static str, of: Who, to: Who, quantity: Quantity) -> Option<String> {
        let ratio = self.0.ratio(work, of, to, quantity)?;
        Some(format!("{ratio:.2}"))
    }

    fn calls(&self) -> Option<String> {
        let three = |who| -> Option<[String; 3]> {
            Some([
                self.of("get", who, Cpu)?,
                self.of("post", who, Cpu)?,
                self.of("list", who, Cpu)?,
            ])
        };
        let ([get, post, list], official, python) =
            (three(Ours)?, three(Official)?, three(Python)?);
        let counted = |who| {
            Some((
                self.of("get", who, Instructions)?,
                self.of("get", who, Allocations)?,
            ))
        };
        let ((instructions, allocations), (theirs, their_allocations)) =
            (counted(Ours)?, counted(Official)?);
        Some(format!(
            "**A call costs the program microseconds.** A small signed GET takes {get} of CPU time, a POST of \
             1 KB {post}, a list's page of 1,000 items {list}, read into types. The crate `taskcluster` takes {}, \
             {} and {} for these, the Python client {}, {} and {}. The GET takes {instructions} instructions and \
             {allocations} allocations, with the crate `taskcluster` {theirs} and {their_allocations}. Whatever the \
             client, the network takes longer.",
            official[0], official[1], official[2], python[0], python[1], python[2]
        ))
    }

    fn lists(&self) -> Option<String> {
        let peak = |work| self.of(work, Ours, PeakHeap);
        let (ten, hundred) = (peak("pages-10")?, peak("pages-100")?);
        Some(format!(
            "**Memory does not grow with a list.** A walk over 100 pages holds {hundred} at once, one over 10 \
             pages {ten}."
        ))
    }

    fn flight(&self) -> Option<String> {
        let [rate, peak] = [Rate, PeakRss].map(|what| self.of("flight", Ours, what));
        let beside = self.ratio("flight", Ours, Official, Rate)?;
        Some(format!(
            "**Many calls at once take little.** With 50 calls in flight the process has {}, and makes {} calls a \
             second to a server that answers at once and shares two cores with it: {beside} x those of the crate \
             `taskcluster`.",
            peak?, rate?
        ))
    }

    fn graph(&self) -> Option<String> {
        let of = |who, what| self.of("graph", who, what);
        let (rate, cpu, official) = (of(Many, Rate)?, of(Many, Cpu)?, of(Official, Cpu)?);
        let (async_rate, async_cpu) = (of(ManyAsync, Rate)?, of(ManyAsync, Cpu)?);
        let python = of(Python, Rate)?;
        let (group, theirs) = (
            self.of("group", Ours, Latency)?,
            self.of("group", Official, Latency)?,
        );
        Some(format!(
            "**A graph of 10,000 tasks** is created by {rate} calls a second with 16 threads, by {async_rate} with \
             64 calls in flight, by {python} from Python. A task takes {cpu} and {async_cpu} of CPU time, with the \
             crate `taskcluster` {official}. To list the group takes {group}, read into types, and {theirs} there."
        ))
    }

    fn faults(&self, calls: usize) -> Option<String> {
        let extra = self.of("faulty", Ours, ExtraAttempts)?;
        let connections = self.of("faulty", Ours, Connections)?;
        let least = faults::least(calls);
        Some(format!(
            "**What fails costs no more than it must.** {calls} calls to a server with faults took {extra} attempts \
             more and {connections} connections; no client can do with less than {} and {}.",
            least.extra_attempts, least.connections
        ))
    }

    fn builds(&self) -> Option<String> {
        let beside = |who| self.ratio("builds", who, Official, BuildCpu);
        let (one, facade, both) = (beside(Ours)?, beside(Facade)?, beside(FacadeAsync)?);
        Some(format!(
            "**A build takes {one}** of the CPU time of one with the crate `taskcluster`, for a program with one \
             service; the whole facade {facade}, with the asynchronous client {both}. See \
             [`features`](crate::guide::features) for less."
        ))
    }

    fn asynchronous(&self) -> Option<String> {
        let single = self.ratio("get", OursAsync, Ours, Cpu)?;
        let many = self.ratio("flight", OursAsync, Ours, Cpu)?;
        Some(format!(
            "**The asynchronous client** takes {single} x the CPU time of the blocking one for a single call, and \
             {many} x where 50 are in flight. Take the blocking one unless the program is asynchronous anyway."
        ))
    }

    fn audit(&self) -> Option<String> {
        let ours = self.of("audit", Roles, Latency)?;
        let beside = |who| self.ratio("audit", who, Roles, Latency);
        let (python, library) = (beside(Python)?, beside(LibScopes)?);
        Some(format!(
            "**Scopes are asked about quickly.** Whether a client may make a call, with all that 1,000 roles give \
             it, takes {ours}; from Python {python} x that, by the JavaScript library `taskcluster-lib-scopes` \
             {library} x."
        ))
    }
}

const INTRODUCTION: &str = "\
What a call costs, beside other clients and beside the floor. After this page you know what to expect, and can
measure it yourself.
";

/// The beginning of the page; date and machine are the `origin` of its figures.
pub fn section(results: &Results, faulty: usize, origin: &str) -> String {
    let figures = Figures(results);
    let sentences = [
        figures.calls(),
        figures.lists(),
        figures.flight(),
        figures.graph(),
        figures.faults(faulty),
        figures.builds(),
        figures.asynchronous(),
        figures.audit(),
    ];
    let mut text = format!(
        "{INTRODUCTION}\n# What to expect\n\nBy the medians of the tables below ({origin}):\n\n"
    );
    for sentence in sentences.into_iter().flatten() {
        text += &format!("* {sentence}\n");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_measured_is_not_told() {
        let mut results = Results::default();
        for (quantity, value) in [(ExtraAttempts, 3.0), (Connections, 2.0)] {
            results.add("faulty", Ours, quantity, value);
        }
        let text = section(&results, 20, "today, here");
        assert!(text.contains("(today, here):\n\n* **What fails"), "{text}");
        assert!(
            text.contains("took 3 attempts more and 2 connections"),
            "{text}"
        );
        assert_eq!(text.matches("\n* ").count(), 1, "{text}");
    }
}
