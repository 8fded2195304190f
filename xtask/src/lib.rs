//! The project's own commands, as a library, so that tests can call them too.

pub mod generate;
pub mod vectors;
