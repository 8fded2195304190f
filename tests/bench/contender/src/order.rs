//! `WORK ROOT_URL CALLS`: what a contender is told.

use std::fmt;
use std::str::FromStr;

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// A small signed GET: `queue.pendingTasks`.
    Get,
    /// A signed POST of 1 KB: `queue.createArtifact`.
    Post,
    /// One page of 1,000 items: `queue.listWorkerTypes`.
    List,
    /// All items of so many pages of the same method.
    Pages(usize),
    /// A signed URL; nothing is sent.
    Sign,
    /// Small GETs, so many at once.
    Flight(usize),
    /// A graph of tasks, created as a whole: `queue.createTask` for each.
    Graph,
    /// Calls of `queue.status`, many at once.
    Status,
    /// All tasks of a group of so many pages: `queue.listTaskGroup`.
    Group(usize),
    /// Small GETs to a server with faults, retried after at most a millisecond.
    Faulty,
    /// Whether so many scopes cover others.
    Scopes(usize),
    /// Whether one of many clients may make a call, with what its roles give it.
    Audit,
    /// An artifact of so many megabytes, fetched into a file.
    Fetch(usize),
    /// An artifact of so many megabytes, made of a file.
    Put(usize),
    /// Artifacts of a kilobyte, fetched into memory, so many at once.
    Small(usize),
}

/// One order.
#[derive(Clone, Debug)]
pub struct Order {
    /// What is to be done.
    pub work: Work,
    /// Where the server is.
    pub root_url: String,
    /// How often.
    pub calls: usize,
}

impl Order {
    /// Reads an order.
    ///
    /// # Errors
    /// It is none; the error is for people.
    pub fn read(line: &str) -> Result<Self, String> {
        let none = || format!("not an order: {line}");
        let words: Vec<&str> = line.split_whitespace().collect();
        let [work, root_url, calls] = words[..] else {
            return Err(none());
        };
        Ok(Self {
            work: work.parse()?,
            root_url: root_url.to_owned(),
            calls: calls.parse().map_err(|_| none())?,
        })
    }

    /// How many calls come before those that are measured: enough for connections and caches, none
    /// where the first call is part of what is asked.
    pub fn warm_up(&self) -> usize {
        match self.work {
            Work::Get | Work::Post | Work::List | Work::Sign | Work::Scopes(_) | Work::Audit => 10,
            Work::Pages(_) | Work::Group(_) => 1,
            Work::Graph
            | Work::Status
            | Work::Flight(_)
            | Work::Faulty
            | Work::Fetch(_)
            | Work::Put(_)
            | Work::Small(_) => 0,
        }
    }
}

impl fmt::Display for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.work, self.root_url, self.calls)
    }
}

impl fmt::Display for Work {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Get => f.write_str("get"),
            Self::Post => f.write_str("post"),
            Self::List => f.write_str("list"),
            Self::Pages(pages) => write!(f, "pages-{pages}"),
            Self::Sign => f.write_str("sign"),
            Self::Flight(at_once) => write!(f, "flight-{at_once}"),
            Self::Graph => f.write_str("graph"),
            Self::Status => f.write_str("status"),
            Self::Group(pages) => write!(f, "group-{pages}"),
            Self::Faulty => f.write_str("faulty"),
            Self::Scopes(scopes) => write!(f, "scopes-{scopes}"),
            Self::Audit => f.write_str("audit"),
            Self::Fetch(megabytes) => write!(f, "fetch-{megabytes}"),
            Self::Put(megabytes) => write!(f, "put-{megabytes}"),
            Self::Small(at_once) => write!(f, "small-{at_once}"),
        }
    }
}

impl FromStr for Work {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (name, number) = match text.split_once('-') {
            Some((name, number)) => (name, number.parse().ok()),
            None => (text, None),
        };
        match (name, number) {
            ("get", None) => Ok(Self::Get),
            ("post", None) => Ok(Self::Post),
            ("list", None) => Ok(Self::List),
            ("sign", None) => Ok(Self::Sign),
            ("graph", None) => Ok(Self::Graph),
            ("status", None) => Ok(Self::Status),
            ("group", Some(pages)) => Ok(Self::Group(pages)),
            ("faulty", None) => Ok(Self::Faulty),
            ("pages", Some(pages)) => Ok(Self::Pages(pages)),
            ("flight", Some(at_once)) => Ok(Self::Flight(at_once)),
            ("scopes", Some(scopes)) => Ok(Self::Scopes(scopes)),
            ("audit", None) => Ok(Self::Audit),
            ("fetch", Some(megabytes)) => Ok(Self::Fetch(megabytes)),
            ("put", Some(megabytes)) => Ok(Self::Put(megabytes)),
            ("small", Some(at_once)) => Ok(Self::Small(at_once)),
            _ => Err(format!("not a work: {text}")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_are_read_as_they_are_written() {
        for line in [
            "get http://127.0.0.1:1 2000",
            "pages-100 http://127.0.0.1:1 3",
            "flight-50 http://127.0.0.1:1 500",
            "graph http://127.0.0.1:1 10000",
            "status http://127.0.0.1:1 1000",
            "group-50 http://127.0.0.1:1 1",
            "scopes-10000 none 200",
            "audit none 200",
            "fetch-1000 http://127.0.0.1:1 1",
            "put-1000 http://127.0.0.1:1 1",
            "small-16 http://127.0.0.1:1 10000",
        ] {
            assert_eq!(Order::read(line).expect(line).to_string(), line);
        }
    }

    #[test]
    fn other_lines_are_refused() {
        for line in [
            "",
            "get",
            "get http://x y",
            "pages http://x 1",
            "get-3 http://x 1",
        ] {
            assert!(Order::read(line).is_err(), "{line}");
        }
    }
}
