//! The project's own commands, as a library, so that tests can call them too.

pub mod bench;
pub mod broker;
pub mod cargo;
#[cfg(feature = "client")]
pub mod checks;
pub mod compare;
pub mod generate;
pub mod import;
#[cfg(feature = "client")]
pub mod live;
mod outside;
pub mod packages;
#[cfg(feature = "client")]
pub mod peers;
#[cfg(feature = "client")]
pub mod recorded;
pub mod vectors;
