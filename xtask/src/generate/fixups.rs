//! What references do not say, or say wrong: one named rule per defect, with its reason.
//!
//! A rule that names a method says so by service and name, and [`stale`] fails the generation of
//! this project's own references once the method is gone, so that no rule outlives its defect.

pub mod extras;
pub mod merging;
pub mod samples;
pub mod sent_back;

use taskcluster_core::{Derived, json};

use super::model::{Output, Scalar, Type};

/// A rule about the answer of one method.
struct Answer {
    service: &'static str,
    method: &'static str,
    output: Output,
}

/// References have no word for an answer by redirect: these say that they answer nothing (and
/// today's `getArtifact` that it answers JSON with status 200), while the thing asked for is behind
/// the `Location` of a 3xx.
const REDIRECTS: [(&str, &str); 5] = [
    ("object", "download"),
    ("queue", "getArtifact"),
    ("queue", "getLatestArtifact"),
    ("index", "findArtifactFromTask"),
    ("github", "latest"),
];

/// References have no word for an answer that is not JSON.
const BLOBS: [(&str, &str); 1] = [("github", "badge")];

/// These answer JSON for people to look at, without a schema; the references say that they answer
/// nothing.
const UNTYPED: [(&str, &str); 10] = [
    ("aws-provisioner", "state"),
    ("ec2-manager", "allState"),
    ("ec2-manager", "amiUsage"),
    ("ec2-manager", "dbpoolStats"),
    ("ec2-manager", "ebsUsage"),
    ("ec2-manager", "regions"),
    ("ec2-manager", "sqsStats"),
    ("ec2-manager", "terminateInstance"),
    ("web-server", "taskGroupProfile"),
    ("web-server", "taskProfile"),
];

/// Every service of today answers these alike; the references say that they answer nothing.
const OPERATIONAL: [(&str, &str); 3] = [
    ("heartbeat", "Heartbeat"),
    ("lbheartbeat", "Heartbeat"),
    ("version", "Version"),
];

fn answers() -> impl Iterator<Item = Answer> {
    let rule = |output: Output| {
        move |&(service, method): &(&'static str, &'static str)| Answer {
            service,
            method,
            output: output.clone(),
        }
    };
    let redirects = REDIRECTS.iter().map(rule(Output::Redirect));
    let blobs = BLOBS.iter().map(rule(Output::Blob));
    redirects
        .chain(blobs)
        .chain(UNTYPED.iter().map(rule(Output::Json(Type::Any))))
}

/// What a method really answers, where its reference does not say it.
pub fn output(service: &str, method: &str) -> Option<Output> {
    let mut operational = OPERATIONAL.iter().filter(|rule| rule.0 == method);
    answers()
        .find(|rule| rule.service == service && rule.method == method)
        .map(|rule| rule.output)
        .or_else(|| Some(Output::Json(Type::Core(operational.next()?.1))))
}

/// The rules of a service that name a method which it does not have.
pub fn stale(service: &str, methods: &[&str]) -> Vec<&'static str> {
    let gone = |rule: &Answer| rule.service == service && !methods.contains(&rule.method);
    answers().filter(gone).map(|rule| rule.method).collect()
}

/// References do not say what comes of a call that is made once more although it was carried out. Of
/// these, something is done twice, or what the first answer gave is lost. All others were gone through:
/// they put things into a state, read, or are refused the second time with nothing changed.
const HARMFUL: [(&str, &str); 15] = [
    ("auth", "resetAccessToken"),
    ("ec2-manager", "runInstance"),
    ("ec2-manager", "terminateInstance"),
    ("github", "createComment"),
    ("github", "githubWebHookConsumer"),
    ("hooks", "resetTriggerToken"),
    ("hooks", "triggerHook"),
    ("hooks", "triggerHookWithToken"),
    ("notify", "email"),
    ("notify", "irc"),
    ("notify", "matrix"),
    ("notify", "pulse"),
    ("notify", "slack"),
    ("queue", "claimWork"),
    ("worker-manager", "reportWorkerError"),
];

/// Whether it does harm to make a call of a method once more that was carried out.
pub fn is_harmful(service: &str, method: &str) -> bool {
    HARMFUL.contains(&(service, method))
}

/// Members that the schemas of 2018 require of answers, and that servers have since stopped to send.
const DROPPED: [(&str, &str); 15] = [
    (STATUS, "/properties/status"),
    (STATUS, "/properties/status/properties/deadline"),
    (STATUS, "/properties/status/properties/expires"),
    (STATUS, "/properties/status/properties/provisionerId"),
    (STATUS, "/properties/status/properties/retriesLeft"),
    (STATUS, "/properties/status/properties/runs"),
    (STATUS, "/properties/status/properties/schedulerId"),
    (STATUS, "/properties/status/properties/state"),
    (STATUS, "/properties/status/properties/taskGroupId"),
    (STATUS, "/properties/status/properties/taskId"),
    (STATUS, "/properties/status/properties/workerType"),
    (
        "queue/v1/list-provisioners-response.json",
        "/properties/provisioners/items/properties/actions",
    ),
    ("queue/v1/provisioner-response.json", "/properties/actions"),
    ("queue/v1/worker-response.json", "/properties/actions"),
    ("queue/v1/workertype-response.json", "/properties/actions"),
];

/// Of the task that a hook has created, servers now tell the ID alone.
const STATUS: &str = "hooks/v1/task-status.json";

/// Whether a required member may be missing all the same.
pub fn is_dropped(schema: &str, pointer: &str) -> bool {
    DROPPED.contains(&(schema, pointer))
}

/// References say nothing of the types of path arguments. Run IDs are numbers in every schema, so
/// they are in arguments too; all others are texts.
pub fn argument(name: &str) -> Scalar {
    match name {
        "runId" => Scalar::Number,
        _ => Scalar::Text,
    }
}

/// References list query options by name alone.
pub fn query_option(name: &str) -> Scalar {
    match name {
        "limit" => Scalar::Count,
        "pullRequest" => Scalar::Number,
        "quarantined" | "includeArchived" => Scalar::Flag,
        "since" => Scalar::Date,
        _ => Scalar::Text,
    }
}

/// Schemas do not say what is secret: members of some names, and some members that other schemas
/// have as plain ones. They are left out of `Debug`.
pub fn is_secret(schema: &str, member: &str) -> bool {
    json::is_secret(member) || SIGNED.contains(&(schema, member))
}

/// Members of a schema that carry a signature: whoever has them can fetch or write what is behind
/// a URL. Elsewhere a `url` is a link for people.
const SIGNED: [(&str, &str); 8] = [
    ("object/v1/download-method-geturl.json", "url"),
    ("object/v1/download-method-simple.json", "url"),
    ("object/v1/upload-method-put-url.json", "headers"),
    ("object/v1/upload-method-put-url.json", "url"),
    ("queue/v1/artifact-content-response.json", "url"),
    ("queue/v1/get-artifact-response.json", "url"),
    ("queue/v1/post-artifact-response.json", "headers"),
    ("queue/v1/post-artifact-response.json", "url"),
];

/// References name the parameters of scopes, and do not say what they are where they are neither
/// arguments nor members of the payload. These are the rules by which the services compute them;
/// what no rule gives, such as the worker that has claimed a run, only the service knows.
pub fn derived(service: &str, method: &str) -> &'static [(&'static str, Derived)] {
    const PRIORITIES: &[&str] = &[
        "highest",
        "very-high",
        "high",
        "medium",
        "low",
        "very-low",
        "lowest",
    ];
    match (service, method) {
        ("queue", "createTask" | "defineTask") => &[
            (
                "legacyScopes",
                Derived::IsOneOf("priority", &["lowest", "normal"]),
            ),
            ("priorities", Derived::UpTo("priority", PRIORITIES)),
            ("projectId", Derived::Text("none")),
            ("routes", Derived::NoItems),
            ("schedulerId", Derived::Text("-")),
            ("scopes", Derived::NoItems),
            ("taskGroupId", Derived::Same("taskId")),
        ],
        // Servers of 2018 ask whether it is private; those of today ask for each of the artifacts
        // through which links lead, of which the caller knows the first.
        ("queue", "getArtifact" | "getLatestArtifact" | "artifact" | "latestArtifact")
        | ("index", "findArtifactFromTask") => &[
            ("names", Derived::Only("name")),
            ("private", Derived::BeginsOtherwise("name", "public/")),
        ],
        ("queue", "declareProvisioner" | "declareWorkerType" | "declareWorker") => {
            &[("properties", Derived::Members)]
        }
        ("auth", "awsS3Credentials" | "azureTableSAS" | "azureContainerSAS") => {
            &[("levelIsReadOnly", Derived::IsOneOf("level", &["read-only"]))]
        }
        ("auth", "createClient" | "createRole") => &[("scopes", Derived::NoItems)],
        ("notify", "irc") => &[
            ("channelRequest", Derived::Has("channel")),
            ("channel", Derived::Text("")),
            ("user", Derived::Text("")),
        ],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_urls_are_secret_and_others_are_links() {
        assert!(is_secret("queue/v1/artifact-content-response.json", "url"));
        assert!(is_secret("object/v1/download-method-simple.json", "url"));
        assert!(is_secret("queue/v1/post-artifact-response.json", "putUrl"));
        assert!(is_secret("queue/v1/post-artifact-response.json", "headers"));
        assert!(!is_secret(
            "queue/v1/artifact-content-response.json",
            "storageType"
        ));
        assert!(!is_secret("queue/v1/actions.json", "url"));
    }
}
