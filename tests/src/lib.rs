//! What the suites of this crate have in common.

mod artifacts;
mod authority;
mod colour;
mod methods;
mod sample;
mod server;
mod storage;
/// What the generator makes of the references under `toy/apis`, compiled as it stands.
#[path = "../toy/crates/toy/src/generated/mod.rs"]
pub mod toy;
mod uploads;

pub use artifacts::Fetches;
pub use authority::{Authority, Identity, answer_all, head, listen};
pub use colour::{Colour, Sleep, Verbs, Waits, wait};
pub use methods::{Given, PLANTED, Use, with_call};
pub use sample::sample;
pub use server::{Act, Received, Scripted, answer};
pub use storage::{Kept, Storage, Trouble};
pub use uploads::{Mishap, Uploads};
