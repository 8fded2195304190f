//! Certificates: what temporary credentials carry to say who vouches for them, and for what.

use std::fmt;
use std::time::Duration;

use serde_json::Value;
use time::OffsetDateTime;

use crate::answer::error::CredentialsError;
use crate::identity::text::check_scopes;

/// The length of a certificate's seed, in characters.
const SEED_LENGTH: usize = 44;

/// The certificate of temporary credentials.
///
/// It proves by its signature that the issuer granted the scopes; the server checks that, so a
/// certificate that parses is not thereby valid. `Debug` leaves out seed and signature.
#[derive(Clone, PartialEq, Eq)]
pub struct Certificate {
    json: String,
    fields: Fields,
}

#[derive(Clone, PartialEq, Eq)]
struct Fields {
    scopes: Vec<String>,
    start: i64,
    expiry: i64,
    issuer: Option<String>,
}

impl Certificate {
    /// Reads a certificate from its JSON text, as it stands in `TASKCLUSTER_CERTIFICATE` or in the
    /// credentials of a claimed task. The text is sent to the server as given.
    ///
    /// # Errors
    /// The text is not a JSON object with the fields of a certificate, or breaks a rule by which
    /// every server would refuse it: version 1, a seed of 44 ASCII characters, scopes in
    /// printable ASCII.
    pub fn parse(json: &str) -> Result<Self, CredentialsError> {
        let value: Value = serde_json::from_str(json).map_err(|e| {
            // Not the parser's own message: it may quote what it read.
            CredentialsError::new(format!(
                "the certificate is not JSON (line {}, column {})",
                e.line(),
                e.column()
            ))
        })?;
        let fields = Fields::read(&value)?;
        Ok(Self {
            json: json.trim().to_owned(),
            fields,
        })
    }

    /// The JSON text, as it was given.
    pub fn as_json(&self) -> &str {
        &self.json
    }

    /// The client that vouches, where the credentials are named; otherwise it is their client ID.
    pub fn issuer(&self) -> Option<&str> {
        self.fields.issuer.as_deref()
    }

    /// The scopes that the credentials are limited to.
    pub fn scopes(&self) -> &[String] {
        &self.fields.scopes
    }

    /// When validity begins, to the millisecond.
    pub fn start(&self) -> OffsetDateTime {
        from_millis(self.fields.start)
    }

    /// When validity ends, to the millisecond.
    pub fn expiry(&self) -> OffsetDateTime {
        from_millis(self.fields.expiry)
    }

    /// Whether the certificate has expired, to the millisecond.
    ///
    /// There is no hidden margin here, unlike in the Python client, whose `isExpired` adds one of
    /// 1.2 seconds where 20 minutes were meant. Ask [`expires_within`](Self::expires_within) to
    /// renew in time.
    pub fn is_expired(&self) -> bool {
        self.expires_within(Duration::ZERO)
    }

    /// Whether the certificate has expired, or will before the margin has passed.
    pub fn expires_within(&self, margin: Duration) -> bool {
        self.expires_within_from(OffsetDateTime::now_utc(), margin)
    }

    /// Whether, as of the given time, the certificate has expired or will before the margin has
    /// passed.
    pub fn expires_within_from(&self, now: OffsetDateTime, margin: Duration) -> bool {
        let now = now.unix_timestamp_nanos().div_euclid(1_000_000);
        let margin = i128::try_from(margin.as_millis()).unwrap_or(i128::MAX);
        i128::from(self.fields.expiry) < now.saturating_add(margin)
    }
}

impl Fields {
    fn read(certificate: &Value) -> Result<Self, CredentialsError> {
        let unfit = |name: &str, kind: &str| {
            CredentialsError::new(format!(
                "the certificate must be a JSON object in which \"{name}\" is {kind}"
            ))
        };
        let text = |name: &str| {
            certificate[name]
                .as_str()
                .ok_or_else(|| unfit(name, "a text"))
        };
        let millis = |name: &str| {
            let millis = certificate[name].as_i64();
            millis.ok_or_else(|| unfit(name, "a whole number of milliseconds"))
        };
        if certificate["version"] != 1 {
            return Err(unfit("version", "1"));
        }
        let scopes = certificate["scopes"].as_array().and_then(|scopes| {
            let texts = scopes.iter().map(|scope| Some(scope.as_str()?.to_owned()));
            texts.collect::<Option<Vec<_>>>()
        });
        let fields = Self {
            scopes: scopes.ok_or_else(|| unfit("scopes", "a list of texts"))?,
            start: millis("start")?,
            expiry: millis("expiry")?,
            issuer: match &certificate["issuer"] {
                Value::Null => None,
                _ => Some(text("issuer")?.to_owned()),
            },
        };
        // The server demands it; it is sent on as part of the text, and never looked at here.
        text("signature")?;
        check_seed("the certificate's seed", text("seed")?)?;
        check_scopes("the certificate's scope", &fields.scopes)?;
        Ok(fields)
    }
}

impl fmt::Debug for Certificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Certificate")
            .field("issuer", &self.issuer())
            .field("start", &self.start())
            .field("expiry", &self.expiry())
            .field("scopes", &self.scopes())
            .finish_non_exhaustive()
    }
}

pub(crate) fn check_seed(what: &str, seed: &str) -> Result<(), CredentialsError> {
    let problem = if !seed.is_ascii() {
        "characters that are not ASCII".to_owned()
    } else if seed.len() != SEED_LENGTH {
        format!("{} characters instead of {SEED_LENGTH}", seed.len())
    } else {
        return Ok(());
    };
    Err(CredentialsError::new(format!("{what} has {problem}")))
}

/// Milliseconds since 1970 as a date; a value beyond what a date can hold becomes the last, or the
/// first, that it can.
fn from_millis(millis: i64) -> OffsetDateTime {
    let nanos = i128::from(millis) * 1_000_000;
    let end = if millis < 0 {
        time::PrimitiveDateTime::MIN
    } else {
        time::PrimitiveDateTime::MAX
    };
    OffsetDateTime::from_unix_timestamp_nanos(nanos).unwrap_or(end.assume_utc())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn certificate() -> Value {
        json!({
            "version": 1,
            "scopes": ["a", "b*"],
            "start": 1_000,
            "expiry": 2_000,
            "seed": "s".repeat(SEED_LENGTH),
            "signature": "sig",
        })
    }

    fn problem(certificate: &Value) -> String {
        let refused = Certificate::parse(&certificate.to_string());
        refused.expect_err("not a certificate").to_string()
    }

    #[test]
    fn an_issuer_may_be_missing_or_null() {
        let mut value = certificate();
        for issuer in [None, Some(Value::Null), Some(json!("ci"))] {
            let name = issuer.as_ref().and_then(Value::as_str).map(str::to_owned);
            if let Some(issuer) = issuer {
                value["issuer"] = issuer;
            }
            let read = Certificate::parse(&value.to_string()).expect("a certificate");
            assert_eq!(read.issuer(), name.as_deref());
            assert_eq!(read.scopes(), ["a", "b*"]);
        }
    }

    #[test]
    fn an_error_names_the_member_and_repeats_no_value() {
        for (name, wrong) in [
            ("version", json!(2)),
            ("version", json!("tell-tale")),
            ("scopes", json!("tell-tale")),
            ("scopes", json!([1])),
            ("start", json!("tell-tale")),
            ("expiry", json!(1.5)),
            ("expiry", json!(u64::MAX)),
            ("seed", json!(["tell-tale"])),
            ("seed", json!("tell-tale")),
            ("seed", json!("\u{e9}".repeat(SEED_LENGTH / 2))),
            ("signature", json!({"tell-tale": 1})),
            ("issuer", json!(7)),
        ] {
            let mut value = certificate();
            value[name] = wrong;
            let problem = problem(&value);
            assert!(problem.contains(name), "{name}: {problem}");
            assert!(!problem.contains("tell-tale"), "{problem}");
        }
        for name in ["version", "scopes", "start", "expiry", "seed", "signature"] {
            let mut value = certificate();
            value.as_object_mut().expect("an object").remove(name);
            assert!(problem(&value).contains(name));
        }
    }

    #[test]
    fn only_an_object_is_a_certificate() {
        let members = certificate();
        let members = members.as_object().expect("an object").values().cloned();
        for value in [members.collect(), json!(null), json!(1), json!("text")] {
            assert!(problem(&value).contains("a JSON object"), "{value}");
        }
        for text in ["", "{", "{} {}", "tell-tale"] {
            let problem = Certificate::parse(text).expect_err("not JSON").to_string();
            assert!(problem.contains("not JSON (line 1"), "{problem}");
            assert!(!problem.contains("tell-tale"), "{problem}");
        }
    }
}
