// Written by `cargo xtask generate` from the references of the service `github`. Do not edit.

//! Verb, route, arguments and options of each method.

use taskcluster_core::scopes::StaticExpression;
use taskcluster_core::{Endpoint, Era, Method, Output, Repeat};

pub(super) const PING: Endpoint = Endpoint {
    service: "github",
    version: "v1",
    name: "ping",
    method: Method::Get,
    route: "/ping",
    args: &[],
    query: &[],
    input: false,
    output: Output::Empty,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: None,
    derived: &[],
};

pub(super) const GITHUB_WEB_HOOK_CONSUMER: Endpoint = Endpoint {
    service: "github",
    version: "v1",
    name: "githubWebHookConsumer",
    method: Method::Post,
    route: "/github",
    args: &[],
    query: &[],
    input: false,
    output: Output::Empty,
    repeat: Repeat::Harmful,
    era: Era::Classic,
    scopes: None,
    derived: &[],
};

pub(super) const BUILDS: Endpoint = Endpoint {
    service: "github",
    version: "v1",
    name: "builds",
    method: Method::Get,
    route: "/builds",
    args: &[],
    query: &[
        "continuationToken",
        "limit",
        "organization",
        "repository",
        "sha",
        "pullRequest",
    ],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope("github:list-builds")),
    derived: &[],
};

pub(super) const BADGE: Endpoint = Endpoint {
    service: "github",
    version: "v1",
    name: "badge",
    method: Method::Get,
    route: "/repository/<owner>/<repo>/<branch>/badge.svg",
    args: &["owner", "repo", "branch"],
    query: &[],
    input: false,
    output: Output::Blob,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope(
        "github:get-badge:<owner>:<repo>:<branch>",
    )),
    derived: &[],
};

pub(super) const REPOSITORY: Endpoint = Endpoint {
    service: "github",
    version: "v1",
    name: "repository",
    method: Method::Get,
    route: "/repository/<owner>/<repo>",
    args: &["owner", "repo"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope(
        "github:get-repository:<owner>:<repo>",
    )),
    derived: &[],
};

pub(super) const LATEST: Endpoint = Endpoint {
    service: "github",
    version: "v1",
    name: "latest",
    method: Method::Get,
    route: "/repository/<owner>/<repo>/<branch>/latest",
    args: &["owner", "repo", "branch"],
    query: &[],
    input: false,
    output: Output::Redirect,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope(
        "github:latest-status:<owner>:<repo>:<branch>",
    )),
    derived: &[],
};

pub(super) const CREATE_STATUS: Endpoint = Endpoint {
    service: "github",
    version: "v1",
    name: "createStatus",
    method: Method::Post,
    route: "/repository/<owner>/<repo>/statuses/<sha>",
    args: &["owner", "repo", "sha"],
    query: &[],
    input: true,
    output: Output::Empty,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope(
        "github:create-status:<owner>/<repo>",
    )),
    derived: &[],
};

pub(super) const CREATE_COMMENT: Endpoint = Endpoint {
    service: "github",
    version: "v1",
    name: "createComment",
    method: Method::Post,
    route: "/repository/<owner>/<repo>/issues/<number>/comments",
    args: &["owner", "repo", "number"],
    query: &[],
    input: true,
    output: Output::Empty,
    repeat: Repeat::Harmful,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope(
        "github:create-comment:<owner>/<repo>",
    )),
    derived: &[],
};

pub(super) const LBHEARTBEAT: Endpoint = Endpoint {
    service: "github",
    version: "v1",
    name: "lbheartbeat",
    method: Method::Get,
    route: "/__lbheartbeat__",
    args: &[],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: None,
    derived: &[],
};

pub(super) const VERSION: Endpoint = Endpoint {
    service: "github",
    version: "v1",
    name: "version",
    method: Method::Get,
    route: "/__version__",
    args: &[],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: None,
    derived: &[],
};

pub(super) const CANCEL_BUILDS: Endpoint = Endpoint {
    service: "github",
    version: "v1",
    name: "cancelBuilds",
    method: Method::Post,
    route: "/builds/<owner>/<repo>/cancel",
    args: &["owner", "repo"],
    query: &["sha", "pullRequest"],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope(
        "github:cancel-builds:<owner>:<repo>",
    )),
    derived: &[],
};

pub(super) const RENDER_TASKCLUSTER_YML: Endpoint = Endpoint {
    service: "github",
    version: "v1",
    name: "renderTaskclusterYml",
    method: Method::Post,
    route: "/taskcluster-yml",
    args: &[],
    query: &[],
    input: true,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: None,
    derived: &[],
};

pub(super) const HEARTBEAT: Endpoint = Endpoint {
    service: "github",
    version: "v1",
    name: "heartbeat",
    method: Method::Get,
    route: "/__heartbeat__",
    args: &[],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: None,
    derived: &[],
};

/// All methods of the service, as data.
pub static ENDPOINTS: &[Endpoint] = &[
    PING,
    GITHUB_WEB_HOOK_CONSUMER,
    BUILDS,
    BADGE,
    REPOSITORY,
    LATEST,
    CREATE_STATUS,
    CREATE_COMMENT,
    LBHEARTBEAT,
    VERSION,
    CANCEL_BUILDS,
    RENDER_TASKCLUSTER_YML,
    HEARTBEAT,
];
