//! Bodies that a server, or what stands before it, has compressed.

use std::io::Read as _;

use flate2::read::MultiGzDecoder;
use http::HeaderMap;
use http::header::{CONTENT_ENCODING, CONTENT_LENGTH};

use super::error::TransportFailure;

/// What a server may compress by.
pub(crate) const ACCEPTED: &str = "gzip";

/// The body as it was before it was compressed, if it was. Of that, `headers` then tell nothing any
/// more. An encoding that nobody asked for is left alone, with its header: see [`foreign`].
///
/// # Errors
/// A success that is cut short or no gzip at all, or more than `max` bytes. What is not a success is
/// judged by its status: then the bytes stay as they came.
pub(crate) fn decoded(
    status: u16,
    headers: &mut HeaderMap,
    body: Vec<u8>,
    max: u64,
) -> Result<Vec<u8>, TransportFailure> {
    let encodings = encodings(headers);
    if encodings.is_empty() || !encodings.iter().all(|name| is_known(name)) {
        return Ok(body);
    }
    let mut plain = body;
    // The one that was applied last stands last.
    for name in encodings.iter().rev() {
        if plain.is_empty() || name == "identity" {
            continue;
        }
        match unzipped(&plain, max) {
            Ok(bytes) if bytes.len() as u64 > max => return Err(TransportFailure::too_large(max)),
            Ok(bytes) => plain = bytes,
            Err(_) if !(200..300).contains(&status) => break,
            Err(e) => {
                let why = format!("gzip decompression failed: {e}");
                return Err(TransportFailure::new(why));
            }
        }
    }
    headers.remove(CONTENT_ENCODING);
    headers.remove(CONTENT_LENGTH);
    Ok(plain)
}

/// The encodings of a body that was left as it came.
pub(crate) fn foreign(headers: &HeaderMap) -> Option<String> {
    let names = encodings(headers);
    (!names.is_empty()).then(|| names.join(", "))
}

/// The names of all header lines, in the order in which the encodings were applied.
fn encodings(headers: &HeaderMap) -> Vec<String> {
    let lines = headers.get_all(CONTENT_ENCODING).iter();
    let texts = lines.map(|line| String::from_utf8_lossy(line.as_bytes()).to_ascii_lowercase());
    let names = |text: String| -> Vec<String> {
        let names = text.split(',').map(|name| name.trim().to_owned());
        names.filter(|name| !name.is_empty()).collect()
    };
    texts.flat_map(names).collect()
}

fn is_known(name: &str) -> bool {
    matches!(name, ACCEPTED | "x-gzip" | "identity")
}

/// At most one byte beyond the limit, which is enough to see that there are more.
fn unzipped(body: &[u8], max: u64) -> std::io::Result<Vec<u8>> {
    let mut plain = Vec::new();
    MultiGzDecoder::new(body)
        .take(max.saturating_add(1))
        .read_to_end(&mut plain)?;
    Ok(plain)
}
