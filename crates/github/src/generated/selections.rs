// Written by `cargo xtask generate` from the references of the service `github`. Do not edit.

//! Which messages of an exchange to hear of, field by field.

use super::topics;

taskcluster_core::selection! {
    /// Selects messages of [`GithubEvents::pull_request`](super::GithubEvents::pull_request).
    pub struct PullRequest of topics::PULL_REQUEST => super::types::GithubPullRequestMessage {
        /// The organization or user that owns the repository. Periods are written as `%`, and
        /// characters other than ASCII letters, digits, `-` and `_` are left out.
        organization = "organization",
        /// The repository the event happened in. Periods are written as `%`, and characters other
        /// than ASCII letters, digits, `-` and `_` are left out.
        repository = "repository",
        /// What happened to the pull request, such as `opened` or `synchronize`; the same as
        /// `action` in the message.
        action = "action",
    }
}

taskcluster_core::selection! {
    /// Selects messages of [`GithubEvents::push`](super::GithubEvents::push).
    pub struct Push of topics::PUSH => super::types::GithubPushMessage {
        /// The organization or user that owns the repository. Periods are written as `%`, and
        /// characters other than ASCII letters, digits, `-` and `_` are left out.
        organization = "organization",
        /// The repository the event happened in. Periods are written as `%`, and characters other
        /// than ASCII letters, digits, `-` and `_` are left out.
        repository = "repository",
    }
}

taskcluster_core::selection! {
    /// Selects messages of [`GithubEvents::release`](super::GithubEvents::release).
    pub struct Release of topics::RELEASE => super::types::GithubReleaseMessage {
        /// The organization or user that owns the repository. Periods are written as `%`, and
        /// characters other than ASCII letters, digits, `-` and `_` are left out.
        organization = "organization",
        /// The repository the event happened in. Periods are written as `%`, and characters other
        /// than ASCII letters, digits, `-` and `_` are left out.
        repository = "repository",
    }
}

taskcluster_core::selection! {
    /// Selects messages of
    /// [`GithubEvents::task_group_defined`](super::GithubEvents::task_group_defined).
    pub struct TaskGroupDefined of topics::TASK_GROUP_DEFINED => super::types::TaskGroupDefinedMessage {
        /// The organization or user that owns the repository. Periods are written as `%`, and
        /// characters other than ASCII letters, digits, `-` and `_` are left out.
        organization = "organization",
        /// The repository the event happened in. Periods are written as `%`, and characters other
        /// than ASCII letters, digits, `-` and `_` are left out.
        repository = "repository",
    }
}

taskcluster_core::selection! {
    /// Selects messages of [`GithubEvents::rerun`](super::GithubEvents::rerun).
    pub struct Rerun of topics::RERUN => super::types::GithubRerunMessage {
        /// The organization or user that owns the repository. Periods are written as `%`, and
        /// characters other than ASCII letters, digits, `-` and `_` are left out.
        organization = "organization",
        /// The repository the event happened in. Periods are written as `%`, and characters other
        /// than ASCII letters, digits, `-` and `_` are left out.
        repository = "repository",
    }
}

taskcluster_core::selection! {
    /// Selects messages of
    /// [`GithubEvents::task_group_creation_requested`](super::GithubEvents::task_group_creation_requested).
    pub struct TaskGroupCreationRequested of topics::TASK_GROUP_CREATION_REQUESTED => super::types::TaskGroupCreationRequested {
        /// The organization or user that owns the repository. Periods are written as `%`, and
        /// characters other than ASCII letters, digits, `-` and `_` are left out.
        organization = "organization",
        /// The repository the task group is for. Periods are written as `%`, and characters other
        /// than ASCII letters, digits, `-` and `_` are left out.
        repository = "repository",
    }
}

taskcluster_core::selection! {
    /// Selects messages of
    /// [`GithubEvents::taskcluster_yml_update`](super::GithubEvents::taskcluster_yml_update).
    pub struct TaskclusterYmlUpdate of topics::TASKCLUSTER_YML_UPDATE => super::types::TaskclusterYmlUpdateMessage {
        /// The organization or user that owns the repository. Periods are written as `%`, and
        /// characters other than ASCII letters, digits, `-` and `_` are left out.
        organization = "organization",
        /// The repository whose file has changed, in the form that routing keys allow.
        repository = "repository",
    }
}
