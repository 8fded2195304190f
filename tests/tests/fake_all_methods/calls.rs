//! The typed call of each method, with arguments and a payload from elsewhere.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use taskcluster_client::*;

/// What a call is given.
pub struct Given<'g> {
    pub endpoint: &'static Endpoint,
    pub args: &'g [String],
    pub payload: &'g Value,
}

impl Given<'_> {
    fn arg(&self, name: &str) -> &str {
        let at = self.endpoint.args.iter().position(|arg| *arg == name);
        let at = at.unwrap_or_else(|| panic!("{} takes no {name}", self.endpoint.name));
        &self.args[at]
    }

    fn run(&self) -> u64 {
        self.arg("runId").parse().expect("a number")
    }

    /// The payload as a typed one, which says all that was given.
    fn payload<T: DeserializeOwned + Serialize>(&self) -> T {
        let name = self.endpoint.name;
        let typed: T = serde_json::from_value(self.payload.clone())
            .unwrap_or_else(|e| panic!("{name} does not take {}: {e}", self.payload));
        let written = serde_json::to_value(&typed).expect("JSON");
        assert_eq!(&written, self.payload, "{name}");
        typed
    }
}

/// Sends the call; what is answered has been decoded.
pub fn send(client: &Client, given: &Given<'_>) -> Result<()> {
    let name = given.endpoint.name;
    let known = match given.endpoint.service {
        "auth" => auth(&Auth::new(client), name, given),
        "aws-provisioner" => aws_provisioner(&AwsProvisioner::new(client), name, given),
        "ec2-manager" => ec2_manager(&Ec2Manager::new(client), name, given),
        "github" => github(&Github::new(client), name, given),
        "hooks" => hooks(&Hooks::new(client), name, given),
        "index" => index(&Index::new(client), name, given),
        "login" => login(&Login::new(client), name, given),
        "notify" => notify(&Notify::new(client), name, given),
        "pulse" => pulse(&Pulse::new(client), name, given),
        "purge-cache" => purge_cache(&PurgeCache::new(client), name, given),
        "queue" => queue(&Queue::new(client), name, given),
        "secrets" => secrets(&Secrets::new(client), name, given),
        other => panic!("no service {other}"),
    };
    known.unwrap_or_else(|| panic!("{name} is not called"))
}

fn done<T>(call: &Call<'_, Client, T>) -> Option<Result<()>> {
    Some(call.send().map(drop))
}

fn auth(api: &Auth, name: &str, given: &Given<'_>) -> Option<Result<()>> {
    match name {
        "ping" => done(&api.ping()),
        "listClients" => done(&api.list_clients()),
        "client" => done(&api.client(given.arg("clientId"))),
        "createClient" => done(&api.create_client(given.arg("clientId"), &given.payload())),
        "resetAccessToken" => done(&api.reset_access_token(given.arg("clientId"))),
        "updateClient" => done(&api.update_client(given.arg("clientId"), &given.payload())),
        "enableClient" => done(&api.enable_client(given.arg("clientId"))),
        "disableClient" => done(&api.disable_client(given.arg("clientId"))),
        "deleteClient" => done(&api.delete_client(given.arg("clientId"))),
        "listRoles" => done(&api.list_roles()),
        "role" => done(&api.role(given.arg("roleId"))),
        "createRole" => done(&api.create_role(given.arg("roleId"), &given.payload())),
        "updateRole" => done(&api.update_role(given.arg("roleId"), &given.payload())),
        "deleteRole" => done(&api.delete_role(given.arg("roleId"))),
        "expandScopesGet" => done(&api.expand_scopes_get(&given.payload())),
        "expandScopes" => done(&api.expand_scopes(&given.payload())),
        "currentScopes" => done(&api.current_scopes()),
        "awsS3Credentials" => done(&api.aws_s3_credentials(
            given.arg("level"),
            given.arg("bucket"),
            given.arg("prefix"),
        )),
        "azureAccounts" => done(&api.azure_accounts()),
        "azureTables" => done(&api.azure_tables(given.arg("account"))),
        "azureTableSAS" => {
            done(&api.azure_table_sas(given.arg("account"), given.arg("table"), given.arg("level")))
        }
        "azureContainers" => done(&api.azure_containers(given.arg("account"))),
        "azureContainerSAS" => done(&api.azure_container_sas(
            given.arg("account"),
            given.arg("container"),
            given.arg("level"),
        )),
        "sentryDSN" => done(&api.sentry_dsn(given.arg("project"))),
        "statsumToken" => done(&api.statsum_token(given.arg("project"))),
        "webhooktunnelToken" => done(&api.webhooktunnel_token()),
        "authenticateHawk" => done(&api.authenticate_hawk(&given.payload())),
        "testAuthenticate" => done(&api.test_authenticate(&given.payload())),
        "testAuthenticateGet" => done(&api.test_authenticate_get()),
        _ => None,
    }
}

fn aws_provisioner(api: &AwsProvisioner, name: &str, given: &Given<'_>) -> Option<Result<()>> {
    match name {
        "listWorkerTypeSummaries" => done(&api.list_worker_type_summaries()),
        "createWorkerType" => {
            done(&api.create_worker_type(given.arg("workerType"), &given.payload()))
        }
        "updateWorkerType" => {
            done(&api.update_worker_type(given.arg("workerType"), &given.payload()))
        }
        "workerTypeLastModified" => done(&api.worker_type_last_modified(given.arg("workerType"))),
        "workerType" => done(&api.worker_type(given.arg("workerType"))),
        "removeWorkerType" => done(&api.remove_worker_type(given.arg("workerType"))),
        "listWorkerTypes" => done(&api.list_worker_types()),
        "createSecret" => done(&api.create_secret(given.arg("token"), &given.payload())),
        "getSecret" => done(&api.get_secret(given.arg("token"))),
        "instanceStarted" => {
            done(&api.instance_started(given.arg("instanceId"), given.arg("token")))
        }
        "removeSecret" => done(&api.remove_secret(given.arg("token"))),
        "getLaunchSpecs" => done(&api.get_launch_specs(given.arg("workerType"))),
        "state" => done(&api.state(given.arg("workerType"))),
        "backendStatus" => done(&api.backend_status()),
        "ping" => done(&api.ping()),
        _ => None,
    }
}

fn ec2_manager(api: &Ec2Manager, name: &str, given: &Given<'_>) -> Option<Result<()>> {
    match name {
        "ping" => done(&api.ping()),
        "listWorkerTypes" => done(&api.list_worker_types()),
        "runInstance" => done(&api.run_instance(given.arg("workerType"), &given.payload())),
        "terminateWorkerType" => done(&api.terminate_worker_type(given.arg("workerType"))),
        "workerTypeStats" => done(&api.worker_type_stats(given.arg("workerType"))),
        "workerTypeHealth" => done(&api.worker_type_health(given.arg("workerType"))),
        "workerTypeErrors" => done(&api.worker_type_errors(given.arg("workerType"))),
        "workerTypeState" => done(&api.worker_type_state(given.arg("workerType"))),
        "ensureKeyPair" => done(&api.ensure_key_pair(given.arg("name"), &given.payload())),
        "removeKeyPair" => done(&api.remove_key_pair(given.arg("name"))),
        "terminateInstance" => {
            done(&api.terminate_instance(given.arg("region"), given.arg("instanceId")))
        }
        "getPrices" => done(&api.get_prices()),
        "getSpecificPrices" => done(&api.get_specific_prices(&given.payload::<Vec<_>>())),
        "getHealth" => done(&api.get_health()),
        "getRecentErrors" => done(&api.get_recent_errors()),
        "regions" => done(&api.regions()),
        "amiUsage" => done(&api.ami_usage()),
        "ebsUsage" => done(&api.ebs_usage()),
        "dbpoolStats" => done(&api.dbpool_stats()),
        "allState" => done(&api.all_state()),
        "sqsStats" => done(&api.sqs_stats()),
        "purgeQueues" => done(&api.purge_queues()),
        _ => None,
    }
}

fn github(api: &Github, name: &str, given: &Given<'_>) -> Option<Result<()>> {
    match name {
        "ping" => done(&api.ping()),
        "githubWebHookConsumer" => done(&api.github_web_hook_consumer()),
        "builds" => done(&api.builds()),
        "badge" => done(&api.badge(given.arg("owner"), given.arg("repo"), given.arg("branch"))),
        "repository" => done(&api.repository(given.arg("owner"), given.arg("repo"))),
        "latest" => done(&api.latest(given.arg("owner"), given.arg("repo"), given.arg("branch"))),
        "createStatus" => done(&api.create_status(
            given.arg("owner"),
            given.arg("repo"),
            given.arg("sha"),
            &given.payload(),
        )),
        "createComment" => done(&api.create_comment(
            given.arg("owner"),
            given.arg("repo"),
            given.arg("number"),
            &given.payload(),
        )),
        _ => None,
    }
}

fn hooks(api: &Hooks, name: &str, given: &Given<'_>) -> Option<Result<()>> {
    match name {
        "ping" => done(&api.ping()),
        "listHookGroups" => done(&api.list_hook_groups()),
        "listHooks" => done(&api.list_hooks(given.arg("hookGroupId"))),
        "hook" => done(&api.hook(given.arg("hookGroupId"), given.arg("hookId"))),
        "getHookStatus" => {
            done(&api.get_hook_status(given.arg("hookGroupId"), given.arg("hookId")))
        }
        "createHook" => done(&api.create_hook(
            given.arg("hookGroupId"),
            given.arg("hookId"),
            &given.payload(),
        )),
        "updateHook" => done(&api.update_hook(
            given.arg("hookGroupId"),
            given.arg("hookId"),
            &given.payload(),
        )),
        "removeHook" => done(&api.remove_hook(given.arg("hookGroupId"), given.arg("hookId"))),
        "triggerHook" => done(&api.trigger_hook(
            given.arg("hookGroupId"),
            given.arg("hookId"),
            &given.payload(),
        )),
        "getTriggerToken" => {
            done(&api.get_trigger_token(given.arg("hookGroupId"), given.arg("hookId")))
        }
        "resetTriggerToken" => {
            done(&api.reset_trigger_token(given.arg("hookGroupId"), given.arg("hookId")))
        }
        "triggerHookWithToken" => done(&api.trigger_hook_with_token(
            given.arg("hookGroupId"),
            given.arg("hookId"),
            given.arg("token"),
            &given.payload(),
        )),
        _ => None,
    }
}

fn index(api: &Index, name: &str, given: &Given<'_>) -> Option<Result<()>> {
    match name {
        "ping" => done(&api.ping()),
        "findTask" => done(&api.find_task(given.arg("indexPath"))),
        "listNamespaces" => done(&api.list_namespaces(given.arg("namespace"))),
        "listTasks" => done(&api.list_tasks(given.arg("namespace"))),
        "insertTask" => done(&api.insert_task(given.arg("namespace"), &given.payload())),
        "findArtifactFromTask" => {
            done(&api.find_artifact_from_task(given.arg("indexPath"), given.arg("name")))
        }
        _ => None,
    }
}

fn login(api: &Login, name: &str, given: &Given<'_>) -> Option<Result<()>> {
    match name {
        "ping" => done(&api.ping()),
        "oidcCredentials" => done(
            &api.oidc_credentials(given.arg("provider"))
                .bearer_token("token"),
        ),
        _ => None,
    }
}

fn notify(api: &Notify, name: &str, given: &Given<'_>) -> Option<Result<()>> {
    match name {
        "ping" => done(&api.ping()),
        "email" => done(&api.email(&given.payload())),
        "pulse" => done(&api.pulse(&given.payload())),
        "irc" => done(&api.irc(&given.payload())),
        _ => None,
    }
}

fn pulse(api: &Pulse, name: &str, given: &Given<'_>) -> Option<Result<()>> {
    match name {
        "ping" => done(&api.ping()),
        "listNamespaces" => done(&api.list_namespaces()),
        "namespace" => done(&api.namespace(given.arg("namespace"))),
        "claimNamespace" => done(&api.claim_namespace(given.arg("namespace"), &given.payload())),
        _ => None,
    }
}

fn purge_cache(api: &PurgeCache, name: &str, given: &Given<'_>) -> Option<Result<()>> {
    match name {
        "ping" => done(&api.ping()),
        "purgeCache" => done(&api.purge_cache(
            given.arg("provisionerId"),
            given.arg("workerType"),
            &given.payload(),
        )),
        "allPurgeRequests" => done(&api.all_purge_requests()),
        "purgeRequests" => {
            done(&api.purge_requests(given.arg("provisionerId"), given.arg("workerType")))
        }
        _ => None,
    }
}

fn queue(api: &Queue, name: &str, given: &Given<'_>) -> Option<Result<()>> {
    match name {
        "ping" => done(&api.ping()),
        "task" => done(&api.task(given.arg("taskId"))),
        "status" => done(&api.status(given.arg("taskId"))),
        "listTaskGroup" => done(&api.list_task_group(given.arg("taskGroupId"))),
        "listDependentTasks" => done(&api.list_dependent_tasks(given.arg("taskId"))),
        "createTask" => done(&api.create_task(given.arg("taskId"), &given.payload())),
        "defineTask" => done(&api.define_task(given.arg("taskId"), &given.payload())),
        "scheduleTask" => done(&api.schedule_task(given.arg("taskId"))),
        "rerunTask" => done(&api.rerun_task(given.arg("taskId"))),
        "cancelTask" => done(&api.cancel_task(given.arg("taskId"))),
        "claimWork" => done(&api.claim_work(
            given.arg("provisionerId"),
            given.arg("workerType"),
            &given.payload(),
        )),
        "claimTask" => done(&api.claim_task(given.arg("taskId"), given.run(), &given.payload())),
        "reclaimTask" => done(&api.reclaim_task(given.arg("taskId"), given.run())),
        "reportCompleted" => done(&api.report_completed(given.arg("taskId"), given.run())),
        "reportFailed" => done(&api.report_failed(given.arg("taskId"), given.run())),
        "reportException" => {
            done(&api.report_exception(given.arg("taskId"), given.run(), &given.payload()))
        }
        "createArtifact" => done(&api.create_artifact(
            given.arg("taskId"),
            given.run(),
            given.arg("name"),
            &given.payload(),
        )),
        "completeArtifact" => done(&api.complete_artifact(
            given.arg("taskId"),
            given.run(),
            given.arg("name"),
            &given.payload(),
        )),
        "getArtifact" => {
            done(&api.get_artifact(given.arg("taskId"), given.run(), given.arg("name")))
        }
        "getLatestArtifact" => {
            done(&api.get_latest_artifact(given.arg("taskId"), given.arg("name")))
        }
        "listArtifacts" => done(&api.list_artifacts(given.arg("taskId"), given.run())),
        "listLatestArtifacts" => done(&api.list_latest_artifacts(given.arg("taskId"))),
        "listProvisioners" => done(&api.list_provisioners()),
        "getProvisioner" => done(&api.get_provisioner(given.arg("provisionerId"))),
        "declareProvisioner" => {
            done(&api.declare_provisioner(given.arg("provisionerId"), &given.payload()))
        }
        "pendingTasks" => {
            done(&api.pending_tasks(given.arg("provisionerId"), given.arg("workerType")))
        }
        "listWorkerTypes" => done(&api.list_worker_types(given.arg("provisionerId"))),
        "getWorkerType" => {
            done(&api.get_worker_type(given.arg("provisionerId"), given.arg("workerType")))
        }
        "declareWorkerType" => done(&api.declare_worker_type(
            given.arg("provisionerId"),
            given.arg("workerType"),
            &given.payload(),
        )),
        "listWorkers" => {
            done(&api.list_workers(given.arg("provisionerId"), given.arg("workerType")))
        }
        "getWorker" => done(&api.get_worker(
            given.arg("provisionerId"),
            given.arg("workerType"),
            given.arg("workerGroup"),
            given.arg("workerId"),
        )),
        "quarantineWorker" => done(&api.quarantine_worker(
            given.arg("provisionerId"),
            given.arg("workerType"),
            given.arg("workerGroup"),
            given.arg("workerId"),
            &given.payload(),
        )),
        "declareWorker" => done(&api.declare_worker(
            given.arg("provisionerId"),
            given.arg("workerType"),
            given.arg("workerGroup"),
            given.arg("workerId"),
            &given.payload(),
        )),
        _ => None,
    }
}

fn secrets(api: &Secrets, name: &str, given: &Given<'_>) -> Option<Result<()>> {
    match name {
        "ping" => done(&api.ping()),
        "set" => done(&api.set(given.arg("name"), &given.payload())),
        "remove" => done(&api.remove(given.arg("name"))),
        "get" => done(&api.get(given.arg("name"))),
        "list" => done(&api.list()),
        _ => None,
    }
}
