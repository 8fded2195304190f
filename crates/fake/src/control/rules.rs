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
/// ```
#[derive(Clone, Debug)]
#[must_use = "a rule does nothing until it is given to `FakeTaskcluster::fault`"]
pub struct Rule {
    service: Option<String>,
    method: Option<String>,
    nth: (Bound<usize>, Bound<usize>),
    /// The part, and the seed of the draw.
    chance: Option<(f64, u64)>,
}

impl Rule {
    /// All requests, also those that are of no method.
    pub fn any() -> Self {
        Self {
            service: None,
            method: None,
            nth: (Bound::Unbounded, Bound::Unbounded),
            chance: None,
        }
    }

    /// The requests to one service.
    pub fn service(service: &str) -> Self {
        Self {
            service: Some(service.to_owned()),
            ..Self::any()
        }
    }

    /// The requests to one method, by the API's own name of it, such as `claimWork`.
    pub fn method(service: &str, name: &str) -> Self {
        Self {
            method: Some(name.to_owned()),
            ..Self::service(service)
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
        let is_known = apis.methods.iter().any(|method| self.is_for(Some(method)));
        let name = || {
            let names = [self.service.as_deref(), self.method.as_deref()];
            names.into_iter().flatten().collect::<Vec<_>>().join(".")
        };
        (!is_known).then(name)
    }

    fn is_for(&self, method: Option<&ApiMethod>) -> bool {
        let is = |wanted: &Option<String>, name: fn(&ApiMethod) -> &str| {
            wanted
                .as_deref()
                .is_none_or(|wanted| method.is_some_and(|method| name(method) == wanted))
        };
        is(&self.service, |method| &method.service) && is(&self.method, |method| &method.name)
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
    pub(crate) fn next(&mut self, method: Option<&ApiMethod>) -> Option<Fault> {
        // Each rule counts on its own, also where another one decides.
        let picked = self.rules.iter_mut();
        let picked = picked.filter_map(|active| active.sees(method).then_some(&active.fault));
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
    fn sees(&mut self, method: Option<&ApiMethod>) -> bool {
        if !self.rule.is_for(method) {
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
    use super::*;

    #[test]
    fn rules_count_only_their_own_requests() {
        let apis = Apis::own().expect("readable references");
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
            assert_eq!(faults.next(method), fault, "{number}");
        }
    }

    #[test]
    fn chances_are_the_same_for_the_same_seed() {
        let draw = |seed| {
            let mut faults = Faults::default();
            faults.add_rule(Rule::any().chance(0.1, seed), Fault::Reset);
            let picked: Vec<bool> = (0..1000).map(|_| faults.next(None).is_some()).collect();
            picked
        };
        let (one, two) = (draw(1), draw(2));
        assert!(one == draw(1) && one != two);
        let hits = one.iter().filter(|hit| **hit).count();
        assert!((50..150).contains(&hits), "{hits}");
        for (part, all) in [(0.0, false), (f64::NAN, false), (7.0, true)] {
            let mut faults = Faults::default();
            faults.add_rule(Rule::any().chance(part, 1), Fault::Reset);
            assert_eq!(faults.next(None).is_some(), all, "{part}");
        }
    }

    #[test]
    fn unknown_names_are_found() {
        let apis = Apis::own().expect("readable references");
        assert_eq!(Rule::any().unknown_name(&apis), None);
        assert_eq!(Rule::service("queue").unknown_name(&apis), None);
        let unknown = Rule::method("queue", "claim_work").unknown_name(&apis);
        assert_eq!(unknown.as_deref(), Some("queue.claim_work"));
    }
}
