//! Who calls: credentials, the certificates of temporary ones, and the signatures that prove them.
//!
//! Nothing is sent here. What is random or depends on the clock comes as an argument, or is asked
//! for by a thin convenience over a function that takes it.

pub(crate) mod certificate;
pub(crate) mod credentials;
pub mod hawk;
pub(crate) mod provider;
pub(crate) mod renewal;
pub(crate) mod signed;
pub(crate) mod temporary;
pub(crate) mod text;
