//! Hawk: the signature of a request, as a header or, for a URL that anybody may fetch, as a bewit.
//!
//! Everything here is a pure function of its arguments, the time and the nonce among them. What is
//! signed is text that the caller also puts on the wire: the exact request target, the lower-case
//! host and the port as the server sees them.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

use crate::answer::error::CredentialsError;
use crate::identity::credentials::Credentials;

/// The longest `Authorization` header that the server reads, in bytes.
pub const MAX_HEADER: usize = 4096;
/// The longest path and query of a bewit-signed URL that the server reads, in bytes.
pub const MAX_BEWIT_RESOURCE: usize = 4096;

/// The length of a hash in base64.
const BASE64: usize = 44;

/// What of a request is signed, as it stands on the wire.
#[derive(Clone, Copy, Debug)]
pub struct Target<'a> {
    /// The verb, in capitals.
    pub method: &'a str,
    /// Path and query, byte for byte; for a bewit without the `bewit` parameter.
    pub resource: &'a str,
    /// The host, in lower case; an IPv6 address keeps its brackets.
    pub host: &'a str,
    /// The port, also where it is the scheme's default.
    pub port: u16,
}

/// Which of Hawk's two forms a signature is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The `Authorization` header.
    Header,
    /// The `bewit` query parameter.
    Bewit,
}

/// What is signed beside the target. Absent parts are empty.
///
/// `Debug` leaves `ext` out: it has the certificate's seed and signature.
#[derive(Clone, Copy)]
pub struct Artifacts<'a> {
    /// Seconds since 1970: of now for a header, of the end of validity for a bewit.
    pub timestamp: i64,
    /// A text that differs from request to request; empty for a bewit.
    pub nonce: &'a str,
    /// The [`payload_hash`], or nothing.
    pub hash: &'a str,
    /// Base64 of the JSON that carries certificate and authorized scopes, or nothing.
    pub ext: &'a str,
}

impl fmt::Debug for Artifacts<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Artifacts")
            .field("timestamp", &self.timestamp)
            .field("nonce", &self.nonce)
            .field("hash", &self.hash)
            .finish_non_exhaustive()
    }
}

/// An access token prepared for signing: the HMAC state after the key was absorbed.
#[derive(Clone)]
pub struct Key(Hmac<Sha256>);

impl Key {
    /// Prepares an access token.
    pub fn new(access_token: &str) -> Self {
        // HMAC takes keys of every length; the error type is that of keyed algorithms at large.
        let state = Hmac::new_from_slice(access_token.as_bytes());
        Self(state.unwrap_or_else(|_| unreachable!("HMAC takes keys of every length")))
    }

    /// The signature, in standard base64.
    pub fn mac(&self, form: Form, target: &Target<'_>, artifacts: &Artifacts<'_>) -> String {
        STANDARD.encode(self.sign(form, target, artifacts))
    }

    fn sign(&self, form: Form, target: &Target<'_>, artifacts: &Artifacts<'_>) -> [u8; 32] {
        let form = match form {
            Form::Header => "hawk.1.header\n",
            Form::Bewit => "hawk.1.bewit\n",
        };
        let (mut timestamp, mut port) = (itoa::Buffer::new(), itoa::Buffer::new());
        let lines = [
            timestamp.format(artifacts.timestamp),
            artifacts.nonce,
            target.method,
            target.resource,
            target.host,
            port.format(target.port),
            artifacts.hash,
            artifacts.ext,
        ];
        let mut hmac = self.0.clone();
        hmac.update(form.as_bytes());
        for line in lines {
            hmac.update(line.as_bytes());
            hmac.update(b"\n");
        }
        hmac.finalize().into_bytes().into()
    }

    /// HMAC-SHA256 of a text, as certificates and temporary tokens are made of.
    pub(crate) fn digest(&self, text: &str) -> [u8; 32] {
        let hmac = self.0.clone().chain_update(text);
        hmac.finalize().into_bytes().into()
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(..)")
    }
}

/// The hash of a payload, in standard base64.
///
/// The content type counts in lower case and without its parameters.
pub fn payload_hash(content_type: &str, payload: &[u8]) -> String {
    let media_type = content_type
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    let mut sha = Sha256::new();
    sha.update("hawk.1.payload\n");
    sha.update(&media_type);
    sha.update("\n");
    sha.update(payload);
    sha.update("\n");
    STANDARD.encode(sha.finalize())
}

/// Everything of a client's signatures that does not change from call to call.
///
/// `Debug` shows the client ID alone.
#[derive(Clone)]
pub struct Signer {
    id: String,
    key: Key,
    ext: String,
}

impl Signer {
    /// A signer from its parts; `ext` is sent as it is.
    ///
    /// # Errors
    /// `id` or `ext` has a character that a Hawk header cannot carry: only printable ASCII without
    /// `"` and `\` can.
    pub fn new(id: &str, access_token: &str, ext: &str) -> Result<Self, CredentialsError> {
        check_attribute("the client ID", id)?;
        check_attribute("ext", ext)?;
        Ok(Self {
            id: id.to_owned(),
            key: Key::new(access_token),
            ext: ext.to_owned(),
        })
    }

    /// A signer for credentials, limited to some of their scopes if any are named.
    pub(crate) fn of(
        credentials: &Credentials,
        authorized_scopes: Option<&[String]>,
    ) -> Result<Self, CredentialsError> {
        let ext = ext_json(credentials, authorized_scopes)?;
        let ext = ext.map(|json| STANDARD.encode(json)).unwrap_or_default();
        Self::new(credentials.client_id(), credentials.access_token(), &ext)
    }

    /// Whether a certificate or authorized scopes are part of each signature.
    pub(crate) fn carries_scopes(&self) -> bool {
        !self.ext.is_empty()
    }

    /// The value of the `Authorization` header.
    pub fn header(
        &self,
        target: &Target<'_>,
        hash: Option<&str>,
        timestamp: i64,
        nonce: &str,
    ) -> String {
        let artifacts = Artifacts {
            timestamp,
            nonce,
            hash: hash.unwrap_or_default(),
            ext: &self.ext,
        };
        let mut mac = [0; BASE64];
        let mac = encoded(self.key.sign(Form::Header, target, &artifacts), &mut mac);
        let mut seconds = itoa::Buffer::new();
        let hash = if artifacts.hash.is_empty() {
            ""
        } else {
            "\", hash=\""
        };
        let ext = if self.ext.is_empty() {
            ""
        } else {
            "\", ext=\""
        };
        // In one piece, whose length is known: a header's value takes it over as it is.
        [
            "Hawk id=\"",
            &self.id,
            "\", ts=\"",
            seconds.format(timestamp),
            "\", nonce=\"",
            nonce,
            hash,
            artifacts.hash,
            ext,
            &self.ext,
            "\", mac=\"",
            mac,
            "\"",
        ]
        .concat()
    }

    /// The value of the `bewit` parameter that makes a URL valid until `expiry`, exclusive, in
    /// seconds since 1970.
    pub fn bewit(&self, target: &Target<'_>, expiry: i64) -> String {
        let artifacts = Artifacts {
            timestamp: expiry,
            nonce: "",
            hash: "",
            ext: &self.ext,
        };
        let mac = self.key.mac(Form::Bewit, target, &artifacts);
        URL_SAFE_NO_PAD.encode(format!("{}\\{expiry}\\{mac}\\{}", self.id, self.ext))
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Signer").field(&self.id).finish()
    }
}

/// A hash in standard base64, in room that is there for it.
fn encoded(hash: [u8; 32], room: &mut [u8; BASE64]) -> &str {
    let length = STANDARD.encode_slice(hash, room).unwrap_or_default();
    str::from_utf8(&room[..length]).unwrap_or_default()
}

fn ext_json(
    credentials: &Credentials,
    authorized_scopes: Option<&[String]>,
) -> Result<Option<String>, CredentialsError> {
    let mut members = Vec::new();
    if let Some(certificate) = credentials.certificate() {
        members.push(format!("\"certificate\":{}", certificate.as_json()));
    }
    if let Some(scopes) = authorized_scopes {
        crate::identity::text::check_scopes("authorized scope", scopes)?;
        let scopes = serde_json::Value::from(scopes);
        members.push(format!("\"authorizedScopes\":{scopes}"));
    }
    Ok((!members.is_empty()).then(|| format!("{{{}}}", members.join(","))))
}

fn check_attribute(what: &str, value: &str) -> Result<(), CredentialsError> {
    if crate::identity::text::is_header_text(value) {
        return Ok(());
    }
    Err(CredentialsError::new(format!(
        "{what} cannot be sent in a Hawk header: only printable ASCII without \" and \\ can"
    )))
}
