//! Faults in an order that is the same for everyone.

use fastrand::Rng;

/// What becomes of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is answered.
    Answered,
    /// It is answered with 503, and the connection lives on.
    Unavailable,
    /// The connection is reset.
    Reset,
}

/// An endless sequence; 30 % of it are faults.
pub struct Fates(Rng);

/// What a client needs that neither gives up nor wastes anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Least {
    /// Attempts beyond one for each call.
    pub extra_attempts: usize,
    /// One, and one more after each reset.
    pub connections: usize,
}

impl Fates {
    /// The sequence from its beginning.
    pub fn new() -> Self {
        Self(Rng::with_seed(20))
    }
}

impl Iterator for Fates {
    type Item = Fate;

    fn next(&mut self) -> Option<Fate> {
        Some(match self.0.u32(..100) {
            0..15 => Fate::Unavailable,
            15..30 => Fate::Reset,
            _ => Fate::Answered,
        })
    }
}

/// What so many calls cost at least, one after the other.
pub fn least(calls: usize) -> Least {
    let mut answered = 0;
    let mut least = Least {
        extra_attempts: 0,
        connections: 1,
    };
    for fate in Fates::new() {
        match fate {
            Fate::Answered => answered += 1,
            Fate::Unavailable => least.extra_attempts += 1,
            Fate::Reset => {
                least.extra_attempts += 1;
                least.connections += 1;
            }
        }
        if answered == calls {
            break;
        }
    }
    least
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sequence_repeats_and_has_its_share_of_faults() {
        let first: Vec<Fate> = Fates::new().take(10_000).collect();
        assert!(Fates::new().take(10_000).eq(first.iter().copied()));
        for (fate, share) in [(Fate::Unavailable, 1_500), (Fate::Reset, 1_500)] {
            let found = first.iter().filter(|other| **other == fate).count();
            assert!(found.abs_diff(share) < 200, "{found} {fate:?}");
        }
    }

    #[test]
    fn the_least_is_what_the_sequence_asks_for() {
        let attempts = 100 + least(100).extra_attempts;
        let fates: Vec<Fate> = Fates::new().take(attempts).collect();
        let count = |fate| fates.iter().filter(|other| **other == fate).count();
        assert_eq!(count(Fate::Answered), 100);
        assert_eq!(fates.last(), Some(&Fate::Answered));
        assert_eq!(count(Fate::Reset) + 1, least(100).connections);
    }
}
