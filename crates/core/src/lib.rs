#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "async")]
mod asynchronous;
mod blocking;
mod builder;
mod call;
mod certificate;
mod connection;
mod credentials;
mod endpoint;
mod error;
pub mod exchange;
pub mod from_now;
pub mod hawk;
pub mod json;
pub mod logging;
mod options;
mod page;
mod proxy;
mod request;
mod required;
mod response;
mod retry;
mod root_url;
pub mod routing_key;
pub mod scopes;
mod session;
pub mod slugid;
mod temporary;
pub mod timestamp;
pub mod urls;

#[cfg(feature = "async")]
pub use asynchronous::{AsyncClient, BoxFuture, HyperTransport, Transport};
pub use blocking::Client;
pub use builder::{ClientBuilder, USER_AGENT};
pub use call::{Call, DEFAULT_URL_TTL};
pub use certificate::Certificate;
pub use credentials::Credentials;
pub use endpoint::{Derived, Endpoint, Method, Output};
pub use error::{
    ApiError, CredentialsError, DecodeError, Error, RequestError, RequestInfo, Result,
    TransportError, TransportFailure,
};
pub use options::Options;
pub use page::{Items, Page, Pages};
pub use request::{MAX_PAYLOAD, QueryValue, Request};
pub use response::{Blob, Headers, Redirect, Response};
pub use retry::RetryPolicy;
pub use root_url::RootUrl;
pub use session::{ApiClient, Session};
pub use temporary::Temporary;
