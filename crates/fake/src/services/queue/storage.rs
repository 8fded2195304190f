//! Where the content of artifacts is: what a deployment has in the storage of a cloud.
//!
//! It is served beside the API. An upload needs the token in the URL that the queue gave for it; to
//! read needs the name of the object alone, which nobody can guess.

use std::collections::{BTreeMap, HashSet};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest as _, Sha256};
use taskcluster_core::{slugid, timestamp};
use time::OffsetDateTime;

use crate::http::query::Query;
use crate::http::types::{HttpRequest, Reply};
use crate::services::state::State;

/// The path under which objects are.
pub(crate) const PREFIX: &str = "/fake-storage/";

/// The most bytes that an upload can have.
const MAX_OBJECT: usize = 1 << 30;

/// The largest body that can be sent to a path in the storage; `None` for other paths.
pub(crate) fn largest(path: &str) -> Option<usize> {
    path.starts_with(PREFIX).then_some(MAX_OBJECT)
}

/// All objects by name.
#[derive(Debug, Default, Deserialize, Serialize)]
pub(super) struct Storage(BTreeMap<String, Object>);

/// Something that can be uploaded, and read once it has been.
#[derive(Deserialize, Serialize)]
struct Object {
    token: String,
    #[serde(with = "timestamp")]
    until: OffsetDateTime,
    content_type: String,
    content_encoding: Option<String>,
    /// What each part must be, where that was announced.
    announced: Vec<Announced>,
    parts: BTreeMap<usize, Content>,
    /// Whether parts are put together only when the queue is told that all of them are there.
    is_composed: bool,
    content: Option<Content>,
}

impl std::fmt::Debug for Object {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Object")
            .field("content", &self.content)
            .finish_non_exhaustive()
    }
}

/// The size and the SHA-256 digest of what is to be uploaded.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(super) struct Announced {
    pub(super) size: u64,
    pub(super) sha256: String,
}

/// What is to be uploaded.
pub(super) struct Upload {
    pub(super) content_type: String,
    pub(super) content_encoding: Option<String>,
    pub(super) parts: Vec<Announced>,
    pub(super) is_composed: bool,
    pub(super) until: OffsetDateTime,
}

impl Storage {
    /// Makes room for an upload; returns the name of the object.
    pub(super) fn reserve(&mut self, upload: Upload) -> String {
        let name = slugid::v4();
        let object = Object {
            token: slugid::v4(),
            until: upload.until,
            content_type: upload.content_type,
            content_encoding: upload.content_encoding,
            announced: upload.parts,
            parts: BTreeMap::new(),
            is_composed: upload.is_composed,
            content: None,
        };
        self.0.insert(name.clone(), object);
        name
    }

    /// Lets an object be uploaded until a later time.
    pub(super) fn extend(&mut self, name: &str, until: OffsetDateTime) {
        if let Some(object) = self.0.get_mut(name) {
            object.until = object.until.max(until);
        }
    }

    /// Forgets the objects that nothing names.
    pub(super) fn keep(&mut self, names: &HashSet<&str>) {
        self.0.retain(|name, _| names.contains(name.as_str()));
    }

    /// The path by which an object is uploaded, or a part of it.
    pub(super) fn upload_path(&self, name: &str, part: Option<usize>) -> String {
        let token = self.0.get(name).map_or("", |object| &object.token);
        let part = part.map_or(String::new(), |part| format!("&partNumber={part}"));
        format!("{PREFIX}{name}?token={token}{part}")
    }

    /// Makes the object of what was uploaded, or says what is missing of it.
    pub(super) fn complete(&mut self, name: &str, etags: &[String]) -> Result<(), String> {
        let object = self.0.get_mut(name).ok_or("the object is gone")?;
        let uploaded: Vec<&Content> = object.parts.values().collect();
        if uploaded.len() != object.announced.len() {
            let (there, all) = (uploaded.len(), object.announced.len());
            return Err(format!("{there} of {all} parts have been uploaded"));
        }
        let theirs = etags.iter().map(|etag| etag.trim_matches('"').to_owned());
        if !theirs.eq(uploaded.iter().map(|content| content.etag())) {
            return Err("etags do not match those of the uploaded parts".to_owned());
        }
        let whole = uploaded
            .iter()
            .flat_map(|content| content.0.iter().copied());
        object.content = Some(Content(whole.collect()));
        Ok(())
    }
}

/// Bytes, in base64 where the state is kept.
struct Content(Vec<u8>);

impl std::fmt::Debug for Content {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} bytes", self.0.len())
    }
}

impl Serialize for Content {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&STANDARD.encode(&self.0))
    }
}

impl<'de> Deserialize<'de> for Content {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        STANDARD.decode(text).map(Self).map_err(de::Error::custom)
    }
}

impl Content {
    fn sha256(&self) -> String {
        let digest = Sha256::digest(&self.0);
        digest.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// An identifier of the content, which is as long as those of S3.
    fn etag(&self) -> String {
        self.sha256()[..32].to_owned()
    }
}

/// Answers a request to the storage; `None` where it is for another place.
pub(crate) fn answer(
    state: &mut State,
    request: &HttpRequest,
    now: OffsetDateTime,
) -> Option<Reply> {
    let name = request.path().strip_prefix(PREFIX)?;
    let Some(object) = state.queue.storage.0.get_mut(name) else {
        return Some(refuse(404, "NoSuchKey"));
    };
    Some(match request.method.as_str() {
        "GET" | "HEAD" => object.read(),
        "PUT" => object
            .write(request, now)
            .unwrap_or_else(|(status, code)| refuse(status, code)),
        _ => refuse(405, "MethodNotAllowed"),
    })
}

/// An error as S3 reports it.
fn refuse(status: u16, code: &str) -> Reply {
    let body = format!("<?xml version=\"1.0\"?>\n<Error><Code>{code}</Code></Error>\n");
    Reply {
        status,
        headers: vec![("content-type".to_owned(), "application/xml".to_owned())],
        body: body.into_bytes(),
    }
}

impl Object {
    fn read(&self) -> Reply {
        let Some(content) = &self.content else {
            return refuse(404, "NoSuchKey");
        };
        let mut reply = Reply::empty(200)
            .with_header("content-type", &self.content_type)
            .with_header("etag", &format!("\"{}\"", content.etag()));
        if let Some(encoding) = &self.content_encoding {
            reply = reply.with_header("content-encoding", encoding);
        }
        reply.body.clone_from(&content.0);
        reply
    }

    fn write(
        &mut self,
        request: &HttpRequest,
        now: OffsetDateTime,
    ) -> Result<Reply, (u16, &'static str)> {
        let query = Query::parse(request.query());
        if query.get("token") != Some(&self.token) || self.until <= now {
            return Err((403, "AccessDenied"));
        }
        if request.header("content-length").is_none() {
            return Err((411, "MissingContentLength"));
        }
        let part = query.get("partNumber").map_or(Ok(1), str::parse);
        let part: usize = part.map_err(|_| (400, "InvalidArgument"))?;
        let is_whole = !self.is_composed || query.get("partNumber").is_none();
        if is_whole && request.header("content-type").as_ref() != Some(&self.content_type) {
            // Whoever signs the URL signs the type as well.
            return Err((403, "SignatureDoesNotMatch"));
        }
        let content = request.body.clone().ok_or((400, "EntityTooLarge"))?;
        let content = Content(content);
        if self.is_composed {
            let index = part.checked_sub(1).ok_or((400, "InvalidArgument"))?;
            let announced = self.announced.get(index);
            let announced = announced.ok_or((400, "InvalidArgument"))?;
            let is_same = announced.sha256.eq_ignore_ascii_case(&content.sha256());
            if announced.size != content.0.len() as u64 || !is_same {
                return Err((400, "BadDigest"));
            }
        }
        let etag = format!("\"{}\"", content.etag());
        if self.is_composed {
            self.parts.insert(part, content);
        } else {
            self.content = Some(content);
        }
        Ok(Reply::empty(200).with_header("etag", &etag))
    }
}
