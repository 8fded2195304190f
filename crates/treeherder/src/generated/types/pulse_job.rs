// Written by `cargo xtask generate` from the references of the service `treeherder`. Do not edit.

//! The types of the schema `pulse-job`.

use std::fmt;

use taskcluster_core::json::Value;
use time::OffsetDateTime;

/// One run of a task, as Treeherder shows it.
///
/// Until 2019.
#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PulseJob {
    /// The machine on which, or for which, the software was built.
    pub build_machine: Option<Machine>,
    /// The system the job ran in. This service sends `taskcluster`.
    ///
    /// Length: 1 to 25.
    pub build_system: String,
    /// The ids, in the form of `taskId`, of jobs that were skipped in favor of this one.
    pub coalesced: Option<Vec<String>>,
    /// How Treeherder shows the job.
    pub display: JobDisplay,
    /// Free-form JSON for whoever needs it.
    pub extra: Option<Value>,
    /// Whether another run takes the place of this one. Treeherder then shows the result as
    /// retried, not as a failure.
    pub is_retried: Option<bool>,
    /// What Treeherder shows about the job once it is selected.
    pub job_info: Option<JobInfo>,
    /// What sort of job it is. The default is `other`.
    ///
    /// Default: `"other"`.
    pub job_kind: JobKind,
    /// The kinds of build the job belongs to, such as `opt` or `debug`.
    pub labels: Option<Vec<String>>,
    /// The logs of the job.
    pub logs: Option<Vec<Log>>,
    /// The push or pull request the job belongs to. The member `kind` tells the two forms apart.
    pub origin: Origin,
    /// Who is responsible for the job, by convention an email address.
    ///
    /// Length: 1 to 50.
    pub owner: Option<String>,
    /// The product that is built or tested, such as `firefox`.
    ///
    /// Length: 1 to 125.
    pub product_name: Option<String>,
    /// Why the job was run, such as `scheduled`.
    ///
    /// Length: 1 to 125.
    pub reason: Option<String>,
    /// How the job ended: `success`, `fail`, `exception` for trouble outside the job, `canceled`,
    /// `superseded` by a newer job, or `unknown` as long as it has not ended.
    pub result: Option<JobResult>,
    /// The number of the run, counted from 0.
    ///
    /// Default: `0`.
    pub retry_id: Option<u64>,
    /// The machine on which the job ran.
    pub run_machine: Option<Machine>,
    /// How far the job is. A run that failed or ended in an exception is `completed` here; see
    /// `result`.
    pub state: JobState,
    /// The id of the job: the id of the task, a slash, and the number of the run. The id of the
    /// task is not in the usual slugid form but decoded to a UUID in lower case.
    ///
    /// Length: 1 to 50.
    pub task_id: String,
    /// How much a failure matters, from 1 (must be dealt with at once) to 3 (experimental, hidden
    /// by default in Treeherder).
    pub tier: Option<u64>,
    /// When the run was resolved (UTC). Missing until then.
    pub time_completed: Option<OffsetDateTime>,
    /// When the job was scheduled (UTC). From a task, the time of its creation.
    pub time_scheduled: Option<OffsetDateTime>,
    /// When the run started (UTC). Missing until then.
    pub time_started: Option<OffsetDateTime>,
    /// The version of the message format, always 1.
    pub version: u64,
}

taskcluster_core::members! {
    PulseJob {
        0 build_machine = "buildMachine": optional,
        1 build_system = "buildSystem": required,
        2 coalesced = "coalesced": optional,
        3 display = "display": required,
        4 extra = "extra": optional,
        5 is_retried = "isRetried": optional,
        6 job_info = "jobInfo": optional,
        7 job_kind = "jobKind": required,
        8 labels = "labels": optional,
        9 logs = "logs": optional,
        10 origin = "origin": required,
        11 owner = "owner": optional,
        12 product_name = "productName": optional,
        13 reason = "reason": optional,
        14 result = "result": optional,
        15 retry_id = "retryId": optional,
        16 run_machine = "runMachine": optional,
        17 state = "state": required,
        18 task_id = "taskId": required,
        19 tier = "tier": optional,
        20 time_completed = "timeCompleted": optional_date,
        21 time_scheduled = "timeScheduled": optional_date,
        22 time_started = "timeStarted": optional_date,
        23 version = "version": required,
    }
}

impl PulseJob {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(
        task_id: impl Into<String>,
        origin: impl Into<Origin>,
        build_system: impl Into<String>,
        display: JobDisplay,
        state: JobState,
        job_kind: JobKind,
        version: u64,
    ) -> Self {
        Self {
            build_machine: None,
            build_system: build_system.into(),
            coalesced: None,
            display,
            extra: None,
            is_retried: None,
            job_info: None,
            job_kind,
            labels: None,
            logs: None,
            origin: origin.into(),
            owner: None,
            product_name: None,
            reason: None,
            result: None,
            retry_id: None,
            run_machine: None,
            state,
            task_id: task_id.into(),
            tier: None,
            time_completed: None,
            time_scheduled: None,
            time_started: None,
            version,
        }
    }
}

impl fmt::Debug for PulseJob {
    /// Leaves out what is secret.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PulseJob")
            .field("build_machine", &self.build_machine)
            .field("build_system", &self.build_system)
            .field("coalesced", &self.coalesced)
            .field("display", &self.display)
            .field("extra", &taskcluster_core::json::shown(&self.extra))
            .field("is_retried", &self.is_retried)
            .field("job_info", &self.job_info)
            .field("job_kind", &self.job_kind)
            .field("labels", &self.labels)
            .field("logs", &self.logs)
            .field("origin", &self.origin)
            .field("owner", &self.owner)
            .field("product_name", &self.product_name)
            .field("reason", &self.reason)
            .field("result", &self.result)
            .field("retry_id", &self.retry_id)
            .field("run_machine", &self.run_machine)
            .field("state", &self.state)
            .field("task_id", &self.task_id)
            .field("tier", &self.tier)
            .field("time_completed", &self.time_completed)
            .field("time_scheduled", &self.time_scheduled)
            .field("time_started", &self.time_started)
            .field("version", &self.version)
            .finish()
    }
}

/// The machine that something runs on or is made for.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Machine {
    /// The processor architecture, such as `x86_64`. A `-` if it was not given.
    ///
    /// Length: 1 to 25.
    pub architecture: String,
    /// The name of the machine, such as a host name or the id of the worker.
    ///
    /// Length: 1 to 50.
    pub name: Option<String>,
    /// The operating system, such as `linux`. A `-` if it was not given.
    ///
    /// Length: 1 to 25.
    pub os: String,
    /// The platform under which Treeherder groups the job, such as `linux64`.
    ///
    /// Length: 1 to 100.
    pub platform: String,
}

taskcluster_core::members! {
    Machine {
        0 architecture = "architecture": required,
        1 name = "name": optional,
        2 os = "os": required,
        3 platform = "platform": required,
    }
}

/// What a [`Machine`] must have.
pub struct MachineRequired {
    /// See [`Machine::platform`].
    pub platform: String,
    /// See [`Machine::os`].
    pub os: String,
    /// See [`Machine::architecture`].
    pub architecture: String,
}

impl Machine {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: MachineRequired) -> Self {
        Self {
            architecture: required.architecture,
            name: None,
            os: required.os,
            platform: required.platform,
        }
    }
}

/// How Treeherder shows the job.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct JobDisplay {
    /// How many parts there are of a job that is split up.
    pub chunk_count: Option<u64>,
    /// Which part this is of a job that is split up, counted from 1.
    pub chunk_id: Option<u64>,
    /// The full name of the group.
    ///
    /// Length: 1 to 100.
    pub group_name: Option<String>,
    /// The letters that stand for the group of the job. A `?` means no group.
    ///
    /// Length: 1 to 25.
    pub group_symbol: String,
    /// The full name of the job. From a task, it is the name in the metadata, cut to fit.
    ///
    /// Length: 1 to 100.
    pub job_name: String,
    /// The few letters or digits that stand for the job in the grid. May be empty.
    ///
    /// Length: 0 to 25.
    pub job_symbol: String,
}

taskcluster_core::members! {
    JobDisplay {
        0 chunk_count = "chunkCount": optional,
        1 chunk_id = "chunkId": optional,
        2 group_name = "groupName": optional,
        3 group_symbol = "groupSymbol": required,
        4 job_name = "jobName": required,
        5 job_symbol = "jobSymbol": required,
    }
}

/// What a [`JobDisplay`] must have.
pub struct JobDisplayRequired {
    /// See [`JobDisplay::job_name`].
    pub job_name: String,
    /// See [`JobDisplay::job_symbol`].
    pub job_symbol: String,
    /// See [`JobDisplay::group_symbol`].
    pub group_symbol: String,
}

impl JobDisplay {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: JobDisplayRequired) -> Self {
        Self {
            chunk_count: None,
            chunk_id: None,
            group_name: None,
            group_symbol: required.group_symbol,
            job_name: required.job_name,
            job_symbol: required.job_symbol,
        }
    }
}

/// What Treeherder shows about the job once it is selected.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq, Default)]
#[non_exhaustive]
pub struct JobInfo {
    /// Links to further pages and files, such as the page of the task and its artifacts.
    pub links: Option<Vec<JobLink>>,
    /// What the job does. From a task, the description in its metadata.
    pub summary: Option<String>,
}

taskcluster_core::members! {
    JobInfo {
        0 links = "links": optional,
        1 summary = "summary": optional,
    }
}

impl JobInfo {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }
}

/// A link shown with the job.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct JobLink {
    /// The words before the link that say what it is.
    ///
    /// Length: 1 to 70.
    pub label: String,
    /// The words of the link itself.
    ///
    /// Length: 1 to 125.
    pub link_text: String,
    /// Where the link leads, an absolute URL of at most 512 characters.
    pub url: String,
}

taskcluster_core::members! {
    JobLink {
        0 label = "label": required,
        1 link_text = "linkText": required,
        2 url = "url": required,
    }
}

/// What a [`JobLink`] must have.
pub struct JobLinkRequired {
    /// See [`JobLink::url`].
    pub url: String,
    /// See [`JobLink::link_text`].
    pub link_text: String,
    /// See [`JobLink::label`].
    pub label: String,
}

impl JobLink {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: JobLinkRequired) -> Self {
        Self {
            label: required.label,
            link_text: required.link_text,
            url: required.url,
        }
    }
}

taskcluster_core::string_enum! {
    /// What sort of job it is. The default is `other`.
    ///
    /// Default: `"other"`.
    ///
    /// Until 2019.
    pub enum JobKind {
        /// `build`
        Build = "build",
        /// `test`
        Test = "test",
        /// `other`
        Other = "other",
    }
}

/// A log file of the job.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Log {
    /// Whether there are more errors in the log than the steps list.
    pub errors_truncated: Option<bool>,
    /// The name of the log. Treeherder chooses by it how to parse the log.
    ///
    /// Length: 1 to 50.
    pub name: String,
    /// The steps found in the log, if it was parsed already. Otherwise Treeherder parses it.
    pub steps: Option<Vec<LogStep>>,
    /// Where to get the log, an absolute URL of at most 255 characters.
    ///
    /// Length: 1 to 255.
    pub url: String,
}

taskcluster_core::members! {
    Log {
        0 errors_truncated = "errorsTruncated": optional,
        1 name = "name": required,
        2 steps = "steps": optional,
        3 url = "url": required,
    }
}

/// What a [`Log`] must have.
pub struct LogRequired {
    /// See [`Log::url`].
    pub url: String,
    /// See [`Log::name`].
    pub name: String,
}

impl Log {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: LogRequired) -> Self {
        Self {
            errors_truncated: None,
            name: required.name,
            steps: None,
            url: required.url,
        }
    }
}

/// A part of a log with an outcome of its own.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LogStep {
    /// The lines of the step that tell of errors.
    pub errors: Option<Vec<LogError>>,
    /// The number of the last log line of the step.
    pub line_finished: u64,
    /// The number of the first log line of the step.
    pub line_started: u64,
    /// The name of the step.
    ///
    /// Length: 1 to 255.
    pub name: String,
    /// How the step ended.
    pub result: StepResult,
    /// When the step ended (UTC).
    pub time_finished: OffsetDateTime,
    /// When the step began (UTC).
    pub time_started: OffsetDateTime,
}

taskcluster_core::members! {
    LogStep {
        0 errors = "errors": optional,
        1 line_finished = "lineFinished": required,
        2 line_started = "lineStarted": required,
        3 name = "name": required,
        4 result = "result": required,
        5 time_finished = "timeFinished": date,
        6 time_started = "timeStarted": date,
    }
}

/// What a [`LogStep`] must have.
pub struct LogStepRequired {
    /// See [`LogStep::name`].
    pub name: String,
    /// See [`LogStep::time_started`].
    pub time_started: OffsetDateTime,
    /// See [`LogStep::line_started`].
    pub line_started: u64,
    /// See [`LogStep::line_finished`].
    pub line_finished: u64,
    /// See [`LogStep::time_finished`].
    pub time_finished: OffsetDateTime,
    /// See [`LogStep::result`].
    pub result: StepResult,
}

impl LogStep {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: LogStepRequired) -> Self {
        Self {
            errors: None,
            line_finished: required.line_finished,
            line_started: required.line_started,
            name: required.name,
            result: required.result,
            time_finished: required.time_finished,
            time_started: required.time_started,
        }
    }
}

/// A log line that tells of an error.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq, Default)]
#[non_exhaustive]
pub struct LogError {
    /// The text of the line, at most 255 characters.
    ///
    /// Length: 1 to 255.
    pub line: Option<String>,
    /// The number of the line in the log.
    pub linenumber: Option<u64>,
}

taskcluster_core::members! {
    LogError {
        0 line = "line": optional,
        1 linenumber = "linenumber": optional,
    }
}

impl LogError {
    /// An empty value; nothing in it is required.
    pub fn new() -> Self {
        Self::default()
    }
}

taskcluster_core::string_enum! {
    /// How the step ended.
    ///
    /// Until 2019.
    pub enum StepResult {
        /// `success`
        Success = "success",
        /// `fail`
        Fail = "fail",
        /// `exception`
        Exception = "exception",
        /// `canceled`
        Canceled = "canceled",
        /// `unknown`
        Unknown = "unknown",
    }
}

taskcluster_core::tagged_union! {
    /// The push or pull request the job belongs to. The member `kind` tells the two forms apart.
    ///
    /// Until 2019.
    pub enum Origin by "kind" {
        /// A push to a repository on Mozilla's Mercurial server.
        HgMozillaOrg(MercurialOrigin) = "hg.mozilla.org",
        /// A push or pull request in a repository on GitHub.
        GithubCom(GitHubOrigin) = "github.com",
    }
}

/// A push to a repository on Mozilla's Mercurial server.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MercurialOrigin {
    /// The short name of the repository, such as `mozilla-central`.
    ///
    /// Length: 1 to 50.
    pub project: String,
    /// The number of the push in the push log of the repository.
    pub push_log_id: Option<i64>,
    /// The newest changeset of the push, 40 hexadecimal digits.
    pub revision: String,
}

taskcluster_core::members! {
    MercurialOrigin {
        0 project = "project": required,
        1 push_log_id = "pushLogID": optional,
        2 revision = "revision": required,
    }
}

/// What a [`MercurialOrigin`] must have.
pub struct MercurialOriginRequired {
    /// See [`MercurialOrigin::project`].
    pub project: String,
    /// See [`MercurialOrigin::revision`].
    pub revision: String,
}

impl MercurialOrigin {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: MercurialOriginRequired) -> Self {
        Self {
            project: required.project,
            push_log_id: None,
            revision: required.revision,
        }
    }
}

/// A push or pull request in a repository on GitHub.
///
/// Until 2019.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GitHubOrigin {
    /// The organization or user that owns the repository.
    ///
    /// Length: 1 to 50.
    pub owner: Option<String>,
    /// The name of the repository, without its owner.
    ///
    /// Length: 1 to 50.
    pub project: String,
    /// The number of the pull request. Missing for a push.
    pub pull_request_id: Option<i64>,
    /// The newest commit, 40 hexadecimal digits.
    pub revision: String,
}

taskcluster_core::members! {
    GitHubOrigin {
        0 owner = "owner": optional,
        1 project = "project": required,
        2 pull_request_id = "pullRequestID": optional,
        3 revision = "revision": required,
    }
}

/// What a [`GitHubOrigin`] must have.
pub struct GitHubOriginRequired {
    /// See [`GitHubOrigin::project`].
    pub project: String,
    /// See [`GitHubOrigin::revision`].
    pub revision: String,
}

impl GitHubOrigin {
    /// A value with what is required; the rest is left out until it is set.
    pub fn new(required: GitHubOriginRequired) -> Self {
        Self {
            owner: None,
            project: required.project,
            pull_request_id: None,
            revision: required.revision,
        }
    }
}

taskcluster_core::string_enum! {
    /// How the job ended: `success`, `fail`, `exception` for trouble outside the job, `canceled`,
    /// `superseded` by a newer job, or `unknown` as long as it has not ended.
    ///
    /// Until 2019.
    pub enum JobResult {
        /// `success`
        Success = "success",
        /// `fail`
        Fail = "fail",
        /// `exception`
        Exception = "exception",
        /// `canceled`
        Canceled = "canceled",
        /// `superseded`
        Superseded = "superseded",
        /// `unknown`
        Unknown = "unknown",
    }
}

taskcluster_core::string_enum! {
    /// How far the job is. A run that failed or ended in an exception is `completed` here; see
    /// `result`.
    ///
    /// Until 2019.
    pub enum JobState {
        /// `unscheduled`
        Unscheduled = "unscheduled",
        /// `pending`
        Pending = "pending",
        /// `running`
        Running = "running",
        /// `completed`
        Completed = "completed",
    }
}
