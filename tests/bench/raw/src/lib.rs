//! A socket and bytes that were prepared: the floor. The first argument says whether it also signs
//! and reads the answers as our client does (`typed`) or does neither (`plain`).

mod connection;

use std::time::{SystemTime, UNIX_EPOCH};

use connection::Connection;
use contender::calls::{
    ACCESS_TOKEN, AUTHORIZATION, CLIENT_ID, LARGE, artifact, payload, pending_tasks, worker_types,
};
use contender::{Error, Meter, Order, Report, Work};
use taskcluster_core::hawk::{Signer, Target, payload_hash};
use taskcluster_queue::types::{
    ListWorkertypesResponse, PendingTasksResponse, PostArtifactResponse,
};

/// What it does with an order.
pub fn contender() -> impl FnMut(&Order, &Meter) -> Result<Option<Report>, Error> {
    run
}

fn run(order: &Order, meter: &Meter) -> Result<Option<Report>, Error> {
    let (method, path) = match order.work {
        Work::Get => ("GET", pending_tasks()),
        Work::Post => ("POST", artifact()),
        Work::List => ("GET", worker_types(LARGE)),
        _ => return Ok(None),
    };
    let payload = if order.work == Work::Post {
        payload()
    } else {
        String::new()
    };
    let mut connection = Connection::new(&order.root_url, method, &path, &payload)?;
    let report = match std::env::args().nth(1).as_deref() {
        Some("plain") => meter.in_turn(order, || connection.call(AUTHORIZATION).map(drop))?,
        Some("typed") => {
            let signer = Signer::new(CLIENT_ID, ACCESS_TOKEN, "")?;
            meter.in_turn(order, || {
                let header = sign(&signer, &connection, method, &path, &payload)?;
                read(order.work, connection.call(&header)?)
            })?
        }
        _ => return Err("say which: plain or typed".into()),
    };
    Ok(Some(report))
}

fn sign(
    signer: &Signer,
    connection: &Connection,
    method: &str,
    path: &str,
    payload: &str,
) -> Result<String, Error> {
    let target = Target {
        method,
        resource: path,
        host: connection.host(),
        port: connection.port(),
    };
    let hash = (!payload.is_empty()).then(|| payload_hash("application/json", payload.as_bytes()));
    let now = SystemTime::now().duration_since(UNIX_EPOCH)?.as_secs();
    Ok(signer.header(
        &target,
        hash.as_deref(),
        i64::try_from(now)?,
        "fN1SbArXTPSV",
    ))
}

fn read(work: Work, body: &[u8]) -> Result<(), Error> {
    match work {
        Work::List => drop(serde_json::from_slice::<ListWorkertypesResponse>(body)?),
        Work::Post => drop(serde_json::from_slice::<PostArtifactResponse>(body)?),
        _ => drop(serde_json::from_slice::<PendingTasksResponse>(body)?),
    }
    Ok(())
}
