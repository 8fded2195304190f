//! Clients: all that opens a socket, sleeps, or asks clock, chance and environment.
//!
//! [`builder`] holds what both kinds of client are told, and knows neither; each kind makes itself of
//! it. Both drive an [`Exchange`](crate::exchange::Exchange), which decides what they do.

#[cfg(feature = "async")]
pub(crate) mod asynchronous;
#[cfg(feature = "blocking")]
pub(crate) mod blocking;
pub(crate) mod builder;
pub(crate) mod options;
#[cfg(any(feature = "async", feature = "blocking"))]
mod proxy;
#[cfg(any(feature = "async", feature = "blocking"))]
mod run;
pub(crate) mod settings;
#[cfg(any(feature = "async", feature = "blocking"))]
mod tls;
pub(crate) mod transfer;
#[cfg(any(feature = "async", feature = "blocking"))]
mod wait;

/// The kind of client that types stand for which name none, as `Queue` does for `Queue<Client>`: the
/// blocking one, without the feature `blocking` the asynchronous one, and without either one that cannot be made.
#[cfg(feature = "blocking")]
pub type DefaultClient = blocking::Client;
/// The kind of client that types stand for which name none, as `Queue` does for `Queue<AsyncClient>`.
#[cfg(all(feature = "async", not(feature = "blocking")))]
pub type DefaultClient = asynchronous::AsyncClient;
/// The kind of client that types stand for which name none: one that cannot be made.
#[cfg(not(any(feature = "async", feature = "blocking")))]
pub type DefaultClient = std::convert::Infallible;
