// Links of the README within this documentation; elsewhere they lead to docs.rs.
//! [`Listener`]: Listener
//! [`Builder`]: Builder
//! [`Login`]: Login
//! [`Builder::durable`]: Builder::durable
//! [`Builder::root_certificates`]: Builder::root_certificates
//! [`Message`]: Message
//! [`Message::is_redelivered`]: Message::is_redelivered
//! [`Notice`]: Notice
//! [`Backoff`]: Backoff
#![doc = include_str!("../README.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod access;
mod backoff;
mod builder;
mod error;
mod judgement;
mod link;
mod listener;
mod login;
mod message;
mod names;
#[cfg(feature = "namespace")]
mod namespace;
mod notice;
#[cfg(feature = "waiting")]
mod waiting;

pub use backoff::Backoff;
pub use builder::Builder;
pub use error::{BrokerError, Error, Result};
pub use listener::Listener;
pub use login::Login;
pub use message::Message;
#[cfg(feature = "namespace")]
#[cfg_attr(docsrs, doc(cfg(feature = "namespace")))]
pub use namespace::Namespace;
pub use notice::Notice;
