#![doc = include_str!("../README.md")]

#[doc(hidden)]
pub use ureq::unversioned::{resolver, transport};
