//! Clients and roles.

use taskcluster_client::auth::types::{CreateClientRequest, CreateRoleRequest};
use taskcluster_client::{Auth, Credentials, Secrets};

use super::Run;
use super::undo::Undo;
use crate::checks::{Checks, ensure, ensure_same, eventually};
use crate::live::callers::refused;

pub fn check(run: &Run<'_>, undo: &mut Undo, checks: &mut Checks<'_>) {
    clients(run, undo, checks);
    roles(run, undo, checks);
}

fn clients(run: &Run<'_>, undo: &mut Undo, checks: &mut Checks<'_>) {
    // All characters that the name of a client can have and a path cannot.
    let id = format!("{}/a+b@c:d|e!f", run.prefix);
    let auth = Auth::new(run.client);
    let scope = format!("assume:live-{}", run.id);
    let request = CreateClientRequest::new(run.expires, "Made by `cargo xtask live`.")
        .delete_on_expiration(true)
        .scopes([&scope]);
    let gone = id.clone();
    let created = checks.check("auth.createClient: a name of odd characters", || {
        undo.create(
            &format!("client {id}"),
            move |client| Auth::new(client).delete_client(&gone).send(),
            || {
                let created = auth.create_client(&id, &request).send()?;
                ensure_same(&created.client_id, &id)?;
                Ok(created)
            },
        )
    });
    let Some(created) = created else { return };
    checks.check("auth.client", || {
        let found = auth.client(&id).send()?;
        ensure_same(&found.client_id, &id)?;
        ensure_same(&found.scopes, &[&*scope])
    });
    checks.check("auth.currentScopes: of a new client", || {
        let credentials = Credentials::new(&id, &created.access_token);
        let as_new = run.client.with_credentials(credentials)?;
        eventually(|| {
            let scopes = Auth::new(&as_new)
                .current_scopes()
                .send()?
                .scopes
                .unwrap_or_default();
            ensure(scopes.contains(&scope), || {
                format!("its scopes are {scopes:?}")
            })
        })
    });
    checks.check("auth.listAuditHistory: of a client", || {
        Ok(auth.list_audit_history(&id).limit(10).send().map(drop)?)
    });
    checks.check("auth.getEntityHistory: of a client", || {
        let history = auth.get_entity_history("client", &id).limit(10).send();
        Ok(history.map(drop)?)
    });
    checks.check("auth.listClients: with a prefix", || {
        let found: Result<Vec<_>, _> = auth.list_clients().prefix(&run.prefix).items().collect();
        let found: Vec<String> = found?.into_iter().map(|client| client.client_id).collect();
        ensure_same(&found, &[&*id])
    });
    checks.check("auth.updateClient", || {
        let request = CreateClientRequest::new(run.expires, "ü “quotes”").scopes([&scope]);
        let updated = auth.update_client(&id, &request).send()?;
        ensure_same(&updated.description, "ü “quotes”")
    });
    checks.check("auth.resetAccessToken: the old token is refused", || {
        auth.reset_access_token(&id).send()?;
        let old = run
            .client
            .with_credentials(Credentials::new(&id, &created.access_token))?;
        // A method that looks at the signature, as those that anybody may call do not.
        let secrets = Secrets::new(&old);
        eventually(|| {
            let result = secrets.get("live/no-such-secret").send();
            refused(result, 401, "AuthenticationFailed")
        })
    });
    checks.check("auth.disableClient", || {
        ensure(auth.disable_client(&id).send()?.disabled, || {
            "it is not disabled".to_owned()
        })
    });
    checks.check("auth.enableClient", || {
        ensure(!auth.enable_client(&id).send()?.disabled, || {
            "it is disabled".to_owned()
        })
    });
}

fn roles(run: &Run<'_>, undo: &mut Undo, checks: &mut Checks<'_>) {
    // Roles may have all of printable ASCII in their names.
    let id = format!("live-{}/a b%2F+'\"", run.id);
    let auth = Auth::new(run.client);
    let scopes = [format!("assume:live-{}", run.id)];
    let request = CreateRoleRequest::new(&scopes, "Made by `cargo xtask live`.");
    let gone = id.clone();
    let created = checks.check("auth.createRole: a name of odd characters", || {
        undo.create(
            &format!("role {id}"),
            move |client| Auth::new(client).delete_role(&gone).send(),
            || ensure_same(&auth.create_role(&id, &request).send()?.role_id, &id),
        )
    });
    if created.is_none() {
        return;
    }
    checks.check("auth.role", || {
        ensure_same(&auth.role(&id).send()?.role_id, &id)
    });
    checks.check("auth.updateRole", || {
        let request = CreateRoleRequest::new(&scopes, "Changed.");
        ensure_same(
            &auth.update_role(&id, &request).send()?.description,
            "Changed.",
        )
    });
}
