//! What is checked: bindings, and the messages that they select.

use std::error::Error;

use pulse_listener::event::everything;
use pulse_listener::group::task_group;
use taskcluster_client::auth::AuthEvents;
use taskcluster_client::aws_provisioner::AwsProvisionerEvents;
use taskcluster_client::github::GithubEvents;
use taskcluster_client::purge_cache::PurgeCacheEvents;
use taskcluster_client::queue::QueueEvents;
use taskcluster_client::routing_key::{Binding, RoutingKeyError};
use taskcluster_client::treeherder::TreeherderEvents;

use super::life::{LATE, LINUX, MAC};
use super::sample::Sample;

/// A queue with its bindings, and which messages shall arrive there.
pub struct Check {
    /// What the check is about.
    pub name: String,
    /// What the queue is bound to.
    pub bindings: Vec<Binding>,
    /// How many of these exchanges the broker does not have.
    pub absent: usize,
    /// Whether a message shall arrive.
    pub wanted: Box<dyn Fn(&Sample) -> bool>,
    /// How many messages that are, so that a check cannot come to be about none.
    pub count: usize,
}

/// How many exchanges servers of 2018 did not have. The broker has none of them, as with these servers.
const TODAYS: usize = 20;

type Checks = Result<Vec<Check>, RoutingKeyError>;

/// All checks.
pub fn all(samples: &[Sample], exchanges: &[String]) -> Result<Vec<Check>, Box<dyn Error>> {
    let whole = everything()?;
    let is_there = |binding: &&Binding| exchanges.contains(&binding.exchange);
    let there: Vec<&Binding> = whole.iter().filter(is_there).collect();
    if there.len() != exchanges.len() || whole.len() != there.len() + TODAYS {
        return Err(format!(
            "the crates bind to {whole:?}, and the services publish to {exchanges:?}"
        )
        .into());
    }
    let mut checks: Vec<Check> = there.iter().map(|b| whole_exchange(b, samples)).collect();
    checks.push(Check {
        absent: TODAYS,
        ..check("everything at once", whole, samples.len(), |_| true)
    });
    checks.extend(queue()?);
    checks.extend(routes()?);
    checks.extend(others()?);
    Ok(checks)
}

fn check(
    name: &str,
    bindings: Vec<Binding>,
    count: usize,
    wanted: impl Fn(&Sample) -> bool + 'static,
) -> Check {
    let (name, wanted) = (name.to_owned(), Box::new(wanted));
    Check {
        name,
        bindings,
        absent: 0,
        wanted,
        count,
    }
}

fn whole_exchange(binding: &Binding, samples: &[Sample]) -> Check {
    let exchange = binding.exchange.clone();
    let count = samples.iter().filter(|s| s.exchange == exchange).count();
    let wanted = move |sample: &Sample| sample.exchange == exchange;
    check(&binding.exchange, vec![binding.clone()], count, wanted)
}

fn is_about(sample: &Sample, task_id: &str) -> bool {
    sample.text("/status/taskId") == task_id
}

/// Selections by the fields of the queue's keys.
fn queue() -> Checks {
    let completed = QueueEvents::task_completed;
    let pending = QueueEvents::task_pending;
    Ok(vec![
        check(
            "a task",
            vec![completed().task_id(LINUX.id).binding()?],
            1,
            |s| s.is_from("task-completed") && is_about(s, LINUX.id),
        ),
        check(
            "a task that is never completed",
            vec![completed().task_id(LATE.id).binding()?],
            0,
            |_| false,
        ),
        check(
            "a task group, on all exchanges",
            task_group(LINUX.group)?,
            13,
            |s| {
                s.text("/status/taskGroupId") == LINUX.group
                    || s.is_from("task-group-resolved") && s.text("/taskGroupId") == LINUX.group
            },
        ),
        check(
            "second runs",
            vec![pending().run_id(1).binding()?],
            1,
            |s| s.is_from("task-pending") && s.body["runId"] == 1,
        ),
        check(
            "a worker pool",
            vec![
                pending()
                    .provisioner_id("aws-provisioner-v1")
                    .worker_type("mac")
                    .binding()?,
            ],
            2,
            |s| s.is_from("task-pending") && is_about(s, MAC.id),
        ),
        check(
            "a scheduler",
            vec![
                QueueEvents::task_defined()
                    .scheduler_id("taskcluster-github")
                    .binding()?,
            ],
            1,
            |s| s.is_from("task-defined") && is_about(s, LATE.id),
        ),
        check(
            "fields without a value",
            vec![
                QueueEvents::task_exception()
                    .worker_group("_")
                    .worker_id("_")
                    .binding()?,
            ],
            1,
            |s| s.is_from("task-exception"),
        ),
        check(
            "a worker, on two exchanges",
            vec![
                QueueEvents::task_running()
                    .worker_id("i-0a1b2c3d")
                    .binding()?,
                QueueEvents::task_failed()
                    .worker_id("i-0a1b2c3d")
                    .binding()?,
            ],
            4,
            |s| s.is_from("task-running") || s.is_from("task-failed"),
        ),
        check(
            "two bindings for one message",
            vec![
                completed().task_id(MAC.id).binding()?,
                completed().run_id(1).binding()?,
            ],
            1,
            |s| s.is_from("task-completed") && is_about(s, MAC.id),
        ),
    ])
}

/// Selections by the routes of tasks, which messages carry beside their routing key.
fn routes() -> Checks {
    let defined = QueueEvents::task_defined();
    let latest = "route.index.project.app.latest";
    Ok(vec![
        check("a route", vec![defined.pattern(latest)?], 1, |s| {
            s.is_from("task-defined") && is_about(s, LINUX.id)
        }),
        check(
            "a route, to the end of the task",
            vec![
                defined.pattern(latest)?,
                QueueEvents::task_completed().pattern(latest)?,
            ],
            2,
            |s| is_about(s, LINUX.id) && (s.is_from("task-defined") || s.is_from("task-completed")),
        ),
        check(
            "a pattern of routes",
            vec![defined.pattern("route.index.project.#")?],
            2,
            |s| s.is_from("task-defined") && !is_about(s, MAC.id),
        ),
        check(
            "a route and the task itself",
            vec![
                defined.pattern("route.#")?,
                defined.clone().task_id(LINUX.id).binding()?,
            ],
            2,
            |s| s.is_from("task-defined") && !is_about(s, MAC.id),
        ),
        check(
            "a route that no task has",
            vec![defined.pattern("route.index.project.app")?],
            0,
            |_| false,
        ),
        check(
            "a raw pattern for everything",
            vec![defined.pattern("#")?],
            3,
            |s| s.is_from("task-defined"),
        ),
    ])
}

/// Selections by the fields of the other services' keys.
fn others() -> Checks {
    let opened = GithubEvents::pull_request()
        .organization("mozilla")
        .action("opened");
    Ok(vec![
        check(
            "a field for later",
            vec![AuthEvents::role_updated().reserved("_").binding()?],
            1,
            |s| s.is_from("role-updated"),
        ),
        check(
            "a worker type",
            vec![
                AwsProvisionerEvents::worker_type_created()
                    .worker_type("mac")
                    .binding()?,
            ],
            1,
            |s| s.is_from("worker-type-created") && s.text("/workerType") == "mac",
        ),
        check("opened pull requests", vec![opened.binding()?], 2, |s| {
            s.is_from("pull-request") && s.text("/action") == "opened"
        }),
        check(
            "a repository with a period in its name",
            vec![
                GithubEvents::push()
                    .repository("taskcluster-client%rs")
                    .binding()?,
            ],
            1,
            |s| s.is_from("push") && s.text("/repository") == "taskcluster-client%rs",
        ),
        check(
            "caches of a worker type",
            vec![
                PurgeCacheEvents::purge_cache()
                    .worker_type("linux")
                    .binding()?,
            ],
            1,
            |s| s.is_from("purge-cache") && s.text("/workerType") == "linux",
        ),
        check(
            "the jobs of a project",
            vec![
                TreeherderEvents::jobs()
                    .destination("tc-treeherder")
                    .project("try")
                    .binding()?,
            ],
            1,
            |s| s.is_from("jobs") && s.fields[0].1 == "tc-treeherder",
        ),
    ])
}
