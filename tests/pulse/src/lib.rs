//! Listening to Taskcluster's messages on an AMQP broker.
//!
//! The service crates say what to bind to, what the routing key of a message means, and which type
//! its body has. The broker's own protocol is the business of an AMQP crate, here
//! [`lapin`](https://docs.rs/lapin). [`event`] puts the crates' exchanges into one table;
//! [`listener`] is all there is to do with the broker.

pub mod event;
pub mod group;
pub mod listener;
