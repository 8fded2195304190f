// Written by `cargo xtask generate` from the references of the service `hooks`. Do not edit.

//! Verb, route, arguments and options of each method.

use taskcluster_core::scopes::StaticExpression;
use taskcluster_core::{Endpoint, Era, Method, Output, Repeat};

pub(super) const PING: Endpoint = Endpoint {
    service: "hooks",
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

pub(super) const LIST_HOOK_GROUPS: Endpoint = Endpoint {
    service: "hooks",
    version: "v1",
    name: "listHookGroups",
    method: Method::Get,
    route: "/hooks",
    args: &[],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope("hooks:list-hooks:")),
    derived: &[],
};

pub(super) const LIST_HOOKS: Endpoint = Endpoint {
    service: "hooks",
    version: "v1",
    name: "listHooks",
    method: Method::Get,
    route: "/hooks/<hookGroupId>",
    args: &["hookGroupId"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope("hooks:list-hooks:<hookGroupId>")),
    derived: &[],
};

pub(super) const HOOK: Endpoint = Endpoint {
    service: "hooks",
    version: "v1",
    name: "hook",
    method: Method::Get,
    route: "/hooks/<hookGroupId>/<hookId>",
    args: &["hookGroupId", "hookId"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope("hooks:get:<hookGroupId>:<hookId>")),
    derived: &[],
};

pub(super) const GET_HOOK_STATUS: Endpoint = Endpoint {
    service: "hooks",
    version: "v1",
    name: "getHookStatus",
    method: Method::Get,
    route: "/hooks/<hookGroupId>/<hookId>/status",
    args: &["hookGroupId", "hookId"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope(
        "hooks:status:<hookGroupId>/<hookId>",
    )),
    derived: &[],
};

pub(super) const CREATE_HOOK: Endpoint = Endpoint {
    service: "hooks",
    version: "v1",
    name: "createHook",
    method: Method::Put,
    route: "/hooks/<hookGroupId>/<hookId>",
    args: &["hookGroupId", "hookId"],
    query: &[],
    input: true,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::AllOf(&[
        StaticExpression::Scope("hooks:modify-hook:<hookGroupId>/<hookId>"),
        StaticExpression::Scope("assume:hook-id:<hookGroupId>/<hookId>"),
    ])),
    derived: &[],
};

pub(super) const UPDATE_HOOK: Endpoint = Endpoint {
    service: "hooks",
    version: "v1",
    name: "updateHook",
    method: Method::Post,
    route: "/hooks/<hookGroupId>/<hookId>",
    args: &["hookGroupId", "hookId"],
    query: &[],
    input: true,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::AllOf(&[
        StaticExpression::Scope("hooks:modify-hook:<hookGroupId>/<hookId>"),
        StaticExpression::Scope("assume:hook-id:<hookGroupId>/<hookId>"),
    ])),
    derived: &[],
};

pub(super) const REMOVE_HOOK: Endpoint = Endpoint {
    service: "hooks",
    version: "v1",
    name: "removeHook",
    method: Method::Delete,
    route: "/hooks/<hookGroupId>/<hookId>",
    args: &["hookGroupId", "hookId"],
    query: &[],
    input: false,
    output: Output::Empty,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope(
        "hooks:modify-hook:<hookGroupId>/<hookId>",
    )),
    derived: &[],
};

pub(super) const TRIGGER_HOOK: Endpoint = Endpoint {
    service: "hooks",
    version: "v1",
    name: "triggerHook",
    method: Method::Post,
    route: "/hooks/<hookGroupId>/<hookId>/trigger",
    args: &["hookGroupId", "hookId"],
    query: &[],
    input: true,
    output: Output::Json,
    repeat: Repeat::Harmful,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope(
        "hooks:trigger-hook:<hookGroupId>/<hookId>",
    )),
    derived: &[],
};

pub(super) const GET_TRIGGER_TOKEN: Endpoint = Endpoint {
    service: "hooks",
    version: "v1",
    name: "getTriggerToken",
    method: Method::Get,
    route: "/hooks/<hookGroupId>/<hookId>/token",
    args: &["hookGroupId", "hookId"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope(
        "hooks:get-trigger-token:<hookGroupId>/<hookId>",
    )),
    derived: &[],
};

pub(super) const RESET_TRIGGER_TOKEN: Endpoint = Endpoint {
    service: "hooks",
    version: "v1",
    name: "resetTriggerToken",
    method: Method::Post,
    route: "/hooks/<hookGroupId>/<hookId>/token",
    args: &["hookGroupId", "hookId"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmful,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope(
        "hooks:reset-trigger-token:<hookGroupId>/<hookId>",
    )),
    derived: &[],
};

pub(super) const TRIGGER_HOOK_WITH_TOKEN: Endpoint = Endpoint {
    service: "hooks",
    version: "v1",
    name: "triggerHookWithToken",
    method: Method::Post,
    route: "/hooks/<hookGroupId>/<hookId>/trigger/<token>",
    args: &["hookGroupId", "hookId", "token"],
    query: &[],
    input: true,
    output: Output::Json,
    repeat: Repeat::Harmful,
    era: Era::Both,
    scopes: None,
    derived: &[],
};

pub(super) const LBHEARTBEAT: Endpoint = Endpoint {
    service: "hooks",
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
    service: "hooks",
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

pub(super) const LIST_LAST_FIRES: Endpoint = Endpoint {
    service: "hooks",
    version: "v1",
    name: "listLastFires",
    method: Method::Get,
    route: "/hooks/<hookGroupId>/<hookId>/last-fires",
    args: &["hookGroupId", "hookId"],
    query: &["continuationToken", "limit"],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope(
        "hooks:list-last-fires:<hookGroupId>/<hookId>",
    )),
    derived: &[],
};

pub(super) const HEARTBEAT: Endpoint = Endpoint {
    service: "hooks",
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
    LIST_HOOK_GROUPS,
    LIST_HOOKS,
    HOOK,
    GET_HOOK_STATUS,
    CREATE_HOOK,
    UPDATE_HOOK,
    REMOVE_HOOK,
    TRIGGER_HOOK,
    GET_TRIGGER_TOKEN,
    RESET_TRIGGER_TOKEN,
    TRIGGER_HOOK_WITH_TOKEN,
    LBHEARTBEAT,
    VERSION,
    LIST_LAST_FIRES,
    HEARTBEAT,
];
