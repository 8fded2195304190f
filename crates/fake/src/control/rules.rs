//! Which requests the faults are for.

use std::collections::VecDeque;
use std::ops::{Bound, RangeBounds};

use rand::rngs::StdRng;
use rand::{RngExt as _, SeedableRng as _};

use crate::apis::{ApiMethod, Apis};
use crate::control::faults::Fault;

/// Picks requests for a [`Fault`].
///
/// Every request that is sent counts, and so each attempt of a client that tries again.
///
/// ```
/// use taskcluster_fake::Rule;
///
/// // The second and the third request that claims work.
/// let some = Rule::method("queue", "claimWork").nth(2..4);
/// // A tenth of all requests to the index, the same ones in each run of the test.
/// let others = Rule::service("index").chance(0.1, 42);
/// // The first download of some content.
/// let download = Rule::downloads().nth(..=1);
/// ```
#[derive(Clone, Debug)]
#[must_use = "a rule does nothing until it is given to `FakeTaskcluster::fault`"]
pub struct Rule {
    wanted: Wanted,
    nth: (Bound<usize>, Bound<usize>),
    /// The part, and the seed of the draw.
    chance: Option<(f64, u64)>,
}

/// The requests that a rule is for.
#[derive(Clone, Debug)]
enum Wanted {
    All,
    Service(String),
    Method(String, String),
    Uploads,
    Downloads,
}

/// What a request is for.
#[derive(Clone, Copy)]
pub(crate) enum Target<'a> {
    Method(&'a ApiMethod),
    /// Content for the storage.
    Upload,
    /// Content from the storage.
    Download,
    Nothing,
}

impl Rule {
    /// All requests, also those that are of no method.
    pub fn any() -> Self {
        Self::of(Wanted::All)
    }

    /// The requests to one service.
    pub fn service(service: &str) -> Self {
        Self::of(Wanted::Service(service.to_owned()))
    }

    /// The requests to one method, by the API's own name of it, such as `claimWork`.
    pub fn method(service: &str, name: &str) -> Self {
        Self::of(Wanted::Method(service.to_owned(), name.to_owned()))
    }

    /// The requests that upload content to the URLs that services give out for that.
    pub fn uploads() -> Self {
        Self::of(Wanted::Uploads)
    }

    /// The requests that download content, also those that ask for its headers alone.
    pub fn downloads() -> Self {
        Self::of(Wanted::Downloads)
    }

    fn of(wanted: Wanted) -> Self {
        Self {
            wanted,
            nth: (Bound::Unbounded, Bound::Unbounded),
            chance: None,
        }
    }

    /// Only these of the requests, counted from 1 when the rule is set: `2..4` are the second and
    /// the third.
    pub fn nth(mut self, numbers: impl RangeBounds<usize>) -> Self {
        self.nth = (numbers.start_bound().cloned(), numbers.end_bound().cloned());
        self
    }

    /// Only a part of the requests, from 0 for none to 1 for all, picked by the seed. The same
    /// sequence of requests meets the same faults each time.
    pub fn chance(mut self, part: f64, seed: u64) -> Self {
        let part = if part.is_nan() {
            0.0
        } else {
            part.clamp(0.0, 1.0)
        };
        self.chance = Some((part, seed));
        self
    }

    /// The name in this rule that the references do not have.
    pub(crate) fn unknown_name(&self, apis: &Apis) -> Option<String> {
        let name = match &self.wanted {
            Wanted::All | Wanted::Uploads | Wanted::Downloads => return None,
            Wanted::Service(service) => service.clone(),
            Wanted::Method(service, name) => format!("{service}.{name}"),
        };
        let mut methods = apis.methods.iter();
        let is_known = methods.any(|method| self.is_for(Target::Method(method)));
        (!is_known).then_some(name)
    }

    fn is_for(&self, target: Target<'_>) -> bool {
        match (&self.wanted, target) {
            (Wanted::All, _)
            | (Wanted::Uploads, Target::Upload)
            | (Wanted::Downloads, Target::Download) => true,
            (Wanted::Service(service), Target::Method(method)) => method.service == *service,
            (Wanted::Method(service, name), Target::Method(method)) => {
                method.service == *service && method.name == *name
            }
            _ => false,
        }
    }
}

/// The faults that are still to come.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    next: VecDeque<(usize, Fault)>,
    rules: Vec<Active>,
}

/// A rule, what happens by it, and how many requests it has seen.
#[derive(Debug)]
struct Active {
    rule: Rule,
    fault: Fault,
    seen: usize,
    random: StdRng,
}

impl Faults {
    /// For the next requests, whatever they are.
    pub(crate) fn add(&mut self, times: usize, fault: Fault) {
        if times > 0 {
            self.next.push_back((times, fault));
        }
    }

    pub(crate) fn add_rule(&mut self, rule: Rule, fault: Fault) {
        let seed = rule.chance.map_or(0, |(_, seed)| seed);
        self.rules.push(Active {
            random: StdRng::seed_from_u64(seed),
            rule,
            fault,
            seen: 0,
        });
    }

    pub(crate) fn clear(&mut self) {
        *self = Self::default();
    }

    /// What goes wrong with the request that has just come.
    pub(crate) fn next(&mut self, target: Target<'_>) -> Option<Fault> {
        // Each rule counts on its own, also where another one decides.
        let picked = self.rules.iter_mut();
        let picked = picked.filter_map(|active| active.sees(target).then_some(&active.fault));
        let by_rule = picked.fold(None, |first, fault| first.or(Some(fault)));
        let by_rule = by_rule.cloned();
        let Some((left, fault)) = self.next.front_mut() else {
            return by_rule;
        };
        let fault = fault.clone();
        *left -= 1;
        if *left == 0 {
            self.next.pop_front();
        }
        Some(fault)
    }
}

impl Active {
    fn sees(&mut self, target: Target<'_>) -> bool {
        if !self.rule.is_for(target) {
            return false;
        }
        self.seen += 1;
        // Drawn for each request, so that what is picked does not hang on the numbers.
        let draw = |(part, _)| self.random.random_bool(part);
        let is_lucky = self.rule.chance.is_none_or(draw);
        is_lucky && self.rule.nth.contains(&self.seen)
    }
}

#[cfg(test)]
mod tests {
    use taskcluster_core::Era;

    use super::*;

    #[test]
    fn rules_count_only_their_own_requests() {
        let apis = Apis::own(Era::Both).expect("readable references");
        let mut faults = Faults::default();
        faults.add_rule(
            Rule::method("queue", "claimWork").nth(2..4),
            Fault::status(500),
        );
        faults.add_rule(Rule::service("queue").nth(..=1), Fault::status(501));
        faults.add_rule(Rule::any().nth(6..), Fault::status(502));
        let asked = [
            (apis.method("queue", "claimWork"), Some(Fault::status(501))),
            (apis.method("index", "ping"), None),
            (apis.method("queue", "claimWork"), Some(Fault::status(500))),
            (apis.method("queue", "ping"), None),
            (apis.method("queue", "claimWork"), Some(Fault::status(500))),
            (None, Some(Fault::status(502))),
        ];
        for (number, (method, fault)) in asked.into_iter().enumerate() {
            let target = method.map_or(Target::Nothing, Target::Method);
            assert_eq!(faults.next(target), fault, "{number}");
        }
    }

    #[test]
    fn transfers_are_no_methods() {
        let mut faults = Faults::default();
        faults.add_rule(Rule::uploads(), Fault::CutAt(1));
        faults.add_rule(Rule::downloads().nth(2..), Fault::CutAt(2));
        assert_eq!(faults.next(Target::Download), None);
        assert_eq!(faults.next(Target::Upload), Some(Fault::CutAt(1)));
        assert_eq!(faults.next(Target::Nothing), None);
        assert_eq!(faults.next(Target::Download), Some(Fault::CutAt(2)));
    }

    #[test]
    fn chances_are_the_same_for_the_same_seed() {
        let draw = |seed| {
            let mut faults = Faults::default();
            faults.add_rule(Rule::any().chance(0.1, seed), Fault::Reset);
            let picked: Vec<bool> = (0..1000)
                .map(|_| faults.next(Target::Nothing).is_some())
                .collect();
            picked
        };
        let (one, two) = (draw(1), draw(2));
        assert!(one == draw(1) && one != two);
        let hits = one.iter().filter(|hit| **hit).count();
        assert!((50..150).contains(&hits), "{hits}");
        for (part, all) in [(0.0, false), (f64::NAN, false), (7.0, true)] {
            let mut faults = Faults::default();
            faults.add_rule(Rule::any().chance(part, 1), Fault::Reset);
            assert_eq!(faults.next(Target::Nothing).is_some(), all, "{part}");
        }
    }

    #[test]
    fn unknown_names_are_found() {
        let apis = Apis::own(Era::Both).expect("readable references");
        assert_eq!(Rule::any().unknown_name(&apis), None);
        assert_eq!(Rule::service("queue").unknown_name(&apis), None);
        let unknown = Rule::method("queue", "claim_work").unknown_name(&apis);
        assert_eq!(unknown.as_deref(), Some("queue.claim_work"));
    }
}
