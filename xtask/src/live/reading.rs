//! What only reads: lists of every service, pages, and errors.

use serde_json::{Value, json};
use taskcluster_client::auth::types::Scopeset;
use taskcluster_client::{
    ApiClient as _, Auth, AwsProvisioner, Client, Ec2Manager, Github, Hooks, Index, Method, Page,
    Pulse, PurgeCache, Queue, Request, Secrets, slugid,
};

use super::callers::refused;
use super::is_known;
use super::services::Services;
use crate::checks::{Checks, Outcome, Problem, ensure, ensure_same};

/// Calls whose answers must be read, whatever they say.
macro_rules! readable {
    ($services:ident, $checks:ident, $($method:literal => $call:expr),+ $(,)?) => {$(
        $services.check($method, $checks, || Ok($call.send().map(drop)?));
    )+};
}

pub fn check(client: &Client, services: &Services, checks: &mut Checks<'_>) {
    lists(client, services, checks);
    operations(client, services, checks);
    retired(client, services, checks);
    pages(client, services, checks);
    errors(client, services, checks);
}

fn lists(client: &Client, services: &Services, checks: &mut Checks<'_>) {
    let (auth, queue, index) = (Auth::new(client), Queue::new(client), Index::new(client));
    let scopes: Scopeset = Scopeset::new().scopes(["assume:anonymous"]);
    readable!(services, checks,
        "auth.currentScopes" => auth.current_scopes(),
        "auth.expandScopes" => auth.expand_scopes(&scopes),
        "auth.listRoles" => auth.list_roles(),
        "auth.azureAccounts" => auth.azure_accounts(),
        "hooks.listHookGroups" => Hooks::new(client).list_hook_groups(),
        "index.listNamespaces" => index.list_namespaces("live").limit(10),
        "index.listTasks" => index.list_tasks("live").limit(10),
        "purgeCache.allPurgeRequests" => PurgeCache::new(client).all_purge_requests(),
        "queue.pendingTasks" => queue.pending_tasks("live", "live"),
        "github.builds" => Github::new(client).builds().limit(10),
        "queue.listProvisioners" => queue.list_provisioners().limit(10),
        "queue.listWorkerTypes" => queue.list_worker_types("live").limit(10),
        "queue.listWorkers" => queue.list_workers("live", "live").limit(10),
    );
}

/// What services tell of themselves.
fn operations(client: &Client, services: &Services, checks: &mut Checks<'_>) {
    let (auth, queue) = (Auth::new(client), Queue::new(client));
    readable!(services, checks,
        "auth.version" => auth.version(),
        "queue.version" => queue.version(),
        "queue.heartbeat" => queue.heartbeat(),
        "queue.lbheartbeat" => queue.lbheartbeat(),
    );
}

/// What today's servers have no more.
fn retired(client: &Client, services: &Services, checks: &mut Checks<'_>) {
    let aws = AwsProvisioner::new(client);
    let ec2 = Ec2Manager::new(client);
    let scopes: Scopeset = Scopeset::new().scopes(["assume:anonymous"]);
    readable!(services, checks,
        "auth.expandScopesGet" => Auth::new(client).expand_scopes_get(&scopes),
        "pulse.listNamespaces" => Pulse::new(client).list_namespaces().limit(10),
        "awsProvisioner.listWorkerTypes" => aws.list_worker_types(),
        "awsProvisioner.listWorkerTypeSummaries" => aws.list_worker_type_summaries(),
        "ec2Manager.listWorkerTypes" => ec2.list_worker_types(),
        "ec2Manager.getPrices" => ec2.get_prices(),
        "ec2Manager.getHealth" => ec2.get_health(),
    );
}

/// Signed requests with a query string, the second page's with the token of the first.
fn pages(client: &Client, services: &Services, checks: &mut Checks<'_>) {
    let (auth, secrets) = (Auth::new(client), Secrets::new(client));
    services.check(
        "secrets.get: the signature covers the query string",
        checks,
        || signed_query(client),
    );
    services.check("auth.listClients: signed, two pages", checks, || {
        is_known(client)?;
        two_pages(auth.list_clients().limit(1).pages())
    });
    services.check(
        "auth.listClients: a prefix of odd characters",
        checks,
        || {
            is_known(client)?;
            let page = auth.list_clients().prefix("live/a+b@c:d|e!f").send()?;
            ensure(page.clients.is_empty(), || {
                format!("clients: {}", page.clients.len())
            })
        },
    );
    services.check("secrets.list: signed, two pages", checks, || {
        is_known(client)?;
        two_pages(secrets.list().limit(1).pages())
    });
}

/// Many lists are open to anybody, and their servers look at no signature. Where scopes are needed
/// they do, before they look at the query: they tell whoever is known that there is no such option.
fn signed_query(client: &Client) -> Outcome {
    is_known(client)?;
    let request = Request::new(Method::Get, "secrets", "v1")
        .path(["secret", "live/no-such-secret"])
        .query("live", "a b+ü/%2F&'\"");
    match client.call::<Value>(request).send() {
        Err(e) if e.code() == Some("InvalidRequestArguments") => Ok(()),
        Err(e) => Err(e.into()),
        Ok(_) => Err(Problem::failed(
            "the server takes an option that it does not know",
        )),
    }
}

/// Fetches two pages of one entry each, as far as there are so many.
fn two_pages<T: Page>(pages: impl Iterator<Item = taskcluster_client::Result<T>>) -> Outcome {
    for page in pages.take(2) {
        let items = page?.into_items().len();
        ensure(items <= 1, || {
            format!("a page of {items} where 1 was asked for")
        })?;
    }
    Ok(())
}

fn errors(client: &Client, services: &Services, checks: &mut Checks<'_>) {
    services.check(
        "queue.task: an unknown one is not found",
        checks,
        || match Queue::new(client).task(&slugid::nice()).send() {
            Err(e) if e.is_not_found() => ensure_same(&e.code(), &Some("ResourceNotFound")),
            Err(e) => Err(e.into()),
            Ok(_) => Err(Problem::failed("it is known")),
        },
    );
    services.check("queue: an unknown route is not found", checks, || {
        let request = Request::new(Method::Get, "queue", "v1").path(["no-such-method"]);
        match client.call::<Value>(request).send() {
            Err(e) if e.status() == Some(404) => ensure_same(&e.code(), &None),
            other => Err(Problem::failed(format!("{other:?}"))),
        }
    });
    services.check(
        "auth.testAuthenticate: a wrong payload is refused",
        checks,
        || {
            let request = Request::new(Method::Post, "auth", "v1")
                .path(["test-authenticate"])
                .json(&json!({"clientScopes": "not a list"}));
            refused(
                client.call::<Value>(request).send(),
                400,
                "InputValidationError",
            )
        },
    );
    services.check(
        "secrets.get: who does not say who calls is refused",
        checks,
        || {
            let anybody = Client::builder(client.session().root_url().as_str()).build()?;
            let result = Secrets::new(&anybody).get("live/no-such-secret").send();
            refused(result, 403, "InsufficientScopes")
        },
    );
}
