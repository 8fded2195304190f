//! An audit: of each of many clients, whether it may make a call, with what its roles give it.
//!
//! The roles come in chains of ten, each of which gives the next; every fifth has an ID that ends in a star. The
//! call asks for what a role has that is up to three behind the client's own, so that it may be made where the
//! chain is long enough.

use std::hint::black_box;

use contender::{Error, Meter, Order, Report};
use taskcluster_core::scopes::{Arguments, Roles, StaticExpression};

const ROLES: usize = 1_000;
const CLIENTS: usize = 10_000;
const CHAIN: usize = 10;

static REQUIRED: StaticExpression = StaticExpression::AllOf(&[
    StaticExpression::Scope("queue:create-task:pool-<pool>/worker-3"),
    StaticExpression::AnyOf(&[
        StaticExpression::Scope("secrets:get:project/<pool>/key"),
        StaticExpression::Scope("secrets:get:all"),
    ]),
]);

/// Asks about one client after the other.
pub fn run(order: &Order, meter: &Meter) -> Result<Option<Report>, Error> {
    let roles = Roles::new((0..ROLES).map(role))?;
    let clients: Vec<Vec<String>> = (0..CLIENTS).map(client).collect();
    for (number, scopes) in clients.iter().enumerate() {
        if may(&roles, scopes, &pool(number))? != is_expected(number) {
            return Err(format!("the answer for client {number} is wrong").into());
        }
    }
    let mut numbers = (0..CLIENTS).cycle();
    let report = meter.in_turn(order, || {
        if let Some(number) = numbers.next() {
            black_box(may(&roles, &clients[number], &pool(number))?);
        }
        Ok(())
    })?;
    Ok(Some(report))
}

fn may(roles: &Roles, scopes: &[String], pool: &str) -> Result<bool, Error> {
    let required = REQUIRED.render(&Arguments::new().with("pool", pool))?;
    Ok(required.satisfied_by(&roles.expand(scopes)?))
}

fn role(number: usize) -> (String, Vec<String>) {
    let id = if number.is_multiple_of(5) {
        format!("repo:org-{number:04}/*")
    } else {
        format!("project:p{number:04}")
    };
    let workers =
        (0..8).map(|worker| format!("queue:create-task:pool-{number:04}/worker-{worker}"));
    let mut scopes: Vec<String> = workers.collect();
    scopes.push(format!("secrets:get:project/{number:04}/*"));
    if !(number + 1).is_multiple_of(CHAIN) {
        scopes.push(assume(number + 1));
    }
    (id, scopes)
}

fn assume(number: usize) -> String {
    if number.is_multiple_of(5) {
        format!("assume:repo:org-{number:04}/main")
    } else {
        format!("assume:project:p{number:04}")
    }
}

fn client(number: usize) -> Vec<String> {
    let own = format!("queue:get-artifact:private/{number:05}/*");
    vec![assume(number % ROLES), own]
}

fn pool(number: usize) -> String {
    format!("{:04}", (number % ROLES + number % 4) % ROLES)
}

fn is_expected(number: usize) -> bool {
    number % CHAIN + number % 4 < CHAIN
}
