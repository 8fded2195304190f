//! The fake against requests good and bad. One program, so that it is linked once.

mod artifacts;
mod auth;
mod bewits;
mod certificates;
mod faults;
mod queue;
mod requests;
mod secrets;
mod signatures;
mod support;
mod work;
