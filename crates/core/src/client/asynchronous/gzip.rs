//! Bodies that the server compressed, as ureq has them in the blocking client.

use std::io::Read as _;

use bytes::Bytes;
use flate2::read::MultiGzDecoder;
use http::HeaderMap;
use http::header::{CONTENT_ENCODING, CONTENT_LENGTH};

use crate::answer::error::TransportFailure;

/// What a server may compress by.
pub(super) const ACCEPTED: &str = "gzip";

/// The body as it was before the server compressed it, if it did. Of that, `headers` then tell
/// nothing any more.
pub(super) fn decompressed(
    headers: &mut HeaderMap,
    body: Bytes,
    max: u64,
) -> Result<Vec<u8>, TransportFailure> {
    let encoding = headers.get(CONTENT_ENCODING);
    if encoding.is_none_or(|encoding| encoding != ACCEPTED) {
        return Ok(body.into());
    }
    headers.remove(CONTENT_ENCODING);
    headers.remove(CONTENT_LENGTH);
    let mut plain = Vec::new();
    // One byte beyond the limit is enough to see that there are more.
    MultiGzDecoder::new(&*body)
        .take(max.saturating_add(1))
        .read_to_end(&mut plain)
        .map_err(|e| TransportFailure::new(format!("gzip decompression failed: {e}")))?;
    if plain.len() as u64 > max {
        return Err(TransportFailure::too_large(max));
    }
    Ok(plain)
}
