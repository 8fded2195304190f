//! Orders of those whose calls are futures.

use std::time::Instant;

use tokio::runtime::Runtime;

use crate::{Error, Laps, Meter, Order, Report, Work};

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
    let mut warm_up = Laps::with_capacity(order.warm_up());
    runtime.block_on(repeat(order.warm_up(), &call, &mut warm_up))?;
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
                _ => repeat(order.calls, &call, laps).await?,
            }
            Ok(())
        })
    })
}

async fn repeat<F>(calls: usize, call: &impl Fn() -> F, laps: &mut Laps) -> Result<(), Error>
where
    F: Future<Output = Result<(), Error>>,
{
    for _ in 0..calls {
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
    let tasks: Vec<_> = (0..at_once)
        .map(|_| {
            let call = call.clone();
            tokio::spawn(async move {
                let mut laps = Laps::with_capacity(calls / at_once);
                repeat(calls / at_once, &call, &mut laps)
                    .await
                    .map(|()| laps)
            })
        })
        .collect();
    for task in tasks {
        laps.append(&mut task.await??);
    }
    Ok(())
}
