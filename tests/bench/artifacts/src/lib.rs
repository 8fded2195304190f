//! Our artifacts, with the client that the first argument names: `blocking` or `async`, the latter on a runtime of
//! one thread.
//!
//! Files are left to the system as everybody else leaves them, without waiting for the disk.

use contender::artifacts::{MEGABYTE, SMALL, Scratch, name};
use contender::calls::{ACCESS_TOKEN, CLIENT_ID, EXPIRES_SECONDS, TASK_ID};
use contender::{Error, Meter, Order, Report, Work, futures};
use taskcluster_artifacts::{Artifacts, Fetched, Put, Storage};
use taskcluster_core::{ApiClient, AsyncClient, Client, Credentials};
use time::OffsetDateTime;
use tokio::runtime::Builder;

/// What it does with an order.
pub fn contender() -> impl FnMut(&Order, &Meter) -> Result<Option<Report>, Error> {
    run
}

fn run(order: &Order, meter: &Meter) -> Result<Option<Report>, Error> {
    let credentials = Credentials::new(CLIENT_ID, ACCESS_TOKEN);
    let builder = Client::builder(&*order.root_url).credentials(credentials);
    match std::env::args().nth(1).as_deref() {
        Some("blocking") => blocking(order, meter, &Artifacts::new(&builder.build()?)),
        Some("async") => asynchronous(order, meter, &Artifacts::new(&builder.build_async()?)),
        _ => Err("name a client: blocking or async".into()),
    }
}

fn blocking(order: &Order, meter: &Meter, artifacts: &Artifacts) -> Result<Option<Report>, Error> {
    let task = artifacts.of(TASK_ID);
    Ok(Some(match order.work {
        Work::Fetch(megabytes) => {
            let bytes = megabytes as u64 * MEGABYTE;
            let (get, scratch) = (task.get(name(bytes)).unsynced(), Scratch::new("fetch"));
            meter.run(order, || {
                check(&get.to_file(scratch.path())?)?;
                Ok(scratch.check(bytes)?)
            })?
        }
        Work::Put(megabytes) => {
            let bytes = megabytes as u64 * MEGABYTE;
            let (put, scratch) = (put(artifacts, bytes)?, Scratch::filled("put", bytes)?);
            meter.run(order, || {
                put.from_file(scratch.path())?;
                Ok(())
            })?
        }
        Work::Small(_) => {
            let get = task.get(name(SMALL));
            meter.run(order, || small(&get.to_bytes()?))?
        }
        _ => return Ok(None),
    }))
}

fn asynchronous(
    order: &Order,
    meter: &Meter,
    artifacts: &Artifacts<AsyncClient>,
) -> Result<Option<Report>, Error> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let task = artifacts.of(TASK_ID);
    Ok(Some(match order.work {
        Work::Fetch(megabytes) => {
            let bytes = megabytes as u64 * MEGABYTE;
            let get = task.get(name(bytes)).unsynced();
            futures::run(&runtime, order, meter, move || {
                let get = get.clone();
                async move {
                    let scratch = Scratch::new("fetch");
                    check(&get.to_file(scratch.path()).await?)?;
                    Ok(scratch.check(bytes)?)
                }
            })?
        }
        Work::Put(megabytes) => {
            let bytes = megabytes as u64 * MEGABYTE;
            let (put, scratch) = (put(artifacts, bytes)?, Scratch::filled("put", bytes)?);
            let path = scratch.path().to_owned();
            futures::run(&runtime, order, meter, move || {
                let (put, path) = (put.clone(), path.clone());
                async move {
                    put.from_file(path).await?;
                    Ok(())
                }
            })?
        }
        Work::Small(_) => {
            let get = task.get(name(SMALL));
            futures::run(&runtime, order, meter, move || {
                let get = get.clone();
                async move { small(&get.to_bytes().await?) }
            })?
        }
        _ => return Ok(None),
    }))
}

fn put<C: ApiClient>(artifacts: &Artifacts<C>, bytes: u64) -> Result<Put<C>, Error> {
    let put = artifacts.of(TASK_ID).run(0).put(name(bytes));
    let expires = OffsetDateTime::from_unix_timestamp(EXPIRES_SECONDS)?;
    Ok(put.storage(Storage::Object).expires(expires))
}

fn check(fetched: &Fetched) -> Result<(), Error> {
    match fetched.is_verified {
        true => Ok(()),
        false => Err("its hash was not checked".into()),
    }
}

fn small(bytes: &[u8]) -> Result<(), Error> {
    match bytes.len() as u64 {
        SMALL => Ok(()),
        other => Err(format!("{other} bytes").into()),
    }
}
