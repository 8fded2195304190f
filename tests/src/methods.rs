//! The typed call of each method, in one list for all tests that go through them.

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use taskcluster_client::*;

use crate::sample;

/// A secret that tests put into payloads and answers, and look for in what is printed.
pub const PLANTED: &str = "pl4nted-s3cret";

/// What a call is given.
#[derive(Debug)]
pub struct Given<'g> {
    /// The method.
    pub endpoint: &'static Endpoint,
    /// Its path arguments, in their order.
    pub args: &'g [String],
    /// The payload, where the method takes one; some payload, where it is not given.
    pub payload: Option<&'g Value>,
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
    fn payload<T: DeserializeOwned + Serialize + Debug>(&self) -> T {
        let Some(payload) = self.payload else {
            return sample();
        };
        let name = self.endpoint.name;
        let typed: T = serde_json::from_value(payload.clone())
            .unwrap_or_else(|e| panic!("{name} does not take {payload}: {e}"));
        let written = serde_json::to_value(&typed).expect("JSON");
        assert_eq!(&written, payload, "{name}");
        let debug = format!("{typed:?}");
        assert!(!debug.contains(PLANTED), "{name}: {debug}");
        typed
    }
}

/// What is done with a call, whatever it answers.
pub trait Use<C> {
    /// What comes of it.
    type Outcome;

    /// Does it.
    fn call<T: Debug>(self, call: Call<C, T>) -> Self::Outcome;
}

macro_rules! argument {
    ($given:ident, run) => {
        $given.run()
    };
    ($given:ident, payload) => {
        &$given.payload()
    };
    ($given:ident, list) => {
        &$given.payload::<Vec<_>>()
    };
    ($given:ident, $name:literal) => {
        $given.arg($name)
    };
}

macro_rules! methods {
    ($($service:literal => $Api:ident {
        $($name:literal: $method:ident($($argument:tt),*),)+
    })+) => {
        /// Makes the call of a method, and has it used.
        ///
        /// # Panics
        /// The list lacks the method, or what is given does not fit it.
        pub fn with_call<C, U>(client: &C, given: &Given<'_>, usage: U) -> U::Outcome
        where
            C: ApiClient + Clone,
            U: Use<C>,
        {
            match (given.endpoint.service, given.endpoint.name) {
                $($(($service, $name) => {
                    let api = $Api::new(client);
                    usage.call(api.$method($(argument!(given, $argument)),*).into())
                })+)+
                (service, name) => panic!("{service}.{name} is not in the list"),
            }
        }
    };
}

methods! {
    "auth" => Auth {
        "ping": ping(),
        "listClients": list_clients(),
        "client": client("clientId"),
        "createClient": create_client("clientId", payload),
        "resetAccessToken": reset_access_token("clientId"),
        "updateClient": update_client("clientId", payload),
        "enableClient": enable_client("clientId"),
        "disableClient": disable_client("clientId"),
        "deleteClient": delete_client("clientId"),
        "listRoles": list_roles(),
        "role": role("roleId"),
        "createRole": create_role("roleId", payload),
        "updateRole": update_role("roleId", payload),
        "deleteRole": delete_role("roleId"),
        "expandScopesGet": expand_scopes_get(payload),
        "expandScopes": expand_scopes(payload),
        "currentScopes": current_scopes(),
        "awsS3Credentials": aws_s3_credentials("level", "bucket", "prefix"),
        "azureAccounts": azure_accounts(),
        "azureTables": azure_tables("account"),
        "azureTableSAS": azure_table_sas("account", "table", "level"),
        "azureContainers": azure_containers("account"),
        "azureContainerSAS": azure_container_sas("account", "container", "level"),
        "sentryDSN": sentry_dsn("project"),
        "statsumToken": statsum_token("project"),
        "webhooktunnelToken": webhooktunnel_token(),
        "authenticateHawk": authenticate_hawk(payload),
        "testAuthenticate": test_authenticate(payload),
        "testAuthenticateGet": test_authenticate_get(),
        "lbheartbeat": lbheartbeat(),
        "version": version(),
        "getEntityHistory": get_entity_history("entityType", "entityId"),
        "listAuditHistory": list_audit_history("clientId"),
        "listRoles2": list_roles2(),
        "listRoleIds": list_role_ids(),
        "websocktunnelToken": websocktunnel_token("wstAudience", "wstClient"),
        "gcpCredentials": gcp_credentials("projectId", "serviceAccount"),
        "listGithubApps": list_github_apps(),
        "githubRepoToken": github_repo_token("appName", "owner", payload),
        "heartbeat": heartbeat(),
    }
    "aws-provisioner" => AwsProvisioner {
        "listWorkerTypeSummaries": list_worker_type_summaries(),
        "createWorkerType": create_worker_type("workerType", payload),
        "updateWorkerType": update_worker_type("workerType", payload),
        "workerTypeLastModified": worker_type_last_modified("workerType"),
        "workerType": worker_type("workerType"),
        "removeWorkerType": remove_worker_type("workerType"),
        "listWorkerTypes": list_worker_types(),
        "createSecret": create_secret("token", payload),
        "getSecret": get_secret("token"),
        "instanceStarted": instance_started("instanceId", "token"),
        "removeSecret": remove_secret("token"),
        "getLaunchSpecs": get_launch_specs("workerType"),
        "state": state("workerType"),
        "backendStatus": backend_status(),
        "ping": ping(),
    }
    "ec2-manager" => Ec2Manager {
        "ping": ping(),
        "listWorkerTypes": list_worker_types(),
        "runInstance": run_instance("workerType", payload),
        "terminateWorkerType": terminate_worker_type("workerType"),
        "workerTypeStats": worker_type_stats("workerType"),
        "workerTypeHealth": worker_type_health("workerType"),
        "workerTypeErrors": worker_type_errors("workerType"),
        "workerTypeState": worker_type_state("workerType"),
        "ensureKeyPair": ensure_key_pair("name", payload),
        "removeKeyPair": remove_key_pair("name"),
        "terminateInstance": terminate_instance("region", "instanceId"),
        "getPrices": get_prices(),
        "getSpecificPrices": get_specific_prices(list),
        "getHealth": get_health(),
        "getRecentErrors": get_recent_errors(),
        "regions": regions(),
        "amiUsage": ami_usage(),
        "ebsUsage": ebs_usage(),
        "dbpoolStats": dbpool_stats(),
        "allState": all_state(),
        "sqsStats": sqs_stats(),
        "purgeQueues": purge_queues(),
    }
    "github" => Github {
        "ping": ping(),
        "githubWebHookConsumer": github_web_hook_consumer(),
        "builds": builds(),
        "badge": badge("owner", "repo", "branch"),
        "repository": repository("owner", "repo"),
        "latest": latest("owner", "repo", "branch"),
        "createStatus": create_status("owner", "repo", "sha", payload),
        "createComment": create_comment("owner", "repo", "number", payload),
        "lbheartbeat": lbheartbeat(),
        "version": version(),
        "cancelBuilds": cancel_builds("owner", "repo"),
        "renderTaskclusterYml": render_taskcluster_yml(payload),
        "heartbeat": heartbeat(),
    }
    "hooks" => Hooks {
        "ping": ping(),
        "listHookGroups": list_hook_groups(),
        "listHooks": list_hooks("hookGroupId"),
        "hook": hook("hookGroupId", "hookId"),
        "getHookStatus": get_hook_status("hookGroupId", "hookId"),
        "createHook": create_hook("hookGroupId", "hookId", payload),
        "updateHook": update_hook("hookGroupId", "hookId", payload),
        "removeHook": remove_hook("hookGroupId", "hookId"),
        "triggerHook": trigger_hook("hookGroupId", "hookId", payload),
        "getTriggerToken": get_trigger_token("hookGroupId", "hookId"),
        "resetTriggerToken": reset_trigger_token("hookGroupId", "hookId"),
        "triggerHookWithToken": trigger_hook_with_token("hookGroupId", "hookId", "token", payload),
        "lbheartbeat": lbheartbeat(),
        "version": version(),
        "listLastFires": list_last_fires("hookGroupId", "hookId"),
        "heartbeat": heartbeat(),
    }
    "index" => Index {
        "ping": ping(),
        "findTask": find_task("indexPath"),
        "listNamespaces": list_namespaces("namespace"),
        "listTasks": list_tasks("namespace"),
        "insertTask": insert_task("namespace", payload),
        "findArtifactFromTask": find_artifact_from_task("indexPath", "name"),
        "lbheartbeat": lbheartbeat(),
        "version": version(),
        "findTasksAtIndex": find_tasks_at_index(payload),
        "deleteTask": delete_task("namespace"),
        "heartbeat": heartbeat(),
    }
    "login" => Login {
        "ping": ping(),
        "oidcCredentials": oidc_credentials("provider"),
    }
    "notify" => Notify {
        "ping": ping(),
        "email": email(payload),
        "pulse": pulse(payload),
        "irc": irc(payload),
        "lbheartbeat": lbheartbeat(),
        "version": version(),
        "matrix": matrix(payload),
        "slack": slack(payload),
        "addDenylistAddress": add_denylist_address(payload),
        "deleteDenylistAddress": delete_denylist_address(payload),
        "listDenylist": list_denylist(),
        "heartbeat": heartbeat(),
    }
    "pulse" => Pulse {
        "ping": ping(),
        "listNamespaces": list_namespaces(),
        "namespace": namespace("namespace"),
        "claimNamespace": claim_namespace("namespace", payload),
    }
    "purge-cache" => PurgeCache {
        "ping": ping(),
        "purgeCache": purge_cache("provisionerId", "workerType", payload),
        "allPurgeRequests": all_purge_requests(),
        "purgeRequests": purge_requests("provisionerId", "workerType"),
        "lbheartbeat": lbheartbeat(),
        "version": version(),
        "heartbeat": heartbeat(),
    }
    "queue" => Queue {
        "ping": ping(),
        "task": task("taskId"),
        "status": status("taskId"),
        "listTaskGroup": list_task_group("taskGroupId"),
        "listDependentTasks": list_dependent_tasks("taskId"),
        "createTask": create_task("taskId", payload),
        "defineTask": define_task("taskId", payload),
        "scheduleTask": schedule_task("taskId"),
        "rerunTask": rerun_task("taskId"),
        "cancelTask": cancel_task("taskId"),
        "claimWork": claim_work("provisionerId", "workerType", payload),
        "claimTask": claim_task("taskId", run, payload),
        "reclaimTask": reclaim_task("taskId", run),
        "reportCompleted": report_completed("taskId", run),
        "reportFailed": report_failed("taskId", run),
        "reportException": report_exception("taskId", run, payload),
        "createArtifact": create_artifact("taskId", run, "name", payload),
        "completeArtifact": complete_artifact("taskId", run, "name", payload),
        "getArtifact": get_artifact("taskId", run, "name"),
        "getLatestArtifact": get_latest_artifact("taskId", "name"),
        "listArtifacts": list_artifacts("taskId", run),
        "listLatestArtifacts": list_latest_artifacts("taskId"),
        "listProvisioners": list_provisioners(),
        "getProvisioner": get_provisioner("provisionerId"),
        "declareProvisioner": declare_provisioner("provisionerId", payload),
        "pendingTasks": pending_tasks("provisionerId", "workerType"),
        "listWorkerTypes": list_worker_types("provisionerId"),
        "getWorkerType": get_worker_type("provisionerId", "workerType"),
        "declareWorkerType": declare_worker_type("provisionerId", "workerType", payload),
        "listWorkers": list_workers("provisionerId", "workerType"),
        "getWorker": get_worker("provisionerId", "workerType", "workerGroup", "workerId"),
        "quarantineWorker": quarantine_worker(
            "provisionerId", "workerType", "workerGroup", "workerId", payload
        ),
        "declareWorker": declare_worker(
            "provisionerId", "workerType", "workerGroup", "workerId", payload
        ),
        "lbheartbeat": lbheartbeat(),
        "version": version(),
        "tasks": tasks(payload),
        "statuses": statuses(payload),
        "cancelTaskGroup": cancel_task_group("taskGroupId"),
        "getTaskGroup": get_task_group("taskGroupId"),
        "sealTaskGroup": seal_task_group("taskGroupId"),
        "changeTaskPriority": change_task_priority("taskId", payload),
        "changeTaskGroupPriority": change_task_group_priority("taskGroupId", payload),
        "finishArtifact": finish_artifact("taskId", run, "name", payload),
        "artifactInfo": artifact_info("taskId", run, "name"),
        "latestArtifactInfo": latest_artifact_info("taskId", "name"),
        "artifact": artifact("taskId", run, "name"),
        "latestArtifact": latest_artifact("taskId", "name"),
        "taskQueueCounts": task_queue_counts("taskQueueId"),
        "taskQueueCountsBatch": task_queue_counts_batch(payload),
        "listPendingTasks": list_pending_tasks("taskQueueId"),
        "listClaimedTasks": list_claimed_tasks("taskQueueId"),
        "listTaskQueues": list_task_queues(),
        "getTaskQueue": get_task_queue("taskQueueId"),
        "heartbeat": heartbeat(),
    }
    "secrets" => Secrets {
        "ping": ping(),
        "set": set("name", payload),
        "remove": remove("name"),
        "get": get("name"),
        "list": list(),
        "lbheartbeat": lbheartbeat(),
        "version": version(),
        "heartbeat": heartbeat(),
    }
    "object" => Object {
        "ping": ping(),
        "lbheartbeat": lbheartbeat(),
        "version": version(),
        "createUpload": create_upload("name", payload),
        "finishUpload": finish_upload("name", payload),
        "startDownload": start_download("name", payload),
        "object": object("name"),
        "download": download("name"),
        "heartbeat": heartbeat(),
    }
    "web-server" => WebServer {
        "ping": ping(),
        "lbheartbeat": lbheartbeat(),
        "version": version(),
        "taskGroupProfile": task_group_profile("taskGroupId"),
        "taskProfile": task_profile("taskId"),
        "heartbeat": heartbeat(),
    }
    "worker-manager" => WorkerManager {
        "ping": ping(),
        "lbheartbeat": lbheartbeat(),
        "version": version(),
        "listProviders": list_providers(),
        "createWorkerPool": create_worker_pool("workerPoolId", payload),
        "updateWorkerPool": update_worker_pool("workerPoolId", payload),
        "deleteWorkerPool": delete_worker_pool("workerPoolId"),
        "listWorkerPoolLaunchConfigs": list_worker_pool_launch_configs("workerPoolId"),
        "workerPoolStats": worker_pool_stats("workerPoolId"),
        "workerPool": worker_pool("workerPoolId"),
        "listWorkerPools": list_worker_pools(),
        "listWorkerPoolsStats": list_worker_pools_stats(),
        "reportWorkerError": report_worker_error("workerPoolId", payload),
        "workerPoolErrorStats": worker_pool_error_stats(),
        "listWorkerPoolErrors": list_worker_pool_errors("workerPoolId"),
        "listWorkersForWorkerGroup": list_workers_for_worker_group("workerPoolId", "workerGroup"),
        "worker": worker("workerPoolId", "workerGroup", "workerId"),
        "createWorker": create_worker("workerPoolId", "workerGroup", "workerId", payload),
        "updateWorker": update_worker("workerPoolId", "workerGroup", "workerId", payload),
        "removeWorker": remove_worker("workerPoolId", "workerGroup", "workerId"),
        "shouldWorkerTerminate": should_worker_terminate("workerPoolId", "workerGroup", "workerId"),
        "listWorkersForWorkerPool": list_workers_for_worker_pool("workerPoolId"),
        "registerWorker": register_worker(payload),
        "reregisterWorker": reregister_worker(payload),
        "listWorkers": list_workers("provisionerId", "workerType"),
        "getWorker": get_worker("provisionerId", "workerType", "workerGroup", "workerId"),
        "heartbeat": heartbeat(),
    }
}
