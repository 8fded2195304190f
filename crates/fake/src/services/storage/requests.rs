//! Requests to the storage: uploads and downloads, with the checks and answers of S3.

use time::OffsetDateTime;

use super::Storage;
use super::content::{Content, Draft, Reader};
use super::object::{Announced, Object};
use crate::clock;
use crate::control::faults::RangeFault;
use crate::http::errors::storage_error;
use crate::http::query::Query;
use crate::http::ranges::Wanted;
use crate::http::types::{HttpRequest, Reply};

/// The most bytes that one upload can have, as in S3.
const MAX_UPLOAD: u64 = 5 << 30;

/// What an upload that was let in will fill.
pub(crate) struct Slot {
    name: String,
    /// The number of a part.
    part: Option<usize>,
    /// What the content must be, as far as that is known.
    wanted: Announced,
    content_encoding: Option<String>,
}

/// Looks at an upload before its body is read; what comes goes into the draft.
///
/// # Errors
/// It is refused, with this answer.
pub(crate) fn admit(
    storage: &Storage,
    request: &HttpRequest,
    now: OffsetDateTime,
) -> Result<(Slot, Draft), Reply> {
    let name = super::object_name(request.path()).unwrap_or_default();
    let object = storage.objects.get(name);
    let object = object.ok_or_else(|| refuse(404, "NoSuchKey"))?;
    let query = Query::parse(request.query());
    if query.get("token") != Some(&object.token) || object.until <= now {
        return Err(refuse(403, "AccessDenied"));
    }
    let size = request.header("content-length");
    let size = size.ok_or_else(|| refuse(411, "MissingContentLength"))?;
    let size: u64 = size.parse().map_err(|_| refuse(400, "InvalidArgument"))?;
    if size > MAX_UPLOAD {
        return Err(refuse(400, "EntityTooLarge"));
    }
    let part = query.get("partNumber").map(str::parse);
    let part: Option<usize> = part
        .transpose()
        .map_err(|_| refuse(400, "InvalidArgument"))?;
    let is_whole = !object.is_composed || part.is_none();
    // Whoever signs the URL signs what must be sent as well.
    if is_whole && request.header("content-type").as_ref() != Some(&object.content_type) {
        return Err(refuse(403, "SignatureDoesNotMatch"));
    }
    let part = object.is_composed.then_some(part.unwrap_or(1));
    let slot = Slot {
        name: name.to_owned(),
        part,
        wanted: wanted(object, part, request, size)?,
        content_encoding: request.header("content-encoding"),
    };
    Ok((slot, Draft::new(storage.folder.clone())))
}

/// What an upload must be, by what was announced and by its own headers.
fn wanted(
    object: &Object,
    part: Option<usize>,
    request: &HttpRequest,
    size: u64,
) -> Result<Announced, Reply> {
    let index = part.unwrap_or(1).checked_sub(1);
    let announced = index.and_then(|index| object.announced.get(index));
    if part.is_some() && announced.is_none() {
        return Err(refuse(400, "InvalidArgument"));
    }
    let told = request.header("x-amz-content-sha256");
    let told = told.filter(|told| told != "UNSIGNED-PAYLOAD");
    let announced = announced.cloned().unwrap_or(Announced {
        size,
        sha256: told.clone(),
    });
    let is_other = match (&told, &announced.sha256) {
        (Some(told), Some(announced)) => !told.eq_ignore_ascii_case(announced),
        _ => false,
    };
    if announced.size != size || is_other {
        return Err(refuse(403, "SignatureDoesNotMatch"));
    }
    Ok(announced)
}

/// Keeps what has come for an upload.
pub(crate) fn store(
    storage: &mut Storage,
    slot: Slot,
    content: Content,
    now: OffsetDateTime,
) -> Reply {
    let Some(object) = storage.objects.get_mut(&slot.name) else {
        return refuse(404, "NoSuchKey");
    };
    let is_other = |sha256: &String| {
        let digest = content.sha256().unwrap_or_default();
        !sha256.eq_ignore_ascii_case(digest)
    };
    if slot.wanted.size != content.size() || slot.wanted.sha256.as_ref().is_some_and(is_other) {
        return refuse(400, "XAmzContentSHA256Mismatch");
    }
    let etag = quoted(&content);
    object.modified = Some(now);
    match slot.part {
        Some(part) => {
            object.parts.insert(part, content);
        }
        None => {
            let encoding = slot.content_encoding.filter(|it| it != "identity");
            object.content_encoding = encoding;
            object.content = Some(content);
        }
    }
    Reply::empty(200).with_header("etag", &etag)
}

/// The answer to a download.
pub(crate) struct Found {
    pub(crate) reply: Reply,
    /// The body, where it is content.
    pub(crate) content: Option<Reader>,
}

impl From<Reply> for Found {
    fn from(reply: Reply) -> Self {
        Self {
            reply,
            content: None,
        }
    }
}

/// Answers a download.
pub(crate) fn find(
    storage: &Storage,
    request: &HttpRequest,
    now: OffsetDateTime,
    fault: RangeFault,
) -> Found {
    if !matches!(request.method.as_str(), "GET" | "HEAD") {
        return refuse(405, "MethodNotAllowed").into();
    }
    let name = super::object_name(request.path()).unwrap_or_default();
    let Some(object) = storage.objects.get(name) else {
        return refuse(404, "NoSuchKey").into();
    };
    if !is_let(object, request, now) {
        return refuse(403, "AccessDenied").into();
    }
    match &object.content {
        Some(content) => read(object, content, request, fault),
        None => refuse(404, "NoSuchKey").into(),
    }
}

fn is_let(object: &Object, request: &HttpRequest, now: OffsetDateTime) -> bool {
    if object.is_public {
        return true;
    }
    let query = Query::parse(request.query());
    let expires = query.get("expires").and_then(|it| it.parse().ok());
    expires.is_some_and(|expires| {
        clock::millis(now) < expires && query.get("signature") == Some(&object.signature(expires))
    })
}

fn read(object: &Object, content: &Content, request: &HttpRequest, fault: RangeFault) -> Found {
    let modified = object.modified.unwrap_or(object.until);
    let (etag, size) = (quoted(content), content.size());
    let modified = httpdate::fmt_http_date(modified.into());
    let describe = |status: u16| {
        let reply = Reply::empty(status)
            .with_header("content-type", &object.content_type)
            .with_header("etag", &etag)
            .with_header("last-modified", &modified)
            .with_header("accept-ranges", "bytes");
        match &object.content_encoding {
            Some(encoding) => reply.with_header("content-encoding", encoding),
            None => reply,
        }
    };
    if request
        .header("if-match")
        .is_some_and(|tags| !names(&tags, &etag))
    {
        return refuse(412, "PreconditionFailed").into();
    }
    if request
        .header("if-none-match")
        .is_some_and(|tags| names(&tags, &etag))
    {
        return describe(304).into();
    }
    let is_current = |validator: String| validator == etag || validator == modified;
    let range = request.header("range");
    let range = range.filter(|_| request.header("if-range").is_none_or(is_current));
    let range = range.filter(|_| fault != RangeFault::Ignored);
    let (reply, part) = match Wanted::read(range.as_deref(), size) {
        Wanted::All => (describe(200), 0..size),
        Wanted::Part(part) => {
            let begin = match fault {
                RangeFault::Shifted(by) => part.start.saturating_add_signed(by).min(part.end - 1),
                _ => part.start,
            };
            let told = format!("bytes {begin}-{}/{size}", part.end - 1);
            let reply = describe(206).with_header("content-range", &told);
            (reply, begin..part.end)
        }
        Wanted::Nothing => {
            let reply = refuse(416, "InvalidRange");
            return reply
                .with_header("content-range", &format!("bytes */{size}"))
                .into();
        }
    };
    let content = Some(content.clone().reader(part));
    Found { reply, content }
}

/// Whether a list of entity tags has this one, or all.
fn names(tags: &str, etag: &str) -> bool {
    let mut tags = tags.split(',').map(str::trim);
    tags.any(|tag| tag == "*" || tag == etag)
}

fn quoted(content: &Content) -> String {
    format!("\"{}\"", content.etag())
}

pub(crate) fn refuse(status: u16, code: &str) -> Reply {
    Reply {
        status,
        headers: vec![("content-type".to_owned(), "application/xml".to_owned())],
        body: storage_error(code).into_bytes(),
    }
}
