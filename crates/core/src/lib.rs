// Links of the README within this documentation; elsewhere they lead to docs.rs.
//! [`Client`]: Client
//! [`ClientBuilder`]: ClientBuilder
//! [`Options`]: Options
//! [`Call`]: Call
//! [`Credentials`]: Credentials
//! [`Certificate`]: Certificate
//! [`hawk`]: hawk
//! [`RetryPolicy`]: RetryPolicy
//! [`Error`]: Error
//! [`exchange`]: exchange
//! [`logging`]: logging
//! [`routing_key`]: routing_key
//! [`scopes`]: scopes
//! [`slugid`]: slugid
//! [`from_now`]: from_now
//! [`timestamp`]: timestamp
//! [`urls`]: urls
//! [`RetryPolicy::none`]: RetryPolicy::none
#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![cfg_attr(
    not(any(feature = "async", feature = "blocking")),
    expect(
        dead_code,
        reason = "without a kind of client nobody carries calls out"
    )
)]

// Required by two keys, of which this is Rust's name.
#[cfg(feature = "blocking")]
extern crate ureq_3 as ureq;

mod answer;
mod call;
mod chance;
mod client;
pub mod exchange;
pub mod from_now;
mod identity;
pub mod json;
mod request;
pub mod routing_key;
pub mod scopes;
pub mod slugid;
#[doc(hidden)]
pub mod task_queue;
pub mod timestamp;

pub use answer::error::{
    ApiError, CredentialsError, DecodeError, Error, RequestError, RequestInfo, Result,
    TransportError, TransportFailure,
};
pub use answer::operational::{Heartbeat, Version};
pub use answer::response::{Blob, Headers, Redirect, Response};
#[doc(hidden)]
pub use answer::shown::{Shown, shown, shown_name, shown_url};
pub use call::{Call, DEFAULT_URL_TTL, Items, Page, Pages};
pub use client::DefaultClient;
#[cfg(feature = "async")]
pub use client::asynchronous::{AsyncClient, BoxFuture, HyperTransport, Transport};
#[cfg(feature = "blocking")]
pub use client::blocking::Client;
#[cfg(feature = "blocking")]
#[doc(hidden)]
pub use client::blocking::now;
pub use client::builder::ClientBuilder;
pub use client::options::{EnvironmentProvider, Options};
pub use client::settings::{HttpSettings, USER_AGENT};
#[doc(hidden)]
pub use client::transfer::Transfer;
#[cfg(feature = "blocking")]
#[doc(hidden)]
pub use client::transfer::TransferBody;
#[cfg(feature = "async")]
#[doc(hidden)]
pub use client::transfer::{TransferSource, TransferStream};
#[doc(inline)]
pub use exchange::logging;
pub use exchange::retry::RetryPolicy;
pub use exchange::session::{ApiClient, Session};
pub use identity::certificate::Certificate;
pub use identity::credentials::Credentials;
pub use identity::hawk;
#[cfg(feature = "async")]
pub use identity::provider::AsyncCredentialsProvider;
pub use identity::provider::{CredentialsProvider, Provided, ProviderError, TemporaryProvider};
pub use identity::temporary::Temporary;
pub use request::endpoint::{Derived, Endpoint, Era, Method, Output, Repeat};
pub use request::root_url::RootUrl;
pub use request::urls;
pub use request::{MAX_PAYLOAD, QueryValue, Request};
