#![doc = include_str!("../README.md")]

mod ext;
mod generated;

pub use generated::*;
