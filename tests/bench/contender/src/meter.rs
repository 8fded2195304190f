//! Clocks around calls.

use std::thread;
use std::time::Instant;

use crate::process::{cpu_time, peak_rss_kb, reset_peak_rss};
use crate::shared::Shared;
use crate::{Allocations, Error, Order, Report, THREADS, Work};

/// Measures calls.
#[derive(Clone, Copy, Debug)]
pub struct Meter {
    count: fn(&mut dyn FnMut()) -> Option<Allocations>,
}

/// The times of calls.
#[derive(Debug)]
pub struct Laps(Vec<u64>);

impl Meter {
    /// Measures times.
    pub fn timing() -> Self {
        Self::counting(|run| {
            run();
            None
        })
    }

    /// Counts allocations too, in a way of the caller's.
    pub fn counting(count: fn(&mut dyn FnMut()) -> Option<Allocations>) -> Self {
        Self { count }
    }

    /// Runs calls as a whole, which record their times where they have some.
    ///
    /// # Errors
    /// The calls fail, or the system does not tell.
    pub fn whole(
        &self,
        calls: usize,
        run: impl FnOnce(&mut Laps) -> Result<(), Error>,
    ) -> Result<Report, Error> {
        let mut laps = Laps::with_capacity(calls);
        let (mut run, mut outcome) = (Some(run), Ok(()));
        reset_peak_rss()?;
        let cpu = cpu_time()?;
        let start = Instant::now();
        let allocations = (self.count)(&mut || {
            if let Some(run) = run.take() {
                outcome = run(&mut laps);
            }
        });
        let wall_ns = start.elapsed().as_nanos() as f64;
        let cpu_ns = (cpu_time()? - cpu).as_nanos() as f64;
        outcome?;
        Ok(Report {
            calls,
            median_ns: laps.median().unwrap_or(wall_ns / calls as f64),
            wall_ns,
            cpu_ns,
            peak_rss_kb: peak_rss_kb()?,
            allocations,
        })
    }

    /// Does the work of an order with a client that threads can share.
    ///
    /// # Errors
    /// See [`whole`](Self::whole).
    pub fn run(
        &self,
        order: &Order,
        call: impl Fn() -> Result<(), Error> + Sync,
    ) -> Result<Report, Error> {
        match order.work {
            Work::Flight(at_once) | Work::Small(at_once) => {
                self.threads(at_once, order.calls, call)
            }
            Work::Status => self.threads(THREADS, order.calls, call),
            _ => self.in_turn(order, call),
        }
    }

    /// Does the work of an order, one call after the other.
    ///
    /// # Errors
    /// See [`whole`](Self::whole).
    pub fn in_turn(
        &self,
        order: &Order,
        mut call: impl FnMut() -> Result<(), Error>,
    ) -> Result<Report, Error> {
        (0..order.warm_up()).try_for_each(|_| call())?;
        self.whole(order.calls, |laps| match order.work {
            // Too short to be timed one by one.
            Work::Sign | Work::Scopes(_) | Work::Audit => (0..order.calls).try_for_each(|_| call()),
            _ => {
                let calls = Shared::new(order.calls);
                laps.record(|| calls.take(), call)
            }
        })
    }

    fn threads(
        &self,
        at_once: usize,
        calls: usize,
        call: impl Fn() -> Result<(), Error> + Sync,
    ) -> Result<Report, Error> {
        let shared = Shared::new(calls);
        self.whole(calls, |laps| {
            thread::scope(|scope| {
                let one = || {
                    let mut laps = Laps::with_capacity(calls / at_once);
                    laps.record(|| shared.take(), &call).map(|()| laps)
                };
                let threads: Vec<_> = (0..at_once).map(|_| scope.spawn(one)).collect();
                for thread in threads {
                    laps.append(&mut thread.join().map_err(|_| "a call panicked")??);
                }
                Ok(())
            })
        })
    }
}

impl Laps {
    /// Room for so many.
    pub fn with_capacity(calls: usize) -> Self {
        Self(Vec::with_capacity(calls))
    }

    /// Takes over those of another.
    pub fn append(&mut self, other: &mut Self) {
        self.0.append(&mut other.0);
    }

    /// Records one call that began then and ends now.
    pub fn end(&mut self, start: Instant) {
        self.0
            .push(u64::try_from(start.elapsed().as_nanos()).unwrap_or(u64::MAX));
    }

    fn record(
        &mut self,
        has_more: impl Fn() -> bool,
        mut call: impl FnMut() -> Result<(), Error>,
    ) -> Result<(), Error> {
        while has_more() {
            let start = Instant::now();
            call()?;
            self.end(start);
        }
        Ok(())
    }

    fn median(&mut self) -> Option<f64> {
        self.0.sort_unstable();
        self.0.get(self.0.len() / 2).map(|ns| *ns as f64)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn all_calls_are_made_and_timed() {
        let made = AtomicUsize::new(0);
        let order = Order::read("flight-5 none 50").expect("an order");
        let report = Meter::timing()
            .run(&order, || {
                made.fetch_add(1, Ordering::Relaxed);
                thread::sleep(std::time::Duration::from_millis(1));
                Ok(())
            })
            .expect("calls that do not fail");
        assert_eq!((made.into_inner(), report.calls), (50, 50));
        assert!(
            report.median_ns >= 1e6 && report.wall_ns >= 1e7,
            "{report:?}"
        );
        assert!(report.peak_rss_kb > 0.0);
    }

    #[test]
    fn a_failure_is_told() {
        for order in ["get none 3", "sign none 3", "flight-2 none 4"] {
            let order = Order::read(order).expect("an order");
            let outcome = Meter::timing().run(&order, || Err("no".into()));
            assert!(outcome.is_err(), "{order}");
        }
    }
}
