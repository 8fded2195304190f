//! Bare ureq with its default settings: a header that was signed beforehand, answers that nobody
//! reads.

use contender::calls::{AUTHORIZATION, LARGE, artifact, payload, pending_tasks, worker_types};
use contender::{Error, Meter, Order, Report, Work};
use ureq::Agent;

/// What it does with an order.
pub fn contender() -> impl FnMut(&Order, &Meter) -> Result<Option<Report>, Error> {
    run
}

fn run(order: &Order, meter: &Meter) -> Result<Option<Report>, Error> {
    let agent = Agent::new_with_defaults();
    let path = match order.work {
        Work::Get | Work::Flight(_) => pending_tasks(),
        Work::List => worker_types(LARGE),
        Work::Post => artifact(),
        _ => return Ok(None),
    };
    let (url, payload) = (format!("{}{path}", order.root_url), payload());
    let call = || match order.work {
        Work::Post => post(&agent, &url, &payload),
        _ => get(&agent, &url),
    };
    Ok(Some(meter.run(order, call)?))
}

fn get(agent: &Agent, url: &str) -> Result<(), Error> {
    let request = agent.get(url).header("authorization", AUTHORIZATION);
    request.call()?.body_mut().read_to_vec()?;
    Ok(())
}

fn post(agent: &Agent, url: &str, payload: &str) -> Result<(), Error> {
    let request = agent.post(url).header("authorization", AUTHORIZATION);
    let request = request.header("content-type", "application/json");
    request.send(payload)?.body_mut().read_to_vec()?;
    Ok(())
}
