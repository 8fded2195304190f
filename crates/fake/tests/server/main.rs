//! The fake against requests good and bad. One program, so that it is linked once.

mod amazon;
mod answers;
mod apis;
mod artifacts;
mod auth;
mod bewits;
mod certificates;
mod faults;
mod folder;
mod hooks;
mod index;
mod lifecycle;
mod messages;
mod objects;
mod queue;
mod requests;
mod roles;
mod secrets;
mod signatures;
mod small;
mod storage;
mod support;
mod today;
mod transfers;
mod work;
mod workers;
