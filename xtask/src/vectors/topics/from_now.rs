//! Dates relative to another date.

use serde_json::{Value, json};
use taskcluster_core::from_now::from_now_at;
use time::OffsetDateTime;

use super::Op;
use crate::vectors::case::Case;
use crate::vectors::verdict::{Answer, Stop};

pub(super) const OPS: &[Op] = &[Op {
    name: "from_now",
    answer,
    same,
}];

fn answer(case: &Case) -> Answer {
    let reference = case.input.integer("ref_ms")?;
    let base = OffsetDateTime::from_unix_timestamp_nanos(i128::from(reference) * 1_000_000);
    let base = base.map_err(|e| Stop::Inexpressible(format!("ref_ms: {e}")))?;
    let date = from_now_at(case.input.text("offset")?, base).map_err(Stop::refused)?;
    let epoch = date.unix_timestamp() * 1000 + i64::from(date.millisecond());
    Ok(json!({ "epoch_ms": epoch, "delta_ms": epoch - reference }))
}

/// Other clients give the date as text too.
fn same(wanted: &Value, ours: &Value) -> bool {
    ["epoch_ms", "delta_ms"]
        .iter()
        .all(|name| wanted[name] == ours[name])
}
