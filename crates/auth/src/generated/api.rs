// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The service's client.

use taskcluster_core::{ApiClient, Call, DefaultClient};

use super::calls;
use super::endpoints;
use super::types;

/// Manages clients, roles and scopes, verifies signed requests, and lends credentials for other
/// systems.
///
/// Every call to a Taskcluster service is judged by the scopes of its caller. A _client_ is a named
/// set of credentials: a `clientId`, a secret `accessToken` and the scopes granted to it. A _role_
/// is a named set of scopes: whoever has the scope `assume:<roleId>` also has the scopes of that
/// role, and of the roles these assume in turn. Replacing `assume:` scopes by all that they stand
/// for is called expansion. A scope that ends in `*` covers every scope that begins with the part
/// before the star, and a role whose id ends in `*` applies to every `assume:` scope that begins
/// with the part before it.
///
/// Other services hand the signed requests that they receive to this one, so access tokens never
/// leave it. What it establishes is that a request was signed with the right token. Which person is
/// behind a client is the concern of the systems that issue clients to people.
///
/// Callers with the right scopes also get short-lived credentials for outside systems: prefixes of
/// S3 buckets, Azure tables and containers, Sentry projects; on servers of today also Google Cloud,
/// repositories on GitHub and websocktunnel, on those of 2018 statsum and webhooktunnel. These
/// answers contain secrets and should stay out of logs.
///
/// Clients whose id begins with `static/` are part of the deployment's configuration. They can be
/// read here, but an attempt to create, change or delete one is refused with 400.
///
/// The service runs as several instances that tell each other about changes of clients and roles. A
/// change counts at once where it was made and usually within seconds elsewhere; in the worst case
/// it takes up to an hour until the old state is forgotten everywhere. Servers of today ask for
/// scopes, such as `auth:list-clients`, for methods that servers of 2018 open to everybody.
///
/// # Methods
///
/// | Category | Methods |
/// |---|---|
/// | Clients | [`list_clients`](Self::list_clients), [`client`](Self::client), [`create_client`](Self::create_client), [`reset_access_token`](Self::reset_access_token), [`update_client`](Self::update_client), [`enable_client`](Self::enable_client), [`disable_client`](Self::disable_client), [`delete_client`](Self::delete_client) |
/// | Roles | [`list_roles`](Self::list_roles), [`role`](Self::role), [`create_role`](Self::create_role), [`update_role`](Self::update_role), [`delete_role`](Self::delete_role), [`list_roles2`](Self::list_roles2), [`list_role_ids`](Self::list_role_ids) |
/// | Scopes | [`expand_scopes_get`](Self::expand_scopes_get), [`expand_scopes`](Self::expand_scopes), [`current_scopes`](Self::current_scopes) |
/// | AWS | [`aws_s3_credentials`](Self::aws_s3_credentials) |
/// | Azure | [`azure_accounts`](Self::azure_accounts), [`azure_tables`](Self::azure_tables), [`azure_table_sas`](Self::azure_table_sas), [`azure_containers`](Self::azure_containers), [`azure_container_sas`](Self::azure_container_sas) |
/// | Tokens | [`sentry_dsn`](Self::sentry_dsn), [`statsum_token`](Self::statsum_token), [`webhooktunnel_token`](Self::webhooktunnel_token), [`websocktunnel_token`](Self::websocktunnel_token) |
/// | Authentication | [`authenticate_hawk`](Self::authenticate_hawk), [`test_authenticate`](Self::test_authenticate), [`test_authenticate_get`](Self::test_authenticate_get) |
/// | Audit | [`get_entity_history`](Self::get_entity_history), [`list_audit_history`](Self::list_audit_history) |
/// | Google Cloud | [`gcp_credentials`](Self::gcp_credentials) |
/// | GitHub | [`list_github_apps`](Self::list_github_apps), [`github_repo_token`](Self::github_repo_token) |
/// | Health | [`ping`](Self::ping), [`lbheartbeat`](Self::lbheartbeat), [`version`](Self::version), [`heartbeat`](Self::heartbeat) |
#[derive(Clone, Debug)]
pub struct Auth<C = DefaultClient> {
    pub(crate) client: C,
}

impl<C: ApiClient> Auth<C> {
    /// The service as this client reaches it. Clients are cheap to clone and share their
    /// connections.
    pub fn new(client: &C) -> Self {
        Self {
            client: client.clone(),
        }
    }
}

impl<C> AsRef<C> for Auth<C> {
    /// The client through which the service is reached.
    fn as_ref(&self) -> &C {
        &self.client
    }
}

/// # Clients
impl<C: ApiClient> Auth<C> {
    /// Lists the clients of the deployment, page by page.
    ///
    /// Give `prefix` to see only clients whose `clientId` begins with it. Disabled and expired
    /// clients are listed too, and access tokens never are.
    ///
    /// One answer holds at most 1000 clients, and fewer if you give a smaller `limit`. A page may
    /// hold fewer, or none at all, although more clients follow, especially with a `prefix`. The
    /// listing is complete only when an answer comes without `continuationToken`; until then call
    /// again with the token of the previous answer and the same `prefix`.
    ///
    /// * Request: `GET /clients/`, auth API v1
    /// * Scopes: `auth:list-clients`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_auth::{Auth};
    /// # let auth = Auth::new(&Client::from_env()?);
    /// for item in auth.list_clients().items() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "listClients")]
    pub fn list_clients(&self) -> calls::ListClients<C> {
        Call::json(&self.client, &endpoints::LIST_CLIENTS, &[]).into()
    }

    /// Returns what is stored about a client, without its access token.
    ///
    /// The answer has the scopes as they were granted and also as they expand with the current
    /// roles, so it tells what the client may do right now.
    ///
    /// Fails with 404 if no client has this `clientId`. Names of temporary credentials are not
    /// clients and are not found either.
    ///
    /// * Request: `GET /clients/<clientId>`, auth API v1
    /// * Scopes: `auth:get-client:<clientId>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_auth::{Auth};
    /// # let auth = Auth::new(&Client::from_env()?);
    /// let answer = auth.client("project/app/ci").send()?;
    /// println!("{}", answer.client_id);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn client(&self, client_id: &str) -> Call<C, types::GetClientResponse> {
        Call::json(&self.client, &endpoints::CLIENT, &[client_id])
    }

    /// Creates a client and returns its access token.
    ///
    /// The server picks the access token, and this answer and that of `resetAccessToken` are the
    /// only ones ever to contain it. Store it at once, and keep the answer out of logs. A lost
    /// token cannot be recovered, only replaced with `resetAccessToken`.
    ///
    /// You can only grant what you have: your own scopes must cover each scope that the new client
    /// gets, beside the permission to create a client of this name. A `clientCreated` message is
    /// published.
    ///
    /// Fails with 409 if the `clientId` is taken; use `updateClient` to change an existing client.
    /// The server may take an identical request within some 15 minutes of the creation for a retry,
    /// and answer it with the same client and the same token. Do not build on that: after a 409,
    /// read the client with `client`, and reset its token if you do not hold it.
    ///
    /// Fails with 400 for a `clientId` that begins with `static/`.
    ///
    /// * Request: `PUT /clients/<clientId>`, auth API v1
    /// * Scopes: `auth:create-client:<clientId>` and (`<scope>` for each `scope` of `scopes`)
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_core::from_now::from_now;
    /// # use taskcluster_auth::{Auth, types::*};
    /// # let auth = Auth::new(&Client::from_env()?);
    /// let payload = CreateClientRequest::new(from_now("1 day")?, "Runs the tests");
    /// let answer = auth.create_client("project/app/ci", &payload).send()?;
    /// println!("{}", answer.client_id);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "createClient")]
    pub fn create_client(
        &self,
        client_id: &str,
        payload: &types::CreateClientRequest,
    ) -> Call<C, types::CreateClientResponse> {
        Call::json(&self.client, &endpoints::CREATE_CLIENT, &[client_id]).payload(payload)
    }

    /// Replaces the access token of a client and returns the new one.
    ///
    /// Use it to rotate a token, or when a token was lost or has leaked. The old token stops
    /// working, and with it all temporary credentials that were made from it. Nothing else about
    /// the client changes except `lastRotated`, and a `clientUpdated` message is published.
    ///
    /// The answer contains the new token, which cannot be read again later. Each call makes another
    /// token, so when a repeated call succeeds, only the token from the last answer is good.
    ///
    /// Fails with 404 if the client does not exist, and with 400 for a `clientId` that begins with
    /// `static/`.
    ///
    /// * Request: `POST /clients/<clientId>/reset`, auth API v1
    /// * Scopes: `auth:reset-access-token:<clientId>`
    /// * Stability: stable
    /// * Repeating: does harm, so tried again only where the server certainly did not act
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_auth::{Auth};
    /// # let auth = Auth::new(&Client::from_env()?);
    /// let answer = auth.reset_access_token("project/app/ci").send()?;
    /// println!("{}", answer.client_id);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "resetAccessToken")]
    pub fn reset_access_token(&self, client_id: &str) -> Call<C, types::CreateClientResponse> {
        Call::json(&self.client, &endpoints::RESET_ACCESS_TOKEN, &[client_id])
    }

    /// Replaces the description, expiration and scopes of a client.
    ///
    /// The `clientId` and the access token stay as they are. The values in the request replace the
    /// stored ones as a whole: `description` and `expires` always, `deleteOnExpiration` too
    /// (leaving it out sets it to false), and `scopes` if it is present. Without `scopes` the
    /// client keeps those it has, while an empty list takes all of them away.
    ///
    /// Your scopes must cover the scopes that the client gains. Scopes that it already has, or that
    /// are being removed, need not be yours.
    ///
    /// The answer shows the client after the change, and a `clientUpdated` message is published.
    /// Repeating the call with the same input changes nothing but `lastModified`. Two concurrent
    /// updates overwrite each other without an error.
    ///
    /// Fails with 404 if the client does not exist, and with 400 for a `clientId` that begins with
    /// `static/`.
    ///
    /// * Request: `POST /clients/<clientId>`, auth API v1
    /// * Scopes: `auth:update-client:<clientId>` and (`<scope>` for each `scope` of `scopesAdded`)
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_core::from_now::from_now;
    /// # use taskcluster_auth::{Auth, types::*};
    /// # let auth = Auth::new(&Client::from_env()?);
    /// let payload = CreateClientRequest::new(from_now("1 day")?, "Runs the tests");
    /// let answer = auth.update_client("project/app/ci", &payload).send()?;
    /// println!("{}", answer.client_id);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "updateClient")]
    pub fn update_client(
        &self,
        client_id: &str,
        payload: &types::CreateClientRequest,
    ) -> Call<C, types::GetClientResponse> {
        Call::json(&self.client, &endpoints::UPDATE_CLIENT, &[client_id]).payload(payload)
    }

    /// Lets a disabled client authenticate again.
    ///
    /// Undoes `disableClient`. The scopes, the access token and the expiration are those from
    /// before, so a client that has expired in the meantime stays unusable until `updateClient`
    /// gives it a later `expires`. Enabling an enabled client is fine and changes nothing.
    ///
    /// Returns the client as it is afterwards, and a `clientUpdated` message is published. Fails
    /// with 404 if the client does not exist, and with 400 for a `clientId` that begins with
    /// `static/`.
    ///
    /// * Request: `POST /clients/<clientId>/enable`, auth API v1
    /// * Scopes: `auth:enable-client:<clientId>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_auth::{Auth};
    /// # let auth = Auth::new(&Client::from_env()?);
    /// let answer = auth.enable_client("project/app/ci").send()?;
    /// println!("{}", answer.client_id);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "enableClient")]
    pub fn enable_client(&self, client_id: &str) -> Call<C, types::GetClientResponse> {
        Call::json(&self.client, &endpoints::ENABLE_CLIENT, &[client_id])
    }

    /// Stops a client from authenticating, without deleting it.
    ///
    /// Requests signed with the client's access token, and with temporary credentials made from it,
    /// are refused with 401 until `enableClient` is called. Systems that issue clients to people
    /// use this when a person loses access that a client still carries. Disabling a disabled client
    /// is fine and changes nothing.
    ///
    /// Returns the client as it is afterwards, and a `clientUpdated` message is published. Fails
    /// with 404 if the client does not exist, and with 400 for a `clientId` that begins with
    /// `static/`.
    ///
    /// * Request: `POST /clients/<clientId>/disable`, auth API v1
    /// * Scopes: `auth:disable-client:<clientId>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_auth::{Auth};
    /// # let auth = Auth::new(&Client::from_env()?);
    /// let answer = auth.disable_client("project/app/ci").send()?;
    /// println!("{}", answer.client_id);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "disableClient")]
    pub fn disable_client(&self, client_id: &str) -> Call<C, types::GetClientResponse> {
        Call::json(&self.client, &endpoints::DISABLE_CLIENT, &[client_id])
    }

    /// Deletes a client for good, together with its access token.
    ///
    /// Temporary credentials made from the client stop working as well, and a `clientDeleted`
    /// message is published. A client of the same name may be created again later, with a new
    /// token. To lock a client out only for a while, use `disableClient`.
    ///
    /// Roles are separate from clients. A role that was set up for this client stays until
    /// `deleteRole` removes it.
    ///
    /// Deleting a client that does not exist succeeds, so the call can be repeated safely. Fails
    /// with 400 for a `clientId` that begins with `static/`.
    ///
    /// * Request: `DELETE /clients/<clientId>`, auth API v1
    /// * Scopes: `auth:delete-client:<clientId>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_auth::{Auth};
    /// # let auth = Auth::new(&Client::from_env()?);
    /// auth.delete_client("project/app/ci").send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "deleteClient")]
    pub fn delete_client(&self, client_id: &str) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::DELETE_CLIENT, &[client_id])
    }
}

/// # Roles
impl<C: ApiClient> Auth<C> {
    /// Returns all roles of the deployment in one answer.
    ///
    /// Each role comes with its scopes as stored and as they expand. The answer is not paged and
    /// can be large, since expanded scopes of a busy deployment run into thousands; to look at one
    /// role use `role`, and on servers of today `listRoles2` to list them in pages.
    ///
    /// * Request: `GET /roles/`, auth API v1
    /// * Scopes: `auth:list-roles`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_auth::{Auth};
    /// # let auth = Auth::new(&Client::from_env()?);
    /// let answer = auth.list_roles().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "listRoles")]
    pub fn list_roles(&self) -> Call<C, Vec<types::GetRoleResponse>> {
        Call::json(&self.client, &endpoints::LIST_ROLES, &[])
    }

    /// Returns a role, with its scopes as stored and as they expand.
    ///
    /// The `roleId` is matched literally. A role with the id `project:*` is found under exactly
    /// that id, and asking for `project:admin` does not find it. To learn what a certain `assume:`
    /// scope grants with all matching roles taken together, pass that scope to `expandScopes`.
    ///
    /// Fails with 404 if there is no role of this id.
    ///
    /// * Request: `GET /roles/<roleId>`, auth API v1
    /// * Scopes: `auth:get-role:<roleId>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_auth::{Auth};
    /// # let auth = Auth::new(&Client::from_env()?);
    /// let answer = auth.role("hook-id:project-app/nightly").send()?;
    /// println!("{}", answer.role_id);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn role(&self, role_id: &str) -> Call<C, types::GetRoleResponse> {
        Call::json(&self.client, &endpoints::ROLE, &[role_id])
    }

    /// Creates a role, which grants its scopes to all who have `assume:<roleId>`.
    ///
    /// A `roleId` that ends in `*` makes a role for many names: `project:*` applies to whoever has
    /// a scope that begins with `assume:project:`. In the scopes of such a role the placeholder
    /// `<..>` stands for the part of the name that the star matched, so with the scope
    /// `secrets:get:project/<..>` the scope `assume:project:web` yields `secrets:get:project/web`.
    ///
    /// You can only grant what you have: your own scopes must cover each scope of the new role. A
    /// `roleCreated` message is published.
    ///
    /// Repeating the call with the same description and scopes returns the existing role. Fails
    /// with 409 if a role of this id exists with other values; use `updateRole` to change it. Fails
    /// with 400 if roles would then assume one another in a circle, or if a scope uses the
    /// placeholder in a way that is not allowed, such as twice.
    ///
    /// * Request: `PUT /roles/<roleId>`, auth API v1
    /// * Scopes: `auth:create-role:<roleId>` and (`<scope>` for each `scope` of `scopes`)
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_auth::{Auth, types::*};
    /// # let auth = Auth::new(&Client::from_env()?);
    /// let payload = CreateRoleRequest::new(
    ///     ["queue:get-artifact:project/app/*"],
    ///     "Runs the tests",
    /// );
    /// let answer = auth.create_role("hook-id:project-app/nightly", &payload).send()?;
    /// println!("{}", answer.role_id);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "createRole")]
    pub fn create_role(
        &self,
        role_id: &str,
        payload: &types::CreateRoleRequest,
    ) -> Call<C, types::GetRoleResponse> {
        Call::json(&self.client, &endpoints::CREATE_ROLE, &[role_id]).payload(payload)
    }

    /// Replaces the description and the scopes of a role.
    ///
    /// Both values replace the stored ones as a whole, so to add one scope send the present list
    /// with that scope added. Your own scopes must cover what the role gains. Scopes that the role
    /// already has, directly or through roles it assumes, need not be yours.
    ///
    /// The change applies to everyone who can assume the role. The answer shows the role
    /// afterwards, and a `roleUpdated` message is published. Repeating the call with the same input
    /// changes nothing but `lastModified`. There is no check for changes that others made since you
    /// read the role.
    ///
    /// Fails with 404 if there is no such role. Fails with 400 if roles would then assume one
    /// another in a circle, or if a scope uses the placeholder in a way that is not allowed.
    ///
    /// * Request: `POST /roles/<roleId>`, auth API v1
    /// * Scopes: `auth:update-role:<roleId>` and (`<scope>` for each `scope` of `scopesAdded`)
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_auth::{Auth, types::*};
    /// # let auth = Auth::new(&Client::from_env()?);
    /// let payload = CreateRoleRequest::new(
    ///     ["queue:get-artifact:project/app/*"],
    ///     "Runs the tests",
    /// );
    /// let answer = auth.update_role("hook-id:project-app/nightly", &payload).send()?;
    /// println!("{}", answer.role_id);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "updateRole")]
    pub fn update_role(
        &self,
        role_id: &str,
        payload: &types::CreateRoleRequest,
    ) -> Call<C, types::GetRoleResponse> {
        Call::json(&self.client, &endpoints::UPDATE_ROLE, &[role_id]).payload(payload)
    }

    /// Deletes a role, so that assuming it grants nothing more.
    ///
    /// All who had its scopes only through this role lose them. Scopes of the form
    /// `assume:<roleId>` remain where they are and take effect again if the role is created anew. A
    /// `roleDeleted` message is published.
    ///
    /// Deleting a role that does not exist succeeds, so the call can be repeated safely.
    ///
    /// * Request: `DELETE /roles/<roleId>`, auth API v1
    /// * Scopes: `auth:delete-role:<roleId>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_auth::{Auth};
    /// # let auth = Auth::new(&Client::from_env()?);
    /// auth.delete_role("hook-id:project-app/nightly").send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "deleteRole")]
    pub fn delete_role(&self, role_id: &str) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::DELETE_ROLE, &[role_id])
    }

    /// Lists the roles of the deployment, page by page.
    ///
    /// Each role comes with its scopes as stored and as they expand. This is `listRoles` for
    /// deployments whose roles are too many for one answer; where only the ids matter, use
    /// `listRoleIds`.
    ///
    /// One answer holds at most 1000 entries, and fewer if you give a smaller `limit`. A page may
    /// hold fewer, or none at all, although more follow. The listing is complete only when an
    /// answer comes without `continuationToken`; until then call again with the token of the
    /// previous answer.
    ///
    /// On servers of 2018, use `listRoles`.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /roles2/`, auth API v1
    /// * Scopes: `auth:list-roles`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_auth::{Auth};
    /// # let auth = Auth::new(&Client::from_env()?);
    /// for item in auth.list_roles2().items() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "listRoles2")]
    pub fn list_roles2(&self) -> Call<C, types::ListRoles2Response> {
        Call::json(&self.client, &endpoints::LIST_ROLES2, &[])
    }

    /// Lists the ids of the roles of the deployment, page by page.
    ///
    /// The answers have no scopes and so are small. To look at one role use `role`.
    ///
    /// One answer holds at most 1000 entries, and fewer if you give a smaller `limit`. A page may
    /// hold fewer, or none at all, although more follow. The listing is complete only when an
    /// answer comes without `continuationToken`; until then call again with the token of the
    /// previous answer.
    ///
    /// On servers of 2018, use `listRoles`.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /roleids/`, auth API v1
    /// * Scopes: `auth:list-roles`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_auth::{Auth};
    /// # let auth = Auth::new(&Client::from_env()?);
    /// for item in auth.list_role_ids().items() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "listRoleIds")]
    pub fn list_role_ids(&self) -> Call<C, types::ListRoleIdsResponse> {
        Call::json(&self.client, &endpoints::LIST_ROLE_IDS, &[])
    }
}

/// # Scopes
impl<C: ApiClient> Auth<C> {
    /// Expands a set of scopes with the current roles, by a GET request with a body.
    ///
    /// Does the same as `expandScopes`, which is to be used in its place. Bodies of GET requests
    /// get lost in many HTTP clients and proxies, and later deployments have dropped this method.
    ///
    /// Until 2019.
    ///
    /// * Request: `GET /scopes/expand`, auth API v1
    /// * Scopes: none
    /// * Stability: deprecated
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_auth::{Auth, types::*};
    /// # let auth = Auth::new(&Client::from_env()?);
    /// let payload = Scopeset::new();
    /// let answer = auth.expand_scopes_get(&payload).send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "expandScopesGet")]
    pub fn expand_scopes_get(&self, payload: &types::Scopeset) -> Call<C, types::Scopeset> {
        Call::json(&self.client, &endpoints::EXPAND_SCOPES_GET, &[]).payload(payload)
    }

    /// Expands a set of scopes with the current roles.
    ///
    /// Returns the given scopes together with all that they grant through `assume:` scopes, at
    /// every depth. Scopes that are covered by another one in the result are left out. The scopes
    /// need not be yours: the method answers what somebody with these scopes could do.
    ///
    /// Expand before you compare scopes locally, since a check on unexpanded scopes misses what
    /// comes from roles. The answer reflects the roles at this moment and is outdated once a role
    /// changes.
    ///
    /// * Request: `POST /scopes/expand`, auth API v1
    /// * Scopes: `auth:expand-scopes`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_auth::{Auth, types::*};
    /// # let auth = Auth::new(&Client::from_env()?);
    /// let payload = Scopeset::new();
    /// let answer = auth.expand_scopes(&payload).send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "expandScopes")]
    pub fn expand_scopes(&self, payload: &types::Scopeset) -> Call<C, types::Scopeset> {
        Call::json(&self.client, &endpoints::EXPAND_SCOPES, &[]).payload(payload)
    }

    /// Returns the expanded scopes of the credentials that signed this request.
    ///
    /// All limits are taken into account: those of temporary credentials, and `authorizedScopes`
    /// given with the request. On servers of today the scopes that everyone has by the `anonymous`
    /// role are included.
    ///
    /// An unsigned call succeeds and returns no scopes, or only those of the `anonymous` role.
    /// Servers of 2018 answer in the same way if the credentials are wrong or expired, where those
    /// of today fail with 401. So do not take a successful call for proof that your credentials are
    /// good, but look for scopes that you expect.
    ///
    /// * Request: `GET /scopes/current`, auth API v1
    /// * Scopes: `auth:current-scopes`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_auth::{Auth};
    /// # let auth = Auth::new(&Client::from_env()?);
    /// let answer = auth.current_scopes().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "currentScopes")]
    pub fn current_scopes(&self) -> Call<C, types::Scopeset> {
        Call::json(&self.client, &endpoints::CURRENT_SCOPES, &[])
    }
}

/// # AWS
impl<C: ApiClient> Auth<C> {
    /// Returns temporary AWS credentials for the objects under a prefix of an S3 bucket.
    ///
    /// With the `level` `read-only` the credentials let you read objects and list those under the
    /// prefix. With `read-write` they also let you write and delete objects. In both cases they can
    /// look up the region of the bucket. The scope for `read-write` also suffices to get
    /// `read-only` credentials.
    ///
    /// The `prefix` is the beginning of object keys and must not start with a slash (400). S3
    /// attaches no meaning to slashes, so end the prefix with one when you mean a folder: `logs`
    /// also gives access to `logs-private/key`, `logs/` does not.
    ///
    /// Only buckets that the deployment's administrators have set up can be used. A bucket in a
    /// foreign AWS account also needs a bucket policy there that lets the account of the deployment
    /// list, read, write and delete objects and read the location of the bucket. Names of buckets
    /// with a dot are refused with 400, because they do not work well with HTTPS. For a bucket that
    /// is not set up, servers of today answer 404; those of 2018 issue credentials that AWS then
    /// does not accept for it.
    ///
    /// The credentials live for about an hour. Read `expires` in the answer and ask for new ones in
    /// time. They do not permit changes to access control lists, and uploading an object with
    /// another canned ACL than `private` counts as one and is denied by AWS.
    ///
    /// With the query option `format` set to `iam-role-compat` the answer has the form of the EC2
    /// instance metadata service, with the fields `Code`, `Type`, `LastUpdated`, `AccessKeyId`,
    /// `SecretAccessKey`, `Token` and `Expiration` in place of the documented ones. It is meant for
    /// tools that refresh credentials by themselves; leave the option out to get the typed answer.
    ///
    /// * Request: `GET /aws/s3/<level>/<bucket>/<prefix>`, auth API v1
    /// * Scopes: if `levelIsReadOnly`, (`auth:aws-s3:read-only:<bucket>/<prefix>` or
    ///   `auth:aws-s3:read-write:<bucket>/<prefix>`), otherwise
    ///   `auth:aws-s3:read-write:<bucket>/<prefix>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_auth::{Auth};
    /// # let auth = Auth::new(&Client::from_env()?);
    /// let answer = auth.aws_s3_credentials("read-only", "app-builds", "nightly/").send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "awsS3Credentials")]
    pub fn aws_s3_credentials(
        &self,
        level: &str,
        bucket: &str,
        prefix: &str,
    ) -> calls::AwsS3Credentials<C> {
        Call::json(
            &self.client,
            &endpoints::AWS_S3_CREDENTIALS,
            &[level, bucket, prefix],
        )
        .into()
    }
}

/// # Azure
impl<C: ApiClient> Auth<C> {
    /// Lists the Azure storage accounts that this service can give access to.
    ///
    /// The names are what the other Azure methods take as `account`.
    ///
    /// Deprecated on servers of today, where no other method takes its place.
    ///
    /// * Request: `GET /azure/accounts`, auth API v1
    /// * Scopes: `auth:azure-table:list-accounts`
    /// * Stability: deprecated
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_auth::{Auth};
    /// # let auth = Auth::new(&Client::from_env()?);
    /// let answer = auth.azure_accounts().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "azureAccounts")]
    pub fn azure_accounts(&self) -> Call<C, types::AzureAccountListResponse> {
        Call::json(&self.client, &endpoints::AZURE_ACCOUNTS, &[])
    }

    /// Lists the tables in an Azure storage account, page by page.
    ///
    /// The `account` is a name from `azureAccounts`. The listing is complete only when an answer
    /// comes without `continuationToken`; until then call again with the token of the previous
    /// answer. The size of a page is up to Azure.
    ///
    /// Deprecated on servers of today, where no other method takes its place.
    ///
    /// * Request: `GET /azure/<account>/tables`, auth API v1
    /// * Scopes: `auth:azure-table:list-tables:<account>`
    /// * Stability: deprecated
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_auth::{Auth};
    /// # let auth = Auth::new(&Client::from_env()?);
    /// for item in auth.azure_tables("appstorage").items() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "azureTables")]
    pub fn azure_tables(&self, account: &str) -> Call<C, types::AzureTableListResponse> {
        Call::json(&self.client, &endpoints::AZURE_TABLES, &[account])
    }

    /// Returns a shared access signature for one table in Azure Table Storage.
    ///
    /// With the `level` `read-only` the signature lets you query the table. With `read-write` it
    /// also lets you add, update and delete entities, and the call creates the table first if it
    /// does not exist. The scope for `read-write` also suffices to get a `read-only` signature.
    ///
    /// The signature is valid for about 25 minutes, up to `expiry`. It cannot be revoked one by
    /// one, so treat it as a secret. To use it, append it to the query string of a request that you
    /// send to Azure for the table.
    ///
    /// Fails with 404 if the deployment does not manage the `account`, and with 400 for a `level`
    /// or `table` name that is not valid.
    ///
    /// Deprecated on servers of today, where no other method takes its place.
    ///
    /// * Request: `GET /azure/<account>/table/<table>/<level>`, auth API v1
    /// * Scopes: if `levelIsReadOnly`, (`auth:azure-table:read-only:<account>/<table>` or
    ///   `auth:azure-table:read-write:<account>/<table>`), otherwise
    ///   `auth:azure-table:read-write:<account>/<table>`
    /// * Stability: deprecated
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_auth::{Auth};
    /// # let auth = Auth::new(&Client::from_env()?);
    /// let answer = auth.azure_table_sas("appstorage", "builds", "read-only").send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "azureTableSAS")]
    pub fn azure_table_sas(
        &self,
        account: &str,
        table: &str,
        level: &str,
    ) -> Call<C, types::AzureTableAccessResponse> {
        Call::json(
            &self.client,
            &endpoints::AZURE_TABLE_SAS,
            &[account, table, level],
        )
    }

    /// Lists the blob containers in an Azure storage account, page by page.
    ///
    /// The `account` is a name from `azureAccounts`. The listing is complete only when an answer
    /// comes without `continuationToken`; until then call again with the token of the previous
    /// answer. The size of a page is up to Azure.
    ///
    /// Deprecated on servers of today, where no other method takes its place.
    ///
    /// * Request: `GET /azure/<account>/containers`, auth API v1
    /// * Scopes: `auth:azure-container:list-containers:<account>`
    /// * Stability: deprecated
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_auth::{Auth};
    /// # let auth = Auth::new(&Client::from_env()?);
    /// for item in auth.azure_containers("appstorage").items() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "azureContainers")]
    pub fn azure_containers(&self, account: &str) -> Call<C, types::AzureContainerListResponse> {
        Call::json(&self.client, &endpoints::AZURE_CONTAINERS, &[account])
    }

    /// Returns a shared access signature for one container in Azure Blob Storage.
    ///
    /// With the `level` `read-only` the signature lets you list and read blobs. With `read-write`
    /// it also lets you create, append to, write and delete blobs, and the call creates the
    /// container first if it does not exist. The scope for `read-write` also suffices to get a
    /// `read-only` signature.
    ///
    /// The signature is valid for about 25 minutes, up to `expiry`. It cannot be revoked one by
    /// one, so treat it as a secret. To use it, append it to the query string of a request that you
    /// send to Azure for the container.
    ///
    /// Fails with 404 if the deployment does not manage the `account`, and with 400 for a `level`
    /// or `container` name that is not valid.
    ///
    /// Deprecated on servers of today, where no other method takes its place.
    ///
    /// * Request: `GET /azure/<account>/containers/<container>/<level>`, auth API v1
    /// * Scopes: if `levelIsReadOnly`, (`auth:azure-container:read-only:<account>/<container>` or
    ///   `auth:azure-container:read-write:<account>/<container>`), otherwise
    ///   `auth:azure-container:read-write:<account>/<container>`
    /// * Stability: deprecated
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_auth::{Auth};
    /// # let auth = Auth::new(&Client::from_env()?);
    /// let answer = auth.azure_container_sas("appstorage", "builds", "read-only").send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "azureContainerSAS")]
    pub fn azure_container_sas(
        &self,
        account: &str,
        container: &str,
        level: &str,
    ) -> Call<C, types::AzureContainerResponse> {
        Call::json(
            &self.client,
            &endpoints::AZURE_CONTAINER_SAS,
            &[account, container, level],
        )
    }
}

/// # Tokens
impl<C: ApiClient> Auth<C> {
    /// Returns a DSN with which a program can report errors to a Sentry project.
    ///
    /// The `project` is created if there is none of this name. It then belongs to a team that the
    /// deployment has configured for this purpose, and an administrator of Sentry can move it to
    /// another team. Its name may have up to 22 letters, digits, `-` and `_`; a longer one gets
    /// 400, except on servers of today, which allow 64.
    ///
    /// The DSN works for at least 24 hours after the call and is disabled at `expires`; ask for a
    /// new one before that. Calls in between usually return the same DSN.
    ///
    /// Servers of today answer with 404 if they have no credentials for Sentry.
    ///
    /// * Request: `GET /sentry/<project>/dsn`, auth API v1
    /// * Scopes: `auth:sentry:<project>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_auth::{Auth};
    /// # let auth = Auth::new(&Client::from_env()?);
    /// let answer = auth.sentry_dsn("app").send()?;
    /// println!("{}", answer.project);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "sentryDSN")]
    pub fn sentry_dsn(&self, project: &str) -> Call<C, types::SentryDsnResponse> {
        Call::json(&self.client, &endpoints::SENTRY_DSN, &[project])
    }

    /// Returns a token and a URL for sending metrics to the statsum service.
    ///
    /// The token is limited to the given `project` and good for 24 hours. Each call makes a new
    /// one; ask again before `expires`. Later deployments have dropped statsum and this method.
    ///
    /// Until 2019.
    ///
    /// * Request: `GET /statsum/<project>/token`, auth API v1
    /// * Scopes: `auth:statsum:<project>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_auth::{Auth};
    /// # let auth = Auth::new(&Client::from_env()?);
    /// let answer = auth.statsum_token("app").send()?;
    /// println!("{}", answer.project);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "statsumToken")]
    pub fn statsum_token(&self, project: &str) -> Call<C, types::StatsumTokenResponse> {
        Call::json(&self.client, &endpoints::STATSUM_TOKEN, &[project])
    }

    /// Returns a token for exposing a local server through a webhooktunnel proxy.
    ///
    /// Webhooktunnel lets a process without a public address, such as a worker that serves live
    /// logs, receive HTTP requests over a connection that it opens itself. Connect to `proxyUrl`
    /// with the `tunnelId` and the `token` from the answer.
    ///
    /// Each call makes a token for a new, random `tunnelId`. The token is good for 96 hours, which
    /// the answer does not state. Later deployments have replaced webhooktunnel by another system
    /// and dropped this method.
    ///
    /// Until 2019.
    ///
    /// * Request: `GET /webhooktunnel`, auth API v1
    /// * Scopes: `auth:webhooktunnel`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_auth::{Auth};
    /// # let auth = Auth::new(&Client::from_env()?);
    /// let answer = auth.webhooktunnel_token().send()?;
    /// println!("{}", answer.tunnel_id);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "webhooktunnelToken")]
    pub fn webhooktunnel_token(&self) -> Call<C, types::WebhooktunnelTokenResponse> {
        Call::json(&self.client, &endpoints::WEBHOOKTUNNEL_TOKEN, &[])
    }

    /// Returns a token with which a program can offer its HTTP server through a websocktunnel
    /// service.
    ///
    /// A websocktunnel service makes a server reachable that sits behind a firewall, such as the
    /// live logs of a worker. The `wstAudience` names the websocktunnel service that shall accept
    /// the token, and the `wstClient` is the name under which the program appears there.
    ///
    /// The token is a JSON Web Token, valid for some days, up to `expires`. It is a secret.
    ///
    /// Servers of 2018 have `webhooktunnelToken` in its place.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /websocktunnel/<wstAudience>/<wstClient>`, auth API v1
    /// * Scopes: `auth:websocktunnel-token:<wstAudience>/<wstClient>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_auth::{Auth};
    /// # let auth = Auth::new(&Client::from_env()?);
    /// let answer = auth.websocktunnel_token("logs", "worker-1").send()?;
    /// println!("{}", answer.wst_client);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "websocktunnelToken")]
    pub fn websocktunnel_token(
        &self,
        wst_audience: &str,
        wst_client: &str,
    ) -> Call<C, types::WebsocktunnelTokenResponse> {
        Call::json(
            &self.client,
            &endpoints::WEBSOCKTUNNEL_TOKEN,
            &[wst_audience, wst_client],
        )
    }
}

/// # Authentication
impl<C: ApiClient> Auth<C> {
    /// Verifies the signature of a received request and returns the signer's scopes.
    ///
    /// This is for services that accept Taskcluster credentials: pass on the method, path, host,
    /// port and `Authorization` header of the request exactly as they came in, and learn who signed
    /// it and what the signer may do. A URL signed with a `bewit` parameter is passed the same way,
    /// with the full query string in `resource` and without `authorization`. Deciding whether the
    /// scopes suffice is left to the calling service. A request without any signature leaves
    /// nothing to verify. Servers of today answer it with the status `no-auth` and the scopes that
    /// everybody has; for servers of 2018 treat it as coming from someone without scopes, and do
    /// not pass it on.
    ///
    /// A signature that does not hold is not an HTTP error. The call then succeeds with the status
    /// `auth-failed` and a message, so check which of the answers you got before you use it.
    ///
    /// The body of the request is not verified here. If the signature covers it, the answer has the
    /// `hash` that the signer stated, and comparing it with the body is up to the calling service.
    /// Repeated use of a nonce is not detected. Times may be off by up to 15 minutes in either
    /// direction for header signatures.
    ///
    /// * Request: `POST /authenticate-hawk`, auth API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_auth::{Auth, types::*};
    /// # let auth = Auth::new(&Client::from_env()?);
    /// let payload = AuthenticateHawkRequest::new(AuthenticateHawkRequestRequired {
    ///     method: HttpMethod::Get,
    ///     resource: "/api/queue/v1/task/fN1SbArXTPSVFNUvaOlinQ".into(),
    ///     host: "tc.example.com".into(),
    ///     port: 443,
    /// });
    /// let answer = auth.authenticate_hawk(&payload).send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "authenticateHawk")]
    pub fn authenticate_hawk(
        &self,
        payload: &types::AuthenticateHawkRequest,
    ) -> Call<C, types::AuthenticateHawkResponse> {
        Call::json(&self.client, &endpoints::AUTHENTICATE_HAWK, &[]).payload(payload)
    }

    /// Checks how a client library signs requests, with made-up credentials.
    ///
    /// Sign the call with the client id `tester` and the access token `no-secret`, which exist only
    /// for this method and `testAuthenticateGet`. In the request you choose the scopes that this
    /// client is to have, and the scopes that the call is to need. Temporary credentials made from
    /// `tester`, and `authorizedScopes`, are honored as in real calls.
    ///
    /// When all is well, the answer says which client id and which scopes the server saw. A
    /// signature or certificate that is not valid gets 401, and scopes that do not cover
    /// `requiredScopes` get 403. Nothing is stored, so the method is fit for test suites against a
    /// live deployment.
    ///
    /// * Request: `POST /test-authenticate`, auth API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_auth::{Auth, types::*};
    /// # let auth = Auth::new(&Client::from_env()?);
    /// let payload = TestAuthenticateRequest::new();
    /// let answer = auth.test_authenticate(&payload).send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "testAuthenticate")]
    pub fn test_authenticate(
        &self,
        payload: &types::TestAuthenticateRequest,
    ) -> Call<C, types::TestAuthenticateResponse> {
        Call::json(&self.client, &endpoints::TEST_AUTHENTICATE, &[]).payload(payload)
    }

    /// Checks how a client library signs GET requests and URLs, with made-up credentials.
    ///
    /// Sign the call with the client id `tester` and the access token `no-secret`. Since there is
    /// no body, the scopes are fixed: the client has `test:*` and `auth:create-client:test:*`, and
    /// the call needs `test:authenticate-get`. Being a GET request, it also works for URLs signed
    /// with a `bewit` parameter. Named temporary credentials may have names that begin with
    /// `test:`.
    ///
    /// The answer says which client id and which scopes the server saw. A signature or certificate
    /// that is not valid gets 401, and credentials limited so that they lack
    /// `test:authenticate-get` get 403.
    ///
    /// * Request: `GET /test-authenticate-get/`, auth API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_auth::{Auth};
    /// # let auth = Auth::new(&Client::from_env()?);
    /// let answer = auth.test_authenticate_get().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "testAuthenticateGet")]
    pub fn test_authenticate_get(&self) -> Call<C, types::TestAuthenticateResponse> {
        Call::json(&self.client, &endpoints::TEST_AUTHENTICATE_GET, &[])
    }
}

/// # Audit
impl<C: ApiClient> Auth<C> {
    /// Lists what was done to a client, a role or something else that is recorded, page by page.
    ///
    /// The `entityType` says what kind of thing it is, such as `client`, and the `entityId` which
    /// one; the id of a client is its `clientId`. Each entry tells who did what and when. An entity
    /// of which nothing is recorded has an empty history, and so has one that does not exist.
    ///
    /// One answer holds at most 1000 entries, and fewer if you give a smaller `limit`. A page may
    /// hold fewer, or none at all, although more follow. The listing is complete only when an
    /// answer comes without `continuationToken`; until then call again with the token of the
    /// previous answer.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /audit/<entityType>/<entityId>`, auth API v1
    /// * Scopes: `auth:audit-history:<entityType>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_auth::{Auth};
    /// # let auth = Auth::new(&Client::from_env()?);
    /// for item in auth.get_entity_history("client", "project/app/ci").items() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "getEntityHistory")]
    pub fn get_entity_history(
        &self,
        entity_type: &str,
        entity_id: &str,
    ) -> Call<C, types::GetEntityHistoryResponse> {
        Call::json(
            &self.client,
            &endpoints::GET_ENTITY_HISTORY,
            &[entity_type, entity_id],
        )
    }

    /// Lists what is recorded about a client in the audit history, page by page.
    ///
    /// Each entry tells who did what and when, and to what. A client about which nothing is
    /// recorded has an empty history.
    ///
    /// One answer holds at most 1000 entries, and fewer if you give a smaller `limit`. A page may
    /// hold fewer, or none at all, although more follow. The listing is complete only when an
    /// answer comes without `continuationToken`; until then call again with the token of the
    /// previous answer.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /clients/<clientId>/audit`, auth API v1
    /// * Scopes: `auth:client-audit-history:<clientId>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_auth::{Auth};
    /// # let auth = Auth::new(&Client::from_env()?);
    /// for item in auth.list_audit_history("project/app/ci").items() {
    ///     println!("{:?}", item?);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "listAuditHistory")]
    pub fn list_audit_history(&self, client_id: &str) -> Call<C, types::GetEntityHistoryResponse> {
        Call::json(&self.client, &endpoints::LIST_AUDIT_HISTORY, &[client_id])
    }
}

/// # Google Cloud
impl<C: ApiClient> Auth<C> {
    /// Returns an access token for a service account of a Google Cloud project.
    ///
    /// The token may be used for whatever the service account may do, until `expireTime`; ask for
    /// another before that. It is a secret.
    ///
    /// Fails with 400 if the deployment does not allow the `projectId` or the `serviceAccount`.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /gcp/credentials/<projectId>/<serviceAccount>`, auth API v1
    /// * Scopes: `auth:gcp:access-token:<projectId>/<serviceAccount>`
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_auth::{Auth};
    /// # let auth = Auth::new(&Client::from_env()?);
    /// let answer = auth.gcp_credentials("app", "app@builds.iam.gserviceaccount.com").send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "gcpCredentials")]
    pub fn gcp_credentials(
        &self,
        project_id: &str,
        service_account: &str,
    ) -> Call<C, types::GcpCredentialsResponse> {
        Call::json(
            &self.client,
            &endpoints::GCP_CREDENTIALS,
            &[project_id, service_account],
        )
    }
}

/// # GitHub
impl<C: ApiClient> Auth<C> {
    /// Returns the GitHub apps through which this deployment can hand out tokens.
    ///
    /// The name of an app is what `githubRepoToken` takes as `appName`. The form of the answer is
    /// not laid down beyond its being a JSON object.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /github/apps`, auth API v1
    /// * Scopes: none
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_auth::{Auth};
    /// # let auth = Auth::new(&Client::from_env()?);
    /// let answer = auth.list_github_apps().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "listGithubApps")]
    pub fn list_github_apps(&self) -> Call<C, taskcluster_core::json::Value> {
        Call::untyped(&self.client, &endpoints::LIST_GITHUB_APPS, &[])
    }

    /// Returns a token for calls to GitHub's API, limited to the given repositories and
    /// permissions.
    ///
    /// The token is made by the app `appName` for its installation with the `owner`, a user or
    /// organization on GitHub. An app can only give what it has: it must be installed there for the
    /// repositories, and must have the permissions.
    ///
    /// The caller needs a scope for each pair of a repository and a permission, of the form
    /// `auth:github-repo-token:<appName>/<owner>/<repo>:<permission>:<level>`, for example
    /// `auth:github-repo-token:bot/acme/site:contents:read`.
    ///
    /// GitHub decides how long the token lives, at present an hour, up to `expires`. It is a
    /// secret. Each call makes another token.
    ///
    /// Today's servers only.
    ///
    /// * Request: `POST /github/<appName>/<owner>/repo-token`, auth API v1
    /// * Scopes: `auth:github-repo-token:<appName>/<owner>/<repoPerm>` for each `repoPerm` of
    ///   `repoPerms`
    /// * Stability: experimental
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_auth::{Auth, types::*};
    /// # let auth = Auth::new(&Client::from_env()?);
    /// let payload = GithubRepoTokenRequest::new(GitHubPermissions::new(), ["app"]);
    /// let answer = auth.github_repo_token("app", "example", &payload).send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "githubRepoToken")]
    pub fn github_repo_token(
        &self,
        app_name: &str,
        owner: &str,
        payload: &types::GithubRepoTokenRequest,
    ) -> Call<C, types::GithubTokenResponse> {
        Call::json(
            &self.client,
            &endpoints::GITHUB_REPO_TOKEN,
            &[app_name, owner],
        )
        .payload(payload)
    }
}

/// # Health
impl<C: ApiClient> Auth<C> {
    /// Succeeds when the auth service is up.
    ///
    /// No credentials are checked, so an answer says nothing about whether yours are valid.
    ///
    /// * Request: `GET /ping`, auth API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_auth::{Auth};
    /// # let auth = Auth::new(&Client::from_env()?);
    /// auth.ping().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn ping(&self) -> Call<C, ()> {
        Call::empty(&self.client, &endpoints::PING, &[])
    }

    /// Answers as soon as a process of the auth service can take requests.
    ///
    /// It is there for load balancers and checks nothing else, neither credentials nor what the
    /// service depends on. Servers of 2018 have `ping` for this.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /__lbheartbeat__`, auth API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_auth::{Auth};
    /// # let auth = Auth::new(&Client::from_env()?);
    /// let answer = auth.lbheartbeat().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn lbheartbeat(&self) -> Call<C, taskcluster_core::Heartbeat> {
        Call::json(&self.client, &endpoints::LBHEARTBEAT, &[])
    }

    /// Tells which version of Taskcluster the auth service runs.
    ///
    /// The answer names the release, the commit that was built, and where the source code and the
    /// build are to be found. A build made by hand leaves some of these empty, and `version` need
    /// not be a number then. It takes no credentials.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /__version__`, auth API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_auth::{Auth};
    /// # let auth = Auth::new(&Client::from_env()?);
    /// let answer = auth.version().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn version(&self) -> Call<C, taskcluster_core::Version> {
        Call::json(&self.client, &endpoints::VERSION, &[])
    }

    /// Answers if the auth service is in a condition to work.
    ///
    /// It is there for the monitoring of a deployment and needs no credentials. To find out only
    /// whether the service can be reached, use `ping`.
    ///
    /// Today's servers only.
    ///
    /// * Request: `GET /__heartbeat__`, auth API v1
    /// * Scopes: none
    /// * Stability: stable
    ///
    /// ```no_run
    /// # use taskcluster_core::Client;
    /// # use taskcluster_auth::{Auth};
    /// # let auth = Auth::new(&Client::from_env()?);
    /// let answer = auth.heartbeat().send()?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn heartbeat(&self) -> Call<C, taskcluster_core::Heartbeat> {
        Call::json(&self.client, &endpoints::HEARTBEAT, &[])
    }
}
