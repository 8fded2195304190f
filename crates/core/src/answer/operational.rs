//! What every service of today answers when it is asked for its health and version.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What a service runs: the answer to `version`. Texts are empty where a build does not tell.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Version {
    /// The release of Taskcluster, such as `v106.0.0`, or `dev`.
    pub version: String,
    /// The commit that was built.
    pub commit: String,
    /// Where the source code is: a URL.
    pub source: String,
    /// Where the build ran: a URL.
    pub build: String,
    /// Members that no server had when this was written.
    #[serde(flatten)]
    pub extra_members: BTreeMap<String, Value>,
}

/// That a service is up: the answer to `heartbeat` and `lbheartbeat`. It has had no members so far.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Heartbeat {
    /// Members that no server had when this was written.
    #[serde(flatten)]
    pub extra_members: BTreeMap<String, Value>,
}
