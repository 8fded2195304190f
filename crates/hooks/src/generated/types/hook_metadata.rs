// Written by `cargo xtask generate` from the references of the service `hooks`. Do not edit.

//! The types of the schema `hook-metadata`.

use std::collections::BTreeMap;
use std::fmt;

use taskcluster_core::json::Value;

/// What people should know about a hook.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct HookMetadata {
    /// What the hook is for, in Markdown, at most 32768 characters.
    pub description: String,
    /// Whether to send an email to the owner when the hook fails to create its task at a scheduled
    /// time. The default is `true`.
    ///
    /// Default: `true`.
    pub email_on_error: Option<bool>,
    /// A short name for people, at most 255 characters. It need not be unique.
    pub name: String,
    /// The email address of the person or group responsible for the hook.
    ///
    /// Length: at most 255.
    pub owner: String,
    /// Members that the schema does not name.
    pub extra_members: BTreeMap<String, Value>,
}

taskcluster_core::members! {
    HookMetadata and extra_members {
        0 description = "description": required,
        1 email_on_error = "emailOnError": optional,
        2 name = "name": required,
        3 owner = "owner": required,
    }
}

/// What a [`HookMetadata`] must have.
#[derive(Clone, Debug, PartialEq)]
pub struct HookMetadataRequired {
    /// A short name for people, at most 255 characters. It need not be unique.
    pub name: String,
    /// What the hook is for, in Markdown, at most 32768 characters.
    pub description: String,
    /// The email address of the person or group responsible for the hook.
    ///
    /// Length: at most 255.
    pub owner: String,
}

impl HookMetadata {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: HookMetadataRequired) -> Self {
        Self {
            description: required.description,
            email_on_error: None,
            name: required.name,
            owner: required.owner,
            extra_members: BTreeMap::new(),
        }
    }

    /// Sets [`email_on_error`](Self::email_on_error).
    #[must_use]
    pub fn email_on_error(mut self, email_on_error: bool) -> Self {
        self.email_on_error = Some(email_on_error);
        self
    }
}

impl fmt::Debug for HookMetadata {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HookMetadata")
            .field("description", &self.description)
            .field("email_on_error", &self.email_on_error)
            .field("name", &self.name)
            .field("owner", &self.owner)
            .field(
                "extra_members",
                &taskcluster_core::json::shown(&self.extra_members),
            )
            .finish()
    }
}
