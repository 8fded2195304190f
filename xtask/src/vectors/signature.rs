//! Reading signatures back and checking them, as the server does.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};
use serde_json::{Value, json};
use taskcluster_core::hawk::{Artifacts, Form, Key, Target};
use url::Url;

/// What a client that follows the URL standard sends for a URL, and the server sees.
#[derive(Debug)]
pub(super) struct Wire {
    pub(super) target: String,
    pub(super) host: String,
    pub(super) port: u16,
    /// The `Host` header.
    pub(super) host_header: String,
}

impl Wire {
    pub(super) fn of(url: &str) -> Option<Self> {
        let url = Url::parse(url).ok()?;
        let host = url.host_str()?.to_owned();
        let host_header = match url.port() {
            Some(port) => format!("{host}:{port}"),
            None => host.clone(),
        };
        let target = match url.query() {
            Some(query) => format!("{}?{query}", url.path()),
            None => url.path().to_owned(),
        };
        Some(Self {
            target,
            host,
            port: url.port_or_known_default()?,
            host_header,
        })
    }

    pub(super) fn signed<'a>(&'a self, method: &'a str) -> Target<'a> {
        Target {
            method,
            resource: &self.target,
            host: &self.host,
            port: self.port,
        }
    }
}

/// The attributes of a Hawk `Authorization` header.
#[derive(Debug)]
pub(super) struct Header(BTreeMap<String, String>);

impl Header {
    pub(super) fn parse(header: &str) -> Option<Self> {
        let attribute = |part: &str| {
            let (name, value) = part.split_once('=')?;
            let value = value.strip_prefix('"')?.strip_suffix('"')?;
            Some((name.to_owned(), value.to_owned()))
        };
        let attributes = header.strip_prefix("Hawk ")?.split(", ");
        Some(Self(attributes.map(attribute).collect::<Option<_>>()?))
    }

    pub(super) fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// Whether the header's signature is the right one for its other attributes.
    pub(super) fn is_signed(&self, key: &str, target: &Target<'_>) -> bool {
        let Ok(timestamp) = self.get("ts").parse() else {
            return false;
        };
        let (nonce, hash, ext) = (self.get("nonce"), self.get("hash"), self.get("ext"));
        let artifacts = Artifacts {
            timestamp,
            nonce,
            hash,
            ext,
        };
        Key::new(key).mac(Form::Header, target, &artifacts) == self.get("mac")
    }
}

/// A URL with a bewit, taken apart.
#[derive(Debug)]
pub(super) struct SignedUrl {
    pub(super) unsigned: String,
    pub(super) id: String,
    pub(super) expiry: i64,
    mac: String,
    pub(super) ext: String,
}

impl SignedUrl {
    pub(super) fn parse(url: &str) -> Option<Self> {
        let at = url.rfind("bewit=")?;
        let unsigned = url[..at].strip_suffix(['?', '&'])?.to_owned();
        let bewit = String::from_utf8(decode(&url[at + "bewit=".len()..])?).ok()?;
        let parts: Vec<&str> = bewit.split('\\').collect();
        let &[id, expiry, mac, ext] = parts.as_slice() else {
            return None;
        };
        let [id, mac, ext] = [id, mac, ext].map(str::to_owned);
        Some(Self {
            unsigned,
            id,
            expiry: expiry.parse().ok()?,
            mac,
            ext,
        })
    }

    /// Whether the bewit is the right one for the URL.
    pub(super) fn is_signed(&self, key: &str) -> bool {
        let Some(wire) = Wire::of(&self.unsigned) else {
            return false;
        };
        let artifacts = Artifacts {
            timestamp: self.expiry,
            nonce: "",
            hash: "",
            ext: &self.ext,
        };
        Key::new(key).mac(Form::Bewit, &wire.signed("GET"), &artifacts) == self.mac
    }
}

/// The JSON in an `ext`; no `ext` at all says the same as an empty object.
pub(super) fn ext_json(ext: &str) -> Option<Value> {
    if ext.is_empty() {
        return Some(json!({}));
    }
    serde_json::from_slice(&decode(ext)?).ok()
}

/// Base64 in either alphabet, padded or not, as the server reads it.
fn decode(text: &str) -> Option<Vec<u8>> {
    let text = text.trim_end_matches('=');
    URL_SAFE_NO_PAD
        .decode(text)
        .or_else(|_| STANDARD_NO_PAD.decode(text))
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "werxhqb98rpaxn39848xrunpaw3489ruxnpa98w4rxn";

    /// The example in the readme of Hawk itself.
    const HEADER: &str = "Hawk id=\"dh37fgj492je\", ts=\"1353832234\", nonce=\"j4h3g2\", \
                          ext=\"some-app-ext-data\", \
                          mac=\"6R4rV5iE+NPoym+WwjeHzjAGXUtLNIxmo1vpMofpLAE=\"";

    #[test]
    fn a_right_signature_is_told_from_a_wrong_one() {
        let wire = Wire::of("http://example.com:8000/resource/1?b=1&a=2").unwrap();
        let header = Header::parse(HEADER).unwrap();
        assert!(header.is_signed(KEY, &wire.signed("GET")));
        assert!(!header.is_signed(KEY, &wire.signed("PUT")));
        assert!(!header.is_signed("another key", &wire.signed("GET")));
        let altered = Header::parse(&HEADER.replace("j4h3g2", "j4h3g3")).unwrap();
        assert!(!altered.is_signed(KEY, &wire.signed("GET")));
        assert!(Header::parse("Bearer x").is_none());
    }

    #[test]
    fn urls_are_sent_by_the_url_standard() {
        let wire = Wire::of("https://u:p@[2001:DB8:0:0:0:0:0:1]/a/../b c?x='y'#z").unwrap();
        assert_eq!((wire.target.as_str(), wire.port), ("/b%20c?x=%27y%27", 443));
        assert_eq!(
            (wire.host.as_str(), wire.host_header.as_str()),
            ("[2001:db8::1]", "[2001:db8::1]")
        );
        assert_eq!(Wire::of("http://x:8080").unwrap().host_header, "x:8080");
        assert!(Wire::of("garbage").is_none());
    }

    #[test]
    fn ext_is_read_in_every_spelling_of_base64() {
        let ext = json!({"a": "?>~~"});
        for spelling in ["eyJhIjoiPz5+fiJ9", "eyJhIjoiPz5-fiJ9", "eyJhIjoiPz5-fiJ9=="] {
            assert_eq!(ext_json(spelling), Some(ext.clone()), "{spelling}");
        }
        assert_eq!(ext_json(""), Some(json!({})));
        assert_eq!(ext_json("???"), None);
    }
}
