//! What the head of an answer says of the content in it.

use taskcluster_core::Response;

/// Which part of the content a 206 has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ContentRange {
    pub(crate) first: u64,
    pub(crate) last: u64,
    /// The length of the whole, where it is known.
    pub(crate) total: Option<u64>,
}

pub(crate) fn content_range(head: &Response) -> Option<ContentRange> {
    let value = head.headers().get("content-range")?.trim();
    let (range, total) = value.strip_prefix("bytes ")?.split_once('/')?;
    let (first, last) = range.trim().split_once('-')?;
    let total = match total.trim() {
        "*" => None,
        total => Some(total.parse().ok()?),
    };
    let (first, last) = (first.parse().ok()?, last.parse().ok()?);
    let fits = first <= last && total.is_none_or(|total| last < total);
    fits.then_some(ContentRange { first, last, total })
}

/// The length of the body, where it is known.
pub(crate) fn length(head: &Response) -> Option<u64> {
    head.headers().get("content-length")?.trim().parse().ok()
}

/// What tells this very content from any other: an entity tag that is not a weak one.
pub(crate) fn validator(head: &Response) -> Option<String> {
    let tag = head.headers().get("etag")?.trim();
    (tag.len() > 2 && tag.starts_with('"')).then(|| tag.to_owned())
}

/// How content is packed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    Identity,
    Gzip,
    Other(String),
}

pub(crate) fn encoding(head: &Response) -> Encoding {
    let lines = head.headers().iter();
    let lines = lines.filter(|(name, _)| name.eq_ignore_ascii_case("content-encoding"));
    let mut found = Encoding::Identity;
    for name in lines.flat_map(|(_, value)| value.split(',')) {
        let name = name.trim().to_ascii_lowercase();
        // `aws-chunked` tells how it was uploaded, and stays on the object.
        if matches!(&*name, "" | "identity" | "aws-chunked") {
            continue;
        }
        found = match (&found, &*name) {
            (Encoding::Identity, "gzip" | "x-gzip") => Encoding::Gzip,
            _ => Encoding::Other(name),
        };
    }
    found
}

/// Whether the server says that it has no ranges.
pub(crate) fn refuses_ranges(head: &Response) -> bool {
    let value = head.headers().get("accept-ranges");
    value.is_some_and(|value| value.trim().eq_ignore_ascii_case("none"))
}

/// The words of a storage's refusal: code and message of its XML, and nothing else, since the rest repeats what
/// was signed.
pub(crate) fn words(body: &[u8]) -> String {
    let body = String::from_utf8_lossy(body);
    let of = |tag: &str| {
        let (_, rest) = body.split_once(&format!("<{tag}>"))?;
        Some(rest.split('<').next()?.trim().to_owned())
    };
    match (of("Code"), of("Message")) {
        (Some(code), Some(message)) => format!("{code}: {message}"),
        (Some(text), None) | (None, Some(text)) => text,
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use taskcluster_core::Headers;

    use super::*;

    fn head(name: &str, value: &str) -> Response {
        Response::new(206, Headers::from_iter([(name, value)]), Vec::new())
    }

    #[test]
    fn ranges_are_read_or_not_at_all() {
        let read = |value: &str| content_range(&head("Content-Range", value));
        let range = |first, last, total| Some(ContentRange { first, last, total });
        assert_eq!(read("bytes 5-9/10"), range(5, 9, Some(10)));
        assert_eq!(read("bytes 0-0/*"), range(0, 0, None));
        for wrong in [
            "bytes 5-10/10",
            "bytes 6-5/10",
            "bytes */10",
            "items 1-2/3",
            "bytes 1-2",
            "",
            "bytes -1-2/3",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn only_a_strong_tag_tells_content_from_other_content() {
        let tag = |value: &str| validator(&head("ETag", value));
        assert_eq!(tag("\"a\"").as_deref(), Some("\"a\""));
        assert_eq!(tag("W/\"a\""), None);
        assert_eq!(tag("\"\""), None);
    }

    #[test]
    fn encodings_are_names_in_a_list() {
        let read = |value: &str| encoding(&head("Content-Encoding", value));
        assert_eq!(read("identity"), Encoding::Identity);
        assert_eq!(read("X-Gzip"), Encoding::Gzip);
        assert_eq!(read("aws-chunked,gzip"), Encoding::Gzip);
        assert_eq!(read("gzip, gzip"), Encoding::Other("gzip".into()));
        assert_eq!(read("br"), Encoding::Other("br".into()));
    }

    #[test]
    fn of_a_refusal_no_more_is_told_than_code_and_message() {
        let body = b"<Error><Code>AccessDenied</Code><Message>Request has expired</Message>\
                     <StringToSign>s3cret</StringToSign></Error>";
        assert_eq!(words(body), "AccessDenied: Request has expired");
        assert_eq!(words(b"token s3cret is wrong"), "");
    }
}
