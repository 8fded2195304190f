//! Slugids: UUIDs in 22 characters that are safe in URLs, by which tasks are named.

use std::collections::HashMap;
use std::fmt;
use std::sync::{Mutex, PoisonError};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use crate::chance;

/// A new random slugid (UUID version 4).
///
/// It may begin with `-`, which command lines take for an option; [`nice`] never does. Its bytes are
/// from the system's generator, so that processes which were forked draw different ones.
pub fn v4() -> String {
    v4_from(chance::bytes())
}

/// A new random slugid that begins with a letter, `A` to `f`: the usual choice for a task ID.
///
/// ```
/// let id = taskcluster_core::slugid::nice();
/// assert_eq!(id.len(), 22);
/// assert!(id.starts_with(|c: char| c.is_ascii_alphabetic()));
/// ```
#[doc(alias = "slugId")]
pub fn nice() -> String {
    nice_from(chance::bytes())
}

/// The slugid that [`v4`] makes of these random bytes.
pub fn v4_from(random: [u8; 16]) -> String {
    encode(uuid_v4(random))
}

/// The slugid that [`nice`] makes of these random bytes.
pub fn nice_from(random: [u8; 16]) -> String {
    let mut uuid = uuid_v4(random);
    uuid[0] &= 0x7f;
    encode(uuid)
}

/// Sets the version and variant bits of a random UUID.
fn uuid_v4(mut bytes: [u8; 16]) -> [u8; 16] {
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    bytes
}

/// The slugid of the bytes of any UUID.
pub fn encode(uuid: [u8; 16]) -> String {
    URL_SAFE_NO_PAD.encode(uuid)
}

/// The bytes of the UUID that a slugid stands for, of whatever version it is.
///
/// # Errors
/// The text does not have the 22 characters that [`encode`] would write.
pub fn decode(slugid: &str) -> Result<[u8; 16], SlugIdError> {
    let wrong = || SlugIdError::new(slugid, "a slugid: 22 characters of A-Z, a-z, 0-9, - and _");
    let bytes = URL_SAFE_NO_PAD.decode(slugid).map_err(|_| wrong())?;
    bytes.try_into().map_err(|_| wrong())
}

/// The slugid of a UUID written as `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx`, in either case.
///
/// ```
/// use taskcluster_core::slugid;
///
/// let id = slugid::encode_uuid("a50e97b0-07d8-46e9-92cb-e9dc8a519b7d")?;
/// assert_eq!(id, "pQ6XsAfYRumSy-ncilGbfQ");
/// assert_eq!(slugid::decode_uuid(&id)?, "a50e97b0-07d8-46e9-92cb-e9dc8a519b7d");
/// # Ok::<(), slugid::SlugIdError>(())
/// ```
///
/// # Errors
/// The text is not of this form.
pub fn encode_uuid(uuid: &str) -> Result<String, SlugIdError> {
    let wrong = || SlugIdError::new(uuid, "a UUID: xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx");
    let lengths = uuid.split('-').map(str::len);
    if !lengths.eq(HYPHENATED) || !uuid.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-') {
        return Err(wrong());
    }
    let number = u128::from_str_radix(&uuid.replace('-', ""), 16).map_err(|_| wrong())?;
    Ok(encode(number.to_be_bytes()))
}

/// The UUID that a slugid stands for, as text in lower case.
///
/// # Errors
/// As for [`decode`].
pub fn decode_uuid(slugid: &str) -> Result<String, SlugIdError> {
    let hex = format!("{:032x}", u128::from_be_bytes(decode(slugid)?));
    let mut rest = hex.as_str();
    let parts = HYPHENATED.map(|length| {
        let (part, behind) = rest.split_at(length);
        rest = behind;
        part
    });
    Ok(parts.join("-"))
}

/// How many hexadecimal digits the parts of a UUID have.
const HYPHENATED: [usize; 5] = [8, 4, 4, 4, 12];

/// Whether the servers take a text for a slugid: that of a random UUID, version 4.
///
/// ```
/// use taskcluster_core::slugid::{is_valid, v4};
///
/// assert!(is_valid(&v4()));
/// assert!(!is_valid("my-task"));
/// ```
pub fn is_valid(slugid: &str) -> bool {
    decode(slugid).is_ok_and(|uuid| uuid == uuid_v4(uuid))
}

/// Slugids by name: the same name gives the same slugid, for as long as this value lives.
///
/// This is how the tasks of a graph that is being built can depend on each other by names of
/// one's own. Threads may share it.
///
/// ```
/// let ids = taskcluster_core::slugid::Stable::new();
/// assert_eq!(ids.id("build"), ids.id("build"));
/// assert_ne!(ids.id("build"), ids.id("test"));
/// ```
#[derive(Debug, Default)]
#[doc(alias = "stableSlugId")]
pub struct Stable(Mutex<HashMap<String, String>>);

impl Stable {
    /// No names yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The slugid of a name: a [`nice`] one, made when the name is first asked for.
    pub fn id(&self, name: impl Into<String>) -> String {
        // A thread that panicked elsewhere cannot have left the map half-changed.
        let mut ids = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        ids.entry(name.into()).or_insert_with(nice).clone()
    }
}

/// A text that is not a slugid, or not a UUID.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlugIdError(String);

impl SlugIdError {
    fn new(text: &str, wanted: &str) -> Self {
        Self(format!("{text:?} is not {wanted}"))
    }
}

impl fmt::Display for SlugIdError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for SlugIdError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn random_bytes_become_valid_slugids() {
        for bytes in [[0; 16], [0xff; 16], rand::random(), rand::random()] {
            let (plain, nice) = (v4_from(bytes), nice_from(bytes));
            assert!(is_valid(&plain) && is_valid(&nice), "{plain} {nice}");
            assert_eq!(plain[2..], nice[2..]);
            assert!(nice.starts_with(|c: char| c.is_ascii_alphabetic()));
        }
        assert_eq!(v4_from([0xff; 16]), "________T_-__________w");
        assert_eq!(nice_from([0xff; 16]), "f_______T_-__________w");
    }

    #[test]
    fn any_uuid_goes_both_ways() {
        for _ in 0..200 {
            let uuid: [u8; 16] = rand::random();
            let id = encode(uuid);
            assert_eq!(decode(&id), Ok(uuid));
            let text = decode_uuid(&id).expect("a slugid");
            assert_eq!(encode_uuid(&text), Ok(id.clone()));
            assert_eq!(encode_uuid(&text.to_uppercase()), Ok(id));
        }
        assert!(!is_valid(&encode([0; 16])));
        assert_eq!(
            encode_uuid("00000000-0000-0000-0000-00000000000f").as_deref(),
            Ok("AAAAAAAAAAAAAAAAAAAADw")
        );
    }

    #[test]
    fn other_texts_are_refused() {
        for text in [
            "",
            "Ptl5I3YWTsiF7UtpX2esLg==",
            "Ptl5I3YWTsiF7UtpX2esLh",
            " Ptl5I3YWTsiF7UtpX2esLg",
            "Ptl5I3YWTsiF7UtpX2esL",
            "Ptl5+3YWTsiF7UtpX2esLg",
            "éééééééééééééééééééééé",
        ] {
            assert!(
                decode(text).is_err() && decode_uuid(text).is_err(),
                "{text:?}"
            );
            assert!(!is_valid(text), "{text:?}");
        }
        for text in [
            "",
            "a50e97b007d846e992cbe9dc8a519b7d",
            "{a50e97b0-07d8-46e9-92cb-e9dc8a519b7d}",
            "a50e97b0-07d8-46e9-92cb-e9dc8a519b7",
            "a50e97b0-07d8-46e9-92cb-+9dc8a519b7d",
            "g50e97b0-07d8-46e9-92cb-e9dc8a519b7d",
        ] {
            assert!(encode_uuid(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn threads_share_names() {
        let ids = Stable::new();
        let (shared, names) = (&ids, ["a", "b", "a", "b"]);
        let given: Vec<String> = std::thread::scope(|scope| {
            let threads = names.map(|name| scope.spawn(move || shared.id(name)));
            threads
                .into_iter()
                .map(|thread| thread.join().expect("an id"))
                .collect()
        });
        assert_eq!(given[0], given[2]);
        assert_eq!(given[1], given[3]);
        assert_ne!(given[0], given[1]);
        assert!(is_valid(&given[0]));
    }
}
