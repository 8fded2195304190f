// Written by `cargo xtask generate` from the references of the service `toy`. Do not edit.

//! The service's exchanges.

use super::selections;

/// What the toy service announces.
#[derive(Clone, Copy, Debug)]
pub struct ToyEvents;

impl ToyEvents {
    /// Announces that a box was put.
    ///
    /// * Exchange: `exchange/toy/v1/box-put`
    /// * Message: [`super::types::BoxMessage`]
    #[doc(alias = "boxPut")]
    pub fn box_put() -> selections::BoxPut {
        selections::BoxPut::new()
    }
}
