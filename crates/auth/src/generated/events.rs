// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The service's exchanges.

use super::selections;

/// Announces changes of clients and roles.
///
/// The instances of the auth service use these messages to keep their caches in step. Listen to
/// them if you cache scopes or roles, or to watch for changes to a deployment's permissions.
/// Messages carry only the id of what changed, and never secrets.
#[derive(Clone, Copy, Debug)]
pub struct AuthEvents;

impl AuthEvents {
    /// Announces that a client was created.
    ///
    /// The message names the client but has no details; read them with `client` if you need them.
    /// It may be delivered more than once.
    ///
    /// * Exchange: `exchange/taskcluster-auth/v1/client-created`
    /// * Message: [`super::types::ClientMessage`]
    #[doc(alias = "clientCreated")]
    pub fn client_created() -> selections::ClientCreated {
        selections::ClientCreated::new()
    }

    /// Announces that a client was changed, enabled or disabled, or got a new access token.
    ///
    /// The message names the client but has no details; read them with `client` if you need them.
    /// It may be delivered more than once.
    ///
    /// * Exchange: `exchange/taskcluster-auth/v1/client-updated`
    /// * Message: [`super::types::ClientMessage`]
    #[doc(alias = "clientUpdated")]
    pub fn client_updated() -> selections::ClientUpdated {
        selections::ClientUpdated::new()
    }

    /// Announces that a client was deleted.
    ///
    /// It may be delivered more than once, and is also sent when somebody deletes a client that did
    /// not exist.
    ///
    /// * Exchange: `exchange/taskcluster-auth/v1/client-deleted`
    /// * Message: [`super::types::ClientMessage`]
    #[doc(alias = "clientDeleted")]
    pub fn client_deleted() -> selections::ClientDeleted {
        selections::ClientDeleted::new()
    }

    /// Announces that a role was created.
    ///
    /// The message names the role but has no details; read them with `role` if you need them. It
    /// may be delivered more than once.
    ///
    /// * Exchange: `exchange/taskcluster-auth/v1/role-created`
    /// * Message: [`super::types::RoleMessage`]
    #[doc(alias = "roleCreated")]
    pub fn role_created() -> selections::RoleCreated {
        selections::RoleCreated::new()
    }

    /// Announces that the scopes or the description of a role were changed.
    ///
    /// The message names the role but has no details; read them with `role` if you need them. It
    /// may be delivered more than once.
    ///
    /// * Exchange: `exchange/taskcluster-auth/v1/role-updated`
    /// * Message: [`super::types::RoleMessage`]
    #[doc(alias = "roleUpdated")]
    pub fn role_updated() -> selections::RoleUpdated {
        selections::RoleUpdated::new()
    }

    /// Announces that a role was deleted.
    ///
    /// It may be delivered more than once, and is also sent when somebody deletes a role that did
    /// not exist.
    ///
    /// * Exchange: `exchange/taskcluster-auth/v1/role-deleted`
    /// * Message: [`super::types::RoleMessage`]
    #[doc(alias = "roleDeleted")]
    pub fn role_deleted() -> selections::RoleDeleted {
        selections::RoleDeleted::new()
    }
}
