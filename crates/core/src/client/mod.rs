//! Clients: all that opens a socket, sleeps, or asks clock, chance and environment.
//!
//! [`builder`] holds what both kinds of client are told, and knows neither; each kind makes itself of
//! it. Both drive an [`Exchange`](crate::exchange::Exchange), which decides what they do.

#[cfg(feature = "async")]
pub(crate) mod asynchronous;
pub(crate) mod blocking;
pub(crate) mod builder;
pub(crate) mod options;
mod proxy;
mod run;
pub(crate) mod settings;
mod tls;
pub(crate) mod transfer;
