//! Certificates: what temporary credentials carry to say who vouches for them, and for what.

use std::fmt;
use std::time::Duration;

use serde::Deserialize;
use time::OffsetDateTime;

use crate::credentials::check_scopes;
use crate::error::CredentialsError;

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

#[derive(Clone, PartialEq, Eq, Deserialize)]
struct Fields {
    version: u32,
    scopes: Vec<String>,
    start: i64,
    expiry: i64,
    seed: String,
    // The server demands it; it is sent on as part of the text, and never looked at here.
    #[serde(rename = "signature")]
    _signature: String,
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
        let fields: Fields = serde_json::from_str(json).map_err(|e| {
            // The parser's message names position and field, and quotes no value but a type's.
            CredentialsError::new(format!(
                "the certificate is not the JSON of a Taskcluster certificate (line {}, column {})",
                e.line(),
                e.column()
            ))
        })?;
        if fields.version != 1 {
            return Err(CredentialsError::new(format!(
                "the certificate has version {}, and only 1 is known",
                fields.version
            )));
        }
        check_seed("the certificate's seed", &fields.seed)?;
        check_scopes("the certificate's scope", &fields.scopes)?;
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
