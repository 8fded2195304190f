// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! Which messages of an exchange to hear of, field by field.

use super::topics;

taskcluster_core::selection! {
    /// Selects messages of [`AuthEvents::client_created`](super::AuthEvents::client_created).
    pub struct ClientCreated of topics::CLIENT_CREATED => super::types::ClientMessage {
        /// Room for later extensions of the routing key. Leave it out of a pattern, so that it
        /// matches anything.
        reserved = "reserved",
    }
}

taskcluster_core::selection! {
    /// Selects messages of [`AuthEvents::client_updated`](super::AuthEvents::client_updated).
    pub struct ClientUpdated of topics::CLIENT_UPDATED => super::types::ClientMessage {
        /// Room for later extensions of the routing key. Leave it out of a pattern, so that it
        /// matches anything.
        reserved = "reserved",
    }
}

taskcluster_core::selection! {
    /// Selects messages of [`AuthEvents::client_deleted`](super::AuthEvents::client_deleted).
    pub struct ClientDeleted of topics::CLIENT_DELETED => super::types::ClientMessage {
        /// Room for later extensions of the routing key. Leave it out of a pattern, so that it
        /// matches anything.
        reserved = "reserved",
    }
}

taskcluster_core::selection! {
    /// Selects messages of [`AuthEvents::role_created`](super::AuthEvents::role_created).
    pub struct RoleCreated of topics::ROLE_CREATED => super::types::RoleMessage {
        /// Room for later extensions of the routing key. Leave it out of a pattern, so that it
        /// matches anything.
        reserved = "reserved",
    }
}

taskcluster_core::selection! {
    /// Selects messages of [`AuthEvents::role_updated`](super::AuthEvents::role_updated).
    pub struct RoleUpdated of topics::ROLE_UPDATED => super::types::RoleMessage {
        /// Room for later extensions of the routing key. Leave it out of a pattern, so that it
        /// matches anything.
        reserved = "reserved",
    }
}

taskcluster_core::selection! {
    /// Selects messages of [`AuthEvents::role_deleted`](super::AuthEvents::role_deleted).
    pub struct RoleDeleted of topics::ROLE_DELETED => super::types::RoleMessage {
        /// Room for later extensions of the routing key. Leave it out of a pattern, so that it
        /// matches anything.
        reserved = "reserved",
    }
}
