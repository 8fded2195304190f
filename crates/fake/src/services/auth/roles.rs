//! Roles: what stands behind a scope `assume:<roleId>`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use taskcluster_core::scopes::{self, Arguments, Roles, RolesError};
use taskcluster_core::timestamp;
use time::OffsetDateTime;

use super::clients::given_scopes;
use super::tell;
use crate::http::errors::ApiError;
use crate::http::paging::{MAX_PAGE, Page};
use crate::http::types::Reply;
use crate::services::book::{Book, Saved};
use crate::services::context::{Call, Outcome};
use crate::services::queue::texts;
use crate::services::{Handler, text};

/// The roles by ID, and what scopes are expanded by.
#[derive(Debug, Default)]
pub(crate) struct RoleBook {
    roles: Book<Role>,
    expander: Roles,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
struct Role {
    description: String,
    scopes: Vec<String>,
    #[serde(with = "timestamp")]
    created: OffsetDateTime,
    #[serde(with = "timestamp")]
    modified: OffsetDateTime,
}

impl RoleBook {
    /// The roles that a deployment begins with; what is given for the same ID is put together.
    pub(crate) fn new(
        given: Vec<(String, Vec<String>)>,
        now: OffsetDateTime,
    ) -> Result<Self, RolesError> {
        let mut roles: BTreeMap<String, Role> = BTreeMap::new();
        for (id, scopes) in given {
            let role = roles.entry(id).or_insert_with(|| Role {
                description: "Part of the deployment from its start".to_owned(),
                scopes: Vec::new(),
                created: now,
                modified: now,
            });
            role.scopes.extend(scopes);
        }
        let mut book = Self {
            roles: roles.into_iter().collect(),
            expander: Roles::default(),
        };
        book.gather()?;
        Ok(book)
    }

    /// What is saved entry by entry. Who has read some gathers what is expanded by.
    pub(crate) fn book(&mut self) -> &mut dyn Saved {
        &mut self.roles
    }

    /// Makes what scopes are expanded by of the roles as they are.
    pub(crate) fn gather(&mut self) -> Result<(), RolesError> {
        let all = self.roles.iter();
        let roles = all.map(|(id, role)| (id, role.scopes.iter().cloned()));
        self.expander = Roles::new(roles)?;
        Ok(())
    }

    /// What scopes are expanded by.
    pub(crate) fn expander(&self) -> &Roles {
        &self.expander
    }
}

/// What is wrong with roles, or with what they give.
pub(crate) fn unusable(problem: &RolesError) -> ApiError {
    ApiError::input(problem.to_string())
}

impl RoleBook {
    fn json(&self, id: &str) -> Result<Value, ApiError> {
        let role = self.roles.get(id).ok_or_else(not_found)?;
        let own = format!("assume:{id}");
        let expanded = self
            .expander
            .expand([own])
            .map_err(|problem| unusable(&problem))?;
        Ok(json!({
            "roleId": id,
            "description": role.description,
            "created": timestamp::to_string(role.created),
            "lastModified": timestamp::to_string(role.modified),
            "scopes": role.scopes,
            "expandedScopes": expanded.into_vec(),
        }))
    }

    /// Puts a role in the place of what there is by its ID, unless the roles would then be refused.
    fn put(&mut self, id: &str, role: Role) -> Result<(), ApiError> {
        let put = self.expander.put(id, role.scopes.iter().cloned());
        put.map_err(|problem| unusable(&problem))?;
        self.roles.insert(id.to_owned(), role);
        Ok(())
    }

    fn remove(&mut self, id: &str) {
        self.roles.remove(id);
        self.expander.remove(id);
    }
}

fn not_found() -> ApiError {
    ApiError::not_found("Role not found")
}

pub(super) fn find(name: &str) -> Option<Handler> {
    Some(match name {
        "listRoles" => list,
        "listRoles2" => list_in_pages,
        "listRoleIds" => list_ids,
        "role" => |call| answer(call, &call.param("roleId")),
        "createRole" => create,
        "updateRole" => update,
        "deleteRole" => delete,
        "expandScopes" | "expandScopesGet" => expand,
        _ => return None,
    })
}

fn list(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let roles = &call.state.roles;
    let all: Result<Value, _> = roles.roles.keys().map(|id| roles.json(id)).collect();
    all.map(Outcome::Json)
}

fn list_in_pages(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let roles = &call.state.roles;
    let page = page(call)?;
    let entry = |id: &String| roles.json(id).unwrap_or_default();
    Ok(Outcome::Json(page.into_json("roles", entry).into()))
}

fn list_ids(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let entry = |id: &String| id.as_str().into();
    Ok(Outcome::Json(
        page(call)?.into_json("roleIds", entry).into(),
    ))
}

/// The roles that the query asks for: where it sets no limit, or none that leaves anything, all of them.
fn page<'c>(call: &'c Call<'_>) -> Result<Page<&'c String>, ApiError> {
    let (ids, size) = (call.state.roles.roles.keys(), call.settings.page_size);
    let limit = call.query.get("limit").unwrap_or_default();
    let is_limited = !limit.trim_start_matches('0').is_empty();
    let largest = if size == MAX_PAGE { usize::MAX } else { size };
    if is_limited || size != MAX_PAGE {
        return Page::of(ids, &call.query, largest);
    }
    // A token that makes no sense is refused all the same.
    Page::of(std::iter::empty::<&String>(), &call.query, largest)?;
    Ok(Page::whole(ids))
}

fn create(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let id = call.param("roleId");
    let mut scopes = given_scopes(call)?.unwrap_or_default();
    let arguments = Arguments::new().with("roleId", &id);
    call.authorize(&arguments.with("scopes", scopes.clone()))?;
    scopes.sort_by(|a, b| scopes::compare(a, b));
    let now = call.now;
    let wanted = Role {
        description: text(&call.payload, "description"),
        scopes,
        created: now,
        modified: now,
    };
    match call.state.roles.roles.get(&id) {
        Some(there) if there.description != wanted.description || there.scopes != wanted.scopes => {
            let message = format!("Role with roleId '{id}' already exists");
            return Err(ApiError::conflict(message));
        }
        Some(_) => {}
        None => call.state.roles.put(&id, wanted)?,
    }
    tell(call, "role", "created", &id);
    answer(call, &id)
}

fn update(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let id = call.param("roleId");
    let scopes = given_scopes(call)?.unwrap_or_default();
    let there = call.state.roles.roles.get(&id).cloned();
    let there =
        there.ok_or_else(|| ApiError::not_found(format!("Role with roleId '{id}' not found")))?;
    let has = call.state.roles.expander().expand(&there.scopes);
    let has = has.map_err(|problem| unusable(&problem))?;
    let added = scopes
        .iter()
        .filter(|scope| !has.satisfies(&[[scope.as_str()]]));
    let added: Vec<String> = added.cloned().collect();
    let arguments = Arguments::new().with("roleId", &id);
    call.authorize(&arguments.with("scopesAdded", added))?;
    let role = Role {
        description: text(&call.payload, "description"),
        scopes,
        created: there.created,
        modified: call.now,
    };
    call.state.roles.put(&id, role)?;
    tell(call, "role", "updated", &id);
    answer(call, &id)
}

fn delete(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let id = call.param("roleId");
    call.state.roles.remove(&id);
    tell(call, "role", "deleted", &id);
    Ok(Outcome::Reply(Reply::empty(204)))
}

fn expand(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let scopes = texts(&call.payload, "scopes");
    let expanded = call
        .state
        .roles
        .expander()
        .expand(scopes)
        .map_err(|problem| unusable(&problem))?;
    Ok(Outcome::Json(json!({ "scopes": expanded.into_vec() })))
}

fn answer(call: &Call<'_>, id: &str) -> Result<Outcome, ApiError> {
    call.state.roles.json(id).map(Outcome::Json)
}
