// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! The types of the schema `github-repo-token-request`.

use std::fmt;

/// For which repositories the token is to be good, and for what.
///
/// Today's servers only.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GithubRepoTokenRequest {
    /// What the token is to permit in each of the repositories. Give at least one; what is left out
    /// is not permitted. The names are those that GitHub has for permissions of apps.
    pub permissions: GitHubPermissions,
    /// Names of the repositories, without their owner; 1 to 500.
    pub repositories: Vec<String>,
}

taskcluster_core::members! {
    GithubRepoTokenRequest {
        0 permissions = "permissions": required,
        1 repositories = "repositories": required,
    }
}

impl GithubRepoTokenRequest {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(
        permissions: GitHubPermissions,
        repositories: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        Self {
            permissions,
            repositories: repositories.into_iter().map(Into::into).collect(),
        }
    }
}

/// What the token is to permit in each of the repositories. Give at least one; what is left out is
/// not permitted. The names are those that GitHub has for permissions of apps.
///
/// Today's servers only.
#[derive(Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct GitHubPermissions {
    /// Access to workflows, their runs and their artifacts, of GitHub Actions. Absent if not
    /// permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    pub actions: Option<GithubRepoTokenRequestPermissionsActions>,
    /// Access to the settings of the repository, its teams and its collaborators. Absent if not
    /// permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    pub administration: Option<GithubRepoTokenRequestPermissionsAdministration>,
    /// Access to metadata of artifacts. Absent if not permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    pub artifact_metadata: Option<GithubRepoTokenRequestPermissionsArtifactMetadata>,
    /// Access to attestations. Absent if not permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    pub attestations: Option<GithubRepoTokenRequestPermissionsAttestations>,
    /// Access to checks on commits. Absent if not permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    pub checks: Option<GithubRepoTokenRequestPermissionsChecks>,
    /// Access to code quality. Absent if not permitted.
    ///
    /// * `read`: it can be read.
    /// * `write`: it can be read and changed.
    pub code_quality: Option<GithubRepoTokenRequestPermissionsCodeQuality>,
    /// Access to codespaces. Absent if not permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    pub codespaces: Option<GithubRepoTokenRequestPermissionsCodespaces>,
    /// Access to the content of the repository: commits, branches and releases. Absent if not
    /// permitted.
    ///
    /// * `read`: it can be read.
    /// * `write`: it can be read and changed.
    pub contents: Option<GithubRepoTokenRequestPermissionsContents>,
    /// Access to secrets of Dependabot. Absent if not permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    pub dependabot_secrets: Option<GithubRepoTokenRequestPermissionsDependabotSecrets>,
    /// Access to deployments. Absent if not permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    pub deployments: Option<GithubRepoTokenRequestPermissionsDeployments>,
    /// Access to discussions. Absent if not permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    pub discussions: Option<GithubRepoTokenRequestPermissionsDiscussions>,
    /// Access to environments for deployments. Absent if not permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    pub environments: Option<GithubRepoTokenRequestPermissionsEnvironments>,
    /// Access to issues, with their comments, labels and milestones. Absent if not permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    pub issues: Option<GithubRepoTokenRequestPermissionsIssues>,
    /// Access to merge queues. Absent if not permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    pub merge_queues: Option<GithubRepoTokenRequestPermissionsMergeQueues>,
    /// Access to metadata of the repository. Absent if not permitted.
    ///
    /// * `read`: it can be read.
    /// * `write`: it can be read and changed.
    pub metadata: Option<GithubRepoTokenRequestPermissionsMetadata>,
    /// Access to packages. Absent if not permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    pub packages: Option<GithubRepoTokenRequestPermissionsPackages>,
    /// Access to GitHub Pages. Absent if not permitted.
    ///
    /// * `read`: it can be read.
    /// * `write`: it can be read and changed.
    pub pages: Option<GithubRepoTokenRequestPermissionsPages>,
    /// Access to pull requests, with their comments and labels. Absent if not permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    pub pull_requests: Option<GithubRepoTokenRequestPermissionsPullRequests>,
    /// Access to custom properties of the repository. Absent if not permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    pub repository_custom_properties:
        Option<GithubRepoTokenRequestPermissionsRepositoryCustomProperties>,
    /// Access to webhooks of the repository. Absent if not permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    pub repository_hooks: Option<GithubRepoTokenRequestPermissionsRepositoryHooks>,
    /// Access to projects of the repository. Absent if not permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    /// * `admin`: all of that, and they can be administered.
    pub repository_projects: Option<GithubRepoTokenRequestPermissionsRepositoryProjects>,
    /// Access to alerts of secret scanning. Absent if not permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    pub secret_scanning_alerts: Option<GithubRepoTokenRequestPermissionsSecretScanningAlerts>,
    /// Access to secrets of GitHub Actions. Absent if not permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    pub secrets: Option<GithubRepoTokenRequestPermissionsSecrets>,
    /// Access to alerts of code scanning. Absent if not permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    pub security_events: Option<GithubRepoTokenRequestPermissionsSecurityEvents>,
    /// Access to a single file, which the app names. Absent if not permitted.
    ///
    /// * `read`: it can be read.
    /// * `write`: it can be read and changed.
    pub single_file: Option<GithubRepoTokenRequestPermissionsSingleFile>,
    /// Access to statuses of commits. Absent if not permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    pub statuses: Option<GithubRepoTokenRequestPermissionsStatuses>,
    /// Access to alerts of Dependabot. Absent if not permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    pub vulnerability_alerts: Option<GithubRepoTokenRequestPermissionsVulnerabilityAlerts>,
    /// Access to files of workflows: `write`, to change them. Absent if not permitted.
    pub workflows: Option<GithubRepoTokenRequestPermissionsWorkflows>,
}

taskcluster_core::members! {
    GitHubPermissions {
        0 actions = "actions": optional,
        1 administration = "administration": optional,
        2 artifact_metadata = "artifact_metadata": optional,
        3 attestations = "attestations": optional,
        4 checks = "checks": optional,
        5 code_quality = "code_quality": optional,
        6 codespaces = "codespaces": optional,
        7 contents = "contents": optional,
        8 dependabot_secrets = "dependabot_secrets": optional,
        9 deployments = "deployments": optional,
        10 discussions = "discussions": optional,
        11 environments = "environments": optional,
        12 issues = "issues": optional,
        13 merge_queues = "merge_queues": optional,
        14 metadata = "metadata": optional,
        15 packages = "packages": optional,
        16 pages = "pages": optional,
        17 pull_requests = "pull_requests": optional,
        18 repository_custom_properties = "repository_custom_properties": optional,
        19 repository_hooks = "repository_hooks": optional,
        20 repository_projects = "repository_projects": optional,
        21 secret_scanning_alerts = "secret_scanning_alerts": optional,
        22 secrets = "secrets": optional,
        23 security_events = "security_events": optional,
        24 single_file = "single_file": optional,
        25 statuses = "statuses": optional,
        26 vulnerability_alerts = "vulnerability_alerts": optional,
        27 workflows = "workflows": optional,
    }
}

impl GitHubPermissions {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets [`actions`](Self::actions).
    #[must_use]
    pub fn actions(mut self, actions: GithubRepoTokenRequestPermissionsActions) -> Self {
        self.actions = Some(actions);
        self
    }

    /// Sets [`administration`](Self::administration).
    #[must_use]
    pub fn administration(
        mut self,
        administration: GithubRepoTokenRequestPermissionsAdministration,
    ) -> Self {
        self.administration = Some(administration);
        self
    }

    /// Sets [`artifact_metadata`](Self::artifact_metadata).
    #[must_use]
    pub fn artifact_metadata(
        mut self,
        artifact_metadata: GithubRepoTokenRequestPermissionsArtifactMetadata,
    ) -> Self {
        self.artifact_metadata = Some(artifact_metadata);
        self
    }

    /// Sets [`attestations`](Self::attestations).
    #[must_use]
    pub fn attestations(
        mut self,
        attestations: GithubRepoTokenRequestPermissionsAttestations,
    ) -> Self {
        self.attestations = Some(attestations);
        self
    }

    /// Sets [`checks`](Self::checks).
    #[must_use]
    pub fn checks(mut self, checks: GithubRepoTokenRequestPermissionsChecks) -> Self {
        self.checks = Some(checks);
        self
    }

    /// Sets [`code_quality`](Self::code_quality).
    #[must_use]
    pub fn code_quality(
        mut self,
        code_quality: GithubRepoTokenRequestPermissionsCodeQuality,
    ) -> Self {
        self.code_quality = Some(code_quality);
        self
    }

    /// Sets [`codespaces`](Self::codespaces).
    #[must_use]
    pub fn codespaces(mut self, codespaces: GithubRepoTokenRequestPermissionsCodespaces) -> Self {
        self.codespaces = Some(codespaces);
        self
    }

    /// Sets [`contents`](Self::contents).
    #[must_use]
    pub fn contents(mut self, contents: GithubRepoTokenRequestPermissionsContents) -> Self {
        self.contents = Some(contents);
        self
    }

    /// Sets [`dependabot_secrets`](Self::dependabot_secrets).
    #[must_use]
    pub fn dependabot_secrets(
        mut self,
        dependabot_secrets: GithubRepoTokenRequestPermissionsDependabotSecrets,
    ) -> Self {
        self.dependabot_secrets = Some(dependabot_secrets);
        self
    }

    /// Sets [`deployments`](Self::deployments).
    #[must_use]
    pub fn deployments(
        mut self,
        deployments: GithubRepoTokenRequestPermissionsDeployments,
    ) -> Self {
        self.deployments = Some(deployments);
        self
    }

    /// Sets [`discussions`](Self::discussions).
    #[must_use]
    pub fn discussions(
        mut self,
        discussions: GithubRepoTokenRequestPermissionsDiscussions,
    ) -> Self {
        self.discussions = Some(discussions);
        self
    }

    /// Sets [`environments`](Self::environments).
    #[must_use]
    pub fn environments(
        mut self,
        environments: GithubRepoTokenRequestPermissionsEnvironments,
    ) -> Self {
        self.environments = Some(environments);
        self
    }

    /// Sets [`issues`](Self::issues).
    #[must_use]
    pub fn issues(mut self, issues: GithubRepoTokenRequestPermissionsIssues) -> Self {
        self.issues = Some(issues);
        self
    }

    /// Sets [`merge_queues`](Self::merge_queues).
    #[must_use]
    pub fn merge_queues(
        mut self,
        merge_queues: GithubRepoTokenRequestPermissionsMergeQueues,
    ) -> Self {
        self.merge_queues = Some(merge_queues);
        self
    }

    /// Sets [`metadata`](Self::metadata).
    #[must_use]
    pub fn metadata(mut self, metadata: GithubRepoTokenRequestPermissionsMetadata) -> Self {
        self.metadata = Some(metadata);
        self
    }

    /// Sets [`packages`](Self::packages).
    #[must_use]
    pub fn packages(mut self, packages: GithubRepoTokenRequestPermissionsPackages) -> Self {
        self.packages = Some(packages);
        self
    }

    /// Sets [`pages`](Self::pages).
    #[must_use]
    pub fn pages(mut self, pages: GithubRepoTokenRequestPermissionsPages) -> Self {
        self.pages = Some(pages);
        self
    }

    /// Sets [`pull_requests`](Self::pull_requests).
    #[must_use]
    pub fn pull_requests(
        mut self,
        pull_requests: GithubRepoTokenRequestPermissionsPullRequests,
    ) -> Self {
        self.pull_requests = Some(pull_requests);
        self
    }

    /// Sets [`repository_custom_properties`](Self::repository_custom_properties).
    #[must_use]
    pub fn repository_custom_properties(
        mut self,
        repository_custom_properties: GithubRepoTokenRequestPermissionsRepositoryCustomProperties,
    ) -> Self {
        self.repository_custom_properties = Some(repository_custom_properties);
        self
    }

    /// Sets [`repository_hooks`](Self::repository_hooks).
    #[must_use]
    pub fn repository_hooks(
        mut self,
        repository_hooks: GithubRepoTokenRequestPermissionsRepositoryHooks,
    ) -> Self {
        self.repository_hooks = Some(repository_hooks);
        self
    }

    /// Sets [`repository_projects`](Self::repository_projects).
    #[must_use]
    pub fn repository_projects(
        mut self,
        repository_projects: GithubRepoTokenRequestPermissionsRepositoryProjects,
    ) -> Self {
        self.repository_projects = Some(repository_projects);
        self
    }

    /// Sets [`secret_scanning_alerts`](Self::secret_scanning_alerts).
    #[must_use]
    pub fn secret_scanning_alerts(
        mut self,
        secret_scanning_alerts: GithubRepoTokenRequestPermissionsSecretScanningAlerts,
    ) -> Self {
        self.secret_scanning_alerts = Some(secret_scanning_alerts);
        self
    }

    /// Sets [`secrets`](Self::secrets).
    #[must_use]
    pub fn secrets(mut self, secrets: GithubRepoTokenRequestPermissionsSecrets) -> Self {
        self.secrets = Some(secrets);
        self
    }

    /// Sets [`security_events`](Self::security_events).
    #[must_use]
    pub fn security_events(
        mut self,
        security_events: GithubRepoTokenRequestPermissionsSecurityEvents,
    ) -> Self {
        self.security_events = Some(security_events);
        self
    }

    /// Sets [`single_file`](Self::single_file).
    #[must_use]
    pub fn single_file(mut self, single_file: GithubRepoTokenRequestPermissionsSingleFile) -> Self {
        self.single_file = Some(single_file);
        self
    }

    /// Sets [`statuses`](Self::statuses).
    #[must_use]
    pub fn statuses(mut self, statuses: GithubRepoTokenRequestPermissionsStatuses) -> Self {
        self.statuses = Some(statuses);
        self
    }

    /// Sets [`vulnerability_alerts`](Self::vulnerability_alerts).
    #[must_use]
    pub fn vulnerability_alerts(
        mut self,
        vulnerability_alerts: GithubRepoTokenRequestPermissionsVulnerabilityAlerts,
    ) -> Self {
        self.vulnerability_alerts = Some(vulnerability_alerts);
        self
    }

    /// Sets [`workflows`](Self::workflows).
    #[must_use]
    pub fn workflows(mut self, workflows: GithubRepoTokenRequestPermissionsWorkflows) -> Self {
        self.workflows = Some(workflows);
        self
    }
}

impl fmt::Debug for GitHubPermissions {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("GitHubPermissions")
            .field("actions", &self.actions)
            .field("administration", &self.administration)
            .field("artifact_metadata", &self.artifact_metadata)
            .field("attestations", &self.attestations)
            .field("checks", &self.checks)
            .field("code_quality", &self.code_quality)
            .field("codespaces", &self.codespaces)
            .field("contents", &self.contents)
            .field("dependabot_secrets", &self.dependabot_secrets)
            .field("deployments", &self.deployments)
            .field("discussions", &self.discussions)
            .field("environments", &self.environments)
            .field("issues", &self.issues)
            .field("merge_queues", &self.merge_queues)
            .field("metadata", &self.metadata)
            .field("packages", &self.packages)
            .field("pages", &self.pages)
            .field("pull_requests", &self.pull_requests)
            .field(
                "repository_custom_properties",
                &self.repository_custom_properties,
            )
            .field("repository_hooks", &self.repository_hooks)
            .field("repository_projects", &self.repository_projects)
            .field("secret_scanning_alerts", &self.secret_scanning_alerts)
            .field("security_events", &self.security_events)
            .field("single_file", &self.single_file)
            .field("statuses", &self.statuses)
            .field("vulnerability_alerts", &self.vulnerability_alerts)
            .field("workflows", &self.workflows)
            .finish_non_exhaustive()
    }
}

taskcluster_core::string_enum! {
    /// Access to workflows, their runs and their artifacts, of GitHub Actions. Absent if not
    /// permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    ///
    /// Today's servers only.
    pub enum GithubRepoTokenRequestPermissionsActions {
        /// `read`
        Read = "read",
        /// `write`
        Write = "write",
    }
}

taskcluster_core::string_enum! {
    /// Access to the settings of the repository, its teams and its collaborators. Absent if not
    /// permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    ///
    /// Today's servers only.
    pub enum GithubRepoTokenRequestPermissionsAdministration {
        /// `read`
        Read = "read",
        /// `write`
        Write = "write",
    }
}

taskcluster_core::string_enum! {
    /// Access to metadata of artifacts. Absent if not permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    ///
    /// Today's servers only.
    pub enum GithubRepoTokenRequestPermissionsArtifactMetadata {
        /// `read`
        Read = "read",
        /// `write`
        Write = "write",
    }
}

taskcluster_core::string_enum! {
    /// Access to attestations. Absent if not permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    ///
    /// Today's servers only.
    pub enum GithubRepoTokenRequestPermissionsAttestations {
        /// `read`
        Read = "read",
        /// `write`
        Write = "write",
    }
}

taskcluster_core::string_enum! {
    /// Access to checks on commits. Absent if not permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    ///
    /// Today's servers only.
    pub enum GithubRepoTokenRequestPermissionsChecks {
        /// `read`
        Read = "read",
        /// `write`
        Write = "write",
    }
}

taskcluster_core::string_enum! {
    /// Access to code quality. Absent if not permitted.
    ///
    /// * `read`: it can be read.
    /// * `write`: it can be read and changed.
    ///
    /// Today's servers only.
    pub enum GithubRepoTokenRequestPermissionsCodeQuality {
        /// `read`
        Read = "read",
        /// `write`
        Write = "write",
    }
}

taskcluster_core::string_enum! {
    /// Access to codespaces. Absent if not permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    ///
    /// Today's servers only.
    pub enum GithubRepoTokenRequestPermissionsCodespaces {
        /// `read`
        Read = "read",
        /// `write`
        Write = "write",
    }
}

taskcluster_core::string_enum! {
    /// Access to the content of the repository: commits, branches and releases. Absent if not
    /// permitted.
    ///
    /// * `read`: it can be read.
    /// * `write`: it can be read and changed.
    ///
    /// Today's servers only.
    pub enum GithubRepoTokenRequestPermissionsContents {
        /// `read`
        Read = "read",
        /// `write`
        Write = "write",
    }
}

taskcluster_core::string_enum! {
    /// Access to secrets of Dependabot. Absent if not permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    ///
    /// Today's servers only.
    pub enum GithubRepoTokenRequestPermissionsDependabotSecrets {
        /// `read`
        Read = "read",
        /// `write`
        Write = "write",
    }
}

taskcluster_core::string_enum! {
    /// Access to deployments. Absent if not permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    ///
    /// Today's servers only.
    pub enum GithubRepoTokenRequestPermissionsDeployments {
        /// `read`
        Read = "read",
        /// `write`
        Write = "write",
    }
}

taskcluster_core::string_enum! {
    /// Access to discussions. Absent if not permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    ///
    /// Today's servers only.
    pub enum GithubRepoTokenRequestPermissionsDiscussions {
        /// `read`
        Read = "read",
        /// `write`
        Write = "write",
    }
}

taskcluster_core::string_enum! {
    /// Access to environments for deployments. Absent if not permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    ///
    /// Today's servers only.
    pub enum GithubRepoTokenRequestPermissionsEnvironments {
        /// `read`
        Read = "read",
        /// `write`
        Write = "write",
    }
}

taskcluster_core::string_enum! {
    /// Access to issues, with their comments, labels and milestones. Absent if not permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    ///
    /// Today's servers only.
    pub enum GithubRepoTokenRequestPermissionsIssues {
        /// `read`
        Read = "read",
        /// `write`
        Write = "write",
    }
}

taskcluster_core::string_enum! {
    /// Access to merge queues. Absent if not permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    ///
    /// Today's servers only.
    pub enum GithubRepoTokenRequestPermissionsMergeQueues {
        /// `read`
        Read = "read",
        /// `write`
        Write = "write",
    }
}

taskcluster_core::string_enum! {
    /// Access to metadata of the repository. Absent if not permitted.
    ///
    /// * `read`: it can be read.
    /// * `write`: it can be read and changed.
    ///
    /// Today's servers only.
    pub enum GithubRepoTokenRequestPermissionsMetadata {
        /// `read`
        Read = "read",
        /// `write`
        Write = "write",
    }
}

taskcluster_core::string_enum! {
    /// Access to packages. Absent if not permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    ///
    /// Today's servers only.
    pub enum GithubRepoTokenRequestPermissionsPackages {
        /// `read`
        Read = "read",
        /// `write`
        Write = "write",
    }
}

taskcluster_core::string_enum! {
    /// Access to GitHub Pages. Absent if not permitted.
    ///
    /// * `read`: it can be read.
    /// * `write`: it can be read and changed.
    ///
    /// Today's servers only.
    pub enum GithubRepoTokenRequestPermissionsPages {
        /// `read`
        Read = "read",
        /// `write`
        Write = "write",
    }
}

taskcluster_core::string_enum! {
    /// Access to pull requests, with their comments and labels. Absent if not permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    ///
    /// Today's servers only.
    pub enum GithubRepoTokenRequestPermissionsPullRequests {
        /// `read`
        Read = "read",
        /// `write`
        Write = "write",
    }
}

taskcluster_core::string_enum! {
    /// Access to custom properties of the repository. Absent if not permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    ///
    /// Today's servers only.
    pub enum GithubRepoTokenRequestPermissionsRepositoryCustomProperties {
        /// `read`
        Read = "read",
        /// `write`
        Write = "write",
    }
}

taskcluster_core::string_enum! {
    /// Access to webhooks of the repository. Absent if not permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    ///
    /// Today's servers only.
    pub enum GithubRepoTokenRequestPermissionsRepositoryHooks {
        /// `read`
        Read = "read",
        /// `write`
        Write = "write",
    }
}

taskcluster_core::string_enum! {
    /// Access to projects of the repository. Absent if not permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    /// * `admin`: all of that, and they can be administered.
    ///
    /// Today's servers only.
    pub enum GithubRepoTokenRequestPermissionsRepositoryProjects {
        /// `read`
        Read = "read",
        /// `write`
        Write = "write",
        /// `admin`
        Admin = "admin",
    }
}

taskcluster_core::string_enum! {
    /// Access to alerts of secret scanning. Absent if not permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    ///
    /// Today's servers only.
    pub enum GithubRepoTokenRequestPermissionsSecretScanningAlerts {
        /// `read`
        Read = "read",
        /// `write`
        Write = "write",
    }
}

taskcluster_core::string_enum! {
    /// Access to secrets of GitHub Actions. Absent if not permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    ///
    /// Today's servers only.
    pub enum GithubRepoTokenRequestPermissionsSecrets {
        /// `read`
        Read = "read",
        /// `write`
        Write = "write",
    }
}

taskcluster_core::string_enum! {
    /// Access to alerts of code scanning. Absent if not permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    ///
    /// Today's servers only.
    pub enum GithubRepoTokenRequestPermissionsSecurityEvents {
        /// `read`
        Read = "read",
        /// `write`
        Write = "write",
    }
}

taskcluster_core::string_enum! {
    /// Access to a single file, which the app names. Absent if not permitted.
    ///
    /// * `read`: it can be read.
    /// * `write`: it can be read and changed.
    ///
    /// Today's servers only.
    pub enum GithubRepoTokenRequestPermissionsSingleFile {
        /// `read`
        Read = "read",
        /// `write`
        Write = "write",
    }
}

taskcluster_core::string_enum! {
    /// Access to statuses of commits. Absent if not permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    ///
    /// Today's servers only.
    pub enum GithubRepoTokenRequestPermissionsStatuses {
        /// `read`
        Read = "read",
        /// `write`
        Write = "write",
    }
}

taskcluster_core::string_enum! {
    /// Access to alerts of Dependabot. Absent if not permitted.
    ///
    /// * `read`: they can be read.
    /// * `write`: they can be read and changed.
    ///
    /// Today's servers only.
    pub enum GithubRepoTokenRequestPermissionsVulnerabilityAlerts {
        /// `read`
        Read = "read",
        /// `write`
        Write = "write",
    }
}

taskcluster_core::string_enum! {
    /// Access to files of workflows: `write`, to change them. Absent if not permitted.
    ///
    /// Today's servers only.
    pub enum GithubRepoTokenRequestPermissionsWorkflows {
        /// `write`
        Write = "write",
    }
}
