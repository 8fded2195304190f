//! Slugids: UUIDs in 22 characters that are safe in URLs, by which tasks are named.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// A new random slugid (UUID version 4).
///
/// It may begin with `-`, which command lines take for an option; [`nice`] never does.
pub fn v4() -> String {
    encode(uuid_v4(rand::random()))
}

/// A new random slugid that begins with a letter, `A` to `f`: the usual choice for a task ID.
///
/// ```
/// let id = taskcluster_core::slugid::nice();
/// assert_eq!(id.len(), 22);
/// assert!(id.starts_with(|c: char| c.is_ascii_alphabetic()));
/// ```
pub fn nice() -> String {
    let mut uuid = uuid_v4(rand::random());
    uuid[0] &= 0x7f;
    encode(uuid)
}

fn encode(uuid: [u8; 16]) -> String {
    URL_SAFE_NO_PAD.encode(uuid)
}

/// Sets the version and variant bits of a random UUID.
fn uuid_v4(mut bytes: [u8; 16]) -> [u8; 16] {
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    bytes
}
