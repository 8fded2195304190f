//! Hooks that never fire, and caches to be purged.

use serde_json::json;
use taskcluster_client::hooks::types::{CreateHookRequest, HookMetadata, HookMetadataRequired};
use taskcluster_client::purge_cache::types::PurgeCacheRequest;
use taskcluster_client::{Hooks, PurgeCache};

use super::Run;
use super::undo::Undo;
use crate::checks::{Checks, ensure, ensure_same};

pub fn check(run: &Run<'_>, undo: &mut Undo, checks: &mut Checks<'_>) {
    hooks(run, undo, checks);
    caches(run, checks);
}

fn request(name: &str) -> CreateHookRequest {
    let metadata = HookMetadata::new(HookMetadataRequired {
        name: name.into(),
        description: "Made by `cargo xtask live`.".into(),
        owner: "live@example.com".into(),
    });
    let task = json!({
        "provisionerId": "live", "workerType": "live", "payload": {},
        "created": {"$fromNow": "0 seconds"}, "deadline": {"$fromNow": "1 hour"},
        "metadata": {
            "name": "live", "description": "live", "owner": "live@example.com",
            "source": "https://example.com/",
        },
    });
    CreateHookRequest::new(metadata, task)
}

fn hooks(run: &Run<'_>, undo: &mut Undo, checks: &mut Checks<'_>) {
    let hooks = Hooks::new(run.client);
    // The name of a hook may have slashes.
    let (group, id) = (format!("live-{}", run.id), "a/b");
    let gone = group.clone();
    let created = run
        .services
        .check("hooks.createHook: a name with a slash", checks, || {
            undo.create(
                &format!("hook {group} {id}"),
                move |client| Hooks::new(client).remove_hook(&gone, id).send(),
                || {
                    ensure_same(
                        &*hooks
                            .create_hook(&group, id, &request("live"))
                            .send()?
                            .hook_id,
                        id,
                    )
                },
            )
        });
    if created.is_none() {
        return;
    }
    checks.check("hooks.hook", || {
        ensure_same(&*hooks.hook(&group, id).send()?.hook_id, id)
    });
    checks.check("hooks.listHooks", || {
        let found = hooks.list_hooks(&group).send()?.hooks;
        let found: Vec<String> = found.into_iter().map(|hook| hook.hook_id).collect();
        ensure_same(&found, &[id])
    });
    checks.check("hooks.updateHook", || {
        let updated = hooks.update_hook(&group, id, &request("changed")).send()?;
        ensure_same(&*updated.metadata.name, "changed")
    });
    checks.check("hooks.getHookStatus", || {
        Ok(hooks.get_hook_status(&group, id).send().map(drop)?)
    });
    checks.check("hooks.resetTriggerToken", || {
        let old = hooks.get_trigger_token(&group, id).send()?.token;
        let new = hooks.reset_trigger_token(&group, id).send()?.token;
        ensure(old != new, || "the token has not changed".to_owned())
    });
}

/// What is asked for here ends by itself: there is no method to take it back.
fn caches(run: &Run<'_>, checks: &mut Checks<'_>) {
    let purge_cache = PurgeCache::new(run.client);
    let provisioner = format!("live-{}", run.id);
    let asked = run.services.check("purgeCache.purgeCache", checks, || {
        Ok(purge_cache
            .purge_cache(&provisioner, "live", &PurgeCacheRequest::new("live"))
            .send()?)
    });
    if asked.is_some() {
        checks.check("purgeCache.purgeRequests", || {
            let found = purge_cache
                .purge_requests(&provisioner, "live")
                .send()?
                .requests;
            let found: Vec<String> = found
                .into_iter()
                .map(|request| request.cache_name)
                .collect();
            ensure_same(&found, &["live"])
        });
    }
}
