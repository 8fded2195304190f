// Written by `cargo xtask generate` from the references of the service `auth`. Do not edit.

//! Verb, route, arguments and options of each method.

use taskcluster_core::scopes::StaticExpression;
use taskcluster_core::{Derived, Endpoint, Era, Method, Output, Repeat};

pub(super) const PING: Endpoint = Endpoint {
    service: "auth",
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

pub(super) const LIST_CLIENTS: Endpoint = Endpoint {
    service: "auth",
    version: "v1",
    name: "listClients",
    method: Method::Get,
    route: "/clients/",
    args: &[],
    query: &["prefix", "continuationToken", "limit"],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope("auth:list-clients")),
    derived: &[],
};

pub(super) const CLIENT: Endpoint = Endpoint {
    service: "auth",
    version: "v1",
    name: "client",
    method: Method::Get,
    route: "/clients/<clientId>",
    args: &["clientId"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope("auth:get-client:<clientId>")),
    derived: &[],
};

pub(super) const CREATE_CLIENT: Endpoint = Endpoint {
    service: "auth",
    version: "v1",
    name: "createClient",
    method: Method::Put,
    route: "/clients/<clientId>",
    args: &["clientId"],
    query: &[],
    input: true,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::AllOf(&[
        StaticExpression::Scope("auth:create-client:<clientId>"),
        StaticExpression::Each {
            name: "scope",
            list: "scopes",
            scope: "<scope>",
        },
    ])),
    derived: &[("scopes", Derived::NoItems)],
};

pub(super) const RESET_ACCESS_TOKEN: Endpoint = Endpoint {
    service: "auth",
    version: "v1",
    name: "resetAccessToken",
    method: Method::Post,
    route: "/clients/<clientId>/reset",
    args: &["clientId"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmful,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope(
        "auth:reset-access-token:<clientId>",
    )),
    derived: &[],
};

pub(super) const UPDATE_CLIENT: Endpoint = Endpoint {
    service: "auth",
    version: "v1",
    name: "updateClient",
    method: Method::Post,
    route: "/clients/<clientId>",
    args: &["clientId"],
    query: &[],
    input: true,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::AllOf(&[
        StaticExpression::Scope("auth:update-client:<clientId>"),
        StaticExpression::Each {
            name: "scope",
            list: "scopesAdded",
            scope: "<scope>",
        },
    ])),
    derived: &[],
};

pub(super) const ENABLE_CLIENT: Endpoint = Endpoint {
    service: "auth",
    version: "v1",
    name: "enableClient",
    method: Method::Post,
    route: "/clients/<clientId>/enable",
    args: &["clientId"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope("auth:enable-client:<clientId>")),
    derived: &[],
};

pub(super) const DISABLE_CLIENT: Endpoint = Endpoint {
    service: "auth",
    version: "v1",
    name: "disableClient",
    method: Method::Post,
    route: "/clients/<clientId>/disable",
    args: &["clientId"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope("auth:disable-client:<clientId>")),
    derived: &[],
};

pub(super) const DELETE_CLIENT: Endpoint = Endpoint {
    service: "auth",
    version: "v1",
    name: "deleteClient",
    method: Method::Delete,
    route: "/clients/<clientId>",
    args: &["clientId"],
    query: &[],
    input: false,
    output: Output::Empty,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope("auth:delete-client:<clientId>")),
    derived: &[],
};

pub(super) const LIST_ROLES: Endpoint = Endpoint {
    service: "auth",
    version: "v1",
    name: "listRoles",
    method: Method::Get,
    route: "/roles/",
    args: &[],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope("auth:list-roles")),
    derived: &[],
};

pub(super) const ROLE: Endpoint = Endpoint {
    service: "auth",
    version: "v1",
    name: "role",
    method: Method::Get,
    route: "/roles/<roleId>",
    args: &["roleId"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope("auth:get-role:<roleId>")),
    derived: &[],
};

pub(super) const CREATE_ROLE: Endpoint = Endpoint {
    service: "auth",
    version: "v1",
    name: "createRole",
    method: Method::Put,
    route: "/roles/<roleId>",
    args: &["roleId"],
    query: &[],
    input: true,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::AllOf(&[
        StaticExpression::Scope("auth:create-role:<roleId>"),
        StaticExpression::Each {
            name: "scope",
            list: "scopes",
            scope: "<scope>",
        },
    ])),
    derived: &[("scopes", Derived::NoItems)],
};

pub(super) const UPDATE_ROLE: Endpoint = Endpoint {
    service: "auth",
    version: "v1",
    name: "updateRole",
    method: Method::Post,
    route: "/roles/<roleId>",
    args: &["roleId"],
    query: &[],
    input: true,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::AllOf(&[
        StaticExpression::Scope("auth:update-role:<roleId>"),
        StaticExpression::Each {
            name: "scope",
            list: "scopesAdded",
            scope: "<scope>",
        },
    ])),
    derived: &[],
};

pub(super) const DELETE_ROLE: Endpoint = Endpoint {
    service: "auth",
    version: "v1",
    name: "deleteRole",
    method: Method::Delete,
    route: "/roles/<roleId>",
    args: &["roleId"],
    query: &[],
    input: false,
    output: Output::Empty,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope("auth:delete-role:<roleId>")),
    derived: &[],
};

pub(super) const EXPAND_SCOPES_GET: Endpoint = Endpoint {
    service: "auth",
    version: "v1",
    name: "expandScopesGet",
    method: Method::Get,
    route: "/scopes/expand",
    args: &[],
    query: &[],
    input: true,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: None,
    derived: &[],
};

pub(super) const EXPAND_SCOPES: Endpoint = Endpoint {
    service: "auth",
    version: "v1",
    name: "expandScopes",
    method: Method::Post,
    route: "/scopes/expand",
    args: &[],
    query: &[],
    input: true,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope("auth:expand-scopes")),
    derived: &[],
};

pub(super) const CURRENT_SCOPES: Endpoint = Endpoint {
    service: "auth",
    version: "v1",
    name: "currentScopes",
    method: Method::Get,
    route: "/scopes/current",
    args: &[],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope("auth:current-scopes")),
    derived: &[],
};

pub(super) const AWS_S3_CREDENTIALS: Endpoint = Endpoint {
    service: "auth",
    version: "v1",
    name: "awsS3Credentials",
    method: Method::Get,
    route: "/aws/s3/<level>/<bucket>/<prefix>",
    args: &["level", "bucket", "prefix"],
    query: &["format"],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::If {
        condition: "levelIsReadOnly",
        then: &StaticExpression::AnyOf(&[
            StaticExpression::Scope("auth:aws-s3:read-only:<bucket>/<prefix>"),
            StaticExpression::Scope("auth:aws-s3:read-write:<bucket>/<prefix>"),
        ]),
        otherwise: Some(&StaticExpression::Scope(
            "auth:aws-s3:read-write:<bucket>/<prefix>",
        )),
    }),
    derived: &[("levelIsReadOnly", Derived::IsOneOf("level", &["read-only"]))],
};

pub(super) const AZURE_ACCOUNTS: Endpoint = Endpoint {
    service: "auth",
    version: "v1",
    name: "azureAccounts",
    method: Method::Get,
    route: "/azure/accounts",
    args: &[],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope("auth:azure-table:list-accounts")),
    derived: &[],
};

pub(super) const AZURE_TABLES: Endpoint = Endpoint {
    service: "auth",
    version: "v1",
    name: "azureTables",
    method: Method::Get,
    route: "/azure/<account>/tables",
    args: &["account"],
    query: &["continuationToken"],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope(
        "auth:azure-table:list-tables:<account>",
    )),
    derived: &[],
};

pub(super) const AZURE_TABLE_SAS: Endpoint = Endpoint {
    service: "auth",
    version: "v1",
    name: "azureTableSAS",
    method: Method::Get,
    route: "/azure/<account>/table/<table>/<level>",
    args: &["account", "table", "level"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::If {
        condition: "levelIsReadOnly",
        then: &StaticExpression::AnyOf(&[
            StaticExpression::Scope("auth:azure-table:read-only:<account>/<table>"),
            StaticExpression::Scope("auth:azure-table:read-write:<account>/<table>"),
        ]),
        otherwise: Some(&StaticExpression::Scope(
            "auth:azure-table:read-write:<account>/<table>",
        )),
    }),
    derived: &[("levelIsReadOnly", Derived::IsOneOf("level", &["read-only"]))],
};

pub(super) const AZURE_CONTAINERS: Endpoint = Endpoint {
    service: "auth",
    version: "v1",
    name: "azureContainers",
    method: Method::Get,
    route: "/azure/<account>/containers",
    args: &["account"],
    query: &["continuationToken"],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope(
        "auth:azure-container:list-containers:<account>",
    )),
    derived: &[],
};

pub(super) const AZURE_CONTAINER_SAS: Endpoint = Endpoint {
    service: "auth",
    version: "v1",
    name: "azureContainerSAS",
    method: Method::Get,
    route: "/azure/<account>/containers/<container>/<level>",
    args: &["account", "container", "level"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::If {
        condition: "levelIsReadOnly",
        then: &StaticExpression::AnyOf(&[
            StaticExpression::Scope("auth:azure-container:read-only:<account>/<container>"),
            StaticExpression::Scope("auth:azure-container:read-write:<account>/<container>"),
        ]),
        otherwise: Some(&StaticExpression::Scope(
            "auth:azure-container:read-write:<account>/<container>",
        )),
    }),
    derived: &[("levelIsReadOnly", Derived::IsOneOf("level", &["read-only"]))],
};

pub(super) const SENTRY_DSN: Endpoint = Endpoint {
    service: "auth",
    version: "v1",
    name: "sentryDSN",
    method: Method::Get,
    route: "/sentry/<project>/dsn",
    args: &["project"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: Some(StaticExpression::Scope("auth:sentry:<project>")),
    derived: &[],
};

pub(super) const STATSUM_TOKEN: Endpoint = Endpoint {
    service: "auth",
    version: "v1",
    name: "statsumToken",
    method: Method::Get,
    route: "/statsum/<project>/token",
    args: &["project"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: Some(StaticExpression::Scope("auth:statsum:<project>")),
    derived: &[],
};

pub(super) const WEBHOOKTUNNEL_TOKEN: Endpoint = Endpoint {
    service: "auth",
    version: "v1",
    name: "webhooktunnelToken",
    method: Method::Get,
    route: "/webhooktunnel",
    args: &[],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Classic,
    scopes: Some(StaticExpression::Scope("auth:webhooktunnel")),
    derived: &[],
};

pub(super) const AUTHENTICATE_HAWK: Endpoint = Endpoint {
    service: "auth",
    version: "v1",
    name: "authenticateHawk",
    method: Method::Post,
    route: "/authenticate-hawk",
    args: &[],
    query: &[],
    input: true,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: None,
    derived: &[],
};

pub(super) const TEST_AUTHENTICATE: Endpoint = Endpoint {
    service: "auth",
    version: "v1",
    name: "testAuthenticate",
    method: Method::Post,
    route: "/test-authenticate",
    args: &[],
    query: &[],
    input: true,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: None,
    derived: &[],
};

pub(super) const TEST_AUTHENTICATE_GET: Endpoint = Endpoint {
    service: "auth",
    version: "v1",
    name: "testAuthenticateGet",
    method: Method::Get,
    route: "/test-authenticate-get/",
    args: &[],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Both,
    scopes: None,
    derived: &[],
};

pub(super) const LBHEARTBEAT: Endpoint = Endpoint {
    service: "auth",
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
    service: "auth",
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

pub(super) const GET_ENTITY_HISTORY: Endpoint = Endpoint {
    service: "auth",
    version: "v1",
    name: "getEntityHistory",
    method: Method::Get,
    route: "/audit/<entityType>/<entityId>",
    args: &["entityType", "entityId"],
    query: &["continuationToken", "limit"],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope("auth:audit-history:<entityType>")),
    derived: &[],
};

pub(super) const LIST_AUDIT_HISTORY: Endpoint = Endpoint {
    service: "auth",
    version: "v1",
    name: "listAuditHistory",
    method: Method::Get,
    route: "/clients/<clientId>/audit",
    args: &["clientId"],
    query: &["continuationToken", "limit"],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope(
        "auth:client-audit-history:<clientId>",
    )),
    derived: &[],
};

pub(super) const LIST_ROLES2: Endpoint = Endpoint {
    service: "auth",
    version: "v1",
    name: "listRoles2",
    method: Method::Get,
    route: "/roles2/",
    args: &[],
    query: &["continuationToken", "limit"],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope("auth:list-roles")),
    derived: &[],
};

pub(super) const LIST_ROLE_IDS: Endpoint = Endpoint {
    service: "auth",
    version: "v1",
    name: "listRoleIds",
    method: Method::Get,
    route: "/roleids/",
    args: &[],
    query: &["continuationToken", "limit"],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope("auth:list-roles")),
    derived: &[],
};

pub(super) const WEBSOCKTUNNEL_TOKEN: Endpoint = Endpoint {
    service: "auth",
    version: "v1",
    name: "websocktunnelToken",
    method: Method::Get,
    route: "/websocktunnel/<wstAudience>/<wstClient>",
    args: &["wstAudience", "wstClient"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope(
        "auth:websocktunnel-token:<wstAudience>/<wstClient>",
    )),
    derived: &[],
};

pub(super) const GCP_CREDENTIALS: Endpoint = Endpoint {
    service: "auth",
    version: "v1",
    name: "gcpCredentials",
    method: Method::Get,
    route: "/gcp/credentials/<projectId>/<serviceAccount>",
    args: &["projectId", "serviceAccount"],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::Scope(
        "auth:gcp:access-token:<projectId>/<serviceAccount>",
    )),
    derived: &[],
};

pub(super) const LIST_GITHUB_APPS: Endpoint = Endpoint {
    service: "auth",
    version: "v1",
    name: "listGithubApps",
    method: Method::Get,
    route: "/github/apps",
    args: &[],
    query: &[],
    input: false,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: None,
    derived: &[],
};

pub(super) const GITHUB_REPO_TOKEN: Endpoint = Endpoint {
    service: "auth",
    version: "v1",
    name: "githubRepoToken",
    method: Method::Post,
    route: "/github/<appName>/<owner>/repo-token",
    args: &["appName", "owner"],
    query: &[],
    input: true,
    output: Output::Json,
    repeat: Repeat::Harmless,
    era: Era::Today,
    scopes: Some(StaticExpression::AllOf(&[StaticExpression::Each {
        name: "repoPerm",
        list: "repoPerms",
        scope: "auth:github-repo-token:<appName>/<owner>/<repoPerm>",
    }])),
    derived: &[],
};

pub(super) const HEARTBEAT: Endpoint = Endpoint {
    service: "auth",
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
    LIST_CLIENTS,
    CLIENT,
    CREATE_CLIENT,
    RESET_ACCESS_TOKEN,
    UPDATE_CLIENT,
    ENABLE_CLIENT,
    DISABLE_CLIENT,
    DELETE_CLIENT,
    LIST_ROLES,
    ROLE,
    CREATE_ROLE,
    UPDATE_ROLE,
    DELETE_ROLE,
    EXPAND_SCOPES_GET,
    EXPAND_SCOPES,
    CURRENT_SCOPES,
    AWS_S3_CREDENTIALS,
    AZURE_ACCOUNTS,
    AZURE_TABLES,
    AZURE_TABLE_SAS,
    AZURE_CONTAINERS,
    AZURE_CONTAINER_SAS,
    SENTRY_DSN,
    STATSUM_TOKEN,
    WEBHOOKTUNNEL_TOKEN,
    AUTHENTICATE_HAWK,
    TEST_AUTHENTICATE,
    TEST_AUTHENTICATE_GET,
    LBHEARTBEAT,
    VERSION,
    GET_ENTITY_HISTORY,
    LIST_AUDIT_HISTORY,
    LIST_ROLES2,
    LIST_ROLE_IDS,
    WEBSOCKTUNNEL_TOKEN,
    GCP_CREDENTIALS,
    LIST_GITHUB_APPS,
    GITHUB_REPO_TOKEN,
    HEARTBEAT,
];
