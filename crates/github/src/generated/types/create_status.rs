// Written by `cargo xtask generate` from the references of the service `github`. Do not edit.

//! The types of the schema `create-status`.

/// A status to set on a commit.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct CreateStatus {
    /// What the status is about. A status replaces the one shown before with the same context. Left
    /// out, it is `default`.
    pub context: Option<String>,
    /// A short explanation shown beside the status. GitHub allows 140 characters.
    pub description: Option<String>,
    /// What to report: `pending` while work goes on, `success`, `failure` when the thing tested is
    /// at fault, `error` when something else went wrong.
    pub state: CommitState,
    /// The page to open from the status, an absolute URL. Left out, the status has no link.
    pub target_url: Option<String>,
}

taskcluster_core::members! {
    CreateStatus {
        0 context = "context": optional,
        1 description = "description": optional,
        2 state = "state": required,
        3 target_url = "target_url": optional,
    }
}

impl CreateStatus {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(state: CommitState) -> Self {
        Self {
            context: None,
            description: None,
            state,
            target_url: None,
        }
    }

    /// Sets [`context`](Self::context).
    #[must_use]
    pub fn context(mut self, context: impl Into<String>) -> Self {
        self.context = Some(context.into());
        self
    }

    /// Sets [`description`](Self::description).
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// Sets [`target_url`](Self::target_url).
    #[must_use]
    pub fn target_url(mut self, target_url: impl Into<String>) -> Self {
        self.target_url = Some(target_url.into());
        self
    }
}

taskcluster_core::string_enum! {
    /// What to report: `pending` while work goes on, `success`, `failure` when the thing tested is
    /// at fault, `error` when something else went wrong.
    pub enum CommitState {
        /// `pending`
        Pending = "pending",
        /// `success`
        Success = "success",
        /// `error`
        Error = "error",
        /// `failure`
        Failure = "failure",
    }
}
