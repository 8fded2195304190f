//! Where a redirect leads.

use taskcluster_core::shown_url;

use crate::error::{Error, Result};

/// The URL of a `Location` header, seen from the URL that answered with it.
pub(crate) fn joined(base: &str, location: &str) -> Result<String> {
    let location = location.trim();
    let location = location.split('#').next().unwrap_or_default();
    let (scheme, rest) = base.split_once("://").unwrap_or(("", base));
    let authority = rest.split(['/', '?']).next().unwrap_or_default();
    let url = if has_scheme(location) {
        location.to_owned()
    } else if location.starts_with("//") {
        format!("{scheme}:{location}")
    } else if location.starts_with('/') {
        format!("{scheme}://{authority}{location}")
    } else if location.is_empty() {
        return Err(Error::refused("a redirect leads nowhere"));
    } else {
        let path = rest[authority.len()..]
            .split('?')
            .next()
            .unwrap_or_default();
        let folder = path.rfind('/').map_or("/", |end| &path[..=end]);
        format!("{scheme}://{authority}{folder}{location}")
    };
    check(base, &url)?;
    Ok(url)
}

/// Refuses to leave https.
pub(crate) fn check(from: &str, to: &str) -> Result<()> {
    let is_https = |url: &str| {
        let scheme = url.get(..8).unwrap_or_default();
        scheme.eq_ignore_ascii_case("https://")
    };
    if is_https(from) && !is_https(to) {
        let to = shown_url(to);
        return Err(Error::refused(format!(
            "the way to the content leads from https to {to}, which nothing protects"
        )));
    }
    Ok(())
}

fn has_scheme(text: &str) -> bool {
    let Some((scheme, _)) = text.split_once(':') else {
        return false;
    };
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_location_is_seen_from_where_it_stands() {
        let base = "https://a.example:8/b/c?d=e/f";
        for (location, url) in [
            ("https://x.example/y?z", "https://x.example/y?z"),
            ("//x.example/y", "https://x.example/y"),
            ("/y?z", "https://a.example:8/y?z"),
            ("y", "https://a.example:8/b/y"),
            ("y:z/x", "https://a.example:8/b/y:z/x"),
            ("/y#part", "https://a.example:8/y"),
        ] {
            let found = joined(base, location);
            match location {
                // A scheme that nobody knows is one all the same.
                "y:z/x" => assert!(found.is_err(), "{found:?}"),
                _ => assert_eq!(found.expect("a URL"), url),
            }
        }
        assert_eq!(joined("http://a", "b").expect("a URL"), "http://a/b");
    }

    #[test]
    fn nothing_leads_away_from_https() {
        for location in ["http://x.example/?s3cret", "HTTP://x", "file:///etc/passwd"] {
            let why = joined("https://a/b", location).expect_err("no https");
            assert!(!why.to_string().contains("s3cret"), "{why}");
        }
        joined("http://a/b", "https://c/d").expect("towards https");
        joined("HTTPS://a/b", "https://c/d").expect("whatever the case");
    }
}
