//! What arguments and members look like, for examples: references do not say it.

/// What a text looks like, by its name; where a service is named, that of an argument of its methods.
const TEXTS: &[(&str, &str, &str)] = &[
    ("github", "owner", "example"),
    ("auth", "owner", "example"),
    ("index", "namespace", "project.app"),
    ("object", "name", "builds/app.zip"),
    ("pulse", "namespace", "app"),
    ("queue", "name", "public/log.txt"),
    ("index", "name", "public/log.txt"),
    ("secrets", "name", "project/app/token"),
    ("", "account", "appstorage"),
    ("", "address", "me@example.com"),
    ("", "appName", "app"),
    ("", "artifact", "public/log.txt"),
    ("", "availabilityZone", "us-west-2a"),
    ("", "body", "It works."),
    ("", "branch", "main"),
    ("", "bucket", "app-builds"),
    ("", "cacheName", "checkouts"),
    ("", "channel", "#app"),
    ("", "channelId", "C0123456789"),
    ("", "clientId", "project/app/ci"),
    ("", "container", "builds"),
    ("", "content", "It works."),
    ("", "contentSha256", DIGEST),
    ("", "contentType", "text/plain"),
    ("", "description", "Runs the tests"),
    ("", "entityId", "project/app/ci"),
    ("", "entityType", "client"),
    ("", "etags", "9a0364b9e99bb480dd25e1f0284c8555"),
    (
        "",
        "exchange",
        "exchange/taskcluster-queue/v1/task-completed",
    ),
    ("", "hookGroupId", "project-app"),
    ("", "hookId", "nightly"),
    ("", "host", "tc.example.com"),
    ("", "href", "https://example.com/"),
    ("", "ImageId", "ami-0123456789abcdef0"),
    ("", "imageId", "ami-0123456789abcdef0"),
    ("", "indexPath", "project.app.latest"),
    ("", "instanceId", "i-0123456789abcdef0"),
    ("", "instanceType", "m5.large"),
    ("", "kind", "boot-error"),
    ("", "level", "read-only"),
    ("", "message", "It works."),
    ("", "name", "app"),
    ("", "notificationAddress", "me@example.com"),
    ("", "number", "1"),
    ("", "objectData", "aGVsbG8="),
    ("", "owner", "me@example.com"),
    ("", "prefix", "nightly/"),
    ("", "project", "app"),
    ("", "projectId", "app"),
    ("", "provider", "github"),
    ("", "providerId", "static"),
    ("", "provisionerId", "proj-app"),
    ("", "region", "us-west-2"),
    ("", "repo", "app"),
    ("", "repositories", "app"),
    ("", "resource", "/api/queue/v1/task/fN1SbArXTPSVFNUvaOlinQ"),
    ("", "roleId", "hook-id:project-app/nightly"),
    ("", "roomId", "!app:example.com"),
    ("", "routingKey", "project.app"),
    ("", "routingKeyPattern", "#"),
    ("", "scopes", "queue:get-artifact:project/app/*"),
    ("", "serviceAccount", "app@builds.iam.gserviceaccount.com"),
    ("", "sha", "2fd4e1c67a2d28fced849ee1bb76e7391b93eb12"),
    ("", "source", "https://example.com/"),
    ("", "subject", "The nightly build"),
    ("", "table", "builds"),
    ("", "taskGroupId", SLUGID),
    ("", "taskId", SLUGID),
    ("", "taskIds", SLUGID),
    ("", "taskQueueId", "proj-app/linux"),
    ("", "taskQueueIds", "proj-app/linux"),
    ("", "text", "It works."),
    ("", "title", "A worker did not start"),
    ("", "uploadId", "Fj_A0YlXTXKQbRvr2eGqTQ"),
    ("", "url", "https://example.com/log.txt"),
    ("", "user", "me"),
    ("", "workerGroup", "us-west-2"),
    ("", "workerId", "i-0123456789abcdef0"),
    ("", "workerPoolId", "proj-app/linux"),
    ("", "workerType", "linux"),
    ("", "wstAudience", "logs"),
    ("", "wstClient", "worker-1"),
];

const SLUGID: &str = "fN1SbArXTPSVFNUvaOlinQ";
const DIGEST: &str = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

/// A text for an argument of a service's method.
pub fn argument<'n>(service: &str, name: &'n str) -> &'n str {
    find(service, name).unwrap_or_else(|| member(name))
}

/// A text for a member: one of the table, or its own name where that is a plain word.
pub fn member(name: &str) -> &str {
    let is_plain = name.bytes().all(|b| b.is_ascii_alphanumeric());
    find("", name).unwrap_or(if is_plain { name } else { "text" })
}

fn find(service: &str, name: &str) -> Option<&'static str> {
    let mut rows = TEXTS.iter().filter(|row| row.0 == service);
    rows.find(|row| row.1 == name).map(|row| row.2)
}

/// A member of an object of which no schema says anything: Rust's expressions for name and value.
pub fn inside(name: &str) -> &'static str {
    match name {
        "payload" => "(\"maxRunTime\", 600)",
        "secret" => "(\"token\", \"a-secret\")",
        "task" => "(\"taskQueueId\", \"proj-app/linux\")",
        _ => "(\"key\", \"value\")",
    }
}

/// A number for a member.
pub fn number(name: &str) -> &'static str {
    match name {
        "contentLength" => "5",
        "port" => "443",
        _ => "1",
    }
}
