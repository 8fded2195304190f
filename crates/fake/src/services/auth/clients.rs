//! Clients: who may call, with which token and for what.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use taskcluster_core::scopes::{Arguments, Roles};
use taskcluster_core::{slugid, timestamp};
use time::{Duration, OffsetDateTime};

use super::roles::unusable;
use super::tell;
use crate::checks::signature::Secret;
use crate::http::errors::ApiError;
use crate::http::types::Reply;
use crate::services::Handler;
use crate::services::book::{Book, Saved};
use crate::services::context::{Call, Outcome};
use crate::services::date;

/// The client that may do everything.
pub(crate) const ROOT_CLIENT: &str = "static/taskcluster/root";
/// The client by which the queue vouches for the credentials of tasks.
pub(crate) const QUEUE_CLIENT: &str = "static/taskcluster/queue";

/// The client by which the index signs links to artifacts.
pub(crate) const INDEX_CLIENT: &str = "static/taskcluster/index";
/// The client by which the worker manager vouches for the credentials of workers.
pub(crate) const WORKER_MANAGER_CLIENT: &str = "static/taskcluster/worker-manager";
/// The client by which hooks create tasks.
pub(crate) const HOOKS_CLIENT: &str = "static/taskcluster/hooks";

/// How long a client can be created again by the same request.
const IDEMPOTENT_FOR: Duration = Duration::minutes(15);

/// The clients by ID.
#[derive(Debug, Default)]
pub(crate) struct Clients(Book<Client>);

#[derive(Deserialize, Serialize)]
struct Client {
    access_token: String,
    description: String,
    scopes: Vec<String>,
    #[serde(with = "timestamp")]
    expires: OffsetDateTime,
    #[serde(with = "timestamp")]
    created: OffsetDateTime,
    #[serde(with = "timestamp")]
    modified: OffsetDateTime,
    #[serde(with = "timestamp")]
    rotated: OffsetDateTime,
    disabled: bool,
    delete_on_expiration: bool,
}

impl std::fmt::Debug for Client {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Client")
            .field("scopes", &self.scopes)
            .finish_non_exhaustive()
    }
}

impl Client {
    fn new(
        description: &str,
        scopes: Vec<String>,
        expires: OffsetDateTime,
        now: OffsetDateTime,
    ) -> Self {
        Self {
            access_token: new_token(),
            description: description.to_owned(),
            scopes,
            expires,
            created: now,
            modified: now,
            rotated: now,
            disabled: false,
            delete_on_expiration: false,
        }
    }
}

impl Clients {
    /// Makes a client that a person has asked for, and gives its access token; `None` where there is one of this
    /// ID.
    pub(crate) fn admit(
        &mut self,
        id: &str,
        description: &str,
        scopes: Vec<String>,
        expires: OffsetDateTime,
        now: OffsetDateTime,
    ) -> Option<String> {
        if self.0.get(id).is_some() {
            return None;
        }
        let client = Client {
            delete_on_expiration: true,
            ..Client::new(description, scopes, expires, now)
        };
        let token = client.access_token.clone();
        self.0.insert(id.to_owned(), client);
        Some(token)
    }

    /// What is saved entry by entry.
    pub(in crate::services) fn book(&mut self) -> &mut dyn Saved {
        &mut self.0
    }

    pub(crate) fn new(now: OffsetDateTime) -> Self {
        let all = |id: &str| {
            let expires = now.saturating_add(Duration::days(365_000));
            let description = "Part of every fake deployment";
            let scopes = vec!["*".to_owned()];
            (
                id.to_owned(),
                Client::new(description, scopes, expires, now),
            )
        };
        let ids = [
            ROOT_CLIENT,
            QUEUE_CLIENT,
            INDEX_CLIENT,
            WORKER_MANAGER_CLIENT,
            HOOKS_CLIENT,
        ];
        Self(ids.map(all).into_iter().collect())
    }

    pub(crate) fn access_token(&self, id: &str) -> Option<&str> {
        self.0.get(id).map(|client| client.access_token.as_str())
    }

    /// What it takes to check a client's signature, or why the client cannot call.
    pub(crate) fn secret(
        &self,
        id: &str,
        roles: &Roles,
        now: OffsetDateTime,
    ) -> Result<Secret, String> {
        let client = self
            .0
            .get(id)
            .ok_or_else(|| format!("Client with clientId '{id}' not found"))?;
        if client.disabled {
            return Err(format!("Client with clientId '{id}' is disabled"));
        }
        if client.expires < now {
            return Err(format!("Client with clientId: '{id}' has expired"));
        }
        let scopes = roles
            .expand(&client.scopes)
            .map_err(|problem| problem.to_string())?;
        Ok(Secret {
            access_token: client.access_token.clone(),
            scopes,
            expires: client.expires,
        })
    }

    fn json(&self, id: &str, roles: &Roles) -> Result<Value, ApiError> {
        let client = self.0.get(id).ok_or_else(not_found)?;
        let expanded = roles
            .expand(&client.scopes)
            .map_err(|problem| unusable(&problem))?;
        Ok(json!({
            "clientId": id,
            "description": client.description,
            "expires": timestamp::to_string(client.expires),
            "created": timestamp::to_string(client.created),
            "lastModified": timestamp::to_string(client.modified),
            "lastDateUsed": timestamp::to_string(client.created),
            "lastRotated": timestamp::to_string(client.rotated),
            "deleteOnExpiration": client.delete_on_expiration,
            "scopes": client.scopes,
            "expandedScopes": expanded.into_vec(),
            "disabled": client.disabled,
        }))
    }

    fn get_mut(&mut self, id: &str) -> Result<&mut Client, ApiError> {
        self.0.get_mut(id).ok_or_else(not_found)
    }
}

fn not_found() -> ApiError {
    ApiError::not_found("Client not found")
}

fn new_token() -> String {
    slugid::v4() + &slugid::v4()
}

pub(super) fn find(name: &str) -> Option<Handler> {
    Some(match name {
        "listClients" => list,
        "client" => get,
        "createClient" => create,
        "updateClient" => update,
        "deleteClient" => delete,
        "resetAccessToken" => reset,
        "enableClient" => |call| set_disabled(call, false),
        "disableClient" => |call| set_disabled(call, true),
        _ => return None,
    })
}

fn list(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let (clients, roles) = (&call.state.clients, call.state.roles.expander());
    let prefix = call.query.get("prefix").unwrap_or_default();
    let ids = clients.0.keys().filter(|id| id.starts_with(prefix));
    let page = call.page(ids)?;
    let entry = |id: &String| clients.json(id, roles).unwrap_or_default();
    Ok(Outcome::Json(page.into_json("clients", entry).into()))
}

fn get(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    answer(call, &call.param("clientId"))
}

fn create(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let id = changeable_id(call)?;
    let scopes = given_scopes(call)?.unwrap_or_default();
    call.authorize(
        &Arguments::new()
            .with("clientId", &id)
            .with("scopes", scopes.clone()),
    )?;
    let now = call.now;
    let description = call.payload["description"].as_str().unwrap_or_default();
    let expires = date(&call.payload, "expires")?;
    let wanted = Client {
        delete_on_expiration: call.payload["deleteOnExpiration"] == true,
        ..Client::new(description, scopes, expires, now)
    };
    match call.state.clients.0.get(&id) {
        Some(there) if !is_repeated(there, &wanted, now) => {
            return Err(ApiError::conflict("Client already exists"));
        }
        Some(_) => {}
        None => {
            call.state.clients.0.insert(id.clone(), wanted);
        }
    }
    tell(call, "client", "created", &id);
    answer_with_token(call, &id)
}

/// Whether a client that is there could have been made by an earlier attempt of the same request.
fn is_repeated(there: &Client, wanted: &Client, now: OffsetDateTime) -> bool {
    there.description == wanted.description
        && there.expires == wanted.expires
        && there.scopes == wanted.scopes
        && !there.disabled
        && there.created >= now - IDEMPOTENT_FOR
}

fn update(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let id = changeable_id(call)?;
    let scopes = given_scopes(call)?;
    let has = &call.state.clients.get_mut(&id)?.scopes;
    let added = scopes
        .iter()
        .flatten()
        .filter(|scope| !has.contains(scope))
        .cloned();
    let added: Vec<String> = added.collect();
    call.authorize(
        &Arguments::new()
            .with("clientId", &id)
            .with("scopesAdded", added),
    )?;
    let (expires, now) = (date(&call.payload, "expires")?, call.now);
    let client = call.state.clients.get_mut(&id)?;
    client.description = call.payload["description"]
        .as_str()
        .unwrap_or_default()
        .to_owned();
    client.expires = expires;
    client.modified = now;
    client.delete_on_expiration = call.payload["deleteOnExpiration"] == true;
    if let Some(scopes) = scopes {
        client.scopes = scopes;
    }
    tell(call, "client", "updated", &id);
    answer(call, &id)
}

fn delete(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let id = changeable_id(call)?;
    call.state.clients.0.remove(&id);
    tell(call, "client", "deleted", &id);
    Ok(Outcome::Reply(Reply::empty(204)))
}

fn reset(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let id = changeable_id(call)?;
    let now = call.now;
    let client = call.state.clients.get_mut(&id)?;
    client.access_token = new_token();
    client.rotated = now;
    client.modified = now;
    tell(call, "client", "access token reset", &id);
    answer_with_token(call, &id)
}

fn set_disabled(call: &mut Call<'_>, disabled: bool) -> Result<Outcome, ApiError> {
    let id = changeable_id(call)?;
    let now = call.now;
    let client = call.state.clients.get_mut(&id)?;
    client.disabled = disabled;
    client.modified = now;
    let action = if disabled {
        "client disabled"
    } else {
        "client enabled"
    };
    tell(call, "client", action, &id);
    answer(call, &id)
}

/// The client that is to be changed: one that is not part of the deployment itself.
fn changeable_id(call: &Call<'_>) -> Result<String, ApiError> {
    let id = call.param("clientId");
    if id.starts_with("static/") {
        return Err(ApiError::input(format!(
            "clientId \"{id}\" starts with \"static/\" which is reserved for statically configured \
             clients. Contact your administrator to change static clients."
        )));
    }
    Ok(id)
}

pub(super) fn given_scopes(call: &Call<'_>) -> Result<Option<Vec<String>>, ApiError> {
    let Some(list) = call.payload["scopes"].as_array() else {
        return Ok(None);
    };
    let scopes: Vec<String> = list
        .iter()
        .filter_map(|s| s.as_str().map(str::to_owned))
        .collect();
    if scopes.iter().any(|scope| scope.ends_with("**")) {
        return Err(ApiError::input("scopes must not end with `**`"));
    }
    Ok(Some(scopes))
}

fn answer(call: &Call<'_>, id: &str) -> Result<Outcome, ApiError> {
    call.state
        .clients
        .json(id, call.state.roles.expander())
        .map(Outcome::Json)
}

fn answer_with_token(call: &Call<'_>, id: &str) -> Result<Outcome, ApiError> {
    let mut client = call.state.clients.json(id, call.state.roles.expander())?;
    client["accessToken"] = call.state.clients.access_token(id).into();
    Ok(Outcome::Json(client))
}
