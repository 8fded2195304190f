//! Orders of those whose calls are futures.

use std::sync::Arc;
use std::time::Instant;

use tokio::runtime::Runtime;

use crate::shared::Shared;
use crate::{Error, IN_FLIGHT, Laps, Meter, Order, Report, Work};

/// Does the work of an order on a runtime.
///
/// # Errors
/// See [`Meter::whole`].
pub fn run<F>(
    runtime: &Runtime,
    order: &Order,
    meter: &Meter,
    call: impl Fn() -> F + Clone + Send + Sync + 'static,
) -> Result<Report, Error>
where
    F: Future<Output = Result<(), Error>> + Send + 'static,
{
    run_with(runtime, order, meter, IN_FLIGHT, call)
}

/// The same with so many of many calls in flight.
///
/// # Errors
/// See [`Meter::whole`].
pub fn run_with<F>(
    runtime: &Runtime,
    order: &Order,
    meter: &Meter,
    in_flight: usize,
    call: impl Fn() -> F + Clone + Send + Sync + 'static,
) -> Result<Report, Error>
where
    F: Future<Output = Result<(), Error>> + Send + 'static,
{
    let mut warm_up = Laps::with_capacity(order.warm_up());
    let calls = Shared::new(order.warm_up());
    runtime.block_on(repeat(&calls, &call, &mut warm_up))?;
    meter.whole(order.calls, |laps| {
        runtime.block_on(async {
            match order.work {
                // Too short to be timed one by one.
                Work::Sign => {
                    for _ in 0..order.calls {
                        call().await?;
                    }
                }
                Work::Flight(at_once) | Work::Small(at_once) => {
                    flight(at_once, order.calls, call, laps).await?;
                }
                Work::Graph | Work::Status => flight(in_flight, order.calls, call, laps).await?,
                _ => repeat(&Shared::new(order.calls), &call, laps).await?,
            }
            Ok(())
        })
    })
}

async fn repeat<F>(calls: &Shared, call: &impl Fn() -> F, laps: &mut Laps) -> Result<(), Error>
where
    F: Future<Output = Result<(), Error>>,
{
    while calls.take() {
        let start = Instant::now();
        call().await?;
        laps.end(start);
    }
    Ok(())
}

async fn flight<F>(
    at_once: usize,
    calls: usize,
    call: impl Fn() -> F + Clone + Send + Sync + 'static,
    laps: &mut Laps,
) -> Result<(), Error>
where
    F: Future<Output = Result<(), Error>> + Send + 'static,
{
    let shared = Arc::new(Shared::new(calls));
    let tasks: Vec<_> = (0..at_once)
        .map(|_| {
            let (call, shared) = (call.clone(), Arc::clone(&shared));
            tokio::spawn(async move {
                let mut laps = Laps::with_capacity(calls / at_once);
                repeat(&shared, &call, &mut laps).await.map(|()| laps)
            })
        })
        .collect();
    for task in tasks {
        laps.append(&mut task.await??);
    }
    Ok(())
}
