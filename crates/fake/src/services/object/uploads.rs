//! How content gets to the storage: within the call, or by a URL.

use serde_json::{Value, json};
use taskcluster_core::timestamp;
use time::Duration;

use crate::checks::signature::loose_base64;
use crate::http::errors::ApiError;
use crate::services::context::Call;
use crate::services::storage::{Announced, Upload};
use crate::services::text;

/// How long a URL for an upload is good.
const PUT_LIFE: Duration = Duration::minutes(45);

/// Picks one of the methods that the caller proposes, the server's favourite first; returns what is
/// told of it.
pub(super) fn agree(call: &mut Call<'_>, name: &str) -> Result<Value, ApiError> {
    let proposed = call.payload["proposedUploadMethods"].clone();
    Ok(if let Some(inline) = proposed.get("dataInline") {
        let data = loose_base64::decode(&text(inline, "objectData"));
        let size = data.len() as u64;
        let content = reserve(call, name, &text(inline, "contentType"), size)?;
        let stored = call.state.storage.put(&content, &data, call.now);
        stored.map_err(|e| ApiError::internal(&e.to_string()))?;
        json!({ "dataInline": true })
    } else if let Some(put) = proposed.get("putUrl") {
        let content_type = text(put, "contentType");
        // A length below zero is one that nothing has.
        let size = put["contentLength"].as_u64().unwrap_or(u64::MAX);
        let content = reserve(call, name, &content_type, size)?;
        let url = call.root_url() + &call.state.storage.upload_path(&content, None);
        json!({ "putUrl": {
            "url": url,
            "expires": timestamp::to_string(call.now + PUT_LIFE),
            "headers": {
                "Content-Type": content_type,
                "Content-Length": put["contentLength"].to_string(),
                "Content-Encoding": "identity",
            },
        } })
    } else {
        json!({})
    })
}

/// Makes room in the storage for content of this kind; returns its name there.
fn reserve(
    call: &mut Call<'_>,
    name: &str,
    content_type: &str,
    size: u64,
) -> Result<String, ApiError> {
    let object = call.state.objects.get_mut(name)?;
    let upload = Upload {
        content_type: content_type.to_owned(),
        content_encoding: None,
        announced: vec![Announced { size, sha256: None }],
        is_composed: false,
        is_public: false,
        until: call.now + PUT_LIFE,
        expires: object.expires,
    };
    let storage = &mut call.state.storage;
    let content = storage.renew(object.content.as_deref(), upload);
    object.content = Some(content.clone());
    Ok(content)
}
