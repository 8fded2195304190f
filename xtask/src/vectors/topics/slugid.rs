//! Slugids.

use serde_json::json;
use taskcluster_core::slugid;

use super::Op;
use crate::vectors::case::Case;
use crate::vectors::verdict::{Answer, Stop};

pub(super) const OPS: &[Op] = &[
    Op::plain("slug_encode", encode),
    Op::plain("slug_decode", decode),
    Op::plain("slug_gen", generate),
];

fn encode(case: &Case) -> Answer {
    let slug = slugid::encode_uuid(case.input.text("uuid")?).map_err(Stop::refused)?;
    Ok(slug.into())
}

fn decode(case: &Case) -> Answer {
    let uuid = slugid::decode_uuid(case.input.text("slug")?).map_err(Stop::refused)?;
    Ok(uuid.into())
}

/// What is generated where the random source gives the bytes of this UUID. What other clients
/// offer under their own name is the kind that is nice to command lines.
fn generate(case: &Case) -> Answer {
    let slug = slugid::encode_uuid(case.input.text("uuid")?).map_err(Stop::refused)?;
    let random = slugid::decode(&slug).map_err(Stop::refused)?;
    let nice = slugid::nice_from(random);
    Ok(json!({ "v4": slugid::v4_from(random), "nice": nice, "client": nice }))
}
