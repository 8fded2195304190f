//! Where things are under a root URL, as plain text operations.
//!
//! These functions join text and judge nothing, which is what tools that only print or compare
//! URLs want. To make calls, use the validated [`RootUrl`](crate::RootUrl), which spells its URLs
//! by these same functions.
//!
//! The root `https://taskcluster.net` is the one deployment that gave each service a host of its
//! own; it is recognised by this exact spelling (trailing slashes aside).

use std::fmt::Display;

/// A root URL for tests, at which there is no deployment. All Taskcluster clients use this one.
#[doc(alias = "testRootUrl")]
pub const TEST_ROOT_URL: &str = "https://tc-tests.example.com";

const LEGACY: &str = "https://taskcluster.net";

/// The root URL without trailing slashes.
///
/// ```
/// use taskcluster_core::urls;
///
/// assert_eq!(urls::normalize_root_url("https://tc.example.com//"), "https://tc.example.com");
/// ```
pub fn normalize_root_url(root: &str) -> &str {
    root.trim_end_matches('/')
}

pub(crate) fn is_legacy(root: &str) -> bool {
    normalize_root_url(root) == LEGACY
}

fn join(root: &str, legacy_host: &str, modern: impl Display, legacy: impl Display) -> String {
    if is_legacy(root) {
        format!("https://{legacy_host}.taskcluster.net/{legacy}")
    } else {
        under(root, modern)
    }
}

fn under(root: &str, path: impl Display) -> String {
    format!("{}/{path}", normalize_root_url(root))
}

fn relative(path: &str) -> &str {
    path.trim_start_matches('/')
}

/// The URL of a path in the API of a service.
pub fn api(root: &str, service: &str, version: &str, path: &str) -> String {
    let path = relative(path);
    let rest = format_args!("{version}/{path}").to_string();
    join(root, service, format_args!("api/{service}/{rest}"), &rest)
}

/// The URL of the reference of a service's API.
pub fn api_reference(root: &str, service: &str, version: &str) -> String {
    let rest = format!("{service}/{version}/api.json");
    join(root, "references", format_args!("references/{rest}"), &rest)
}

/// The URL of the reference of a service's pulse exchanges.
pub fn exchange_reference(root: &str, service: &str, version: &str) -> String {
    let rest = format!("{service}/{version}/exchanges.json");
    join(root, "references", format_args!("references/{rest}"), &rest)
}

/// The URL of a JSON schema of a service, such as `v1/task.json`.
pub fn schema(root: &str, service: &str, schema: &str) -> String {
    let rest = format!("{service}/{}", relative(schema));
    join(root, "schemas", format_args!("schemas/{rest}"), &rest)
}

/// The URL of a page of the documentation.
pub fn docs(root: &str, path: &str) -> String {
    let path = relative(path);
    join(root, "docs", format_args!("docs/{path}"), path)
}

/// The URL of a page of the user interface.
pub fn ui(root: &str, path: &str) -> String {
    let path = relative(path);
    join(root, "tools", path, path)
}

/// The URL of the list of all references.
pub fn api_manifest(root: &str) -> String {
    under(root, "references/manifest.json")
}

/// The URL of the schema of API references.
pub fn api_reference_schema(root: &str, version: &str) -> String {
    under(
        root,
        format_args!("schemas/common/api-reference-{version}.json"),
    )
}

/// The URL of the schema of exchange references.
pub fn exchanges_reference_schema(root: &str, version: &str) -> String {
    under(
        root,
        format_args!("schemas/common/exchanges-reference-{version}.json"),
    )
}

/// The URL of the schema of the list of references.
pub fn api_manifest_schema(root: &str, version: &str) -> String {
    under(root, format_args!("schemas/common/manifest-{version}.json"))
}

/// The URL of the schema that schemas of references follow.
pub fn metadata_metaschema(root: &str) -> String {
    under(root, "schemas/common/metadata-metaschema.json")
}
