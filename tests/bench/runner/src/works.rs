//! What is measured, and what of it is shown.

use contender::Work as Order;

use crate::contenders::{
    AUDITORS, BUILT, CALLERS, COLLECTORS, FETCHERS, LISTERS, MANY, ONE_CALL, PUTTERS, SCOPES, Who,
};
use crate::results::Quantity::{self, *};
use crate::server::Kind;

/// One work, with a table of its own.
pub struct Work {
    /// What it is called when it is asked for.
    pub name: &'static str,
    /// What it is.
    pub title: &'static str,
    /// Who takes part, in the order of the table.
    pub who: &'static [Who],
    /// How it is measured.
    pub how: How,
    /// The columns of its table; the first is drawn, and has the ratio to ours.
    pub columns: &'static [Quantity],
}

/// How a work is measured.
#[derive(Clone, Copy)]
pub enum How {
    /// Contenders take orders.
    Orders(Task),
    /// Programs make one call, with a server of this kind.
    OneCall(Kind),
    /// Programs are built.
    Builds,
}

/// What contenders are told to do.
#[derive(Clone, Copy)]
pub struct Task {
    /// What it is.
    pub order: Order,
    /// The server that they do it with.
    pub server: Kind,
}

const CALL: &[Quantity] = &[Cpu, Latency, Instructions, Allocations, AllocatedBytes];
const LISTING: &[Quantity] = &[Cpu, Latency, Allocations, PeakHeap, PeakRss];
const LARGE: &[Quantity] = &[Throughput, Latency, Cpu, PeakHeap, PeakRss];
const FLIGHT: &[Quantity] = &[Rate, Cpu, Connections, PeakRss];
const AT_ONCE: &[Quantity] = &[Rate, Cpu, Connections, PeakHeap, PeakRss];
const GROUP: &[Quantity] = &[Rate, Latency, Cpu, PeakHeap, PeakRss];

/// How many pages the listed task group has: 10,000 tasks.
pub const PAGES_OF_A_GROUP: usize = 50;

/// How many scopes are assumed, at most.
pub const MANY_SCOPES: &str = "scopes-10000";

/// All works, in the order in which they are measured and shown.
pub const WORKS: &[Work] = &[
    call("get", "Small signed GET", Order::Get, CALL),
    call("post", "Signed POST of 1 KB", Order::Post, CALL),
    call("list", "Page of 1,000 items, 300 KB", Order::List, CALL),
    call(
        "pages-10",
        "Listing of 10 pages with 100 items each",
        Order::Pages(10),
        LISTING,
    ),
    call(
        "pages-100",
        "Listing of 100 pages with 100 items each",
        Order::Pages(100),
        LISTING,
    ),
    call(
        "sign",
        "Signed URL, nothing sent",
        Order::Sign,
        &[Latency, Instructions, Allocations, AllocatedBytes],
    ),
    call(
        "flight",
        "50 small GETs in flight, instant server",
        Order::Flight(50),
        FLIGHT,
    ),
    work(
        "flight-slow",
        "50 small GETs in flight, server that takes 20 ms",
        CALLERS,
        (Order::Flight(50), Kind::Slow),
        FLIGHT,
    ),
    work(
        "graph",
        "A graph of tasks created, instant server",
        MANY,
        (Order::Graph, Kind::Instant),
        AT_ONCE,
    ),
    work(
        "graph-slow",
        "A graph of tasks created, server that takes 20 ms",
        MANY,
        (Order::Graph, Kind::Slow),
        AT_ONCE,
    ),
    work(
        "status",
        "Calls of `status`, instant server",
        MANY,
        (Order::Status, Kind::Instant),
        AT_ONCE,
    ),
    work(
        "status-slow",
        "Calls of `status`, server that takes 20 ms",
        MANY,
        (Order::Status, Kind::Slow),
        AT_ONCE,
    ),
    work(
        "group",
        "A group of 10,000 tasks listed in 50 pages, instant server",
        LISTERS,
        (Order::Group(PAGES_OF_A_GROUP), Kind::Instant),
        GROUP,
    ),
    work(
        "group-slow",
        "A group of 10,000 tasks listed in 50 pages, server that takes 20 ms",
        LISTERS,
        (Order::Group(PAGES_OF_A_GROUP), Kind::Slow),
        GROUP,
    ),
    work(
        "faulty",
        "Small GETs, 30 % of the attempts 503 or reset",
        CALLERS,
        (Order::Faulty, Kind::Faulty),
        &[Cpu, ExtraAttempts, Connections],
    ),
    scopes("scopes-100", "One question of 100 scopes", 100),
    scopes("scopes-1000", "One question of 1,000 scopes", 1_000),
    scopes(MANY_SCOPES, "One question of 10,000 scopes", 10_000),
    work(
        "audit",
        "One of 10,000 clients asked about, with 1,000 roles",
        AUDITORS,
        (Order::Audit, Kind::Instant),
        &[Latency],
    ),
    artifacts(
        "artifacts-get",
        "Large artifact into a file, its hash checked",
        FETCHERS,
        Order::Fetch(1_000),
        LARGE,
    ),
    artifacts(
        "artifacts-put",
        "Large artifact made of a file, with its hashes",
        PUTTERS,
        Order::Put(1_000),
        LARGE,
    ),
    artifacts(
        "artifacts-small",
        "Artifacts of 1 KB into memory, 16 in flight",
        COLLECTORS,
        Order::Small(16),
        &[Rate, Calls, Latency, Cpu, Connections, PeakHeap],
    ),
    one_call(
        "cold-http",
        "Program that makes one call, start to exit, http",
        Kind::Instant,
    ),
    one_call(
        "cold-https",
        "Program that makes one call, start to exit, https",
        Kind::Https,
    ),
    Work {
        name: "builds",
        title: "Clean release build of that program",
        who: BUILT,
        how: How::Builds,
        columns: &[BuildTime, BuildCpu, Crates, Size],
    },
];

const fn work(
    name: &'static str,
    title: &'static str,
    who: &'static [Who],
    (order, server): (Order, Kind),
    columns: &'static [Quantity],
) -> Work {
    Work {
        name,
        title,
        who,
        how: How::Orders(Task { order, server }),
        columns,
    }
}

const fn call(
    name: &'static str,
    title: &'static str,
    order: Order,
    columns: &'static [Quantity],
) -> Work {
    work(name, title, CALLERS, (order, Kind::Instant), columns)
}

const fn artifacts(
    name: &'static str,
    title: &'static str,
    who: &'static [Who],
    order: Order,
    columns: &'static [Quantity],
) -> Work {
    work(name, title, who, (order, Kind::Artifacts), columns)
}

const fn scopes(name: &'static str, title: &'static str, count: usize) -> Work {
    let order = (Order::Scopes(count), Kind::Instant);
    work(name, title, SCOPES, order, &[Latency])
}

const fn one_call(name: &'static str, title: &'static str, server: Kind) -> Work {
    Work {
        name,
        title,
        who: ONE_CALL,
        how: How::OneCall(server),
        columns: &[Latency, Cpu],
    }
}

impl Work {
    /// Whether one of these names, each the whole or a first part, means this work.
    pub fn is_named(&self, names: &[String]) -> bool {
        names.iter().any(|name| {
            let rest = self.name.strip_prefix(name.as_str());
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        })
    }

    /// Whether contenders and servers share a core: not where several things are to be done at once.
    pub fn is_pinned(&self) -> bool {
        !matches!(
            self.how,
            How::Orders(Task {
                order: Order::Flight(_)
                    | Order::Graph
                    | Order::Status
                    | Order::Fetch(_)
                    | Order::Put(_)
                    | Order::Small(_),
                ..
            }) | How::Builds
        )
    }

    /// The contender to which the others are compared.
    pub fn ours(&self) -> Who {
        let all = [Who::Many, Who::Artifacts, Who::ScopesSet, Who::Roles];
        let ours = all.into_iter().find(|who| self.who.contains(who));
        ours.unwrap_or(Who::Ours)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_part_names_all_works_that_begin_with_it() {
        let named = |name: &str| -> Vec<&str> {
            let names = [name.to_owned()];
            WORKS
                .iter()
                .filter(|work| work.is_named(&names))
                .map(|work| work.name)
                .collect()
        };
        assert_eq!(named("get"), ["get"]);
        assert_eq!(named("flight"), ["flight", "flight-slow"]);
        assert_eq!(named("cold-https"), ["cold-https"]);
        assert!(named("pag").is_empty());
    }
}
