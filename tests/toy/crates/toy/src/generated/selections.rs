// Written by `cargo xtask generate` from the references of the service `toy`. Do not edit.

//! Which messages of an exchange to hear of, field by field.

use super::topics;

taskcluster_core::selection! {
    /// Selects messages of [`ToyEvents::box_put`](super::ToyEvents::box_put).
    pub struct BoxPut of topics::BOX_PUT => super::types::BoxMessage {
        /// The box.
        box_id = "boxId",
        /// Room for more.
        reserved = "reserved",
    }
}
