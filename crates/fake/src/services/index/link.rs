//! Where the artifact is of a task that is found in the index.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC};
use taskcluster_core::hawk::{Signer, Target};
use taskcluster_core::scopes::Arguments;
use taskcluster_core::urls;
use time::Duration;

use crate::http::errors::ApiError;
use crate::http::query::BEWIT;
use crate::http::types::Reply;
use crate::services::auth::INDEX_CLIENT;
use crate::services::context::{Call, Outcome};
use crate::services::queue::{is_anybodys, latest_url};

/// How long a link to a private artifact is good.
const LINK_LIFE: Duration = Duration::minutes(15);

pub(super) fn find_artifact(call: &mut Call<'_>) -> Result<Outcome, ApiError> {
    let (path, name) = (call.param("indexPath"), call.param("name"));
    let private = !name.starts_with("public/");
    let arguments = Arguments::new().with("private", private);
    call.authorize(&arguments.with("name", &name))?;
    let task_id = call.state.index.find(&path, call.now)?.task_id.clone();
    let path = format!("/task/{task_id}/artifacts/{}", encode(&name));
    let mut url = urls::api(&call.root_url(), "queue", "v1", &path);
    let is_public = is_anybodys(call, &name);
    if is_public && call.apis.is_today {
        url = latest_url(call, &task_id, &name).unwrap_or(url);
    } else if !is_public {
        let bewit = bewit(call, &url)?;
        url = format!("{url}?{BEWIT}={bewit}");
    }
    Ok(Outcome::Reply(Reply::see_other(&url)))
}

/// As JavaScript encodes what is put into a path.
fn encode(name: &str) -> String {
    const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
        .remove(b'-')
        .remove(b'_')
        .remove(b'.')
        .remove(b'!')
        .remove(b'~')
        .remove(b'*')
        .remove(b'\'')
        .remove(b'(')
        .remove(b')');
    percent_encoding::utf8_percent_encode(name, ENCODED).to_string()
}

/// What lets anybody who has the URL get what is behind it, for some time.
fn bewit(call: &Call<'_>, url: &str) -> Result<String, ApiError> {
    let token = call.state.clients.access_token(INDEX_CLIENT);
    let signer = Signer::new(INDEX_CLIENT, token.unwrap_or_default(), "");
    let signer = signer.map_err(|e| ApiError::internal(&e.to_string()))?;
    let (host, port) = call.host_and_port();
    let root = call.root_url();
    let target = Target {
        method: "GET",
        resource: url.strip_prefix(&root).unwrap_or(url),
        host: &host,
        port,
    };
    let expiry = (call.now + LINK_LIFE).unix_timestamp();
    Ok(signer.bewit(&target, expiry))
}
