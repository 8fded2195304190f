// Written by `cargo xtask generate` from the references of the service `object`. Do not edit.

//! Verb, route, arguments and options of each method.

use taskcluster_core::scopes::StaticExpression;
use taskcluster_core::{Endpoint, Era, Method, Output, Repeat};

pub(super) const PING: Endpoint = Endpoint {
    service: "object",
    version: "v1",
    name: "ping",
    method: Method::Get,
    route: "/ping",
    args: &[],
    query: &[],
    input: false,
    output: Output::Empty,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: None,
    derived: &[],
};

pub(super) const LBHEARTBEAT: Endpoint = Endpoint {
    service: "object",
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
    service: "object",
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

pub(super) const CREATE_UPLOAD: Endpoint = Endpoint {
    service: "object",
    version: "v1",
    name: "createUpload",
    method: Method::Put,
    route: "/upload/<name>",
    args: &["name"],
    query: &[],
    input: true,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope("object:upload:<projectId>:<name>")),
    derived: &[],
};

pub(super) const FINISH_UPLOAD: Endpoint = Endpoint {
    service: "object",
    version: "v1",
    name: "finishUpload",
    method: Method::Post,
    route: "/finish-upload/<name>",
    args: &["name"],
    query: &[],
    input: true,
    output: Output::Empty,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope("object:upload:<projectId>:<name>")),
    derived: &[],
};

pub(super) const START_DOWNLOAD: Endpoint = Endpoint {
    service: "object",
    version: "v1",
    name: "startDownload",
    method: Method::Put,
    route: "/start-download/<name>",
    args: &["name"],
    query: &[],
    input: true,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope("object:download:<name>")),
    derived: &[],
};

pub(super) const OBJECT: Endpoint = Endpoint {
    service: "object",
    version: "v1",
    name: "object",
    method: Method::Get,
    route: "/metadata/<name>",
    args: &["name"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope("object:download:<name>")),
    derived: &[],
};

pub(super) const DOWNLOAD: Endpoint = Endpoint {
    service: "object",
    version: "v1",
    name: "download",
    method: Method::Get,
    route: "/download/<name>",
    args: &["name"],
    query: &[],
    input: false,
    output: Output::Redirect,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope("object:download:<name>")),
    derived: &[],
};

pub(super) const HEARTBEAT: Endpoint = Endpoint {
    service: "object",
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
    LBHEARTBEAT,
    VERSION,
    CREATE_UPLOAD,
    FINISH_UPLOAD,
    START_DOWNLOAD,
    OBJECT,
    DOWNLOAD,
    HEARTBEAT,
];
