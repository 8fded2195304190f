//! How the content of an artifact is to be uploaded.

use serde_json::{Map, Value, json};
use taskcluster_core::timestamp;
use time::{Duration, OffsetDateTime};

use super::text;
use crate::services::context::Call;
use crate::services::storage::{Announced, Upload};

/// How long content of the types `s3` and `azure` can be uploaded.
const PLAIN: Duration = Duration::minutes(45);
/// How long a blob can be uploaded.
const BLOB: Duration = Duration::minutes(15);

/// What a payload says of a blob, which must not change afterwards.
pub(super) fn announced(payload: &Value) -> Value {
    let mut announced = payload.clone();
    if let Some(members) = announced.as_object_mut() {
        members.remove("expires");
    }
    announced
}

/// The parts of a blob; all of it where it has none.
pub(super) fn parts(announced: &Value) -> Vec<Announced> {
    let part = |value: &Value, size: &str, sha256: &str| Announced {
        size: value[size].as_u64().unwrap_or_default(),
        sha256: Some(text(value, sha256)),
    };
    if let Some(parts) = announced["parts"].as_array() {
        return parts.iter().map(|it| part(it, "size", "sha256")).collect();
    }
    // What is transferred can be a compressed form of the content.
    let transfer = |name: &str| announced.get(name).is_some();
    let size = if transfer("transferLength") {
        "transferLength"
    } else {
        "contentLength"
    };
    let sha256 = if transfer("transferSha256") {
        "transferSha256"
    } else {
        "contentSha256"
    };
    vec![part(announced, size, sha256)]
}

/// Makes room for the content, or lets it be uploaded for longer where there is room for it already;
/// returns its name in the storage.
pub(super) fn reserve(
    call: &mut Call<'_>,
    expires: OffsetDateTime,
    there: Option<&str>,
    parts: &[Announced],
) -> String {
    let is_blob = !parts.is_empty();
    let until = call.now + if is_blob { BLOB } else { PLAIN };
    let content_encoding = call.payload["contentEncoding"].as_str();
    let upload = Upload {
        content_type: text(&call.payload, "contentType"),
        content_encoding: content_encoding.map(str::to_owned),
        announced: parts.to_vec(),
        is_composed: is_blob,
        is_public: call.param("name").starts_with("public/"),
        until,
        expires,
    };
    call.state.storage.renew(there, upload)
}

/// The answer for content of the types `s3` and `azure`.
pub(super) fn put_url(call: &Call<'_>, object: &str) -> Value {
    let path = call.state.storage.upload_path(object, None);
    json!({
        "storageType": call.payload["storageType"],
        "contentType": call.payload["contentType"],
        "expires": timestamp::to_string(call.now + PLAIN),
        "putUrl": call.root_url() + &path,
    })
}

/// The answer for a blob: the requests that upload it.
pub(super) fn requests(
    call: &Call<'_>,
    object: &str,
    announced: &Value,
    parts: &[Announced],
) -> Value {
    let is_multipart = announced.get("parts").is_some();
    let request = |(index, part): (usize, &Announced)| {
        let number = is_multipart.then_some(index + 1);
        let path = call.state.storage.upload_path(object, number);
        let mut headers = Map::new();
        let mut add = |name: &str, value: String| headers.insert(name.to_owned(), value.into());
        add("content-length", part.size.to_string());
        add(
            "x-amz-content-sha256",
            part.sha256.clone().unwrap_or_default(),
        );
        if !is_multipart {
            add("content-type", text(announced, "contentType"));
            let encoding = announced["contentEncoding"].as_str().unwrap_or("identity");
            add("content-encoding", encoding.to_owned());
            add(
                "x-amz-meta-content-sha256",
                text(announced, "contentSha256"),
            );
            add(
                "x-amz-meta-content-length",
                announced["contentLength"].to_string(),
            );
        }
        json!({ "url": call.root_url() + &path, "method": "PUT", "headers": headers })
    };
    let requests: Value = parts.iter().enumerate().map(request).collect();
    json!({
        "storageType": "blob",
        "expires": timestamp::to_string(call.now + BLOB),
        "requests": requests,
    })
}
