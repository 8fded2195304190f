// Written by `cargo xtask generate` from the references of the service `github`. Do not edit.

//! Verb, route, arguments and options of each method.

use taskcluster_core::scopes::StaticExpression;
use taskcluster_core::{Endpoint, Method, Output, Repeat};

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
    ],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    scopes: None,
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
    scopes: None,
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
    scopes: None,
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
    scopes: None,
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
    scopes: Some(StaticExpression::Scope(
        "github:create-comment:<owner>/<repo>",
    )),
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
];
