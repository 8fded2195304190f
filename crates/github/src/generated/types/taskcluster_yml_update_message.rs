// Written by `cargo xtask generate` from the references of the service `github`. Do not edit.

//! The types of the schema `taskcluster-yml-update-message`.

/// The announcement that a `.taskcluster.yml` has changed.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct TaskclusterYmlUpdateMessage {
    /// GitHub's id for the delivery of the event, in the form of a UUID. A repeated delivery has
    /// the same id.
    pub event_id: String,
    /// The organization or user that owns the repository, at most 100 characters. It may be written
    /// with `%` in place of periods.
    ///
    /// Length: 1 to 100.
    pub organization: String,
    /// The branch or tag on which the file has changed, in full: it begins with `refs/heads/` or
    /// `refs/tags/`.
    pub r#ref: String,
    /// The name of the repository, without its owner, at most 100 characters.
    pub repository: String,
    /// The version of the message format, always 1.
    pub version: u64,
}

taskcluster_core::members! {
    TaskclusterYmlUpdateMessage {
        0 event_id = "eventId": required,
        1 organization = "organization": required,
        2 r#ref = "ref": required,
        3 repository = "repository": required,
        4 version = "version": required,
    }
}

/// What a [`TaskclusterYmlUpdateMessage`] must have.
pub struct TaskclusterYmlUpdateMessageRequired {
    /// See [`TaskclusterYmlUpdateMessage::version`].
    pub version: u64,
    /// See [`TaskclusterYmlUpdateMessage::organization`].
    pub organization: String,
    /// See [`TaskclusterYmlUpdateMessage::repository`].
    pub repository: String,
    /// See [`TaskclusterYmlUpdateMessage::ref`].
    pub r#ref: String,
    /// See [`TaskclusterYmlUpdateMessage::event_id`].
    pub event_id: String,
}

impl TaskclusterYmlUpdateMessage {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: TaskclusterYmlUpdateMessageRequired) -> Self {
        Self {
            event_id: required.event_id,
            organization: required.organization,
            r#ref: required.r#ref,
            repository: required.repository,
            version: required.version,
        }
    }
}
