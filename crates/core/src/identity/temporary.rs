//! Temporary credentials, made without asking the server.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use serde_json::json;
use time::OffsetDateTime;

use crate::answer::error::{CredentialsError, Result};
use crate::identity::certificate::{Certificate, check_seed};
use crate::identity::credentials::Credentials;
use crate::identity::hawk::Key;
use crate::identity::text::{check_scopes, is_header_text};
use crate::slugid;

/// The longest validity of temporary credentials: 31 days, in milliseconds.
const MAX_MILLIS: i64 = 31 * 24 * 60 * 60 * 1000;

impl Credentials {
    /// Begins temporary credentials that these permanent ones vouch for.
    ///
    /// No request is made. The result can do no more than its scopes, ends at `expiry`, and ends
    /// early when these credentials are revoked. Do not correct for differing clocks: the server
    /// allows five minutes on both ends.
    ///
    /// ```
    /// use std::time::Duration;
    /// use time::OffsetDateTime;
    /// # use taskcluster_core::Credentials;
    /// # let credentials = Credentials::new("issuer", "t0ken-0f-22-ch4r5-or-more");
    ///
    /// let now = OffsetDateTime::now_utc();
    /// let reader = credentials
    ///     .temporary(now, now + Duration::from_secs(3600))
    ///     .scopes(["queue:get-artifact:private/*"])
    ///     .named("issuer/reader")?;
    /// assert_eq!(reader.client_id(), "issuer/reader");
    /// # Ok::<(), taskcluster_core::Error>(())
    /// ```
    pub fn temporary(&self, start: OffsetDateTime, expiry: OffsetDateTime) -> Temporary<'_> {
        Temporary::new(self, start, expiry)
    }
}

/// Temporary credentials in the making; see [`Credentials::temporary`]. `Debug` leaves a given seed
/// out.
#[derive(Clone)]
#[must_use = "finish with `named` or `unnamed`"]
pub struct Temporary<'a> {
    issuer: &'a Credentials,
    start: OffsetDateTime,
    expiry: OffsetDateTime,
    scopes: Vec<String>,
    seed: Option<String>,
}

impl<'a> Temporary<'a> {
    pub(crate) fn new(
        issuer: &'a Credentials,
        start: OffsetDateTime,
        expiry: OffsetDateTime,
    ) -> Self {
        Self {
            issuer,
            start,
            expiry,
            scopes: Vec::new(),
            seed: None,
        }
    }

    /// Grants scopes, in addition to those already granted. Without any, the credentials can do
    /// what an anonymous caller can.
    pub fn scopes<S: Into<String>>(mut self, scopes: impl IntoIterator<Item = S>) -> Self {
        self.scopes.extend(scopes.into_iter().map(Into::into));
        self
    }

    /// Uses a given seed of 44 ASCII characters instead of a random one, so that a test can repeat
    /// the result. Whoever knows seed and access token can make these credentials.
    pub fn seed(mut self, seed: impl Into<String>) -> Self {
        self.seed = Some(seed.into());
        self
    }

    /// Finishes credentials that act under a name of their own, by which logs can tell them apart.
    ///
    /// The issuer needs the scope `auth:create-client:<name>`; the server checks that, when they
    /// are used. An empty name makes unnamed credentials, as in the Python client.
    ///
    /// # Errors
    /// See [`unnamed`](Self::unnamed); and the name is the issuer's own, or has characters that a
    /// request cannot carry.
    pub fn named(self, name: &str) -> Result<Credentials> {
        if name == self.issuer.client_id() {
            return Err(CredentialsError::new(
                "the name of temporary credentials must differ from the issuer's client ID; use \
                 `unnamed`",
            )
            .into());
        }
        self.issue(Some(name).filter(|name| !name.is_empty()))
    }

    /// Finishes credentials that act under the issuer's client ID.
    ///
    /// # Errors
    /// The issuer is itself temporary or incomplete, or cannot be sent; `expiry` is before `start`, or more than 31
    /// days after it; a scope has characters that scopes cannot have; a given seed does not
    /// have 44 ASCII characters.
    pub fn unnamed(self) -> Result<Credentials> {
        self.issue(None)
    }

    fn issue(self, name: Option<&str>) -> Result<Credentials> {
        let (start, expiry) = self.check()?;
        let seed = self
            .seed
            .unwrap_or_else(|| slugid::nice() + &slugid::nice());
        check_seed("the seed", &seed)?;
        let key = Key::new(self.issuer.access_token());
        let issuer = name.map(|_| self.issuer.client_id());

        let mut signed = String::from("version:1\n");
        if let (Some(name), Some(issuer)) = (name, issuer) {
            signed += &format!("clientId:{name}\nissuer:{issuer}\n");
        }
        signed += &format!("seed:{seed}\nstart:{start}\nexpiry:{expiry}\nscopes:");
        for scope in &self.scopes {
            signed.extend(["\n", scope]);
        }

        let mut certificate = json!({
            "version": 1,
            "scopes": self.scopes,
            "start": start,
            "expiry": expiry,
            "seed": seed,
            "signature": STANDARD.encode(key.digest(&signed)),
        });
        if let Some(issuer) = issuer {
            certificate["issuer"] = issuer.into();
        }
        let token = URL_SAFE_NO_PAD.encode(key.digest(&seed));
        let client_id = name.unwrap_or(self.issuer.client_id());
        if !is_header_text(client_id) {
            return Err(CredentialsError::new(format!(
                "the client ID {client_id:?} cannot be sent: only printable ASCII without \" and \\ \
                 is allowed"
            ))
            .into());
        }
        let certificate = Certificate::parse(&certificate.to_string())?;
        Ok(Credentials::new(client_id, token).with_certificate(certificate))
    }

    /// Checks the server's rules; returns start and expiry in milliseconds.
    fn check(&self) -> Result<(i64, i64), CredentialsError> {
        let refuse = |why: &str| Err(CredentialsError::new(why));
        if self.issuer.certificate().is_some() {
            return refuse("temporary credentials cannot issue others; use permanent ones");
        }
        if self.issuer.client_id().is_empty() || self.issuer.access_token().is_empty() {
            return refuse("the issuing credentials lack a client ID or an access token");
        }
        self.issuer.check_texts()?;
        let (start, expiry) = (millis(self.start), millis(self.expiry));
        if expiry < start {
            return refuse("temporary credentials cannot expire before they start");
        }
        if expiry - start > MAX_MILLIS {
            return refuse("temporary credentials cannot last longer than 31 days");
        }
        check_scopes("the scope", &self.scopes)?;
        Ok((start, expiry))
    }
}

impl fmt::Debug for Temporary<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Temporary")
            .field("issuer", self.issuer)
            .field("start", &self.start)
            .field("expiry", &self.expiry)
            .field("scopes", &self.scopes)
            .finish_non_exhaustive()
    }
}

/// Whole milliseconds since 1970. Every date that the type can hold fits.
fn millis(date: OffsetDateTime) -> i64 {
    date.unix_timestamp() * 1000 + i64::from(date.millisecond())
}
