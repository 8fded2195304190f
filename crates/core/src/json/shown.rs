//! JSON of unknown form as `Debug` shows it: without what is known to be secret by its name.

use std::fmt;

use serde::Serialize;
use serde_json::Value;

use crate::answer::shown::shown_url;

/// Whether members of this name hold secrets: schemas do not say it. Upper and lower case are one.
pub fn is_secret(member: &str) -> bool {
    const SECRETS: [&str; 17] = [
        "accessToken",
        "authorization",
        "certificate",
        "connectionString",
        "keyMaterial",
        "password",
        "privateKey",
        "putUrl",
        "sas",
        "secret",
        "secretAccessKey",
        "secretToken",
        "secrets",
        "sessionToken",
        "staticSecret",
        "token",
        "userData",
    ];
    SECRETS
        .iter()
        .any(|secret| secret.eq_ignore_ascii_case(member))
}

/// JSON, or what is written as JSON, for `Debug`: values of secret members are left out, and URLs
/// lose what may be a signature or a password.
pub fn shown<T: Serialize>(json: &T) -> impl fmt::Debug + use<T> {
    Shown(serde_json::to_value(json).unwrap_or_default())
}

struct Shown(Value);

impl fmt::Debug for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Part(&self.0).fmt(f)
    }
}

struct Part<'v>(&'v Value);

impl fmt::Debug for Part<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Value::Object(members) => {
                let mut map = f.debug_map();
                for (name, value) in members {
                    // Headers of a request that is described there may sign it.
                    if is_secret(name) || name.eq_ignore_ascii_case("headers") {
                        map.entry(name, &format_args!(".."));
                    } else {
                        map.entry(name, &Part(value));
                    }
                }
                map.finish()
            }
            Value::Array(items) => f.debug_list().entries(items.iter().map(Part)).finish(),
            Value::String(text) if text.contains("://") => shown_url(text).fmt(f),
            Value::String(text) => text.fmt(f),
            other => write!(f, "{other}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn secrets_and_signatures_are_left_out() {
        let json = json!([
            {"accessToken": "s3cret", "AccessToken": ["s3cret"], "credentials": {"token": 1}, "headers": {}},
            {"url": "https://u:s3cret@h/a?sig=s3cret", "n": 1.5, "b": null, "text": "a\n\u{1b}"},
        ]);
        assert_eq!(
            format!("{:?}", shown(&json)),
            r#"[{"AccessToken": .., "accessToken": .., "credentials": {"token": ..}, "headers": ..}, "#.to_owned()
                + r#"{"b": null, "n": 1.5, "text": "a\n\u{1b}", "url": "https://h/a"}]"#
        );
    }
}
