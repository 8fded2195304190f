//! What the web framework of the services makes of their answers: entity tags, for those who ask again, and
//! compression.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use super::router;
use crate::apis::Apis;
use crate::http::types::{HttpRequest, Reply};

/// What is shorter is not compressed, in bytes.
const THRESHOLD: usize = 1024;
/// How many characters of a hash an entity tag has.
const HASH: usize = 27;

/// The answer as it leaves a service. That of anything else stays as it is.
pub(super) fn finish(apis: &Apis, request: &HttpRequest, mut reply: Reply) -> Reply {
    if !router::has_service(apis, request.path()) {
        return reply;
    }
    if is_tagged(request, &reply) {
        let tag = tag(&reply.body);
        reply = reply.with_header("etag", &tag);
        if is_known(request, &reply, &tag) {
            return unchanged(reply);
        }
    }
    // Services compress since Taskcluster 100.3.
    if apis.is_today && is_text(&reply) {
        reply = reply.with_header("vary", "Accept-Encoding");
        if !is_compressed(&reply) && reply.body.len() >= THRESHOLD && takes_gzip(request) {
            reply = reply.zipped();
        }
    }
    reply
}

/// Whether a body is compressed while it is sent, so that its length is not told.
pub(super) fn is_compressed(reply: &Reply) -> bool {
    header(reply, "content-encoding").is_some()
}

fn header<'r>(reply: &'r Reply, name: &str) -> Option<&'r str> {
    let found = reply.headers.iter().find(|(own, _)| own == name);
    found.map(|(_, value)| value.as_str())
}

/// What a service sends by itself, in one piece. Pages of errors, redirects without JSON and lists of verbs come
/// from further below.
fn is_tagged(request: &HttpRequest, reply: &Reply) -> bool {
    let content_type = header(reply, "content-type").unwrap_or_default();
    let is_own = content_type.starts_with("application/json")
        || (content_type.starts_with("text/plain") && reply.status == 200);
    is_own
        && request.method != "OPTIONS"
        && header(reply, "etag").is_none()
        && !is_compressed(reply)
}

/// A tag of the framework's form: the length and a hash.
fn tag(body: &[u8]) -> String {
    let mut hash = STANDARD.encode(Sha256::digest(body));
    hash.truncate(HASH);
    format!("W/\"{:x}-{hash}\"", body.len())
}

/// Whether the caller has the answer already.
fn is_known(request: &HttpRequest, reply: &Reply, tag: &str) -> bool {
    let is_read = matches!(request.method.as_str(), "GET" | "HEAD");
    let names = |header: &str, wanted: &str| header.split(',').any(|name| name.trim() == wanted);
    let asks_anew = |header: String| names(&header, "no-cache");
    if !is_read
        || !(200..300).contains(&reply.status)
        || request.header("cache-control").is_some_and(asks_anew)
    {
        return false;
    }
    // Weak tags are like strong ones here.
    let strong = tag.trim_start_matches("W/");
    let given = request.header("if-none-match");
    given.is_some_and(|given| given == "*" || names(&given, tag) || names(&given, strong))
}

fn unchanged(mut reply: Reply) -> Reply {
    reply.status = 304;
    reply.body.clear();
    let of_body = |name: &str| matches!(name, "content-type" | "content-length");
    reply.headers.retain(|(name, _)| !of_body(name));
    reply
}

/// Whether it is of a type that gets smaller.
fn is_text(reply: &Reply) -> bool {
    let content_type = header(reply, "content-type").unwrap_or_default();
    content_type.starts_with("text/")
        || content_type.starts_with("application/json")
        || content_type.starts_with("image/svg+xml")
}

/// Whether the caller takes gzip, and likes it no less than a body as it is.
fn takes_gzip(request: &HttpRequest) -> bool {
    if request.method == "HEAD" {
        return false;
    }
    let accepted = request.header("accept-encoding").unwrap_or_default();
    let accepted = accepted.to_ascii_lowercase();
    let liking = |wanted: &str| {
        let mut all = accepted.split(',').map(|entry| {
            let mut parts = entry.split(';').map(str::trim);
            let name = parts.next().unwrap_or_default();
            let quality = parts.find_map(|part| part.strip_prefix("q="));
            (name, quality.map_or(1.0, |q| q.parse().unwrap_or(0.0)))
        });
        let own: Option<(&str, f32)> = all.find(|(name, _)| *name == wanted);
        own.map(|(_, quality)| quality)
    };
    let gzip = liking("gzip").or_else(|| liking("*")).unwrap_or(0.0);
    gzip > 0.0 && gzip >= liking("identity").unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use hyper::HeaderMap;
    use hyper::header::{HeaderName, HeaderValue};

    use super::*;

    fn request(method: &str, name: &'static str, value: &'static str) -> HttpRequest {
        let name = HeaderName::from_static(name);
        HttpRequest {
            method: method.to_owned(),
            target: "/".to_owned(),
            headers: HeaderMap::from_iter([(name, HeaderValue::from_static(value))]),
            body: None,
            skew: time::Duration::ZERO,
        }
    }

    #[test]
    fn gzip_is_for_those_who_like_it() {
        for (accepted, wanted) in [
            ("", false),
            ("gzip", true),
            ("GZIP", true),
            ("deflate, gzip;q=0.5", true),
            ("gzip;q=0", false),
            ("gzip; q=0.4, identity; q=0.5", false),
            ("*", true),
            ("*;q=0", false),
            ("gzip;q=0, *", false),
            ("x-gzip", false),
            ("gzip;q=much", false),
        ] {
            let asked = request("GET", "accept-encoding", accepted);
            assert_eq!(takes_gzip(&asked), wanted, "{accepted}");
        }
        assert!(!takes_gzip(&request("HEAD", "accept-encoding", "gzip")));
    }

    #[test]
    fn who_names_the_tag_knows_the_answer() {
        let good = Reply::empty(200);
        for (given, wanted) in [
            ("W/\"a\"", true),
            ("\"a\"", true),
            ("\"b\" ,W/\"a\"", true),
            ("*", true),
            ("a", false),
            ("W/\"b\"", false),
        ] {
            let asked = request("GET", "if-none-match", given);
            assert_eq!(is_known(&asked, &good, "W/\"a\""), wanted, "{given}");
        }
        let mut asked = request("GET", "if-none-match", "*");
        assert!(!is_known(&asked, &Reply::empty(404), "W/\"a\""));
        let no_cache = HeaderValue::from_static("max-age=0, no-cache");
        asked.headers.insert("cache-control", no_cache);
        assert!(!is_known(&asked, &good, "W/\"a\""));
        let posted = request("POST", "if-none-match", "*");
        assert!(!is_known(&posted, &good, "W/\"a\""));
    }
}
