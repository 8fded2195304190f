// Written by `cargo xtask generate` from the references of the service `github`. Do not edit.

//! The types of the schema `render-taskcluster-yml-input`.

use std::fmt;

use taskcluster_core::json::Value;

/// A `.taskcluster.yml` to try out, and the event to try it with.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RenderTaskclusterYmlInput {
    /// The text of the `.taskcluster.yml`, in YAML.
    pub body: String,
    /// The event to pretend. The member `type` tells the forms apart.
    pub fake_event: FakeEvent,
    /// The organization or user to pretend, as on GitHub: 1 to 39 characters. Left out, it is
    /// `taskcluster`.
    pub organization: Option<String>,
    /// The repository to pretend, as on GitHub, without its owner: 1 to 100 characters. Left out,
    /// it is `testing`.
    pub repository: Option<String>,
}

taskcluster_core::members! {
    RenderTaskclusterYmlInput {
        0 body = "body": required,
        1 fake_event = "fakeEvent": required,
        2 organization = "organization": optional,
        3 repository = "repository": optional,
    }
}

impl RenderTaskclusterYmlInput {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(body: impl Into<String>, fake_event: impl Into<FakeEvent>) -> Self {
        Self {
            body: body.into(),
            fake_event: fake_event.into(),
            organization: None,
            repository: None,
        }
    }

    /// Sets [`organization`](Self::organization).
    #[must_use]
    pub fn organization(mut self, organization: impl Into<String>) -> Self {
        self.organization = Some(organization.into());
        self
    }

    /// Sets [`repository`](Self::repository).
    #[must_use]
    pub fn repository(mut self, repository: impl Into<String>) -> Self {
        self.repository = Some(repository.into());
        self
    }
}

taskcluster_core::untagged_union! {
    /// The event to pretend. The member `type` tells the forms apart.
    ///
    /// Today's servers only.
    pub enum FakeEvent {
        /// A push of commits or a tag.
        FakePush(FakePush),
        /// Something that happens to a pull request.
        FakePullRequest(FakePullRequest),
        /// Something that happens to a release.
        FakeRelease(FakeRelease),
        /// A comment on an issue or pull request.
        FakeComment(FakeComment),
    }
}

taskcluster_core::from_variant!(FakeEvent::FakePush(FakePush));

taskcluster_core::from_variant!(FakeEvent::FakePullRequest(FakePullRequest));

taskcluster_core::from_variant!(FakeEvent::FakeRelease(FakeRelease));

taskcluster_core::from_variant!(FakeEvent::FakeComment(FakeComment));

/// A push of commits or a tag.
///
/// Today's servers only.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct FakePush {
    /// Values that are set in the made-up event, by their names in GitHub's events. Left out, the
    /// event is as the service makes it up.
    pub overrides: Option<Value>,
    /// Always `github-push`.
    pub r#type: RenderTaskclusterYmlInputFakeEventFakePushType,
}

taskcluster_core::members! {
    FakePush {
        0 overrides = "overrides": optional,
        1 r#type = "type": required,
    }
}

impl FakePush {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(r#type: RenderTaskclusterYmlInputFakeEventFakePushType) -> Self {
        Self {
            overrides: None,
            r#type,
        }
    }

    /// Sets [`overrides`](Self::overrides).
    #[must_use]
    pub fn overrides(mut self, overrides: impl Into<Value>) -> Self {
        self.overrides = Some(overrides.into());
        self
    }
}

impl fmt::Debug for FakePush {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FakePush")
            .field("overrides", &taskcluster_core::json::shown(&self.overrides))
            .field("type", &self.r#type)
            .finish()
    }
}

taskcluster_core::string_enum! {
    /// Always `github-push`.
    ///
    /// Today's servers only.
    pub enum RenderTaskclusterYmlInputFakeEventFakePushType {
        /// `github-push`
        GithubPush = "github-push",
    }
}

/// Something that happens to a pull request.
///
/// Today's servers only.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct FakePullRequest {
    /// What happens to the pull request, in GitHub's words:
    ///
    /// * `opened`, `closed`, `reopened`: it is opened, closed or merged, or opened again,
    /// * `synchronize`: its commits change,
    /// * `edited`: its title, text or base branch changes,
    /// * `assigned`, `unassigned`: somebody is made responsible, or no more,
    /// * `labeled`, `unlabeled`: a label is put on or taken off,
    /// * `review_requested`, `review_request_removed`: a review is asked for, or no more,
    /// * `converted_to_draft`, `ready_for_review`: it becomes a draft, or stops being one,
    /// * `auto_merge_enabled`, `auto_merge_disabled`: merging by itself is switched on or off,
    /// * `enqueued`, `dequeued`: it enters or leaves the merge queue.
    pub action: FakePullRequestAction,
    /// Values that are set in the made-up event, by their names in GitHub's events. Left out, the
    /// event is as the service makes it up.
    pub overrides: Option<Value>,
    /// Whose pull request it is:
    ///
    /// * `github-pull-request`: of somebody whom the repository trusts,
    /// * `github-pull-request-untrusted`: of anybody else.
    pub r#type: FakePullRequestType,
}

taskcluster_core::members! {
    FakePullRequest {
        0 action = "action": required,
        1 overrides = "overrides": optional,
        2 r#type = "type": required,
    }
}

impl FakePullRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(r#type: FakePullRequestType, action: FakePullRequestAction) -> Self {
        Self {
            action,
            overrides: None,
            r#type,
        }
    }

    /// Sets [`overrides`](Self::overrides).
    #[must_use]
    pub fn overrides(mut self, overrides: impl Into<Value>) -> Self {
        self.overrides = Some(overrides.into());
        self
    }
}

impl fmt::Debug for FakePullRequest {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FakePullRequest")
            .field("action", &self.action)
            .field("overrides", &taskcluster_core::json::shown(&self.overrides))
            .field("type", &self.r#type)
            .finish()
    }
}

taskcluster_core::string_enum! {
    /// What happens to the pull request, in GitHub's words:
    ///
    /// * `opened`, `closed`, `reopened`: it is opened, closed or merged, or opened again,
    /// * `synchronize`: its commits change,
    /// * `edited`: its title, text or base branch changes,
    /// * `assigned`, `unassigned`: somebody is made responsible, or no more,
    /// * `labeled`, `unlabeled`: a label is put on or taken off,
    /// * `review_requested`, `review_request_removed`: a review is asked for, or no more,
    /// * `converted_to_draft`, `ready_for_review`: it becomes a draft, or stops being one,
    /// * `auto_merge_enabled`, `auto_merge_disabled`: merging by itself is switched on or off,
    /// * `enqueued`, `dequeued`: it enters or leaves the merge queue.
    ///
    /// Today's servers only.
    pub enum FakePullRequestAction {
        /// `opened`
        Opened = "opened",
        /// `synchronize`
        Synchronize = "synchronize",
        /// `reopened`
        Reopened = "reopened",
        /// `assigned`
        Assigned = "assigned",
        /// `auto_merge_disabled`
        AutoMergeDisabled = "auto_merge_disabled",
        /// `auto_merge_enabled`
        AutoMergeEnabled = "auto_merge_enabled",
        /// `closed`
        Closed = "closed",
        /// `converted_to_draft`
        ConvertedToDraft = "converted_to_draft",
        /// `dequeued`
        Dequeued = "dequeued",
        /// `edited`
        Edited = "edited",
        /// `enqueued`
        Enqueued = "enqueued",
        /// `labeled`
        Labeled = "labeled",
        /// `ready_for_review`
        ReadyForReview = "ready_for_review",
        /// `review_requested`
        ReviewRequested = "review_requested",
        /// `review_request_removed`
        ReviewRequestRemoved = "review_request_removed",
        /// `unassigned`
        Unassigned = "unassigned",
        /// `unlabeled`
        Unlabeled = "unlabeled",
    }
}

taskcluster_core::string_enum! {
    /// Whose pull request it is:
    ///
    /// * `github-pull-request`: of somebody whom the repository trusts,
    /// * `github-pull-request-untrusted`: of anybody else.
    ///
    /// Today's servers only.
    pub enum FakePullRequestType {
        /// `github-pull-request`
        GithubPullRequest = "github-pull-request",
        /// `github-pull-request-untrusted`
        GithubPullRequestUntrusted = "github-pull-request-untrusted",
    }
}

/// Something that happens to a release.
///
/// Today's servers only.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct FakeRelease {
    /// What happens to the release, in GitHub's words:
    ///
    /// * `published`, `unpublished`: it is made public, or no more,
    /// * `created`: a draft is saved, or a release is made at once,
    /// * `edited`: its texts change,
    /// * `deleted`: it is deleted,
    /// * `prereleased`: it is made public as a pre-release,
    /// * `released`: it is made public as a full release.
    pub action: FakeReleaseAction,
    /// Values that are set in the made-up event, by their names in GitHub's events. Left out, the
    /// event is as the service makes it up.
    pub overrides: Option<Value>,
    /// Always `github-release`.
    pub r#type: RenderTaskclusterYmlInputFakeEventFakeReleaseType,
}

taskcluster_core::members! {
    FakeRelease {
        0 action = "action": required,
        1 overrides = "overrides": optional,
        2 r#type = "type": required,
    }
}

impl FakeRelease {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(
        r#type: RenderTaskclusterYmlInputFakeEventFakeReleaseType,
        action: FakeReleaseAction,
    ) -> Self {
        Self {
            action,
            overrides: None,
            r#type,
        }
    }

    /// Sets [`overrides`](Self::overrides).
    #[must_use]
    pub fn overrides(mut self, overrides: impl Into<Value>) -> Self {
        self.overrides = Some(overrides.into());
        self
    }
}

impl fmt::Debug for FakeRelease {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FakeRelease")
            .field("action", &self.action)
            .field("overrides", &taskcluster_core::json::shown(&self.overrides))
            .field("type", &self.r#type)
            .finish()
    }
}

taskcluster_core::string_enum! {
    /// What happens to the release, in GitHub's words:
    ///
    /// * `published`, `unpublished`: it is made public, or no more,
    /// * `created`: a draft is saved, or a release is made at once,
    /// * `edited`: its texts change,
    /// * `deleted`: it is deleted,
    /// * `prereleased`: it is made public as a pre-release,
    /// * `released`: it is made public as a full release.
    ///
    /// Today's servers only.
    pub enum FakeReleaseAction {
        /// `published`
        Published = "published",
        /// `unpublished`
        Unpublished = "unpublished",
        /// `created`
        Created = "created",
        /// `edited`
        Edited = "edited",
        /// `deleted`
        Deleted = "deleted",
        /// `prereleased`
        Prereleased = "prereleased",
        /// `released`
        Released = "released",
    }
}

taskcluster_core::string_enum! {
    /// Always `github-release`.
    ///
    /// Today's servers only.
    pub enum RenderTaskclusterYmlInputFakeEventFakeReleaseType {
        /// `github-release`
        GithubRelease = "github-release",
    }
}

/// A comment on an issue or pull request.
///
/// Today's servers only.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct FakeComment {
    /// What happens to the comment, in GitHub's words:
    ///
    /// * `created`: it is posted,
    /// * `edited`: its text changes.
    pub action: FakeCommentAction,
    /// Values that are set in the made-up event, by their names in GitHub's events. Left out, the
    /// event is as the service makes it up.
    pub overrides: Option<Value>,
    /// Always `github-issue-comment`.
    pub r#type: RenderTaskclusterYmlInputFakeEventFakeCommentType,
}

taskcluster_core::members! {
    FakeComment {
        0 action = "action": required,
        1 overrides = "overrides": optional,
        2 r#type = "type": required,
    }
}

impl FakeComment {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(
        r#type: RenderTaskclusterYmlInputFakeEventFakeCommentType,
        action: FakeCommentAction,
    ) -> Self {
        Self {
            action,
            overrides: None,
            r#type,
        }
    }

    /// Sets [`overrides`](Self::overrides).
    #[must_use]
    pub fn overrides(mut self, overrides: impl Into<Value>) -> Self {
        self.overrides = Some(overrides.into());
        self
    }
}

impl fmt::Debug for FakeComment {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FakeComment")
            .field("action", &self.action)
            .field("overrides", &taskcluster_core::json::shown(&self.overrides))
            .field("type", &self.r#type)
            .finish()
    }
}

taskcluster_core::string_enum! {
    /// What happens to the comment, in GitHub's words:
    ///
    /// * `created`: it is posted,
    /// * `edited`: its text changes.
    ///
    /// Today's servers only.
    pub enum FakeCommentAction {
        /// `created`
        Created = "created",
        /// `edited`
        Edited = "edited",
    }
}

taskcluster_core::string_enum! {
    /// Always `github-issue-comment`.
    ///
    /// Today's servers only.
    pub enum RenderTaskclusterYmlInputFakeEventFakeCommentType {
        /// `github-issue-comment`
        GithubIssueComment = "github-issue-comment",
    }
}
