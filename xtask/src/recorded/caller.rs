//! Who signs the requests of a recording. It says of each whether it was signed; by whom, and what was
//! wrong with the signature on purpose, follows from its name.

use std::error::Error;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use serde_json::{Value, json};
use taskcluster_core::hawk::{Signer, Target, payload_hash};
use taskcluster_core::{Credentials, slugid};
use time::{Duration, OffsetDateTime};

use super::case::Case;
use super::known::Known;
use super::send::Wire;

/// Whoever sends a request, and how.
#[derive(Debug)]
pub enum Caller {
    Nobody,
    /// This header.
    Header(&'static str),
    Signed(Signature),
    /// A URL that is valid until then, and perhaps a signature beside it.
    Bewit {
        credentials: Credentials,
        expiry: i64,
        beside: Option<Signature>,
    },
}

/// A signature to be.
#[derive(Debug)]
pub struct Signature {
    credentials: Credentials,
    /// What the signature carries: the certificate and `authorizedScopes`.
    ext: Ext,
    /// How far the caller's clock is behind.
    late: Duration,
    /// The payload's hash, where it is signed.
    hash: Hash,
}

#[derive(Debug, Default)]
struct Ext {
    temporary: Option<Temporary>,
    authorized_scopes: Option<&'static [&'static str]>,
}

/// Temporary credentials to be, without scopes.
#[derive(Debug)]
struct Temporary {
    name: &'static str,
    start: Duration,
    expiry: Duration,
    /// How much longer the certificate claims to last than it was signed for.
    more: Duration,
}

#[derive(Debug)]
enum Hash {
    None,
    OfAnother,
    Short,
}

/// Temporary credentials of an hour, where nothing else is said.
const HOUR: Temporary = Temporary {
    name: "",
    start: Duration::MINUTE,
    expiry: Duration::HOUR,
    more: Duration::ZERO,
};

impl Caller {
    pub fn of(case: &Case, known: &Known) -> Self {
        let root = known.root();
        if let Some(expiry) = bewit_expiry(&case.path) {
            return Self::Bewit {
                credentials: root.clone(),
                expiry: expiry + known.shift().whole_seconds(),
                beside: case.signed.then(|| Signature::by(root)),
            };
        }
        if !case.signed {
            return Self::Nobody;
        }
        match case.id.as_str() {
            "bad_header" | "public_bad_auth" => return Self::Header("Hawk id=\"x\""),
            "basic" => return Self::Header("Basic eDp5"),
            "bearer" => return Self::Header("Bearer x"),
            _ => {}
        }
        Self::Signed(signature(case, known))
    }

    /// The `Authorization` header.
    pub fn header(
        &self,
        wire: &Wire,
        root_url: &str,
        now: OffsetDateTime,
    ) -> Result<Option<String>, Box<dyn Error>> {
        match self {
            Self::Nobody => Ok(None),
            Self::Header(header) => Ok(Some((*header).to_owned())),
            Self::Signed(signature) => signature.header(wire, root_url, now).map(Some),
            Self::Bewit { beside, .. } => {
                let header = beside
                    .as_ref()
                    .map(|signature| signature.header(wire, root_url, now));
                header.transpose()
            }
        }
    }

    /// Path and query with a bewit of ours in place of the recorded one.
    pub fn bewit(&self, wire: &Wire, root_url: &str) -> Result<Option<String>, Box<dyn Error>> {
        let Self::Bewit {
            credentials,
            expiry,
            ..
        } = self
        else {
            return Ok(None);
        };
        let (path, _) = wire
            .target
            .split_once("?bewit=")
            .ok_or("the bewit is not the whole query")?;
        let signer = Signer::new(credentials.client_id(), credentials.access_token(), "")?;
        let bewit = signer.bewit(&target("GET", path, root_url), *expiry);
        Ok(Some(format!("{path}?bewit={bewit}")))
    }
}

/// The signature of a request that is signed by a header.
fn signature(case: &Case, known: &Known) -> Signature {
    let root = known.root();
    let client = |id: &str| known.credentials(id).unwrap_or(root);
    let temporary = |temporary| Signature {
        ext: Ext {
            temporary: Some(temporary),
            authorized_scopes: None,
        },
        ..Signature::by(root)
    };
    let tester = Credentials::new("tester", "no-secret");
    let wrong_token = slugid::v4() + &slugid::v4();
    match case.id.as_str() {
        "scopes_current" => Signature::by(client("cl_create")),
        "old_token" => Signature::by(client("cl_create")),
        "disabled_use" => Signature::by(client("cl_reset")),
        "expired_client_use" => Signature::by(client("cl_past")),
        "reclaim" => Signature::by(client("claim")),
        "wm_worker_scopes" => Signature::by(client("wm_register_again")),
        "qa_object_scopes" => Signature::by(client("qa_create_object")),
        "unknown_client" => Signature::by(&Credentials::new("no/body", wrong_token)),
        "testauth_badmac" => Signature::by(&Credentials::new("tester", wrong_token)),
        "testauth_stale" => Signature {
            late: Duration::minutes(16),
            ..Signature::by(&tester)
        },
        "hash_bad" => Signature {
            hash: Hash::OfAnother,
            ..Signature::by(&tester)
        },
        "hash_short" => Signature {
            hash: Hash::Short,
            ..Signature::by(&tester)
        },
        "tmp_ok" => temporary(HOUR),
        "tmp_named" => temporary(Temporary {
            name: "named",
            ..HOUR
        }),
        "tmp_expired" => temporary(Temporary {
            start: Duration::HOUR,
            expiry: -Duration::minutes(10),
            ..HOUR
        }),
        "tmp_32d" => temporary(Temporary {
            expiry: Duration::days(30),
            more: Duration::days(2),
            ..HOUR
        }),
        "authz_ok" => Signature::limited(root, &[]),
        "authz_none" => Signature {
            ext: Ext {
                temporary: Some(HOUR),
                authorized_scopes: Some(&["queue:*"]),
            },
            ..Signature::by(root)
        },
        "t_noscope" => Signature::limited(root, &["queue:*"]),
        _ if case.path.contains("/test-authenticate") => Signature::by(&tester),
        _ => Signature::by(root),
    }
}

impl Signature {
    fn by(credentials: &Credentials) -> Self {
        Self {
            credentials: credentials.clone(),
            ext: Ext::default(),
            late: Duration::ZERO,
            hash: Hash::None,
        }
    }

    fn limited(credentials: &Credentials, scopes: &'static [&'static str]) -> Self {
        Self {
            ext: Ext {
                temporary: None,
                authorized_scopes: Some(scopes),
            },
            ..Self::by(credentials)
        }
    }

    fn header(
        &self,
        wire: &Wire,
        root_url: &str,
        now: OffsetDateTime,
    ) -> Result<String, Box<dyn Error>> {
        let (credentials, ext) = self.ext.of(&self.credentials, now)?;
        let signer = Signer::new(credentials.client_id(), credentials.access_token(), &ext)?;
        let hash = match self.hash {
            Hash::None => None,
            Hash::OfAnother => Some(payload_hash("application/json", b"{}")),
            Hash::Short => Some(STANDARD.encode("short")),
        };
        let target = target(&wire.verb, &wire.target, root_url);
        let time = (now - self.late).unix_timestamp();
        Ok(signer.header(&target, hash.as_deref(), time, &slugid::v4()))
    }
}

impl Ext {
    /// Who signs in the end, and the text that is signed along.
    fn of(
        &self,
        credentials: &Credentials,
        now: OffsetDateTime,
    ) -> Result<(Credentials, String), Box<dyn Error>> {
        let mut credentials = credentials.clone();
        let mut ext = json!({});
        if let Some(temporary) = &self.temporary {
            let (start, expiry) = (now - temporary.start, now + temporary.expiry);
            credentials = credentials.temporary(start, expiry).named(temporary.name)?;
        }
        if let Some(certificate) = credentials.certificate() {
            let mut certificate: Value = serde_json::from_str(certificate.as_json())?;
            let more = self
                .temporary
                .as_ref()
                .map_or(Duration::ZERO, |temporary| temporary.more);
            let expiry = certificate["expiry"].as_i64().unwrap_or_default();
            certificate["expiry"] = (expiry + i64::try_from(more.whole_milliseconds())?).into();
            ext["certificate"] = certificate;
        }
        if let Some(scopes) = self.authorized_scopes {
            ext["authorizedScopes"] = scopes.into();
        }
        let is_empty = ext.as_object().is_none_or(serde_json::Map::is_empty);
        let text = if is_empty {
            String::new()
        } else {
            STANDARD.encode(ext.to_string())
        };
        Ok((credentials, text))
    }
}

/// What is signed of a request to the fake.
fn target<'a>(method: &'a str, resource: &'a str, root_url: &'a str) -> Target<'a> {
    let address = root_url.trim_start_matches("http://");
    let (host, port) = address.rsplit_once(':').unwrap_or((address, "80"));
    Target {
        method,
        resource,
        host,
        port: port.parse().unwrap_or(80),
    }
}

/// Until when the bewit in a recorded path was valid, in seconds since 1970.
fn bewit_expiry(path: &str) -> Option<i64> {
    let (_, bewit) = path.split_once("bewit=")?;
    let parts = String::from_utf8(URL_SAFE_NO_PAD.decode(bewit).ok()?).ok()?;
    parts.split('\\').nth(1)?.parse().ok()
}
