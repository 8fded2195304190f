//! Who calls: the checks of signatures, in the server's order and with its messages.
//!
//! Nothing here is shared with the code that signs, except the computation of a request's MAC.

mod bewit;
mod ext;
mod header;
pub(crate) mod loose_base64;

use taskcluster_core::hawk::payload_hash;
use taskcluster_core::scopes::{Roles, ScopeSet};
use time::OffsetDateTime;

use crate::http::errors::{ApiError, Code};
use crate::http::query::Query;
use crate::http::types::HttpRequest;

/// The scope that every caller has.
pub(crate) const ANONYMOUS: &str = "assume:anonymous";

/// The longest header, and the longest path with query, that are looked at.
const MAX_LENGTH: usize = 4096;

/// How a caller is found out.
#[derive(Clone, Debug)]
pub(crate) enum Caller {
    /// The signature is good.
    Known { client_id: String, scopes: ScopeSet },
    /// There is no signature.
    Anonymous { scopes: ScopeSet },
    /// There is a signature, and something is wrong with it.
    Refused(ApiError),
}

/// What is known of a client, to check what it signed.
#[derive(Clone)]
pub(crate) struct Secret {
    pub(crate) access_token: String,
    /// Expanded.
    pub(crate) scopes: ScopeSet,
    pub(crate) expires: OffsetDateTime,
}

/// Where clients and roles are looked up.
pub(crate) struct Directory<'a> {
    /// The client, or why it cannot call.
    pub(crate) client: &'a dyn Fn(&str) -> Result<Secret, String>,
    pub(crate) roles: &'a Roles,
}

impl Directory<'_> {
    /// Scopes with what every caller has, expanded.
    fn with_anonymous(&self, scopes: &ScopeSet) -> Result<ScopeSet, String> {
        let expanded = self.roles.expand(scopes.iter().chain([ANONYMOUS]));
        expanded.map_err(|problem| problem.to_string())
    }
}

/// A signed request with all that goes into its signature.
struct Signed<'a> {
    request: &'a HttpRequest,
    host: String,
    port: u16,
    now: OffsetDateTime,
    directory: &'a Directory<'a>,
}

/// Whom a good signature is of.
pub(crate) struct Verified {
    pub(crate) client_id: String,
    pub(crate) scopes: ScopeSet,
    pub(crate) expires: OffsetDateTime,
    /// What the payload's hash must be, where that is signed too.
    pub(crate) hash: Option<String>,
}

/// Finds out who calls. `text` is the payload as far as the server has read it.
pub(crate) fn identify(
    request: &HttpRequest,
    query: &Query,
    text: &str,
    now: OffsetDateTime,
    directory: &Directory<'_>,
) -> Caller {
    let Some(verified) = verify(request, query, now, directory) else {
        return match directory.roles.expand([ANONYMOUS]) {
            Ok(scopes) => Caller::Anonymous { scopes },
            Err(problem) => Caller::Refused(ApiError::input(problem.to_string())),
        };
    };
    let checked = verified
        .map_err(|message| ApiError::new(Code::AuthenticationFailed, message))
        .and_then(|verified| check_hash(request, text, verified));
    match checked {
        Ok(Verified {
            client_id, scopes, ..
        }) => Caller::Known { client_id, scopes },
        Err(error) => Caller::Refused(error),
    }
}

/// Checks the signature of a request, but not the hash of its payload; `None` where there is none.
pub(crate) fn verify(
    request: &HttpRequest,
    query: &Query,
    now: OffsetDateTime,
    directory: &Directory<'_>,
) -> Option<Result<Verified, String>> {
    let header = request
        .header("authorization")
        .filter(|header| !header.is_empty());
    let (host, port) = host_and_port(request);
    let signed = Signed {
        request,
        host,
        port,
        now,
        directory,
    };
    Some(match (header, query.has_bewit()) {
        (Some(_), true) => Err(
            "Cannot use two authentication schemes at once this request has \
                                both bewit in querystring and 'authorization' header"
                .to_owned(),
        ),
        (Some(header), false) => header::verify(&signed, &header),
        (None, true) => bewit::verify(&signed),
        (None, false) => return None,
    })
}

/// Compares the hash that was signed, if there is one, with that of the payload.
fn check_hash(request: &HttpRequest, text: &str, verified: Verified) -> Result<Verified, ApiError> {
    let Some(hash) = &verified.hash else {
        return Ok(verified);
    };
    let content_type = request.header("content-type").unwrap_or_default();
    let computed = payload_hash(&content_type, text.as_bytes());
    if hash.len() != computed.len() {
        // The real server compares by a function that fails for different lengths.
        return Err(ApiError::internal(
            "RangeError: Input buffers must have the same byte length",
        ));
    }
    if *hash == computed {
        return Ok(verified);
    }
    // The first placeholder is a slip of the real server: it has no value to fill in.
    let message = format!(
        "Invalid payload hash: {{{{hash}}}}\nComputed payload hash: {computed}\nThis happens when \
         your request carries a signed hash of the payload and the hash doesn't match the hash \
         we've computed on the server-side."
    );
    Err(ApiError::new(Code::AuthenticationFailed, message))
}

/// The host and port that the caller must have signed.
pub(crate) fn host_and_port(request: &HttpRequest) -> (String, u16) {
    let host = request
        .header("host")
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    // The colons in the brackets of an IPv6 address are not those of a port.
    let end = host.rfind(']').map_or(0, |at| at + 1);
    let (name, port) = match host[end..].rfind(':') {
        Some(at) => (&host[..end + at], host[end + at + 1..].parse().ok()),
        None => (host.as_str(), None),
    };
    let forwarded = request
        .header("x-forwarded-port")
        .and_then(|port| port.parse().ok());
    let https = request
        .header("x-forwarded-proto")
        .is_some_and(|proto| proto == "https");
    let port = forwarded.or(https.then_some(443)).or(port).unwrap_or(80);
    (name.to_owned(), port)
}

/// Compares in a time that does not depend on where texts differ.
fn is_same(one: &str, other: &str) -> bool {
    let differing = one
        .bytes()
        .zip(other.bytes())
        .fold(0, |all, (a, b)| all | (a ^ b));
    one.len() == other.len() && differing == 0
}
