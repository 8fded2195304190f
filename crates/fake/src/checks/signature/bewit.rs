//! The `bewit` in a signed URL.

use taskcluster_core::hawk::{Artifacts, Form, Key, Target};

use super::{MAX_LENGTH, Signed, Verified, ext, is_same, loose_base64};
use crate::http::query::{BEWIT, raw_pairs};

pub(super) fn verify(signed: &Signed<'_>) -> Result<Verified, String> {
    let request = signed.request;
    if request.target.len() > MAX_LENGTH {
        return Err(bad("Resource path exceeds max length"));
    }
    let (resource, bewit) = split(&request.target).ok_or("Unauthorized")?;
    if !matches!(request.method.as_str(), "GET" | "HEAD") {
        return Err("Unauthorized: Invalid method".to_owned());
    }
    let Bewit {
        id,
        expiry,
        mac,
        ext,
    } = parse(bewit)?;
    // To the millisecond, and with no tolerance.
    if i128::from(expiry) * 1000 <= signed.now.unix_timestamp_nanos() / 1_000_000 {
        return Err("Unauthorized: Access expired".to_owned());
    }
    let secret = ext::restrict(&id, &ext, signed.now, signed.directory)?;
    // What is signed is always the right to get it; asking for the headers alone needs no more.
    let (method, host) = ("GET", &signed.host);
    let target = Target {
        method,
        resource: &resource,
        host,
        port: signed.port,
    };
    let artifacts = Artifacts {
        timestamp: expiry,
        nonce: "",
        hash: "",
        ext: &ext,
    };
    let computed = Key::new(&secret.access_token).mac(Form::Bewit, &target, &artifacts);
    if !is_same(&computed, &mac) {
        return Err("Unauthorized: Bad mac".to_owned());
    }
    Ok(Verified {
        client_id: id,
        scopes: secret.scopes,
        expires: secret.expires,
        hash: None,
    })
}

struct Bewit {
    id: String,
    /// Seconds since 1970.
    expiry: i64,
    mac: String,
    ext: String,
}

fn parse(bewit: &str) -> Result<Bewit, String> {
    if !bewit
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
    {
        return Err(bad("Invalid bewit encoding"));
    }
    let text: String = loose_base64::decode(bewit)
        .into_iter()
        .map(char::from)
        .collect();
    let parts: Vec<String> = text.split('\\').map(str::to_owned).collect();
    let parts: [String; 4] = parts
        .try_into()
        .map_err(|_| bad("Invalid bewit structure"))?;
    let [id, expiry, mac, ext] = parts;
    let expiry = leading_number(&expiry);
    if id.is_empty() || expiry == 0 || mac.is_empty() {
        return Err(bad("Missing bewit attributes"));
    }
    Ok(Bewit {
        id,
        expiry,
        mac,
        ext,
    })
}

fn bad(problem: &str) -> String {
    format!("Bad Request: {problem}")
}

/// Path and query without the bewit, which is what was signed, and the bewit.
fn split(target: &str) -> Option<(String, &str)> {
    let (path, query) = target.split_once('?')?;
    let value = |pair: &'_ str| -> Option<usize> {
        pair.strip_prefix(BEWIT)?
            .strip_prefix('=')
            .map(|value| pair.len() - value.len())
    };
    let bewit = raw_pairs(query)
        .filter(|pair| value(pair).is_some())
        .last()?;
    let rest: Vec<&str> = query.split('&').filter(|pair| *pair != bewit).collect();
    let resource = if rest.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{}", rest.join("&"))
    };
    Some((resource, &bewit[value(bewit)?..]))
}

/// The number that a text begins with; 0 where it begins with none.
fn leading_number(text: &str) -> i64 {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    text[..end].parse().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bewit_is_taken_out_wherever_it_stands() {
        for (target, resource) in [
            ("/a?bewit=B", "/a"),
            ("/a?bewit=B&x=1", "/a?x=1"),
            ("/a?x=1&bewit=B", "/a?x=1"),
            ("/a?x=1&bewit=B&y=2", "/a?x=1&y=2"),
        ] {
            assert_eq!(split(target), Some((resource.to_owned(), "B")), "{target}");
        }
        assert_eq!(split("/a?xbewit=B"), None);
    }

    #[test]
    fn an_expiry_is_read_as_far_as_it_is_a_number() {
        assert_eq!(leading_number("12x"), 12);
        assert_eq!(leading_number("x"), 0);
    }
}
