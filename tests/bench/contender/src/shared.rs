//! Calls that several share.

use std::sync::atomic::{AtomicUsize, Ordering};

/// Calls of which each who is free takes the next one, until there is none.
#[derive(Debug)]
pub(crate) struct Shared(AtomicUsize);

impl Shared {
    /// So many.
    pub(crate) fn new(calls: usize) -> Self {
        Self(AtomicUsize::new(calls))
    }

    /// Takes one; whether there was one.
    pub(crate) fn take(&self) -> bool {
        let less = |left: usize| left.checked_sub(1);
        let taken = self
            .0
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, less);
        taken.is_ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_as_many_as_were_put_in() {
        let shared = Shared::new(3);
        let taken = (0..5).filter(|_| shared.take()).count();
        assert_eq!(taken, 3);
    }
}
