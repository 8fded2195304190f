//! Worker pools and workers that somebody else runs, from creation to removal.

use serde_json::json;
use taskcluster_client::worker_manager::types::{
    CreateWorkerPoolRequest, CreateWorkerPoolRequestRequired, CreateWorkerRequest,
    RegisterWorkerRequest, RegisterWorkerRequestRequired, ReportWorkerErrorRequest,
    ReportWorkerErrorRequestRequired, ReregisterWorkerRequest, ReregisterWorkerRequestRequired,
    StaticProof, StaticWorkerInfo, UpdateWorkerPoolRequest,
};
use taskcluster_client::{Auth, Credentials, WorkerManager, slugid};

use super::undo::Undo;
use super::{Run, absent_with};
use crate::checks::{Checks, Outcome, Problem, ensure, ensure_same, eventually};

const GROUP: &str = "live";
const ID: &str = "worker-1";

/// What is checked with a pool and its worker.
const OF_A_POOL: [&str; 19] = [
    "workerManager.createWorkerPool",
    "workerManager.updateWorkerPool",
    "workerManager.listWorkerPools",
    "workerManager.workerPoolStats",
    "workerManager.listWorkerPoolsStats",
    "workerManager.listWorkerPoolLaunchConfigs",
    "workerManager.createWorker",
    "workerManager.updateWorker",
    "workerManager.listWorkersForWorkerPool",
    "workerManager.listWorkersForWorkerGroup",
    "workerManager.registerWorker",
    "workerManager.reregisterWorker",
    "workerManager.shouldWorkerTerminate",
    "workerManager.reportWorkerError",
    "workerManager.listWorkerPoolErrors",
    "workerManager.workerPoolErrorStats",
    "workerManager.removeWorker",
    "workerManager.deleteWorkerPool",
    "auth.currentScopes: of a worker",
];

/// A pool of the type `static`.
struct Pool {
    id: String,
    provider: String,
    /// How its worker proves who it is.
    secret: String,
}

pub fn check(run: &Run<'_>, undo: &mut Undo, checks: &mut Checks<'_>) {
    let manager = WorkerManager::new(run.client);
    let provider = run
        .services
        .check("workerManager.listProviders", checks, || provider(&manager));
    let Some(provider) = provider else {
        return absent_with("workerManager.listProviders", &OF_A_POOL, checks);
    };
    let pool = Pool {
        id: format!("live-{}/live", run.id),
        provider,
        secret: slugid::nice() + &slugid::nice(),
    };
    let gone = pool.id.clone();
    let created = checks.check("workerManager.createWorkerPool", || {
        undo.create(
            &format!("worker pool {}", pool.id),
            move |client| {
                let manager = WorkerManager::new(client);
                manager.delete_worker_pool(&gone).send().map(drop)
            },
            || create(&manager, &pool),
        )
    });
    if created.is_some() {
        read(&manager, &pool, checks);
        worker(run, undo, &pool, checks);
    }
}

fn provider(manager: &WorkerManager) -> Outcome<String> {
    for provider in manager.list_providers().items() {
        let provider = provider?;
        if provider.provider_type == "static" {
            return Ok(provider.provider_id);
        }
    }
    let why = "the deployment has no provider of the type static";
    Err(Problem::Absent(why.to_owned()))
}

fn create(manager: &WorkerManager, pool: &Pool) -> Outcome {
    let request = CreateWorkerPoolRequest::new(CreateWorkerPoolRequestRequired {
        provider_id: pool.provider.clone(),
        description: "Made by `cargo xtask live`.".into(),
        owner: "live@example.com".into(),
        config: json!({}),
        email_on_error: false,
    });
    let created = manager.create_worker_pool(&pool.id, &request).send()?;
    ensure_same(&created.worker_pool_id.as_deref(), &Some(&*pool.id))?;
    ensure_same(&created.provider_id, &pool.provider)
}

fn read(manager: &WorkerManager, pool: &Pool, checks: &mut Checks<'_>) {
    checks.check("workerManager.updateWorkerPool: what was read", || {
        let found = manager.worker_pool(&pool.id).send()?;
        let mut request = UpdateWorkerPoolRequest::from(found);
        request.description = "Changed by `cargo xtask live`.".into();
        let updated = manager.update_worker_pool(&pool.id, &request).send()?;
        ensure_same(&updated.description, &request.description)?;
        let found = manager.worker_pool(&pool.id).send()?;
        ensure_same(&found.description, &request.description)?;
        ensure_same(&found.owner, "live@example.com")
    });
    checks.check("workerManager.listWorkerPools", || {
        for found in manager.list_worker_pools().items() {
            if found?.worker_pool_id.as_deref() == Some(&*pool.id) {
                return Ok(());
            }
        }
        Err(Problem::failed("the pool is not listed"))
    });
    checks.check("workerManager.workerPoolStats", || {
        Ok(manager.worker_pool_stats(&pool.id).send().map(drop)?)
    });
    checks.check("workerManager.listWorkerPoolsStats", || {
        let stats = manager.list_worker_pools_stats().limit(10).send();
        Ok(stats.map(drop)?)
    });
    checks.check("workerManager.listWorkerPoolLaunchConfigs: none", || {
        let configs = manager.list_worker_pool_launch_configs(&pool.id).items();
        ensure_same(&configs.count(), &0)
    });
}

fn worker(run: &Run<'_>, undo: &mut Undo, pool: &Pool, checks: &mut Checks<'_>) {
    let manager = WorkerManager::new(run.client);
    let info = StaticWorkerInfo::new(&pool.secret);
    let request = CreateWorkerRequest::new(run.expires)
        .capacity(1)
        .provider_info(info.clone());
    let gone = pool.id.clone();
    let created = checks.check("workerManager.createWorker", || {
        undo.create(
            &format!("worker {ID} of {}", pool.id),
            move |client| {
                let manager = WorkerManager::new(client);
                manager.remove_worker(&gone, GROUP, ID).send()
            },
            || {
                let call = manager.create_worker(&pool.id, GROUP, ID, &request);
                ensure_same(&*call.send()?.worker_id, ID)
            },
        )
    });
    if created.is_none() {
        return;
    }
    checks.check("workerManager.updateWorker: what was read", || {
        let found = manager.worker(&pool.id, GROUP, ID).send()?;
        // Its secret is in no answer.
        let request = CreateWorkerRequest::from(found).provider_info(info);
        let call = manager.update_worker(&pool.id, GROUP, ID, &request.capacity(2));
        ensure_same(&call.send()?.capacity, &2)
    });
    checks.check("workerManager.listWorkersForWorkerPool", || {
        let found: Result<Vec<_>, _> = manager
            .list_workers_for_worker_pool(&pool.id)
            .items()
            .collect();
        let found: Vec<String> = found?.into_iter().map(|worker| worker.worker_id).collect();
        ensure_same(&found, &[ID])
    });
    checks.check("workerManager.listWorkersForWorkerGroup: another", || {
        let found = manager.list_workers_for_worker_group(&pool.id, "other");
        ensure_same(&found.items().count(), &0)
    });
    life(run, pool, checks);
    checks.check("workerManager.removeWorker", || {
        manager.remove_worker(&pool.id, GROUP, ID).send()?;
        match manager.worker(&pool.id, GROUP, ID).send() {
            Err(e) if e.is_not_found() => Ok(()),
            found => ensure_same(found?.state.as_str(), "stopped"),
        }
    });
}

/// What a worker does by itself.
fn life(run: &Run<'_>, pool: &Pool, checks: &mut Checks<'_>) {
    let manager = WorkerManager::new(run.client);
    let registered = checks.check("workerManager.registerWorker", || {
        let request = RegisterWorkerRequest::new(RegisterWorkerRequestRequired {
            worker_pool_id: pool.id.clone(),
            provider_id: pool.provider.clone(),
            worker_group: GROUP.into(),
            worker_id: ID.into(),
            worker_identity_proof: StaticProof::new(&pool.secret).into(),
        });
        Ok(manager.register_worker(&request).send()?)
    });
    let Some(registered) = registered else { return };
    let as_worker = || -> Outcome<_> {
        let credentials = Credentials::try_from(&registered.credentials);
        Ok(run
            .client
            .with_credentials(credentials.map_err(Problem::failed)?)?)
    };
    checks.check("auth.currentScopes: of a worker", || {
        let scopes = Auth::new(&as_worker()?).current_scopes().send()?.scopes;
        let scopes = scopes.unwrap_or_default();
        let wanted = format!("queue:claim-work:{}", pool.id);
        ensure(scopes.contains(&wanted), || {
            format!("its scopes are {scopes:?}")
        })
    });
    checks.check("workerManager.reregisterWorker: as the worker", || {
        let request = ReregisterWorkerRequest::new(ReregisterWorkerRequestRequired {
            worker_pool_id: pool.id.clone(),
            worker_group: GROUP.into(),
            worker_id: ID.into(),
            secret: registered.secret.clone(),
        });
        let again = WorkerManager::new(&as_worker()?)
            .reregister_worker(&request)
            .send()?;
        ensure(again.secret != registered.secret, || {
            "the secret for the next time has not changed".to_owned()
        })
    });
    checks.check("workerManager.shouldWorkerTerminate", || {
        let advice = manager
            .should_worker_terminate(&pool.id, GROUP, ID)
            .send()?;
        ensure(!advice.terminate, || advice.reason)
    });
    let reported = checks.check("workerManager.reportWorkerError", || {
        let request = ReportWorkerErrorRequest::new(ReportWorkerErrorRequestRequired {
            worker_group: GROUP.into(),
            worker_id: ID.into(),
            kind: "live".into(),
            title: "Nothing is wrong".into(),
            description: "Made by `cargo xtask live`.".into(),
            extra: json!({"by": "live"}),
        });
        let error = manager.report_worker_error(&pool.id, &request).send()?;
        Ok(error.error_id)
    });
    if let Some(reported) = reported {
        checks.check("workerManager.listWorkerPoolErrors", || {
            eventually(|| {
                let found: Result<Vec<_>, _> =
                    manager.list_worker_pool_errors(&pool.id).items().collect();
                let found: Vec<String> = found?.into_iter().map(|it| it.error_id).collect();
                ensure_same(&found, &[&*reported])
            })
        });
        checks.check("workerManager.workerPoolErrorStats", || {
            let stats = manager.worker_pool_error_stats().worker_pool_id(&pool.id);
            ensure_same(&stats.send()?.totals.total, &1.0)
        });
    }
}
