//! Which services a deployment has.

use std::collections::BTreeSet;

use taskcluster_client::{
    Auth, AwsProvisioner, Call, Client, Ec2Manager, Error, Github, Hooks, Index, Login, Notify,
    Object, Pulse, PurgeCache, Queue, Secrets, WebServer, WorkerManager,
};

use crate::checks::{Checks, Outcome, Problem, is_page};

/// The services that have answered.
pub struct Services(BTreeSet<&'static str>);

impl Services {
    /// Asks every service for a sign of life. `None` where auth gives none: without it there is no
    /// deployment.
    pub fn find(client: &Client, checks: &mut Checks<'_>) -> Option<Self> {
        let mut services = Self(BTreeSet::new());
        services.ping("auth", Auth::new(client).ping(), checks);
        if !services.has("auth") {
            return None;
        }
        services.ping("queue", Queue::new(client).ping(), checks);
        services.ping("index", Index::new(client).ping(), checks);
        services.ping("secrets", Secrets::new(client).ping(), checks);
        services.ping("hooks", Hooks::new(client).ping(), checks);
        services.ping("purgeCache", PurgeCache::new(client).ping(), checks);
        services.ping("notify", Notify::new(client).ping(), checks);
        services.ping("github", Github::new(client).ping(), checks);
        services.ping("workerManager", WorkerManager::new(client).ping(), checks);
        services.ping("object", Object::new(client).ping(), checks);
        services.ping("webServer", WebServer::new(client).ping(), checks);
        services.ping("pulse", Pulse::new(client).ping(), checks);
        services.ping("login", Login::new(client).ping(), checks);
        services.ping("awsProvisioner", AwsProvisioner::new(client).ping(), checks);
        services.ping("ec2Manager", Ec2Manager::new(client).ping(), checks);
        Some(services)
    }

    fn ping(&mut self, name: &'static str, call: Call<Client, ()>, checks: &mut Checks<'_>) {
        let outcome = match call.response() {
            Ok(response) if is_page(&response) => Err(Problem::web_page()),
            Ok(_) => Ok(()),
            // In a deployment that has a host per service, the host is not there either.
            Err(Error::Transport(e)) if self.has("auth") && !e.is_timeout() => {
                Err(Problem::Absent(e.to_string()))
            }
            Err(e) => Err(e.into()),
        };
        let outcome = outcome.map_err(|problem| match problem {
            Problem::Absent(why) if name == "auth" => {
                Problem::Failed(format!("{why}: is this the root URL of a deployment?"))
            }
            problem => problem,
        });
        if checks.record(&format!("{name}.ping"), outcome).is_some() {
            self.0.insert(name);
        }
    }

    /// Whether the service is there.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains(name)
    }

    /// Makes a check of a method, unless its service is not there.
    pub fn check<T>(
        &self,
        method: &str,
        checks: &mut Checks<'_>,
        check: impl FnOnce() -> Outcome<T>,
    ) -> Option<T> {
        let service = method.split(['.', ':']).next().unwrap_or_default();
        if self.has(service) {
            checks.check(method, check)
        } else {
            checks.record(
                method,
                Err(Problem::Absent("there is no such service".to_owned())),
            )
        }
    }
}
