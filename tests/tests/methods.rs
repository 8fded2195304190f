//! Every typed method reaches the verb and path of its reference, with its arguments in their places.
//!
//! The routes themselves are judged by the case files under `tests/vectors`; here it is the
//! hand-over from the typed method to the route.

use taskcluster_client::*;
use taskcluster_tests::sample;

fn client() -> Client {
    Client::builder("https://tc.example.com")
        .build()
        .expect("a client")
}

/// Which methods of a service were tried.
struct Seen {
    endpoints: &'static [Endpoint],
    names: Vec<&'static str>,
}

impl Seen {
    fn new(endpoints: &'static [Endpoint]) -> Self {
        Self {
            endpoints,
            names: Vec::new(),
        }
    }

    fn all(self) {
        let listed: Vec<_> = self
            .endpoints
            .iter()
            .map(|endpoint| endpoint.name)
            .collect();
        assert_eq!(
            self.names, listed,
            "every method of the service, in its order"
        );
    }
}

/// Checks a call in which each text argument is its own name, and each run ID is 7.
fn reach<T>(seen: &mut Seen, name: &'static str, call: &Call<'_, Client, T>) {
    let endpoint = seen.endpoints.iter().find(|endpoint| endpoint.name == name);
    let endpoint = endpoint.unwrap_or_else(|| panic!("no method {name}"));
    let path = endpoint
        .route
        .replace("<runId>", "7")
        .replace(['<', '>'], "");
    let (service, version) = (endpoint.service, endpoint.version);
    let url = format!("https://tc.example.com/api/{service}/{version}{path}");
    assert_eq!(call.url().expect("a URL"), url, "{name}");
    assert_eq!(call.request().method(), endpoint.method, "{name}");
    assert_eq!(call.request().payload().is_some(), endpoint.input, "{name}");
    seen.names.push(name);
}

#[test]
fn auth_methods_reach_their_routes() {
    let api = Auth::new(&client());
    let mut seen = Seen::new(auth::ENDPOINTS);
    reach(&mut seen, "ping", &api.ping());
    reach(&mut seen, "listClients", &api.list_clients());
    reach(&mut seen, "client", &api.client("clientId"));
    reach(
        &mut seen,
        "createClient",
        &api.create_client("clientId", &sample()),
    );
    reach(
        &mut seen,
        "resetAccessToken",
        &api.reset_access_token("clientId"),
    );
    reach(
        &mut seen,
        "updateClient",
        &api.update_client("clientId", &sample()),
    );
    reach(&mut seen, "enableClient", &api.enable_client("clientId"));
    reach(&mut seen, "disableClient", &api.disable_client("clientId"));
    reach(&mut seen, "deleteClient", &api.delete_client("clientId"));
    reach(&mut seen, "listRoles", &api.list_roles());
    reach(&mut seen, "role", &api.role("roleId"));
    reach(
        &mut seen,
        "createRole",
        &api.create_role("roleId", &sample()),
    );
    reach(
        &mut seen,
        "updateRole",
        &api.update_role("roleId", &sample()),
    );
    reach(&mut seen, "deleteRole", &api.delete_role("roleId"));
    reach(
        &mut seen,
        "expandScopesGet",
        &api.expand_scopes_get(&sample()),
    );
    reach(&mut seen, "expandScopes", &api.expand_scopes(&sample()));
    reach(&mut seen, "currentScopes", &api.current_scopes());
    reach(
        &mut seen,
        "awsS3Credentials",
        &api.aws_s3_credentials("level", "bucket", "prefix"),
    );
    reach(&mut seen, "azureAccounts", &api.azure_accounts());
    reach(&mut seen, "azureTables", &api.azure_tables("account"));
    reach(
        &mut seen,
        "azureTableSAS",
        &api.azure_table_sas("account", "table", "level"),
    );
    reach(
        &mut seen,
        "azureContainers",
        &api.azure_containers("account"),
    );
    reach(
        &mut seen,
        "azureContainerSAS",
        &api.azure_container_sas("account", "container", "level"),
    );
    reach(&mut seen, "sentryDSN", &api.sentry_dsn("project"));
    reach(&mut seen, "statsumToken", &api.statsum_token("project"));
    reach(&mut seen, "webhooktunnelToken", &api.webhooktunnel_token());
    reach(
        &mut seen,
        "authenticateHawk",
        &api.authenticate_hawk(&sample()),
    );
    reach(
        &mut seen,
        "testAuthenticate",
        &api.test_authenticate(&sample()),
    );
    reach(
        &mut seen,
        "testAuthenticateGet",
        &api.test_authenticate_get(),
    );
    seen.all();
}

#[test]
fn aws_provisioner_methods_reach_their_routes() {
    let api = AwsProvisioner::new(&client());
    let mut seen = Seen::new(aws_provisioner::ENDPOINTS);
    reach(
        &mut seen,
        "listWorkerTypeSummaries",
        &api.list_worker_type_summaries(),
    );
    reach(
        &mut seen,
        "createWorkerType",
        &api.create_worker_type("workerType", &sample()),
    );
    reach(
        &mut seen,
        "updateWorkerType",
        &api.update_worker_type("workerType", &sample()),
    );
    reach(
        &mut seen,
        "workerTypeLastModified",
        &api.worker_type_last_modified("workerType"),
    );
    reach(&mut seen, "workerType", &api.worker_type("workerType"));
    reach(
        &mut seen,
        "removeWorkerType",
        &api.remove_worker_type("workerType"),
    );
    reach(&mut seen, "listWorkerTypes", &api.list_worker_types());
    reach(
        &mut seen,
        "createSecret",
        &api.create_secret("token", &sample()),
    );
    reach(&mut seen, "getSecret", &api.get_secret("token"));
    reach(
        &mut seen,
        "instanceStarted",
        &api.instance_started("instanceId", "token"),
    );
    reach(&mut seen, "removeSecret", &api.remove_secret("token"));
    reach(
        &mut seen,
        "getLaunchSpecs",
        &api.get_launch_specs("workerType"),
    );
    reach(&mut seen, "state", &api.state("workerType"));
    reach(&mut seen, "backendStatus", &api.backend_status());
    reach(&mut seen, "ping", &api.ping());
    seen.all();
}

#[test]
fn ec2_manager_methods_reach_their_routes() {
    let api = Ec2Manager::new(&client());
    let mut seen = Seen::new(ec2_manager::ENDPOINTS);
    reach(&mut seen, "ping", &api.ping());
    reach(&mut seen, "listWorkerTypes", &api.list_worker_types());
    reach(
        &mut seen,
        "runInstance",
        &api.run_instance("workerType", &sample()),
    );
    reach(
        &mut seen,
        "terminateWorkerType",
        &api.terminate_worker_type("workerType"),
    );
    reach(
        &mut seen,
        "workerTypeStats",
        &api.worker_type_stats("workerType"),
    );
    reach(
        &mut seen,
        "workerTypeHealth",
        &api.worker_type_health("workerType"),
    );
    reach(
        &mut seen,
        "workerTypeErrors",
        &api.worker_type_errors("workerType"),
    );
    reach(
        &mut seen,
        "workerTypeState",
        &api.worker_type_state("workerType"),
    );
    reach(
        &mut seen,
        "ensureKeyPair",
        &api.ensure_key_pair("name", &sample()),
    );
    reach(&mut seen, "removeKeyPair", &api.remove_key_pair("name"));
    reach(
        &mut seen,
        "terminateInstance",
        &api.terminate_instance("region", "instanceId"),
    );
    reach(&mut seen, "getPrices", &api.get_prices());
    reach(
        &mut seen,
        "getSpecificPrices",
        &api.get_specific_prices(&sample::<Vec<_>>()),
    );
    reach(&mut seen, "getHealth", &api.get_health());
    reach(&mut seen, "getRecentErrors", &api.get_recent_errors());
    reach(&mut seen, "regions", &api.regions());
    reach(&mut seen, "amiUsage", &api.ami_usage());
    reach(&mut seen, "ebsUsage", &api.ebs_usage());
    reach(&mut seen, "dbpoolStats", &api.dbpool_stats());
    reach(&mut seen, "allState", &api.all_state());
    reach(&mut seen, "sqsStats", &api.sqs_stats());
    reach(&mut seen, "purgeQueues", &api.purge_queues());
    seen.all();
}

#[test]
fn github_methods_reach_their_routes() {
    let api = Github::new(&client());
    let mut seen = Seen::new(github::ENDPOINTS);
    reach(&mut seen, "ping", &api.ping());
    reach(
        &mut seen,
        "githubWebHookConsumer",
        &api.github_web_hook_consumer(),
    );
    reach(&mut seen, "builds", &api.builds());
    reach(&mut seen, "badge", &api.badge("owner", "repo", "branch"));
    reach(&mut seen, "repository", &api.repository("owner", "repo"));
    reach(&mut seen, "latest", &api.latest("owner", "repo", "branch"));
    reach(
        &mut seen,
        "createStatus",
        &api.create_status("owner", "repo", "sha", &sample()),
    );
    reach(
        &mut seen,
        "createComment",
        &api.create_comment("owner", "repo", "number", &sample()),
    );
    seen.all();
}

#[test]
fn hooks_methods_reach_their_routes() {
    let api = Hooks::new(&client());
    let mut seen = Seen::new(hooks::ENDPOINTS);
    reach(&mut seen, "ping", &api.ping());
    reach(&mut seen, "listHookGroups", &api.list_hook_groups());
    reach(&mut seen, "listHooks", &api.list_hooks("hookGroupId"));
    reach(&mut seen, "hook", &api.hook("hookGroupId", "hookId"));
    reach(
        &mut seen,
        "getHookStatus",
        &api.get_hook_status("hookGroupId", "hookId"),
    );
    reach(
        &mut seen,
        "createHook",
        &api.create_hook("hookGroupId", "hookId", &sample()),
    );
    reach(
        &mut seen,
        "updateHook",
        &api.update_hook("hookGroupId", "hookId", &sample()),
    );
    reach(
        &mut seen,
        "removeHook",
        &api.remove_hook("hookGroupId", "hookId"),
    );
    reach(
        &mut seen,
        "triggerHook",
        &api.trigger_hook("hookGroupId", "hookId", &sample()),
    );
    reach(
        &mut seen,
        "getTriggerToken",
        &api.get_trigger_token("hookGroupId", "hookId"),
    );
    reach(
        &mut seen,
        "resetTriggerToken",
        &api.reset_trigger_token("hookGroupId", "hookId"),
    );
    reach(
        &mut seen,
        "triggerHookWithToken",
        &api.trigger_hook_with_token("hookGroupId", "hookId", "token", &sample()),
    );
    seen.all();
}

#[test]
fn index_methods_reach_their_routes() {
    let api = Index::new(&client());
    let mut seen = Seen::new(index::ENDPOINTS);
    reach(&mut seen, "ping", &api.ping());
    reach(&mut seen, "findTask", &api.find_task("indexPath"));
    reach(
        &mut seen,
        "listNamespaces",
        &api.list_namespaces("namespace"),
    );
    reach(&mut seen, "listTasks", &api.list_tasks("namespace"));
    reach(
        &mut seen,
        "insertTask",
        &api.insert_task("namespace", &sample()),
    );
    reach(
        &mut seen,
        "findArtifactFromTask",
        &api.find_artifact_from_task("indexPath", "name"),
    );
    seen.all();
}

#[test]
fn login_methods_reach_their_routes() {
    let api = Login::new(&client());
    let mut seen = Seen::new(login::ENDPOINTS);
    reach(&mut seen, "ping", &api.ping());
    reach(
        &mut seen,
        "oidcCredentials",
        &api.oidc_credentials("provider"),
    );
    seen.all();
}

#[test]
fn notify_methods_reach_their_routes() {
    let api = Notify::new(&client());
    let mut seen = Seen::new(notify::ENDPOINTS);
    reach(&mut seen, "ping", &api.ping());
    reach(&mut seen, "email", &api.email(&sample()));
    reach(&mut seen, "pulse", &api.pulse(&sample()));
    reach(&mut seen, "irc", &api.irc(&sample()));
    seen.all();
}

#[test]
fn pulse_methods_reach_their_routes() {
    let api = Pulse::new(&client());
    let mut seen = Seen::new(pulse::ENDPOINTS);
    reach(&mut seen, "ping", &api.ping());
    reach(&mut seen, "listNamespaces", &api.list_namespaces());
    reach(&mut seen, "namespace", &api.namespace("namespace"));
    reach(
        &mut seen,
        "claimNamespace",
        &api.claim_namespace("namespace", &sample()),
    );
    seen.all();
}

#[test]
fn purge_cache_methods_reach_their_routes() {
    let api = PurgeCache::new(&client());
    let mut seen = Seen::new(purge_cache::ENDPOINTS);
    reach(&mut seen, "ping", &api.ping());
    reach(
        &mut seen,
        "purgeCache",
        &api.purge_cache("provisionerId", "workerType", &sample()),
    );
    reach(&mut seen, "allPurgeRequests", &api.all_purge_requests());
    reach(
        &mut seen,
        "purgeRequests",
        &api.purge_requests("provisionerId", "workerType"),
    );
    seen.all();
}

#[test]
fn queue_methods_reach_their_routes() {
    let api = Queue::new(&client());
    let mut seen = Seen::new(queue::ENDPOINTS);
    reach(&mut seen, "ping", &api.ping());
    reach(&mut seen, "task", &api.task("taskId"));
    reach(&mut seen, "status", &api.status("taskId"));
    reach(
        &mut seen,
        "listTaskGroup",
        &api.list_task_group("taskGroupId"),
    );
    reach(
        &mut seen,
        "listDependentTasks",
        &api.list_dependent_tasks("taskId"),
    );
    reach(
        &mut seen,
        "createTask",
        &api.create_task("taskId", &sample()),
    );
    reach(
        &mut seen,
        "defineTask",
        &api.define_task("taskId", &sample()),
    );
    reach(&mut seen, "scheduleTask", &api.schedule_task("taskId"));
    reach(&mut seen, "rerunTask", &api.rerun_task("taskId"));
    reach(&mut seen, "cancelTask", &api.cancel_task("taskId"));
    reach(
        &mut seen,
        "claimWork",
        &api.claim_work("provisionerId", "workerType", &sample()),
    );
    reach(
        &mut seen,
        "claimTask",
        &api.claim_task("taskId", 7, &sample()),
    );
    reach(&mut seen, "reclaimTask", &api.reclaim_task("taskId", 7));
    reach(
        &mut seen,
        "reportCompleted",
        &api.report_completed("taskId", 7),
    );
    reach(&mut seen, "reportFailed", &api.report_failed("taskId", 7));
    reach(
        &mut seen,
        "reportException",
        &api.report_exception("taskId", 7, &sample()),
    );
    reach(
        &mut seen,
        "createArtifact",
        &api.create_artifact("taskId", 7, "name", &sample()),
    );
    reach(
        &mut seen,
        "completeArtifact",
        &api.complete_artifact("taskId", 7, "name", &sample()),
    );
    reach(
        &mut seen,
        "getArtifact",
        &api.get_artifact("taskId", 7, "name"),
    );
    reach(
        &mut seen,
        "getLatestArtifact",
        &api.get_latest_artifact("taskId", "name"),
    );
    reach(&mut seen, "listArtifacts", &api.list_artifacts("taskId", 7));
    reach(
        &mut seen,
        "listLatestArtifacts",
        &api.list_latest_artifacts("taskId"),
    );
    reach(&mut seen, "listProvisioners", &api.list_provisioners());
    reach(
        &mut seen,
        "getProvisioner",
        &api.get_provisioner("provisionerId"),
    );
    reach(
        &mut seen,
        "declareProvisioner",
        &api.declare_provisioner("provisionerId", &sample()),
    );
    reach(
        &mut seen,
        "pendingTasks",
        &api.pending_tasks("provisionerId", "workerType"),
    );
    reach(
        &mut seen,
        "listWorkerTypes",
        &api.list_worker_types("provisionerId"),
    );
    reach(
        &mut seen,
        "getWorkerType",
        &api.get_worker_type("provisionerId", "workerType"),
    );
    reach(
        &mut seen,
        "declareWorkerType",
        &api.declare_worker_type("provisionerId", "workerType", &sample()),
    );
    reach(
        &mut seen,
        "listWorkers",
        &api.list_workers("provisionerId", "workerType"),
    );
    reach(
        &mut seen,
        "getWorker",
        &api.get_worker("provisionerId", "workerType", "workerGroup", "workerId"),
    );
    reach(
        &mut seen,
        "quarantineWorker",
        &api.quarantine_worker(
            "provisionerId",
            "workerType",
            "workerGroup",
            "workerId",
            &sample(),
        ),
    );
    reach(
        &mut seen,
        "declareWorker",
        &api.declare_worker(
            "provisionerId",
            "workerType",
            "workerGroup",
            "workerId",
            &sample(),
        ),
    );
    seen.all();
}

#[test]
fn secrets_methods_reach_their_routes() {
    let api = Secrets::new(&client());
    let mut seen = Seen::new(secrets::ENDPOINTS);
    reach(&mut seen, "ping", &api.ping());
    reach(&mut seen, "set", &api.set("name", &sample()));
    reach(&mut seen, "remove", &api.remove("name"));
    reach(&mut seen, "get", &api.get("name"));
    reach(&mut seen, "list", &api.list());
    seen.all();
}

/// The case files are answered by the references alone, so that a generator that went wrong can
/// still be built. What is generated must therefore say what the references say.
#[test]
fn endpoints_are_what_the_references_say() {
    let apis = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../apis/references");
    for (name, endpoints, _) in services() {
        let file = apis.join(name).join("v1/api.json");
        let text = std::fs::read_to_string(file).expect("a reference");
        let reference: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        let entries = reference["entries"].as_array().expect("entries");
        assert_eq!(entries.len(), endpoints.len(), "{name}");
        for (entry, endpoint) in entries.iter().zip(endpoints) {
            let texts = |key: &str| -> Vec<&str> {
                entry[key]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(|v| v.as_str())
                    .collect()
            };
            assert_eq!(endpoint.service, reference["serviceName"]);
            assert_eq!(endpoint.version, reference["apiVersion"]);
            assert_eq!(endpoint.name, entry["name"]);
            assert_eq!(endpoint.method.as_str().to_lowercase(), entry["method"]);
            assert_eq!(endpoint.route, entry["route"]);
            assert_eq!(endpoint.args, texts("args"));
            assert_eq!(endpoint.query, texts("query"));
            assert_eq!(endpoint.input, entry["input"].is_string());
        }
    }
}

#[test]
fn there_are_twelve_services_and_144_methods() {
    for (name, endpoints, count) in services() {
        assert_eq!(endpoints.len(), count, "{name}");
    }
    assert_eq!(
        services()
            .iter()
            .map(|(_, endpoints, _)| endpoints.len())
            .sum::<usize>(),
        144
    );
}

/// Name, methods, and how many the Python client 6.0.0 documents.
fn services() -> [(&'static str, &'static [Endpoint], usize); 12] {
    [
        ("auth", auth::ENDPOINTS, 29),
        ("aws-provisioner", aws_provisioner::ENDPOINTS, 15),
        ("ec2-manager", ec2_manager::ENDPOINTS, 22),
        ("github", github::ENDPOINTS, 8),
        ("hooks", hooks::ENDPOINTS, 12),
        ("index", index::ENDPOINTS, 6),
        ("login", login::ENDPOINTS, 2),
        ("notify", notify::ENDPOINTS, 4),
        ("pulse", pulse::ENDPOINTS, 4),
        ("purge-cache", purge_cache::ENDPOINTS, 4),
        ("queue", queue::ENDPOINTS, 33),
        ("secrets", secrets::ENDPOINTS, 5),
    ]
}
